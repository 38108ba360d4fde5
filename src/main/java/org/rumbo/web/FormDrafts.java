package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote into forms and have not sent yet: each reads her own alone, for thirty days. */
@Component
class FormDrafts {
    /** The name of the button, or the field, that says: keep this, do not send it. */
    static final String SAVE = "_draft";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_ADDRESS = 300;
    private static final int LARGEST = 100_000;
    private static final int MOST = 100;
    private static final String COLUMNS = "select address, page, fields, saved_at from form_draft where person_id = ?";
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An unsent form.
     *
     * @param address where it is sent to
     * @param page where it stands
     */
    record Draft(String address, String page, Map<String, List<String>> fields, Instant savedAt) {}

    /** Keeps what a request would have sent; refuses (413, 422) what is too much. */
    Draft save(UUID person, HttpServletRequest request) {
        var draft =
                new Draft(request.getRequestURI(), SentForm.page(request), SentForm.fields(request), clock.instant());
        var fields = json.writeValueAsString(draft.fields());
        if (fields.length() > LARGEST || draft.address().length() > LONGEST_ADDRESS) {
            throw new DomainException(ProblemType.TOO_LARGE);
        }
        if (!update(person, draft, fields)) {
            insert(person, draft, fields);
        }
        return draft;
    }

    private boolean update(UUID person, Draft draft, String fields) {
        return jdbc.sql("update form_draft set page = ?, fields = ?, saved_at = ? where person_id = ? and address = ?")
                        .params(page(draft), fields, Timestamp.from(draft.savedAt()), person, draft.address())
                        .update()
                > 0;
    }

    private void insert(UUID person, Draft draft, String fields) {
        makeRoom(person);
        try {
            jdbc.sql("insert into form_draft (person_id, address, page, fields, saved_at) values (?, ?, ?, ?, ?)")
                    .params(person, draft.address(), page(draft), fields, Timestamp.from(draft.savedAt()))
                    .update();
        } catch (DuplicateKeyException savedTwiceAtOnce) {
            update(person, draft, fields);
        }
    }

    private static String page(Draft draft) {
        return draft.page().length() > LONGEST_ADDRESS ? draft.address() : draft.page();
    }

    /** Whoever has too many loses the oldest. */
    private void makeRoom(UUID person) {
        var all = all(person);
        all.stream().skip(MOST - 1L).forEach(old -> discard(person, old.address()));
    }

    /** Those of forms that are sent to this path, or below it, or stand on it; the form that is sent there itself first. */
    List<Draft> at(UUID person, String path) {
        return jdbc.sql(COLUMNS
                        + " and (address = ? or address like ? escape '!' or page = ? or page like ? escape '!')"
                        + " order by case when address = ? then 0 else 1 end, saved_at desc")
                .params(person, path, escaped(path) + "/%", path, escaped(path) + "?%", path)
                .query(this::draft)
                .list();
    }

    private static String escaped(String path) {
        return path.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    Optional<Draft> find(UUID person, String address) {
        return jdbc.sql(COLUMNS + " and address = ?")
                .params(person, address)
                .query(this::draft)
                .optional();
    }

    /** The newest first. */
    List<Draft> all(UUID person) {
        return jdbc.sql(COLUMNS + " order by saved_at desc")
                .param(person)
                .query(this::draft)
                .list();
    }

    void discard(UUID person, String address) {
        jdbc.sql("delete from form_draft where person_id = ? and address = ?")
                .params(person, address)
                .update();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from form_draft where saved_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("address"),
                row.getString("page"),
                json.readValue(row.getString("fields"), FIELDS),
                row.getTimestamp("saved_at").toInstant());
    }
}
