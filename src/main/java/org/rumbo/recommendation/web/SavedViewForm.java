package org.rumbo.recommendation.web;

import org.jspecify.annotations.Nullable;
import org.rumbo.recommendation.SavedView;
import org.rumbo.recommendation.SavedViews;
import org.rumbo.team.CountryCode;

/**
 * How somebody wants to keep a view.
 *
 * @param team the code of the team to share it with; blank for nobody
 */
record SavedViewForm(
        @Nullable String name,
        @Nullable String query,
        @Nullable String team,
        @Nullable Boolean first) {

    static SavedViewForm of(SavedView view) {
        return new SavedViewForm(
                view.name(),
                view.query(),
                view.team() == null ? null : view.team().iso2(),
                view.first());
    }

    /** The query is kept as the list understands it. */
    SavedViews.Wish toWish(ListAddress asked) {
        var check = new FormCheck();
        var named = check.required(
                "name",
                name == null ? null : name.replaceAll("\\s+", " "),
                SavedViews.LONGEST_NAME,
                "view-name-required");
        var kept = asked.without("after").query();
        if (kept.length() > SavedViews.LONGEST_QUERY) {
            check.refuse("name", "view-too-long");
        }
        check.done();
        return new SavedViews.Wish(
                named,
                kept,
                team == null || team.isBlank() ? null : new CountryCode(team.strip()),
                Boolean.TRUE.equals(first));
    }
}
