package itu.cop.moderation;

import itu.cop.channel.PersonalData;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What cases keep about their writer. */
@Component
class CaseRecords implements PersonalData {
    private final CaseTable cases;
    private final Clock clock;

    CaseRecords(CaseTable cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("moderation_case");
    }

    @Override
    public List<Kept> kept(UUID person) {
        return cases.kept(person).stream().toList();
    }

    @Override
    public List<Words> words(UUID person) {
        return List.of();
    }

    /** An open case is the one thing that stays, without a link to anybody: a child may need it. */
    @Override
    public void erase(UUID person) {
        cases.unlink(person, clock.instant());
    }
}
