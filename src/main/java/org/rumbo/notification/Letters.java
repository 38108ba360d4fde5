package org.rumbo.notification;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.RecommendationQueries;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts mails into words when they are sent: in their reader's language, with what she may read at this moment. Whoever has no
 * access any more, may not read it any more or does not want it any more gets none.
 */
@Component
@Transactional(readOnly = true)
class Letters {
    private final Notices notices;
    private final NoticeWords words;
    private final Wishes wishes;
    private final RecommendationQueries queries;
    private final People people;
    private final Network network;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final LetterPages pages;
    private final Weeks weeks;

    Letters(
            Notices notices,
            NoticeWords words,
            Wishes wishes,
            RecommendationQueries queries,
            People people,
            Network network,
            JdbcClient jdbc,
            MessageSource messages,
            LetterPages pages,
            Weeks weeks) {
        this.notices = notices;
        this.words = words;
        this.wishes = wishes;
        this.queries = queries;
        this.people = people;
        this.network = network;
        this.jdbc = jdbc;
        this.messages = messages;
        this.pages = pages;
        this.weeks = weeks;
    }

    /** Empty where there is nothing to tell. */
    public Optional<Letter> write(WaitingMail mail) {
        return people.actor(mail.recipient())
                .filter(reader -> wishes.mailOf(reader.id(), mail.topic()) != MailWish.NONE)
                .flatMap(reader -> mail.isDigest() ? ofWeek(mail, reader) : ofNotice(mail, reader));
    }

    private Language language(Actor reader) {
        return people.languageOf(reader.id()).orElse(network.defaultLanguage());
    }

    private Optional<Letter> ofNotice(WaitingMail mail, Actor reader) {
        return Optional.ofNullable(mail.notice())
                .flatMap(id -> notices.ofMail(id, reader))
                .map(notice -> ofNotice(mail, notice, reader));
    }

    private Letter ofNotice(WaitingMail mail, Notice notice, Actor reader) {
        var language = language(reader);
        var locale = language.locale();
        var sentence = words.sentence(notice, reader, locale);
        var row = notice.code() == null
                ? null
                : queries.byCode(Set.of(notice.code()), reader).get(notice.code());
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("sentence", sentence);
        facts.put("row", row);
        facts.put("title", row == null ? null : row.titleIn(language.tag()));
        facts.put("titleLanguage", row == null || row.titles().containsKey(language.tag()) ? null : row.language());
        facts.put("href", pages.address(words.place(notice, reader)));
        facts.put("button", row == null ? "mail.open" : "mail.open.recommendation");
        facts.put("reason", notice.own() ? "mail.reason.own" : "mail.reason.topic");
        facts.put("topic", messages.getMessage("topic." + mail.topic(), null, locale));
        var subject = notice.code() == null ? sentence : notice.code() + ": " + sentence;
        return pages.letter("notice", mail, reader.name(), address(reader.id()), locale, subject, facts);
    }

    private Optional<Letter> ofWeek(WaitingMail mail, Actor reader) {
        var locale = language(reader).locale();
        var week = weeks.of(mail, reader, locale);
        if (week.isEmpty()) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, List<Weeks.Line>>();
        parts.put("late", week.late());
        parts.put("soon", week.soon());
        parts.put("changed", week.changed());
        parts.values().removeIf(List::isEmpty);
        var subject = messages.getMessage(
                "mail.digest.subject",
                new Object[] {
                    week.late().size(), week.soon().size(), week.changed().size()
                },
                locale);
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("parts", parts);
        facts.put("href", pages.address("/"));
        facts.put("reason", "mail.reason.digest");
        facts.put("topic", messages.getMessage("topic." + mail.topic(), null, locale));
        return Optional.of(pages.letter("digest", mail, reader.name(), address(reader.id()), locale, subject, facts));
    }

    private @Nullable String address(UUID person) {
        return jdbc.sql("select mail from person where id = ?")
                .param(person)
                .query((row, number) -> Optional.ofNullable(row.getString("mail")))
                .optional()
                .flatMap(mail -> mail)
                .filter(mail -> !mail.isBlank())
                .map(String::strip)
                .orElse(null);
    }
}
