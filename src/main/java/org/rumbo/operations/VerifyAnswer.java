package org.rumbo.operations;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.proof.CanonicalJson;
import org.rumbo.ledger.proof.Heads;
import org.rumbo.ledger.proof.Refused;
import org.rumbo.ledger.proof.Verified;
import org.rumbo.ledger.proof.VerifyTexts;

/** Tells somebody, or a program, what was found. */
interface VerifyAnswer {
    void verified(Verified verified, Heads.Meeting meeting);

    void refused(Refused refused);

    /** For people. */
    final class Words implements VerifyAnswer {
        private final PrintStream out;
        private final VerifyTexts texts;

        Words(PrintStream out, Locale language) {
            this.out = out;
            this.texts = new VerifyTexts(language);
        }

        @Override
        public void verified(Verified verified, Heads.Meeting meeting) {
            verified.events().forEach(event -> out.println(line(event)));
            var checkpoint = verified.checkpoint();
            say("verify.valid", checkpoint.origin(), checkpoint.size(), checkpoint.root());
            if (!verified.events().isEmpty()) {
                say(
                        "verify.counts",
                        verified.count(Verified.Outcome.VALID),
                        verified.count(Verified.Outcome.ERASED),
                        verified.count(Verified.Outcome.WITHHELD));
            }
            if (verified.wholeChains() > 0) {
                say("verify.chains", verified.wholeChains());
            }
            verified.excerpts().forEach(item -> say("verify.excerpt", item));
            verified.reports().forEach(report -> say("verify.report", report.name(), report.at(), report.index()));
            say("verify.continuity." + meeting.continuity(), meeting.seen() == null ? "" : meeting.seen());
        }

        private String line(Verified.Event event) {
            var words = new StringBuilder("#").append(event.index());
            for (var part : new @Nullable Object[] {event.at(), event.action(), event.item(), event.rev()}) {
                words.append(part == null ? "" : "  " + part);
            }
            var erasedAt = event.erasedAt();
            var outcome = erasedAt == null
                    ? texts.text("verify.outcome." + event.outcome())
                    : texts.text("verify.outcome.ERASED", erasedAt.substring(0, Math.min(10, erasedAt.length())));
            words.append("  ").append(outcome);
            if (event.closed() > 0) {
                words.append("; ").append(texts.text("verify.closed", text(event.closed())));
            }
            return plain(words.toString());
        }

        @Override
        public void refused(Refused refused) {
            say("verify.kind." + refused.fault().kind());
            say("verify.fault." + refused.fault(), refused.where());
        }

        private void say(String key, Object... arguments) {
            var shown = new Object[arguments.length];
            for (var i = 0; i < shown.length; i++) {
                shown[i] = text(arguments[i]);
            }
            out.println(plain(texts.text(key, shown)));
        }

        /** Numbers are for comparing, so they have no separators. */
        private static String text(Object argument) {
            return String.valueOf(argument);
        }

        /** Nothing from a stranger's file steers the terminal. */
        private static String plain(String text) {
            return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "\ufffd");
        }
    }

    /** For programs: one line of canonical JSON. */
    final class Json implements VerifyAnswer {
        private final PrintStream out;

        Json(PrintStream out) {
            this.out = out;
        }

        @Override
        public void verified(Verified verified, Heads.Meeting meeting) {
            var result = new TreeMap<String, @Nullable Object>();
            result.put("valid", true);
            result.put("exitCode", 0);
            result.put("origin", verified.checkpoint().origin());
            result.put("size", verified.checkpoint().size());
            result.put("root", verified.checkpoint().root().toString());
            result.put("continuity", meeting.continuity());
            result.put("seen", meeting.seen());
            result.put("events", verified.events().stream().map(Json::event).toList());
            result.put("wholeChains", verified.wholeChains());
            result.put("excerpts", verified.excerpts());
            result.put("reports", reports(verified.reports()));
            print(result);
        }

        private static Map<String, @Nullable Object> event(Verified.Event event) {
            var result = new TreeMap<String, @Nullable Object>();
            result.put("index", event.index());
            result.put("outcome", event.outcome());
            result.put("event", event.event());
            result.put("action", event.action());
            result.put("at", event.at());
            result.put("item", event.item());
            result.put("rev", event.rev());
            result.put("textsNotShown", event.closed());
            result.put("erasedAt", event.erasedAt());
            return result;
        }

        private static List<Map<String, Object>> reports(List<Verified.Report> reports) {
            return reports.stream()
                    .<Map<String, Object>>map(report -> new TreeMap<>(Map.of(
                            "name", report.name(),
                            "sha256", report.sha256(),
                            "index", report.index(),
                            "event", report.event(),
                            "issuedAt", report.at())))
                    .toList();
        }

        @Override
        public void refused(Refused refused) {
            print(Map.of(
                    "valid",
                    false,
                    "exitCode",
                    refused.fault().kind().exitCode(),
                    "kind",
                    refused.fault().kind(),
                    "fault",
                    refused.fault(),
                    "where",
                    refused.where().replaceAll("\\p{Cs}", "\ufffd")));
        }

        private void print(Map<String, ?> result) {
            out.println(new String(CanonicalJson.bytes(result), StandardCharsets.UTF_8));
        }
    }
}
