package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.recommendation.Items.AT;
import static org.rumbo.recommendation.Items.COORDINATOR;
import static org.rumbo.recommendation.Items.DAY;
import static org.rumbo.recommendation.Items.DIRECTOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;

class RecommendationTests {
    @Nested
    class Entering {
        @Test
        void beginsProposedWithNothingKnown() {
            var item = Items.ofPaper();
            assertThat(item.state()).isEqualTo(State.PROPOSED);
            assertThat(item.position()).isEqualTo(Position.NONE_KNOWN);
            assertThat(item.selfLevel()).isEqualTo(Level.UNKNOWN);
            assertThat(item.validatedLevel()).isEqualTo(Level.UNKNOWN);
            assertThat(item.claimStatus()).isEqualTo(ClaimStatus.NONE);
            assertThat(item.source()).isEqualTo(new Source("SPN-2019", 6, "a", 12, false, 3));
            assertThat(Items.told(item)).singleElement().isInstanceOf(RecommendationEvent.Accepted.class);
        }

        @Test
        void aTeamsProposalHasNoPlaceInAPaper() {
            var item = Items.ofTeam();
            assertThat(item.origin()).isEqualTo(Origin.TEAM);
            assertThat(item.source()).isNull();
            assertThat(item.title().in(Language.PT)).isEqualTo("title");
            assertThat(item.title().in(Language.ES)).isNull();
        }
    }

    @Nested
    class Moving {
        static Stream<Arguments> claims() {
            return Arrays.stream(State.values())
                    .flatMap(from -> Arrays.stream(State.values()).map(to -> Arguments.of(from, to)));
        }

        @ParameterizedTest(name = "{0} -> {1}")
        @MethodSource("claims")
        void aConfirmedClaimMovesItOrIsRefusedAtOnce(State from, State to) {
            var item = Items.in(from);
            if (from.claimable().contains(to)) {
                item.claim(Items.claim(to), COORDINATOR, AT);
                assertThat(item.state()).isEqualTo(from);
                item.confirm(null, null, List.of(), DIRECTOR, AT.plusSeconds(1));
                assertThat(item.state()).isEqualTo(to);
                assertThat(item.stateSince()).isEqualTo(AT.plusSeconds(1));
                assertThat(item.claimStatus()).isEqualTo(ClaimStatus.NONE);
            } else {
                assertRefused(ProblemType.TRANSITION_NOT_ALLOWED, () -> item.claim(Items.claim(to), COORDINATOR, AT));
                assertThat(item.state()).isEqualTo(from);
                assertThat(Items.told(item)).isEmpty();
            }
        }

        @Test
        void aRefusedTargetNamesTheAllowedOnes() {
            assertThatThrownBy(() -> Items.in(State.ADOPTED).claim(Items.claim(State.EVALUATED), COORDINATOR, AT))
                    .isInstanceOfSatisfying(DomainException.class, refused -> {
                        assertThat(refused.facts().get("state")).isEqualTo(State.ADOPTED);
                        assertThat(refused.facts().get("allowed"))
                                .isEqualTo(List.of(State.UNDER_REVIEW, State.IMPLEMENTED, State.CLOSED));
                    });
        }

        @Test
        void closingKeepsItsReasonAndReopeningForgetsIt() {
            var item = Items.in(State.CLOSED);
            assertThat(item.closeReason()).isEqualTo(CloseReason.NOT_ADOPTED);
            item.reopen(State.PROPOSED, "new government", DIRECTOR, AT);
            assertThat(item.closeReason()).isNull();
            assertThat(item.supersededBy()).isNull();
        }
    }

    @Nested
    class Claims {
        private final Recommendation item = Items.in(State.PROPOSED);

        @Test
        void thereIsOneOpenClaimAtMost() {
            claim();
            assertRefused(ProblemType.CLAIM_OPEN, () -> item.claim(Items.claim(State.UNDER_REVIEW), COORDINATOR, AT));
            assertRefused(ProblemType.CLAIM_OPEN, () -> item.requireClaimable(State.CLOSED));
        }

