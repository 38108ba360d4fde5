package org.rumbo.exchange;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds imports that should be going on and stand still. */
@Service
public class SheetCheck {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SheetStore store;

    SheetCheck(SheetStore store) {
        this.store = store;
    }

    /** One line each; empty where all is well. */
    public List<String> contradictions() {
        return store.forgotten(PATIENCE);
    }
}
