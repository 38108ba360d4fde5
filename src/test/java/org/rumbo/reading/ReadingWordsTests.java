package org.rumbo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Every doubt, every reason and every degree of confidence has its words, and no words are left over. */
class ReadingWordsTests {
    @Test
    void everyValueHasItsWords() throws IOException {
        var needed = new ArrayList<String>();
        Arrays.stream(Warning.Kind.values()).forEach(kind -> needed.add("reading.warning." + kind));
        Arrays.stream(SkippedItem.Reason.values()).forEach(reason -> needed.add("reading.skipped." + reason));
        Arrays.stream(UnreadablePaper.Reason.values()).forEach(reason -> needed.add("reading.unreadable." + reason));
        Arrays.stream(Confidence.values()).forEach(confidence -> needed.add("reading.confidence." + confidence));
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/reading.properties"))) {
            words.load(reader);
        }
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed);
    }
}
