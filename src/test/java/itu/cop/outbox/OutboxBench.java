package itu.cop.outbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import itu.cop.channel.Channel;
import itu.cop.channel.Delivery;
import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Gate;
import itu.cop.content.Language;
import itu.cop.person.AgeBand;
import itu.cop.person.People;
import itu.cop.person.Person;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import itu.cop.storage.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** An outbox on a database of its own, with a channel that does as it is told. */
final class OutboxBench implements AutoCloseable {
    static final String CHANNEL = "fake";

    final SettableClock clock = new SettableClock();
    final People people = mock(People.class);
    final FakeChannel channel;
    final HikariDataSource source = new HikariDataSource();
    final JdbcClient sql;
    final KeptLettersTable kept;
    final Outbox outbox;
    final DeadLetters deadLetters;
    private final Envelope envelope;
    private final ContentFolder content = mock(ContentFolder.class);
    private final FakeWakeups wakeups = new FakeWakeups();
    private final List<Dispatcher> dispatchers = new CopyOnWriteArrayList<>();

    OutboxBench() {
        this(10_000);
    }

    OutboxBench(int perSecond) {
        channel = new FakeChannel(perSecond);
        var database = TestDatabase.fresh();
        source.setJdbcUrl(database.url());
        source.setUsername(database.username());
        source.setPassword(database.password());
        source.setMaximumPoolSize(8);
        sql = JdbcClient.create(source);
        envelope = new Envelope(JsonMapper.builder().build(), TestDatabase.sealer(1));
        kept = new KeptLettersTable(sql, envelope);
        outbox = new Outbox(new OutboxTable(sql, envelope), kept, people, wakeups, clock);
        deadLetters = new DeadLetters(kept, wakeups, clock);
        when(content.current()).thenReturn(content());
        when(people.find(any())).thenAnswer(call -> Optional.of(person(call.getArgument(0))));
        when(people.address(any()))
                .thenAnswer(call -> Optional.of(new Peer(CHANNEL, call.getArgument(0).toString())));
    }

    private static Content content() {
        var phrases = Map.of("outbox.opener", "I have an answer for you.", "outbox.show", "Show");
        var english =
                new Language(
                        "en",
                        "English",
                        false,
                        phrases,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        new Gate(List.of(), List.of(), List.of()),
                        List.of());
        return new Content("1", Map.of("en", english), Map.of());
    }

    static Person person(UUID id) {
        var met = Instant.parse("2026-11-01T00:00:00Z");
        return new Person(
                id,
                CHANNEL,
                "Blue Otter",
                "en",
                null,
                null,
                AgeBand.NOT_SAID,
                null,
                false,
                met,
                met);
    }

    /** A process: it has its own leases, and shares only the database. */
    Dispatcher dispatcher() {
        return dispatcher(clock, 64);
    }

    Dispatcher dispatcher(Clock time, int inFlight) {
        var settings =
                new OutboxSettings(
                        inFlight,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(5));
        var table = new OutboxTable(sql, envelope);
        var budget = new BudgetTable(sql);
        var claims =
                new Claims(table, budget, settings, time, new DataSourceTransactionManager(source));
        var courier =
                new Courier(
                        table,
                        claims,
                        people,
                        new Packing(table, people, content, settings, time),
                        new OutboxMetrics(new SimpleMeterRegistry(), kept, time),
                        time);
        var dispatcher = new Dispatcher(List.of(channel), claims, courier, settings, wakeups);
        dispatchers.add(dispatcher);
        return dispatcher;
    }

    /** Claims as a process does that is killed right after. */
    void claimAndDie() {
        new OutboxTable(sql, envelope)
                .claim(
                        CHANNEL,
                        Lane.CRISIS,
                        Lane.BULK,
                        100,
                        clock.instant(),
                        Duration.ofSeconds(30));
    }

    UUID say(UUID person, Lane lane, String text) {
        return outbox.enqueue(
                new Letter(person, lane, Outbound.Say.plain(text), false, clock.instant(), null));
    }

    UUID saySensitive(UUID person, Lane lane, String text, @Nullable Instant answers) {
        return outbox.enqueue(
                new Letter(person, lane, Outbound.Say.plain(text), true, answers, null));
    }

    String state(UUID letter) {
        return sql.sql("select state from outbox where id = :id")
                .param("id", letter)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("none");
    }

    @Override
    public void close() {
        dispatchers.forEach(Dispatcher::stop);
        source.close();
    }

    /** What reached the channel, and when. */
    record Sent(long nanos, Peer to, UUID letter, Outbound message) {
        String text() {
            return message instanceof Outbound.Say say ? say.text() : message.toString();
        }
    }

    static final class FakeChannel implements Channel {
        final List<Sent> sent = new CopyOnWriteArrayList<>();
        volatile Function<Sent, Delivery> answer =
                sent -> new Delivery.Accepted("x-" + sent.letter());
        private final int perSecond;

        FakeChannel(int perSecond) {
            this.perSecond = perSecond;
        }

        List<String> texts() {
            return sent.stream().map(Sent::text).toList();
        }

        @Override
        public String name() {
            return CHANNEL;
        }

        @Override
        public int messagesPerSecond() {
            return perSecond;
        }

        @Override
        public Delivery send(Peer to, UUID letter, Outbound message) {
            var one = new Sent(System.nanoTime(), to, letter, message);
            sent.add(one);
            return answer.apply(one);
        }
    }

    /** Hints at once and in the same process. */
    static final class FakeWakeups implements Wakeups {
        private final List<Consumer<String>> tasks = new CopyOnWriteArrayList<>();

        @Override
        public void on(String topic, Consumer<String> task) {
            tasks.add(task);
        }

        @Override
        public void wake(String topic, String payload) {
            tasks.forEach(task -> task.accept(payload));
        }
    }
}
