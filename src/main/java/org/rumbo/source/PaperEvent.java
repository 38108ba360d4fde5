package org.rumbo.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.CountryCode;
import org.rumbo.team.NetworkFact;

/** What happens to a paper that is imported. */
public sealed interface PaperEvent extends NetworkFact {
    UUID paperImport();

    /** The import's process has its id for a key. */
    default String key() {
        return paperImport().toString();
    }

    @Override
    default @Nullable CountryCode country() {
        return null;
    }

    record PaperImported(UUID paperImport, @Nullable UUID by, String sha256, long size) implements PaperEvent {
        @Override
        public String action() {
            return "paper.import";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport, "sha256", sha256, "size", size);
        }
    }

    /** @param toDecide how many passages directors must look at */
    record PaperRead(UUID paperImport, String paper, int chapters, int passages, int skipped, int toDecide)
            implements PaperEvent {
        @Override
        public String action() {
            return "paper.read";
        }

        @Override
        public @Nullable UUID by() {
            return null;
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of(
                    "import",
                    paperImport,
                    "paper",
                    paper,
                    "chapters",
                    chapters,
                    "passages",
                    passages,
                    "skipped",
                    skipped,
                    "toDecide",
                    toDecide);
        }
    }

    /** @param uploader who handed it in; null where the command line did */
    record PaperUnreadable(
            UUID paperImport, String reason, @Nullable UUID uploader) implements PaperEvent {
        @Override
        public String action() {
            return "paper.unreadable";
        }

        @Override
        public @Nullable UUID by() {
            return null;
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport, "reason", reason);
        }
    }

    /**
     * @param passage its number
     * @param sha256 of its exact words
     * @param codes the recommendations that it becomes; empty where it is skipped
     */
    record PassageDecided(
            UUID paperImport,
            UUID by,
            int passage,
            String sha256,
            boolean accepted,
            List<String> codes,
            Map<String, String> texts)
            implements PaperEvent {
        @Override
        public String action() {
            return accepted ? "passage.accept" : "passage.skip";
        }

        @Override
        public Map<String, ?> detail() {
            var detail =
                    new HashMap<String, Object>(Map.of("import", paperImport, "passage", passage, "sha256", sha256));
            if (accepted) {
                detail.put("codes", codes);
            }
            return detail;
        }
    }

    /** Somebody corrected what the paper tells of itself, or its key. */
    record PaperDescribed(UUID paperImport, UUID by, String paper, Map<String, String> texts) implements PaperEvent {
        @Override
        public String action() {
            return "paper.describe";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport, "paper", paper);
        }
    }

    record DecisionUndone(UUID paperImport, UUID by, int passage) implements PaperEvent {
        @Override
        public String action() {
            return "passage.undo";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport, "passage", passage);
        }
    }

    /** Nothing is left to decide. */
    record PassagesDecided(UUID paperImport, UUID by, int accepted, int skipped) implements PaperEvent {
        @Override
        public String action() {
            return "paper.decide";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport, "accepted", accepted, "skipped", skipped);
        }
    }

    /** @param reason null where nobody asked for one */
    record ImportCancelled(
            UUID paperImport, UUID by, @Nullable String reason) implements PaperEvent {
        @Override
        public String action() {
            return "paper.cancel";
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport);
        }

        @Override
        public Map<String, String> texts() {
            return reason == null ? Map.of() : Map.of("reason", reason);
        }
    }

    /**
     * @param created recommendations that are new
     * @param attached recommendations that were there and have the paper's words now
     */
    record ImportDone(
            UUID paperImport,
            String paper,
            int created,
            int attached,
            @Nullable UUID uploader) implements PaperEvent {
        @Override
        public String action() {
            return "paper.done";
        }

        @Override
        public @Nullable UUID by() {
            return null;
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("import", paperImport, "paper", paper, "created", created, "attached", attached);
        }
    }
}
