package org.rumbo.team;

import java.util.Arrays;
import java.util.Optional;

/** The rows of the access matrix: everything that somebody may be allowed to do. */
public enum Permission {
    ITEM_READ_FULL("item.read.full"),
    ITEM_READ_NETWORK("item.read.network"),
    ITEM_READ_RELEASED("item.read.released"),
    ITEM_PROPOSE("item.propose"),
    ITEM_EDIT("item.edit"),
    ITEM_EDIT_READING("item.edit.reading"),
    MARKER_EDIT("marker.edit"),
    MARKER_MET("marker.met"),
    EVIDENCE_ADD("evidence.add"),
    EVIDENCE_RELEASE("evidence.release"),
    EVIDENCE_LINK("evidence.link"),
    PROGRESS_REPORT("progress.report"),
    PROGRESS_DRAFT("progress.draft"),
    ACTION_EDIT("action.edit"),
    INDICATOR_EDIT("indicator.edit"),
    CONTEXT_EDIT("context.edit"),
    POSITION_RECORD("position.record"),
    CLAIM_MAKE("claim.make"),
    CLAIM_WITHDRAW("claim.withdraw"),
    CLAIM_DECIDE("claim.decide"),
    EVALUATORS_ASSIGN("evaluators.assign"),
    EVALUATION_RATE("evaluation.rate"),
    EVALUATION_APPROVE("evaluation.approve"),
    ITEM_REOPEN("item.reopen"),
    COMMENT_ADD("comment.add"),
    COMMENT_ADD_NETWORK("comment.add.network"),
    TRANSLATION_EDIT("translation.edit"),
    LINK_EDIT("link.edit"),
    ROUND_OPEN("round.open"),
    ROUND_CLOSE("round.close"),
    ROUND_ACCEPT("round.accept"),
    ROUND_SUBMIT("round.submit"),
    ROUND_READ("round.read"),
    PAPER_IMPORT("paper.import"),
    PAPER_ACCEPT("paper.accept"),
    PAPER_READ("paper.read"),
    SHEET_EXPORT("sheet.export"),
    SHEET_IMPORT("sheet.import"),
    REPORT_PUBLISH("report.publish"),
    REPORT_READ("report.read"),
    REPORT_AS_OF("report.asof"),
    HISTORY_READ("history.read"),
    HISTORY_READ_RELEASED("history.read.released"),
    LEDGER_CHECKPOINT("ledger.checkpoint"),
    LEDGER_KEY("ledger.key"),
    LEDGER_BUNDLE("ledger.bundle"),
    LEDGER_EXPORT("ledger.export"),
    REPORT_PROOF("report.proof"),
    PROCESS_READ("process.read"),
    SUMMARY_READ("summary.read"),
    PEOPLE_READ("people.read"),
    PEOPLE_MANAGE("people.manage"),
    OPERATIONS_READ("operations.read"),
    JOBS_RETRY("jobs.retry"),
    PRIVACY_ERASE("privacy.erase"),
    PRIVACY_CONFIRM("privacy.confirm"),
    WEBHOOK_READ("webhook.read"),
    WEBHOOK_MANAGE("webhook.manage"),
    DEPUTY_ARRANGE("deputy.arrange"),
    SELF_MANAGE("self.manage"),
    PUBLIC_ITEMS("public.items"),
    PUBLIC("public");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    /** The row with that key. */
    public static Optional<Permission> of(String key) {
        return Arrays.stream(values())
                .filter(permission -> permission.key.equals(key))
                .findFirst();
    }

    /** The row's key in {@code config/access.csv}. */
    public String key() {
        return key;
    }
}
