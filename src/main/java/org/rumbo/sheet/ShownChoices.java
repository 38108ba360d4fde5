package org.rumbo.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The choices of a column as a workbook shows them: each by its label, or by its code where the label would not tell it apart. */
final class ShownChoices {
    private static final String BETWEEN = "; ";

    private final Map<String, String> shownByCode = new LinkedHashMap<>();
    private final Map<String, String> codeByShown = new HashMap<>();
    private final Map<String, String> codeByLoose = new HashMap<>();

    ShownChoices(SheetColumn column) {
        var codes =
                column.choices().stream().map(choice -> loose(choice.code())).collect(Collectors.toSet());
        var taken = new HashSet<String>();
        column.choices().forEach(choice -> {
            var label = choice.label().strip();
            var unfit = label.isEmpty()
                    || label.length() > SheetLimits.CELL / 2
                    || label.matches("(?s).*[;\\r\\n].*")
                    || (codes.contains(loose(label)) && !label.equals(choice.code()))
                    || !taken.add(loose(label));
            shownByCode.put(choice.code(), unfit ? choice.code() : label);
        });
        shownByCode.forEach((code, shown) -> codeByShown.put(shown, code));
        var ambiguous = new HashSet<String>();
        shownByCode.forEach((code, shown) -> new LinkedHashSet<>(List.of(loose(shown), loose(code))).forEach(text -> {
            if (codeByLoose.put(text, code) != null) {
                ambiguous.add(text);
            }
        }));
        codeByLoose.keySet().removeAll(ambiguous);
    }

    List<String> all() {
        return List.copyOf(shownByCode.values());
    }

    String shown(String code) {
        var shown = shownByCode.get(code);
        if (shown == null) {
            throw new IllegalArgumentException("No choice: " + code);
        }
        return shown;
    }

    String shown(List<String> codes) {
        return codes.stream().map(this::shown).collect(Collectors.joining(BETWEEN));
    }

    /** The code that somebody means: by code or label, capitals and blanks aside. */
    Optional<String> code(String typed) {
        var text = typed.strip();
        if (shownByCode.containsKey(text)) {
            return Optional.of(text);
        }
        return Optional.ofNullable(codeByShown.get(text)).or(() -> Optional.ofNullable(codeByLoose.get(loose(text))));
    }

    /** The codes that somebody means, or the first part that means none. */
    Parsed codes(String typed) {
        var codes = new ArrayList<String>();
        for (var part : typed.split("[;\\r\\n]")) {
            if (!part.isBlank()) {
                var code = code(part);
                if (code.isEmpty()) {
                    return new Parsed(List.of(), Optional.of(part.strip()));
                }
                codes.add(code.get());
            }
        }
        return new Parsed(codes, Optional.empty());
    }

    record Parsed(List<String> codes, Optional<String> unknown) {}

    static String loose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
