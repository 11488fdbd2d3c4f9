package itu.cop.content.yaml;

import itu.cop.content.ContentRejected.Problem;
import itu.cop.content.CrisisPath;
import itu.cop.content.Gate;
import itu.cop.content.Gate.Harmless;
import itu.cop.content.Gate.Raiser;
import itu.cop.content.Intent;
import itu.cop.content.Language;
import itu.cop.content.Language.Check;
import itu.cop.content.Platform;
import itu.cop.content.Quiz;
import itu.cop.content.Severity;
import itu.cop.content.TipTheme;
import itu.cop.content.TipTheme.Tip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one language's folder. */
final class LanguageReader {
    private static final List<String> AREAS =
            List.of("risk", "wellbeing", "action", "rights", "bot");

    private final String tag;
    private final YamlFiles files;
    private final List<Problem> problems;
    private final @Nullable Language source;

    LanguageReader(String tag, YamlFiles files, List<Problem> problems, @Nullable Language source) {
        this.tag = tag;
        this.files = files;
        this.problems = problems;
        this.source = source;
    }

    Language read() {
        var language = open("language.yaml");
        var words = new HashMap<String, List<String>>();
        var lists = language.map("words");
        lists.keys().forEach(key -> words.put(key, lists.texts(key)));
        var direction = language.flag("right-to-left");
        var nativeName = language.text("native-name");
        var phrases = language.map("phrases").remainingTexts();
        language.done();
        return new Language(
                tag,
                nativeName,
                direction,
                phrases,
                words,
                intents(),
                crises(),
                lines("none.yaml"),
                lines("lookalikes.yaml"),
                each("quizzes", LanguageReader::quiz),
                each("tips", LanguageReader::tips),
                each("platforms", LanguageReader::platform),
                files.has(tag + "/gate.yaml") ? gate(open("gate.yaml")) : Gate.NONE,
                files.has(tag + "/checks.yaml") ? checks(open("checks.yaml")) : List.of());
    }

    private Fields open(String name) {
        return files.open(tag + "/" + name, problems);
    }

    private Map<String, Intent> intents() {
        var intents = new LinkedHashMap<String, Intent>();
        for (var area : AREAS) {
            each(
                            area,
                            (name, file) ->
                                    IntentReader.read(
                                            area + "/" + name,
                                            file,
                                            sourceIntent(area + "/" + name)))
                    .forEach((name, intent) -> intents.put(intent.id(), intent));
        }
        return intents;
    }

    private Map<String, CrisisPath> crises() {
        var crises = new LinkedHashMap<String, CrisisPath>();
        each(
                        "crisis",
                        (name, file) ->
                                CrisisReader.read(
                                        "crisis/" + name, file, sourceCrisis("crisis/" + name)))
                .forEach((name, path) -> crises.put(path.id(), path));
        return crises;
    }

    private @Nullable Intent sourceIntent(String id) {
        return source == null ? null : source.intents().get(id);
    }

    private @Nullable CrisisPath sourceCrisis(String id) {
        return source == null ? null : source.crises().get(id);
    }

    private <T> Map<String, T> each(String folder, BiFunction<String, Fields, T> reader) {
        var read = new LinkedHashMap<String, T>();
        for (var path : files.under(tag + "/" + folder + "/")) {
            var name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
            read.put(name, reader.apply(name, files.open(path, problems)));
        }
        return read;
    }

    private List<String> lines(String name) {
        if (!files.has(tag + "/" + name)) {
            return List.of();
        }
        var file = open(name);
        var examples = file.texts("examples");
        file.done();
        return examples;
    }

    private static Quiz quiz(String name, Fields file) {
        file.ignoring("review-by", "to-be-reviewed");
        var questions = file.list("questions").stream().map(LanguageReader::question).toList();
        var quiz = new Quiz(name, file.text("title", 30), file.text("theme"), questions);
        file.done();
        return quiz;
    }

    private static Quiz.Question question(Fields fields) {
        var options = fields.list("options").stream().map(LanguageReader::option).toList();
        if (options.size() != 3 || options.stream().filter(Quiz.Option::right).count() != 1) {
            fields.problem("a question has three options, exactly one of them right");
        }
        var question = new Quiz.Question(fields.text("asks", 280), options);
        fields.done();
        return question;
    }

    private static Quiz.Option option(Fields fields) {
        var option =
                new Quiz.Option(
                        fields.text("label", 40),
                        fields.flag("right"),
                        fields.text("feedback", 220));
        fields.done();
        return option;
    }

    private static TipTheme tips(String name, Fields file) {
        file.ignoring("review-by", "to-be-reviewed");
        var tips = new ArrayList<Tip>();
        for (var fields : file.list("tips")) {
            tips.add(new Tip(fields.text("id"), fields.text("says", 280)));
            fields.done();
        }
        var theme = new TipTheme(name, file.text("title", 30), tips);
        file.done();
        return theme;
    }

    private static Platform platform(String name, Fields file) {
        file.ignoring("source", "to-be-reviewed");
        var steps = new EnumMap<Platform.Section, List<String>>(Platform.Section.class);
        for (var section : Platform.Section.values()) {
            steps.put(section, file.texts(section.name().toLowerCase(Locale.ROOT), 2, 4));
        }
        var checkedOn = file.date("checked-on").orElse(LocalDate.EPOCH);
        var platform =
                new Platform(
                        name, file.text("title", 20), file.texts("nicknames"), checkedOn, steps);
        file.done();
        return platform;
    }

    private static Gate gate(Fields file) {
        var reviewed = file.flag("reviewed");
        var gate =
                new Gate(
                        file.list("patterns").stream().map(one -> pattern(one, reviewed)).toList(),
                        file.list("raisers").stream().map(LanguageReader::raiser).toList(),
                        file.list("harmless").stream().map(LanguageReader::harmless).toList());
        file.done();
        return gate;
    }

    private static Gate.Pattern pattern(Fields fields, boolean reviewed) {
        dated(fields);
        var text = fields.text("severity");
        var severity =
                text.matches("[123]") ? Severity.of(Integer.parseInt(text)) : Severity.URGENT;
        var pattern =
                new Gate.Pattern(
                        fields.text("id"),
                        fields.text("intent"),
                        severity,
                        fields.texts("any", 1, 400),
                        fields.texts("unless"),
                        fields.flag("alone", reviewed || severity == Severity.URGENT));
        if (!text.matches("[123]")
                || severity.isCrisis() != pattern.intent().startsWith("crisis/")) {
            fields.problemAt(
                    "severity", "severity is 1 with an ordinary intent, 2 or 3 with a crisis");
        }
        fields.done();
        return pattern;
    }

    private static Raiser raiser(Fields fields) {
        dated(fields);
        var raiser =
                new Raiser(fields.text("id"), fields.text("intent"), fields.texts("any", 1, 400));
        fields.done();
        return raiser;
    }

    private static Harmless harmless(Fields fields) {
        fields.ignoring("source");
        fields.date("added-on");
        var harmless = new Harmless(fields.text("id"), fields.texts("any", 1, 400));
        fields.done();
        return harmless;
    }

    private static void dated(Fields fields) {
        fields.text("source");
        if (fields.date("added-on").isEmpty()) {
            fields.problem("add \"added-on\"");
        }
    }

    private static List<Check> checks(Fields file) {
        var checks = new ArrayList<Check>();
        for (var fields : file.list("checks")) {
            checks.add(
                    new Check(
                            fields.text("text"),
                            fields.texts("intent", 1, 5),
                            fields.text("voice")));
            fields.done();
        }
        file.done();
        return checks;
    }
}
