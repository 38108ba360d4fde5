package org.rumbo.notification;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Of what people want to be told. Everything, unless they say otherwise. */
@Service
@Transactional
public class Wishes {
    private final JdbcClient jdbc;
    private final AccessPolicy policy;

    Wishes(JdbcClient jdbc, AccessPolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** The topics of which she could be told, in their order, and whether she wants to. */
    @Transactional(readOnly = true)
    public Map<Topic, Boolean> of(Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var refused = new HashSet<>(jdbc.sql("select topic from notice_refusal where person_id = ?")
                .param(actor.id())
                .query(String.class)
                .list());
        var wishes = new LinkedHashMap<Topic, Boolean>();
        Topic.of(actor, policy).forEach(topic -> wishes.put(topic, !refused.contains(topic.name())));
        return wishes;
    }

    /** Of the topics that she is asked about she wants these; what she said of others stays. */
    public void keep(Collection<Topic> wanted, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        jdbc.sql("select id from person where id = ? for update")
                .param(actor.id())
                .query(UUID.class)
                .single();
        for (var topic : Topic.of(actor, policy)) {
            jdbc.sql("delete from notice_refusal where person_id = ? and topic = ?")
                    .params(actor.id(), topic.name())
                    .update();
            if (!wanted.contains(topic)) {
                jdbc.sql("insert into notice_refusal (person_id, topic) values (?, ?)")
                        .params(actor.id(), topic.name())
                        .update();
            }
        }
    }
}
