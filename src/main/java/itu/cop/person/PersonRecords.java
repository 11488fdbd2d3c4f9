package itu.cop.person;

import itu.cop.channel.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What this module itself keeps about somebody. */
@Component
class PersonRecords implements PersonalData {
    private final PeopleTable people;
    private final ConsentTable consents;
    private final QuizResultTable quizResults;

    PersonRecords(PeopleTable people, ConsentTable consents, QuizResultTable quizResults) {
        this.people = people;
        this.consents = consents;
        this.quizResults = quizResults;
    }

    @Override
    public Set<String> tables() {
        return Set.of("person", "consent", "quiz_result");
    }

    @Override
    public List<Kept> kept(UUID person) {
        var profile =
                people.byId(person).map(found -> new Kept("mydata.profile", 1, found.metAt()));
        return Stream.of(profile, consents.kept(person), quizResults.kept(person))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Words> words(UUID person) {
        return List.of();
    }

    @Override
    public void erase(UUID person) {
        people.delete(person);
    }
}
