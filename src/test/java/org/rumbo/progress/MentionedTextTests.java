package org.rumbo.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rumbo.progress.MentionedText.Part;

class MentionedTextTests {
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BETO = UUID.randomUUID();
    private static final Map<UUID, String> NAMES = Map.of(ANA, "Ana Paz", BETO, "Beto");

    @Test
    void showsThePresentNameInPlaceOfAReference() {
        var text = new MentionedText("Ask " + MentionedText.reference(ANA) + ", please.", Set.of(ANA));

        assertThat(text.parts(NAMES::get))
                .containsExactly(new Part("Ask ", false), new Part("@Ana Paz", true), new Part(", please.", false));
    }

    @Test
    void leavesATypedReferenceToAnybodyElseAsItWasTyped() {
        var typed = "Who is " + MentionedText.reference(BETO) + "?";

        assertThat(new MentionedText(typed, Set.of(ANA)).parts(NAMES::get)).containsExactly(new Part(typed, false));
    }

    @Test
    void namesNobodyWhoWasErased() {
        var text = new MentionedText(MentionedText.reference(UUID.randomUUID()), Set.of());
        var erased = UUID.randomUUID();

        assertThat(new MentionedText(MentionedText.reference(erased), Set.of(erased)).parts(NAMES::get))
                .containsExactly(new Part("@…", true));
        assertThat(text.parts(NAMES::get)).hasSize(1);
    }

    @Test
    void isTypedAnewWithLogins() {
        var text = new MentionedText(
                MentionedText.reference(ANA) + " and " + MentionedText.reference(BETO), NAMES.keySet());

        assertThat(text.typed(Map.of(ANA, "ana.p", BETO, "beto")::get)).isEqualTo("@ana.p and @beto");
    }
}