        @Test
        void aReturnedClaimIsMadeAnewToAnyLawfulTarget() {
            claim();
            var id = item.currentClaim().id();
            item.returnClaim("who received it?", DIRECTOR, AT);
            assertThat(item.claimStatus()).isEqualTo(ClaimStatus.RETURNED);
            assertThat(item.nextStep()).isEqualTo(NextStep.COMPLETE_CLAIM);

            item.claim(Items.claim(State.CLOSED), COORDINATOR, AT.plusSeconds(9));

            assertThat(item.currentClaim().id()).isEqualTo(id);
            assertThat(item.currentClaim().target()).isEqualTo(State.CLOSED);
            assertThat(item.currentClaim().decidedBy()).isNull();
            assertThat(item.currentClaim().decisionReason()).isNull();
            assertThat(item.currentClaim().firstMadeAt()).isEqualTo(AT);
            assertThat(((RecommendationEvent.ClaimMade) Items.last(item)).resubmitted())
                    .isTrue();
            assertRefused(ProblemType.CLAIM_OPEN, () -> item.claim(Items.claim(State.CLOSED), COORDINATOR, AT));
        }

        @Test
        void aReturnedClaimIsNotDecidedAgain() {
            claim();
            item.returnClaim("who?", DIRECTOR, AT);
            assertRefused(ProblemType.NO_CLAIM_UNDER_REVIEW, () -> item.confirm(null, null, List.of(), DIRECTOR, AT));
            assertRefused(ProblemType.NO_CLAIM_UNDER_REVIEW, () -> item.returnClaim("who?", DIRECTOR, AT));
        }

        @Test
        void anOpenOrReturnedClaimIsTakenBack() {
            claim();
            item.withdrawClaim("too early", COORDINATOR, AT);
            assertThat(item.claimStatus()).isEqualTo(ClaimStatus.NONE);
            assertThat(((RecommendationEvent.ClaimWithdrawn) Items.last(item)).returned())
                    .isFalse();
            assertThat(item.state()).isEqualTo(State.PROPOSED);

            claim();
            assertThat(((RecommendationEvent.ClaimMade) Items.last(item)).resubmitted())
                    .isFalse();
            item.returnClaim("who?", DIRECTOR, AT);
            item.withdrawClaim("too early", COORDINATOR, AT);
            assertThat(((RecommendationEvent.ClaimWithdrawn) Items.last(item)).returned())
                    .isTrue();
            assertRefused(ProblemType.NO_OPEN_CLAIM, () -> item.withdrawClaim("again", COORDINATOR, AT));
        }

        @Test
        void nothingIsDecidedWithoutAClaim() {
            assertRefused(ProblemType.NO_CLAIM_UNDER_REVIEW, () -> item.confirm(null, null, List.of(), DIRECTOR, AT));
            assertRefused(ProblemType.NO_CLAIM_UNDER_REVIEW, () -> item.returnClaim("why", DIRECTOR, AT));
            assertRefused(ProblemType.NO_CLAIM_UNDER_REVIEW, () -> item.disagree(Level.PARTIAL, "why", DIRECTOR, AT));
            assertRefused(ProblemType.NO_CLAIM_UNDER_REVIEW, () -> item.claimUndecided(true, AT));
        }

        @Test
        void remindingAndEscalatingTellButChangeNothing() {
            claim();
            var before = item.image();
            Items.forget(item);
            item.claimUndecided(false, AT);
            item.claimUndecided(true, AT);
            assertThat(Items.told(item))
                    .extracting(RecommendationEvent::action)
                    .containsExactly("claim.remind", "claim.escalate");
            assertThat(Items.told(item))
                    .allSatisfy(event -> assertThat(event.about().actor()).isNull());
            assertThat(item.image()).isEqualTo(before);
        }

        private void claim() {
            item.claim(Items.claim(State.UNDER_REVIEW), COORDINATOR, AT);
        }
    }

    @Nested
    class Levels {
        private final Recommendation item = Items.in(State.ADOPTED);

