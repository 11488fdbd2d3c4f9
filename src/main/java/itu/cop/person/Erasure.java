package itu.cop.person;

import itu.cop.channel.PersonalData;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets somebody everywhere, or not at all. */
@Component
class Erasure {
    private final ObjectProvider<PersonalData>
            everywhere; // asked late: those modules need this one
    private final PersonRecords own;
    private final PeopleTable people;
    private final TransactionOperations transaction;

    Erasure(
            ObjectProvider<PersonalData> everywhere,
            PersonRecords own,
            PeopleTable people,
            TransactionOperations transaction) {
        this.everywhere = everywhere;
        this.own = own;
        this.people = people;
        this.transaction = transaction;
    }

    void erase(UUID person) {
        transaction.executeWithoutResult(status -> {
            people.lock(person); // as a message does first: no deadlock with one
            eraseAll(person);
        });
    }

    /** Erases them unless they have written since; true when erased. */
    boolean eraseUnseen(UUID person, Instant since) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    boolean unseen = people.lockUnseen(person, since);
                    if (unseen) {
                        eraseAll(person);
                    }
                    return unseen;
                }));
    }

    private void eraseAll(UUID person) {
        everywhere.stream().filter(data -> !data.equals(own)).forEach(data -> data.erase(person));
        own.erase(person); // last: others may still look at the person
    }
}
