package org.rumbo.recommendation.web;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.FileIntake;
import org.rumbo.file.StoredFile;
import org.rumbo.recommendation.EvidenceCommand;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Adds evidence with the file that came along: rights first, then words, then the file, and the row last. */
@Component
class EvidenceUploads {
    private final RecommendationEditing editing;
    private final FileIntake intake;

    EvidenceUploads(RecommendationEditing editing, FileIntake intake) {
        this.editing = editing;
        this.intake = intake;
    }

    /** A browser sends an empty nameless file where none was chosen. */
    static @Nullable MultipartFile chosen(@Nullable MultipartFile sent) {
        var name = sent == null ? null : sent.getOriginalFilename();
        return sent == null || (sent.isEmpty() && (name == null || name.isEmpty())) ? null : sent;
    }

    UUID add(
            RecommendationCode code,
            Supplier<EvidenceCommand> document,
            @Nullable MultipartFile file,
            Actor actor,
            Expected expected) {
        if (file == null) {
            return editing.addEvidence(code, document, actor, expected);
        }
        editing.requireMayAddEvidence(code, actor, expected);
        var words = document.get();
        return editing.addEvidence(code, () -> words, stored(file), actor, expected);
    }

    private StoredFile stored(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return intake.take(file.getOriginalFilename(), content);
        } catch (IOException unreadable) {
            throw new DomainException(ProblemType.FILE_NOT_STORED);
        }
    }
}
