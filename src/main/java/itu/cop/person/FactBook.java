package itu.cop.person;

import itu.cop.content.ContentFolder;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what people tell, each kind of fact in its place. */
@Component
class FactBook {
    private final PeopleTable people;
    private final ConsentTable consents;
    private final QuizResultTable quizResults;
    private final ContentFolder content;
    private final Clock clock;

    FactBook(
            PeopleTable people,
            ConsentTable consents,
            QuizResultTable quizResults,
            ContentFolder content,
            Clock clock) {
        this.people = people;
        this.consents = consents;
        this.quizResults = quizResults;
        this.content = content;
        this.clock = clock;
    }

    void remember(UUID person, Fact fact) {
        switch (fact) {
            case Fact.Language(var tag) -> people.language(person, tag);
            case Fact.Country(var code) -> people.country(person, code, onlyZone(code));
            case Fact.Age(var band) -> people.age(person, band);
            case Fact.Consent consent -> consents.add(person, consent, clock.instant());
            case Fact.QuizResult result -> quizResults.add(person, result);
        }
    }

    boolean agreed(UUID person, Fact.Purpose purpose) {
        return consents.given(person, purpose);
    }

    /** A country with one zone tells the time; one with several does not. */
    private @Nullable ZoneId onlyZone(String code) {
        return content.current()
                .country(code)
                .filter(country -> country.zones().size() == 1)
                .map(country -> country.zones().getFirst())
                .orElse(null);
    }
}