        @Test
        void confirmingValidatesTheClaimedLevel() {
            item.claim(Items.claim(State.IMPLEMENTED, Level.LARGELY), COORDINATOR, AT);
            item.confirm(null, null, List.of(), DIRECTOR, AT);
            assertThat(item.selfLevel()).isEqualTo(Level.LARGELY);
            assertThat(item.validatedLevel()).isEqualTo(Level.LARGELY);
            assertThat(item.levelReason()).isNull();
        }

        @Test
        void aDirectorMayValidateAnotherLevelWithAReason() {
            item.claim(Items.claim(State.IMPLEMENTED, Level.FULL), COORDINATOR, AT);
            item.confirm(Level.LARGELY, "one is open", List.of(), DIRECTOR, AT);
            assertThat(item.selfLevel()).isEqualTo(Level.FULL);
            assertThat(item.validatedLevel()).isEqualTo(Level.LARGELY);
            assertThat(item.levelReason()).isEqualTo("one is open");
            assertThat(item.state()).isEqualTo(State.IMPLEMENTED);
        }

        @Test
        void aClaimWithoutLevelLeavesBothAsTheyWere() {
            item.reportLevel(Level.STARTED, AT);
            item.claim(Items.claim(State.CLOSED, null), COORDINATOR, AT);
            item.confirm(null, null, List.of(), DIRECTOR, AT);
            assertThat(item.selfLevel()).isEqualTo(Level.STARTED);
            assertThat(item.validatedLevel()).isEqualTo(Level.UNKNOWN);
        }

        @Test
        void disagreeingEndsTheClaimAndLeavesTheState() {
            item.claim(Items.claim(State.IMPLEMENTED, Level.FULL), COORDINATOR, AT);
            item.disagree(Level.PARTIAL, "the budget is missing", DIRECTOR, AT);
            assertThat(item.state()).isEqualTo(State.ADOPTED);
            assertThat(item.claimStatus()).isEqualTo(ClaimStatus.NONE);
            assertThat(item.currentClaim()).isNull();
            assertThat(item.selfLevel()).isEqualTo(Level.FULL);
            assertThat(item.validatedLevel()).isEqualTo(Level.PARTIAL);
            assertThat(item.levelReason()).isEqualTo("the budget is missing");
            item.claim(Items.claim(State.IMPLEMENTED, Level.FULL), COORDINATOR, AT);
            assertThat(((RecommendationEvent.ClaimMade) Items.last(item)).resubmitted())
                    .isFalse();
        }
    }

    @Nested
    class UnderReviewOfADirector {
        private final Recommendation item = Items.in(State.UNDER_REVIEW);

        @Test
        void itsFieldsAreFrozen() {
            item.claim(Items.claim(State.ADOPTED), COORDINATOR, AT);
            Items.forget(item);
            assertRefused(ProblemType.FROZEN, () -> item.edit(Items.edit("other", null, null), COORDINATOR, AT));
            assertRefused(
                    ProblemType.FROZEN, () -> item.recordPosition(Position.ACCEPTED, DAY, "radio", COORDINATOR, AT));
            assertRefused(ProblemType.FROZEN, () -> item.reportLevel(Level.FULL, AT));
            assertRefused(ProblemType.FROZEN, item::requireNotFrozen);
            assertThat(Items.told(item)).isEmpty();
        }

        @Test
        void aReturnedClaimThawsThem() {
            item.claim(Items.claim(State.ADOPTED), COORDINATOR, AT);
            item.returnClaim("date?", DIRECTOR, AT);
            item.edit(Items.edit("other", null, null), COORDINATOR, AT);
            assertThat(item.addressee()).isEqualTo("other");
        }
    }

    @Nested
    class Evaluating {
        private final Recommendation item = Items.in(State.IMPLEMENTED);

        @Test
        void anOpenEvaluationAdmitsNoClaim() {
            item.openEvaluation();
            assertThat(item.nextStep()).isEqualTo(NextStep.EVALUATE);
            for (var target : State.IMPLEMENTED.claimable()) {
                assertRefused(ProblemType.EVALUATION_OPEN, () -> item.claim(Items.claim(target), COORDINATOR, AT));
            }
            item.endEvaluation();
            assertThat(item.requireClaimable(State.CLOSED)).isEqualTo(Move.CLOSING);
        }

