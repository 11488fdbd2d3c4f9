package itu.cop.inbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import itu.cop.channel.Channel;
import itu.cop.channel.Delivery;
import itu.cop.channel.Inbound;
import itu.cop.channel.Outbound;
import itu.cop.channel.Peer;
import itu.cop.content.Content;
import itu.cop.content.ContentFolder;
import itu.cop.content.Gate;
import itu.cop.content.Intent;
import itu.cop.content.Language;
import itu.cop.content.Severity;
import itu.cop.conversation.Conversation;
import itu.cop.conversation.Effect;
import itu.cop.conversation.Event;
import itu.cop.conversation.Reply;
import itu.cop.conversation.State;
import itu.cop.conversation.Turn;
import itu.cop.moderation.Moderation;
import itu.cop.storage.SettableClock;
import itu.cop.storage.TestDatabase;
import itu.cop.storage.Wakeups;
import itu.cop.understanding.Understanding;
import itu.cop.understanding.Understood;
import itu.cop.understanding.Utterance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** An inbox and an outbox on a real database; people who talk and what is around them are fakes. */
final class InboxBench implements AutoCloseable {
    static final String CHANNEL = "fake";

    final SettableClock clock = new SettableClock();
    final FakePeople people = new FakePeople();
    final Moderation moderation = mock(Moderation.class);
    final FakeChannel channel = new FakeChannel();
    final List<Turn> turns = new CopyOnWriteArrayList<>();
    final List<Utterance> utterances = new CopyOnWriteArrayList<>();
    final FlakySource source;
    final JdbcClient sql;
    volatile Function<Utterance, Understood> understands = _ -> understood(Severity.NONE, false);
    volatile Function<Turn, Reply> replies = turn -> reply("re: " + text(turn));
    private final Conversation conversation = mock(Conversation.class);
    private final Understanding understanding = mock(Understanding.class);
    private final ContentFolder content = mock(ContentFolder.class);
    private final FakeWakeups wakeups = new FakeWakeups();
    private final HikariDataSource pool = new HikariDataSource();
    private final List<AnnotationConfigApplicationContext> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    InboxBench() {
        var database = TestDatabase.fresh();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(16);
        source = new FlakySource(pool);
        sql = JdbcClient.create(pool);
        when(content.current()).thenReturn(content());
        when(moderation.standing(any())).thenReturn(Moderation.Standing.NONE);
        doAnswer(
                        call -> {
                            utterances.add(call.getArgument(0));
                            return understands.apply(call.getArgument(0));
                        })
                .when(understanding)
                .of(any());
        doAnswer(call -> call.<String>getArgument(0).contains("danger"))
                .when(understanding)
                .alarming(any());
        doAnswer(
                        call -> {
                            Turn turn = call.getArgument(0);
                            if (needsModels(turn)) {
                                return new Reply(
                                        List.of(), turn.state(), List.of(new Effect.AwaitModels()));
                            }
                            turns.add(turn);
                            return replies.apply(turn);
                        })
                .when(conversation)
                .reply(any());
    }

    @ComponentScan({"itu.cop.inbox", "itu.cop.outbox"})
    @ConfigurationPropertiesScan({"itu.cop.inbox", "itu.cop.outbox"})
    static class Modules {}

