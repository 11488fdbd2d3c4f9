package itu.cop.content.yaml;

import itu.cop.content.Intent;
import itu.cop.content.Intent.Answer;
import itu.cop.content.Intent.Door;
import itu.cop.content.Platform;
import itu.cop.content.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ordinary intent. A translation takes the neutral facts from the source language and
 * cannot change them.
 */
final class IntentReader {
    private static final int LONGEST_ANSWER = 700;
    private static final int LONGEST_TITLE = 30;
    private static final Set<String> WITH_A_RIGHT = Set.of("risk", "rights");
    private static final Set<String> WITH_ALL_DOORS = Set.of("risk", "wellbeing");

    private IntentReader() {}

    static Intent read(String id, Fields file, @Nullable Intent source) {
        var area = id.substring(0, id.indexOf('/'));
        var answer = answers(area, file.map("answer"));
        checkDoors(area, file, answer);
        file.ignoring("sources", "reviewer", "reviewed-on", "review-by", "youth-reviewed-on");
        var intent =
                new Intent(
                        id,
                        file.text("title", LONGEST_TITLE),
                        source == null ? severity(file) : source.severity(),
                        source == null ? article(area, file) : source.article(),
                        source == null
                                ? file.constant("platform-section", Platform.Section.class)
                                        .orElse(null)
                                : source.platformSection(),
                        answer,
                        file.textIfAny("easy").orElse(null),
                        source == null ? buttons(area, file) : source.buttons(),
                        file.flag("to-be-reviewed"),
                        file.texts("examples"));
        file.done();
        return intent;
    }

    private static Severity severity(Fields file) {
        var text = file.text("severity");
        if (text.equals("0") || text.equals("1")) {
            return Severity.of(Integer.parseInt(text));
        }
        file.problemAt("severity", "severity is 0 or 1 here; from 2 up it belongs into crisis/");
        return Severity.WATCH;
    }

    private static @Nullable String article(String area, Fields file) {
        return WITH_A_RIGHT.contains(area)
                ? file.text("article")
                : file.textIfAny("article").orElse(null);
    }

    private static List<String> buttons(String area, Fields file) {
        return area.equals("bot") ? file.texts("buttons", 0, 8) : file.texts("buttons", 3, 6);
    }

    private static Map<Door, Answer> answers(String area, Fields doors) {
        var answers = new EnumMap<Door, Answer>(Door.class);
        for (var name : doors.keys()) {
            doors.constantOf(name, name, Door.class)
                    .ifPresent(door -> answers.put(door, answer(area, doors.map(name))));
        }
        if (!answers.containsKey(Door.ME)) {
            doors.problem("add the answer for \"me\"");
            answers.put(Door.ME, new Answer("", List.of(), null, null));
        }
        return answers;
    }

    private static Answer answer(String area, Fields door) {
        if (area.equals("bot")) {
            var answer = new Answer(door.text("says", LONGEST_ANSWER), List.of(), null, null);
            door.done();
            return answer;
        }
        var right =
                WITH_A_RIGHT.contains(area)
                        ? door.text("right")
                        : door.textIfAny("right").orElse(null);
        var answer =
                new Answer(
                        door.text("validate"),
                        door.texts("steps", 2, 4),
                        right,
                        door.text("referral"));
        if (length(answer) > LONGEST_ANSWER) {
            door.problem(
                    "shorten this answer to "
                            + LONGEST_ANSWER
                            + " characters; it has "
                            + length(answer));
        }
        door.done();
        return answer;
    }

    private static int length(Answer answer) {
        var steps = answer.steps().stream().mapToInt(step -> step.length() + 1).sum();
        return answer.validate().length()
                + steps
                + length(answer.right())
                + length(answer.referral());
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length() + 1;
    }

    private static void checkDoors(String area, Fields file, Map<Door, Answer> answers) {
        var reasons = file.mapIfAny("without-doors");
        var excused = reasons.map(Fields::remainingTexts).orElse(Map.of()).keySet();
        if (!WITH_ALL_DOORS.contains(area)) {
            return;
        }
        for (var door : Door.values()) {
            var name = door.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            if (!answers.containsKey(door) && !excused.contains(name)) {
                file.problemAt(
                        "answer", "add the door \"" + name + "\", or a reason under without-doors");
            }
        }
    }
}
