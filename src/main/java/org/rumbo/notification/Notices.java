package org.rumbo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Origin;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.State;
import org.rumbo.shared.Cursor;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Page;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Permission;
import org.rumbo.team.UnreadNotices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody is told. Rights are asked whenever a notice is read: one about something that she may no longer see is not
 * there.
 */
@Service
@Transactional(readOnly = true)
public class Notices implements UnreadNotices {
    private static final int PAGE = 50;
    private static final String READ_LAST = "case when n.read_at is null then 0 else 1 end";
    private static final String SELECT = """
            select n.*, r.code, r.country, r.state, r.origin,
                case when exists (select 1 from evaluation e join evaluation_assignment a on a.evaluation_id = e.id
                    where e.recommendation_id = n.recommendation_id and e.status <> 'CANCELLED'
                    and a.evaluator = n.recipient) then 1 else 0 end as assigned
            from notice n left join recommendation r on r.id = n.recommendation_id
            where n.recipient = :me""";
    private static final String IN_APP = " and n.in_app";

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final RecommendationAccess access;
    private final Clock clock;

    Notices(JdbcClient jdbc, AccessPolicy policy, RecommendationAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int count(Actor reader) {
        return shown(read(IN_APP + " and n.read_at is null order by n.made_at desc", MANY, Map.of(), reader))
                .size();
    }

    /** One page, unread ones first, each the newest on top. */
    public Page<Notice> list(@Nullable String after, Actor reader) {
        policy.requireSomewhere(reader, Permission.SELF_MANAGE);
        var params = new HashMap<String, Object>();
        var condition = after == null ? "" : after(after, params);
        var rows = read(
                IN_APP + condition + " order by " + READ_LAST + ", n.made_at desc, n.id", PAGE + 1, params, reader);
        var more = rows.size() > PAGE;
        var page = more ? rows.subList(0, PAGE) : rows;
        return new Page<>(shown(page), null, more ? cursor(page.get(PAGE - 1).notice()) : null);
    }

    private static String cursor(Notice last) {
        return Cursor.of(
                        last.unread() ? "0" : "1",
                        last.at().toString(),
                        last.id().toString())
                .encoded();
    }

    /** A notice, and whether its reader may still see it. */
    private record Kept(Notice notice, boolean shown) {}

    private static List<Notice> shown(List<Kept> kept) {
        return kept.stream().filter(Kept::shown).map(Kept::notice).toList();
    }

    private static String after(String encoded, Map<String, Object> params) {
        var keys = Cursor.decode(encoded, 3).keys();
        try {
            params.put("read", Integer.parseInt(keys.get(0)));
            params.put("at", Timestamp.from(Instant.parse(keys.get(1))));
            params.put("last", UUID.fromString(keys.get(2)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw DomainException.malformed("after");
        }
        return " and (" + READ_LAST + " > :read or (" + READ_LAST
                + " = :read and (n.made_at < :at or (n.made_at = :at and n.id > :last))))";
    }

    private List<Kept> read(String where, int most, Map<String, ?> params, Actor reader) {
        return jdbc.sql(SELECT + where + " fetch first " + most + " rows only")
                .param("me", reader.id())
                .params(params)
                .query((row, number) -> kept(row, reader))
                .list();
    }

    /** The one that she opens, which she has read then. */
    @Transactional
    public Notice open(UUID id, Actor reader) {
        policy.requireSomewhere(reader, Permission.SELF_MANAGE);
        var notice = shown(read(IN_APP + " and n.id = :id", 1, Map.of("id", id), reader)).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        jdbc.sql("update notice set read_at = ? where id = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        return notice;
    }

    /** The one that a mail tells of, as far as its reader may see it at this moment; reading the mail is not reading it here. */
    Optional<Notice> ofMail(UUID id, Actor reader) {
        return shown(read(" and n.id = :id", 1, Map.of("id", id), reader)).stream()
                .findFirst();
    }

    /** What she is told of in her week, newest first, as far as she may see it at this moment. */
    List<Notice> ofWeek(Instant since, Instant until, int most, Actor reader) {
        return shown(read(
                " and n.in_digest and n.made_at > :since and n.made_at <= :until order by n.made_at desc, n.id",
                most,
                Map.of("since", Timestamp.from(since), "until", Timestamp.from(until)),
                reader));
    }

    /** All that were made until then: what has come since she has not seen. */
    @Transactional
    public void readAll(Instant until, Actor reader) {
        policy.requireSomewhere(reader, Permission.SELF_MANAGE);
        jdbc.sql("update notice set read_at = ? where recipient = ? and read_at is null and made_at <= ?")
                .params(Timestamp.from(clock.instant()), reader.id(), Timestamp.from(until))
                .update();
    }

    private Kept kept(ResultSet row, Actor reader) throws SQLException {
        var kind = NoticeKind.valueOf(row.getString("kind"));
        var reading = row.getString("code") == null ? null : reading(row, reader);
        var shown = reading == null ? showsOfNetwork(kind, reader) : shows(reading, row.getString("least"));
        return new Kept(notice(row, kind, isNamed(kind, reading, reader)), shown);
    }

    private static Notice notice(ResultSet row, NoticeKind kind, boolean named) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                kind,
                row.getString("code"),
                row.getObject("subject", UUID.class),
                row.getObject("by_person", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("word"),
                row.getBoolean("own"),
                named,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at", OffsetDateTime.class) == null);
    }

    private Reading reading(ResultSet row, Actor reader) throws SQLException {
        return access.reading(
                reader,
                new AccessTarget(
                        new CountryCode(row.getString("country")),
                        State.valueOf(row.getString("state")).letter(),
                        row.getInt("assigned") == 1,
                        Origin.valueOf(row.getString("origin")) == Origin.PAPER));
    }

    private static boolean shows(Reading reading, String least) {
        return reading != Reading.NOTHING && reading.compareTo(Reading.valueOf(least)) >= 0;
    }

    private boolean showsOfNetwork(NoticeKind kind, Actor reader) {
        return switch (kind.topic()) {
            case REPORTS -> policy.permitsSomewhere(reader, Permission.REPORT_READ);
            case ROUNDS -> policy.permitsSomewhere(reader, Permission.ROUND_READ);
            case PAPERS -> policy.permitsSomewhere(reader, Permission.PAPER_ACCEPT);
            default -> true;
        };
    }

    /** Whoever reads confirmed facts alone learns directors by name, and of everybody else the role. */
    private boolean isNamed(NoticeKind kind, @Nullable Reading reading, Actor reader) {
        if (kind.topic() == Topic.PEOPLE) {
            return true;
        }
        return reading == null
                ? policy.permitsSomewhere(reader, Permission.ITEM_READ_NETWORK)
                : reading.compareTo(Reading.NETWORK) >= 0;
    }
}
