package itu.cop.understanding;

import itu.cop.understanding.model.IntentTrainer.Sample;
import itu.cop.understanding.model.LanguageGuess;
import itu.cop.understanding.model.LanguageModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Training in a process of its own, whose memory goes when it ends. */
final class TrainingRun {
    static final String LINES = ".tsv";
    static final String MODEL = ".model";

    /** The lines of all languages in Latin script, labelled with their language. */
    static final String GUESS = "languages";

    private static final String PROGRESS = "progress ";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private TrainingRun() {}

    static void write(List<Sample> samples, Path file) throws IOException {
        Files.write(file, samples.stream().map(one -> one.label() + "\t" + one.text()).toList());
    }

    /** Trains a model beside each file of lines, in a new process, and waits for its end. */
    static void start(Path folder, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command(folder))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        try (var output = process.inputReader()) {
            output.lines()
                    .filter(line -> line.startsWith(PROGRESS))
                    .forEach(line ->
                            progress.accept(Double.parseDouble(line.substring(PROGRESS.length()))));
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("training ended with " + code);
            }
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(killer);
        }
    }

    private static List<String> command(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                inJar() ? LAUNCHER : "itu.cop.CopApplication",
                "train",
                folder.toString());
    }

    private static boolean inJar() {
        var launcher = LAUNCHER.replace('.', '/') + ".class";
        return ClassLoader.getSystemResource(launcher) != null;
    }

    /** What the new process does. */
    static void run(Path folder, PrintStream output) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(LINES)).sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            int before = i;
            var tag = files.get(i).getFileName().toString().replace(LINES, "");
            train(
                    tag,
                    read(files.get(i)),
                    folder.resolve(tag + MODEL),
                    done -> tell(output, (before + done) / files.size()));
        }
    }

    private static void train(String tag, List<Sample> lines, Path to, DoubleConsumer progress)
            throws IOException {
        if (tag.equals(GUESS)) {
            LanguageGuess.train(lines).write(to);
            progress.accept(1);
        } else {
            LanguageModel.learn(tag, lines, progress).model().write(to);
        }
    }

    /** A process that was killed leaves its training behind: it ends as soon as nobody listens. */
    private static void tell(PrintStream output, double done) {
        output.println(PROGRESS + done);
        if (output.checkError()) {
            throw new IllegalStateException("nobody listens any more");
        }
    }

    static List<Sample> read(Path file) throws IOException {
        var samples = new ArrayList<Sample>();
        for (var line : Files.readAllLines(file)) {
            var cells = line.split("\t", 2);
            samples.add(new Sample(cells[0], cells[1]));
        }
        return samples;
    }
}
