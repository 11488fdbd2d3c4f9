package itu.cop.person;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Something a person told about themselves, or decided. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Fact {
    /** The language they want, BCP 47. */
    record Language(String tag) implements Fact {}

    /** The country they are in, ISO 3166 in lower case. */
    record Country(String code) implements Fact {}

    /** Their age band. */
    record Age(AgeBand band) implements Fact {}

    /** They agreed to something, or took it back; kept as a dated row. */
    record Consent(Purpose purpose, boolean given) implements Fact {}

    /** How a quiz ended. */
    record QuizResult(String quiz, int right, int questions, Instant at) implements Fact {}

    /** What one can agree to, each apart. */
    enum Purpose {
        TIPS,
        BROADCASTS,
        FOLLOW_UP
    }
}
