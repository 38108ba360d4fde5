package org.rumbo.progress.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.AnswerCommand;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.TeamUpdate;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.InputText;
import org.rumbo.shared.WebAddress;

/**
 * A team's update as it was typed: {@code nothing} and {@code draft} name items that were ticked, every other field ends with its
 * item's code.
 */
record UpdateForm(Map<String, List<String>> typed) {
    private static final int LONG = 8000;
    private static final int SHORT = 2000;
    private static final int TITLE = 500;

    static final UpdateForm EMPTY = new UpdateForm(Map.of());

    /** Whether an item was ticked. */
    public boolean ticked(String what, String code) {
        return typed.getOrDefault(what, List.of()).contains(code);
    }

    /** What was typed into an item's field; empty where nothing was. */
    public String of(String field, String code) {
        return typed.getOrDefault(field + "-" + code, List.of("")).stream()
                .findFirst()
                .orElse("");
    }

    /** Whether anything was typed for an item, so that its fields stay unfolded. */
    public boolean touches(String code) {
        return !(of("note", code) + of("late", code) + of("level", code) + of("docTitle", code) + of("doc", code))
                .isBlank();
    }

    /** What was typed about the items that the page shows; a note says more than that there is nothing new. */
    List<AnswerCommand> toCommands(TeamUpdate update) {
        var input = new InputText();
        var commands = new ArrayList<AnswerCommand>();
        for (var line : update.items()) {
            var command = command(line, input);
            if (command != null) {
                commands.add(command);
            }
        }
        input.check();
        return commands;
    }

    private @Nullable AnswerCommand command(TeamUpdate.Line line, InputText input) {
        var code = line.item().code();
        var item = new RecommendationCode(code);
        var draft = line.draft();
        var note = input.optional("note-" + code, of("note", code).replace("\r\n", "\n"), LONG);
        if (note == null && ticked("draft", code) && draft != null) {
            return new AnswerCommand(item, report(null, code, draft.id()), late(line, input), null);
        }
        if (note == null && touches(code)) {
            input.violated("note-" + code, "note-required");
            return null;
        }
        if (note == null) {
            return ticked("nothing", code) ? new AnswerCommand(item, null, null, null) : null;
        }
        return new AnswerCommand(item, report(note, code, null), late(line, input), evidence(code, input));
    }

    private ProgressCommand report(@Nullable String note, String code, @Nullable UUID draft) {
        return new ProgressCommand(note, level(code), Visibility.NETWORK, null, draft);
    }

    private @Nullable Level level(String code) {
        return chosen(Level.values(), of("level", code));
    }

    private static <E extends Enum<E>> @Nullable E chosen(E[] values, String name) {
        for (var value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private @Nullable String late(TeamUpdate.Line line, InputText input) {
        var code = line.item().code();
        return line.item().overdue()
                ? input.required("late-" + code, of("late", code), SHORT, "late-reason-required")
                : null;
    }

    /** A document in place: its title and address, what it is and how much it proves. */
    private @Nullable EvidenceCommand evidence(String code, InputText input) {
        var link = input.optional("doc-" + code, of("doc", code), SHORT);
        var title = input.optional("docTitle-" + code, of("docTitle", code), TITLE);
        if (link == null && title == null) {
            return null;
        }
        var type = chosen(EvidenceType.values(), of("docType", code));
        var strength = chosen(Strength.values(), of("docStrength", code));
        if (title == null) {
            input.violated("docTitle-" + code, "title-required");
        }
        if (link == null || !WebAddress.isPage(link)) {
            input.violated("doc-" + code, "web-address");
        }
        if (type == null) {
            input.violated("docType-" + code, "choice-required");
        }
        if (strength == null) {
            input.violated("docStrength-" + code, "choice-required");
        }
        if (title == null || link == null || type == null || strength == null) {
            return null;
        }
        return new EvidenceCommand(type, title, null, null, null, link, strength, Visibility.NETWORK);
    }
}
