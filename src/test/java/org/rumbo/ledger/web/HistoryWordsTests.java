package org.rumbo.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.rumbo.evaluation.EvaluationEvent;
import org.rumbo.ledger.HistoryEntry;
import org.rumbo.progress.ProgressEvent;
import org.rumbo.recommendation.RecommendationEvent;
import org.rumbo.recommendation.RecommendationFact;
import org.rumbo.shared.Language;
import org.rumbo.team.People;
import org.springframework.context.support.ResourceBundleMessageSource;

class HistoryWordsTests {
    private static final Locale EN = Locale.ENGLISH;

    private final People people = Mockito.mock(People.class);
    private final HistoryWords words = new HistoryWords(messages(), people);

    @BeforeEach
    void know() {
        given(people.nameOf(anyString())).willAnswer(asked -> asked.getArgument(0));
        given(people.nameOf("ana.p")).willReturn("Ana Paz");
    }

    /** Every fact that the ledger records, in every language: a new one without a sentence fails here. */
    static Stream<String> acts() throws ReflectiveOperationException {
        var acts = Stream.<String>builder();
        for (var family : List.of(RecommendationEvent.class, EvaluationEvent.class, ProgressEvent.class)) {
            for (var kind : family.getPermittedSubclasses()) {
                acts.add(actOf(kind));
            }
        }
        return acts.build().distinct();
    }

    private static String actOf(Class<?> kind) throws ReflectiveOperationException {
        var maker = kind.getDeclaredConstructors()[0];
        var nothing = Arrays.stream(maker.getParameterTypes())
                .map(type -> type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null)
                .toArray();
        return ((RecommendationFact) maker.newInstance(nothing)).action();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActIsASentenceInEveryLanguage(String action) {
        var sentences = Arrays.stream(Language.values())
                .map(language -> words.sentence(entry("ana.p", action, Map.of()), language.locale()))
                .toList();

        assertThat(sentences).allMatch(sentence -> sentence.startsWith("Ana Paz "));
        assertThat(sentences).allMatch(sentence -> sentence.endsWith("."));
        assertThat(sentences).doesNotHaveDuplicates();
    }

    @Test
    void aClaimNamesTheStateThatItClaims() {
        assertThat(words.sentence(entry("ana.p", "claim.make", Map.of("target", "UNDER_REVIEW")), EN))
                .isEqualTo("Ana Paz claimed the state “Under review”.");
        assertThat(words.sentence(
                        entry("ana.p", "claim.make", Map.of("target", "ADOPTED")), Locale.forLanguageTag("pt")))
                .isEqualTo("Ana Paz declarou o estado “Adotada”.");
    }

    @Test
    void whoeverIsNoPersonHereIsNamedByWhatSheWas() {
        assertThat(words.sentence(entry("system", "claim.remind", Map.of()), EN))
                .startsWith("Rumbo ");
        assertThat(words.sentence(entry("erased", "item.edit", Map.of()), EN))
                .startsWith("Somebody whose name was erased ");
        assertThat(words.sentence(entry("COORDINATOR", "item.edit", Map.of()), EN))
                .startsWith("The country team ");
        assertThat(words.sentence(entry("left.long.ago", "item.edit", Map.of()), EN))
                .startsWith("left.long.ago ");
    }

    @Test
    void aDeputyIsNamedTogetherWithWhomSheStandsInFor() {
        given(people.nameOf("beto")).willReturn("Beto Ríos");
        assertThat(words.sentence(deputy("beto", "ana.p"), EN)).isEqualTo("Beto Ríos, for Ana Paz, commented.");
        assertThat(words.sentence(deputy("beto", "ana.p"), Locale.forLanguageTag("es")))
                .startsWith("Beto Ríos, por Ana Paz, ");
        assertThat(words.sentence(deputy("DIRECTOR", "ana.p"), EN)).isEqualTo("A deputy, for Ana Paz, commented.");
    }

    private static HistoryEntry deputy(String actor, String behalf) {
        return new HistoryEntry(1, Instant.EPOCH, actor, "comment.add", null, null, null, List.of(), Map.of(), behalf);
    }

    @Test
    void quotesAReasonAndElseWhatWasSaidWithTheAct() {
        assertThat(words.quote(entry("ana.p", "claim.make", Map.of("statement", "It is law.")), EN))
                .isEqualTo("It is law.");
        assertThat(words.quote(entry("ana.p", "claim.confirm", Map.of("statement", "It is law.")), EN))
                .isNull();
        assertThat(words.quote(entry("ana.p", "item.edit", Map.of()), EN)).isNull();
    }

    @Test
    void changesAreToldInWordsNotInCodes() {
        var changes = words.changes(
                new HistoryEntry(
                        1,
                        Instant.EPOCH,
                        "ana.p",
                        "item.edit",
                        null,
                        null,
                        null,
                        List.of(
                                new HistoryEntry.Change("themes", "[]", "[\"rights\",\"drugs\"]"),
                                new HistoryEntry.Change("targetDate", "2027-06-30", ""),
                                new HistoryEntry.Change("position", "NONE_KNOWN", "ACCEPTED")),
                        Map.of(),
                        null),
                EN);

        assertThat(changes)
                .containsExactly(
                        new HistoryWords.Changed("Themes", null, "Rights, Drugs"),
                        new HistoryWords.Changed("Target date", "30 Jun 2027", null),
                        new HistoryWords.Changed("Position", "No position known", "Accepted"));
    }

    private static HistoryEntry entry(String actor, String action, Map<String, String> facts) {
        @Nullable String none = null;
        return new HistoryEntry(1, Instant.EPOCH, actor, action, none, none, none, List.of(), facts, none);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/layout", "messages/ledger", "messages/evidence");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
