package org.rumbo.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.shared.Violation;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.AccessTarget;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.CountryTeams;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What directors decide of the passages of a paper; once nothing is left to decide, it is carried out. */
@Service
@Transactional
public class PaperDecisions {
    private static final int MOST_PARTS = 50;
    private static final int MOST_OF_A_SUMMARY = 4000;

    private final ImportRows rows;
    private final AccessPolicy policy;
    private final Network network;
    private final CountryTeams teams;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperDecisions(
            ImportRows rows,
            AccessPolicy policy,
            Network network,
            CountryTeams teams,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.policy = policy;
        this.network = network;
        this.teams = teams;
        this.events = events;
        this.clock = clock;
    }

    /** Decides on some passages, all of them or none; the last decision carries all of them out. */
    public void decide(UUID id, Supplier<List<DecisionOfPassage>> typed, Actor actor) {
        note(id, typed, actor);
        if (rows.undecided(id) == 0) {
            finish(id, actor);
        }
    }

    /** Likewise, but nothing is carried out before somebody says so; what was decided of them before is replaced. */
    public void note(UUID id, Supplier<List<DecisionOfPassage>> typed, Actor actor) {
        var paper = decidable(id, actor);
        var decisions = typed.get();
        var passages = rows.passages(id).stream().collect(Collectors.toMap(FoundPassage::number, found -> found));
        var again = decisions.stream().map(DecisionOfPassage::passage).collect(Collectors.toSet());
        var known = teams.all().stream().map(team -> team.country().iso2()).collect(Collectors.toSet());
        var violations = new ArrayList<Violation>();
        var codes = new HashSet<String>();
        var becomes = new ArrayList<List<PassageItem>>();
        for (var i = 0; i < decisions.size(); i++) {
            becomes.add(check(paper, decisions, i, passages, known, again, codes, violations));
        }
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
        again.forEach(passage -> rows.forget(id, passage));
        for (var i = 0; i < decisions.size(); i++) {
            record(id, decisions.get(i), becomes.get(i), passages, actor);
        }
    }

    /** Carries out what was decided; refuses (422) while something is undecided, or the paper has no title to be cited with. */
    public void carryOut(UUID id, Actor actor) {
        var paper = decidable(id, actor);
        if (rows.undecided(id) > 0) {
            throw DomainException.ruleNotMet("passages", "passages-undecided");
        }
        if (paper.title() == null) {
            throw DomainException.ruleNotMet("title", "paper-title-required");
        }
        finish(id, actor);
    }

    private PaperImport decidable(UUID id, Actor actor) {
        policy.require(actor, Permission.PAPER_ACCEPT, AccessTarget.NETWORK);
        var paper = rows.lock(id);
        if (paper.state() != ImportState.REVIEW) {
            throw new DomainException(ProblemType.WRONG_STATE, Map.of("state", paper.state()));
        }
        return paper;
    }

    /** What a passage becomes; what is not as it must be is remembered by the place where it was sent. */
    private List<PassageItem> check(
            PaperImport paper,
            List<DecisionOfPassage> decisions,
            int place,
            Map<Integer, FoundPassage> passages,
            Set<String> known,
            Set<Integer> again,
            Set<String> codes,
            List<Violation> violations) {
        var decision = decisions.get(place);
        var at = "decisions[" + place + "].";
        var passage = passages.get(decision.passage());
        if (passage == null) {
            violations.add(new Violation(at + "passage", "passage-unknown"));
            return List.of();
        }
        if (decisions.stream()
                        .filter(other -> other.passage() == decision.passage())
                        .count()
                > 1) {
            violations.add(new Violation(at + "passage", "no-duplicates"));
        }
        if (passage.difference() == Difference.UNCHANGED) {
            violations.add(new Violation(at + "passage", "passage-unchanged"));
        }
        if (decision.verdict() == DecisionOfPassage.Verdict.SKIP) {
            if (decision.reason() == null) {
                violations.add(new Violation(at + "reason", "reason-required"));
            }
            return List.of();
        }
        var countries = countries(decision, passage, known, at, violations);
        if (!network.themes().containsAll(decision.themes())) {
            violations.add(new Violation(at + "themes", "theme-of-the-network"));
        }
        if (new HashSet<>(decision.themes()).size() < decision.themes().size()) {
            violations.add(new Violation(at + "themes", "no-duplicates"));
        }
        if (decision.parts().size() == 1 || decision.parts().size() > MOST_PARTS) {
            violations.add(new Violation(at + "parts", "two-to-fifty-parts"));
        }
        var items = items(paper, decision, passage, countries);
        for (var item : items) {
            var other = rows.passageOf(paper.id(), item.code());
            if (!codes.add(item.code()) || (other.isPresent() && !again.contains(other.get()))) {
                violations.add(new Violation(at + "countries", "code-taken"));
                break;
            }
        }
        return items;
    }