        @Test
        void anOpenOrReturnedClaimAdmitsNoEvaluation() {
            item.claim(Items.claim(State.CLOSED), COORDINATOR, AT);
            assertRefused(ProblemType.CLAIM_OPEN, item::openEvaluation);
            item.returnClaim("why?", DIRECTOR, AT);
            assertRefused(ProblemType.CLAIM_OPEN, item::openEvaluation);
        }

        @Test
        void approvalMakesItEvaluated() {
            item.openEvaluation();
            item.evaluated(3, AT.plusSeconds(5));
            assertThat(item.state()).isEqualTo(State.EVALUATED);
            assertThat(item.stateSince()).isEqualTo(AT.plusSeconds(5));
            assertThat(item.rating()).isEqualTo(3);
            assertThat(item.evaluationOpen()).isFalse();
            assertThat(item.nextStep()).isEqualTo(NextStep.NONE);
        }
    }

    @Nested
    class Reopening {
        static Stream<Arguments> pairs() {
            return Arrays.stream(State.values())
                    .flatMap(from -> Arrays.stream(State.values()).map(to -> Arguments.of(from, to)));
        }

        /** The closed item of these pairs was proposed and under review before. */
        @ParameterizedTest(name = "{0} -> {1}")
        @MethodSource("pairs")
        void leadsToWhatTheTableAndThePastAllow(State from, State to) {
            var item = Items.in(from);
            var allowed =
                    switch (from) {
                        case EVALUATED -> Set.of(State.IMPLEMENTED, State.ADOPTED, State.UNDER_REVIEW);
                        case CLOSED -> Set.of(State.PROPOSED, State.UNDER_REVIEW);
                        default -> Set.<State>of();
                    };
            assertThat(item.reopenable()).isEqualTo(allowed);
            if (allowed.contains(to)) {
                item.reopen(to, "because", DIRECTOR, AT);
                assertThat(item.state()).isEqualTo(to);
            } else {
                assertRefused(ProblemType.TRANSITION_NOT_ALLOWED, () -> item.reopen(to, "because", DIRECTOR, AT));
                assertThat(item.state()).isEqualTo(from);
            }
        }

        @Test
        void aClosedItemGoesBackOnlyToStatesThatItHad() {
            var never = Items.trackable();
            Items.reach(never, State.CLOSED);
            assertThat(never.reopenable()).containsExactly(State.PROPOSED);

            var far = Items.in(State.IMPLEMENTED);
            Items.reach(far, State.CLOSED);
            assertThat(far.reopenable())
                    .containsExactly(State.PROPOSED, State.UNDER_REVIEW, State.ADOPTED, State.IMPLEMENTED);
            far.reopen(State.IMPLEMENTED, "an error", DIRECTOR, AT);
            Items.reach(far, State.ADOPTED, State.CLOSED);
            assertThat(far.reopenable()).contains(State.IMPLEMENTED);
        }

        @Test
        void waitsForTheEndOfAClaim() {
            var item = Items.in(State.EVALUATED);
            item.claim(Items.claim(State.ADOPTED, Level.REVERSED), COORDINATOR, AT);
            assertRefused(ProblemType.CLAIM_OPEN, () -> item.reopen(State.ADOPTED, "why", DIRECTOR, AT));
        }
    }

    @Nested
    class NextSteps {
        @Test
        void followWhatIsMissing() {
            var item = Items.ofPaper();
            assertThat(item.nextStep()).isEqualTo(NextStep.MAKE_TRACKABLE);
            item.edit(Items.edit("addressee", "reading", DAY), COORDINATOR, AT);
            assertThat(item.nextStep()).isEqualTo(NextStep.MAKE_TRACKABLE);
            item.countMarkers(List.of(Items.marker(Ambition.LOVE, false)));
            assertThat(item.nextStep()).isEqualTo(NextStep.DELIVER);
            item.claim(Items.claim(State.UNDER_REVIEW), COORDINATOR, AT);
            assertThat(item.nextStep()).isEqualTo(NextStep.DECIDE_CLAIM);
        }

