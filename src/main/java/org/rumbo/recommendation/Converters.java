package org.rumbo.recommendation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.rumbo.shared.Language;

/** How small sets of words and numbers are kept in one column. */
@NullUnmarked
final class Converters {
    private Converters() {}

    @Converter
    static class ForLanguage implements AttributeConverter<Language, String> {
        @Override
        public String convertToDatabaseColumn(Language language) {
            return language == null ? null : language.tag();
        }

        @Override
        public Language convertToEntityAttribute(String tag) {
            return tag == null ? null : Language.of(tag).orElseThrow();
        }
    }

    @Converter
    static class ForWords implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> words) {
            return words == null ? "" : String.join(",", words);
        }

        @Override
        public List<String> convertToEntityAttribute(String words) {
            return words == null || words.isEmpty() ? List.of() : List.of(words.split(","));
        }
    }

    @Converter
    static class ForNumbers implements AttributeConverter<List<Integer>, String> {
        @Override
        public String convertToDatabaseColumn(List<Integer> numbers) {
            return numbers == null ? "" : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        @Override
        public List<Integer> convertToEntityAttribute(String numbers) {
            return numbers == null || numbers.isEmpty()
                    ? List.of()
                    : Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
        }
    }

    @Converter
    static class ForStates implements AttributeConverter<Set<State>, String> {
        @Override
        public String convertToDatabaseColumn(Set<State> states) {
            return states == null
                    ? ""
                    : states.stream().sorted().map(State::name).collect(Collectors.joining(","));
        }

        @Override
        public Set<State> convertToEntityAttribute(String states) {
            var set = EnumSet.noneOf(State.class);
            if (states != null && !states.isEmpty()) {
                Arrays.stream(states.split(",")).map(State::valueOf).forEach(set::add);
            }
            return set;
        }
    }
}
