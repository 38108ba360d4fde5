package org.rumbo.ledger.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The names of a bundle's parts, and their order. */
final class BundleParts {
    static final String README = "README.txt";
    static final String MANIFEST = "manifest.json";
    static final String EVENTS = "events.jsonl";
    static final String PROOFS = "proofs.json";
    static final String CHECKPOINT = "checkpoint";
    static final String PREVIOUS = "previous-checkpoint";
    static final String PAGE = "verify.html";
    static final String PROOF_SUFFIX = ".tlog-proof";

    private static final List<String> FIXED = List.of(README, MANIFEST, EVENTS, PROOFS, CHECKPOINT, PREVIOUS, PAGE);

    /** No folder, nothing hidden, nothing that a file system reads in a way of its own. */
    private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

    private BundleParts() {}

    static boolean mayBeReport(String name) {
        return REPORT.matcher(name).matches() && !name.endsWith(PROOF_SUFFIX) && !FIXED.contains(name);
    }

    /** Whether these names, in this order, are a bundle's. */
    static boolean areInOrder(List<String> names) {
        var fixed = FIXED.stream()
                .filter(name -> !name.equals(PREVIOUS) || names.contains(PREVIOUS))
                .toList();
        if (names.size() < fixed.size() || !names.subList(0, fixed.size()).equals(fixed)) {
            return false;
        }
        var rest = names.subList(fixed.size(), names.size());
        return rest.equals(rest.stream().sorted().toList())
                && rest.stream()
                        .allMatch(name -> name.endsWith(PROOF_SUFFIX)
                                ? rest.contains(withoutSuffix(name))
                                : mayBeReport(name) && rest.contains(name + PROOF_SUFFIX));
    }

    static String withoutSuffix(String proof) {
        return proof.substring(0, proof.length() - PROOF_SUFFIX.length());
    }

    /** The manifest for these hashes; it names every part but itself. */
    static byte[] manifest(Map<String, String> hashes) {
        var files = hashes.entrySet().stream()
                .map(hash -> new TreeMap<>(Map.of("name", hash.getKey(), "sha256", hash.getValue())))
                .toList();
        return CanonicalJson.bytes(Map.of("files", files, "v", 1));
    }
}
