package org.rumbo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class LongWorkTests {
    private static final Instant BEGUN = Instant.parse("2030-01-15T12:00:00Z");

    @Test
    void guessesNothingInItsFirstSeconds() {
        var work = new LongWork(100, 400, BEGUN, LongWork.State.RUNNING);

        assertThat(work.left(BEGUN.plusSeconds(4))).isEmpty();
        assertThat(work.left(BEGUN.plusSeconds(6))).contains(Duration.ofSeconds(18));
    }

    @Test
    void guessesNothingWhereNothingIsDoneOrAllIs() {
        var later = BEGUN.plusSeconds(60);

        assertThat(new LongWork(0, 400, BEGUN, LongWork.State.RUNNING).left(later))
                .isEmpty();
        assertThat(new LongWork(400, 400, BEGUN, LongWork.State.RUNNING).left(later))
                .isEmpty();
        assertThat(new LongWork(5, 0, BEGUN, LongWork.State.RUNNING).left(later))
                .isEmpty();
        assertThat(new LongWork(100, 400, BEGUN, LongWork.State.DONE).left(later))
                .isEmpty();
    }

    @Test
    void saysHowFarItIsAndAsksAnew() {
        assertThat(drawn(new LongWork(134, 420, BEGUN, LongWork.State.RUNNING), Duration.ofSeconds(18), Locale.ENGLISH))
                .contains(
                        "134 of 420 rows", "about 20 seconds left", "value=\"134\"", "max=\"420\"", "hx-get=\"/there\"")
                .doesNotContain("See the result");
        assertThat(drawn(
                        new LongWork(1, 1000, BEGUN, LongWork.State.RUNNING),
                        Duration.ofSeconds(61),
                        Locale.forLanguageTag("es")))
                .contains("1 de 1.000 filas", "faltan unos 2 minutos");
    }

    @Test
    void doesNotPretendToKnowHowMuchThereIs() {
        assertThat(drawn(new LongWork(0, 0, BEGUN, LongWork.State.WAITING), null, Locale.ENGLISH))
                .contains("Waiting for its turn", "<progress", "hx-get")
                .doesNotContain("max=", "of 0", "left<");
    }

    @Test
    void asksNoMoreOnceItIsOver() {
        assertThat(drawn(new LongWork(420, 420, BEGUN, LongWork.State.DONE), null, Locale.ENGLISH))
                .contains("All done.", "See the result")
                .doesNotContain("hx-", "<progress");
        assertThat(drawn(new LongWork(7, 420, BEGUN, LongWork.State.FAILED), null, Locale.ENGLISH))
                .contains("This could not be finished.", "role=\"alert\"")
                .doesNotContain("hx-", "<progress", "See the result");
    }

    private static String drawn(LongWork work, @Nullable Duration left, Locale locale) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/progressbar", "messages/layout");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        var model = new HashMap<String, @Nullable Object>(
                Map.of("work", work, "unit", "rows", "title", "Reading", "poll", "/there", "result", "/result"));
        model.put("left", left);
        return engine.process("layout/progress", Set.of("progress"), new Context(locale, model));
    }
}
