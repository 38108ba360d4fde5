package org.rumbo.exchange.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rumbo.exchange.SheetImports;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.sheet.SheetLimits;
import org.rumbo.sheet.WorkbookRefused;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes what was uploaded from the server's temporary file to one that is read, and leaves neither behind. */
@Component
class SheetUploads {
    private static final Set<WorkbookRefused.Reason> TOO_MUCH = Set.of(
            WorkbookRefused.Reason.TOO_LARGE,
            WorkbookRefused.Reason.UNPACKS_TO_TOO_MUCH,
            WorkbookRefused.Reason.TOO_MANY_SHEETS,
            WorkbookRefused.Reason.TOO_MANY_ROWS,
            WorkbookRefused.Reason.TOO_MANY_COLUMNS,
            WorkbookRefused.Reason.TOO_MUCH_TEXT);

    private final SheetImports imports;

    SheetUploads(SheetImports imports) {
        this.imports = imports;
    }

    UUID take(MultipartFile file, Actor actor, Language language) throws WorkbookRefused {
        if (file.getSize() > SheetLimits.FILE) {
            throw new DomainException(ProblemType.TOO_LARGE);
        }
        try {
            var copy = Files.createTempFile("rumbo-sheet", ".upload");
            try {
                file.transferTo(copy);
                return imports.take(file.getOriginalFilename(), copy, actor, language);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new DomainException(ProblemType.FILE_NOT_STORED);
        }
    }

    /** What the API answers to a file that is not read: too large (413), or no such file (415), and why. */
    static DomainException refusal(WorkbookRefused refused) {
        return new DomainException(
                TOO_MUCH.contains(refused.reason()) ? ProblemType.TOO_LARGE : ProblemType.UNSUPPORTED_MEDIA_TYPE,
                Map.of("reason", refused.reason()));
    }
}
