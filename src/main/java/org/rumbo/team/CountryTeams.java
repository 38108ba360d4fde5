package org.rumbo.team;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The country teams in their order. */
@Component
public class CountryTeams {
    /** The institution of a team of which only the country is known. */
    static final String UNKNOWN = "";

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

    /** Adds a team, or what was not known of it so far; says whether there was anything to add. */
    @Transactional
    public boolean add(CountryTeam team) {
        var known = jdbc.sql("select institution from country_team where country = ?")
                .param(team.country().iso2())
                .query(String.class)
                .optional();
        if (known.isEmpty()) {
            jdbc.sql(
                            "insert into country_team (country, position, institution, institution_inferred) values (?, ?, ?, ?)")
                    .params(team.country().iso2(), team.position(), team.institution(), team.institutionInferred())
                    .update();
            return true;
        }
        if (!known.get().equals(UNKNOWN) || team.institution().equals(UNKNOWN)) {
            return false;
        }
        jdbc.sql("update country_team set position = ?, institution = ?, institution_inferred = ? where country = ?")
                .params(
                        team.position(),
                        team.institution(),
                        team.institutionInferred(),
                        team.country().iso2())
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
