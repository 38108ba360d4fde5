package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;

class DraftBindingTests {
    private final DraftBinding binding = new DraftBinding(
            new StaticListableBeanFactory(Map.of("mvcConversionService", new DefaultFormattingConversionService()))
                    .getBeanProvider(ConversionService.class));

    enum Kind {
        LAW
    }

    record Day(@Nullable String day, @Nullable String month) {}

    record Form(
            @Nullable String title,
            @Nullable Kind kind,
            @Nullable Day on,
            @Nullable List<String> themes) {}

    record Free(Map<String, String> typed) {}

    @Test
    void makesTheFormsObjectOfItsFields() {
        var filled = binding.fill(
                new Form(null, null, null, null),
                Map.of(
                        "title", List.of("Half"),
                        "kind", List.of("LAW"),
                        "on.day", List.of("12"),
                        "themes", List.of("drugs", "rights")));

        assertThat(filled).isEqualTo(new Form("Half", Kind.LAW, new Day("12", null), List.of("drugs", "rights")));
    }

    @Test
    void fillsAFormThatIsAMap() {
        assertThat(binding.fill(new Free(Map.of()), Map.of("score.IMPACT", List.of("2"))))
                .isEqualTo(new Free(Map.of("score.IMPACT", "2")));
    }

    @Test
    void leavesOtherFormsAlone() {
        assertThat(binding.fill(new Form(null, null, null, null), Map.of("outcome", List.of("RETURNED"))))
                .isNull();
        assertThat(binding.fill("no form", Map.of("title", List.of("x")))).isNull();
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        assertThat(binding.fill(new Form(null, null, null, null), Map.of("kind", List.of("NEVER_HEARD_OF"))))
                .isNull();
    }
}
