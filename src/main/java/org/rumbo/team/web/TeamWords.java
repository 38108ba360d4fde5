package org.rumbo.team.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.Network;
import org.rumbo.team.TeamRecord;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells what was changed about people as sentences in the reader's language. */
@Component
class TeamWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MessageSource messages;
    private final Network network;

    TeamWords(MessageSource messages, Network network) {
        this.messages = messages;
        this.network = network;
    }

    /** One change, told. */
    record Told(String sentence, LocalDate on, String time) {}

    Told tell(TeamRecord.Change change, Locale locale) {
        var at = change.at().atZone(network.zone());
        return new Told(sentence(change, locale), at.toLocalDate(), at.format(TIME));
    }

    private String sentence(TeamRecord.Change change, Locale locale) {
        var facts = change.facts();
        var by = by(change, locale);
        return switch (change.action()) {
            case "deputy.arrange", "deputy.end" ->
                text(
                        "team.change." + change.action(),
                        locale,
                        by,
                        person(change, "deputy", locale),
                        person(change, "represented", locale),
                        day(facts.get("from"), locale),
                        day(facts.get("until"), locale));
            case "person.roles" -> rolesChanged(change, by, locale);
            default -> text("team.change." + change.action(), locale, by, person(change, "person", locale));
        };
    }

    private String rolesChanged(TeamRecord.Change change, String by, Locale locale) {
        var given = roles(change.facts().get("given"), locale);
        var taken = roles(change.facts().get("taken"), locale);
        var person = person(change, "person", locale);
        if (taken.isEmpty()) {
            return text("team.change.roles.given", locale, by, person, given);
        }
        return given.isEmpty()
                ? text("team.change.roles.taken", locale, by, person, taken)
                : text("team.change.roles.both", locale, by, person, given, taken);
    }

    private String by(TeamRecord.Change change, Locale locale) {
        if (change.erased()) {
            return text("team.change.erased", locale);
        }
        return change.by() == null ? text("team.change.directory", locale) : change.by();
    }

    private String person(TeamRecord.Change change, String part, Locale locale) {
        var name = change.persons().get(part);
        return name == null ? text("team.change.erasedPerson", locale) : name;
    }

    private String roles(@Nullable String codes, Locale locale) {
        return codes == null || codes.isEmpty()
                ? ""
                : Arrays.stream(codes.split(" "))
                        .map(code -> role(code, locale))
                        .collect(Collectors.joining(", "));
    }

    private String role(String code, Locale locale) {
        var parts = code.split(":");
        return parts.length == 1
                ? text("role." + code, locale)
                : text("team.role.of", locale, text("role." + parts[1], locale), text("country." + parts[0], locale));
    }

    String day(@Nullable String iso, Locale locale) {
        return iso == null ? "" : day(LocalDate.parse(iso), locale);
    }

    String day(LocalDate day, Locale locale) {
        return DayInWords.of(day, messages, locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
