package itu.cop.duty;

import itu.cop.moderation.CaseWatch;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down, together with the case, whom to tell of it. */
@Component
class CaseNotices implements CaseWatch {
    private static final int URGENT = 3;

    private final Pagers pagers;
    private final DutyNoticeTable table;
    private final Clock clock;

    CaseNotices(Pagers pagers, DutyNoticeTable table, Clock clock) {
        this.pagers = pagers;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void becameUrgent(UUID caseId) {
        var notice = new Notice.Urgent(caseId, URGENT);
        pagers.all().forEach(pager -> table.add(notice, pager.name(), clock.instant()));
    }
}
