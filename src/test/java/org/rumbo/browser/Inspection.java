package org.rumbo.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a careful reviewer would find fault with on a page as it stands in the browser, each fault in words. */
final class Inspection {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /** Elements that are drawn on the page, with the text that is theirs alone. */
    private static final String SHOWN = """
            const shown = e => e.checkVisibility({checkVisibilityCSS: true, checkOpacity: true})
              && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().height > 1
              && !e.closest('.vh');
            const own = e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()).join(' ').trim();
            const name = e => e.tagName.toLowerCase() + '.' + (e.getAttribute('class') ?? '') + ' "' + e.textContent.trim().slice(0, 40) + '"';
            """;

    private Inspection() {}

    /** The findings of axe against WCAG 2.2, levels A and AA. */
    static List<String> violations(Page page) {
        var results = new AxeBuilder(page).setLegacyMode(true).withTags(WCAG).analyze();
        if (results.getPasses().isEmpty()) {
            throw new IllegalStateException("axe has checked nothing");
        }
        return results.getViolations().stream().map(Inspection::words).toList();
    }

    private static String words(Rule violation) {
        return violation.getId() + ": "
                + violation.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining("; "));
    }

    /** What sticks out to the right, unless it can be scrolled by itself. */
    static List<String> wider(Page page) {
        return found(page, """
                const wide = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= wide) return [];
                return [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > wide + 1)
                  .map(name).slice(0, 8).concat('page is ' + document.documentElement.scrollWidth);""");
    }

    /** Text smaller than 14 px or in capitals. */
    static List<String> hardToRead(Page page) {
        return found(page, """
                return [...document.querySelectorAll('body *')]
                  .filter(e => !e.closest('svg') && own(e) && shown(e))
                  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 14 || getComputedStyle(e).textTransform === 'uppercase')
                  .map(name).slice(0, 8);""");
    }

    /** More than one filled button: the page does not know what it wants. */
    static List<String> rivals(Page page) {
        var filled = found(page, """
                return [...document.querySelectorAll('main .btn:not(.secondary, .quiet)')].filter(shown).map(name);""");
        return filled.size() <= 1 ? List.of() : filled;
    }

    /** Serif anywhere but in the words of a paper, which alone have it. */
    static List<String> strangeVoices(Page page) {
        return found(page, """
                const theirs = e => e.closest('.passage:not(.own-words)') !== null && e.closest('.cite') === null
                  || e.closest('.paper-lines .words') !== null;
                const serif = e => getComputedStyle(e).fontFamily.startsWith('"PT Serif"');
                return [...document.querySelectorAll('main *')]
                  .filter(e => own(e) && shown(e) && serif(e) !== theirs(e))
                  .map(name).slice(0, 8);""");
    }

    /** Levels of headings that are skipped, and pages without exactly one of the first. */
    static List<String> headings(Page page) {
        return found(page, """
                const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].filter(e => e.checkVisibility()).map(e => +e.tagName[1]);
                const faults = levels.filter(l => l === 1).length === 1 ? [] : ['first headings: ' + levels.filter(l => l === 1).length];
                levels.forEach((l, i) => { if (i > 0 && l > levels[i - 1] + 1) faults.push('h' + levels[i - 1] + ' then h' + l); });
                return faults;""");
    }

    static List<String> all(Page page) {
        return Stream.of(wider(page), hardToRead(page), rivals(page), strangeVoices(page), headings(page))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> found(Page page, String script) {
        var names = new ArrayList<String>();
        ((List<?>) page.evaluate("() => {" + SHOWN + script + "}")).forEach(name -> names.add((String) name));
        return names;
    }
}
