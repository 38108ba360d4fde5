package org.rumbo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {
    @Test
    void readsBackWhatItWrote() {
        var cursor = Cursor.of("2026-11-23T10:15:30.123Z", "SPN-2019-PE-a");
        assertThat(Cursor.decode(cursor.encoded(), 2)).isEqualTo(cursor);
        assertThat(Cursor.decode(Cursor.of("Añasco, ü + 漢字").encoded(), 1).keys())
                .isEqualTo(List.of("Añasco, ü + 漢字"));
        assertThat(Cursor.decode(Cursor.of("", "").encoded(), 2).keys()).isEqualTo(List.of("", ""));
    }

    @Test
    void isSafeInAnAddress() {
        assertThat(Cursor.of("ÿÿÿ>>>???", "~~~").encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a b", "=", "not a cursor!", "YWJj=YWJj"})
    void refusesWhatIsNoCursor(String forged) {
        assertRefused(forged, 1);
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        assertRefused(Cursor.of("one").encoded(), 2);
        assertRefused(Cursor.of("one", "two", "three").encoded(), 2);
        assertRefused(Base64.getUrlEncoder().encodeToString("a\u001fb\u001fc".getBytes(StandardCharsets.UTF_8)), 1);
    }

    private static void assertRefused(String forged, int keys) {
        assertThatThrownBy(() -> Cursor.decode(forged, keys)).isInstanceOfSatisfying(DomainException.class, refused -> {
            assertThat(refused.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
            assertThat(refused.facts().get("field")).isEqualTo("after");
        });
    }
}
