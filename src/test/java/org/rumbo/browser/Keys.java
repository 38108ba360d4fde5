package org.rumbo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;

/** Somebody who has a keyboard and no mouse. Wherever she comes, she must see where she is. */
final class Keys {
    /** More steps than this from one thing to another would be no way to work. */
    private static final int PATIENCE = 300;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Steps forward until it has the focus, looking at each step whether the focus can be seen. */
    Keys to(Locator target) {
        assertThat(target).isVisible();
        for (var steps = 0; steps < PATIENCE; steps++) {
            if (isOn(target)) {
                return this;
            }
            page.keyboard().press("Tab");
            assertThat(hidden()).as("Focus on " + page.url()).isEmpty();
        }
        throw new AssertionError("Not reached by the Tab key: " + target);
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    /** Follows a link or sends a form, and waits for the page that comes. */
    void enter() {
        page.evaluate("() => { window.leaving = true; }");
        page.keyboard().press("Enter");
        page.waitForCondition(this::hasArrived);
    }

    private boolean hasArrived() {
        try {
            return page.evaluate("() => !('leaving' in window) && document.readyState === 'complete'")
                    .equals(true);
        } catch (PlaywrightException onTheWay) {
            return false;
        }
    }

    /** One of a group: the group is one step, its arrows go through it. */
    Keys choose(Locator radio) {
        var name = radio.getAttribute("name");
        var group = page.locator("input[type=radio][name='" + name + "']");
        var first = group.locator("visible=true").first();
        to(group.and(page.locator(":checked")).count() > 0 ? group.and(page.locator(":checked")) : first);
        press("Space");
        for (var steps = 0; steps < group.count() && !radio.isChecked(); steps++) {
            press("ArrowDown");
        }
        assertThat(radio).isChecked();
        return this;
    }

    Keys tick(Locator box) {
        to(box).press("Space");
        assertThat(box).isChecked();
        return this;
    }

    Keys pick(Locator list, String value) {
        to(list);
        press("Home");
        var choices = list.locator("option").count();
        for (var steps = 0; steps < choices && !list.inputValue().equals(value); steps++) {
            press("ArrowDown");
        }
        assertThat(list).hasValue(value);
        return this;
    }

    boolean isOn(Locator target) {
        return target.evaluate("e => e === document.activeElement").equals(true);
    }

    /** Why the focus cannot be seen: nothing draws it, it is off the screen, or something covers it. */
    private List<?> hidden() {
        return (List<?>) page.evaluate("""
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return [];
                  const name = e.tagName.toLowerCase() + ' "' + (e.textContent || e.name || '').trim().slice(0, 40) + '"';
                  const faults = [];
                  const ring = s => parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== 'none' || s.boxShadow !== 'none';
                  const label = e.closest('label') ?? document.querySelector(`label[for="${e.id}"]`);
                  if (![e, e.parentElement, label].filter(Boolean).some(it => ring(getComputedStyle(it)))) faults.push(name + ' has no ring');
                  const box = e.getClientRects()[0];
                  if (!box) return faults.concat(name + ' is not drawn');
                  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
                  const y = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 0), innerHeight - 1);
                  if (box.bottom <= 0 || box.top >= innerHeight) return faults.concat(name + ' is off the screen');
                  const there = document.elementFromPoint(x, y);
                  if (there && !e.contains(there) && !there.contains(e) && !label?.contains(there)) {
                    faults.push(name + ' is covered by ' + there.tagName.toLowerCase() + '.' + (there.getAttribute('class') ?? ''));
                  }
                  return faults;
                }""");
    }
}
