package org.rumbo.exchange.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.SheetLimits;
import org.rumbo.sheet.WorkbookRefused;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes what was uploaded from the server's temporary file to one that is read, and leaves neither behind. */
@Component
class SheetUploads {
    static final String REASON = "reason";
    private static final Set<WorkbookRefused.Reason> TOO_MUCH = Set.of(
            WorkbookRefused.Reason.TOO_LARGE,
            WorkbookRefused.Reason.UNPACKS_TO_TOO_MUCH,
            WorkbookRefused.Reason.TOO_MANY_SHEETS,
            WorkbookRefused.Reason.TOO_MANY_ROWS,
            WorkbookRefused.Reason.TOO_MANY_COLUMNS,
            WorkbookRefused.Reason.TOO_MANY_MERGED,
            WorkbookRefused.Reason.TOO_MUCH_TEXT);

    /** What is done with a file while it lies there. */
    interface Reading {
        UUID of(@Nullable String name, Path file) throws WorkbookRefused, IOException;
    }

    UUID take(MultipartFile file, Reading reading) throws WorkbookRefused {
        if (file.getSize() > SheetLimits.FILE) {
            throw tooLarge(WorkbookRefused.Reason.TOO_LARGE);
        }
        try {
            var copy = Files.createTempFile("rumbo-sheet", ".upload");
            try {
                file.transferTo(copy);
                return reading.of(file.getOriginalFilename(), copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new DomainException(ProblemType.FILE_NOT_STORED);
        }
    }

    private static DomainException tooLarge(WorkbookRefused.Reason reason) {
        return new DomainException(ProblemType.TOO_LARGE, Map.of(REASON, reason));
    }

    /** What the API answers to a file that is not read: too large (413), or no such file (415), and why. */
    static DomainException refusal(WorkbookRefused refused) {
        return TOO_MUCH.contains(refused.reason())
                ? tooLarge(refused.reason())
                : new DomainException(ProblemType.UNSUPPORTED_MEDIA_TYPE, Map.of(REASON, refused.reason()));
    }
}
