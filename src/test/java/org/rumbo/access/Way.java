package org.rumbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.rumbo.testing.Api.Answer;

/** How one person comes to do both: what is judged, and the judging. */
enum Way {
    HOLDS_BOTH_ROLES,
    CHANGED_HER_ROLE,
    HER_DEPUTY_ACTED,
    HER_DEPUTY_ACTS_NOW;

    static final String ALLOWED = "allowed";

    /** Either it is done, or refused by that name and nothing happened. */
    static void check(String expected, Answer answer, long eventsBefore, long eventsNow) {
        if (expected.equals(ALLOWED)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } else {
            assertThat(answer.status() + " " + answer.problem()).isEqualTo("403 " + expected);
            assertThat(eventsNow).isEqualTo(eventsBefore);
        }
    }
}
