package org.rumbo.workflow;

import java.util.UUID;
import org.rumbo.source.ImportKeeping;
import org.rumbo.team.Role;
import org.springframework.stereotype.Component;

/** What the model of a paper's import asks and does; public, because expressions reach public classes only. */
@Component("importSteps")
public class ImportSteps {
    private final ImportKeeping keeping;

    ImportSteps(ImportKeeping keeping) {
        this.keeping = keeping;
    }

    /** Reads the paper: what came of it. */
    public String read(String businessKey) {
        return switch (keeping.read(UUID.fromString(businessKey))) {
            case READABLE -> ImportModel.READABLE;
            case NOTHING_NEW -> ImportModel.NOTHING_NEW;
            case UNREADABLE -> ImportModel.UNREADABLE;
        };
    }

    /** The group that decides what becomes of the passages. */
    public String reviewers(String businessKey) {
        return Role.DIRECTOR.name();
    }

    /** Makes recommendations of the next accepted passage: whether others are left. */
    public String createNext(String businessKey) {
        return keeping.createNext(UUID.fromString(businessKey)) ? ImportModel.MORE : ImportModel.ALL;
    }
}
