package itu.cop.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Two kind words to call somebody by. */
@Component
class Pseudonyms {
    private final List<String> first;
    private final List<String> second;

    Pseudonyms() {
        var lines = lines();
        this.first = words(lines, "first:");
        this.second = words(lines, "second:");
    }

    /** A few at random, to choose one that is free. */
    List<String> some(RandomGenerator random) {
        return Stream.generate(() -> pick(first, random) + " " + pick(second, random))
                .limit(8)
                .toList();
    }

    private static String pick(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(List<String> lines, String label) {
        return lines.stream()
                .filter(line -> line.startsWith(label))
                .flatMap(line -> Stream.of(line.substring(label.length()).strip().split(" ")))
                .toList();
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("person/pseudonyms.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
