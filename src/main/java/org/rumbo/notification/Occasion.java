package org.rumbo.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.Visibility;

/**
 * Something that people are told of.
 *
 * @param about the recommendation; null where it is about none
 * @param subject the claim, comment, document, evaluation, report or other person that it is about
 * @param word a code or a date that the sentence names
 * @param least how much of the recommendation one must be able to read to be told
 */
record Occasion(
        NoticeKind kind,
        @Nullable About about,
        @Nullable UUID subject,
        @Nullable String word,
        Reading least,
        @Nullable UUID by,
        Instant at) {

    static Occasion of(NoticeKind kind, About about) {
        return new Occasion(kind, about, null, null, kind.least(), about.actor(), about.at());
    }

    static Occasion ofNetwork(NoticeKind kind, @Nullable UUID by, Instant at) {
        return new Occasion(kind, null, null, null, kind.least(), by, at);
    }

    Occasion on(@Nullable Object thing) {
        return new Occasion(kind, about, thing instanceof UUID id ? id : null, word, least, by, at);
    }

    Occasion saying(@Nullable Object code) {
        return new Occasion(kind, about, subject, code == null ? null : code.toString(), least, by, at);
    }

    /** Only for those who read what is visible so far. */
    Occasion visible(@Nullable Object to) {
        if (!(to instanceof Visibility visibility)) {
            return this;
        }
        var reading =
                switch (visibility) {
                    case TEAM -> Reading.FULL;
                    case NETWORK -> Reading.NETWORK;
                    case FUNDER, PUBLIC -> Reading.RELEASED;
                };
        return new Occasion(kind, about, subject, word, reading, by, at);
    }

    Occasion as(NoticeKind another) {
        return new Occasion(another, about, subject, word, least, by, at);
    }
}
