package org.rumbo.workflow;

/** Names that code shares with {@code bpmn/paper-import.bpmn}. */
final class ImportModel {
    static final String PROCESS = "PaperImport";

    static final String TASK_READ = "Task_ReadPaper";
    static final String TASK_REVIEW = "Task_ReviewPassages";
    static final String TASK_CREATE = "Task_CreateRecommendations";

    /** Message: the domain event's name. */
    static final String IMPORT_CANCELLED = "ImportCancelled";

    /** What came of a step: one of those below. */
    static final String OUTCOME = "outcome";

    static final String READABLE = "READABLE";
    static final String NOTHING_NEW = "NOTHING_NEW";
    static final String UNREADABLE = "UNREADABLE";
    static final String DECIDED = "DECIDED";
    static final String MORE = "MORE";
    static final String ALL = "ALL";

    /** The name of the bean whose methods the model calls. */
    static final String STEPS = "importSteps";

    private ImportModel() {}
}
