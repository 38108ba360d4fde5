package org.rumbo.operations.archive;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** How archives are written and read: one row a line, and no more of anything than a row can hold. */
final class Json {
    /** In a row; the largest are published reports. */
    private static final int LONGEST_TEXT = 96 * 1024 * 1024;

    static final JsonFactory ROWS = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(2)
                    .build())
            .build();

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
