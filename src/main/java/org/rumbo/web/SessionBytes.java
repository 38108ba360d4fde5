package org.rumbo.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Reads what a session holds. Only the few kinds of things that Rumbo puts there are read, so a row that somebody forged
 * makes nothing run; what an earlier or later version wrote otherwise counts as absent, so its owner signs in again.
 */
class SessionBytes implements GenericConverter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);
    private static final int LARGEST = 100_000;
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("maxdepth=20;maxrefs=2000;maxarray=5000;"
                    + "org.rumbo.web.SignedIn;org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.*;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;!*");

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
        return stored instanceof byte[] bytes && bytes.length <= LARGEST ? read(bytes) : null;
    }

    private static @Nullable Object read(byte[] stored) {
        try (var bytes = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            bytes.setObjectInputFilter(KNOWN);
            return bytes.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.info(
                    "A session of another version cannot be read, its owner signs in again: {}",
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }
}
