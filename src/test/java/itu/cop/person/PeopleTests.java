package itu.cop.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import itu.cop.channel.Peer;
import itu.cop.channel.PersonalData;
import itu.cop.channel.PersonalData.Kept;
import itu.cop.content.Content;
import itu.cop.content.Country;
import itu.cop.content.Language;
import itu.cop.person.Fact.Purpose;
import itu.cop.person.People.Meeting;
import itu.cop.storage.Sealer;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleTests {
    private static final Peer PEER = new Peer("telegram", "700123456");
    private static final Meeting MEETING = new Meeting(null, null);

    private final SettableClock clock = new SettableClock();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final People people = people(TestDatabase.sealer(1));

    @Test
    void knowsSomebodyAgain() {
        assertThat(people.known(PEER)).isEmpty();
        var first = people.meet(PEER, new Meeting("school-poster", "fr-CA"));
        clock.advance(Duration.ofHours(1));
        var second = people.meet(PEER, new Meeting("elsewhere", "en"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.lastSeenAt()).isEqualTo(clock.instant());
        assertThat(second.metAt()).isEqualTo(first.metAt());
        assertThat(second.source()).isEqualTo("school-poster");
        assertThat(second.language()).isEqualTo("fr");
        assertThat(second.age()).isEqualTo(AgeBand.NOT_SAID);
        assertThat(second.pseudonym()).matches("[A-Z][a-z]+ [A-Z][a-z]+");
        assertThat(people.known(PEER)).contains(second);
        assertThat(people.find(first.id())).contains(second);
        assertThat(people.address(first.id())).contains(PEER);
        assertThat(people.known(new Peer("web", PEER.id()))).isEmpty();
    }

    @Test
    void speaksEnglishWithWhomItCannotOtherwise() {
        for (var hint : new String[] {"xx", "", "not a tag at all", "de_DE"}) {
            assertThat(people.meet(new Peer("web", hint), new Meeting(null, hint)).language())
                    .isEqualTo("en");
        }
        assertThat(people.meet(PEER, new Meeting(null, "pt_BR")).language()).isEqualTo("pt-BR");
    }

    @Test
    void keepsNoSourceThatCouldBeWordsOfAPerson() {
        assertThat(people.meet(PEER, new Meeting("my name is Sam", null)).source()).isNull();
    }

    @Test
    void storesNeitherAddressNorName() {
        people.meet(PEER, MEETING);

        var row = jdbc.sql("select person::text from person").query().singleValue().toString();
        var hex = java.util.HexFormat.of();
        assertThat(row)
                .doesNotContain(PEER.id())
                .doesNotContain(hex.formatHex(PEER.id().getBytes(StandardCharsets.UTF_8)));
        assertThat(people.key(PEER)).hasSize(32).isEqualTo(people.key(PEER));
        assertThat(row).contains(hex.formatHex(people.key(PEER)));
    }

    @Test
    void meetsEachOnceHoweverManyAtATime() throws Exception {
        var together = new CyclicBarrier(16);
        var ids = new HashSet<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<UUID> meeting =
                    () -> {
                        together.await();
                        return people.meet(PEER, MEETING).id();
                    };
            var meetings = new ArrayList<Future<UUID>>();
            for (int i = 0; i < 16; i++) {
                meetings.add(threads.submit(meeting));
            }
            for (var met : meetings) {
                ids.add(met.get());
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(rows("person")).isEqualTo(1);
    }

    @Test
    void knowsPeopleAfterARotationAndMovesThemToTheNewKey() {
        var met = people.meet(PEER, MEETING);
        var other = people.meet(new Peer("web", "s1"), MEETING);
        var rotated = people(TestDatabase.sealer(2, 1));

        assertThat(rotated.address(met.id())).contains(PEER);
        assertThat(rotated.meet(PEER, MEETING).id()).isEqualTo(met.id());
        assertThat(rotated.known(new Peer("web", "s1"))).map(Person::id).contains(other.id());
        assertThat(rows("person")).isEqualTo(2);

        var withoutTheOldKey = people(TestDatabase.sealer(2));
        assertThat(withoutTheOldKey.known(PEER)).map(Person::id).contains(met.id());
        assertThat(withoutTheOldKey.address(met.id())).contains(PEER);
        assertThat(withoutTheOldKey.meet(new Peer("web", "s1"), MEETING).id())
                .isEqualTo(other.id());
    }

    @Test
    void remembersWhatPeopleTell() {
        var id = people.meet(PEER, MEETING).id();

        people.remember(id, new Fact.Language("fr"));
        people.remember(id, new Fact.Age(AgeBand.FROM_13_TO_15));
        people.remember(id, new Fact.Country("ke"));

        var person = people.find(id).orElseThrow();
        assertThat(person.language()).isEqualTo("fr");
        assertThat(person.age()).isEqualTo(AgeBand.FROM_13_TO_15);
        assertThat(person.country()).isEqualTo("ke");
        assertThat(person.zone()).isEqualTo(ZoneId.of("Africa/Nairobi"));
    }

    @Test
    void forgetsTheZoneInACountryOfSeveral() {
        var id = people.meet(PEER, MEETING).id();
        people.remember(id, new Fact.Country("ke"));
        people.remember(id, new Fact.Country("br"));
        assertThat(people.find(id).orElseThrow().zone()).isNull();

        people.remember(id, new Fact.Country("ke"));
        people.remember(id, new Fact.Country("zz"));
        assertThat(people.find(id).orElseThrow().zone()).isNull();
    }

    @Test
    void takesTheLastAnswerForAConsentAndKeepsTheOthers() {
        var id = people.meet(PEER, MEETING).id();
        assertThat(people.agreed(id, Purpose.TIPS)).isFalse();

        people.remember(id, new Fact.Consent(Purpose.TIPS, true));
        assertThat(people.agreed(id, Purpose.TIPS)).isTrue();
        assertThat(people.agreed(id, Purpose.BROADCASTS)).isFalse();

        people.remember(id, new Fact.Consent(Purpose.TIPS, false));
        assertThat(people.agreed(id, Purpose.TIPS)).isFalse();
        assertThat(rows("consent")).isEqualTo(2);
    }

    @Test
    void comesBackWhenTheyWriteAgain() {
        var id = people.meet(PEER, MEETING).id();
        people.gone(id, true);
        assertThat(people.find(id).orElseThrow().gone()).isTrue();

        assertThat(people.meet(PEER, MEETING).gone()).isFalse();
    }

    @Test
    void eraseLeavesNothing() {
        var id = fullyKnown();
        var other = people.meet(new Peer("web", "other"), MEETING).id();

        people.erase(id);

        assertThat(people.find(id)).isEmpty();
        assertThat(people.address(id)).isEmpty();
        assertThat(people.known(PEER)).isEmpty();
        assertThat(rows("consent") + rows("quiz_result")).isZero();
        assertThat(people.find(other)).isPresent();
        people.remember(id, new Fact.Consent(Purpose.TIPS, true));
        people.remember(id, new Fact.QuizResult("passwords", 1, 5, clock.instant()));
        assertThat(rows("consent") + rows("quiz_result")).isZero();
        assertThat(people.meet(PEER, MEETING).id()).isNotEqualTo(id);
    }

    @Test
    void erasesInEveryModuleOrNowhere() {
        var erased = new ArrayList<UUID>();
        var broken = new ArrayList<UUID>();
        var others =
                List.of(
                        data(person -> {
                            assertThat(people.find(person)).isPresent();
                            erased.add(person);
                        }),
                        data(person -> {
                            if (broken.contains(person)) {
                                throw new IllegalStateException("broken");
                            }
                        }));
        var everywhere =
                new TestPeople(database, TestDatabase.sealer(1), clock, content(), others).people;
        var id = fullyKnown();
        broken.add(id);

        assertThatThrownBy(() -> everywhere.erase(id)).isInstanceOf(IllegalStateException.class);
        assertThat(people.find(id)).isPresent();
        assertThat(rows("consent")).isEqualTo(1);

        broken.clear();
        everywhere.erase(id);
        assertThat(people.find(id)).isEmpty();
        assertThat(erased).containsExactly(id, id);
    }

    @Test
    void tellsWhatIsKeptWithoutWords() {
        var id = fullyKnown();
        var records =
                new TestPeople(database, TestDatabase.sealer(1), clock, content(), List.of())
                        .records;

        assertThat(records.kept(id))
                .containsExactly(
                        new Kept("mydata.profile", 1, clock.instant()),
                        new Kept("mydata.consents", 1, clock.instant()),
                        new Kept("mydata.quizzes", 1, clock.instant()));
        assertThat(records.kept(UUID.randomUUID())).isEmpty();
    }

    private UUID fullyKnown() {
        var id = people.meet(PEER, MEETING).id();
        people.remember(id, new Fact.Consent(Purpose.TIPS, true));
        people.remember(id, new Fact.QuizResult("passwords", 4, 5, clock.instant()));
        return id;
    }

    private int rows(String table) {
        return jdbc.sql("select * from " + table).query().listOfRows().size();
    }

    private People people(Sealer sealer) {
        return new TestPeople(database, sealer, clock, content(), List.of()).people;
    }

    private static Content content() {
        var language = mock(Language.class);
        return new Content(
                "test",
                Map.of("en", language, "fr", language, "pt-BR", language),
                Map.of(
                        "ke", country("ke", "Africa/Nairobi"),
                        "br", country("br", "America/Sao_Paulo", "America/Manaus")));
    }

    private static Country country(String code, String... zones) {
        var zoneIds = java.util.Arrays.stream(zones).map(ZoneId::of).toList();
        return new Country(code, code, zoneIds, Map.of(), List.of());
    }

    private static PersonalData data(java.util.function.Consumer<UUID> onErase) {
        return new PersonalData() {
            @Override
            public Set<String> tables() {
                return Set.of();
            }

            @Override
            public List<Kept> kept(UUID person) {
                return List.of();
            }

            @Override
            public List<Words> words(UUID person) {
                return List.of();
            }

            @Override
            public void erase(UUID person) {
                onErase.accept(person);
            }
        };
    }
}
