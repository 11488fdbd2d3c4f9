package itu.cop.understanding;

import itu.cop.content.Content;
import itu.cop.content.Language;
import itu.cop.understanding.model.IntentTrainer.Sample;
import itu.cop.understanding.model.LanguageGuess;
import itu.cop.understanding.model.LanguageModel;
import itu.cop.understanding.model.Trained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trained models on disk: a folder for each set of training lines, named by their hash, written
 * aside and renamed when it is whole. Processes may share it.
 */
final class ModelFolders {
    /** Changes when the same lines would make another model. */
    private static final String ENGINE = "9";

    private static final int KEPT = 2;
    private static final int FEWEST_LINES = 20;
    private static final int MOST_TO_GUESS = 2500;
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    private final Path root;

    ModelFolders(Path root) {
        this.root = root;
    }

    /** The models for this content, if they have been trained. */
    Optional<Trained> load(Content content) throws IOException {
        return load(lines(content));
    }

    private Optional<Trained> load(Map<String, List<Sample>> lines) throws IOException {
        var folder = root.resolve(hash(lines));
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        var guess = folder.resolve(TrainingRun.GUESS + TrainingRun.MODEL);
        try {
            var models =
                    lines.keySet().parallelStream()
                            .collect(Collectors.toMap(tag -> tag, tag -> read(tag, folder)));
            return Optional.of(
                    new Trained(models, Files.exists(guess) ? LanguageGuess.read(guess) : null));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static LanguageModel read(String tag, Path folder) {
        try {
            return LanguageModel.read(tag, folder.resolve(tag + TrainingRun.MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models for this content, trained now unless another process just did. */
    Trained train(Content content, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var lines = lines(content);
        Files.createDirectories(root);
        try (var channel =
                        FileChannel.open(
                                root.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.isDirectory(root.resolve(hash(lines)))) {
                trainAside(lines, progress);
                prune();
            }
        }
        return load(lines).orElseThrow();
    }

    private void trainAside(Map<String, List<Sample>> lines, DoubleConsumer progress)
            throws IOException, InterruptedException {
        var aside = root.resolve(hash(lines) + ".part");
        delete(aside);
        Files.createDirectories(aside);
        try {
            for (var language : lines.entrySet()) {
                TrainingRun.write(
                        language.getValue(), aside.resolve(language.getKey() + TrainingRun.LINES));
            }
            var latin = latin(lines);
            if (latin.stream().map(Sample::label).distinct().count() > 1) {
                TrainingRun.write(latin, aside.resolve(TrainingRun.GUESS + TrainingRun.LINES));
            }
            TrainingRun.start(aside, progress);
            Files.move(aside, root.resolve(hash(lines)), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(aside);
        }
    }

    /** Keeps the newest folders. */
    private void prune() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(ModelFolders::age).reversed())
                    .skip(KEPT)
                    .forEach(ModelFolders::delete);
        }
    }

    private static java.nio.file.attribute.FileTime age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Training lines by language, those of too few left out. */
    private static Map<String, List<Sample>> lines(Content content) {
        return content.languages().values().parallelStream()
                .map(language -> Map.entry(language.tag(), lines(language)))
                .filter(own -> own.getValue().size() >= FEWEST_LINES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Sample> lines(Language language) {
        var lines = new ArrayList<Sample>();
        language.intents().values().forEach(one -> add(one.id(), one.examples(), lines));
        language.crises().values().forEach(one -> add(one.id(), one.examples(), lines));
        add(Understood.NONE, language.noneExamples(), lines);
        add(LanguageModel.LOOKALIKE, language.lookalikes(), lines);
        lines.sort(Comparator.comparing(Sample::label).thenComparing(Sample::text));
        return lines;
    }

    /**
     * Lines in Latin script labelled with their language, of no language far more than of others.
     */
    private static List<Sample> latin(Map<String, List<Sample>> lines) {
        var latin = new ArrayList<Sample>();
        lines.forEach((tag, own) -> {
            int step = Math.max(1, own.size() / MOST_TO_GUESS);
            for (int i = 0; i < own.size(); i += step) {
                if (LATIN.matcher(own.get(i).text()).find()) {
                    latin.add(new Sample(tag, own.get(i).text()));
                }
            }
        });
        latin.sort(Comparator.comparing(Sample::label).thenComparing(Sample::text));
        return latin;
    }

    private static void add(String label, List<String> examples, List<Sample> to) {
        examples.forEach(example -> to.add(new Sample(label, Normaliser.normalise(example))));
    }

    private static String hash(Map<String, List<Sample>> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ENGINE.getBytes(StandardCharsets.UTF_8));
            lines.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Object::toString)
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
