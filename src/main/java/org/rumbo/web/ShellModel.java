package org.rumbo.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DayInWords;
import org.rumbo.shared.Language;
import org.rumbo.team.AccessPolicy;
import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.Permission;
import org.rumbo.team.PersonalSettings;
import org.rumbo.team.Preferences;
import org.rumbo.team.Role;
import org.rumbo.team.UnreadNotices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the frame of a page for whoever reads it. */
@Component
class ShellModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ActorArguments actors;
    private final AccessPolicy policy;
    private final Network network;
    private final PersonalSettings settings;
    private final UnreadNotices notices;
    private final MessageSource messages;
    private final Clock clock;
    private final boolean demonstration;
    private final String version;

    ShellModel(
            ActorArguments actors,
            AccessPolicy policy,
            Network network,
            PersonalSettings settings,
            UnreadNotices notices,
            MessageSource messages,
            Clock clock,
            Environment environment,
            ObjectProvider<BuildProperties> build) {
        this.actors = actors;
        this.policy = policy;
        this.network = network;
        this.settings = settings;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
        var properties = build.getIfAvailable();
        this.version = properties == null || properties.getVersion() == null ? "dev" : properties.getVersion();
    }

    Shell shell(HttpServletRequest request) {
        var locale = LocaleContextHolder.getLocale();
        var actor = actors.get();
        var preferences = actor == null ? Preferences.USUAL : settings.of(actor.id());
        return new Shell(
                navigation(actor, request.getRequestURI()),
                menu(actor, request.getRequestURI()),
                actor == null ? null : new Shell.Person(actor.name(), roles(actor.herself(), locale)),
                standsIn(actor, locale),
                languages(request, locale),
                demonstration,
                false,
                theme(preferences),
                preferences.shortcuts(),
                unread(actor),
                request.getRequestURI().equals("/search") ? request.getParameter("q") : null,
                now(locale),
                network.licence(),
                network.contact(),
                version);
    }

    private List<Shell.NavItem> navigation(@Nullable Actor actor, String path) {
        var items = new ArrayList<Shell.NavItem>();
        if (actor == null) {
            return items;
        }
        var reads = policy.permitsSomewhere(actor, Permission.ITEM_READ_RELEASED);
        if (!actor.has(Role.FUNDER) && reads) {
            items.add(item("/work", "nav.work", "work", path));
        }
        if (reads) {
            items.add(item("/recommendations", "nav.recommendations", "recommendations", path));
        }
        if (policy.permitsSomewhere(actor, Permission.SUMMARY_READ)) {
            items.add(new Shell.NavItem(
                    "/progress", "nav.progress", "progress", path.matches("/(progress|region)(/.*)?")));
        }
        if (policy.permitsSomewhere(actor, Permission.REPORT_READ)) {
            items.add(item("/reports", "nav.reports", "reports", path));
        }
        if (policy.permitsSomewhere(actor, Permission.PEOPLE_READ)) {
            items.add(new Shell.NavItem("/admin", "nav.admin", "admin", path.matches("/(admin|people)(/.*)?")));
        }
        return items;
    }

    private static @Nullable String theme(Preferences preferences) {
        return preferences.theme() == Preferences.Theme.SYSTEM
                ? null
                : preferences.theme().name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Integer unread(@Nullable Actor actor) {
        return actor == null || !policy.permitsSomewhere(actor, Permission.SELF_MANAGE) ? null : notices.count(actor);
    }

    private List<Shell.NavItem> menu(@Nullable Actor actor, String path) {
        var items = new ArrayList<Shell.NavItem>();
        if (actor == null) {
            return items;
        }
        if (policy.permitsSomewhere(actor, Permission.SELF_MANAGE)) {
            if (policy.permitsSomewhere(actor, Permission.ITEM_READ_RELEASED)) {
                items.add(item("/following", "nav.following", "eye", path));
            }
            items.add(item("/settings", "nav.settings", "admin", path));
        }
        if (policy.permitsSomewhere(actor, Permission.SHEET_EXPORT)) {
            items.add(item("/spreadsheets", "nav.spreadsheets", "reports", path));
        }
        if (policy.permitsSomewhere(actor, Permission.ROUND_READ)) {
            items.add(item("/rounds", "nav.rounds", "clock", path));
        }
        if (policy.permitsSomewhere(actor, Permission.PAPER_READ)) {
            items.add(new Shell.NavItem("/papers", "nav.papers", "document", path.matches("/(papers|imports)(/.*)?")));
        }
        if (policy.permitsSomewhere(actor, Permission.DEPUTY_ARRANGE)) {
            items.add(item("/deputies", "nav.deputies", "user", path));
        }
        return items;
    }

    private Shell.@Nullable StandsIn standsIn(@Nullable Actor actor, Locale locale) {
        if (actor == null || actor.standsInFor() == null) {
            return null;
        }
        return new Shell.StandsIn(
                actor.standsInFor().name(), DayInWords.of(actor.standsInFor().until(), messages, locale));
    }

    private String now(Locale locale) {
        var now = clock.instant().atZone(network.zone());
        return DayInWords.of(now.toLocalDate(), messages, locale) + ", " + now.format(TIME);
    }

    private static Shell.NavItem item(String href, String key, String icon, String path) {
        return new Shell.NavItem(href, key, icon, path.equals(href) || path.startsWith(href + "/"));
    }

    private String roles(Actor actor, Locale locale) {
        var held = new ArrayList<Role>(actor.roles());
        actor.memberships().values().forEach(held::addAll);
        var countries = actor.countries().stream()
                .map(country -> messages.getMessage("country." + country, null, country.iso2(), locale))
                .collect(Collectors.joining(", "));
        var names = held.stream()
                .distinct()
                .map(role -> messages.getMessage("role." + role, null, locale))
                .collect(Collectors.joining(", "));
        return countries.isEmpty() ? names : names + ", " + countries;
    }

    private static List<Shell.LanguageLink> languages(HttpServletRequest request, Locale locale) {
        var here = here(request);
        return Arrays.stream(Language.values())
                .map(language -> new Shell.LanguageLink(
                        language.tag(),
                        language.locale().getDisplayLanguage(language.locale()),
                        here.cloneBuilder()
                                .replaceQueryParam("lang", language.tag())
                                .build()
                                .toUriString(),
                        language == Language.of(locale)))
                .toList();
    }

    /** A page that tells of a problem stands in for the one that was asked for; one that was sent there has no address. */
    private static UriComponentsBuilder here(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked)) {
            return UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
        }
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return method == null || method.equals("GET")
                ? UriComponentsBuilder.fromPath(asked)
                        .query((String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING))
                : UriComponentsBuilder.fromPath("/");
    }
}
