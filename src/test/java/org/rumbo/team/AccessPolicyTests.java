package org.rumbo.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.shared.DomainException;

class AccessPolicyTests {
    private static final CountryCode OWN = new CountryCode("XA");
    private static final CountryCode OTHER = new CountryCode("XB");
    private static final ExpectedAccess EXPECTED = new ExpectedAccess();
    private static final int CELLS = Permission.values().length * ExpectedAccess.COLUMNS.size() * 6 * 2 * 2;

    private final AccessPolicy policy = new AccessPolicy();

    static Stream<Arguments> columnsOfRows() {
        return Arrays.stream(Permission.values())
                .flatMap(permission -> ExpectedAccess.COLUMNS.stream().map(column -> Arguments.of(permission, column)));
    }

    /** Every state, assigned or not, of a paper or of a team: 24 cells of the table each time. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columnsOfRows")
    void decidesAsSignedOff(Permission permission, String column) {
        for (var asked : cases(permission, column)) {
            var target = new AccessTarget(countryOf(column), asked.state(), asked.assigned(), asked.ofPaper());
            assertThat(policy.ask(actorOf(column), permission, target))
                    .as(asked.toString())
                    .isEqualTo(expected(asked));
        }
    }

    @Test
    void everyPermissionIsListedAndNothingElse() {
        var keys = Arrays.stream(Permission.values()).map(Permission::key).collect(Collectors.toSet());
        assertThat(EXPECTED.actions()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void looksAtEveryCell() {
        var cells = columnsOfRows()
                .mapToInt(row ->
                        cases((Permission) row.get()[0], (String) row.get()[1]).size())
                .sum();
        assertThat(cells).isEqualTo(CELLS).isEqualTo(14_880);
    }

    @Test
    void takesTheBestOfSeveralRoles() {
        var both = new Actor(UUID.randomUUID(), "ana", "Ana", Map.of(OWN, Set.of(Role.MEMBER)), Set.of(Role.DIRECTOR));
        var other = new AccessTarget(OTHER, 'R', false, true);
        assertThat(policy.permits(both, Permission.CLAIM_DECIDE, other)).isTrue();
        assertThat(policy.permits(both, Permission.MARKER_MET, other)).isFalse();
        assertThat(policy.permits(both, Permission.MARKER_MET, new AccessTarget(OWN, 'R', false, true)))
                .isTrue();
    }

    @Test
    void aTeamOfSeveralCountriesIsOwnInEach() {
        var both = new Actor(
                UUID.randomUUID(),
                "ana",
                "Ana",
                Map.of(OWN, Set.of(Role.COORDINATOR), OTHER, Set.of(Role.MEMBER)),
                Set.of());
        assertThat(policy.permits(both, Permission.CLAIM_MAKE, new AccessTarget(OWN, 'P', false, true)))
                .isTrue();
        assertThat(policy.permits(both, Permission.CLAIM_MAKE, new AccessTarget(OTHER, 'P', false, true)))
                .isFalse();
    }

    @Test
    void whoHoldsNoRoleMayDoNothing() {
        var nobody = new Actor(UUID.randomUUID(), "eva", "Eva", Map.of(), Set.of());
        for (var permission : Permission.values()) {
            assertThat(policy.permits(nobody, permission, new AccessTarget(OWN, 'P', true, true)))
                    .as(permission.key())
                    .isFalse();
            assertThat(policy.permitsSomewhere(nobody, permission))
                    .as(permission.key())
                    .isFalse();
        }
    }

    @Test
    void refusesByName() {
        assertThatThrownBy(() -> policy.require(funder(), Permission.CLAIM_DECIDE, AccessTarget.country(OWN)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("not-permitted");
        assertThatThrownBy(() -> policy.requireSomewhere(funder(), Permission.ITEM_PROPOSE))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("not-permitted");
    }

    @Test
    void aTableWithAMissingRowAnUnknownRowOrAnEmptyCellStopsTheStart() {
        var whole = new ArrayList<>(List.of("action,TM own,TM oth,CC own,CC oth,ND,EV,FU,AU,AD,AN"));
        for (var permission : Permission.values()) {
            whole.add(permission.key() + ",-,-,-,-,-,-,-,-,-,-");
        }
        assertThat(AccessPolicy.parse(whole)).hasSize(Permission.values().length);
        assertRefused(whole.subList(0, whole.size() - 1));
        assertRefused(plus(whole, "item.guess,-,-,-,-,-,-,-,-,-,-"));
        assertRefused(plus(whole.subList(0, whole.size() - 1), "public,-,-,-,-,-,-,-,-,-,"));
        assertRefused(plus(whole.subList(0, whole.size() - 1), "public,-,-,-,-,-,-,-,-,-,X"));
        assertRefused(plus(whole.subList(0, whole.size() - 1), "public,-,-"));
    }

    private static List<String> plus(List<String> lines, String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }

    private static void assertRefused(List<String> lines) {
        assertThatThrownBy(() -> AccessPolicy.parse(lines)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AccessPolicy.Answer expected(ExpectedAccess.Case asked) {
        if (EXPECTED.allows(asked)) {
            return AccessPolicy.Answer.PERMITTED;
        }
        return EXPECTED.allowsInSomeState(asked) ? AccessPolicy.Answer.IN_ANOTHER_STATE : AccessPolicy.Answer.REFUSED;
    }

    private static List<ExpectedAccess.Case> cases(Permission permission, String column) {
        var cases = new ArrayList<ExpectedAccess.Case>();
        for (var state : ExpectedAccess.STATES.toCharArray()) {
            for (var assigned : List.of(false, true)) {
                for (var ofPaper : List.of(false, true)) {
                    cases.add(new ExpectedAccess.Case(permission.key(), column, state, assigned, ofPaper));
                }
            }
        }
        return cases;
    }

    private static Actor funder() {
        return java.util.Objects.requireNonNull(actorOf("FU"));
    }

    private static @Nullable Actor actorOf(String column) {
        return switch (column) {
            case "TM own", "TM oth" -> actor(Map.of(OWN, Set.of(Role.MEMBER)), Set.of());
            case "CC own", "CC oth" -> actor(Map.of(OWN, Set.of(Role.COORDINATOR)), Set.of());
            case "ND" -> actor(Map.of(), Set.of(Role.DIRECTOR));
            case "EV" -> actor(Map.of(), Set.of(Role.EVALUATOR));
            case "FU" -> actor(Map.of(), Set.of(Role.FUNDER));
            case "AU" -> actor(Map.of(), Set.of(Role.AUDITOR));
            case "AD" -> actor(Map.of(), Set.of(Role.ADMIN));
            case "AN" -> null;
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static Actor actor(Map<CountryCode, Set<Role>> memberships, Set<Role> roles) {
        return new Actor(UUID.randomUUID(), "ana", "Ana", memberships, roles);
    }

    private static CountryCode countryOf(String column) {
        return column.endsWith(" oth") ? OTHER : OWN;
    }
}