        @Test
        void anItemWithoutThemeIsNotTrackable() {
            var item = Items.ofTeam();
            item.edit(Items.edit("addressee", "reading", DAY), COORDINATOR, AT);
            item.countMarkers(List.of(Items.marker(Ambition.EXPECT, false)));
            assertThat(item.nextStep()).isEqualTo(NextStep.MAKE_TRACKABLE);
        }

        @ParameterizedTest
        @EnumSource(State.class)
        void followTheState(State state) {
            var expected =
                    switch (state) {
                        case PROPOSED -> NextStep.DELIVER;
                        case UNDER_REVIEW -> NextStep.CLAIM_ADOPTION;
                        case ADOPTED -> NextStep.CLAIM_IMPLEMENTATION;
                        case IMPLEMENTED -> NextStep.ASSIGN_EVALUATORS;
                        case EVALUATED, CLOSED -> NextStep.NONE;
                    };
            assertThat(Items.in(state).nextStep()).isEqualTo(expected);
        }
    }

    @Nested
    class Editing {
        private final Recommendation item = Items.ofPaper();

        @Test
        void saysNothingWhereNothingDiffers() {
            item.edit(Items.edit("addressee", null, DAY), COORDINATOR, AT);
            Items.forget(item);
            item.edit(Items.edit("addressee", null, DAY), COORDINATOR, AT.plusSeconds(9));
            assertThat(Items.told(item)).isEmpty();
            assertThat(item.updatedAt()).isEqualTo(AT);
        }

        @Test
        void emptiesOnlyWhatIsNamed() {
            item.edit(Items.edit("addressee", "reading", DAY), COORDINATOR, AT);
            item.edit(cleared("addressee", "targetDate"), COORDINATOR, AT);
            assertThat(item.addressee()).isNull();
            assertThat(item.targetDate()).isNull();
            assertThat(item.reading()).isEqualTo("reading");
        }

        @Test
        void changesTheTextOfOneLanguage() {
            item.edit(
                    new EditCommand(Language.EN, "new", null, null, null, null, null, null, null, null, Set.of()),
                    COORDINATOR,
                    AT);
            assertThat(item.title().in(Language.EN)).isEqualTo("new");
            assertThat(item.title().in(Language.ES)).isEqualTo("title es");
            assertThat(Items.last(item).texts())
                    .containsEntry("titleEn", "new")
                    .containsEntry("titleEnOld", "title en");
        }

        private static EditCommand cleared(String... fields) {
            return new EditCommand(null, null, null, null, null, null, null, null, null, null, Set.of(fields));
        }
    }

    /** Whatever somebody typed is erasable, so it stands in the texts of an event and nowhere else in it. */
    @Nested
    class Telling {
        @Test
        void keepsEveryTypedTextOutOfDetailAndImage() {
            var item = Items.ofPaper();
            var typed = new ArrayList<String>();
            item.edit(
                    new EditCommand(
                            Language.ES,
                            canary(typed),
                            canary(typed),
                            canary(typed),
                            canary(typed),
                            List.of("drugs"),
                            List.of(16),
                            DAY,
                            true,
                            UUID.randomUUID(),
                            Set.of()),
                    COORDINATOR,
                    AT);
            item.recordPosition(Position.ACCEPTED, DAY, canary(typed), COORDINATOR, AT);
            item.claim(typedClaim(State.UNDER_REVIEW, null, typed), COORDINATOR, AT);
            item.returnClaim(canary(typed), DIRECTOR, AT);
            item.claim(typedClaim(State.UNDER_REVIEW, Level.STARTED, typed), COORDINATOR, AT);
            item.confirm(Level.NOT_STARTED, canary(typed), List.of(document(typed)), DIRECTOR, AT);
            item.claim(typedClaim(State.ADOPTED, Level.PARTIAL, typed), COORDINATOR, AT);
            item.disagree(Level.STARTED, canary(typed), DIRECTOR, AT);
            item.claim(typedClaim(State.CLOSED, null, typed), COORDINATOR, AT);
            item.withdrawClaim(canary(typed), COORDINATOR, AT);
            item.claim(typedClaim(State.CLOSED, null, typed), COORDINATOR, AT);
            item.confirm(null, null, List.of(), DIRECTOR, AT);
            item.reopen(State.UNDER_REVIEW, canary(typed), DIRECTOR, AT);

            assertThat(Items.told(item)).hasSize(14);
            for (var event : Items.told(item)) {
                assertThat(event.detail() + " " + event.about()).doesNotContain("canary");
                assertThat(event.texts().keySet()).allMatch(field -> field.matches("[a-z][A-Za-z0-9]{0,30}"));
            }
            var texts = Items.told(item).stream()
                    .flatMap(event -> event.texts().values().stream())
                    .toList();
            assertThat(texts)
                    .containsAll(typed.stream()
                            .filter(text -> !text.endsWith("document"))
                            .toList());
        }

