package org.rumbo.notification;

import java.util.Collection;
import java.util.HashMap;
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

    /** How she wants to be told of a topic. */
    public record Wish(boolean inApp, MailWish mail) {}

    /** The topics of which she could be told, in their order, and how she wants to be. */
    @Transactional(readOnly = true)
    public Map<Topic, Wish> of(Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        var refused = new HashSet<>(jdbc.sql("select topic from notice_refusal where person_id = ?")
                .param(actor.id())
                .query(String.class)
                .list());
        var mails = mailsOf(actor.id());
        var wishes = new LinkedHashMap<Topic, Wish>();
        Topic.of(actor, policy)
                .forEach(topic -> wishes.put(
                        topic,
                        new Wish(!refused.contains(topic.name()), mails.getOrDefault(topic.name(), MailWish.OWN))));
        return wishes;
    }

    private Map<String, MailWish> mailsOf(UUID person) {
        var mails = new HashMap<String, MailWish>();
        jdbc.sql("select topic, wish from mail_wish where person_id = ?")
                .param(person)
                .query(row -> {
                    mails.put(row.getString("topic"), MailWish.valueOf(row.getString("wish")));
                });
        return mails;
    }

    /** How somebody wants mail of a topic, which may be her week. */
    @Transactional(readOnly = true)
    MailWish mailOf(UUID person, String topic) {
        return mailsOf(person).getOrDefault(topic, MailWish.OWN);
    }

    /** Of the topics that she is asked about she wants these in the app; what she said of others stays. */
    public void keep(Collection<Topic> wanted, Map<String, MailWish> mails, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        lock(actor.id());
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
        mails.forEach((topic, wish) -> write(actor.id(), topic, wish));
    }

    /** No more mail of a topic: whoever has the link that only she was sent says so for her. */
    void stop(UUID person, String topic) {
        lock(person);
        write(person, topic, MailWish.NONE);
    }

    /** Two windows of hers come one after the other, so that only the first adds a row. */
    private void lock(UUID person) {
        jdbc.sql("select id from person where id = ? for update")
                .param(person)
                .query(UUID.class)
                .single();
    }

    private void write(UUID person, String topic, MailWish wish) {
        jdbc.sql("delete from mail_wish where person_id = ? and topic = ?")
                .params(person, topic)
                .update();
        if (wish != MailWish.OWN) {
            jdbc.sql("insert into mail_wish (person_id, topic, wish) values (?, ?, ?)")
                    .params(person, topic, wish.name())
                    .update();
        }
    }
}
