package org.rumbo.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rumbo.team.Role;

/**
 * One first step: whose, where it is done, and the rows that show that it is done, asked for {@code :person} and her {@code
 * :countries}.
 */
enum FirstStep {
    TRACKABLE(
            Role.COORDINATOR,
            "/work",
            "select 1 from recommendation where country in (:countries) and addressee is not null and target_date is not null"),
    MARKER(
            Role.COORDINATOR,
            "/work",
            "select 1 from recommendation where country in (:countries) and markers_total > 0"),
    CLAIMED(
            Role.COORDINATOR,
            "/work",
            "select 1 from claim c join recommendation r on r.id = c.recommendation_id where r.country in (:countries)"),
    EVIDENCE(
            Role.COORDINATOR,
            "/recommendations?mine=true",
            "select 1 from evidence e join recommendation r on r.id = e.recommendation_id where r.country in (:countries)"),
    NEWS(
            Role.COORDINATOR,
            "/recommendations?mine=true",
            "select 1 from progress_note n join recommendation r on r.id = n.recommendation_id where r.country in (:countries) and not n.draft"),

    DRAFT(Role.MEMBER, "/recommendations?mine=true", "select 1 from progress_note where written_by = :person"),
    DOCUMENT(Role.MEMBER, "/recommendations?mine=true", "select 1 from evidence where added_by = :person"),
    COMMENT(Role.MEMBER, "/recommendations?mine=true", "select 1 from item_comment where written_by = :person"),

    DECISION(Role.DIRECTOR, "/work", "select 1 from claim where decided_by = :person"),
    ASSIGNMENT(
            Role.DIRECTOR, "/recommendations?state=IMPLEMENTED", "select 1 from evaluation where opened_by = :person"),
    PUBLICATION(Role.DIRECTOR, "/reports", "select 1 from report"),
    DEPUTY(Role.DIRECTOR, "/deputies", "select 1 from deputy where represented_id = :person"),

    ASSIGNED(Role.EVALUATOR, "/work", "select 1 from evaluation_assignment where evaluator = :person"),
    RATED(
            Role.EVALUATOR,
            "/work",
            "select 1 from evaluation_assignment where evaluator = :person and rated_at is not null"),
    APPROVED(
            Role.EVALUATOR,
            "/recommendations?state=EVALUATED",
            "select 1 from evaluation e join evaluation_assignment a on a.evaluation_id = e.id where a.evaluator = :person and e.status = 'APPROVED'"),

    COORDINATORS(
            Role.ADMIN,
            "/people",
            "select 1 from country_team having count(*) = (select count(distinct country) from person_role where role = 'COORDINATOR')"),
    DIRECTORS(
            Role.ADMIN,
            "/people",
            "select 1 from person_role where role = 'DIRECTOR' having count(distinct person_id) > 1"),
    EVALUATORS(Role.ADMIN, "/people", "select 1 from person_role where role = 'EVALUATOR'"),

    REPORTED(Role.AUDITOR, "/reports", "select 1 from report"),
    RECORDED(Role.AUDITOR, "/recommendations?sort=-updated", "select 1 from claim where decided_by is not null"),
    FOUR_EYES(
            Role.AUDITOR,
            "/people",
            "select 1 from person_role where role = 'DIRECTOR' having count(distinct person_id) > 1"),

    REPORT(Role.FUNDER, "/reports", "select 1 from report"),
    CHANGES(Role.FUNDER, "/reports", "select 1 from report where since is not null"),
    DONE_ITEMS(
            Role.FUNDER,
            "/recommendations?state=IMPLEMENTED&state=EVALUATED",
            "select 1 from recommendation_listing where audience = 'RELEASED' and origin = 'PAPER' and state in ('IMPLEMENTED', 'EVALUATED')");

    private final Role role;
    private final String href;
    private final String rows;

    FirstStep(Role role, String href, String rows) {
        this.role = role;
        this.href = href;
        this.rows = rows;
    }

    static List<FirstStep> of(Role role) {
        return Arrays.stream(values()).filter(step -> step.role == role).toList();
    }

    /** Its name in the messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String href() {
        return href;
    }

    String rows() {
        return rows;
    }
}
