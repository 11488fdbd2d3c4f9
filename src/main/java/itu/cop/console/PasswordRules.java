package itu.cop.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Long, and not one that is guessed first. Nothing else: no digits or signs are demanded. */
@Component
class PasswordRules {
    private static final int SHORTEST = 12;

    /** What bcrypt reads of a password. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int NAME_WORTH_CHECKING = 4;

    private final Set<String> common;

    PasswordRules() {
        try {
            var list = new ClassPathResource("console/common-passwords.txt");
            common =
                    list.getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with it, in words for the person who chose it. */
    Optional<String> problem(String password, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Please choose a password of at least 12 characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("This password is too long. Please keep it under 72 characters.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (isCommon(lower) || holdsName(lower, name)) {
            return Optional.of(
                    "This password is easy to guess. Four or five words that have nothing to do"
                            + " with each other or with you make a good one.");
        }
        return Optional.empty();
    }

    private boolean isCommon(String lower) {
        var core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return lower.chars().distinct().count() < FEWEST_DIFFERENT
                || common.contains(lower)
                || common.contains(core)
                || isRepeated(lower);
    }

    /** {@code abcdabcdabcd}: a short piece, over and over. */
    private static boolean isRepeated(String text) {
        return (text + text).indexOf(text, 1) < text.length();
    }

    private static boolean holdsName(String lower, String name) {
        var user = name.replaceAll("@.*", "");
        return user.length() >= NAME_WORTH_CHECKING && lower.contains(user);
    }
}
