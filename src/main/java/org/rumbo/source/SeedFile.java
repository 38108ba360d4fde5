package org.rumbo.source;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a seed file, after its schema has accepted it. */
final class SeedFile {
    private static final ClassPathResource SCHEMA = new ClassPathResource("seeds/seed.schema.json");

    private SeedFile() {}

    /**
     * @throws IllegalStateException if the file does not fit its schema; the message names every place
     */
    static Seed read(Resource file) {
        var text = text(file);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(SCHEMA), InputFormat.JSON);
        var errors = schema.validate(text, InputFormat.YAML);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The seed file " + file.getFilename() + " is not valid: " + errors);
        }
        return YAMLMapper.builder().build().readValue(text, Seed.class);
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
