package org.rumbo.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rumbo.progress.ActionPlan;
import org.rumbo.progress.IndicatorCommand;
import org.rumbo.progress.IndicatorValueCommand;
import org.rumbo.progress.Measuring;
import org.rumbo.progress.TeamActionCommand;
import org.rumbo.recommendation.AcceptedPassage;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.EditCommand;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.MarkerCommand;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Source;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.Language;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.People;
import org.rumbo.testing.Journeys;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Recommendations of Ecuador that one filter finds, with texts that are hard to carry. */
final class SheetItems {
    static final String TEAM = "coordinator.ec";
    /** Each so many of {@link #whole} have a marker and a document. */
    static final int EVERY = 5;
    /** And each so many have an action and a count besides. */
    static final int UNDER_REVIEW = 25;

    private final RecommendationEditing editing;
    private final ActionPlan plan;
    private final Measuring measuring;
    private final People people;
    private final Journeys journeys;
    private final TransactionTemplate transaction;

    SheetItems(ApplicationContext application) {
        this.editing = application.getBean(RecommendationEditing.class);
        this.plan = application.getBean(ActionPlan.class);
        this.measuring = application.getBean(Measuring.class);
        this.people = application.getBean(People.class);
        this.journeys = application.getBean(Journeys.class);
        this.transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    static String office() {
        return "Office" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Actor actor() {
        return people.byLogin(TEAM).orElseThrow();
    }

    List<String> some(int number, String office) {
        var paper = "S" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        var actor = actor();
        var codes = new ArrayList<String>();
        for (var n = 0; n < number; n++) {
            var code = new RecommendationCode("%s-2019-EC-%d".formatted(paper, n + 1));
            var nasty = nasty(n);
            transaction.executeWithoutResult(status -> {
                editing.accept(new AcceptedPassage(
                        code,
                        new CountryCode("EC"),
                        Language.ES,
                        new Source(paper, 1, "a", null, false, null),
                        List.of("rights"),
                        Map.of(Language.ES, "T " + nasty, Language.EN, "In English"),
                        Map.of(Language.ES, "S " + nasty)));
                editing.edit(
                        code,
                        () -> new EditCommand(
                                null,
                                null,
                                null,
                                office,
                                nasty,
                                List.of("migration", "rights"),
                                List.of(16, 5),
                                code.value().endsWith("0") ? null : due(code),
                                code.value().endsWith("1"),
                                code.value().endsWith("2") ? actor.id() : null,
                                Set.of()),
                        actor,
                        Expected.ANY);
            });
            codes.add(code.value());
        }
        return codes;
    }

    private LocalDate due(RecommendationCode code) {
        return journeys.today().plusDays(code.hashCode() & 255);
    }

    /** The same; some of them with all that has a sheet of its own. */
    List<String> whole(int number, String office) {
        return whole(number, office, EVERY, UNDER_REVIEW);
    }

    List<String> whole(int number, String office, int every, int underReview) {
        var codes = some(number, office);
        for (var n = 0; n < number; n += every) {
            var code = new RecommendationCode(codes.get(n));
            markedAndShown(code, nasty(n), n);
            if (n % underReview == 0) {
                journeys.reach(code.value(), State.UNDER_REVIEW);
                plannedAndCounted(code, nasty(n), n);
            }
        }
        return codes;
    }

    private void markedAndShown(RecommendationCode code, String nasty, int n) {
        var actor = actor();
        editing.addMarker(code, () -> new MarkerCommand(nasty, Ambition.EXPECT, null, null, null), actor, Expected.ANY);
        editing.addEvidence(
                code,
                () -> new EvidenceCommand(
                        EvidenceType.LAW,
                        "T " + nasty,
                        null,
                        journeys.today(),
                        "es",
                        "https://example.org/" + n,
                        Strength.A,
                        Visibility.NETWORK),
                actor,
                Expected.ANY);
    }

    private void plannedAndCounted(RecommendationCode code, String nasty, int n) {
        var actor = actor();
        var today = journeys.today();
        plan.add(
                code,
                () -> new TeamActionCommand(nasty, actor.id(), today.plusDays(n % 90), Visibility.NETWORK, null, null),
                actor);
        var indicator = measuring.add(
                code,
                () -> new IndicatorCommand(
                        "Offices",
                        "offices",
                        BigDecimal.ONE,
                        today.minusYears(1),
                        BigDecimal.TEN,
                        today.plusYears(1),
                        null),
                actor);
        measuring.record(
                code,
                indicator,
                () -> new IndicatorValueCommand(new BigDecimal("3.25"), today, "S " + nasty, null, "n" + n, null),
                actor);
    }

    static String nasty(int n) {
        return switch (n % 12) {
            case 0 -> "=HYPERLINK(\"https://example.org\",\"click\")";
            case 1 -> "+1+1";
            case 2 -> "-2";
            case 3 -> "@SUM(A1:A9)";
            case 4 -> "two\nlines\tand a tab";
            case 5 -> "quotes \" and ' and , and ; and \uD83D\uDE80";
            case 6 -> "'=begins with an apostrophe";
            case 7 -> "<b>&amp;</b> _x0041_ ]]>";
            case 8 -> "a\u0301 composed, \u202Eturned";
            case 9 -> "1/2/2026";
            case 10 -> "TRUE";
            default -> "0012";
        };
    }
}
