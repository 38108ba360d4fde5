package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page has words of its own: what a template says between its tags is an example that a message replaces. */
class TemplateTextsTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Names and units are the same in every language. */
    private static final Pattern NAME = Pattern.compile("Rumbo|ISBN|DOI|MB");

    /** With one of these the text inside an element is not what a reader sees. */
    private static final Set<String> REPLACED =
            Set.of("th:text", "th:utext", "th:replace", "th:insert", "th:include", "th:remove");

    private static final Pattern PART = Pattern.compile("[$#@*~]\\{[^{}]*}");

    private static final Set<String> READ_ALOUD =
            Set.of("title", "alt", "placeholder", "aria-label", "label", "summary");

    static Stream<Path> templates() throws Exception {
        return Files.walk(TEMPLATES).filter(file -> file.toString().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyWordComesFromTheMessages(Path template) throws Exception {
        assertThat(wordsOfItsOwn(Files.readString(template))).isEmpty();
    }

    @Test
    void wordsBetweenTagsAndInAttributesAreSeen() throws Exception {
        assertThat(wordsOfItsOwn("<p th:text=\"|#{a} ${b}|\">Example</p><p>Words</p>"
                        + "<b title=\"Words too\"></b><i th:text=\"|${a} of ${b}|\"></i>"))
                .containsExactly("Words", "title: Words too", "th:text: of");
    }

    private static List<String> wordsOfItsOwn(String template) throws Exception {
        var found = new ArrayList<String>();
        new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, new Reader(found));
        return found;
    }

    private static final class Reader extends AbstractSimpleMarkupHandler {
        private final List<String> found;
        private final Deque<Boolean> replaced = new ArrayDeque<>();

        private Reader(List<String> found) {
            this.found = found;
        }

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
            check(attributes);
            var own = attributes != null && attributes.keySet().stream().anyMatch(REPLACED::contains);
            replaced.push(own || name.equals("style") || name.equals("script") || isReplaced());
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            replaced.pop();
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int column) {
            replaced.pop();
        }

        @Override
        public void handleStandaloneElement(
                String name, Map<String, String> attributes, boolean minimized, int line, int column) {
            check(attributes);
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            var text = new String(buffer, offset, length).strip();
            if (!isReplaced()
                    && text.matches("(?s).*\\p{L}{2}.*")
                    && !NAME.matcher(text).matches()
                    && !text.startsWith("[[")) {
                found.add(text);
            }
        }

        private boolean isReplaced() {
            return !replaced.isEmpty() && replaced.peek();
        }

        private void check(@Nullable Map<String, String> attributes) {
            if (attributes == null) {
                return;
            }
            attributes.forEach((name, value) -> {
                var words = name.equals("th:text") && value.contains("|")
                        ? joined(value)
                        : READ_ALOUD.contains(name) ? value : null;
                if (words != null && NAME.matcher(words).replaceAll("").matches(".*\\p{L}{2}.*")) {
                    found.add(name + ": " + words.strip());
                }
            });
        }

        /** What an expression adds to its parts, which may hold parts themselves: the rest between bars. */
        private static String joined(String expression) {
            var rest = expression;
            while (PART.matcher(rest).find()) {
                rest = PART.matcher(rest).replaceAll("");
            }
            return rest.replaceAll("[^|]*\\|([^|]*)\\|[^|]*", "$1 ");
        }
    }
}
