package org.rumbo.notification.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.notification.Notice;
import org.rumbo.notification.NoticeWords;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.stereotype.Component;

/** Puts notices together for reading: what is new first, then by day and by what they are about. */
@Component
class NoticesPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final RecommendationQueries queries;
    private final NoticeWords words;
    private final Network network;

    NoticesPage(RecommendationQueries queries, NoticeWords words, Network network) {
        this.queries = queries;
        this.words = words;
        this.network = network;
    }

    /** What is new, or what was read; {@code key} names it in the messages. */
    record Part(String key, List<Day> days) {}

    record Day(LocalDate on, List<Thing> things) {}

    /**
     * What notices of one day are about.
     *
     * @param row the recommendation; null for what is about none
     * @param titleLanguage the title's own language where it is not the reader's; else null
     */
    record Thing(
            @Nullable RecommendationRow row,
            @Nullable String title,
            @Nullable String titleLanguage,
            List<Line> lines) {}

    record Line(UUID id, String sentence, String time, boolean unread) {}

    List<Part> parts(List<Notice> notices, Actor reader, Locale locale) {
        var codes = notices.stream().map(Notice::code).filter(Objects::nonNull).collect(Collectors.toSet());
        var rows = queries.byCode(codes, reader);
        var parts = new ArrayList<Part>();
        for (var unread : List.of(true, false)) {
            var days = new LinkedHashMap<LocalDate, Map<String, List<Notice>>>();
            notices.stream().filter(notice -> notice.unread() == unread).forEach(notice -> days.computeIfAbsent(
                            network.day(notice.at()), day -> new LinkedHashMap<>())
                    .computeIfAbsent(about(notice), thing -> new ArrayList<>())
                    .add(notice));
            if (!days.isEmpty()) {
                parts.add(new Part(unread ? "new" : "earlier", days(days, rows, reader, locale)));
            }
        }
        return parts;
    }

    private static String about(Notice notice) {
        return notice.code() == null ? "" : notice.code();
    }

    private List<Day> days(
            Map<LocalDate, Map<String, List<Notice>>> days,
            Map<String, RecommendationRow> rows,
            Actor reader,
            Locale locale) {
        return days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().entrySet().stream()
                                .map(thing -> thing(rows.get(thing.getKey()), thing.getValue(), reader, locale))
                                .toList()))
                .toList();
    }

    private Thing thing(@Nullable RecommendationRow row, List<Notice> notices, Actor reader, Locale locale) {
        var tag = Language.of(locale).tag();
        return new Thing(
                row,
                row == null ? null : row.titleIn(tag),
                row == null || row.titles().containsKey(tag) ? null : row.language(),
                notices.stream()
                        .map(notice -> new Line(
                                notice.id(),
                                words.sentence(notice, reader, locale),
                                notice.at().atZone(network.zone()).format(TIME),
                                notice.unread()))
                        .toList());
    }
}
