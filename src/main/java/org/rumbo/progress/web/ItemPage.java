package org.rumbo.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.NoteView;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationReader;
import org.rumbo.recommendation.RecommendationView;
import org.rumbo.recommendation.TextErasure;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.Crumb;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FormProblem;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of progress notes, comments, actions and indicators have in common. */
@Component
class ItemPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final RecommendationReader reader;
    private final Network network;
    private final MessageSource messages;

    ItemPage(RecommendationReader reader, Network network, MessageSource messages) {
        this.reader = reader;
        this.network = network;
        this.messages = messages;
    }

    /** A note or a comment with the day and hour at which it was written, in the network's time. */
    record Line(
            UUID id,
            String text,
            @Nullable Level level,
            Visibility visibility,
            @Nullable LocalDate nextDate,
            boolean draft,
            @Nullable String writtenBy,
            LocalDate on,
            String time,
            boolean erased) {}

    List<Line> lines(List<NoteView> notes) {
        return notes.stream()
                .map(note -> {
                    var at = note.writtenAt().atZone(network.zone());
                    return new Line(
                            note.id(),
                            note.text(),
                            note.level(),
                            note.visibility(),
                            note.nextDate(),
                            note.draft(),
                            note.writtenBy(),
                            at.toLocalDate(),
                            at.format(TIME),
                            note.text().equals(TextErasure.ERASED));
                })
                .toList();
    }

    /**
     * Puts the page's head into the model.
     *
     * @param asPart whether another page loads this one as a part of itself: forms are folded then
     * @return the item as its reader sees it, with what she may do with it now
     */
    RecommendationView head(
            RecommendationCode code, String titleKey, boolean asPart, Actor actor, Locale locale, Model model) {
        var item = reader.read(code, actor);
        model.addAttribute("folded", asPart);
        frame(item.facts(), titleKey, locale, model);
        return item;
    }

    /**
     * What the sender can mend comes back with her words; every other refusal is a page of its own.
     *
     * @param input the id of a field's input: the item's own page, of which this one may be a part, has other fields of that name
     */
    void refuse(
            DomainException refused,
            UnaryOperator<String> input,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (refused.type() == ProblemType.VERSION_MISMATCH) {
            model.addAttribute("changedMeanwhile", true);
        } else {
            model.addAttribute("problems", FormProblem.of(refused, messages, locale, input));
        }
        response.setStatus(refused.type().status());
    }

    /** Puts the recommendation and the path to the page into the model. */
    void frame(RecommendationView.Facts facts, String titleKey, Locale locale, Model model) {
        model.addAttribute("facts", facts);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/recommendations", messages.getMessage("nav.recommendations", null, locale)),
                        new Crumb("/recommendations/" + facts.code(), facts.code()),
                        new Crumb(null, messages.getMessage(titleKey, null, locale))));
    }
}
