package org.rumbo.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Says of a line what section it opens, in the three languages and however it is numbered, dressed or spaced. */
final class Headings {
    enum Kind {
        RECOMMENDATIONS,
        /** What stands after recommendations and is none: conclusions, sources, annexes. */
        END,
        /** A section of any text, such as an introduction. */
        SECTION,
        NONE
    }

    private static final String THING = "(?:recommendations?|recomendaciones|recomendacion|recomendacoes|recomendacao"
            + "|proposals|propuestas|propostas|lineamientos|sugerencias|sugestoes|diretrizes|guidelines|policy options"
            + "|actions? recommended|recommended actions?|acciones recomendadas|acoes recomendadas)";
    private static final String BEFORE =
            "(?:(?:our|main|key|final|specific|general|public|policy|concrete|practical|summary"
                    + "|list|of|the|las|los|as|nuestras|nossas|nuestros|algunas|algumas|some|security|strategic|principales|principais"
                    + "|conclusions?|findings|lessons|conclusiones|conclusion|conclusoes|conclusao|consideraciones finales"
                    + "|consideracoes finais|resumen de|resumo das|and|y|e|&|with)\\s+)*+";
    private static final String AFTER =
            "(?:\\s+(?:finales|finais|final|especificas|generales|gerais|politicas|principales"
                    + "|principais|publicas|concretas|estrategicas?|(?:and|y|e|&)\\s+(?:conclusions?|conclusiones|conclusoes|"
                    + THING + "))){0,3}";
    private static final String PURPOSE =
            "(?:\\s+(?:for|to|on|by|per|por|segun|para|de|del|al?|ao|aos|as|sobre|of|do|da|dos|em|en)\\s+.{1,80})?";
    private static final Pattern RECOMMENDATIONS = Pattern.compile(BEFORE + THING + AFTER + PURPOSE);
    private static final Pattern PURPOSE_ONLY_AFTER = Pattern.compile(BEFORE + THING + AFTER);
    private static final Pattern END = Pattern.compile(
            "(?:(?:by way of|a modo de|final|general|concluding|some|algunas|some|a guisa de)\\s+)*(?:conclusions?|conclusiones|conclusion|conclusoes"
                    + "|conclusao|closing|closing remarks|final remarks|final thoughts|remarks|final considerations|considerations"
                    + "|consideraciones finales|consideracoes finais|reflexiones finales|reflexoes finais|palabras finales"
                    + "|palavras finais|cierre|references?|referencias?|referencias bibliograficas|bibliographic references"
                    + "|bibliography|bibliografia|works cited|obras citadas|sources|fuentes|fontes|notes?|notas?|endnotes"
                    + "|footnotes|notas finales|annex(?:es)?|anexos?|appendix|appendices|apendices?|acknowledge?ments"
                    + "|agradecimientos|agradecimentos|glossary|glosario|glossario|about the authors?|sobre (?:los|el|las|la|os|o|as|a)"
                    + " autor(?:es|as|a)?|acronyms|siglas|abbreviations|abreviaturas|credits|creditos|colofon)(?:\\s+[a-z\\d]{1,3})?");
    private static final Pattern SECTION = Pattern.compile(
            "introduction|introduccion|introducao|presentation|presentacion|apresentacao|abstract|resumen(?: ejecutivo)?"
                    + "|resumo(?: executivo)?|summary|executive summary|foreword|preface|prologo|prefacio|background"
                    + "|antecedentes|context|contexto|diagnosis|diagnostico|methodology|metodologia|contents|table of contents"
                    + "|indice|contenido|contenidos|sumario|conteudo|key ?words|palabras clave|palavras-chave|overview|panorama"
                    + "|analysis|analisis|analise|discussion|discusion|discussao|findings|hallazgos|resultados|results|objectives|objetivos");
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[#*_>]+\\s*)?(?:(?:\\d{1,2}(?:\\.\\d{1,2})*|[IVX]{1,5}|[A-Z])\\s?[.):\\u2013\\u2014-]{1,2}\\s*"
                    + "|(?:\\d{1,2}(?:\\.\\d{1,2})*|[IVX]{1,5})\\s+)?");
    private static final Pattern DRESS = Pattern.compile("[\\s.:;*_#\\u2013\\u2014-]+$");
    private static final Pattern LEADERS = Pattern.compile("\\.{3,}|(?:\\. ){3,}|\\u2026{2,}");

    private Headings() {}

    /** What the line at this place opens; it must stand as headings do, not inside a paragraph. */
    static Kind at(List<Line> lines, int index) {
        var line = lines.get(index);
        var kind = of(line.text());
        if (kind == Kind.NONE) {
            return kind;
        }
        var before = index == 0 ? null : lines.get(index - 1).text();
        var after = index + 1 == lines.size() ? null : lines.get(index + 1);
        var begins = before == null || line.isSetApart() || Typography.endsSentence(before) || of(before) != Kind.NONE;
        var ends = after == null
                || after.isSetApart()
                || Typography.startsHigh(after.text())
                || !Mark.readings(after.text()).isEmpty();
        return begins && ends ? kind : Kind.NONE;
    }

    /** What the words say, wherever they stand. */
    static Kind of(String text) {
        if (text.length() > Typography.LONGEST_HEADING || isOfContents(text)) {
            return Kind.NONE;
        }
        var plain = withoutDress(text);
        if (plain.isEmpty() || Typography.words(plain) > 14) {
            return Kind.NONE;
        }
        var folded = Typography.fold(plain).strip();
        if (isRecommendations(text, plain, folded)) {
            return Kind.RECOMMENDATIONS;
        }
        if (END.matcher(folded).matches()) {
            return Kind.END;
        }
        return SECTION.matcher(folded).matches() ? Kind.SECTION : Kind.NONE;
    }

    /** A line of a table of contents, with dots that lead to its page. */
    static boolean isOfContents(String text) {
        return text.length() <= 2 * Typography.LONGEST_HEADING
                && LEADERS.matcher(text).find();
    }

    private static boolean isRecommendations(String text, String plain, String folded) {
        if (!RECOMMENDATIONS.matcher(folded).matches() || !Typography.startsHigh(plain)) {
            return false;
        }
        return PURPOSE_ONLY_AFTER.matcher(folded).matches() || ".,;".indexOf(Typography.lastMark(text)) < 0;
    }

    /** Without numbering, stars, colons and the spaces between letters. */
    static String withoutDress(String text) {
        var spaced = Typography.withoutLetterSpacing(text);
        var numbered = NUMBERING.matcher(spaced);
        var plain = numbered.find() ? spaced.substring(numbered.end()) : spaced;
        plain = Typography.withoutLetterSpacing(plain);
        return DRESS.matcher(plain).replaceFirst("").strip();
    }
}
