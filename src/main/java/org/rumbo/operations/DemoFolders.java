package org.rumbo.operations;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rumbo.file.FileIntake;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.EditCommand;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.Permission;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays what the teams of the demonstration keep about each item: its fields, markers and documents. */
@Component
@Profile("demo")
class DemoFolders {
    private static final Map<String, EvidenceType> ACTS = Map.of(
            "law", EvidenceType.LAW,
            "body", EvidenceType.DECREE,
            "budget", EvidenceType.BUDGET,
            "agreement", EvidenceType.TREATY,
            "practice", EvidenceType.POLICY_DOCUMENT);
    private static final Map<String, List<EvidenceType>> OTHERS = Map.of(
            "B", List.of(EvidenceType.OFFICIAL_STATEMENT, EvidenceType.PARLIAMENTARY_RECORD),
            "C", List.of(EvidenceType.INDEPENDENT_REPORT, EvidenceType.PRESS),
            "D", List.of(EvidenceType.INTERVIEW, EvidenceType.NOTE));
    private static final List<Ambition> AMBITIONS =
            List.of(Ambition.EXPECT, Ambition.EXPECT, Ambition.LIKE, Ambition.LOVE);
    private static final int GOAL_PEACE = 16;

    private final RecommendationEditing editing;
    private final FileIntake intake;
    private final DemoCast people;

    DemoFolders(RecommendationEditing editing, FileIntake intake, DemoCast people) {
        this.editing = editing;
        this.intake = intake;
        this.people = people;
    }

    /** Fills in what makes an item trackable. */
    void track(DemoItem item, LocalDate due) {
        var coordinator = people.coordinator(item);
        var owner = item.number() % 3 == 0 ? coordinator : people.member(item);
        var themes = item.item().code() == null ? List.of("regional-cooperation") : null;
        var edit = new EditCommand(
                item.item().written(),
                null,
                null,
                item.item().addressee(),
                item.say("reading-" + item.item().kind()),
                themes,
                List.of(GOAL_PEACE),
                due,
                item.number() % 7 == 0 ? Boolean.TRUE : null,
                owner.id(),
                Set.of());
        editing.edit(item.code(), () -> edit, coordinator, Expected.ANY);
        addMarkers(item);
    }

    private void addMarkers(DemoItem item) {
        var texts = item.sayAll("marker-" + item.item().kind());
        for (var i = 0; i < texts.size(); i++) {
            var marker = new MarkerCommand(texts.get(i), AMBITIONS.get(i), null, null, null);
            item.unmet()
                    .put(
                            editing.addMarker(item.code(), () -> marker, people.coordinator(item), Expected.ANY),
                            AMBITIONS.get(i));
        }
    }

    int expected(DemoItem item) {
        return (int) item.unmet().values().stream()
                .filter(ambition -> ambition == Ambition.EXPECT)
                .count();
    }

    /** Says of so many markers that they are met, those that are expected first. */
    void meet(DemoItem item, int many, LocalDate day) {
        var met = new ArrayList<>(item.unmet().keySet());
        var changes = new MarkerCommand(null, null, true, day.minusDays(2), null);
        for (var marker : met.subList(0, Math.min(many, met.size()))) {
            editing.changeMarker(
                    item.code(),
                    marker,
                    Set.of(Permission.MARKER_MET),
                    () -> changes,
                    people.coordinator(item),
                    Expected.ANY);
            item.unmet().remove(marker);
        }
    }

    UUID add(DemoItem item, String strength, String visibility, LocalDate day) {
        var command = document(item, strength, visibility, day);
        return added(item, editing.addEvidence(item.code(), () -> command, people.coordinator(item), Expected.ANY));
    }

    /** The same with a copy of what its link leads to. */
    void addCopy(DemoItem item, String strength, String visibility, LocalDate day) {
        var command = document(item, strength, visibility, day);
        var paper = DemoPaper.pdf(Stream.of(
                        command.title(),
                        command.issuer(),
                        command.url(),
                        item.sayAll("copy").get(0))
                .filter(Objects::nonNull)
                .toList());
        var file = intake.take(command.title() + ".pdf", new ByteArrayInputStream(paper));
        added(item, editing.addEvidence(item.code(), () -> command, file, people.coordinator(item), Expected.ANY));
    }

    /** The page of the newest document has vanished. */
    void linkGone(DemoItem item, LocalDate day) {
        editing.markLink(item.code(), item.lastDocument(), false, () -> day, people.coordinator(item), Expected.ANY);
    }

    private static UUID added(DemoItem item, UUID document) {
        item.documents().add(document);
        return document;
    }

    private static EvidenceCommand document(DemoItem item, String strength, String visibility, LocalDate day) {
        var official = strength.equals("A") || strength.equals("B");
        return new EvidenceCommand(
                type(item, strength),
                item.say(strength.equals("A") ? "document-" + item.item().kind() : "document-" + strength),
                official ? item.item().addressee() : item.say("issuer-" + strength),
                day.minusDays(5),
                item.item().language(),
                strength.equals("D") ? null : address(item),
                Strength.valueOf(strength),
                Visibility.valueOf(visibility));
    }

    private static EvidenceType type(DemoItem item, String strength) {
        var others = OTHERS.get(strength);
        return others == null
                ? Objects.requireNonNull(ACTS.get(item.item().kind()))
                : others.get(item.number() % others.size());
    }

    private static String address(DemoItem item) {
        return "https://documents.example/" + item.item().country().toLowerCase(Locale.ROOT) + "/" + item.number() + "-"
                + (item.documents().size() + 1);
    }

    /** A director lets readers from outside see the newest document. */
    void release(DemoItem item) {
        editing.releaseEvidence(
                item.code(), item.lastDocument(), Visibility.PUBLIC, people.director(item), Expected.ANY);
    }
}
