package org.rumbo.workflow;

import java.util.Date;
import java.util.List;
import org.rumbo.progress.RoundKeeping;
import org.rumbo.progress.RoundReading;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;

/** What the model of an update round asks and does; public, because expressions reach public classes only. */
@Component("roundSteps")
public class RoundSteps {
    private final RoundReading rounds;
    private final RoundKeeping keeping;

    RoundSteps(RoundReading rounds, RoundKeeping keeping) {
        this.rounds = rounds;
        this.keeping = keeping;
    }

    /** The groups of the teams that take part: the coordinators of each country. */
    public List<String> teams(String businessKey) {
        return rounds.teams(businessKey).stream().map(Groups::coordinatorsOf).toList();
    }

    /** The group that accepts or returns what a team submitted. */
    public String reviewers(String businessKey) {
        return Role.DIRECTOR.name();
    }

    /** Until when a team should submit. */
    public Date due(String businessKey) {
        return Date.from(rounds.dueAt(businessKey));
    }

    /** When the round closes by itself. */
    public Date cutOff(String businessKey) {
        return Date.from(rounds.closesAt(businessKey));
    }

    /** Closes the round: what is open stays without an answer. */
    public void closeRound(String businessKey) {
        keeping.closeAtCutOff(businessKey);
    }
}
