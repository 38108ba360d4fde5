package org.rumbo.team;

import org.jspecify.annotations.Nullable;

/** Who is asking, where no handler's parameter says it. */
public interface CurrentActor {
    /** Null for a visitor. */
    @Nullable
    Actor get();
}
