package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rumbo.web.LimitSettings.Allowance;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is counted, for whom, and what happens where it cannot be counted. */
class RequestLimitsTests {
    private static final Allowance THREE = new Allowance(3, Duration.ofMinutes(1));
    private static final LimitSettings SETTINGS = new LimitSettings(true, THREE, THREE, THREE, THREE, THREE);

    private final List<String> taken = new ArrayList<>();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    @Test
    void anAllowanceIsUsedUpAndComesBackEvenly() {
        var limits = new RateLimits(SETTINGS, new OwnBuckets(SETTINGS));
        for (var i = 0; i < 3; i++) {
            assertThat(limits.take(Limit.SEARCH, "ana")).isZero();
        }
        assertThat(limits.take(Limit.SEARCH, "ana")).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
        assertThat(limits.take(Limit.SEARCH, "eva")).isZero();
        assertThat(limits.take(Limit.UPLOAD, "ana")).isZero();
        limits.giveBack(Limit.SEARCH, "ana");
        assertThat(limits.take(Limit.SEARCH, "ana")).isZero();
    }

    @Test
    void nothingIsCountedWhereItIsSwitchedOff() {
        var limits =
                new RateLimits(new LimitSettings(false, THREE, THREE, THREE, THREE, THREE), new OwnBuckets(SETTINGS));
        for (var i = 0; i < 10; i++) {
            assertThat(limits.take(Limit.SEARCH, "ana")).isZero();
        }
    }

    /** Nobody is locked out because the database is slow, and nobody guesses without end because of it. */
    @Test
    void whereTheDatabaseCannotBeAskedEachNodeCountsForItself() {
        var limits = new RateLimits(SETTINGS, new Buckets() {
            @Override
            public Bucket of(Limit limit, String key) {
                throw new IllegalStateException("no database");
            }

            @Override
            public void forgetFull() {
                throw new IllegalStateException("no database");
            }
        });
        for (var i = 0; i < 3; i++) {
            assertThat(limits.take(Limit.SIGN_IN_AS_NAME, "ana")).isZero();
        }
        assertThat(limits.take(Limit.SIGN_IN_AS_NAME, "ana")).isPositive();
        assertThatCode(() -> limits.giveBack(Limit.SIGN_IN_AS_NAME, "ana")).doesNotThrowAnyException();
        assertThatCode(limits::forgetFull).doesNotThrowAnyException();
    }

    @Test
    void addressesWithoutEndTakeNoMemoryWithoutEnd() {
        var own = new OwnBuckets(SETTINGS);
        for (var i = 0; i < 30_000; i++) {
            own.take(Limit.VISITOR, "address " + i);
        }
        assertThat(own.size()).isEqualTo(20_000);
    }

    @Test
    void peopleCountAsPeopleAndVisitorsByAddress() {
        assertThat(Caller.key(from("192.0.2.1"))).isEqualTo("address 192.0.2.1");
        assertThat(Caller.key(from("2001:db8:1:2:3:4:5:6"))).isEqualTo(Caller.key(from("2001:db8:1:2:ffff::1")));
        assertThat(Caller.key(from("2001:db8:1:3::1"))).isNotEqualTo(Caller.key(from("2001:db8:1:2::1")));
        var forged = from("192.0.2.1");
        forged.addHeader("X-Forwarded-For", "198.51.100.7");
        assertThat(Caller.key(forged)).isEqualTo("address 192.0.2.1");
        signIn("ana");
        assertThat(Caller.key(from("192.0.2.1"))).isEqualTo("person ana");
    }

    private void ask(String method, String path, String query) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        if (query != null) {
            request.setParameter("q", query);
        }
        var counting = new RateLimits(SETTINGS, new OwnBuckets(SETTINGS)) {
            @Override
            Duration take(Limit limit, String who) {
                taken.add(limit + " " + who);
                return Duration.ZERO;
            }
        };
        new RequestLimits(counting, null)
                .doFilter(
                        request,
                        new org.springframework.mock.web.MockHttpServletResponse(),
                        new org.springframework.mock.web.MockFilterChain());
    }

    @Test
    void searchesUploadsAndVisitorsAreCounted() throws Exception {
        ask("GET", "/login", null);
        ask("GET", "/api/v1/tasks", null);
        ask("GET", "/rumbo.css", null);
        ask("GET", "/_static/inter/x.woff2", null);
        assertThat(taken).containsExactly("VISITOR address 127.0.0.1", "VISITOR address 127.0.0.1");
        taken.clear();
        signIn("ana");
        ask("GET", "/recommendations", null);
        ask("GET", "/recommendations", " ");
        ask("POST", "/recommendations/SPN-2019-PE-a/claim", null);
        assertThat(taken).isEmpty();
        ask("GET", "/recommendations", "x");
        ask("GET", "/api/v1/recommendations", "x");
        ask("POST", "/api/v1/recommendations/SPN-2019-PE-a/evidence", null);
        ask("POST", "/recommendations/SPN-2019-PE-a/evidence", null);
        assertThat(taken)
                .containsExactly("SEARCH person ana", "SEARCH person ana", "UPLOAD person ana", "UPLOAD person ana");
    }
}
