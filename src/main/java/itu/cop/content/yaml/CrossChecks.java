package itu.cop.content.yaml;

import itu.cop.content.Content;
import itu.cop.content.ContentRejected.Problem;
import itu.cop.content.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be seen only with all files side by side. */
final class CrossChecks {
    private static final int FEWEST_EXAMPLES = 30;
    private static final int MOST_ALIKE = 3;
    private static final String ANOTHER_VOICE =
            "more than 3 examples begin with these three words: write another voice";
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Words that blame, frighten or promise too much, in an answer to a young person. */
    private static final Pattern BLAME =
            Pattern.compile(
                    "\\b(you should have|why did you|why didn't you|your own fault|stupid)\\b",
                    Pattern.CASE_INSENSITIVE);

    private final YamlFiles files;
    private final List<Problem> problems;

    CrossChecks(YamlFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    void check(Content content) {
        for (var language : content.languages().values()) {
            examples(language);
            answers(language);
            intentsNamed(language, content.source());
            phrases(language, content.source());
        }
    }

    private void examples(Language language) {
        var owners = new HashMap<String, String>();
        language.crises()
                .values()
                .forEach(path -> examples(language, path.id(), path.examples(), owners));
        language.intents()
                .values()
                .forEach(intent -> examples(language, intent.id(), intent.examples(), owners));
        examples(language, "none", language.noneExamples(), owners);
        if (!language.lookalikes().isEmpty()) {
            examples(language, "lookalikes", language.lookalikes(), owners);
        }
        for (var check : language.checks()) {
            var owner = owners.get(key(check.text()));
            if (owner != null) {
                at(
                        language,
                        "checks",
                        check.text(),
                        "a check must not be an example too (of " + owner + ")");
            }
        }
    }

    private void examples(
            Language language, String id, List<String> examples, Map<String, String> owners) {
        if (examples.size() < FEWEST_EXAMPLES) {
            at(
                    language,
                    id,
                    "examples:",
                    "write at least "
                            + FEWEST_EXAMPLES
                            + " examples; there are "
                            + examples.size());
        }
        var openings = new HashMap<String, Integer>();
        for (var example : examples) {
            var key = key(example);
            var owner = owners.put(key, id);
            if (owner != null) {
                at(language, id, example, "remove this example: it stands in " + owner + " too");
            }
            if (openings.merge(opening(key), 1, Integer::sum) > MOST_ALIKE) {
                at(language, id, example, ANOTHER_VOICE);
            }
        }
    }

    /** The first three words of a longer sentence; a short one stands for itself. */
    private static String opening(String key) {
        var words = key.split(" ", 4);
        return words.length > 3 ? words[0] + " " + words[1] + " " + words[2] : key;
    }

    private static String key(String example) {
        var key = NOT_A_WORD.matcher(example.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return key.isEmpty() ? example.strip() : key;
    }

    private void answers(Language language) {
        for (var intent : language.intents().values()) {
            for (var answer : intent.answer().values()) {
                var text =
                        answer.validate()
                                + " "
                                + String.join(" ", answer.steps())
                                + " "
                                + answer.referral();
                var blame = BLAME.matcher(text);
                if (blame.find()) {
                    at(
                            language,
                            intent.id(),
                            blame.group(),
                            "say it without blame: \"" + blame.group() + "\"");
                }
            }
        }
    }

    private void intentsNamed(Language language, Language source) {
        for (var intent : language.intents().values()) {
            for (var button : intent.buttons()) {
                if (!leadsSomewhere(button, source)) {
                    at(
                            language,
                            intent.id(),
                            button,
                            "\""
                                    + button
                                    + "\" leads nowhere: name an intent, quiz:<name> or tip:<theme>");
                }
            }
        }
        var ids = ids(source);
        language.gate().patterns().stream()
                .filter(pattern -> !ids.contains(pattern.intent()))
                .forEach(pattern ->
                        at(language, "gate", pattern.id(), "no intent " + pattern.intent()));
        language.gate().raisers().stream()
                .filter(raiser -> !ids.contains(raiser.intent()))
                .forEach(raiser ->
                        at(language, "gate", raiser.id(), "no intent " + raiser.intent()));
        for (var check : language.checks()) {
            check.intents().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> at(language, "checks", check.text(), "no intent " + id));
        }
    }

    private static Set<String> ids(Language language) {
        var ids = language.intents().keySet().stream().collect(Collectors.toSet());
        ids.addAll(language.crises().keySet());
        ids.add("none");
        return ids;
    }

    private static boolean leadsSomewhere(String button, Language source) {
        if (button.startsWith("quiz:")) {
            return source.quizzes().containsKey(button.substring(5));
        }
        return button.startsWith("tip:")
                ? source.tips().containsKey(button.substring(4))
                : source.intents().containsKey(button);
    }

    private void phrases(Language language, Language source) {
        source.phrases().keySet().stream()
                .filter(key -> !language.phrases().containsKey(key))
                .forEach(key ->
                        at(
                                language,
                                "language",
                                "phrases:",
                                "translate the phrase \"" + key + "\""));
        language.phrases().keySet().stream()
                .filter(key -> !source.phrases().containsKey(key))
                .forEach(key ->
                        at(
                                language,
                                "language",
                                key,
                                "remove \"" + key + "\": " + source.tag() + " does not have it"));
    }

    private void at(Language language, String id, String near, String toDo) {
        var path = language.tag() + "/" + id + ".yaml";
        var lines = files.texts().getOrDefault(path, "").lines().toList();
        var line = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(near) || lines.get(i).replace("\\\"", "\"").contains(near)) {
                line = i + 1;
            }
        }
        problems.add(new Problem(path, line, toDo));
    }
}
