package org.rumbo.notification;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
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
    private final Network network;

    Wishes(JdbcClient jdbc, AccessPolicy policy, Network network) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.network = network;
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

    /** Where somebody's morning is; the network's zone unless she says otherwise. */
    @Transactional(readOnly = true)
    public ZoneId zoneOf(Actor actor) {
        return zones().apply(actor.id());
    }

    /** The same for everybody, in one statement. */
    Function<UUID, ZoneId> zones() {
        var zones = new HashMap<UUID, ZoneId>();
        jdbc.sql("select person_id, zone from mail_zone").query(row -> {
            zones.put(row.getObject("person_id", UUID.class), ZoneId.of(row.getString("zone")));
        });
        return person -> zones.getOrDefault(person, network.zone());
    }

    /** Whether she wants a digest of her week. */
    @Transactional(readOnly = true)
    public MailWish digestOf(Actor actor) {
        return mailOf(actor.id(), WaitingMail.DIGEST);
    }

    /** Who wants no mail of a topic. */
    Set<UUID> without(String topic) {
        return new HashSet<>(jdbc.sql("select person_id from mail_wish where topic = ? and wish = 'NONE'")
                .param(topic)
                .query(UUID.class)
                .list());
    }

    /** Where her morning is from now on. */
    public void keepZone(ZoneId zone, Actor actor) {
        policy.requireSomewhere(actor, Permission.SELF_MANAGE);
        lock(actor.id());
        jdbc.sql("delete from mail_zone where person_id = ?").param(actor.id()).update();
        if (!zone.equals(network.zone())) {
            jdbc.sql("insert into mail_zone (person_id, zone) values (?, ?)")
                    .params(actor.id(), zone.getId())
                    .update();
        }
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