    /** One process; without workers, {@link #step} does their work. */
    AnnotationConfigApplicationContext start(int workers) {
        var context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "cop.inbox.workers=" + workers,
                        "cop.inbox.poll=20ms",
                        "cop.outbox.poll=20ms")
                .applyTo(context);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(
                PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(itu.cop.storage.Sealer.class, () -> TestDatabase.sealer(1));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                io.micrometer.core.instrument.MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Wakeups.class, () -> wakeups);
        context.registerBean(Channel.class, () -> channel);
        context.registerBean(itu.cop.person.People.class, () -> people.mock);
        context.registerBean(Moderation.class, () -> moderation);
        context.registerBean(Conversation.class, () -> conversation);
        context.registerBean(Understanding.class, () -> understanding);
        context.registerBean(ContentFolder.class, () -> content);
        context.register(Modules.class);
        context.refresh();
        people.keepers.addAll(context.getBeansOfType(itu.cop.channel.PersonalData.class).values());
        replicas.add(context);
        return context;
    }

    boolean step() {
        return replicas.getFirst().getBean(Worker.class).step();
    }

    /** Until nothing is due. */
    void drain() {
        while (step()) {
            // each step is one row
        }
    }

    <T> T bean(Class<T> type) {
        return replicas.getFirst().getBean(type);
    }

    void say(String who, String text) {
        receive(said(who, text));
    }

    Inbound.Said said(String who, String text) {
        return new Inbound.Said(
                "m" + numbers.incrementAndGet(),
                peer(who),
                clock.instant(),
                text,
                false,
                null,
                null);
    }

    void press(String who, String button) {
        receive(
                new Inbound.Pressed(
                        "m" + numbers.incrementAndGet(), peer(who), clock.instant(), button));
    }

    void receive(Inbound event) {
        replicas.getFirst().getBean(Inbox.class).receive(event);
    }

    static Peer peer(String who) {
        return new Peer(CHANNEL, who);
    }

    static Understood understood(Severity severity, boolean unfinished) {
        return new Understood(
                "en",
                severity.isCrisis() ? "crisis/suicide" : "bot/hello",
                0.9,
                severity,
                true,
                severity.isCrisis() ? Understood.Outcome.CRISIS : Understood.Outcome.ANSWER,
                List.of(),
                unfinished,
                Intent.Door.ME,
                null);
    }

    static Understood notReady() {
        return new Understood(
                "en",
                "none",
                0,
                Severity.NONE,
                false,
                Understood.Outcome.NOT_READY,
                List.of(),
                false,
                Intent.Door.ME,
                null);
    }

    /** As the real conversation does: its own words need no models. */
    private static boolean needsModels(Turn turn) {
        return turn.event() instanceof Event.Said said
                && said.understood().outcome() == Understood.Outcome.NOT_READY
                && !List.of("Stop!", "/forget", "2").contains(said.text().strip());
    }

    static Reply reply(String text, Effect... effects) {
        var message = new Reply.Message(text, List.of(), false, false);
        return new Reply(List.of(message), State.fresh(), List.of(effects));
    }

    static String text(Turn turn) {
        return switch (turn.event()) {
            case Event.Said said -> said.text();
            case Event.Pressed pressed -> "pressed " + pressed.choice();
            case Event.Due due -> "due " + due.timer();
            case Event.Unopened unopened -> "unopened " + unopened.kind();
        };
    }

    List<String> answered() {
        return turns.stream().map(InboxBench::text).toList();
    }

    int rows(String query) {
        return sql.sql("select count(*) from " + query).query((row, _) -> row.getInt(1)).single();
    }

    private static Content content() {
        var phrases =
                Map.ofEntries(
                        Map.entry("outbox.opener", "I have an answer for you."),
                        Map.entry("outbox.show", "Show"),
                        Map.entry("inbox.warming-up", "warming up"),
                        Map.entry("inbox.broken", "broken"),
                        Map.entry("inbox.helpline", "Helpline"),
                        Map.entry("inbox.nothing-to-show", "nothing to show"),
                        Map.entry("mydata.intro", "I keep:"),
                        Map.entry("mydata.nothing", "nothing"),
                        Map.entry("mydata.you", "You"),
                        Map.entry("mydata.bot", "Bot"),
                        Map.entry("mydata.messages-received", "{count} from you since {since}"),
                        Map.entry("mydata.messages-sent", "{count} to you since {since}"),
                        Map.entry("mydata.other", "{count} other"));
        var english =
                new Language(
                        "en",
                        "English",
                        false,
                        phrases,
                        Map.of("stop", List.of("stop")),
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

    @Override
    public void close() {
        source.down = false;
        replicas.forEach(AnnotationConfigApplicationContext::close);
        pool.close();
    }

    /** A database that can be away. */
    static final class FlakySource extends DelegatingDataSource {
        volatile boolean down;

        FlakySource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (down) {
                throw new SQLException("away", "08001");
            }
            return super.getConnection();
        }
    }

    /** Accepts everything. */
    static final class FakeChannel implements Channel {
        final List<Outbound> sent = new CopyOnWriteArrayList<>();
        final List<String> to = new CopyOnWriteArrayList<>();

        List<String> texts() {
            return sent.stream()
                    .map(m -> m instanceof Outbound.Say say ? say.text() : m.toString())
                    .toList();
        }

        @Override
        public String name() {
            return CHANNEL;
        }

        @Override
        public int messagesPerSecond() {
            return 10_000;
        }

        @Override
        public Delivery send(Peer peer, UUID letter, Outbound message) {
            to.add(peer.id());
            sent.add(message);
            return new Delivery.Accepted("x" + sent.size());
        }
    }

    /** Hints at once, in the same process. */
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
