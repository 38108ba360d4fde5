package org.rumbo.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.FileType;

/**
 * The file of a piece of evidence as readers get it.
 *
 * @param capturedOn the day on which it was taken as a copy of what the link led to; null where there is no link
 * @param active whether it holds what acts by itself when it is opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceFile(
        String name,
        long size,
        FileType type,
        String mediaType,
        @Nullable LocalDate capturedOn,
        ScanState scan,
        @Nullable Instant scannedAt,
        boolean active) {
    /** Whether it can be fetched. */
    public boolean served() {
        return scan.isServed();
    }
}
