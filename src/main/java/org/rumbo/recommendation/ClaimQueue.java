package org.rumbo.recommendation;

import java.util.List;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claims that wait for a decision which one reader may take. */
@Service
@Transactional(readOnly = true)
public class ClaimQueue {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AccessPolicy policy;

    ClaimQueue(JdbcClient jdbc, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** Codes, what waits longest first; none that she, or whom she stands in for, made or brought evidence for. */
    public List<String> of(Actor actor) {
        if (!policy.permitsSomewhere(actor, Permission.CLAIM_DECIDE)) {
            return List.of();
        }
        return jdbc.sql("select r.code from recommendation r join claim c on c.id = r.claim_id"
                        + " where r.claim_status = 'UNDER_REVIEW' and c.made_by not in (:self) and not exists"
                        + " (select 1 from claim_evidence ce join evidence e on e.id = ce.evidence_id"
                        + " where ce.claim_id = c.id and (e.added_by in (:self) or e.added_for in (:self)))"
                        + " order by c.made_at, r.code fetch first " + MOST + " rows only")
                .param("self", List.copyOf(actor.persons()))
                .query(String.class)
                .list();
    }
}
