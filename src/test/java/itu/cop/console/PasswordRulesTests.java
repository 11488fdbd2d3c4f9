package itu.cop.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otter lamp violin seven",
                "тихая река и фонарь",
                "kx7#Pq2!vLm9",
                "ночь улица фонарь аптека"
            })
    void longAndUnusualIsGood(String password) {
        assertThat(rules.problem(password, "ada@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "👍👍👍👍👍👍"})
    void shortIsRefused(String password) {
        assertThat(rules.problem(password, "ada@example.org"))
                .hasValueSatisfying(words -> assertThat(words).contains("12 characters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "PASSWORD!!!!",
                "2024password2024",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaa",
                "abababababab",
                "ottersotters",
                "otterotterotter",
                "correct horse battery staple",
                "administrator1",
                "ada.lovelace.1815"
            })
    void easyToGuessIsRefused(String password) {
        assertThat(rules.problem(password, "ada.lovelace@example.org"))
                .hasValueSatisfying(words -> assertThat(words).contains("easy to guess"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seventy-three characters are one too many for what is read of a password!",
                "сорок букв по два байта, это уже слишком много"
            })
    void longerThanWhatIsReadIsRefused(String password) {
        assertThat(rules.problem(password, "ada@example.org"))
                .hasValueSatisfying(words -> assertThat(words).contains("too long"));
    }
}
