package org.rumbo.team;

/**
 * One of the network's teams.
 *
 * @param position its place in lists
 * @param institution the university that it belongs to
 * @param institutionInferred whether that was inferred rather than stated by the team
 */
public record CountryTeam(CountryCode country, int position, String institution, boolean institutionInferred) {}
