package org.rumbo.ledger.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.HistoryEntry;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells ledger events as sentences in the reader's language: who, what, and what it said before and after. */
@Component
class HistoryWords {
    private static final Map<String, String> QUOTED = Map.of(
            "claim.make",
            "statement",
            "progress.report",
            "note",
            "progress.draft",
            "note",
            "comment.add",
            "comment",
            "context.answer",
            "answer");
    /** Which fact tells what an act was done to. */
    private static final Map<String, String> DONE_TO =
            Map.of("marker.met", "marker", "evidence.release", "id", "evidence.link", "id", "evidence.infected", "id");

    private static final Set<String> ROLES = Set.of("DIRECTOR", "COORDINATOR", "EVALUATOR", "system", "erased");

    private final MessageSource messages;
    private final People people;

    HistoryWords(MessageSource messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    /** One field's value before and after, in words; null where it had none. */
    record Changed(
            String field, @Nullable String before, @Nullable String after) {}

    /** {@code {0}} is who did it, {@code {1}} what the sentence is about, {@code {2}} what it says of what is named. */
    String sentence(HistoryEntry entry, Locale locale) {
        return sentence(entry, Map.of(), locale);
    }

    /** The same with the names of the item's markers and documents, by their ids. */
    String sentence(HistoryEntry entry, Map<String, String> names, Locale locale) {
        return told(inWords(entry, locale), names, locale);
    }

    private String told(HistoryEntry entry, Map<String, String> names, Locale locale) {
        var name = names.get(entry.facts().getOrDefault(DONE_TO.getOrDefault(entry.action(), ""), ""));
        return messages.getMessage(
                "history." + kind(entry) + (name == null ? "" : ".named"),
                new Object[] {
                    who(entry, locale),
                    name == null ? about(entry, locale) : inWords(name, locale),
                    about(entry, locale)
                },
                locale);
    }

    /** Some acts read differently by what they did. */
    private static String kind(HistoryEntry entry) {
        var facts = entry.facts();
        return switch (entry.action()) {
            case "item.create" -> "TEAM".equals(facts.get("origin")) ? "item.create.team" : entry.action();
            case "marker.met" -> "false".equals(facts.get("met")) ? "marker.met.not" : entry.action();
            case "marker.edit" -> entry.changes().isEmpty() ? "marker.edit.added" : entry.action();
            case "round.answer" ->
                "NOTHING_NEW".equals(facts.get("answer")) ? "round.answer.nothingNew" : entry.action();
            case "evidence.link" -> "true".equals(facts.get("leads")) ? "evidence.link.back" : entry.action();
            case "link.edit" -> "true".equals(facts.get("removed")) ? "link.edit.removed" : entry.action();
            case "claim.make", "evidence.add" -> facts.isEmpty() ? entry.action() + ".bare" : entry.action();
            default -> entry.action();
        };
    }

    /** Both names where somebody stood in for another; a deputy who is not named is called one. */
    private String who(HistoryEntry entry, Locale locale) {
        if (entry.behalf() == null) {
            return who(entry.actor(), locale);
        }
        var deputy = ROLES.contains(entry.actor())
                ? messages.getMessage("history.actor.deputy", null, locale)
                : people.nameOf(entry.actor());
        return messages.getMessage("history.actor.for", new Object[] {deputy, people.nameOf(entry.behalf())}, locale);
    }

    private String who(String actor, Locale locale) {
        if (ROLES.contains(actor)) {
            return messages.getMessage("history.actor." + actor, null, locale);
        }
        return people.nameOf(actor);
    }

    private String about(HistoryEntry entry, Locale locale) {
        return switch (entry.action()) {
            case "claim.make" -> worded("state.", entry.facts().get("target"), locale);
            case "claim.confirm", "item.reopen" -> worded("state.", entry.to(), locale);
            case "claim.disagree" -> worded("level.", entry.facts().get("validated"), locale);
            case "evidence.add" -> plain(entry.facts().get("title"));
            case "evidence.link" -> date(plain(entry.facts().get("linkGoneOn")), locale);
            case "evidence.release" -> worded("visibility.", entry.facts().get("visibility"), locale);
            case "marker.edit" -> plain(entry.facts().get("text"));
            case "action.add", "action.change", "action.done", "action.cancel", "action.remind" ->
                plain(entry.facts().get("action"));
            case "indicator.add", "indicator.change", "indicator.value", "indicator.correct" ->
                plain(entry.facts().get("indicator"));
            case "context.ask" -> worded("contextKind.", entry.facts().get("kind"), locale);
            case "context.answer" -> worded("contextOutcome.", entry.facts().get("outcome"), locale);
            case "evaluators.assign" -> plain(entry.facts().get("evaluators"));
            case "evaluation.approve" -> worded("score.", entry.facts().get("overall"), locale);
            case "round.suggest", "round.answer", "round.unanswered" ->
                plain(entry.facts().get("round"));
            case "link.edit" -> plain(entry.facts().get("to"));
            case "translation.edit" -> worded("language.", entry.facts().get("language"), locale);
            case "reminder.send" -> worded("rung.", entry.facts().get("rung"), locale);
            default -> "";
        };
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String worded(String family, @Nullable String value, Locale locale) {
        return value == null ? "" : plain(messages.getMessage(family + value, null, value, locale));
    }

    /** What the person wrote with it: a reason, a statement, a note; null where nothing was said. */
    @Nullable
    String quote(HistoryEntry entry, Locale locale) {
        var quote =
                entry.reason() == null ? entry.facts().get(QUOTED.getOrDefault(entry.action(), "")) : entry.reason();
        return quote == null ? null : inWords(quote, locale);
    }

    /** What was erased, in the reader's language. */
    private String inWords(String text, Locale locale) {
        return text.equals(TextErasure.ERASED) ? messages.getMessage("erasure.mark", null, locale) : text;
    }

    private HistoryEntry inWords(HistoryEntry entry, Locale locale) {
        if (!entry.facts().containsValue(TextErasure.ERASED)) {
            return entry;
        }
        var facts = new HashMap<>(entry.facts());
        facts.replaceAll((field, text) -> inWords(text, locale));
        return new HistoryEntry(
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.changes(),
                facts,
                entry.behalf());
    }

    List<Changed> changes(HistoryEntry entry, Locale locale) {
        return entry.changes().stream()
                .map(change -> new Changed(
                        plain(messages.getMessage("history.field." + change.field(), null, change.field(), locale)),
                        value(change.field(), change.old(), locale),
                        value(change.field(), change.now(), locale)))
                .toList();
    }

    private @Nullable String value(String field, String value, Locale locale) {
        if (value.isEmpty() || value.equals("[]")) {
            return null;
        }
        return switch (field) {
            case "position" -> worded("position.", value, locale);
            case "visibility" -> worded("visibility.", value, locale);
            case "priority" -> worded("history.priority.", value, locale);
            case "targetDate", "positionOn", "due", "baselineOn", "targetOn" -> date(value, locale);
            case "themes" ->
                words(value).map(theme -> worded("theme.", theme, locale)).collect(Collectors.joining(", "));
            case "sdgs" -> words(value).collect(Collectors.joining(", "));
            default -> inWords(value, locale);
        };
    }

    private static java.util.stream.Stream<String> words(String list) {
        return Arrays.stream(list.replaceAll("[\\[\\]\"]", "").split(",")).map(String::strip);
    }

    private String date(String value, Locale locale) {
        try {
            return DayInWords.of(LocalDate.parse(value), messages, locale);
        } catch (DateTimeParseException none) {
            return value;
        }
    }
}
