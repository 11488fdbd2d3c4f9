package itu.cop.person;

import static org.assertj.core.api.Assertions.assertThat;

import itu.cop.channel.Peer;
import itu.cop.content.Content;
import itu.cop.person.People.Meeting;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonRetentionTests {
    private static final Peer WEB = new Peer("web", "session");
    private static final Peer TELEGRAM = new Peer("telegram", "1");

    private final SettableClock clock = new SettableClock();
    private final TestPeople fixture =
            new TestPeople(
                    TestDatabase.fresh(),
                    TestDatabase.sealer(1),
                    clock,
                    new Content("test", Map.of(), Map.of()),
                    List.of());
    private final People people = fixture.people;
    private final PersonRetention retention =
            new PersonRetention(
                    fixture.table,
                    fixture.erasure,
                    new PersonSettings(Duration.ofDays(30), Duration.ofDays(365)),
                    clock);

    @Test
    void forgetsTheWebAfterThirtyDaysAndOthersAfterAYear() {
        meet(WEB);
        meet(TELEGRAM);
        clock.advance(Duration.ofDays(30));
        retention.forgetInactive();
        assertThat(people.known(WEB)).isPresent();

        clock.advance(Duration.ofSeconds(1));
        retention.forgetInactive();
        assertThat(people.known(WEB)).isEmpty();

        clock.advance(Duration.ofDays(335).minusSeconds(1));
        retention.forgetInactive();
        assertThat(people.known(TELEGRAM)).isPresent();

        clock.advance(Duration.ofSeconds(1));
        retention.forgetInactive();
        assertThat(people.known(TELEGRAM)).isEmpty();
    }

    @Test
    void writingAgainStartsTheTimeAnew() {
        meet(WEB);
        clock.advance(Duration.ofDays(29));
        meet(WEB);
        clock.advance(Duration.ofDays(29));
        retention.forgetInactive();

        assertThat(people.known(WEB)).isPresent();
    }

    @Test
    void doesNotForgetWhoWroteAfterTheListWasMade() {
        meet(WEB);
        var id = people.known(WEB).orElseThrow().id();
        var listedAt = clock.instant().plusSeconds(1);
        clock.advance(Duration.ofDays(40));
        meet(WEB);

        assertThat(fixture.erasure.eraseUnseen(id, listedAt)).isFalse();
        assertThat(people.find(id)).isPresent();
    }

    private void meet(Peer peer) {
        people.meet(peer, new Meeting(null, null));
    }
}
