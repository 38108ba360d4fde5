package org.rumbo.progress;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.SearchKind;
import org.rumbo.recommendation.SearchPart;
import org.rumbo.recommendation.SearchReaders;
import org.rumbo.recommendation.SearchSource;
import org.rumbo.team.People;
import org.rumbo.team.Person;
import org.springframework.stereotype.Component;

/** Lets the search find progress notes and comments; a draft is its team's alone. */
@Component
class SearchedNotes implements SearchSource {
    private final ProgressNotes notes;
    private final Comments comments;
    private final People people;

    SearchedNotes(ProgressNotes notes, Comments comments, People people) {
        this.notes = notes;
        this.comments = comments;
        this.people = people;
    }

    @Override
    public List<SearchPart> about(UUID recommendation) {
        var said = comments.findOf(recommendation);
        var mentioned = people.byId(said.stream()
                .flatMap(comment -> comment.words().mentioned().stream())
                .collect(Collectors.toSet()));
        return Stream.concat(
                        notes.findByRecommendationIdOrderByWrittenAtDesc(recommendation).stream()
                                .map(SearchedNotes::part),
                        said.stream().map(comment -> part(comment, mentioned)))
                .toList();
    }

    private static SearchPart part(ProgressNote note) {
        var readers = note.draft() ? SearchReaders.FULL : SearchReaders.of(note.visibility());
        return new SearchPart(SearchKind.NOTE, note.id().toString(), "", readers, note.note());
    }

    private static SearchPart part(Comment comment, Map<UUID, Person> mentioned) {
        return new SearchPart(
                SearchKind.COMMENT,
                comment.id().toString(),
                "",
                SearchReaders.of(comment.visibility()),
                comment.words().typed(person -> nameOf(mentioned.get(person))));
    }

    private static @Nullable String nameOf(@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
