package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.Seen;
import org.rumbo.recommendation.Visibility;
import org.rumbo.team.Actor;
import org.rumbo.team.People;

class MentionsTests {
    private static final Actor ANA = person("ana", "Ana");
    private static final Actor ANA_PAZ = person("ana.paz", "Ana Paz");
    private static final Actor FUNDER = person("funder", "Fund Officer");
    private static final Actor ONE_ROSA = person("rosa.1", "Rosa Luna");
    private static final Actor OTHER_ROSA = person("rosa.2", "Rosa Luna");

    private final People people = mock(People.class);
    private final RecommendationAccess access = mock(RecommendationAccess.class);
    private final Seen item = mock(Seen.class);
    private final Mentions mentions = new Mentions(people, access);

    private static Actor person(String login, String name) {
        return new Actor(UUID.randomUUID(), login, name, Map.of(), Set.of());
    }

    @BeforeEach
    void everybodyButTheFunderReads() {
        given(people.all()).willReturn(List.of(ANA, ANA_PAZ, FUNDER, ONE_ROSA, OTHER_ROSA));
        given(access.reads(any(), any(), any())).willReturn(true);
        given(access.reads(eq(FUNDER), any(), any())).willReturn(false);
    }

    @ParameterizedTest
    @CsvSource({
        "'Ask @ana.', ana",
        "'@ANA.PAZ knows', ana.paz",
        "'@Ana Paz, please', ana.paz",
        "'(@ana)', ana",
        "'@rosa.2!', rosa.2",
    })
    void findsTheLongestLoginOrName(String typed, String login) {
        var found = mentions.in(typed, item, Visibility.TEAM);

        var person = people.all().stream()
                .filter(known -> known.login().equals(login))
                .findFirst()
                .orElseThrow();
        assertThat(found.words().mentioned()).containsExactly(person.id());
        assertThat(found.unreached()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mail@ana", "'@anabel'", "'@Rosa Luna'", "'@nobody and @'", "'ana'"})
    void findsNobodyElsewhere(String typed) {
        var found = mentions.in(typed, item, Visibility.TEAM);

        assertThat(found.words()).isEqualTo(new MentionedText(typed, Set.of()));
    }

    @Test
    void tellsOfWhomeverMayNotReadIt() {
        var found = mentions.in("@funder and @ana", item, Visibility.NETWORK);

        assertThat(found.words())
                .isEqualTo(new MentionedText("@funder and " + MentionedText.reference(ANA.id()), Set.of(ANA.id())));
        assertThat(found.unreached()).containsExactly("Fund Officer");
    }

    @Test
    void suggestsReadersAloneAndNotTheWriter() {
        assertThat(mentions.suggest("a", item, Visibility.TEAM, ANA))
                .containsExactly(new Suggestion("ana.paz", "Ana Paz"));
        assertThat(mentions.suggest("paz", item, Visibility.TEAM, ANA)).hasSize(1);
        assertThat(mentions.suggest("fun", item, Visibility.TEAM, ANA)).isEmpty();
    }
}
