package org.rumbo.integration;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.CalendarScale;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what is due as iCalendar (RFC 5545): whole days, in the reader's language, the same bytes as long as nothing changed.
 * It names codes, titles, countries and stops, and nothing that a team wrote for itself.
 */
@Service
@Transactional
public class Calendars {
    private static final String PRODUCT = "-//Rumbo//Rumbo//EN";
    private static final int REFRESH_HOURS = 4;
    private static final int LONGEST_LINE = 75;

    private final DueDays days;
    private final CalendarRevisions revisions;
    private final People people;
    private final Network network;
    private final MessageSource messages;

    Calendars(DueDays days, CalendarRevisions revisions, People people, Network network, MessageSource messages) {
        this.days = days;
        this.revisions = revisions;
        this.people = people;
        this.network = network;
        this.messages = messages;
    }

    /** All that is due for somebody. */
    public byte[] feed(Actor actor, String base) {
        var language = people.languageOf(actor.id()).orElse(network.defaultLanguage());
        var calendar = calendar(language.locale(), true);
        write(days.of(actor), actor, language.locale(), base, calendar);
        if (calendar.getEvents().isEmpty()) {
            calendar.addComponent(something());
        }
        return bytes(calendar);
    }

    /** A calendar must hold something, and there are days on which nothing is due. */
    private static VTimezone something() {
        var always = new StandardTime();
        always.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        always.setTimezoneOffsetFrom(new UtcOffset(true, 0, 0));
        always.setTimezoneOffsetTo(new UtcOffset(true, 0, 0));
        var zone = new VTimezone("UTC");
        zone.addStandardTime(always);
        return zone;
    }

    /** The target date of one recommendation, to be put into a calendar by hand. */
    public byte[] target(RecommendationCode code, Actor actor, Locale locale, String base) {
        var calendar = calendar(locale, false);
        write(List.of(days.target(code, actor)), actor, locale, base, calendar);
        return bytes(calendar);
    }

    private ICalendar calendar(Locale locale, boolean fetchedAgain) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setCalendarScale(CalendarScale.gregorian());
        if (fetchedAgain) {
            var name = messages.getMessage("calendar.name", new Object[] {network.name()}, locale);
            calendar.setName(name).setLanguage(locale.getLanguage());
            calendar.setExperimentalProperty("X-WR-CALNAME", name);
            calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build());
            calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT" + REFRESH_HOURS + "H");
        }
        return calendar;
    }

    private void write(List<CalendarEntry> entries, Actor actor, Locale locale, String base, ICalendar calendar) {
        var events = new LinkedHashMap<String, VEvent>();
        entries.forEach(entry -> events.put(entry.uid(), event(entry, locale, base)));
        var texts = events.entrySet().stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, entry -> text(entry.getValue())));
        var revised = revisions.of(actor.id(), texts);
        events.forEach((uid, event) -> {
            var revision = revised.get(uid);
            if (revision != null) {
                var at = java.util.Date.from(revision.at());
                event.setDateTimeStamp(at);
                event.setLastModified(at);
                event.setSequence(revision.number());
            }
            calendar.addEvent(event);
        });
    }

    private VEvent event(CalendarEntry entry, Locale locale, String base) {
        var row = entry.recommendation();
        var tag = Language.of(locale).tag();
        var event = new VEvent();
        event.setUid(entry.uid());
        event.setDateStart(Date.valueOf(entry.on()), false);
        event.setSummary(messages.getMessage(
                        "calendar.entry." + entry.kind(), new Object[] {row.code(), row.titleIn(tag)}, locale))
                .setLanguage(row.titles().containsKey(tag) ? tag : row.language());
        event.setDescription(say("country." + row.country(), locale) + ", " + say("state." + row.state(), locale))
                .setLanguage(tag);
        event.addCategories(say("calendar.kind." + entry.kind(), locale)).setLanguage(tag);
        event.setUrl(base + "/recommendations/" + row.code());
        // A day on which something is due is no day on which its reader is away.
        event.setTransparency(true);
        return event;
    }

    /** What an entry says, whenever it was said. */
    private static String text(VEvent event) {
        var alone = new ICalendar();
        alone.setProductId(PRODUCT);
        var copy = new VEvent(event);
        copy.setDateTimeStamp(java.util.Date.from(Instant.EPOCH));
        alone.addEvent(copy);
        return Biweekly.write(alone).version(ICalVersion.V2_0).go();
    }

    /** The library folds lines by characters; the standard counts bytes. */
    private static byte[] bytes(ICalendar calendar) {
        var folded = new StringBuilder();
        Biweekly.write(calendar)
                .version(ICalVersion.V2_0)
                .foldLines(false)
                .go()
                .lines()
                .forEach(line -> fold(line, folded));
        return folded.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void fold(String line, StringBuilder folded) {
        var bytes = 0;
        for (var character : line.codePoints().toArray()) {
            var size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.appendCodePoint(character);
            bytes += size;
        }
        folded.append("\r\n");
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
