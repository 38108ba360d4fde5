package org.rumbo.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rumbo.progress.AnswerCommand;
import org.rumbo.progress.ProgressCommand;
import org.rumbo.progress.RoundAnswering;
import org.rumbo.progress.RoundCommand;
import org.rumbo.progress.RoundKeeping;
import org.rumbo.progress.TeamUpdate;
import org.rumbo.progress.TeamUpdates;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.CountryCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the demonstration's update rounds: who answered, who was returned something, who never came. */
@Component
@Profile("demo")
class DemoRounds {
    private final RoundKeeping keeping;
    private final RoundAnswering answering;
    private final TeamUpdates updates;
    private final DemoCast people;

    DemoRounds(RoundKeeping keeping, RoundAnswering answering, TeamUpdates updates, DemoCast people) {
        this.keeping = keeping;
        this.answering = answering;
        this.updates = updates;
        this.people = people;
    }

    UUID open(DemoScript.Round round, LocalDate day) {
        var command = new RoundCommand(round.name(), day.plusDays(round.cutOff()), day.plusDays(round.due()));
        return keeping.open(() -> command, people.director(0));
    }

    /** @param how {@code begun} answers one item alone, {@code silent} none */
    void answer(UUID round, String country, String how, Map<String, List<String>> words) {
        if (how.equals("silent")) {
            return;
        }
        var team = new CountryCode(country);
        var coordinator = people.coordinator(team);
        var answers = new ArrayList<AnswerCommand>();
        for (var line : updates.read(round, team, coordinator).items()) {
            answers.add(answer(line, answers.isEmpty(), words));
            if (how.equals("begun")) {
                break;
            }
        }
        answering.answer(round, () -> answers, coordinator);
        if (!how.equals("begun")) {
            keeping.submit(round, team, coordinator);
        }
    }

    /** The first has news, the others have none. */
    private static AnswerCommand answer(TeamUpdate.Line line, boolean first, Map<String, List<String>> words) {
        var code = new RecommendationCode(line.item().code());
        if (!first) {
            return new AnswerCommand(code, null, null, null);
        }
        var note = new ProgressCommand(say(words, "round-note"), null, Visibility.NETWORK, null, null);
        return new AnswerCommand(code, note, line.item().overdue() ? say(words, "round-late") : null, null);
    }

    void decide(UUID round, String country, String how, Map<String, List<String>> words) {
        var team = new CountryCode(country);
        switch (how.toLowerCase(Locale.ROOT)) {
            case "accepted" -> keeping.accept(round, team, people.director(1));
            case "returned" -> keeping.giveBack(round, team, () -> say(words, "round-return"), people.director(1));
            default -> {}
        }
    }

    void close(UUID round) {
        keeping.close(round, people.director(0));
    }

    private static String say(Map<String, List<String>> words, String occasion) {
        return Objects.requireNonNull(words.get(occasion), occasion).get(0);
    }
}
