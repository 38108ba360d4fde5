package org.rumbo.notification;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rumbo.shared.InstallationFact;
import org.rumbo.team.NetworkFact;
import org.rumbo.team.Permission;
import org.rumbo.team.TeamEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what is about no single recommendation: reports, deputies, roles that an administrator changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NetworkOccasions {
    private static final String REPORT_ISSUED = "report.issued";
    private static final Map<String, NoticeKind> SHEETS =
            Map.of("sheet.import", NoticeKind.SHEET_DONE, "sheet.undo", NoticeKind.SHEET_UNDONE);

    private final NoticeWriter notices;
    private final Recipients recipients;
    private final Clock clock;

    NetworkOccasions(NoticeWriter notices, Recipients recipients, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.clock = clock;
    }

    @EventListener
    void on(InstallationFact fact) {
        if (fact.action().equals(REPORT_ISSUED) && fact.by() != null) {
            notices.tell(
                    Occasion.ofNetwork(NoticeKind.REPORT_PUBLISHED, fact.by(), clock.instant())
                            .on(fact.detail().get("report"))
                            .saying(fact.detail().get("asOf")),
                    Set.of(),
                    recipients.whoSomewhere(Permission.REPORT_READ));
        }
    }

    /** Whoever brought a spreadsheet back does not wait beside it. */
    @EventListener
    void on(NetworkFact fact) {
        var kind = SHEETS.get(fact.action());
        if (kind != null && fact.by() != null) {
            notices.tellPerson(
                    Occasion.ofNetwork(kind, null, clock.instant())
                            .on(fact.detail().get("import"))
                            .saying(fact.detail().get("done")),
                    fact.by(),
                    false);
        }
    }

    @EventListener
    void on(TeamEvent.DeputyArranged event) {
        ofDeputy(NoticeKind.DEPUTY_ARRANGED, event, event.until(), event.by());
    }

    @EventListener
    void on(TeamEvent.DeputyEnded event) {
        ofDeputy(NoticeKind.DEPUTY_ENDED, event, event.until(), event.by());
    }

    /** Each of both is told who the other is. */
    private void ofDeputy(NoticeKind kind, TeamEvent.AboutDeputy event, Object until, UUID by) {
        var occasion = Occasion.ofNetwork(kind, by, clock.instant()).saying(until);
        notices.tellPerson(occasion.on(event.represented()), event.deputy(), true);
        notices.tellPerson(occasion.on(event.deputy()), event.represented(), false);
    }

    /** What the directory changes, its administrators tell. */
    @EventListener
    void on(TeamEvent.RolesChanged event) {
        if (event.by() != null) {
            notices.tellPerson(
                    Occasion.ofNetwork(NoticeKind.ROLES_CHANGED, event.by(), clock.instant()), event.person(), true);
        }
    }
}
