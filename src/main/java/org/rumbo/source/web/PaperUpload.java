package org.rumbo.source.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.StoredFile;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.FilePart;
import org.rumbo.shared.InputText;
import org.rumbo.shared.Language;
import org.rumbo.shared.ProblemType;
import org.rumbo.source.PaperCommand;
import org.rumbo.source.PaperFiles;
import org.rumbo.source.PaperImports;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes a paper in: rights first, then words, then the file, and the import last. */
@Component
class PaperUpload {
    private static final int TITLE = 500;
    private static final int KEY = 20;

    private final PaperImports imports;
    private final PaperFiles files;

    PaperUpload(PaperImports imports, PaperFiles files) {
        this.imports = imports;
        this.files = files;
    }

    /** Rights first; then what is no form with a file is refused (415), and what is not asked for is not dropped silently. */
    void requireOneFile(HttpServletRequest request, Actor actor) {
        imports.requireMayImport(actor);
        var sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (sent == null) {
            throw new DomainException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        FilePart.requireOnlyOne(sent);
    }

    PaperImports.Begun begin(
            @Nullable MultipartFile file,
            @Nullable String language,
            @Nullable String key,
            @Nullable String title,
            Actor actor) {
        imports.requireMayImport(actor);
        var input = new InputText();
        var wanted = input.optional("key", key, KEY);
        if (wanted != null && !PaperImports.isKey(wanted)) {
            input.violated("key", "paper-key-form");
        }
        var words = input.optional("title", title, TITLE);
        if (language == null || language.isBlank()) {
            input.violated("language", "language-required");
        }
        if (file == null || file.isEmpty()) {
            input.violated(FilePart.NAME, "paper-required");
        }
        input.check();
        var spoken = Language.of(String.valueOf(language)).orElseThrow(() -> DomainException.malformed("language"));
        if (file == null) {
            throw DomainException.malformed(FilePart.NAME);
        }
        return imports.begin(new PaperCommand(stored(file), spoken, wanted, words), actor);
    }

    private StoredFile stored(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return files.take(file.getOriginalFilename(), content);
        } catch (IOException unreadable) {
            throw new DomainException(ProblemType.FILE_NOT_STORED);
        }
    }
}
