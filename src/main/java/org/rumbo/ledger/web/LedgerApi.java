package org.rumbo.ledger.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.LedgerProofs;
import org.rumbo.ledger.proof.BundleWriter;
import org.rumbo.ledger.proof.TlogProof;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What it takes to check the ledger from outside. Checkpoints, keys and paths hold hashes alone, and are everybody's. */
@RestController
class LedgerApi {
    /** They hold characters beyond ASCII. */
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final String REPORT =
            "/{id:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}}";

    private final LedgerProofs proofs;

    LedgerApi(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    /** Either a leaf's path or the growth of the tree; the other half is null. */
    record Proof(LedgerProofs.@Nullable Inclusion inclusion, LedgerProofs.@Nullable Consistency consistency) {}

    @GetMapping(path = "/api/v1/ledger/checkpoint", produces = "text/plain;charset=UTF-8")
    @Needs(Permission.LEDGER_CHECKPOINT)
    ResponseEntity<String> checkpoint() {
        return text(proofs.newest()
                .map(LedgerProofs.Sealed::note)
                .orElseThrow(() -> new DomainException(ProblemType.NOT_FOUND)));
    }

    @GetMapping(path = "/api/v1/ledger/key", produces = "text/plain;charset=UTF-8")
    @Needs(Permission.LEDGER_KEY)
    ResponseEntity<String> key() {
        var keys = proofs.keys();
        if (keys.isEmpty()) {
            throw new DomainException(ProblemType.NOT_FOUND);
        }
        return text(String.join("\n", keys) + "\n");
    }

    /** {@code index} asks for a leaf's path, {@code from} for the growth from an earlier size; {@code size} for another checkpoint. */
    @GetMapping("/api/v1/ledger/proof")
    @Needs(Permission.LEDGER_CHECKPOINT)
    Proof proof(
            @RequestParam(required = false) @Nullable Long index,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long size) {
        if ((index == null) == (from == null)) {
            throw new DomainException(ProblemType.MALFORMED_REQUEST);
        }
        return index != null
                ? new Proof(proofs.inclusion(index, size), null)
                : new Proof(null, proofs.consistency(Objects.requireNonNull(from), size));
    }

    /** One event of an item with the path to the newest checkpoint. */
    record EventProof(long index, byte[] leaf, List<String> path, String checkpoint) {}

    @GetMapping("/api/v1/recommendations/{code}/history/{number}/proof")
    @Needs(Permission.LEDGER_BUNDLE)
    EventProof event(@PathVariable RecommendationCode code, @PathVariable int number, Actor actor) {
        return told(proofs.of(code, number, actor));
    }

    /** That a published report was issued: {@code leaf} is the event, in whose {@code detail.files} the hashes of its files stand. */
    @GetMapping("/api/v1/reports" + REPORT + "/proof")
    @Needs(Permission.REPORT_PROOF)
    EventProof report(@PathVariable UUID id, Actor actor) {
        return told(proofs.ofReport(id, actor));
    }

    @GetMapping(
            path = {"/api/v1/reports" + REPORT + ".tlog-proof", "/reports" + REPORT + ".tlog-proof"},
            produces = "text/plain;charset=UTF-8")
    @Needs(Permission.REPORT_PROOF)
    ResponseEntity<String> reportFile(@PathVariable UUID id, Actor actor) {
        return file("rumbo-report-" + id + ".tlog-proof", proofs.ofReport(id, actor));
    }

    private static EventProof told(TlogProof proof) {
        return new EventProof(
                proof.index(),
                Objects.requireNonNull(proof.extra()),
                proof.path().stream().map(Object::toString).toList(),
                proof.checkpoint());
    }

    @GetMapping(
            path = {
                "/api/v1/recommendations/{code}/history/{number}.tlog-proof",
                "/recommendations/{code}/history/{number}.tlog-proof"
            },
            produces = "text/plain;charset=UTF-8")
    @Needs(Permission.LEDGER_BUNDLE)
    ResponseEntity<String> file(@PathVariable RecommendationCode code, @PathVariable int number, Actor actor) {
        return file(code.value() + "-" + number + ".tlog-proof", proofs.of(code, number, actor));
    }

    private static ResponseEntity<String> file(String name, TlogProof proof) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(proof.text());
    }

    /** {@code since} is the size of the checkpoint that the receiver keeps already. */
    @GetMapping(
            path = {"/api/v1/recommendations/{code}/bundle.zip", "/recommendations/{code}/bundle.zip"},
            produces = "application/zip")
    @Needs(Permission.LEDGER_BUNDLE)
    ResponseEntity<byte[]> bundle(
            @PathVariable RecommendationCode code, @RequestParam(required = false) @Nullable Long since, Actor actor)
            throws IOException {
        var zip = new ByteArrayOutputStream();
        BundleWriter.write(proofs.bundle(code, since, actor), zip);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code.value() + "-bundle.zip")
                                .build()
                                .toString())
                .body(zip.toByteArray());
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }
}
