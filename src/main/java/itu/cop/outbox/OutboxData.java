package itu.cop.outbox;

import itu.cop.channel.PersonalData;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages to a person are personal data. */
@Component
class OutboxData implements PersonalData {
    private final KeptLettersTable table;

    OutboxData(KeptLettersTable table) {
        this.table = table;
    }

    @Override
    public Set<String> tables() {
        return Set.of("outbox");
    }

    @Override
    public List<Kept> kept(UUID person) {
        return java.util.stream.Stream.of(table.kept(person)).filter(k -> k.count() > 0).toList();
    }

    @Override
    public List<Words> words(UUID person) {
        return table.words(person);
    }

    @Override
    public void erase(UUID person) {
        table.erase(person);
    }
}
