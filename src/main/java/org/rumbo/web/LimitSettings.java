package org.rumbo.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken before somebody is asked to wait; {@code config/application.yml} says why the numbers are what they are.
 *
 * @param enabled whether anything is counted at all
 * @param signInFromAddress attempts to sign in that failed, from one address
 * @param signInAsName attempts to sign in that failed, under one name
 */
@ConfigurationProperties("rumbo.limits")
record LimitSettings(
        @DefaultValue("true") boolean enabled,
        Allowance signInFromAddress,
        Allowance signInAsName,
        Allowance search,
        Allowance upload,
        Allowance visitor) {

    /** So many in such a time: all at once if need be, then one by one as the time goes by. */
    record Allowance(long requests, Duration in) {
        Allowance {
            if (requests < 1 || in.isNegative() || in.isZero()) {
                throw new IllegalArgumentException("An allowance takes at least one request in some time");
            }
        }
    }

    Allowance of(Limit limit) {
        return switch (limit) {
            case SIGN_IN_FROM_ADDRESS -> signInFromAddress;
            case SIGN_IN_AS_NAME -> signInAsName;
            case SEARCH -> search;
            case UPLOAD -> upload;
            case VISITOR -> visitor;
        };
    }
}
