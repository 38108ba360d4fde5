package org.rumbo.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * People as actors. Whoever asks is read anew each time, so that what was taken from her counts at once; lists of people
 * come from a copy in memory that follows this node's changes at once and those of others within seconds.
 */
@Component
class Actors {
    private static final String SELECT = """
            select p.id, p.issuer, p.subject, p.login, p.display_name, p.mail, p.language, p.enabled,
                   case when p.enabled and p.deactivated_at is null then 1 else 0 end as active,
                   r.role, r.country, r.source, d.id as represented_id, d.display_name as represented_name, a.until_day,
                   case when r.person_id = p.id then 1 else 0 end as own
            from person p
            left join deputy a on a.deputy_id = p.id and a.ended_at is null and a.from_day <= :today and a.until_day >= :today
            left join person d on d.id = a.represented_id and d.enabled and d.deactivated_at is null
            left join person_role r on r.person_id = p.id or r.person_id = d.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Network network;

    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot copy;

    Actors(JdbcClient jdbc, Clock clock, Network network) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.network = network;
    }

    private record Snapshot(
            List<Actor> actors,
            Map<UUID, Actor> everybody,
            Map<String, String> names,
            Map<UUID, Language> languages,
            Map<UUID, Preferences> preferences) {}

    Optional<Actor> byId(UUID person) {
        return read(SELECT + " where p.id = :person", person).stream()
                .filter(found -> found.active)
                .map(Found::actor)
                .findFirst();
    }

    Optional<Actor> byId(UUID person, List<Grant> instead) {
        return read(SELECT + " where p.id = :person", person).stream()
                .filter(found -> found.active)
                .map(found -> found.holding(instead))
                .findFirst();
    }

    List<Actor> all() {
        return snapshot().actors();
    }

    /** Everybody who ever was here, by id. */
    Map<UUID, Actor> everybody() {
        return snapshot().everybody();
    }

    Map<String, String> names() {
        return snapshot().names();
    }

    Map<UUID, Language> languages() {
        return snapshot().languages();
    }

    Map<UUID, Preferences> preferences() {
        return snapshot().preferences();
    }

    /** What a directory said of its people when it was last asked, by subject. */
    Map<String, DirectoryEntry> entries(String issuer) {
        var entries = new HashMap<String, DirectoryEntry>();
        read(SELECT, null).stream()
                .filter(found -> found.issuer.equals(issuer))
                .forEach(found -> entries.put(found.subject, found.entry()));
        return entries;
    }

    private Snapshot snapshot() {
        var known = copy;
        return known == null ? reload() : known;
    }

    /** What was read while somebody changed something is good for this one answer only. */
    private Snapshot reload() {
        var before = changes.get();
        var loaded = load();
        synchronized (changes) {
            if (changes.get() == before) {
                copy = loaded;
            }
        }
        return loaded;
    }

    private void drop() {
        synchronized (changes) {
            changes.incrementAndGet();
            copy = null;
        }
    }

    private Snapshot load() {
        var everybody = read(SELECT + " order by p.login", null);
        var names = new HashMap<String, String>();
        // Whoever has access comes last and so keeps a login that somebody else had before her.
        everybody.stream()
                .sorted(Comparator.comparing(found -> found.active))
                .forEach(found -> names.put(found.login, found.name));
        var languages = new HashMap<UUID, Language>();
        everybody.forEach(found -> {
            if (found.language != null) {
                languages.put(found.id, found.language);
            }
        });
        return new Snapshot(
                everybody.stream()
                        .filter(found -> found.active)
                        .map(Found::actor)
                        .toList(),
                everybody.stream().collect(Collectors.toMap(found -> found.id, Found::actor)),
                names,
                languages,
                loadPreferences());
    }

    private Map<UUID, Preferences> loadPreferences() {
        var preferences = new HashMap<UUID, Preferences>();
        jdbc.sql("select person_id, language, theme, shortcuts from person_preference")
                .query(row -> {
                    var tag = row.getString("language");
                    preferences.put(
                            row.getObject("person_id", UUID.class),
                            new Preferences(
                                    tag == null ? null : Language.of(tag).orElse(null),
                                    Preferences.Theme.valueOf(row.getString("theme")),
                                    row.getBoolean("shortcuts")));
                });
        return preferences;
    }

    /** Lists show a change as soon as it is committed. */
    void changed() {
        drop();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop();
                }
            });
        }
    }

    @Scheduled(fixedDelayString = "${rumbo.directory.copy:10s}", initialDelayString = "${rumbo.directory.copy:10s}")
    void refresh() {
        reload();
    }

    private List<Found> read(String sql, @Nullable UUID person) {
        var everybody = new LinkedHashMap<UUID, Found>();
        var today = network.day(clock.instant());
        var statement = jdbc.sql(sql).param("today", today);
        (person == null ? statement : statement.param("person", person)).query(row -> {
            var found = everybody.computeIfAbsent(row.getObject("id", UUID.class), id -> new Found(id));
            found.read(row);
        });
        return new ArrayList<>(everybody.values());
    }

    /** A person while her rows are read: one per role, her own and those of whom she represents. */
    private static final class Found {
        private final UUID id;
        private final Map<CountryCode, Set<Role>> memberships = new HashMap<>();
        private final Set<Role> roles = EnumSet.noneOf(Role.class);
        private final List<Grant> grants = new ArrayList<>();
        private final Map<CountryCode, Set<Role>> otherMemberships = new HashMap<>();
        private final Set<Role> otherRoles = EnumSet.noneOf(Role.class);
        private @Nullable UUID represented;
        private String representedName = "";
        private LocalDate until = LocalDate.MAX;
        private String issuer = "";
        private String subject = "";
        private String login = "";
        private String name = "";
        private @Nullable String mail;
        private @Nullable Language language;
        private boolean enabled;
        private boolean active;

        Found(UUID id) {
            this.id = id;
        }

        private void read(java.sql.ResultSet row) throws java.sql.SQLException {
            issuer = row.getString("issuer");
            subject = row.getString("subject");
            login = row.getString("login");
            name = row.getString("display_name");
            mail = row.getString("mail");
            var tag = row.getString("language");
            language = tag == null ? null : Language.valueOf(tag.toUpperCase(java.util.Locale.ROOT));
            enabled = row.getBoolean("enabled");
            active = row.getInt("active") == 1;
            represented = row.getObject("represented_id", UUID.class);
            if (represented != null) {
                representedName = row.getString("represented_name");
                until = row.getObject("until_day", LocalDate.class);
            }
            if (row.getString("role") != null) {
                add(Grant.of(row), row.getInt("own") == 1);
            }
        }

        private void add(Grant grant, boolean own) {
            if (own) {
                grants.add(grant);
                hold(grant, memberships, roles);
            } else if (StandingIn.REPRESENTED.contains(grant.role())) {
                hold(grant, otherMemberships, otherRoles);
            }
        }

        private static void hold(Grant grant, Map<CountryCode, Set<Role>> memberships, Set<Role> roles) {
            if (grant.country() == null) {
                roles.add(grant.role());
            } else {
                memberships
                        .computeIfAbsent(grant.country(), team -> EnumSet.noneOf(Role.class))
                        .add(grant.role());
            }
        }

        private Actor holding(List<Grant> instead) {
            memberships.clear();
            roles.clear();
            instead.forEach(grant -> hold(grant, memberships, roles));
            return actor();
        }

        private Actor actor() {
            var herself = new Actor(id, login, name, memberships, roles);
            if (represented == null) {
                return herself;
            }
            // Asked anew each time: the roles of either may have changed since it was arranged.
            var another = new Actor(represented, "", representedName, otherMemberships, otherRoles);
            return StandingIn.refusal(herself, another).isPresent() ? herself : herself.standingInFor(another, until);
        }

        private DirectoryEntry entry() {
            return new DirectoryEntry(issuer, subject, login, name, mail, language, enabled, grants);
        }
    }
}
