package org.rumbo.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rumbo.reading.Imprint.Told;

/**
 * Reads what a paper tells of itself where papers do so: before the first chapter, in running heads and feet, and, said with a
 * label, at the end. A date inside a sentence is none.
 */
final class TitlePage {
    private static final int MOST_IN_FRONT = 80;
    private static final int MOST_AT_THE_END = 30;
    private static final int LONGEST_TITLE = 6;
    private static final float LARGER = 1.2f;

    private static final Pattern SERIES = Pattern.compile("(?:(?:policy|working|discussion|position|research|white)"
            + " (?:paper|brief|note|report)s?|(?:documentos?|cuadernos?|cadernos?|textos?|notas?|serie) (?:de|para) (?:trabajo|politicas?|discusion|investigacion"
            + "|analisis|trabalho|discussao|pesquisa|analise)"
            + "|informe|relatorio|boletin|boletim|bulletin|serie|series)\\b.{0,40}");
    private static final Pattern NUMBERED =
            Pattern.compile("[^.:;]{2,60}[\\s,](?:no\\.?|n[.o\\u00b0\\u00ba]{1,2}|num\\.?|numero|number"
                    + "|nr\\.?|vol\\.?|issue)\\s?\\d{1,4}\\b.{0,30}");
    private static final Pattern TITLED = label("title|t[ií]tulo");
    private static final Pattern PUBLISHED = label("published by|publishers?|publicado por|editorial|editora|edita");
    private static final Pattern EDITED =
            label("edited by|editors?|eds?\\.|editor(?:es|as|a)|editad[oa] por|compilad[oa]r(?:es|as|a)?"
                    + "|coordinad[oa]r(?:es|as|a)?|coordenad[oa]r(?:es|as|a)?|coordinaci[oó]n|coordena[cç][aã]o|coordinad[oa] por"
                    + "|organizad[oa]r(?:es|as|a)?|organizado por|organiza[cç][aã]o");
    private static final Pattern EDITORS_AFTER = Pattern.compile(
            "^(.{5,120}?),?\\s*\\((?:eds?|editors?|editor[ea]s|coords?|coordinador[ea]s|orgs?|organizador[ea]s|comps?)\\.?\\)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AVAILABLE =
            label("available (?:at|from)|disponible en|dispon[ií]vel em|url|web|doi|download");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>\"]+|doi\\.org/[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("\\b(10\\.\\d{4,9}/[^\\s<>\"]+)");
    private static final Pattern RIGHTS = Pattern.compile(
            "^(?:copyright\\s+)?(?:\\u00a9|\\(c\\))\\s*(?:(?:19|20)\\d\\d[,.]?\\s+)?([^\\d,.;]{4,100}?)"
                    + "(?:[,.]?\\s*(?:19|20)\\d\\d)?\\.?$",
            Pattern.CASE_INSENSITIVE);

    private final Source source;
    private final Layout layout;
    private final Authors authors;
    private final int chaptersFrom;
    /** Where papers tell of themselves: each place's text by its line. */
    private final Map<Integer, String> front = new LinkedHashMap<>();

    private final Map<Integer, String> everywhere = new LinkedHashMap<>();

    /** @param starts of the chapters; none where there are no chapters */
    TitlePage(Source source, Layout layout, Authors authors, List<Start> starts) {
        this.source = source;
        this.layout = layout;
        this.authors = authors;
        this.chaptersFrom =
                starts.isEmpty() || starts.get(0).body() >= layout.lines().size()
                        ? source.lines().size()
                        : layout.lines().get(starts.get(0).body()).number() - 1;
        gather();
    }

    private void gather() {
        for (var i = 0; i < chaptersFrom && front.size() < MOST_IN_FRONT; i++) {
            put(front, i);
        }
        for (var i = 0; i < source.lines().size(); i++) {
            if (layout.furniture()[i]) {
                put(front, i);
            }
        }
        everywhere.putAll(front);
        var atEnd = 0;
        for (var i = source.lines().size() - 1; i >= 0 && atEnd < MOST_AT_THE_END; i--) {
            atEnd += source.lines().get(i).isBlank() ? 0 : 1;
            put(everywhere, i);
        }
    }

    private void put(Map<Integer, String> places, int index) {
        var raw = source.lines().get(index).raw();
        if (!raw.isBlank() && raw.length() <= 2 * Typography.LONGEST_HEADING) {
            places.put(index + 1, Typography.clean(Typography.withoutLetterSpacing(raw)));
        }
    }

    /** @param outlined what stands above the chapters; null where nothing does */
    Imprint read(@Nullable String outlined) {
        var isbn = isbn();
        return new Imprint(
                title(outlined),
                PublishedDate.in(front, everywhere),
                publishers(),
                editors(),
                address(),
                isbn,
                WrittenLanguage.of(source));
    }

    private @Nullable Told title(@Nullable String outlined) {
        var said = labelled(TITLED);
        if (said != null) {
            return said;
        }
        var largest = largest();
        if (largest != null) {
            return largest;
        }
        return outlined == null || tellsOtherThings(outlined)
                ? firstBlock()
                : new Told(outlined, Confidence.MEDIUM, lineOf(outlined));
    }

    /** The first lines above the chapters that are neither a series, a date nor anything else that is said there; no prose. */
    private @Nullable Told firstBlock() {
        var block = new ArrayList<String>();
        var first = 0;
        for (var i = 0; i <= chaptersFrom; i++) {
            var text = i == chaptersFrom ? null : front.get(i + 1);
            var gap = i == chaptersFrom || source.lines().get(i).isBlank();
            if (!gap && text != null && !layout.furniture()[i]) {
                first = block.isEmpty() ? i + 1 : first;
                block.add(text);
            } else if (gap && !block.isEmpty()) {
                var title = String.join(" ", block);
                if (block.size() > LONGEST_TITLE || Typography.endsSentence(title)) {
                    return null;
                }
                if (isTitle(title, block)) {
                    return new Told(title, Confidence.MEDIUM, first);
                }
                block.clear();
            }
        }
        return null;
    }

    private boolean isTitle(String title, List<String> lines) {
        return Typography.startsHigh(title)
                && title.length() <= 2 * Typography.LONGEST_HEADING
                && ".,;:".indexOf(Typography.lastMark(title)) < 0
                && lines.stream().noneMatch(this::isOfAnotherKind);
    }

    private boolean isOfAnotherKind(String line) {
        return tellsOtherThings(line)
                || Stream.of(PUBLISHED, EDITED, AVAILABLE, EDITORS_AFTER, RIGHTS)
                        .anyMatch(said -> said.matcher(line).matches())
                || authors.isAffiliation(line)
                || !authors.in(line).isEmpty()
                || Isbn.in(line) != null;
    }

    /** The largest type on the first sheet, where it is clearly larger than the text. */
    private @Nullable Told largest() {
        var sizes = source.lines().stream()
                .filter(line -> !line.isBlank() && line.size() > 0)
                .map(Source.SourceLine::size)
                .sorted()
                .toList();
        var onFirst = layout.lines().stream()
                .filter(line -> source.lines().get(line.number() - 1).sheet() == 1)
                .toList();
        if (sizes.isEmpty() || onFirst.isEmpty()) {
            return null;
        }
        var most = (float) onFirst.stream()
                .mapToDouble(line -> source.lines().get(line.number() - 1).size())
                .max()
                .orElse(0);
        if (most < LARGER * sizes.get(sizes.size() / 2)) {
            return null;
        }
        var block = new ArrayList<Line>();
        for (var line : onFirst) {
            var same = source.lines().get(line.number() - 1).size() > 0.98f * most;
            if (same) {
                block.add(line);
            } else if (!block.isEmpty()) {
                break;
            }
        }
        var text = new StringBuilder();
        block.forEach(line -> text.append(text.isEmpty() ? "" : " ").append(line.text()));
        var fits = block.size() <= LONGEST_TITLE
                && Headings.of(text.toString()) == Headings.Kind.NONE
                && Typography.startsHigh(text.toString());
        return fits ? new Told(text.toString(), Confidence.HIGH, block.get(0).number()) : null;
    }

    private static boolean tellsOtherThings(String text) {
        var folded = Typography.fold(text);
        return SERIES.matcher(folded).matches()
                || NUMBERED.matcher(folded).matches()
                || PublishedDate.isDate(text)
                || ADDRESS.matcher(text).matches()
                || Headings.of(text) != Headings.Kind.NONE;
    }

    private int lineOf(String title) {
        return front.entrySet().stream()
                .filter(place -> title.startsWith(place.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private @Nullable Told publishers() {
        var said = labelled(PUBLISHED);
        if (said != null) {
            return said;
        }
        for (var place : everywhere.entrySet()) {
            var rights = RIGHTS.matcher(place.getValue());
            if (rights.matches() && Typography.startsHigh(rights.group(1))) {
                return new Told(rights.group(1).strip(), Confidence.MEDIUM, place.getKey());
            }
        }
        return institutions();
    }

    /** Bodies that the front names may have published the paper, or only employ its authors. */
    private @Nullable Told institutions() {
        var found = new LinkedHashSet<String>();
        var first = 0;
        var before = "";
        for (var place : front.entrySet()) {
            var text = place.getValue();
            var named = authors.isAffiliation(text)
                    && !text.contains("@")
                    && authors.in(before).isEmpty();
            if (named && place.getKey() <= chaptersFrom) {
                first = first == 0 ? place.getKey() : first;
                found.add(text);
            }
            before = text;
        }
        return found.isEmpty() || found.size() > 3 ? null : new Told(String.join("; ", found), Confidence.LOW, first);
    }

    private @Nullable Told editors() {
        for (var place : everywhere.entrySet()) {
            var text = place.getValue();
            var said = EDITED.matcher(text);
            var after = EDITORS_AFTER.matcher(text);
            var names = said.matches()
                    ? authors.in(said.group(1))
                    : after.matches() ? authors.in(after.group(1)) : List.<String>of();
            if (!names.isEmpty()) {
                return new Told(String.join("; ", names), Confidence.HIGH, place.getKey());
            }
        }
        return null;
    }

    /** A bare host is its publisher's, not the paper's. */
    private @Nullable Told address() {
        Told found = null;
        for (var place : everywhere.entrySet()) {
            var text = place.getValue();
            var said = AVAILABLE.matcher(text).matches();
            if (!said && !front.containsKey(place.getKey())) {
                continue;
            }
            var doi = DOI.matcher(text);
            if (doi.find()) {
                return new Told("https://doi.org/" + trimmed(doi.group(1)), Confidence.HIGH, place.getKey());
            }
            var web = ADDRESS.matcher(text);
            if (web.find() && trimmed(web.group()).matches("(?i)(?:https?://)?[^/]+/.+")) {
                var address = trimmed(web.group());
                var whole = address.startsWith("http") ? address : "https://" + address;
                if (said) {
                    return new Told(whole, Confidence.HIGH, place.getKey());
                }
                found = found == null ? new Told(whole, Confidence.MEDIUM, place.getKey()) : found;
            }
        }
        return found;
    }

    private static String trimmed(String address) {
        return address.replaceFirst("[.,;:)\\]]+$", "");
    }

    private @Nullable Told isbn() {
        for (var place : everywhere.entrySet()) {
            var isbn = Isbn.in(place.getValue());
            if (isbn != null) {
                return new Told(isbn, Confidence.HIGH, place.getKey());
            }
        }
        return null;
    }

    private @Nullable Told labelled(Pattern label) {
        for (var place : everywhere.entrySet()) {
            var said = label.matcher(place.getValue());
            if (said.matches() && Typography.startsHigh(said.group(1))) {
                return new Told(said.group(1).replaceFirst("[.;,]$", ""), Confidence.HIGH, place.getKey());
            }
        }
        return null;
    }

    /** With a colon, or a preposition that leaves no doubt without one. */
    private static Pattern label(String words) {
        return Pattern.compile(
                "^(?:" + words + ")(?:\\s*:\\s*|(?<=\\b(?:by|por|at|from|en|em))\\s+)(\\S.{2,300})$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
