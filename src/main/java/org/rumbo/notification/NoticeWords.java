package org.rumbo.notification;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DayInWords;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.rumbo.team.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells notices as sentences in the reader's language, and where each leads. */
@Component
public class NoticeWords {
    /** What only a director does, or her deputy. */
    private static final Set<NoticeKind> ACTS_OF_DIRECTORS = Set.of(
            NoticeKind.CLAIM_CONFIRMED,
            NoticeKind.EVALUATION_APPROVED,
            NoticeKind.REOPENED,
            NoticeKind.REPORT_PUBLISHED);

    private final MessageSource messages;
    private final People people;
    private final AccessPolicy policy;

    NoticeWords(MessageSource messages, People people, AccessPolicy policy) {
        this.messages = messages;
        this.people = people;
        this.policy = policy;
    }

    /** {@code {0}} is who did it, {@code {1}} what the sentence names. */
    public String sentence(Notice notice, Actor reader, Locale locale) {
        var facts = new Object[] {who(notice, reader, locale), word(notice, locale), other(notice, locale)};
        var key = "notice." + notice.kind();
        var base = say(key, locale, facts);
        return notice.own() ? said(messages.getMessage(key + ".own", facts, base, locale)) : base;
    }

    /** Both names where somebody stood in for another; the reader herself is spoken to. */
    private String who(Notice notice, Actor reader, Locale locale) {
        var by = notice.by();
        if (by == null) {
            return say("notice.who.system", locale);
        }
        var behalf = notice.behalf();
        if (behalf == null || !(notice.named() || isDirector(behalf))) {
            return name(by, notice, "", locale);
        }
        var deputy = name(by, notice, "deputy", locale);
        return behalf.equals(reader.id())
                ? say("notice.who.forYou", locale, deputy)
                : say("notice.who.for", locale, deputy, nameOf(behalf, locale));
    }

    /** Who did it, by name where the reader may know it, else by the role in which she acted. */
    private String name(UUID by, Notice notice, String instead, Locale locale) {
        if (notice.named() || isDirector(by)) {
            return nameOf(by, locale);
        }
        if (!instead.isEmpty()) {
            return say("notice.who." + instead, locale);
        }
        var role = ACTS_OF_DIRECTORS.contains(notice.kind())
                ? Role.DIRECTOR
                : holds(by, Role.EVALUATOR) ? Role.EVALUATOR : Role.COORDINATOR;
        return say("notice.who." + role, locale);
    }

    private boolean isDirector(UUID person) {
        return holds(person, Role.DIRECTOR);
    }

    private boolean holds(UUID person, Role role) {
        return people.ever(person).filter(known -> known.herself().has(role)).isPresent();
    }

    private String nameOf(@Nullable UUID person, Locale locale) {
        return person == null
                ? ""
                : people.ever(person).map(Actor::name).orElseGet(() -> say("notice.who.erased", locale));
    }

    /** The other person of a notice that is about two. */
    private String other(Notice notice, Locale locale) {
        return switch (notice.kind()) {
            case DEPUTY_ARRANGED, DEPUTY_ENDED -> nameOf(notice.subject(), locale);
            default -> "";
        };
    }

    private String word(Notice notice, Locale locale) {
        var word = notice.word();
        if (word == null) {
            return "";
        }
        return switch (notice.kind()) {
            case REPORT_PUBLISHED,
                    ROUND_OPENED,
                    ROUND_REMINDED,
                    DEPUTY_ARRANGED,
                    DEPUTY_ENDED,
                    DUE_REMINDED,
                    DUE_ESCALATED,
                    ACTION_REMINDED,
                    ACTION_ESCALATED -> day(LocalDate.parse(word), locale);
            default ->
                notice.kind().words().isEmpty()
                        ? word
                        : said(messages.getMessage(notice.kind().words() + word, null, word, locale));
        };
    }

    private String day(LocalDate day, Locale locale) {
        return DayInWords.of(day, messages, locale);
    }

    private String say(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** The page on which it can be seen. */
    public String place(Notice notice, Actor reader) {
        var item = "/recommendations/" + notice.code();
        return switch (notice.kind()) {
            case COMMENTED, MENTIONED -> item + "/comments#comment-" + notice.subject();
            case PROGRESS_REPORTED, PROGRESS_DRAFTED -> item + "/progress";
            case EVALUATOR_ASSIGNED, EVALUATION_READY, EVALUATION_RETURNED, EVALUATION_APPROVED -> item + "/evaluation";
            case CONTEXT_ASKED -> item + "/context";
            case EVIDENCE_RELEASED -> item + "#evidence";
            case ACTION_REMINDED, ACTION_ESCALATED -> item + "/team-actions";
            case ROUND_OPENED,
                    ROUND_REMINDED,
                    ROUND_ESCALATED,
                    ROUND_SUBMITTED,
                    ROUND_RETURNED,
                    ROUND_ACCEPTED,
                    ROUND_CLOSED -> "/rounds/" + notice.subject();
            case PAPER_READ, PAPER_UNREADABLE, PAPER_DONE -> "/imports/" + notice.subject();
            case REPORT_PUBLISHED -> "/reports/" + notice.subject();
            case DEPUTY_ARRANGED, DEPUTY_ENDED ->
                policy.permitsSomewhere(reader, Permission.DEPUTY_ARRANGE) ? "/deputies" : "/settings";
            case ROLES_CHANGED -> "/settings";
            default -> item;
        };
    }
}
