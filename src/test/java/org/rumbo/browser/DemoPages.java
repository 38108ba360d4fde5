package org.rumbo.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rumbo.testing.Api;
import tools.jackson.databind.JsonNode;

/** Every page of the demonstration's network, each opened by somebody whom it is for. */
final class DemoPages {
    /** A page, the mapping that answers it, and who opens it; nobody signed in where there is no login. */
    record DemoPage(String name, String login, String mapping, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A recommendation and the coordinator of its team. */
    private record Own(String login, String code) {}

    static final String NOWHERE = "SPN-1999-XA-z";

    private static final String VISITOR = "";
    private static final String COORDINATOR = "coordinator.xa";
    private static final String DIRECTOR = "director.a";
    private static final String FUNDER = "funder";
    private static final String ADMIN = "admin";
    private static final String ITEM = "/recommendations/{code}";

    private final Api api;
    /** The id of a person, which only pages tell. */
    private final String somebody;
    /** Likewise of a connected program. */
    private final String webhook;
    /** Likewise of a mail, and the secret of its link. */
    private final String mail;

    private final String stop;

    private final List<DemoPage> pages = new ArrayList<>();

    private DemoPages(Api api, String somebody, String webhook, String mail, String stop) {
        this.api = api;
        this.somebody = somebody;
        this.webhook = webhook;
        this.mail = mail;
        this.stop = stop;
    }

    static List<DemoPage> of(Api api, String somebody, String webhook, String mail, String stop) {
        var all = new DemoPages(api, somebody, webhook, mail, stop);
        all.visitors();
        all.homes();
        all.lists();
        all.spreadsheets();
        all.recommendations();
        all.partsOfRecommendations();
        all.forms();
        all.decisions();
        all.rounds();
        all.papers();
        all.reports();
        all.ofOnesOwn();
        all.administration();
        return List.copyOf(all.pages);
    }

    private void visitors() {
        for (var page : List.of("login", "accessibility", "privacy", "contact", "ledger")) {
            add(page, VISITOR, "/" + page);
        }
        add("mail-stop", VISITOR, "/mail/stop/{token}", stop);
        add("public", VISITOR, "/public");
        add("public-embed", VISITOR, "/public/embed");
        add(
                "public-recommendation",
                VISITOR,
                "/public/recommendations/{code}",
                codes(FUNDER, "state=EVALUATED").findFirst().orElseThrow());
    }

    private void homes() {
        add("work-coordinator", COORDINATOR, "/work");
        add("work-member", "member.xa", "/work");
        add("work-director", DIRECTOR, "/work");
        add("work-evaluator", "evaluator.b", "/work");
        add("progress-director", DIRECTOR, "/progress");
        add("progress-coordinator", COORDINATOR, "/progress");
        add("funder", FUNDER, "/reports");
        add("progress-auditor", "auditor", "/progress");
        add("region", DIRECTOR, "/region");
        add("region-funder", FUNDER, "/region");
        add("first-steps", COORDINATOR, "/first-steps");
    }

    private void lists() {
        var list = "/recommendations";
        add("list", COORDINATOR, list);
        add("list-filtered", DIRECTOR, list, list + "?state=ADOPTED&state=UNDER_REVIEW&sort=due");
        add("list-none", COORDINATOR, list, list + "?q=zzzz");
        add("list-funder", FUNDER, list);
        add("board", COORDINATOR, list, list + "?as=board");
        add("timeline", DIRECTOR, list, list + "?as=timeline");
        var some = codes(COORDINATOR, "country=XA&state=ADOPTED").limit(2).collect(Collectors.joining("&code="));
        add("bulk", COORDINATOR, list + "/bulk", list + "/bulk?code=" + some);
        add("views", COORDINATOR, list + "/views");
        add("view-new", COORDINATOR, list + "/views/new", list + "/views/new?state=ADOPTED");
        add("search", COORDINATOR, "/search", "/search?q=agua");
        add("search-none", COORDINATOR, "/search", "/search?q=zzzz");
        add("translations", COORDINATOR, "/translations");
        add("proposal", COORDINATOR, list + "/new");
    }

    /** One is brought back and waits, so that there is something to see. */
    private void spreadsheets() {
        add("spreadsheets", COORDINATOR, "/spreadsheets");
        add("spreadsheets-director", DIRECTOR, "/spreadsheets");
        add("spreadsheet-import", COORDINATOR, "/spreadsheets/import");
        var code = codes(COORDINATOR, "country=XA&state=ADOPTED").findFirst().orElseThrow();
        var boundary = "sheet";
        var file =
                "code,title,state\n" + code + ",Un título más claro,CLOSED\n,Una propuesta nueva,\n" + code + ",x,\n";
        var sent = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"recommendations.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n";
        var brought = api.as(COORDINATOR)
                .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/sheets", sent);
        add(
                "spreadsheet",
                COORDINATOR,
                "/spreadsheets/{import}",
                brought.json().path("id").asString());
    }

    private void recommendations() {
        for (var state : List.of("PROPOSED", "UNDER_REVIEW", "ADOPTED", "IMPLEMENTED", "EVALUATED", "CLOSED")) {
            var code = codes(DIRECTOR, "state=" + state).findFirst().orElseThrow();
            item("item-" + state.toLowerCase(java.util.Locale.ROOT).replace('_', '-'), DIRECTOR, "", code);
        }
        item("item-claimed", DIRECTOR, "", task(DIRECTOR, "REVIEW_CLAIM"));
        item(
                "item-funder",
                FUNDER,
                "",
                codes(FUNDER, "state=EVALUATED").findFirst().orElseThrow());
        var own = own("ADOPTED", "report-progress");
        item("item-coordinator", own.login(), "", own.code());
        item("not-found", COORDINATOR, "", NOWHERE);
    }

    private void partsOfRecommendations() {
        var evaluated = codes(DIRECTOR, "state=EVALUATED").findFirst().orElseThrow();
        for (var part :
                List.of("history", "reminders", "process", "evaluation", "comments", "progress", "why", "following")) {
            item(part, DIRECTOR, "/" + part, evaluated);
        }
        plans();
        item("history-funder", FUNDER, "/history", evaluated);
        item("history-as-of", DIRECTOR, "/history/as-of", evaluated);
        item("history-as-of-funder", FUNDER, "/history/as-of", evaluated);
        add("process-large", DIRECTOR, ITEM + "/process/{process}", evaluated, "RecommendationLifecycle");
        item("item-translations", own("PROPOSED", "edit"), "/translations");
    }

    private void plans() {
        var planned = with("/team-actions", "");
        item("team-actions", planned, "/team-actions");
        add(
                "team-action",
                planned.login(),
                ITEM + "/team-actions/{id}",
                planned.code(),
                of(planned, "/team-actions", "/items/0/id"));
        var counted = with("/indicators", "/values/0");
        var indicator = of(counted, "/indicators", "/items/0/id");
        item("indicators", counted, "/indicators");
        add("indicator", counted.login(), ITEM + "/indicators/{id}", counted.code(), indicator);
        add(
                "indicator-value",
                counted.login(),
                ITEM + "/indicators/{id}/values/{value}",
                counted.code(),
                indicator,
                of(counted, "/indicators", "/items/0/values/0/id"));
        var overtaken = with("/context", "");
        var country = overtaken.code().split("-")[2];
        item("item-context", overtaken, "/context");
        add("context", overtaken.login(), "/countries/{country}/context", country);
        add(
                "context-ask",
                overtaken.login(),
                "/countries/{country}/context/{event}",
                country,
                of(overtaken, "/context", "/items/0/id"));
    }

    /** The first recommendation for whose team there is such a part, and something in it. */
    private Own with(String part, String within) {
        return Stream.of("xa", "xb", "xc", "xd", "xe", "xf")
                .flatMap(country -> Stream.of("ADOPTED", "UNDER_REVIEW")
                        .flatMap(state -> codes(
                                "coordinator." + country,
                                "country=" + country.toUpperCase(java.util.Locale.ROOT) + "&state=" + state))
                        .map(code -> new Own("coordinator." + country, code)))
                .filter(own -> !of(own, part, "/items/0" + within + "/id").isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No recommendation has " + part));
    }

    private String of(Own own, String part, String place) {
        return api.as(own.login())
                .get("/recommendations/" + own.code() + part)
                .json()
                .at(place)
                .asString("");
    }

    private void forms() {
        item("edit", own("PROPOSED", "edit"), "/edit");
        item("links", own("UNDER_REVIEW", "edit"), "/links");
        item("claim", own("UNDER_REVIEW", "claim"), "/claim");
        item("claim-implemented", own("ADOPTED", "claim"), "/claim");
        item("evidence", own("ADOPTED", "add-evidence"), "/evidence");
        item("progress-report", own("ADOPTED", "report-progress"), "/progress/report");
        item("position", own("UNDER_REVIEW", "record-position"), "/position");
        item("withdraw", own(null, "withdraw-claim"), "/withdraw");
        var marked = own("ADOPTED", "edit-markers");
        var marker = api.as(marked.login())
                .get(ITEM.replace("{code}", marked.code()))
                .json()
                .at("/markers/0/id")
                .asString();
        item("marker-new", marked, "/markers");
        add("marker", marked.login(), ITEM + "/markers/{id}", marked.code(), marker);
        add("marker-met", marked.login(), ITEM + "/markers/{id}/met", marked.code(), marker);
        var linked = own("UNDER_REVIEW", "mark-link");
        var documents = api.as(linked.login())
                .get(ITEM.replace("{code}", linked.code()))
                .json()
                .path("evidence");
        for (var document : documents) {
            if (document.has("url")) {
                add(
                        "evidence-link",
                        linked.login(),
                        ITEM + "/evidence/{id}/link",
                        linked.code(),
                        document.path("id").asString());
                break;
            }
        }
    }

    private void decisions() {
        item("decision", DIRECTOR, "/decision", task(DIRECTOR, "REVIEW_CLAIM"));
        item("rating", "evaluator.b", "/evaluation", task("evaluator.b", "RATE"));
        item("assign", DIRECTOR, "/evaluation", task(DIRECTOR, "ASSIGN_EVALUATORS"));
        item(
                "reopen",
                DIRECTOR,
                "/reopen",
                codes(DIRECTOR, "state=CLOSED").findFirst().orElseThrow());
    }

    private void rounds() {
        add("rounds", DIRECTOR, "/rounds");
        add("round-new", DIRECTOR, "/rounds/new");
        var all = items(api.as(DIRECTOR).get("/rounds")).toList();
        var open = all.get(0).path("id").asString();
        var round = "/rounds/{id}";
        add("round", DIRECTOR, round, open);
        add("round-closed", DIRECTOR, round, all.get(1).path("id").asString());
        add("round-coordinator", COORDINATOR, round, open);
        add("round-close", DIRECTOR, round + "/close", open);
        add("round-process", DIRECTOR, round + "/process", open);
        add("round-days", DIRECTOR, round + "/days", open);
        add("update", COORDINATOR, round + "/{country}", open, "XA");
        add("update-member", "member.xa", round + "/{country}", open, "XA");
        add("update-returned", "coordinator.xc", round + "/{country}", open, "XC");
        add("update-review", DIRECTOR, round + "/{country}", open, "XB");
        add(
                "update-missed",
                DIRECTOR,
                round + "/{country}",
                all.get(1).path("id").asString(),
                "XF");
    }

    private void papers() {
        add("papers", DIRECTOR, "/papers");
        add("papers-coordinator", COORDINATOR, "/papers");
        add("paper-new", DIRECTOR, "/papers/new");
        var open = anImport("ARC-2029");
        var page = "/imports/{id}";
        add("import", DIRECTOR, page, open);
        add("import-least-sure", DIRECTOR, page, "/imports/" + open + "?order=doubt&show=OPEN");
        add("import-done", DIRECTOR, page, anImport("ARC-2024"));
        add("import-paper", DIRECTOR, page + "/paper", open);
        add("import-finish", DIRECTOR, page + "/finish", open);
        add("import-cancel", DIRECTOR, page + "/cancel", open);
        add("passage", DIRECTOR, page + "/passages/{number}", open, "3");
        add("passage-decided", DIRECTOR, page + "/passages/{number}", open, "2");
        var worded = "ARC-2024-XA-a";
        item("item-worded", DIRECTOR, "", worded);
        item("wording", COORDINATOR, "/wording", worded);
    }

    private String anImport(String paper) {
        return api.as(DIRECTOR)
                .get("/papers/" + paper)
                .json()
                .at("/imports/0/id")
                .asString();
    }

    private void reports() {
        add("reports", DIRECTOR, "/reports");
        add("report-live", DIRECTOR, "/reports/implementation");
        var report = items(api.as(FUNDER).get("/reports")).findFirst().orElseThrow();
        add("report", FUNDER, "/reports/{id}", report.path("id").asString());
    }

    private void ofOnesOwn() {
        for (var page : List.of(
                "notices",
                "following",
                "settings",
                "settings/notices",
                "settings/calendar",
                "help",
                "drafts",
                "shortcuts")) {
            add(page.replace('/', '-'), COORDINATOR, "/" + page);
        }
        add("notices-director", DIRECTOR, "/notices");
        add("help-topic", COORDINATOR, "/help/{id}", "words");
        add("deputies", DIRECTOR, "/deputies");
        add("deputy-new", DIRECTOR, "/deputies/new");
    }

    private void administration() {
        add("people", ADMIN, "/people");
        var person = "/people/{id}";
        add("person", ADMIN, person, somebody);
        add("person-deactivation", ADMIN, person + "/deactivation", somebody);
        add("person-deputies", ADMIN, person + "/deputies", somebody);
        for (var page : List.of("", "/processes", "/texts", "/mail", "/webhooks", "/data", "/audit")) {
            add("admin" + page.replace('/', '-'), ADMIN, "/admin" + page);
        }
        add("admin-mail-text", ADMIN, "/admin/mail/{id}", mail);
        add("admin-process", ADMIN, "/admin/processes/{process}", "StatusClaim");
        add("audit-auditor", "auditor", "/admin/audit");
        add("erasures", "auditor", "/admin/erasures");
        add("erasure", ADMIN, "/admin/audit/{number}/erasure", "1");
        var program = "/admin/webhooks/{id}";
        add("admin-webhook-new", ADMIN, "/admin/webhooks/new");
        add("admin-webhook", ADMIN, program, webhook);
        add("admin-webhook-removal", ADMIN, program + "/removal", webhook);
        add("webhook-auditor", "auditor", program, webhook);
    }

    private void item(String name, Own own, String part) {
        item(name, own.login(), part, own.code());
    }

    private void item(String name, String login, String part, String code) {
        add(name, login, ITEM + part, code);
    }

    private void add(String name, String login, String mapping, String... values) {
        var path = mapping;
        if (values.length == 1 && values[0].startsWith("/")) {
            path = values[0];
        } else {
            for (var value : values) {
                path = path.replaceFirst("\\{\\w+}", value);
            }
        }
        pages.add(new DemoPage(name, login, mapping, path));
    }

    private Stream<String> codes(String login, String query) {
        return items(api.as(login).get("/recommendations?limit=200&" + query))
                .map(item -> item.path("code").asString());
    }

    /** The first recommendation with which a coordinator of its team may do this now. */
    private Own own(@org.jspecify.annotations.Nullable String state, String action) {
        return Stream.of("xa", "xb", "xc", "xd", "xe", "xf")
                .flatMap(country -> codes(
                                "coordinator." + country,
                                "country=" + country.toUpperCase(java.util.Locale.ROOT)
                                        + (state == null ? "" : "&state=" + state))
                        .map(code -> new Own("coordinator." + country, code)))
                .filter(own -> may(own, action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody may " + action + " in " + state));
    }

    private boolean may(Own own, String action) {
        var item = api.as(own.login()).get("/recommendations/" + own.code());
        return item.strings("actions").contains(action);
    }

    private String task(String login, String action) {
        return items(api.as(login).get("/tasks"))
                .filter(item -> item.path("action").asString().equals(action))
                .map(item -> item.path("code").asString())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody has to " + action));
    }

    private static Stream<JsonNode> items(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false);
    }
}
