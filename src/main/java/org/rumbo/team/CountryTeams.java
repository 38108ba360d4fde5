package org.rumbo.team;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The country teams in their order. */
@Component
public class CountryTeams {
    private final JdbcClient jdbc;

    CountryTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CountryTeam> all() {
        return jdbc.sql(
                        "select country, position, institution, institution_inferred from country_team order by position")
                .query((row, number) -> new CountryTeam(
                        new CountryCode(row.getString("country")),
                        row.getInt("position"),
                        row.getString("institution"),
                        row.getBoolean("institution_inferred")))
                .list();
    }

    /** Adds a team unless it is there; says whether it was added. */
    @Transactional
    public boolean add(CountryTeam team) {
        var known = jdbc.sql("select count(*) from country_team where country = ?")
                .param(team.country().iso2())
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        jdbc.sql("insert into country_team (country, position, institution, institution_inferred) values (?, ?, ?, ?)")
                .params(team.country().iso2(), team.position(), team.institution(), team.institutionInferred())
                .update();
        return true;
    }

    /** Takes the next number of a team's own proposals of a year; the row's lock keeps two from taking the same. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.MANDATORY)
    public int nextProposal(CountryCode country, int year) {
        jdbc.sql("""
                update country_team
                set proposals = case when proposals_year = ? then proposals + 1 else 1 end, proposals_year = ?
                where country = ?""").params(year, year, country.iso2()).update();
        return jdbc.sql("select proposals from country_team where country = ?")
                .param(country.iso2())
                .query(Integer.class)
                .single();
    }
}
