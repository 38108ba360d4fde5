package org.rumbo.access;

import static org.rumbo.access.Attempt.About.COUNTRY;
import static org.rumbo.access.Attempt.About.ITEM;
import static org.rumbo.access.Attempt.About.LIST;
import static org.rumbo.access.Attempt.About.NETWORK;
import static org.rumbo.access.Attempt.About.PUBLIC;
import static org.rumbo.access.Attempt.About.SIGNED_IN;
import static org.rumbo.access.Attempt.Shows.ACTIONS;
import static org.rumbo.access.Attempt.Shows.COMMENTS;
import static org.rumbo.access.Attempt.Shows.EVIDENCE;
import static org.rumbo.access.Attempt.Shows.INDICATORS;
import static org.rumbo.access.Attempt.Shows.ITEM_ITSELF;
import static org.rumbo.access.Attempt.Shows.NOTES;
import static org.rumbo.access.Attempt.Shows.NOTHING;
import static org.rumbo.access.Attempt.Shows.TEXTS_OF_HISTORY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.access.Attempt.About;

/** Every address of the application, with the rows of the matrix that it belongs to: a new one is described here. */
final class Attempts {
    private static final String API = "/api/v1";
    private static final String ITEM_API = API + "/recommendations/{code}";
    private static final String ACTION = "POST " + ITEM_API + "/actions/";
    private static final String PAGE = "/recommendations/{code}";
    private static final String SEEN = "item.read.released";

    private Attempts() {}

