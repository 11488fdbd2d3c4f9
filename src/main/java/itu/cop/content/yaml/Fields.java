package itu.cop.content.yaml;

import itu.cop.content.ContentRejected.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read strictly: what is missing, of the wrong kind or left over
 * becomes a {@link Problem} with its line. Scalars are read as written, so that a bare {@code no}
 * or {@code 116} stays text.
 */
final class Fields {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<Problem> problems;

    Fields(String file, @Nullable Node node, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.node = node == null ? emptyNode() : node;
        if (!(this.node instanceof MappingNode mapping)) {
            problem(this.node, "expected keys with values here");
            return;
        }
        for (var pair : mapping.getValue()) {
            var key = scalar(pair.getKeyNode());
            if (values.put(key, pair.getValueNode()) != null) {
                problem(pair.getKeyNode(), "remove the second \"" + key + "\"");
            }
        }
    }

    private static Node emptyNode() {
        return new MappingNode(
                Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK);
    }

    /** A text that must be there. */
    String text(String key) {
        return textIfAny(key)
                .orElseGet(() -> {
                    problem(node, "add \"" + key + "\"");
                    return "";
                });
    }

    /** A text of at most so many characters. */
    String text(String key, int most) {
        var text = text(key);
        if (text.codePointCount(0, text.length()) > most) {
            problem(values.get(key), "shorten \"" + key + "\" to at most " + most + " characters");
        }
        return text;
    }

    Optional<String> textIfAny(String key) {
        read.add(key);
        var value = values.get(key);
        if (value == null || value.getTag().equals(Tag.NULL)) {
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode)) {
            problem(value, "\"" + key + "\" must be one text");
            return Optional.empty();
        }
        return Optional.of(scalar(value)).filter(text -> !text.isEmpty());
    }

    /** A list of texts; empty when the key is missing. */
    List<String> texts(String key) {
        return nodes(key).stream().map(this::oneText).toList();
    }

    /** A list of texts with between so many entries. */
    List<String> texts(String key, int least, int most) {
        var texts = texts(key);
        if (texts.size() < least || texts.size() > most) {
            problem(
                    values.getOrDefault(key, node),
                    "\""
                            + key
                            + "\" needs "
                            + least
                            + " to "
                            + most
                            + " entries, and has "
                            + texts.size());
        }
        return texts;
    }

    /** A list of mappings. */
    List<Fields> list(String key) {
        return nodes(key).stream().map(entry -> new Fields(file, entry, problems)).toList();
    }

    /** A mapping that must be there. */
    Fields map(String key) {
        return mapIfAny(key)
                .orElseGet(() -> {
                    problem(node, "add \"" + key + "\"");
                    return new Fields(file, null, new ArrayList<>());
                });
    }

    Optional<Fields> mapIfAny(String key) {
        read.add(key);
        var value = values.get(key);
        return value == null || value.getTag().equals(Tag.NULL)
                ? Optional.empty()
                : Optional.of(new Fields(file, value, problems));
    }

    /** One of an enum's constants, written in lower case with dashes. */
    <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        return textIfAny(key).flatMap(text -> constantOf(key, text, type));
    }

    <E extends Enum<E>> Optional<E> constantOf(String key, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-')
                    .equals(text.toLowerCase(java.util.Locale.ROOT))) {
                return Optional.of(constant);
            }
        }
        problem(values.getOrDefault(key, node), "\"" + text + "\" is not a known " + key);
        return Optional.empty();
    }

    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean unsaid) {
        var text = textIfAny(key).orElse(String.valueOf(unsaid));
        if (!text.equals("true") && !text.equals("false")) {
            problem(values.get(key), "\"" + key + "\" is true or false");
        }
        return text.equals("true");
    }

    Optional<LocalDate> date(String key) {
        return textIfAny(key)
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeParseException wrong) {
                        problem(values.get(key), "write \"" + key + "\" as 2026-11-24");
                        return Optional.empty();
                    }
                });
    }

    /** The keys that have not been read yet, each with its value as a text. */
    Map<String, String> remainingTexts() {
        var texts = new LinkedHashMap<String, String>();
        values.keySet().stream()
                .filter(key -> !read.contains(key))
                .toList()
                .forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** Keys that nobody reads only when the file is not reviewed by a program. */
    Fields ignoring(String... keys) {
        read.addAll(List.of(keys));
        return this;
    }

    /** Reports what nobody asked for. */
    void done() {
        values.forEach((key, value) -> {
            if (!read.contains(key)) {
                problem(value, "unknown key \"" + key + "\": remove it or correct its spelling");
            }
        });
    }

    void problem(String toDo) {
        problem(node, toDo);
    }

    void problemAt(String key, String toDo) {
        problem(values.getOrDefault(key, node), toDo);
    }

    private void problem(@Nullable Node at, String toDo) {
        problems.add(new Problem(file, at == null ? 1 : line(at), toDo));
    }

    private List<Node> nodes(String key) {
        read.add(key);
        var value = values.get(key);
        if (value == null || value.getTag().equals(Tag.NULL)) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(value, "\"" + key + "\" must be a list: lines that start with \"- \"");
        return List.of();
    }

    private String oneText(Node entry) {
        if (entry instanceof ScalarNode) {
            return scalar(entry);
        }
        problem(entry, "put this text in quotes");
        return "";
    }

    private static String scalar(Node entry) {
        return entry instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static int line(Node at) {
        return at.getStartMark() == null ? 1 : at.getStartMark().getLine() + 1;
    }
}
