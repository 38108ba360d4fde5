package org.rumbo.source.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Confidence;
import org.rumbo.shared.Crumb;
import org.rumbo.source.DecisionOfPassage;
import org.rumbo.source.Difference;
import org.rumbo.source.ImportState;
import org.rumbo.source.ImportView;
import org.rumbo.team.Actor;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of an import have in common: the path to them, what they call it, and in which order its passages come. */
@Component
class ImportPages {
    private final People people;
    private final MessageSource messages;

    ImportPages(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    /** Passages under one heading; a chapter of the paper, or how sure they are. */
    record Group(
            ImportView.@Nullable ChapterFound chapter,
            @Nullable String confidence,
            List<ImportView.PassageFound> passages) {}

    /** A paper by its title, else by its file's name. */
    static String title(ImportView paper) {
        return paper.title() == null ? paper.fileName() : paper.title();
    }

    /** The import, where the page is below it. */
    List<Crumb> crumbs(@Nullable ImportView paper, String here, Locale locale) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb("/papers", say("papers.title", locale)));
        if (paper != null) {
            crumbs.add(new Crumb("/imports/" + paper.id(), title(paper)));
        }
        crumbs.add(new Crumb(null, here));
        return crumbs;
    }

    /** How somebody is called; null for whoever runs this installation. */
    @Nullable
    String name(@Nullable UUID person) {
        return person == null ? null : people.ever(person).map(Actor::name).orElse(null);
    }

    String say(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    static boolean isOpen(ImportView.PassageFound passage) {
        return passage.decision() == null && passage.difference() != Difference.UNCHANGED;
    }

    /** What can be accepted as it was found, without another look: nothing in it was left to a rule's choice. */
    static boolean isSure(ImportView.PassageFound passage) {
        return isOpen(passage)
                && passage.difference() == Difference.NEW
                && passage.country() != null
                && passage.confidence().equals(Confidence.HIGH.name());
    }

    static List<ImportView.PassageFound> sure(ImportView paper) {
        return paper.state() == ImportState.REVIEW
                ? paper.passages().stream().filter(ImportPages::isSure).toList()
                : List.of();
    }

    static List<ImportView.PassageFound> inOrder(ImportView paper, boolean leastSureFirst) {
        return leastSureFirst
                ? paper.passages().stream()
                        .sorted(Comparator.comparing(
                                        (ImportView.PassageFound passage) -> Confidence.valueOf(passage.confidence()))
                                .reversed()
                                .thenComparing(ImportView.PassageFound::passage))
                        .toList()
                : paper.passages();
    }

    /** By chapters, which also come where they recommend nothing; else by how sure they are. */
    static List<Group> groups(ImportView paper, boolean leastSureFirst, Shown shown) {
        var groups = new ArrayList<Group>();
        var passages = inOrder(paper, leastSureFirst).stream()
                .filter(passage -> shown.contains(passage))
                .toList();
        if (leastSureFirst) {
            for (var confidence : List.of(Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)) {
                var alike = passages.stream()
                        .filter(passage -> passage.confidence().equals(confidence.name()))
                        .toList();
                groups.add(new Group(null, confidence.name(), alike));
            }
        } else {
            for (var chapter : paper.chapters()) {
                var own = passages.stream()
                        .filter(passage -> passage.chapter() == chapter.number())
                        .toList();
                groups.add(new Group(chapter, null, own));
            }
        }
        return groups.stream().filter(group -> !group.passages().isEmpty()).toList();
    }

    /** Which passages the list shows. */
    enum Shown {
        ALL,
        OPEN,
        DECIDED;

        boolean contains(ImportView.PassageFound passage) {
            return switch (this) {
                case ALL -> true;
                case OPEN -> isOpen(passage);
                case DECIDED -> passage.decision() != null;
            };
        }
    }

    /** The next undecided one after this, else the first; null where none is left. */
    static @Nullable Integer nextOpen(ImportView paper, boolean leastSureFirst, int after) {
        var open = inOrder(paper, leastSureFirst);
        var here = -1;
        for (var i = 0; i < open.size(); i++) {
            if (open.get(i).passage() == after) {
                here = i;
            }
        }
        for (var step = 1; step <= open.size(); step++) {
            var next = open.get((here + step) % open.size());
            if (isOpen(next) && next.passage() != after) {
                return next.passage();
            }
        }
        return null;
    }

    /** What carrying out would do. */
    record Outlook(List<ImportView.Becomes> created, List<ImportView.Becomes> attached, long skipped, long unchanged) {
        static Outlook of(ImportView paper, Set<String> existing) {
            var items = paper.passages().stream()
                    .filter(passage -> passage.decision() != null)
                    .flatMap(passage -> passage.decision().items().stream())
                    .toList();
            return new Outlook(
                    items.stream().filter(one -> !existing.contains(one.code())).toList(),
                    items.stream().filter(one -> existing.contains(one.code())).toList(),
                    paper.passages().stream()
                            .filter(passage -> passage.decision() != null
                                    && passage.decision().decision() == DecisionOfPassage.Verdict.SKIP)
                            .count(),
                    paper.passages().stream()
                            .filter(passage -> passage.difference() == Difference.UNCHANGED)
                            .count());
        }
    }
}
