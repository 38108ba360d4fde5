package org.rumbo.recommendation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.ClaimCommand;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Contribution;
import org.rumbo.recommendation.DecisionCommand;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.Outcome;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.PositionCommand;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.InputText;
import org.rumbo.team.Permission;

/** The bodies of the API's requests, and how they become commands. */
final class Bodies {
    static final int TITLE = 300;
    static final int LINE = 500;
    static final int PARAGRAPH = 4000;
    static final int LONG = 8000;
    private static final int ADDRESS = 2000;
    private static final int MARKER = 1000;

    private Bodies() {}

    record Proposal(
            @Nullable String country,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String language) {}

    record Claim(
            @Nullable State to,
            @Nullable LocalDate occurredOn,
            @Nullable String statement,
            @Nullable Contribution contribution,
            @Nullable Level level,
            @Nullable List<UUID> evidence,
            @Nullable Delivery delivered,
            @Nullable CloseReason closeReason,
            @Nullable String supersededBy) {

        record Delivery(@Nullable LocalDate on, @Nullable String how) {}

        ClaimCommand toCommand() {
            var input = new InputText();
            var command = new ClaimCommand(
                    present("to", to),
                    occurredOn,
                    input.optional("statement", statement, LONG),
                    contribution,
                    level,
                    evidence == null
                            ? List.of()
                            : evidence.stream()
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList(),
                    delivered == null ? null : delivered.on(),
                    delivered == null ? null : input.optional("delivered", delivered.how(), MARKER),
                    closeReason,
                    input.optional("supersededBy", supersededBy, 40));
            input.check();
            return command;
        }
    }

    record Reason(@Nullable String reason) {
        @Nullable
        String text() {
            return reasonOf(reason);
        }
    }

    record Decision(
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable Level level) {
        DecisionCommand toCommand() {
            return new DecisionCommand(present("outcome", outcome), reasonOf(reason), level);
        }
    }

    record Reopening(@Nullable State to, @Nullable String reason) {}

    record PositionBody(
            @Nullable Position position,
            @Nullable LocalDate on,
            @Nullable String source) {
        PositionCommand toCommand() {
            var input = new InputText();
            if (on == null) {
                input.violated("on", "date-required");
            }
            var words = input.required("source", source, 2000, "source-required");
            input.check();
            return new PositionCommand(present("position", position), present("on", on), words);
        }
    }

    record MarkerBody(
            @Nullable String text,
            @Nullable Ambition ambition,
            @Nullable Boolean met,
            @Nullable LocalDate metOn,
            @Nullable String reason) {

        MarkerCommand toCommand() {
            var input = new InputText();
            var command = new MarkerCommand(
                    text == null ? null : input.required("text", text, MARKER, "text-required"),
                    ambition,
                    met,
                    metOn,
                    input.optional("reason", reason, PARAGRAPH));
            input.check();
            return command;
        }

        Set<Permission> needed() {
            var rewords = text != null || ambition != null;
            if (!rewords) {
                return Set.of(Permission.MARKER_MET);
            }
            return met == null ? Set.of(Permission.MARKER_EDIT) : Set.of(Permission.MARKER_EDIT, Permission.MARKER_MET);
        }

        /** A marker that is new must say what it is; one that is not met yet need not say so. */
        MarkerCommand newMarker() {
            var input = new InputText();
            var command = new MarkerCommand(
                    input.required("text", text, MARKER, "text-required"),
                    ambition,
                    Boolean.TRUE.equals(met) ? met : null,
                    metOn,
                    input.optional("reason", reason, PARAGRAPH));
            input.check();
            return command;
        }
    }

    record EvidenceBody(
            @Nullable EvidenceType type,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable LocalDate date,
            @Nullable String language,
            @Nullable String url,
            @Nullable Strength strength,
            @Nullable Visibility visibility) {

        EvidenceCommand toCommand() {
            return toCommand(false);
        }

        /**
         * @param withFile whether the document itself comes along, so that no link need say where it is
         */
        EvidenceCommand toCommand(boolean withFile) {
            var input = new InputText();
            var kind = present("type", type);
            var address = input.optional("url", url, ADDRESS);
            if (address != null && !address.matches("(?i)https?://[^\\s<>\"]+")) {
                input.violated("url", "web-address");
            }
            if (address == null && !withFile && kind != EvidenceType.NOTE && kind != EvidenceType.INTERVIEW) {
                input.violated("url", "document-required");
            }
            var command = new EvidenceCommand(
                    kind,
                    input.required("title", title, LINE, "title-required"),
                    input.optional("issuer", issuer, TITLE),
                    date,
                    input.optional("language", language, 35),
                    address,
                    present("strength", strength),
                    visibility == null ? Visibility.NETWORK : visibility);
            input.check();
            return command;
        }
    }

    record Release(@Nullable Visibility visibility) {}

    /** Whether a link still leads to its document, and since when it does not. */
    record Link(@Nullable Boolean leads, @Nullable LocalDate since) {}

    /** A value without which the request makes no sense (400). */
    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw DomainException.malformed(field);
        }
        return value;
    }

    static @Nullable String reasonOf(@Nullable String reason) {
        var input = new InputText();
        var text = input.optional("reason", reason, LONG);
        input.check();
        return text;
    }
}
