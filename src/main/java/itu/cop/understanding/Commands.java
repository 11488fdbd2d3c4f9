package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.ContentRejected;
import itu.cop.content.HelplineReview;
import itu.cop.understanding.model.Trained;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands that run without web and database: {@code train}, {@code evaluate} and {@code
 * helplines}.
 */
public final class Commands {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final Set<String> COMMANDS = Set.of("train", "evaluate", "helplines");
    private static final Set<String> OPTIONS = Set.of("out", "train", "dev", "test", "oos");
    private static final String USAGE =
            "usage: train | helplines | evaluate FILE.tsv [--out OUT.tsv]"
                    + " | evaluate --train T.tsv [--dev D.tsv] --test S.tsv [--oos NAME]";

    private final Map<String, String> options = new HashMap<>();

    private Commands() {}

    /** Input that somebody has to mend; the message says where. */
    static final class BadInput extends RuntimeException {
        BadInput(String message) {
            super(message);
        }
    }

    /** Runs a command and tells its exit code; empty where the arguments name none. */
    public static OptionalInt run(String... arguments) {
        if (arguments.length == 0 || !COMMANDS.contains(arguments[0])) {
            return OptionalInt.empty();
        }
        quiet();
        var output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Commands().dispatch(arguments, output);
            return OptionalInt.of(0);
        } catch (BadInput | ContentRejected e) {
            System.err.println(e.getMessage());
            return OptionalInt.of(BAD_INPUT);
        } catch (IOException e) {
            System.err.println(e);
            return OptionalInt.of(FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(FAILED);
        }
    }

    private void dispatch(String[] arguments, PrintStream output)
            throws IOException, InterruptedException {
        var operand = parse(arguments);
        switch (arguments[0]) {
            case "train" -> train(operand, output);
            case "helplines" -> helplines(operand, output);
            default -> {
                var json = JsonMapper.builder().build();
                output.println(json.writeValueAsString(evaluate(operand)));
            }
        }
    }

    private static void train(String operand, PrintStream output)
            throws IOException, InterruptedException {
        if (operand.isEmpty()) {
            models(content());
        } else {
            TrainingRun.run(Path.of(operand), output);
        }
    }

    private void helplines(String operand, PrintStream output) {
        if (!operand.isEmpty() || !options.isEmpty()) {
            throw new BadInput(USAGE);
        }
        var today = LocalDate.now(Clock.systemUTC());
        HelplineReview.of(content().countries().values(), today).forEach(output::println);
    }

    private Map<String, @Nullable Object> evaluate(String operand)
            throws IOException, InterruptedException {
        var train = options.get("train");
        var test = options.get("test");
        if (train == null && test == null && !operand.isEmpty()) {
            var content = content();
            return new Evaluation(content, models(content)).run(file(operand), options.get("out"));
        }
        if (train == null || test == null || !operand.isEmpty()) {
            throw new BadInput(USAGE);
        }
        var dev = options.get("dev");
        return new Benchmark(options.getOrDefault("oos", Understood.NONE))
                .run(file(train), dev == null ? null : file(dev), file(test));
    }

    /** The models of this content: those under the data folder, or made there now. */
    private static Trained models(Content content) throws IOException, InterruptedException {
        return new ModelFolders(setting("data-dir", "./data").resolve("models"))
                .train(content, _ -> {});
    }

    /** Fills the options and returns what stands alone. */
    private String parse(String[] arguments) {
        var operand = "";
        for (int i = 1; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.startsWith("--cop.") && argument.contains("=")) {
                var sides = argument.substring(2).split("=", 2);
                System.setProperty(sides[0], sides[1]);
            } else if (argument.startsWith("--")) {
                i++;
                if (!OPTIONS.contains(argument.substring(2)) || i == arguments.length) {
                    throw new BadInput(argument + ": unknown or without a value; " + USAGE);
                }
                options.put(argument.substring(2), arguments[i]);
            } else if (operand.isEmpty()) {
                operand = argument;
            } else {
                throw new BadInput(USAGE);
            }
        }
        return operand;
    }

    private static Path file(String name) {
        var file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new BadInput(name + ": cannot be read");
        }
        return file;
    }

    private static Content content() {
        var folder = setting("content-dir", "intents");
        return Files.isDirectory(folder)
                ? ContentFolder.read(folder)
                : ContentFolder.fromClasspath();
    }

    /** By Spring's rules, without Spring: system property, then environment. */
    private static Path setting(String name, String otherwise) {
        var variable = "COP_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
        var property = System.getProperty("cop." + name, System.getenv(variable));
        return Path.of(property == null ? otherwise : property);
    }

    /** Standard output belongs to the result. */
    private static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.OFF);
        }
    }
}
