package itu.cop.channel.web;

import itu.cop.channel.AddressBook;
import itu.cop.channel.PersonalData;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The history of the pages as personal data: shown, erased, and swept when a chat went quiet. */
@Component
class WebHistory implements PersonalData {
    private static final Logger log = LoggerFactory.getLogger(WebHistory.class);

    private final WebMessageTable messages;
    private final WebVisitors visitors;
    private final WebChatChannel channel;
    private final ObjectProvider<AddressBook> addressBook;
    private final WebSettings settings;
    private final Clock clock;

    WebHistory(
            WebMessageTable messages,
            WebVisitors visitors,
            WebChatChannel channel,
            ObjectProvider<AddressBook> addressBook,
            WebSettings settings,
            Clock clock) {
        this.messages = messages;
        this.visitors = visitors;
        this.channel = channel;
        this.addressBook = addressBook;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("web_message");
    }

    @Override
    public List<Kept> kept(UUID person) {
        var all = of(person);
        return all.isEmpty()
                ? List.of()
                : List.of(new Kept("mydata.web", all.size(), all.getFirst().createdAt()));
    }

    @Override
    public List<Words> words(UUID person) {
        return of(person).stream()
                .map(it -> new Words(it.createdAt(), it.mine(), it.body().text()))
                .toList();
    }

    @Override
    public void erase(UUID person) {
        visitor(person)
                .ifPresent(it -> {
                    messages.erase(it.key());
                    channel.wake(WebChatChannel.Nudge.Kind.REMOVED, it.hex());
                });
    }

    /** Erases what nobody has looked at for a while, and empties pages left open. */
    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        try {
            messages.sweep(clock.instant().minus(settings.idle()))
                    .forEach(hex -> channel.wake(WebChatChannel.Nudge.Kind.REMOVED, hex));
        } catch (DataAccessException | TransactionException e) {
            log.warn("nothing swept: {}", e.getClass().getSimpleName());
        }
    }

    private List<WebMessage> of(UUID person) {
        return visitor(person).map(it -> messages.after(it.key(), 0)).orElse(List.of());
    }

    private Optional<WebVisitors.Visitor> visitor(UUID person) {
        return addressBook
                .getObject()
                .address(person)
                .filter(it -> it.channel().equals(WebChatChannel.NAME))
                .map(it -> visitors.visitor(it.id()));
    }
}
