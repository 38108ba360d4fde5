package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.servlet.FlashMap;

/** What a session holds is read back; what somebody planted makes nothing run. */
class SessionBytesTests {
    private static final List<String> RAN = new ArrayList<>();

    /** Stands for all that does something while it is read. */
    private static final class Planted implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) {
            RAN.add("planted");
        }
    }

    private static Object read(Object written) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        return read(bytes.toByteArray());
    }

    private static Object read(byte[] bytes) {
        return new SessionBytes()
                .convert(bytes, TypeDescriptor.valueOf(byte[].class), TypeDescriptor.valueOf(Object.class));
    }

    @Test
    void whoSignedInAndWhatWaitsToBeShownIsReadBack() throws IOException {
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(UUID.randomUUID(), "ana", "x", "proof", "visit"), null, List.of()));
        assertThat(read(context)).isEqualTo(context);
        var message = new FlashMap();
        message.put("done", "claim.made");
        message.addTargetRequestParam("a", "b");
        message.startExpirationPeriod(180);
        assertThat(read(new CopyOnWriteArrayList<>(List.of(message)))).isEqualTo(List.of(message));
        assertThat(read(1234567890123L)).isEqualTo(1234567890123L);
    }

    @Test
    void whatIsNotKnownIsNotEvenMade() throws IOException {
        var hidden = new HashMap<String, Object>();
        hidden.put("x", List.of(new Planted()));
        for (var planted : List.of(new Planted(), hidden, new java.io.File("/etc/passwd"))) {
            assertThat(read(planted)).isNull();
        }
        assertThat(RAN).isEmpty();
    }

    @Test
    void whatIsTooLargeTooDeepOrBrokenCountsAsAbsent() throws IOException {
        assertThat(read(new byte[200_000])).isNull();
        assertThat(read("x".repeat(200_000))).isNull();
        Object deep = new ArrayList<>();
        for (var i = 0; i < 100; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        assertThat(read(deep)).isNull();
        assertThat(read(new byte[] {1, 2, 3})).isNull();
        assertThat(read(new byte[0])).isNull();
    }
}
