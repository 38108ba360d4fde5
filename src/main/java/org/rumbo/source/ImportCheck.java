package org.rumbo.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Holds what papers say against what became of it. */
@Service
public class ImportCheck {
    private static final String WITHOUT_ITEM = """
            select i.import_id, i.passage, i.code from passage_item i
            join passage_decision d on d.import_id = i.import_id and d.passage = i.passage
            join paper_import p on p.id = i.import_id
            where (d.carried_out_at is not null or p.state = 'DONE') and not exists (
                select 1 from recommendation r join wording w on w.recommendation_id = r.id where r.code = i.code
                and (i.outcome = 'UNCHANGED' or (w.import_id = i.import_id and w.passage = i.passage)))
            order by i.code""";

    private final JdbcClient jdbc;
    private final PaperFiles files;

    ImportCheck(JdbcClient jdbc, PaperFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** The open imports' states by their ids, which are their processes' keys. */
    public Map<String, ImportState> open() {
        var open = new TreeMap<String, ImportState>();
        jdbc.sql("select id, state from paper_import where state in ('READING', 'REVIEW', 'CREATING')")
                .query(row -> {
                    open.put(row.getString("id"), ImportState.valueOf(row.getString("state")));
                });
        return open;
    }

    /** What does not agree, one line each. */
    public List<String> contradictions() {
        var found = new ArrayList<String>();
        jdbc.sql("select r.code, w.version, w.text, w.sha256, w.corrected, w.corrected_sha256, p.text as passage"
                        + " from wording w join recommendation r on r.id = w.recommendation_id"
                        + " join import_passage p on p.import_id = w.import_id and p.number = w.passage"
                        + " order by r.code, w.version")
                .query(row -> {
                    var wording = row.getString("code") + ": version " + row.getInt("version") + " of its words ";
                    if (!Wordings.hash(row.getString("text")).equals(row.getString("sha256"))) {
                        found.add(wording + "does not have the hash that was recorded");
                    }
                    if (!row.getString("text").equals(row.getString("passage"))) {
                        found.add(wording + "is not what was read in the paper");
                    }
                    var corrected = row.getString("corrected");
                    if (corrected != null && !Wordings.hash(corrected).equals(row.getString("corrected_sha256"))) {
                        found.add(wording + "has a correction without the hash that was recorded");
                    }
                });
        jdbc.sql(WITHOUT_ITEM).query(row -> {
            found.add("import %s: its passage %d was accepted, but %s is not there with its words"
                    .formatted(row.getString("import_id"), row.getInt("passage"), row.getString("code")));
        });
        return found;
    }

    /** Which files are missing or are not what was handed in; they may lie on another machine, so nothing is held meanwhile. */
    public List<String> filesThatAreNot() {
        record Kept(String id, String sha256) {}
        var kept = jdbc.sql("select id, sha256 from paper_import order by imported_at")
                .query((row, number) -> new Kept(row.getString("id"), row.getString("sha256")))
                .list();
        var found = new ArrayList<String>();
        for (var file : kept) {
            try {
                if (!files.isWhole(file.sha256())) {
                    found.add("import " + file.id() + ": its file is missing or is not what was handed in");
                }
            } catch (IOException unreadable) {
                found.add("import " + file.id() + ": its file cannot be read");
            }
        }
        return found;
    }
}
