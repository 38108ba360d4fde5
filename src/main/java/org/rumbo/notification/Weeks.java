package org.rumbo.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.Agenda;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.recommendation.RecommendationRow;
import org.rumbo.shared.DayInWords;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody's week holds: what is late, what is due, and what others changed since her last digest. */
@Component
class Weeks {
    private static final int WEEK = 7;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int SHOWN = 25;

    private final Agenda agenda;
    private final Notices notices;
    private final NoticeWords words;
    private final RecommendationQueries queries;
    private final LetterPages pages;
    private final Network network;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    Weeks(
            Agenda agenda,
            Notices notices,
            NoticeWords words,
            RecommendationQueries queries,
            LetterPages pages,
            Network network,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.agenda = agenda;
        this.notices = notices;
        this.words = words;
        this.queries = queries;
        this.pages = pages;
        this.network = network;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One thing of a week.
     *
     * @param titleLanguage the title's own language where it is not the reader's; else null
     */
    public record Line(
            @Nullable String title,
            @Nullable String titleLanguage,
            @Nullable String code,
            String words,
            String href) {}

    record Week(List<Line> late, List<Line> soon, List<Line> changed) {
        boolean isEmpty() {
            return late.isEmpty() && soon.isEmpty() && changed.isEmpty();
        }
    }

    Week of(WaitingMail mail, Actor reader, Locale locale) {
        var today = network.day(clock.instant());
        var tasks = agenda.waitingFor(reader);
        return new Week(
                tasks.stream()
                        .filter(Agenda.Entry::overdue)
                        .limit(SHOWN)
                        .map(task -> task(task, locale))
                        .toList(),
                tasks.stream()
                        .filter(task -> !task.overdue() && isSoon(task.due(), today))
                        .limit(SHOWN)
                        .map(task -> task(task, locale))
                        .toList(),
                changed(mail, reader, locale));
    }

    private static boolean isSoon(@Nullable LocalDate due, LocalDate today) {
        return due != null && due.isBefore(today.plusDays(WEEK));
    }

    private Line task(Agenda.Entry task, Locale locale) {
        var what = messages.getMessage("task." + task.action(), null, locale);
        var day = DayInWords.of(Objects.requireNonNull(task.due()), messages, locale);
        return line(
                task.recommendation(),
                messages.getMessage("mail.digest.task", new Object[] {what, day}, locale),
                "/recommendations/" + task.recommendation().code(),
                locale);
    }

    private List<Line> changed(WaitingMail mail, Actor reader, Locale locale) {
        var told = notices.ofWeek(since(mail), mail.madeAt(), SHOWN, reader);
        var codes = new HashSet<String>();
        told.forEach(notice -> {
            if (notice.code() != null) {
                codes.add(notice.code());
            }
        });
        Map<String, RecommendationRow> rows = codes.isEmpty() ? new HashMap<>() : queries.byCode(codes, reader);
        return told.stream()
                .map(notice -> line(
                        notice.code() == null ? null : rows.get(notice.code()),
                        words.sentence(notice, reader, locale),
                        words.place(notice, reader),
                        locale))
                .toList();
    }

    private Line line(@Nullable RecommendationRow row, String said, String place, Locale locale) {
        var tag = Language.of(locale).tag();
        return new Line(
                row == null ? null : row.titleIn(tag),
                row == null || row.titles().containsKey(tag) ? null : row.language(),
                row == null ? null : row.code(),
                said,
                pages.address(place));
    }

    /** Where her last digest ended, which may be longer ago than a week, but no more than a month. */
    private Instant since(WaitingMail mail) {
        var earliest = mail.madeAt().minus(LONGEST);
        return jdbc.sql("select made_at from mail where recipient = ? and kind = 'DIGEST' and made_at < ?"
                        + " order by made_at desc fetch first 1 rows only")
                .params(mail.recipient(), Timestamp.from(mail.madeAt()))
                .query((row, number) ->
                        row.getObject("made_at", OffsetDateTime.class).toInstant())
                .optional()
                .filter(earliest::isBefore)
                .orElseGet(() -> mail.madeAt().minus(Duration.ofDays(WEEK)));
    }
}
