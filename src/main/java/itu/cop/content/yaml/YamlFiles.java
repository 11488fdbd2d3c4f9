package itu.cop.content.yaml;

import itu.cop.content.ContentRejected.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The content files as text, by path below {@code intents/}, from a folder or from the jar. */
public record YamlFiles(SortedMap<String, String> texts) {
    private static final String IN_JAR = "/intents/";

    /** Every file below a folder. */
    public static YamlFiles in(Path folder) {
        var texts = new TreeMap<String, String>();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new YamlFiles(texts);
    }

    /** The copy in the jar. */
    public static YamlFiles inClasspath() {
        var texts = new TreeMap<String, String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:intents/**/*.yaml")) {
                var url = file.getURL().toString();
                var path = url.substring(url.lastIndexOf(IN_JAR) + IN_JAR.length());
                texts.put(path, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new YamlFiles(texts);
    }

    /** The same for the same files, on any machine. */
    public String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The paths below a folder, such as {@code en/risk/}. */
    List<String> under(String folder) {
        return texts.keySet().stream().filter(path -> path.startsWith(folder)).toList();
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /** The file's keys; a file that cannot be read has none, and a problem. */
    Fields open(String path, List<Problem> problems) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(options).compose(new StringReader(texts.getOrDefault(path, "")));
            return new Fields(path, root, problems);
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            var line = mark == null ? 1 : mark.getLine() + 1;
            problems.add(new Problem(path, line, "this is not YAML: " + broken.getProblem()));
            return new Fields(path, null, new java.util.ArrayList<>());
        }
    }
}
