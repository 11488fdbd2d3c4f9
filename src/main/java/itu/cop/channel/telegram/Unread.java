package itu.cop.channel.telegram;

import itu.cop.channel.AddressBook;
import itu.cop.channel.PersonalData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps updates that could not be read, sealed, for as long as somebody may look why. Nobody knows
 * whose they are, so erasure opens each and looks for the person's number. Also there without a
 * token: rows of before are still forgotten.
 */
@Component
class Unread implements PersonalData {
    private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

    private final UnreadTable table;
    private final ObjectProvider<AddressBook> addresses;
    private final Periods periods;
    private final Clock clock;

    Unread(UnreadTable table, ObjectProvider<AddressBook> addresses, Periods periods, Clock clock) {
        this.table = table;
        this.addresses = addresses;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * How long things stay.
     *
     * @param unreadUpdates what Telegram sent and could not be read
     */
    @ConfigurationProperties("cop.retention")
    record Periods(@DefaultValue("7d") Duration unreadUpdates) {}

    void keep(@Nullable Long update, String error, byte[] body) {
        table.add(update, error, body, clock.instant());
        LOG.warn("update {} cannot be read: {}", update == null ? "?" : update, error);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void retire() {
        try {
            table.retire(clock.instant().minus(periods.unreadUpdates()));
        } catch (DataAccessException away) {
            LOG.warn("unread updates stay for now: {}", away.getClass().getSimpleName());
        }
    }

    @Override
    public Set<String> tables() {
        return Set.of("telegram_unread");
    }

    @Override
    public List<Kept> kept(UUID person) {
        var theirs = of(person);
        return theirs.isEmpty()
                ? List.of()
                : List.of(new Kept("mydata.other", theirs.size(), theirs.getFirst().receivedAt()));
    }

    /** None: what could not be read cannot be shown. */
    @Override
    public List<Words> words(UUID person) {
        return List.of();
    }

    @Override
    public void erase(UUID person) {
        of(person).forEach(row -> table.remove(row.id()));
    }

    private List<UnreadTable.Row> of(UUID person) {
        return addresses
                .getObject()
                .address(person)
                .filter(it -> it.channel().equals(TelegramChannel.NAME))
                .map(it -> Pattern.compile("(?<!\\d)" + Pattern.quote(it.id()) + "(?!\\d)"))
                .map(number ->
                        table.all().stream()
                                .filter(row -> number.matcher(row.body()).find())
                                .toList())
                .orElse(List.of());
    }
}
