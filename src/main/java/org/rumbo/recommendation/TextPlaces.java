package org.rumbo.recommendation;

import java.util.List;

/** Where a module keeps what people wrote about items, so that what is erased in the ledger does not go on standing there. */
public interface TextPlaces {
    List<TextPlace> places();
}
