package itu.cop.content.yaml;

import itu.cop.content.CrisisPath;
import itu.cop.content.CrisisPath.Answer;
import itu.cop.content.CrisisPath.Question;
import itu.cop.content.CrisisPath.Service;
import itu.cop.content.Severity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a crisis path by its own schema; the lengths keep the first bubble within 300 characters.
 */
final class CrisisReader {
    private static final Set<String> REFERRALS =
            Set.of(
                    "ambulance",
                    "police",
                    "emergency",
                    "crisis",
                    "child",
                    "poison",
                    "sexual-violence",
                    "family",
                    "missing",
                    "trafficking",
                    "image-removal",
                    "prevention",
                    "platform",
                    "school",
                    "human",
                    "adult");

    private CrisisReader() {}

    static CrisisPath read(String id, Fields file, @Nullable CrisisPath source) {
        var never = file.texts("never");
        var referral = referral(file);
        file.ignoring("sources", "reviewer", "reviewed-on", "review-by", "youth-reviewed-on");
        var path =
                new CrisisPath(
                        id,
                        file.text("title"),
                        source == null ? severity(file) : source.severity(),
                        source == null ? service(file) : source.service(),
                        file.text("opening", 30),
                        file.text("belief", 55),
                        file.text("urgent", 34),
                        file.text("now", 140),
                        question(file.map("question")),
                        source == null ? referral : source.referral(),
                        file.texts("words", 0, 3),
                        file.text("desk", 300),
                        followUp(file),
                        file.flag("to-be-reviewed"),
                        file.texts("examples"));
        file.done();
        checkNever(file, path, never);
        return path;
    }

    private static Severity severity(Fields file) {
        var text = file.text("severity");
        if (text.equals("2") || text.equals("3")) {
            return Severity.of(Integer.parseInt(text));
        }
        file.problemAt("severity", "a crisis is 2 or 3");
        return Severity.URGENT;
    }

    private static Service service(Fields file) {
        return file.constant("service", Service.class).orElse(Service.EMERGENCY);
    }

    private static List<String> referral(Fields file) {
        var kinds = file.texts("referral");
        for (var kind : kinds) {
            if (!REFERRALS.contains(kind)) {
                file.problemAt("referral", "\"" + kind + "\" is no kind of referral");
            }
        }
        return kinds;
    }

    private static Question question(Fields fields) {
        var answers = fields.list("answers").stream().map(CrisisReader::answer).toList();
        var question = new Question(fields.text("asks", 130), answers, fields.text("unclear"));
        if (answers.size() < 2 || answers.size() > 3) {
            fields.problem("a question has 2 or 3 answers");
        }
        if (answers.stream().noneMatch(answer -> answer.id().equals(question.unclear()))) {
            fields.problemAt("unclear", "\"unclear\" names one of the answers");
        }
        if (question.asks().chars().filter(c -> "?؟？".indexOf(c) >= 0).count() != 1) {
            fields.problemAt("asks", "ask exactly one question");
        }
        fields.done();
        return question;
    }

    private static Answer answer(Fields fields) {
        var raised = fields.textIfAny("severity").map(text -> raised(fields, text));
        var answer =
                new Answer(
                        fields.text("id"),
                        fields.text("label", 28),
                        raised.orElse(null),
                        fields.constant("service", Service.class).orElse(null),
                        fields.text("says", 180),
                        fields.texts("steps", 2, 5));
        fields.done();
        return answer;
    }

    private static Severity raised(Fields fields, String text) {
        if (!text.equals("3") && !text.equals("2")) {
            fields.problemAt("severity", "an answer may raise to 2 or 3");
        }
        return text.equals("2") ? Severity.SERIOUS : Severity.URGENT;
    }

    private static List<Duration> followUp(Fields file) {
        var durations = new ArrayList<Duration>();
        for (var text : file.texts("follow-up")) {
            try {
                durations.add(Duration.parse(text));
            } catch (DateTimeParseException wrong) {
                file.problemAt("follow-up", "write a duration such as PT12H");
            }
        }
        return durations;
    }

    private static void checkNever(Fields file, CrisisPath path, List<String> never) {
        var texts =
                new ArrayList<>(List.of(path.opening(), path.belief(), path.urgent(), path.now()));
        texts.add(path.question().asks());
        for (var answer : path.question().answers()) {
            texts.add(answer.says());
            texts.addAll(answer.steps());
        }
        for (var text : texts) {
            var lower = text.toLowerCase(Locale.ROOT);
            never.stream()
                    .filter(lower::contains)
                    .forEach(phrase ->
                            file.problemAt("never", "\"" + phrase + "\" must not occur: " + text));
            if (text.contains("!") || text.contains("！")) {
                file.problem("no exclamation mark in a crisis: " + text);
            }
        }
    }
}
