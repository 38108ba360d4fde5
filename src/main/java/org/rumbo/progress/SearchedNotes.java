package org.rumbo.progress;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.rumbo.recommendation.SearchKind;
import org.rumbo.recommendation.SearchPart;
import org.rumbo.recommendation.SearchReaders;
import org.rumbo.recommendation.SearchSource;
import org.springframework.stereotype.Component;

/** Lets the search find progress notes and comments; a draft is its team's alone. */
@Component
class SearchedNotes implements SearchSource {
    private final ProgressNotes notes;
    private final Comments comments;

    SearchedNotes(ProgressNotes notes, Comments comments) {
        this.notes = notes;
        this.comments = comments;
    }

    @Override
    public List<SearchPart> about(UUID recommendation) {
        return Stream.concat(
                        notes.findByRecommendationIdOrderByWrittenAtDesc(recommendation).stream()
                                .map(SearchedNotes::part),
                        comments.findByRecommendationIdOrderByWrittenAt(recommendation).stream()
                                .map(SearchedNotes::part))
                .toList();
    }

    private static SearchPart part(ProgressNote note) {
        var readers = note.draft() ? SearchReaders.FULL : SearchReaders.of(note.visibility());
        return new SearchPart(SearchKind.NOTE, note.id().toString(), "", readers, note.note());
    }

    private static SearchPart part(Comment comment) {
        return new SearchPart(
                SearchKind.COMMENT,
                comment.id().toString(),
                "",
                SearchReaders.of(comment.visibility()),
                comment.text());
    }
}
