package org.rumbo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.Language;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Directory;
import org.rumbo.team.DirectoryEntry;
import org.rumbo.team.Grant;
import org.rumbo.team.People;
import org.rumbo.team.Role;

/** The demo logins, and people whom no demo has: those who hold two roles that must not meet on one item. */
public final class PlayedDirectory implements Directory {
    private static final CountryCode PE = new CountryCode("PE");

    private final Directory demo;
    private final People people;

    PlayedDirectory(Directory demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    @Override
    public List<DirectoryEntry> everybody() {
        var everybody = new ArrayList<>(demo.everybody());
        everybody.add(entry("both.pe", team(Role.COORDINATOR, PE), atLarge(Role.DIRECTOR)));
        everybody.add(entry("evaluator.pe", team(Role.MEMBER, PE), atLarge(Role.EVALUATOR)));
        everybody.add(entry("director.rates", atLarge(Role.DIRECTOR), atLarge(Role.EVALUATOR)));
        everybody.add(entry("nobody"));
        return everybody;
    }

    @Override
    public boolean decidesRoles() {
        return false;
    }

    /** Lets somebody come, or an old acquaintance change her roles. */
    public UUID play(String login, Grant... roles) {
        return people.enter(entry(login, roles));
    }

    /** Likewise, with the language that the directory knows of her. */
    public UUID play(String login, Language language, Grant... roles) {
        return people.enter(
                new DirectoryEntry("rumbo:test", login, login, login, null, language, true, List.of(roles)));
    }

    /** Likewise, with a name and an address for her mail. */
    public UUID playAt(String login, String name, @Nullable String mail, Language language, Grant... roles) {
        return people.enter(new DirectoryEntry("rumbo:test", login, login, name, mail, language, true, List.of(roles)));
    }

    public static Grant team(Role role, CountryCode country) {
        return new Grant(role, country, "test");
    }

    public static Grant atLarge(Role role) {
        return new Grant(role, null, "test");
    }

    private static DirectoryEntry entry(String login, Grant... roles) {
        return new DirectoryEntry("rumbo:test", login, login, login, null, null, true, List.of(roles));
    }
}
