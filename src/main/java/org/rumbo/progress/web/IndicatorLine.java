package org.rumbo.progress.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.progress.IndicatorView;
import org.rumbo.shared.DayInWords;
import org.springframework.context.MessageSource;

/** An indicator with its sentence, its picture and its table, in the reader's language. */
record IndicatorLine(IndicatorView indicator, String sentence, IndicatorFigure figure, List<Row> rows) {

    /**
     * A count in the table.
     *
     * @param id null for the count with which it began
     * @param document a document in which it stands, as far as the reader sees it
     * @param corrected what stood there before, and why it does not any more
     */
    record Row(
            @Nullable UUID id,
            LocalDate on,
            String amount,
            @Nullable String source,
            @Nullable String document,
            @Nullable String note,
            @Nullable Corrected corrected) {}

    record Corrected(String amounts, String reason) {}

    /** @param documents titles of the item's documents that the reader sees */
    static IndicatorLine of(
            IndicatorView indicator, Map<UUID, String> documents, MessageSource messages, Locale locale) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                null, indicator.baselineOn(), TypedNumber.shown(indicator.baseline(), locale), null, null, null, null));
        for (var value : indicator.values()) {
            rows.add(new Row(
                    value.id(),
                    value.on(),
                    TypedNumber.shown(value.amount(), locale),
                    value.source(),
                    value.evidence() == null ? null : documents.get(value.evidence()),
                    value.note(),
                    corrected(value, indicator, locale)));
        }
        return new IndicatorLine(indicator, sentence(indicator, messages, locale), IndicatorFigure.of(indicator), rows);
    }

    /** All that a value corrected, the newest first: corrections may be corrected. */
    private static @Nullable Corrected corrected(IndicatorView.Value value, IndicatorView indicator, Locale locale) {
        if (value.reason() == null) {
            return null;
        }
        var before = indicator.corrected().stream()
                .collect(Collectors.toMap(IndicatorView.Corrected::correctedBy, each -> each));
        var amounts = new ArrayList<String>();
        for (var wrong = before.get(value.id()); wrong != null; wrong = before.get(wrong.id())) {
            amounts.add(TypedNumber.shown(wrong.amount(), locale));
        }
        return new Corrected(String.join(", ", amounts), value.reason());
    }

    private static String sentence(IndicatorView indicator, MessageSource messages, Locale locale) {
        var last = indicator.last();
        var facts = new ArrayList<Object>(List.of(
                TypedNumber.shown(indicator.baseline(), locale),
                DayInWords.of(indicator.baselineOn(), messages, locale),
                TypedNumber.shown(indicator.target(), locale),
                DayInWords.of(indicator.targetOn(), messages, locale),
                indicator.unit()));
        last.ifPresent(value -> {
            facts.add(TypedNumber.shown(value.amount(), locale));
            facts.add(DayInWords.of(value.on(), messages, locale));
        });
        return messages.getMessage(
                last.isPresent() ? "indicators.sentence" : "indicators.sentence.begun", facts.toArray(), locale);
    }
}
