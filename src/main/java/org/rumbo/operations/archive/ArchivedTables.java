package org.rumbo.operations.archive;

import java.util.List;
import java.util.Map;

/** Which tables leave with an archive, and which do not, with the reason. A new table is named here, or the build fails. */
final class ArchivedTables {
    /** What others name comes before them. */
    static final List<String> GOES = List.of(
            "country_team",
            "person",
            "person_role",
            "person_preference",
            "deputy",
            "first_steps_away",
            "paper",
            "chapter",
            "recommendation",
            "recommendation_link",
            "recommendation_translation",
            "marker",
            "evidence",
            "claim",
            "claim_evidence",
            "progress_note",
            "item_comment",
            "comment_mention",
            "team_action",
            "indicator",
            "indicator_value",
            "context_event",
            "context_review",
            "evaluation",
            "evaluation_assignment",
            "evaluation_rating",
            "update_round",
            "round_submission",
            "round_answer",
            "round_step",
            "report",
            "report_file",
            "ledger_log",
            "ledger_event",
            "ledger_opening",
            "ledger_erasure",
            "ledger_pseudonym",
            "ledger_key",
            "ledger_leaf",
            "ledger_root",
            "ledger_checkpoint",
            "recommendation_listing",
            "search_version",
            "search_entry",
            "saved_view",
            "recommendation_follow",
            "country_follow",
            "notice",
            "notice_refusal",
            "mail_wish",
            "mail_zone",
            "reminder",
            "bulk_change",
            "bulk_change_item",
            "paper_import",
            "import_line",
            "import_chapter",
            "import_passage",
            "import_gone",
            "import_skipped",
            "passage_decision",
            "passage_item",
            "wording");

    /** Columns that name a row which comes later; they are filled in when all rows are there. */
    static final Map<String, String> LATER = Map.of("recommendation", "claim_id", "indicator_value", "corrects_id");

    static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("web_session", "who is signed in at this moment; everybody signs in again"),
            Map.entry("web_session_attributes", "who is signed in at this moment; everybody signs in again"),
            Map.entry("rate_limit", "how many requests somebody made within the last minutes"),
            Map.entry("idempotent_request", "answers kept for a while in case a request is sent twice"),
            Map.entry("form_draft", "what somebody was typing and has not sent"),
            Map.entry("form_secret", "a secret: what makes a form's mark hard to guess"),
            Map.entry("edit_undo", "changes that could be taken back within the next minutes"),
            Map.entry("calendar_feed", "a secret: the hash of somebody's calendar address; she makes a new one"),
            Map.entry("calendar_entry", "what a calendar was told under an address that ends here"),
            Map.entry("webhook", "a secret: what signs the messages to another program; it is set up anew"),
            Map.entry("webhook_delivery", "messages to another program that is set up anew"),
            Map.entry("sheet_import", "a spreadsheet that somebody is bringing in, kept for a week for her alone"),
            Map.entry("sheet_row", "a spreadsheet that somebody is bringing in, kept for a week for her alone"),
            Map.entry("sheet_upload", "a spreadsheet that somebody is bringing in, kept for a week for her alone"),
            Map.entry("sheet_heading", "how somebody calls the columns of her own files; she is asked again"),
            Map.entry("mail", "mails on their way; two installations would send them twice"));

    private ArchivedTables() {}
}