    static List<Attempt> all() {
        return Stream.of(
                        itemOverApi(),
                        actions(),
                        itemPages(),
                        itemForms(),
                        teamActions(),
                        indicators(),
                        context(),
                        lists(),
                        viewsOfLists(),
                        changesOfMany(),
                        spreadsheets(),
                        network(),
                        rounds(),
                        papers(),
                        paperPages(),
                        reports(),
                        people(),
                        operations(),
                        webhooks(),
                        ownThings(),
                        visitors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Attempt> itemOverApi() {
        return List.of(
                get(ITEM_API, ITEM, SEEN).showing(EVIDENCE),
                get(ITEM_API + "/history", ITEM, "history.read.released").showing(TEXTS_OF_HISTORY),
                get(ITEM_API + "/history/as-of", ITEM, "history.read.released").answering("200"),
                // Whoever may have an event's proof gets it once the event is sealed.
                get(ITEM_API + "/history/{number}/proof", ITEM, "ledger.bundle").answering("200", "404 not-found"),
                get(ITEM_API + "/history/{number}.tlog-proof", ITEM, "ledger.bundle")
                        .answering("200", "404 not-found"),
                get(PAGE + "/history/{number}.tlog-proof", ITEM, "ledger.bundle")
                        .answering("200", "404 not-found"),
                get(ITEM_API + "/bundle.zip", ITEM, "ledger.bundle").answering("200", "404 not-found"),
                get(PAGE + "/bundle.zip", ITEM, "ledger.bundle").answering("200", "404 not-found"),
                get(PAGE + "/reminders", ITEM, "history.read").answering("200"),
                // A team's own proposal stands in no paper.
                get(ITEM_API + "/citation.{format}", ITEM, SEEN).answering("200", "404 not-found"),
                get(ITEM_API + "/process", ITEM, "process.read"),
                get(ITEM_API + "/process.svg", ITEM, "process.read"),
                send("PATCH " + ITEM_API, ITEM, Map.of("title", ""), "item.edit"),
                send(
                        "PATCH " + ITEM_API,
                        ITEM,
                        Map.of("reading", "Once in force", "themes", List.of("unknown")),
                        "item.edit",
                        "item.edit.reading"),
                send("POST " + ITEM_API + "/markers", ITEM, Map.of("text", ""), "marker.edit"),
                send(
                        "PATCH " + ITEM_API + "/markers/{id}",
                        ITEM,
                        Map.of("met", true, "metOn", "2999-01-01"),
                        "marker.met"),
                send("PATCH " + ITEM_API + "/markers/{id}", ITEM, Map.of("text", ""), "marker.edit"),
                send(
                        "POST " + ITEM_API + "/evidence",
                        ITEM,
                        Map.of("type", "LAW", "strength", "A", "title", ""),
                        "evidence.add"),
                get(ITEM_API + "/evidence/{id}/file", ITEM, SEEN).answering("404 not-found"),
                send(
                        "POST " + ITEM_API + "/evidence/{id}/release",
                        ITEM,
                        Map.of("visibility", "TEAM"),
                        "evidence.release"),
                send(
                        "POST " + ITEM_API + "/evidence/{id}/link",
                        ITEM,
                        Map.of("leads", false, "since", "2999-01-01"),
                        "evidence.link"));
    }

    private static List<Attempt> actions() {
        return List.of(
                send(ACTION + "claim", ITEM, Map.of("to", "CLOSED"), "claim.make"),
                send(ACTION + "withdraw-claim", ITEM, Map.of("reason", ""), "claim.withdraw"),
                send(ACTION + "decide", ITEM, Map.of("outcome", "RETURNED"), "claim.decide"),
                send(ACTION + "reopen", ITEM, Map.of("to", "CLOSED"), "item.reopen"),
                send(ACTION + "record-position", ITEM, Map.of("position", "ACCEPTED"), "position.record"),
                send(ACTION + "report-progress", ITEM, Map.of("note", ""), "progress.draft"),
                // Who may draft is asked before who may publish a draft.
                send(
                        ACTION + "report-progress",
                        ITEM,
                        Map.of("draft", UUID.randomUUID().toString()),
                        "progress.draft",
                        "progress.report"),
                send(ACTION + "comment", ITEM, Map.of("text", "", "visibility", "TEAM"), "comment.add"),
                send(ACTION + "comment", ITEM, Map.of("text", "", "visibility", "NETWORK"), "comment.add.network"),
                send(ACTION + "assign-evaluators", ITEM, Map.of("evaluators", List.of()), "evaluators.assign"),
                send(ACTION + "rate", ITEM, Map.of("ratings", List.of()), "evaluation.rate"),
                send(ACTION + "approve-evaluation", ITEM, Map.of("outcome", "CANCELLED"), "evaluation.approve"));
    }

    private static List<Attempt> itemPages() {
        return List.of(
                get(PAGE, ITEM, SEEN).showing(EVIDENCE),
                get(PAGE + "/comments", ITEM, SEEN).showing(COMMENTS),
                // They wrote no comment that they could change.
                get(PAGE + "/comments/{id}", ITEM, "comment.add.network").answering("404 not-found"),
                get(PAGE + "/comments/people", ITEM, "comment.add.network")
                        .with("?q=director")
                        .answering("200"),
                get(PAGE + "/comments/people", ITEM, "comment.add")
                        .with("?q=director&visibility=TEAM")
                        .answering("200"),
                get(PAGE + "/following", ITEM, SEEN).answering("200"),
                get(PAGE + "/progress", ITEM, SEEN).showing(NOTES),
                get(PAGE + "/progress/report", ITEM, "progress.draft").answering("200"),
                get(PAGE + "/links", ITEM, "link.edit").answering("200"),
                get(PAGE + "/evaluation", ITEM, SEEN),
                get(PAGE + "/history", ITEM, "history.read.released").showing(TEXTS_OF_HISTORY),
                get(PAGE + "/history/as-of", ITEM, "history.read.released").answering("200"),
                get(PAGE + "/process", ITEM, "process.read"),
                get(PAGE + "/process/{process}", ITEM, "process.read"),
                get(PAGE + "/why", ITEM, SEEN).answering("200"),
                // Not every one has a target date.
                get(PAGE + "/target-date.ics", ITEM, SEEN).answering("200", "404 not-found"),
                get(PAGE + "/citation.{format}", ITEM, SEEN).answering("200", "404 not-found"),
                get(PAGE + "/edit", ITEM, "item.edit"),
                get(PAGE + "/translations", ITEM, "translation.edit").answering("200"),
                get(PAGE + "/claim", ITEM, "claim.make"),
                // No claim of theirs is open, so there is nothing to withdraw.
                get(PAGE + "/withdraw", ITEM, "claim.withdraw").answering("409 wrong-state"),
                get(PAGE + "/decision", ITEM, "claim.decide").answering("409 no-claim-under-review"),
                get(PAGE + "/reopen", ITEM, "item.reopen").answering("200"),
                get(PAGE + "/position", ITEM, "position.record").answering("200"),
                get(PAGE + "/evidence", ITEM, "evidence.add").answering("200"),
                // It has no file, for whoever may see it; for the others it is not there.
                get(PAGE + "/evidence/{id}/file", ITEM, SEEN).answering("404 not-found"),
                get(PAGE + "/evidence/{id}/release", ITEM, "evidence.release").answering("200", "403 own-evidence"),
                get(PAGE + "/evidence/{id}/link", ITEM, "evidence.link").answering("200"),
                get(PAGE + "/markers", ITEM, "marker.edit").answering("200"),
                get(PAGE + "/markers/{id}", ITEM, "marker.edit").answering("200"),
                get(PAGE + "/markers/{id}/met", ITEM, "marker.met").answering("200"));
    }

    private static List<Attempt> itemForms() {
        return List.of(
                send("POST " + PAGE + "/edit", ITEM, Map.of("sdgs", "99"), "item.edit"),
                send("POST " + PAGE + "/undo/{id}", ITEM, Map.of(), "item.edit").answering("409 undo-over"),
                // Without saying which texts one saw.
                send("POST " + PAGE + "/translations", ITEM, Map.of("to", "pt", "title", "x"), "translation.edit"),
                send("POST " + PAGE + "/claim", ITEM, Map.of("to", "CLOSED"), "claim.make"),
                send("POST " + PAGE + "/withdraw", ITEM, Map.of("reason", ""), "claim.withdraw"),
                send("POST " + PAGE + "/decision", ITEM, Map.of("outcome", "RETURNED"), "claim.decide"),
                send("POST " + PAGE + "/reopen", ITEM, Map.of("to", "CLOSED", "reason", "Why"), "item.reopen"),
                send("POST " + PAGE + "/position", ITEM, Map.of("position", "ACCEPTED"), "position.record"),
                send("POST " + PAGE + "/evidence", ITEM, Map.of("type", "LAW"), "evidence.add"),
                send("POST " + PAGE + "/evidence/{id}/release", ITEM, Map.of("visibility", "TEAM"), "evidence.release"),
                send("POST " + PAGE + "/evidence/{id}/link", ITEM, Map.of("since.day", "99"), "evidence.link"),
                send("POST " + PAGE + "/markers", ITEM, Map.of("text", ""), "marker.edit"),
                send("POST " + PAGE + "/markers/{id}", ITEM, Map.of("text", ""), "marker.edit"),
                send("POST " + PAGE + "/markers/{id}/met", ITEM, Map.of("metOn.day", "99"), "marker.met"),
                send("POST " + PAGE + "/progress/report", ITEM, Map.of("note", ""), "progress.draft"),
                send("POST " + PAGE + "/progress/preview", ITEM, Map.of("note", "News"), "progress.draft")
                        .answering("200"),
                send("POST " + PAGE + "/links", ITEM, Map.of("type", "SUPPORTS", "to", ""), "link.edit"),
                send("POST " + PAGE + "/links/removal", ITEM, Map.of("type", "SUPPORTS", "to", ""), "link.edit"),
                send("POST " + PAGE + "/progress/drafts/{draft}", ITEM, Map.of(), "progress.draft", "progress.report"),
                send("POST " + PAGE + "/comments", ITEM, Map.of("text", "", "visibility", "TEAM"), "comment.add"),
                send(
                        "POST " + PAGE + "/comments",
                        ITEM,
                        Map.of("text", "", "visibility", "NETWORK"),
                        "comment.add.network"),
                send("POST " + PAGE + "/comments/{id}", ITEM, Map.of("text", "Another's"), "comment.add.network")
                        .answering("404 not-found"),
                // Nobody who tries follows it, so there is nothing to stop.
                send("POST " + PAGE + "/following", ITEM, Map.of("follow", "false"), SEEN),
                send("POST " + PAGE + "/evaluation/assignment", ITEM, Map.of(), "evaluators.assign"),
                send("POST " + PAGE + "/evaluation/rating", ITEM, Map.of(), "evaluation.rate"),
                send(
                        "POST " + PAGE + "/evaluation/decision",
                        ITEM,
                        Map.of("outcome", "CANCELLED"),
                        "evaluation.approve"));
    }

    /** None is named that exists. */
    private static List<Attempt> teamActions() {
        var api = ITEM_API + "/team-actions";
        var page = PAGE + "/team-actions";
        return List.of(
                get(api, ITEM, SEEN).showing(ACTIONS),
                send("POST " + api, ITEM, Map.of("text", ""), "action.edit"),
                send("PATCH " + api + "/{id}", ITEM, Map.of("text", ""), "action.edit")
                        .answering("404 not-found"),
                send("POST " + api + "/{id}/done", ITEM, Map.of(), "action.edit")
                        .answering("404 not-found"),
                send("POST " + api + "/{id}/cancel", ITEM, Map.of(), "action.edit")
                        .answering("404 not-found"),
                get(page, ITEM, SEEN).showing(ACTIONS),
                send("POST " + page, ITEM, Map.of("text", ""), "action.edit"),
                get(page + "/{id}", ITEM, "action.edit").answering("404 not-found"),
                send("POST " + page + "/{id}", ITEM, Map.of("text", ""), "action.edit")
                        .answering("404 not-found"),
                send("POST " + page + "/{id}/done", ITEM, Map.of(), "action.edit")
                        .answering("404 not-found"),
                send("POST " + page + "/{id}/cancel", ITEM, Map.of(), "action.edit")
                        .answering("404 not-found"));
    }

    /** None is named that exists. */
    private static List<Attempt> indicators() {
        var api = ITEM_API + "/indicators";
        var page = PAGE + "/indicators";
        return List.of(
                get(api, ITEM, SEEN).showing(INDICATORS),
                send("POST " + api, ITEM, Map.of("name", ""), "indicator.edit"),
                send("PATCH " + api + "/{id}", ITEM, Map.of("name", ""), "indicator.edit")
                        .answering("404 not-found"),
                send("POST " + api + "/{id}/values", ITEM, Map.of(), "indicator.edit")
                        .answering("404 not-found"),
                send("POST " + api + "/{id}/values/{value}/correction", ITEM, Map.of(), "indicator.edit")
                        .answering("404 not-found"),
                get(page, ITEM, SEEN).showing(INDICATORS),
                send("POST " + page, ITEM, Map.of("name", ""), "indicator.edit"),
                get(page + "/{id}", ITEM, "indicator.edit").answering("404 not-found"),
                get(page + "/{id}/values/{value}", ITEM, "indicator.edit").answering("404 not-found"),
                send("POST " + page + "/{id}", ITEM, Map.of("name", ""), "indicator.edit")
                        .answering("404 not-found"),
                send("POST " + page + "/{id}/values", ITEM, Map.of(), "indicator.edit")
                        .answering("404 not-found"),
                send("POST " + page + "/{id}/values/{value}", ITEM, Map.of(), "indicator.edit")
                        .answering("404 not-found"));
    }

    /** No event is named that exists, nor a question about one. */
    private static List<Attempt> context() {
        var page = "/countries/{country}/context";
        return List.of(
                get(API + page, COUNTRY, "item.read.network").answering("200"),
                send("POST " + API + page, COUNTRY, Map.of("title", ""), "context.edit"),
                send("POST " + API + page + "/{event}/review", COUNTRY, Map.of(), "context.edit")
                        .answering("404 not-found"),
                get(ITEM_API + "/context", ITEM, SEEN).answering("200"),
                send("POST " + ITEM_API + "/context/{review}", ITEM, Map.of("sentence", ""), "progress.report")
                        .answering("404 not-found"),
                get(page, COUNTRY, "item.read.network").answering("200"),
                send("POST " + page, COUNTRY, Map.of("title", ""), "context.edit"),
                get(page + "/{event}", COUNTRY, "context.edit").answering("404 not-found"),
                send("POST " + page + "/{event}", COUNTRY, Map.of(), "context.edit")
                        .answering("404 not-found"),
                get(PAGE + "/context", ITEM, SEEN).answering("200"),
                send("POST " + PAGE + "/context/{review}", ITEM, Map.of("sentence", ""), "progress.report")
                        .answering("404 not-found"));
    }

    private static List<Attempt> lists() {
        return List.of(
                get(API + "/recommendations", LIST, SEEN).with("?q={witness}").showing(ITEM_ITSELF),
                get("/recommendations", LIST, SEEN).with("?q={witness}").showing(ITEM_ITSELF),
                get("/search", LIST, SEEN).with("?q={witness}").showing(ITEM_ITSELF),
                get("/translations", NETWORK, "translation.edit").answering("200"));
    }

    private static List<Attempt> viewsOfLists() {
        return List.of(
                get("/recommendations/views", NETWORK, "self.manage").answering("200"),
                get("/recommendations/views/new", NETWORK, "self.manage").answering("200"),
                // Nobody's view.
                get("/recommendations/views/{id}", NETWORK, "self.manage").answering("404 not-found"),
                send("POST /recommendations/views", NETWORK, Map.of("name", ""), "self.manage"),
                send("POST /recommendations/views/{id}", NETWORK, Map.of("name", "Mine"), "self.manage")
                        .answering("404 not-found"),
                send("POST /recommendations/views/{id}/delete", NETWORK, Map.of(), "self.manage")
                        .answering("404 not-found"));
    }

    private static List<Attempt> changesOfMany() {
        return List.of(
                get("/recommendations/bulk", NETWORK, "item.edit").answering("200"),
                // Nobody's change.
                get("/recommendations/bulk/{id}", NETWORK, "item.edit").answering("404 not-found"),
                send("POST /recommendations/bulk", NETWORK, Map.of("owner", ""), "item.edit"),
                send("POST /recommendations/bulk/{id}/undo", NETWORK, Map.of(), "item.edit")
                        .answering("404 not-found"));
    }

    private static List<Attempt> spreadsheets() {
        var api = API + "/sheets";
        var page = "/spreadsheets";
        return List.of(
                get(api + "/recommendations.xlsx", NETWORK, "sheet.export").answering("200"),
                get(api + "/recommendations.csv", NETWORK, "sheet.export").answering("200"),
                get(api + "/recommendations.zip", NETWORK, "sheet.export").answering("200"),
                // Without a file.
                send("POST " + api, NETWORK, Map.of(), "sheet.import").answering("400 malformed-request"),
                // Nobody's import.
                get(api + "/{import}", NETWORK, "sheet.import").answering("404 not-found"),
                send("POST " + api + "/{import}/apply", NETWORK, Map.of(), "sheet.import")
                        .answering("404 not-found"),
                send("POST " + api + "/{import}/undo", NETWORK, Map.of(), "sheet.import")
                        .answering("404 not-found"),
                get(page, NETWORK, "sheet.export").answering("200"),
                get(page + "/recommendations.xlsx", NETWORK, "sheet.export").answering("200"),
                get(page + "/recommendations.csv", NETWORK, "sheet.export").answering("200"),
                get(page + "/recommendations.zip", NETWORK, "sheet.export").answering("200"),
                get(page + "/import", NETWORK, "sheet.import").answering("200"),
                send("POST " + page + "/import", NETWORK, Map.of(), "sheet.import"),
                get(page + "/{import}", NETWORK, "sheet.import").answering("404 not-found"),
                send("POST " + page + "/{import}", NETWORK, Map.of(), "sheet.import")
                        .answering("404 not-found"),
                send("POST " + page + "/{import}/columns", NETWORK, Map.of(), "sheet.import")
                        .answering("404 not-found"),
                send("POST " + page + "/{import}/undo", NETWORK, Map.of(), "sheet.import")
                        .answering("404 not-found"),
                get(page + "/{import}/corrections.xlsx", NETWORK, "sheet.import")
                        .answering("404 not-found"));
    }

    private static List<Attempt> network() {
        return List.of(
                get(API + "/tasks", NETWORK, "self.manage").answering("200"),
                get("/work", NETWORK, "self.manage").answering("200", "302 /"),
                get("/first-steps", NETWORK, "self.manage").answering("200"),
                // Whoever sees the list wants to see it.
                send("POST /first-steps", NETWORK, Map.of("shown", "true"), "self.manage")
                        .answering("302 /"),
                get("/", SIGNED_IN, "self.manage")
                        .answering("200", "302 /work", "302 /reports", "302 /progress", "302 /admin"),
                get(API + "/summary", NETWORK, "summary.read").answering("200"),
                get("/progress", NETWORK, "summary.read").answering("200"),
                get("/region", NETWORK, "summary.read").answering("200"),
                get("/region/map.svg", NETWORK, "summary.read").answering("200"),
                get("/region.csv", NETWORK, "summary.read").answering("200"),
                get("/recommendations/new", NETWORK, "item.propose").answering("200"),
                send(
                        "POST " + API + "/recommendations",
                        COUNTRY,
                        Map.of("country", "PE", "title", "", "summary", ""),
                        "item.propose"),
                send("POST /recommendations/new", COUNTRY, Map.of("country", "PE", "title", ""), "item.propose"));
    }

    private static List<Attempt> reports() {
        return List.of(
                get(API + "/reports", NETWORK, "report.read").answering("200"),
                get(API + "/reports/{id}", NETWORK, "report.read").answering("200"),
                get(API + "/reports/{id}.json", NETWORK, "report.read").answering("200"),
                get(API + "/reports/{id}.csv", NETWORK, "report.read").answering("200"),
                get(API + "/reports/{id}.html", NETWORK, "report.read").answering("200"),
                // There is a proof once the report's event is sealed.
                get(API + "/reports/{id}/proof", NETWORK, "report.proof").answering("200", "404 not-found"),
                get(API + "/reports/{id}.tlog-proof", NETWORK, "report.proof").answering("200", "404 not-found"),
                get("/reports/{id}.tlog-proof", NETWORK, "report.proof").answering("200", "404 not-found"),
                get("/reports", NETWORK, "report.read").answering("200"),
                get("/reports/{id}", NETWORK, "report.read").answering("200"),
                get("/reports/{id}.json", NETWORK, "report.read").answering("200"),
                get("/reports/{id}.csv", NETWORK, "report.read").answering("200"),
                get("/reports/{id}.html", NETWORK, "report.read").answering("200"),
                ofCountry(API + "/reports/implementation"),
                ofCountry(API + "/reports/implementation.json"),
                ofCountry(API + "/reports/implementation.csv"),
                ofCountry("/reports/implementation"),
                ofCountry("/reports/implementation.json"),
                ofCountry("/reports/implementation.csv"),
                get("/reports/implementation", NETWORK, "report.asof").answering("200"),
                // Nothing is published on a day that has not come.
                send("POST /reports", NETWORK, Map.of("asOf.year", "2999"), "report.publish"),
                send(
                                "POST " + API + "/reports",
                                NETWORK,
                                Map.of("asOf", "2020-02-01", "from", "2020-01-01"),
                                "report.publish")
                        .answering("201"));
    }

    /** The round that they are tried on is closed, so what is allowed comes too late. */
    private static List<Attempt> rounds() {
        var late = "409 round-closed";
        var api = API + "/rounds/{id}";
        var team = "/rounds/{id}/{country}";
        return List.of(
                get(API + "/rounds", NETWORK, "round.read").answering("200"),
                get(api, NETWORK, "round.read").answering("200"),
                // Without its days.
                send("POST " + API + "/rounds", NETWORK, Map.of("name", "A round"), "round.open"),
                send(
                                "POST " + api + "/answers",
                                NETWORK,
                                Map.of("item", "ACC-2019-PE-a", "nothingNew", true),
                                "progress.draft")
                        .answering(late),
                send("POST " + api + "/submit", COUNTRY, Map.of("country", "PE"), "round.submit")
                        .answering(late),
                send("POST " + api + "/accept", NETWORK, Map.of("country", "PE"), "round.accept")
                        .answering(late),
                send("POST " + api + "/return", NETWORK, Map.of("country", "PE", "reason", "Why"), "round.accept")
                        .answering(late),
                send("POST " + api + "/close", NETWORK, Map.of(), "round.close").answering(late),
                get("/rounds", NETWORK, "round.read").answering("200"),
                get("/rounds/new", NETWORK, "round.open").answering("200"),
                send("POST /rounds", NETWORK, Map.of("name", "A round"), "round.open"),
                get("/rounds/{id}", NETWORK, "round.read").answering("200"),
                get("/rounds/{id}/process", NETWORK, "round.read").answering("200"),
                send("PATCH " + api, NETWORK, Map.of("reason", "Why"), "round.open")
                        .answering(late),
                get("/rounds/{id}/days", NETWORK, "round.open").answering(late),
                send("POST /rounds/{id}/days", NETWORK, Map.of("reason", "Why"), "round.open")
                        .answering(late),
                get("/rounds/{id}/close", NETWORK, "round.close").answering(late),
                send("POST /rounds/{id}/close", NETWORK, Map.of(), "round.close")
                        .answering(late),
                get(team, COUNTRY, "round.read").answering("200"),
                send("POST " + team + "/answers", COUNTRY, Map.of(), "progress.draft")
                        .answering(late),
                send("POST " + team + "/submit", COUNTRY, Map.of(), "round.submit")
                        .answering(late),
                send("POST " + team + "/decision", NETWORK, Map.of("outcome", "ACCEPTED"), "round.accept")
                        .answering(late));
    }

    /** No file is sent along, and the import is given up, so what is allowed comes too late. */
    private static List<Attempt> papers() {
        var late = "409 wrong-state";
        var api = API + "/imports/{id}";
        return List.of(
                get(API + "/papers", NETWORK, "paper.read").answering("200"),
                get(API + "/papers/{key}", NETWORK, "paper.read").answering("200"),
                send("POST " + API + "/papers", NETWORK, Map.of("language", "en"), "paper.import")
                        .answering("415 unsupported-media-type"),
                get(ITEM_API + "/wording", ITEM, SEEN).answering("200"),
                get(api, NETWORK, "paper.accept").answering("200"),
                send("POST " + api + "/paper", NETWORK, Map.of("title", "Another"), "paper.accept")
                        .answering(late),
                send(
                                "POST " + api + "/decisions",
                                NETWORK,
                                Map.of("decisions", List.of(Map.of("passage", 1, "decision", "SKIP"))),
                                "paper.accept")
                        .answering(late),
                send("POST " + api + "/decisions/undo", NETWORK, Map.of("passages", List.of(1)), "paper.accept")
                        .answering(late),
                send("POST " + api + "/cancel", NETWORK, Map.of(), "paper.import")
                        .answering(late));
    }

    private static List<Attempt> paperPages() {
        var late = "409 wrong-state";
        var page = "/imports/{id}";
        // Nothing was found in what was given up.
        var nothing = "404 not-found";
        return List.of(
                get("/papers", NETWORK, "paper.read").answering("200"),
                get("/papers/new", NETWORK, "paper.import").answering("200"),
                send("POST /papers", NETWORK, Map.of("language", "en"), "paper.import"),
                get(PAGE + "/wording", ITEM, SEEN).answering("200"),
                get(page, NETWORK, "paper.accept").answering("200"),
                send("POST " + page + "/sure", NETWORK, Map.of("passages", "1"), "paper.accept")
                        .answering(late),
                get(page + "/passages/{number}", NETWORK, "paper.accept").answering(nothing),
                send("POST " + page + "/passages/{number}", NETWORK, Map.of("decision", "SKIP"), "paper.accept")
                        .answering(nothing),
                send("POST " + page + "/passages/{number}/undo", NETWORK, Map.of(), "paper.accept")
                        .answering(late),
                get(page + "/paper", NETWORK, "paper.accept").answering(late),
                send("POST " + page + "/paper", NETWORK, Map.of("title", "Another"), "paper.accept")
                        .answering(late),
                get(page + "/finish", NETWORK, "paper.accept").answering(late),
                send("POST " + page + "/finish", NETWORK, Map.of(), "paper.accept")
                        .answering(late),
                get(page + "/cancel", NETWORK, "paper.import").answering(late),
                send("POST " + page + "/cancel", NETWORK, Map.of("reason", "Why"), "paper.import")
                        .answering(late));
    }

    private static List<Attempt> people() {
        return List.of(
                get("/people", NETWORK, "people.read").answering("200"),
                get("/people/{id}", NETWORK, "people.read").answering("200"),
                get("/people/{id}/deactivation", NETWORK, "people.manage").answering("200"),
                get("/people/{id}/reactivation", NETWORK, "people.manage").answering("200"),
                get("/people/{id}/deputies", NETWORK, "people.manage").answering("200"),
                get("/people/{id}/deputies/{deputy}/end", NETWORK, "people.manage")
                        .answering("404 not-found"),
                send("POST /people/{id}/deputies", NETWORK, Map.of(), "people.manage"),
                toNobody("/people/{id}/deactivation", Map.of()),
                toNobody("/people/{id}/reactivation", Map.of()),
                toNobody("/people/{id}/roles", Map.of("role", "MEMBER", "country", "PE")),
                toNobody("/people/{id}/roles/taken", Map.of("role", "MEMBER", "country", "PE")),
                toNobody("/people/{id}/deputies/{deputy}/end", Map.of()),
                get("/drafts", SIGNED_IN, "self.manage").answering("200"),
                get("/shortcuts", SIGNED_IN, "self.manage").answering("200"),
                send("POST /drafts/discard", SIGNED_IN, Map.of(), "self.manage").answering("400 malformed-request"),
                get("/deputies", NETWORK, "deputy.arrange").answering("200"),
                get("/deputies/new", NETWORK, "deputy.arrange").answering("200"),
                get("/deputies/{id}/end", NETWORK, "deputy.arrange").answering("404 not-found"),
                send("POST /deputies", NETWORK, Map.of(), "deputy.arrange"),
                // Nobody stands in for herself.
                send(
                        "POST /deputies",
                        COUNTRY,
                        Map.of(
                                "represented",
                                "{person}",
                                "deputy",
                                "{person}",
                                "from.day",
                                1,
                                "from.month",
                                1,
                                "from.year",
                                2026,
                                "until.day",
                                2,
                                "until.month",
                                1,
                                "until.year",
                                2026),
                        "deputy.arrange"),
                send("POST /deputies/{id}/end", NETWORK, Map.of(), "deputy.arrange")
                        .answering("404 not-found"));
    }

    private static List<Attempt> ownThings() {
        return List.of(
                get("/notices", NETWORK, "self.manage").answering("200"),
                get("/notices/{id}", NETWORK, "self.manage").answering("404 not-found"),
                send("POST /notices/{id}/read", NETWORK, Map.of(), "self.manage")
                        .answering("404 not-found"),
                send("POST /notices/read", NETWORK, Map.of("until", "2020-01-01T00:00:00Z"), "self.manage"),
                get("/following", NETWORK, "self.manage").answering("200"),
                send("POST /following", NETWORK, Map.of("country", "BR", "follow", "false"), "self.manage"),
                get("/settings", NETWORK, "self.manage").answering("200"),
                send("POST /settings", NETWORK, Map.of("language", "none"), "self.manage")
                        .answering("400 malformed-request"),
                get("/settings/notices", NETWORK, "self.manage").answering("200"),
                get("/settings/calendar", NETWORK, "self.manage").answering("200"),
                // The row that it makes is the caller's own.
                send("POST /settings/calendar", NETWORK, Map.of(), "self.manage")
                        .answering("200"),
                send("POST /settings/calendar/revocation", NETWORK, Map.of(), "self.manage"),
                send(
                        "POST /settings/notices",
                        NETWORK,
                        Map.of(
                                "wanted",
                                "DUE,CLAIMS,EVALUATIONS,NEWS,EVIDENCE,COMMENTS,MENTIONS,ROUNDS,PAPERS,REPORTS,PEOPLE"),
                        "self.manage"));
    }

    private static List<Attempt> operations() {
        return List.of(
                get("/admin", NETWORK, "operations.read").answering("200"),
                get("/admin/processes", NETWORK, "operations.read").answering("200"),
                get("/admin/processes/{process}", NETWORK, "operations.read").answering("200"),
                get("/admin/texts", NETWORK, "operations.read").answering("200"),
                get("/admin/mail", NETWORK, "operations.read").answering("200"),
                // Nobody's mail.
                get("/admin/mail/{id}", NETWORK, "operations.read").answering("404 not-found"),
                send("POST /admin/mail/{id}/retry", NETWORK, Map.of(), "jobs.retry")
                        .answering("404 not-found"),
                get("/admin/data", NETWORK, "operations.read").answering("200"),
                get("/admin/audit", NETWORK, "operations.read").answering("200"),
                get("/admin/audit.csv", NETWORK, "ledger.export").answering("200"),
                get("/admin/audit/{number}/erasure", NETWORK, "privacy.erase").answering("200", "404 not-found"),
                send("POST /admin/audit/{number}/erasure", NETWORK, Map.of(), "privacy.erase"),
                get("/admin/erasures", NETWORK, "privacy.confirm").answering("200"),
                // Nobody asked for it.
                send("POST /admin/erasures/{id}/confirmation", NETWORK, Map.of(), "privacy.confirm")
                        .answering("404 not-found"),
                send("POST /admin/erasures/{id}/refusal", NETWORK, Map.of(), "privacy.confirm")
                        .answering("404 not-found"),
                send("POST /admin/processes/jobs/{job}/retry", NETWORK, Map.of(), "jobs.retry")
                        .answering("404 not-found"));
    }

    private static List<Attempt> webhooks() {
        return List.of(
                get("/admin/webhooks", NETWORK, "webhook.read").answering("200"),
                // Nobody's.
                get("/admin/webhooks/{id}", NETWORK, "webhook.read").answering("404 not-found"),
                get("/admin/webhooks/new", NETWORK, "webhook.manage").answering("200"),
                get("/admin/webhooks/{id}/removal", NETWORK, "webhook.manage").answering("404 not-found"),
                send("POST /admin/webhooks", NETWORK, Map.of("url", "ftp://example.org"), "webhook.manage"),
                get(API + "/webhooks", NETWORK, "webhook.read").answering("200"),
                get(API + "/webhooks/{id}", NETWORK, "webhook.read").answering("404 not-found"),
                get(API + "/webhooks/{id}/deliveries", NETWORK, "webhook.read").answering("404 not-found"),
                // An address that may not be.
                send(
                        "POST " + API + "/webhooks",
                        NETWORK,
                        Map.of("url", "ftp://example.org", "kinds", List.of("CLAIM_CONFIRMED")),
                        "webhook.manage"),
                send("POST " + API + "/webhooks/{id}/pause", NETWORK, Map.of(), "webhook.manage")
                        .answering("404 not-found"),
                send("POST " + API + "/webhooks/{id}/resume", NETWORK, Map.of(), "webhook.manage")
                        .answering("404 not-found"),
                send("DELETE " + API + "/webhooks/{id}", NETWORK, Map.of(), "webhook.manage")
                        .answering("404 not-found"),
                toNoWebhook("secret"),
                toNoWebhook("pause"),
                toNoWebhook("resumption"),
                toNoWebhook("test"),
                toNoWebhook("removal"),
                toNoWebhook("deliveries/{delivery}/resend"));
    }

    private static Attempt toNoWebhook(String what) {
        return send("POST /admin/webhooks/{id}/" + what, NETWORK, Map.of(), "webhook.manage")
                .answering("404 not-found");
    }

    private static Attempt toNobody(String path, Map<String, ?> form) {
        return send("POST " + path, NETWORK, form, "people.manage")
                .with(Attempt.NOBODY)
                .answering("404 not-found");
    }

    private static Attempt ofCountry(String path) {
        return get(path, COUNTRY, "report.asof").with("?country={country}").answering("200");
    }

    private static List<Attempt> visitors() {
        return List.of(
                get("/login", PUBLIC, "public").answering("200"),
                get("/ledger", PUBLIC, "ledger.checkpoint").answering("200"),
                get(API + "/ledger/checkpoint", PUBLIC, "ledger.checkpoint").answering("200", "404 not-found"),
                get(API + "/ledger/key", PUBLIC, "ledger.key").answering("200", "404 not-found"),
                get(API + "/ledger/proof", PUBLIC, "ledger.checkpoint")
                        .with("?index=0")
                        .answering("200", "404 not-found"),
                // Nobody's address.
                get("/calendar/{token}.ics", PUBLIC, "public").answering("404"),
                get("/accessibility", PUBLIC, "public").answering("200"),
                get("/help", PUBLIC, "public").answering("200"),
                get("/help/{id}", PUBLIC, "public").answering("404 not-found"),
                get("/privacy", PUBLIC, "public").answering("200"),
                get("/public", PUBLIC, "public.items").answering("200"),
                get("/public/embed", PUBLIC, "public.items").answering("200"),
                get("/public/changes.atom", PUBLIC, "public.items").answering("200"),
                // It may or may not stand in a report for everybody.
                get("/public/recommendations/{code}/citation.{format}", PUBLIC, "public.items")
                        .answering("200", "404 not-found"),
                get("/public/recommendations/{code}", PUBLIC, "public.items").answering("200", "404 not-found"),
                get("/contact", PUBLIC, "public").answering("200"),
                // No mail had such a link.
                get("/mail/stop/{token}", PUBLIC, "public").answering("404 not-found"),
                send("POST /mail/stop/{token}", PUBLIC, Map.of(), "public").answering("404 not-found"),
                get("/error", PUBLIC, "public").answering("500 internal"));
    }

    /** What no row describes: an address of a library. */
    static Attempt plain(String address) {
        return new Attempt(address, PUBLIC, List.of(), "", null, NOTHING, Set.of());
    }

    private static Attempt get(String path, About about, String row) {
        return new Attempt("GET " + path, about, List.of(row), "", null, NOTHING, Set.of());
    }

    private static Attempt send(String endpoint, About about, @Nullable Map<String, ?> body, String... rows) {
        return new Attempt(endpoint, about, List.of(rows), "", body, NOTHING, Set.of());
    }
}
