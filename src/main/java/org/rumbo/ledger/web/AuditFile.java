package org.rumbo.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.AuditSearch;
import org.rumbo.shared.DomainException;
import org.rumbo.sheet.CsvLine;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The events that an audit found as a file, each with its place and hash in the sealed tree, which proofs can be compared with. */
@Controller
class AuditFile {
    /** So many are read at a time; nothing is held while they travel. */
    private static final int PART = 1000;

    private static final List<String> HEAD = List.of(
            "number",
            "recordedAt",
            "action",
            "recommendation",
            "from",
            "to",
            "actor",
            "behalf",
            "leafIndex",
            "leafHash");

    private final AuditSearch audit;
    private final Network network;

    AuditFile(AuditSearch audit, Network network) {
        this.audit = audit;
        this.network = network;
    }

    @GetMapping("/admin/audit.csv")
    @Needs(Permission.LEDGER_EXPORT)
    void csv(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("period") AuditController.Period period,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        refuseUnreadable(period);
        var asked = new AuditController.Asked(who.strip(), action, code.strip());
        // A refusal comes before the first byte.
        var events = part(asked, period, null, actor);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rumbo-audit.csv\"");
        // The server ends the answer: what breaks off halfway must not look whole.
        var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write('\uFEFF');
        out.write(CsvLine.of(HEAD));
        write(events, out);
        while (events.size() == PART) {
            events = part(asked, period, events.get(PART - 1).seq(), actor);
            write(events, out);
        }
        out.flush();
    }

    private static void refuseUnreadable(AuditController.Period period) {
        if (period.from() != null && period.from().isUnreadable()) {
            throw DomainException.malformed("from");
        }
        if (period.until() != null && period.until().isUnreadable()) {
            throw DomainException.malformed("until");
        }
    }

    private List<AuditSearch.Sealed> part(
            AuditController.Asked asked, AuditController.Period period, @Nullable Long before, Actor actor) {
        return audit.export(AuditController.question(asked, period, before, network.zone()), PART, actor);
    }

    private static void write(List<AuditSearch.Sealed> events, Writer out) throws IOException {
        for (var event : events) {
            out.write(CsvLine.of(List.of(
                    String.valueOf(event.seq()),
                    event.at().toString(),
                    event.action(),
                    text(event.code()),
                    text(event.from()),
                    text(event.to()),
                    text(event.actor()),
                    text(event.behalf()),
                    text(event.leaf()),
                    event.hash() == null ? "" : HexFormat.of().formatHex(event.hash()))));
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
