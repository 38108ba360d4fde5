package org.rumbo.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.FileSettings;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Expected;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.recommendation.RecommendationEditing;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding documents to a recommendation, and letting more people see them. */
@Controller
@RequestMapping("/recommendations/{code}/evidence")
class EvidenceController {
    private final RecommendationEditing editing;
    private final EvidenceUploads uploads;
    private final FileSettings files;
    private final ItemPages items;
    private final Submissions submissions;
    private final FormFrame frame;

    EvidenceController(
            RecommendationEditing editing,
            EvidenceUploads uploads,
            FileSettings files,
            ItemPages items,
            Submissions submissions,
            FormFrame frame) {
        this.editing = editing;
        this.uploads = uploads;
        this.files = files;
        this.items = items;
        this.submissions = submissions;
        this.frame = frame;
    }

    @GetMapping
    @Needs(Permission.EVIDENCE_ADD)
    String form(@PathVariable RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("form", EvidenceForm.EMPTY);
        return drawAdding(code, actor, model);
    }

    @PostMapping
    @Needs(Permission.EVIDENCE_ADD)
    String add(
            @PathVariable RecommendationCode code,
            @ModelAttribute("form") EvidenceForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var chosen = EvidenceUploads.chosen(file);
        if (!submissions.accepted(
                () -> uploads.add(code, () -> form.toCommand(chosen != null), chosen, actor, Expected.ANY),
                model,
                response)) {
            model.addAttribute("fileAgain", chosen != null);
            return drawAdding(code, actor, model);
        }
        after.addFlashAttribute("done", "done.evidenceAdded");
        return "redirect:/recommendations/" + code + "#evidence";
    }

    private String drawAdding(RecommendationCode code, Actor actor, Model model) {
        model.addAttribute("largestFile", files.largest().toMegabytes());
        model.addAttribute("types", EvidenceType.values());
        model.addAttribute("strengths", Strength.values());
        model.addAttribute("visibilities", Visibility.values());
        return frame.draw("evidence-add", items.forAction(code, actor, Permission.EVIDENCE_ADD, "add-evidence"), model);
    }

    @GetMapping("/{id}/release")
    @Needs(Permission.EVIDENCE_RELEASE)
    String release(@PathVariable RecommendationCode code, @PathVariable UUID id, Actor actor, Model model) {
        return drawRelease(code, id, actor, model);
    }

    @PostMapping("/{id}/release")
    @Needs(Permission.EVIDENCE_RELEASE)
    String release(
            @PathVariable RecommendationCode code,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Visibility visibility,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!submissions.accepted(
                () -> editing.releaseEvidence(code, id, chosen(visibility), actor, Expected.ANY), model, response)) {
            return drawRelease(code, id, actor, model);
        }
        after.addFlashAttribute("done", "done.evidenceReleased");
        return "redirect:/recommendations/" + code + "#evidence";
    }

    private static Visibility chosen(@Nullable Visibility visibility) {
        var check = new FormCheck();
        check.chosen("visibility", visibility, Visibility.FUNDER);
        check.done();
        return Objects.requireNonNull(visibility);
    }

    private String drawRelease(RecommendationCode code, UUID id, Actor actor, Model model) {
        var item = items.forAction(code, actor, Permission.EVIDENCE_RELEASE, "release-evidence");
        var line = item.evidence().stream()
                .filter(document -> document.document().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND));
        if (line.document().own()) {
            throw new DomainException(ProblemType.OWN_EVIDENCE);
        }
        model.addAttribute("line", line);
        model.addAttribute("visibilities", List.of(Visibility.FUNDER, Visibility.PUBLIC));
        return frame.draw("evidence-release", item, model);
    }
}
