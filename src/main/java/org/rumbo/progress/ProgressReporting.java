package org.rumbo.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rumbo.recommendation.About;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.Reading;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.RecommendationLifecycle;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports progress on items. It moves nothing: it only tells. */
@Service
@Transactional
public class ProgressReporting {
    private final ProgressNotes notes;
    private final RecommendationLifecycle lifecycle;
    private final RecommendationEditing editing;
    private final RecommendationAccess access;
    private final People people;
    private final ApplicationEventPublisher events;

    ProgressReporting(
            ProgressNotes notes,
            RecommendationLifecycle lifecycle,
            RecommendationEditing editing,
            RecommendationAccess access,
            People people,
            ApplicationEventPublisher events) {
        this.notes = notes;
        this.lifecycle = lifecycle;
        this.editing = editing;
        this.access = access;
        this.people = people;
        this.events = events;
    }

    /** A coordinator's report is published at once, a member's is a draft that a coordinator publishes. */
    public void report(RecommendationCode code, Supplier<ProgressCommand> report, Actor actor) {
        var seen = access.see(code, actor);
        if (access.permits(actor, Permission.PROGRESS_REPORT, seen)) {
            publish(code, report.get(), actor);
        } else {
            access.require(actor, Permission.PROGRESS_DRAFT, seen);
            draft(code, report.get(), actor);
        }
    }

    /** A note that was published, and its item then. */
    record Published(About about, UUID note) {}

    /** The same for an update round: what it published; empty where it is a draft that waits for a coordinator. */
    Optional<Published> reportInRound(RecommendationCode code, ProgressCommand report, Actor actor) {
        var seen = access.see(code, actor);
        if (access.permits(actor, Permission.PROGRESS_REPORT, seen)) {
            return Optional.of(publish(code, report, actor));
        }
        access.require(actor, Permission.PROGRESS_DRAFT, seen);
        draft(code, report, actor);
        return Optional.empty();
    }

    /**
     * The same with what became of the markers: all of it is recorded or nothing. Markers count at once, also where the note is a
     * draft: whoever marks one needs nobody else for it.
     */
    public void reportAll(RecommendationCode code, Supplier<ProgressReport> typed, Actor actor) {
        var seen = access.see(code, actor);
        access.require(actor, Permission.PROGRESS_DRAFT, seen);
        var report = typed.get();
        report.markers()
                .forEach((marker, met) -> editing.changeMarker(
                        code,
                        marker,
                        Set.of(Permission.MARKER_MET),
                        () -> new MarkerCommand(null, null, met, null, null),
                        actor,
                        Expected.ANY));
        if (report.draft() || !access.permits(actor, Permission.PROGRESS_REPORT, seen)) {
            draft(code, report.note(), actor);
        } else {
            publish(code, report.note(), actor);
        }
    }

    private void draft(RecommendationCode code, ProgressCommand command, Actor actor) {
        if (command.draft() != null) {
            throw new DomainException(
                    ProblemType.NOT_PERMITTED, Map.of("permission", Permission.PROGRESS_REPORT.key()));
        }
        var about = lifecycle.during(code, actor, locked -> access.require(actor, Permission.PROGRESS_DRAFT, locked));
        var note = notes.save(
                new ProgressNote(about.recommendation(), command, noteOf(command), true, actor.id(), about.at()));
        events.publishEvent(new ProgressEvent.ProgressDrafted(about, detail(note), Map.of("note", note.note())));
    }

    private Published publish(RecommendationCode code, ProgressCommand command, Actor actor) {
        var draft = command.draft() == null ? null : draft(code, command.draft(), actor);
        var level = command.level() == null && draft != null ? draft.level() : command.level();
        var about = lifecycle.progressed(
                code, level, actor, locked -> access.require(actor, Permission.PROGRESS_REPORT, locked));
        var note = draft;
        if (note == null) {
            note = new ProgressNote(about.recommendation(), command, noteOf(command), false, actor.id(), about.at());
        } else {
            note.publish(actor.id(), about.at());
        }
        notes.save(note);
        events.publishEvent(new ProgressEvent.ProgressReported(about, detail(note), Map.of("note", note.note())));
        return new Published(about, note.id());
    }

    private ProgressNote draft(RecommendationCode code, UUID id, Actor actor) {
        return notes.findByIdAndRecommendationId(id, access.see(code, actor).id())
                .filter(ProgressNote::draft)
                .orElseThrow(() -> DomainException.ruleNotMet("draft", "draft-of-this-recommendation"));
    }

    private static String noteOf(ProgressCommand command) {
        if (command.note() == null) {
            throw DomainException.ruleNotMet("note", "note-required");
        }
        return command.note();
    }

    private static Map<String, Object> detail(ProgressNote note) {
        var detail = new HashMap<String, Object>();
        detail.put("note", note.id());
        detail.put("level", note.level());
        detail.put("visibility", note.visibility());
        detail.put("nextDate", note.nextDate());
        return detail;
    }

    /** Progress notes that the reader may see, newest first; drafts only within the team. */
    @Transactional(readOnly = true)
    public List<NoteView> notes(RecommendationCode code, Actor actor) {
        var seen = access.see(code, actor);
        var shown = notes.findByRecommendationIdOrderByWrittenAtDesc(seen.id()).stream()
                .filter(note -> seen.reading() == Reading.FULL || (!note.draft() && shows(seen, note.visibility())))
                .toList();
        var names = names(shown.stream().map(ProgressNote::writtenBy), seen);
        return shown.stream()
                .map(note -> new NoteView(
                        note.id(),
                        note.note(),
                        note.level(),
                        note.visibility(),
                        note.nextDate(),
                        note.draft(),
                        names.get(note.writtenBy()),
                        note.writtenAt()))
                .toList();
    }

    private static boolean shows(Seen seen, Visibility visibility) {
        return visibility.compareTo(seen.reading().from()) >= 0;
    }

    /** Who wrote, by name; readers from outside the network are not told. */
    private Map<UUID, String> names(Stream<UUID> writers, Seen seen) {
        if (seen.reading() == Reading.RELEASED) {
            return Map.of();
        }
        return people.byId(writers.filter(Objects::nonNull).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(person -> person.id(), person -> person.name()));
    }
}
