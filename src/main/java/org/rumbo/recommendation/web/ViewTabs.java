package org.rumbo.recommendation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.SavedView;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;

/** The tabs over a list: views that everybody has, then those that somebody kept. */
@Component
class ViewTabs {
    private static final int SHOWN = 8;
    private static final List<String> APPEARANCE = List.of("sort", "as", "col");

    private final ListReader reader;
    private final ListWords words;

    ViewTabs(ListReader reader, ListWords words) {
        this.reader = reader;
        this.words = words;
    }

    /**
     * One tab.
     *
     * @param owner who shares it, where it is not the reader's own
     */
    record Tab(String text, @Nullable String owner, String href, boolean current) {}

    /**
     * @param more how many kept views have no tab of their own
     * @param known whether what is shown is one of the views, so that it need not be kept
     */
    record Tabs(List<Tab> all, int more, boolean known) {}

    Tabs over(ListAddress address, List<SavedView> views, Actor actor) {
        var tabs = new ArrayList<Tab>();
        var shown = address.without("after").without("from");
        var kept = views.stream().map(view -> tab(view, shown, actor)).toList();
        var isKept = kept.stream().anyMatch(Tab::current);
        builtIn(actor).forEach((key, filters) -> {
            var current =
                    !isKept && shown.only(ListVocabulary.FILTERS).parameters().equals(filters);
            tabs.add(new Tab(words.message("list.view." + key), null, href(shown, filters, views), current));
        });
        var plain = tabs.stream().anyMatch(Tab::current)
                && shown.only(APPEARANCE).parameters().isEmpty();
        tabs.addAll(kept.subList(0, Math.min(SHOWN, kept.size())));
        return new Tabs(tabs, kept.size() - Math.min(SHOWN, kept.size()), isKept || plain);
    }

    private Map<String, Map<String, List<String>>> builtIn(Actor actor) {
        var views = new LinkedHashMap<String, Map<String, List<String>>>();
        views.put("all", Map.of());
        if (ListReader.hasOwn(actor)) {
            views.put("mine", Map.of("mine", List.of("true")));
        }
        views.put("late", Map.of("due", List.of("overdue")));
        if (reader.seesClaims(actor)) {
            views.put("waiting", Map.of("step", List.of("DECIDE_CLAIM")));
        }
        return views;
    }

    private Tab tab(SavedView view, ListAddress shown, Actor actor) {
        var asked = reader.read(view.query(), actor);
        var current = asked.parameters().equals(shown.parameters());
        var address = asked.unknown().isEmpty() ? asked.href() : ListAddress.PATH + "?" + view.query();
        return new Tab(view.name(), view.own() ? null : view.owner(), address, current);
    }

    /** The same appearance with other filters. */
    private static String href(ListAddress shown, Map<String, List<String>> filters, List<SavedView> views) {
        var address = shown.only(APPEARANCE);
        for (var filter : filters.entrySet()) {
            address = address.with(filter.getKey(), filter.getValue().get(0));
        }
        return all(address, views).href();
    }

    /** Without a word the list opens with the view that she chose for that; all of it then needs a word. */
    static ListAddress all(ListAddress address, List<SavedView> views) {
        var opensElsewhere = views.stream().anyMatch(SavedView::first);
        return opensElsewhere && address.parameters().isEmpty() ? address.with("as", ListLayout.TABLE.key()) : address;
    }

    /** The list without any filter, looking as it does. */
    static String cleared(ListAddress address, List<SavedView> views) {
        return all(address.only(APPEARANCE), views).href();
    }
}
