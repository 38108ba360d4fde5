package org.rumbo.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A small paper of our own, with two chapters that recommend something and one that does not, and how one is handed in. */
public final class SamplePaper {
    /** What it recommends, by country and letter, as it must be read. */
    public static final Map<String, String> PASSAGES = Map.of(
            "PE-a", "Open the mountain archives to every school of the region within two years.",
            "PE-b", "Let the river councils publish what they measure, in plain words.",
            "BO-a", "Build shared weather stations along the high plain.",
            "BO-b", "Train observers together and pay them alike.");

    private static final String TEXT = """
            Neighbours of the mountains. A small paper about small things

            This paper was written for a test and recommends nothing that anybody should do.


            Archives and rivers. The case of Peru
            Ana Quispe Rojas
            Luis Salas Prado

            The archives of the mountains are closed to most of those who live beside them, and the
            rivers are measured by councils that keep what they know to themselves. This chapter tells
            how it came to be so, and what others did about it.

            Recommendations

            a. Open the mountain archives to every school of the region within
            two years.

            b. Let the river councils publish what they measure, in plain
            words.

            Roads that nobody counted. The case of Ecuador
            Marta Vega Luna

            There are many roads in the hills, and nobody has counted them. This chapter describes them
            and leaves it to others to say what should be done.

            Weather on the high plain. The case of Bolivia
            Juan Mamani Cruz

            The weather of the high plain is watched from too few places, by people who learned it each
            in another way. This chapter describes the stations there are.

            Recommendations

            a. Build shared weather stations along the high plain.

            b. Train observers together and pay them alike.
            """;

    private SamplePaper() {}

    /** A text that nobody has handed in before. */
    public static String text() {
        return TEXT.replace("was written for a test", "was written for the test " + UUID.randomUUID());
    }

    /** A key that no other paper has. */
    public static String key() {
        var letters = new StringBuilder("T");
        for (var i = 0; i < 7; i++) {
            letters.append((char) ('A' + ThreadLocalRandom.current().nextInt(26)));
        }
        return letters.toString().toUpperCase(Locale.ROOT) + "-2020";
    }

    public static Api.Answer handIn(Api.Caller caller, String text, @Nullable String key) {
        return handIn(caller, "paper.txt", text.getBytes(StandardCharsets.UTF_8), key);
    }

    public static Api.Answer handIn(Api.Caller caller, String name, byte[] content, @Nullable String key) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("language", "en");
        if (key != null) {
            fields.put("key", key);
        }
        return handIn(caller, name, content, fields);
    }

    public static Api.Answer handIn(Api.Caller caller, String name, byte[] content, Map<String, String> fields) {
        var form = form(name, content, fields);
        return caller.with("Content-Type", form.type()).post("/papers", form.body());
    }

    /** A form with a file as it travels. */
    public record Form(String type, byte[] body) {}

    public static Form form(String name, byte[] content, Map<String, String> fields) {
        var boundary = "b" + UUID.randomUUID();
        var head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        var first = head.toString().getBytes(StandardCharsets.UTF_8);
        var last = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = new byte[first.length + content.length + last.length];
        System.arraycopy(first, 0, body, 0, first.length);
        System.arraycopy(content, 0, body, first.length, content.length);
        System.arraycopy(last, 0, body, first.length + content.length, last.length);
        return new Form("multipart/form-data; boundary=" + boundary, body);
    }
}
