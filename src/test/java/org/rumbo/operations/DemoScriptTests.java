package org.rumbo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demonstration's script holds together: nothing is told that cannot be played. */
class DemoScriptTests {
    private final DemoScript script = DemoScript.read();

    @Test
    void tellsOfSixtyItemsInStoriesThatAreAllThere() {
        var items = items();

        assertThat(items).hasSize(60);
        assertThat(script.stories().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        new HashSet<>(items.stream().map(DemoScript.Item::story).toList()));
        assertThat(items.stream().map(DemoScript.Item::topic)).doesNotHaveDuplicates();
    }

    @Test
    void goesForwardInTimeAndEndsBeforeToday() {
        for (var item : items()) {
            var days = script.steps(item).stream().map(DemoScript.Step::day).toList();
            assertThat(days).as(item.story()).isSorted().allMatch(day -> day < script.days());
        }
    }

    @Test
    void saysTheSameThingsInEachLanguage() {
        var english = script.words().get("en");

        assertThat(script.words()).containsOnlyKeys("en", "es", "pt");
        assertThat(script.words().values()).allSatisfy(words -> {
            assertThat(words.keySet()).isEqualTo(english.keySet());
            words.forEach((occasion, phrases) ->
                    assertThat(phrases).as(occasion).isNotEmpty().doesNotHaveDuplicates());
        });
    }

    private List<DemoScript.Item> items() {
        var items = new ArrayList<>(script.items());
        script.proposals().forEach(proposal -> items.add(proposal.item()));
        return items;
    }
}
