package org.rumbo.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of a try-out: one coordinator and one member per country team, two directors and evaluators, one of the rest. */
@Component
@Profile({"dev", "demo"})
class DemoDirectory implements Directory {
    private static final String ISSUER = "rumbo:demo";

    private final Network network;

    DemoDirectory(Network network) {
        this.network = network;
    }

    @Override
    public List<DirectoryEntry> everybody() {
        var everybody = new ArrayList<DirectoryEntry>();
        for (var country : network.countries()) {
            var suffix = "." + country.iso2().toLowerCase(Locale.ROOT);
            everybody.add(entry("coordinator" + suffix, Role.COORDINATOR, country));
            everybody.add(entry("member" + suffix, Role.MEMBER, country));
        }
        for (var role : List.of(Role.DIRECTOR, Role.EVALUATOR)) {
            everybody.add(entry(stem(role) + ".a", role, null));
            everybody.add(entry(stem(role) + ".b", role, null));
        }
        for (var role : List.of(Role.FUNDER, Role.AUDITOR, Role.ADMIN)) {
            everybody.add(entry(stem(role), role, null));
        }
        return everybody;
    }

    @Override
    public boolean decidesRoles() {
        return false;
    }

    private static String stem(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static DirectoryEntry entry(String login, Role role, @Nullable CountryCode country) {
        var grant = new Grant(role, country, "demo");
        return new DirectoryEntry(ISSUER, login, login, displayName(login), null, null, true, List.of(grant));
    }

    private static String displayName(String login) {
        var words = new ArrayList<String>();
        for (var word : login.split("\\.")) {
            words.add(
                    word.length() <= 2
                            ? word.toUpperCase(Locale.ROOT)
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return String.join(" ", words);
    }
}
