package org.rumbo.recommendation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws links between recommendations and takes them away. What a team draws is its own view: readers from outside see it once
 * a director has confirmed something of the recommendation from which it leads; a director's own they see at once.
 */
@Service
@Transactional
public class RecommendationLinks {
    private static final String SAME = " from recommendation_link where from_code = ? and to_code = ? and type = ?";

    private final RecommendationChange change;
    private final RecommendationAccess access;
    private final JdbcClient jdbc;

    RecommendationLinks(RecommendationChange change, RecommendationAccess access, JdbcClient jdbc) {
        this.change = change;
        this.access = access;
        this.jdbc = jdbc;
    }

    /** One link from the recommendation that is being changed. */
    public record Link(LinkType type, RecommendationCode to) {}

    public void draw(RecommendationCode from, Supplier<Link> wish, Actor actor) {
        change.make(from, actor, Permission.LINK_EDIT, Expected.ANY, (item, at) -> {
            var link = wish.get();
            requireNew(from, link, actor);
            var directors = access.permits(actor, Permission.CLAIM_DECIDE, access.see(item, actor));
            jdbc.sql("insert into recommendation_link (from_code, to_code, type, drawn_at) values (?, ?, ?, ?)")
                    .params(Arrays.asList(
                            from.value(), link.to().value(), link.type().name(), directors ? null : Timestamp.from(at)))
                    .update();
            tell(item, link, false, actor, at);
        });
    }

    public void remove(RecommendationCode from, Supplier<Link> wish, Actor actor) {
        change.make(from, actor, Permission.LINK_EDIT, Expected.ANY, (item, at) -> {
            var link = wish.get();
            var removed = jdbc.sql("delete" + SAME)
                    .params(from.value(), link.to().value(), link.type().name())
                    .update();
            if (removed == 0) {
                throw new DomainException(ProblemType.NOT_FOUND);
            }
            tell(item, link, true, actor, at);
        });
    }

    private void requireNew(RecommendationCode from, Link link, Actor actor) {
        if (link.to().equals(from)) {
            throw DomainException.ruleNotMet("to", "link-to-another");
        }
        requireSeen(link.to(), actor);
        // A conflict has no direction, and nothing is part of its own part.
        var mutual = link.type() == LinkType.CONFLICTS_WITH || link.type() == LinkType.PART_OF;
        if (exists(from, link.type(), link.to()) || (mutual && exists(link.to(), link.type(), from))) {
            throw DomainException.ruleNotMet("to", "link-there-already");
        }
    }

    /** What she may not see does not exist for her. */
    private void requireSeen(RecommendationCode other, Actor actor) {
        try {
            access.see(other, actor);
        } catch (DomainException unseen) {
            throw DomainException.ruleNotMet("to", "link-code-unknown");
        }
    }

    private boolean exists(RecommendationCode from, LinkType type, RecommendationCode to) {
        return jdbc.sql("select count(*)" + SAME)
                        .params(from.value(), to.value(), type.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void tell(Recommendation item, Link link, boolean removed, Actor actor, Instant at) {
        var detail = new HashMap<String, Object>(
                Map.of("type", link.type(), "to", link.to().value()));
        if (removed) {
            detail.put("removed", true);
        }
        item.tell(new RecommendationEvent.Linked(item.about(item.state(), actor.id(), at), detail));
    }
}
