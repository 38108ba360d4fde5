package org.rumbo.recommendation;

import java.util.UUID;

/** Where an item says that it stands, for comparing it with its process and its ledger. */
public record Standing(
        UUID id,
        String code,
        int revision,
        State state,
        ClaimStatus claim,
        boolean evaluationOpen,
        Position position,
        Level self,
        Level validated,
        int markersTotal,
        int markersMet) {}