        @Test
        void evidenceKeepsItsTextsOutOfItsDetail() {
            var typed = new ArrayList<String>();
            var document = document(typed);
            assertThat(document.detail().toString()).doesNotContain("canary");
            assertThat(document.texts().values()).containsExactlyInAnyOrderElementsOf(typed);
        }

        @Test
        void onlyConfirmedFactsAreReleased() {
            var item = Items.trackable();
            Items.reach(item, State.UNDER_REVIEW);
            item.claim(Items.claim(State.ADOPTED), COORDINATOR, AT);
            item.returnClaim("why", DIRECTOR, AT);
            item.withdrawClaim("why", COORDINATOR, AT);
            Items.reach(item, State.CLOSED);
            item.reopen(State.PROPOSED, "why", DIRECTOR, AT);
            assertThat(Items.told(item).stream()
                            .filter(RecommendationEvent::released)
                            .map(RecommendationEvent::action))
                    .containsExactly("item.create", "claim.confirm", "claim.confirm", "item.reopen");
        }

        @Test
        void theImageIsTheItemAfterTheAct() {
            var item = Items.in(State.ADOPTED);
            item.claim(Items.claim(State.IMPLEMENTED, Level.FULL), COORDINATOR, AT);
            item.confirm(null, null, List.of(), DIRECTOR, AT);
            var told = Items.last(item).about();
            assertThat(told.from()).isEqualTo(State.ADOPTED);
            assertThat(told.to()).isEqualTo(State.IMPLEMENTED);
            assertThat(told.image()).isEqualTo(item.image());
            assertThat(told.image().claim()).isEqualTo(ClaimStatus.NONE);
            assertThat(told.image().validated()).isEqualTo(Level.FULL);
            assertThat(told.actor()).isEqualTo(DIRECTOR);
        }

        private static String canary(List<String> typed) {
            typed.add("canary-" + UUID.randomUUID());
            return typed.get(typed.size() - 1);
        }

        private static ClaimCommand typedClaim(
                State to, @org.jspecify.annotations.Nullable Level level, List<String> typed) {
            return new ClaimCommand(
                    to,
                    DAY,
                    canary(typed),
                    Contribution.CONSULTED,
                    level,
                    List.of(UUID.randomUUID()),
                    DAY,
                    canary(typed),
                    to == State.CLOSED ? CloseReason.SUPERSEDED : null,
                    to == State.CLOSED ? "SPN-2019-XA-b" : null);
        }

        private static Evidence document(List<String> typed) {
            var texts = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()).stream()
                    .map(id -> "canary-" + id + "-document")
                    .toList();
            typed.addAll(texts);
            return new Evidence(
                    UUID.randomUUID(),
                    new EvidenceCommand(
                            EvidenceType.LAW,
                            texts.get(0),
                            texts.get(1),
                            DAY,
                            "es",
                            texts.get(2),
                            Strength.A,
                            Visibility.PUBLIC),
                    COORDINATOR,
                    null,
                    AT);
        }
    }

    private static void assertRefused(ProblemType type, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.type())
                .isEqualTo(type));
    }
}