    private static List<String> countries(
            DecisionOfPassage decision,
            FoundPassage passage,
            Set<String> known,
            String at,
            List<Violation> violations) {
        var chosen = decision.countries().stream().map(CountryCode::iso2).toList();
        if (chosen.isEmpty() && passage.country() != null) {
            chosen = List.of(passage.country());
        }
        if (chosen.isEmpty()) {
            violations.add(new Violation(at + "countries", "country-required"));
        }
        if (new HashSet<>(chosen).size() < chosen.size()) {
            violations.add(new Violation(at + "countries", "no-duplicates"));
        }
        if (!known.containsAll(chosen)) {
            violations.add(new Violation(at + "countries", "country-of-the-network"));
        }
        return chosen;
    }

    /**
     * The chapter's own country, else the first, has the plain code; each further one has its own at the end. Where a passage
     * is split the whole is kept, and its parts beside it.
     */
    private static List<PassageItem> items(
            PaperImport paper, DecisionOfPassage decision, FoundPassage passage, List<String> countries) {
        if (countries.isEmpty()) {
            return List.of();
        }
        var own = passage.country() == null ? countries.get(0) : passage.country();
        var code = paper.paper() + "-" + own + "-" + passage.letter();
        var corrected = Objects.equals(decision.text(), passage.text()) ? null : decision.text();
        var words = corrected == null ? passage.text() : corrected;
        var items = new ArrayList<PassageItem>();
        for (var country : countries) {
            var ending = country.equals(own) ? "" : "." + country;
            items.add(item(
                    items,
                    code + ending,
                    country,
                    null,
                    corrected,
                    decision,
                    words,
                    decision.title(),
                    decision.summary()));
            for (var part = 1; part <= decision.parts().size(); part++) {
                var of = decision.parts().get(part - 1);
                items.add(item(
                        items,
                        code + "." + part + ending,
                        country,
                        part,
                        of.text(),
                        decision,
                        of.text(),
                        of.title() == null ? FirstWords.title(of.text()) : of.title(),
                        of.summary()));
            }
        }
        return items;
    }

    private static PassageItem item(
            List<PassageItem> before,
            String code,
            String country,
            @Nullable Integer part,
            @Nullable String corrected,
            DecisionOfPassage decision,
            String words,
            @Nullable String title,
            @Nullable String summary) {
        return new PassageItem(
                before.size() + 1,
                code,
                country,
                part,
                corrected,
                title == null ? FirstWords.of(words) : title,
                summary == null ? FirstWords.of(words, MOST_OF_A_SUMMARY) : summary,
                decision.themes(),
                null);
    }

    private void record(
            UUID id,
            DecisionOfPassage decision,
            List<PassageItem> items,
            Map<Integer, FoundPassage> passages,
            Actor actor) {
        rows.decide(id, decision, items, actor.id(), clock.instant());
        var texts = new HashMap<String, String>();
        if (decision.reason() != null) {
            texts.put("reason", decision.reason());
        }
        if (decision.text() != null) {
            texts.put("corrected", decision.text());
        }
        events.publishEvent(new PaperEvent.PassageDecided(
                id,
                actor.id(),
                decision.passage(),
                Objects.requireNonNull(passages.get(decision.passage())).sha256(),
                decision.verdict() == DecisionOfPassage.Verdict.ACCEPT,
                items.stream().map(PassageItem::code).toList(),
                texts));
    }

    private void finish(UUID id, Actor actor) {
        var accepted = rows.count(id, DecisionOfPassage.Verdict.ACCEPT);
        rows.move(id, ImportState.CREATING, accepted, clock.instant());
        events.publishEvent(new PaperEvent.PassagesDecided(
                id, actor.id(), accepted, rows.count(id, DecisionOfPassage.Verdict.SKIP)));
    }

    /** Takes decisions back while others are still to be made; refuses (422) where there is none. */
    public void undo(UUID id, Supplier<List<Integer>> typed, Actor actor) {
        decidable(id, actor);
        var passages = typed.get();
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < passages.size(); i++) {
            if (!rows.forget(id, passages.get(i))) {
                violations.add(new Violation("passages[" + i + "]", "passage-undecided"));
            }
        }
        if (!violations.isEmpty()) {
            throw DomainException.rulesNotMet(violations);
        }
        passages.forEach(passage -> events.publishEvent(new PaperEvent.DecisionUndone(id, actor.id(), passage)));
    }
}
