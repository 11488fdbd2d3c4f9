package itu.cop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was asked for on the command line: {@code --rate=100 --webhook}. */
record BenchOptions(Map<String, String> values) {
    /** Refuses what is not known: a mistyped option would measure something else. */
    static BenchOptions of(String[] arguments, Set<String> known) {
        var values = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var name = parts[0].replaceFirst("^--", "");
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "no option " + argument + "; known: " + new TreeSet<>(known));
            }
            values.put(name, parts.length < 2 ? "" : parts[1]);
        }
        return new BenchOptions(values);
    }

    int number(String name, int otherwise) {
        var value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
