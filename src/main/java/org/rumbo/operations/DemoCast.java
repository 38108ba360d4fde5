package org.rumbo.operations;

import java.time.Instant;
import java.util.Locale;
import org.rumbo.notification.Notices;
import org.rumbo.team.Actor;
import org.rumbo.team.CountryCode;
import org.rumbo.team.Directory;
import org.rumbo.team.People;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who does what in the demonstration. */
@Component
@Profile("demo")
class DemoCast {
    private final People people;
    private final Directory directory;
    private final Notices notices;

    DemoCast(People people, Directory directory, Notices notices) {
        this.people = people;
        this.directory = directory;
        this.notices = notices;
    }

    void enter() {
        directory.everybody().forEach(people::enter);
    }

    Actor coordinator(DemoItem item) {
        return holder("coordinator." + suffix(item));
    }

    Actor coordinator(CountryCode country) {
        return holder("coordinator." + country.iso2().toLowerCase(Locale.ROOT));
    }

    Actor member(DemoItem item) {
        return holder("member." + suffix(item));
    }

    private static String suffix(DemoItem item) {
        return item.item().country().toLowerCase(Locale.ROOT);
    }

    /** The two directors share the items. */
    Actor director(DemoItem item) {
        return director(item.number());
    }

    Actor director(int number) {
        return holder(number % 2 == 0 ? "director.a" : "director.b");
    }

    Actor evaluator(String letter) {
        return holder("evaluator." + letter);
    }

    Actor admin() {
        return holder("admin");
    }

    void readNotices(Instant until) {
        people.all().forEach(reader -> notices.readAll(until, reader));
    }

    private Actor holder(String login) {
        return people.byLogin(login).orElseThrow();
    }
}
