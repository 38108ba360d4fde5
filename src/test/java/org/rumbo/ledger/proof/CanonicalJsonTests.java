package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {
    private enum Colour {
        RED
    }

    /** The strings of RFC 8785, section 3.2.2 and 3.2.3, which the narrower profile shares. */
    @Test
    void escapesAsTheStandardDoes() {
        assertThat(json("€$\u000F\nA'B\"\\\\\"/")).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(json("\b\t\n\f\r\u0000\u001f\u007f")).isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"");
        assertThat(json("\u2028\u2029</script>&\u0080")).isEqualTo("\"\u2028\u2029</script>&\u0080\"");
        assertThat(json("😂דּ".substring(0, 2))).isEqualTo("\"😂\"");
    }

    @Test
    void writesLiteralsAsTheStandardDoes() {
        assertThat(json(Arrays.asList(null, true, false))).isEqualTo("[null,true,false]");
        assertThat(json(List.of())).isEqualTo("[]");
        assertThat(json(Map.of())).isEqualTo("{}");
    }

    @Test
    void sortsKeysAtEveryDepthAndLeavesListsAlone() {
        var object = new LinkedHashMap<String, Object>();
        object.put("b", List.of(Map.of("z", 1, "a", 2), 3, 1));
        object.put("aB", 1);
        object.put("aa", 2);
        object.put("a", 3);
        object.put("a1", 4);
        assertThat(text(object)).isEqualTo("{\"a\":3,\"a1\":4,\"aB\":1,\"aa\":2,\"b\":[{\"a\":2,\"z\":1},3,1]}");
    }

    @Test
    void equalContentHasEqualBytesWhateverTheOrder() {
        var random = new Random(7);
        var entries = new ArrayList<Map.Entry<String, Object>>();
        for (var i = 0; i < 20; i++) {
            entries.add(Map.entry("k" + i, i % 3 == 0 ? List.of(i, "t" + i) : Map.of("n", i, "m", "x")));
        }
        var expected = text(object(entries));
        for (var round = 0; round < 50; round++) {
            Collections.shuffle(entries, random);
            assertThat(text(object(entries))).isEqualTo(expected);
        }
        assertThat(JsonMapper.shared().readTree(expected).size()).isEqualTo(20);
    }

    private static Map<String, Object> object(List<Map.Entry<String, Object>> entries) {
        var object = new LinkedHashMap<String, Object>();
        entries.forEach(entry -> object.put(entry.getKey(), entry.getValue()));
        return object;
    }

    @Test
    void writesTextsInNormalFormC() {
        assertThat(json("Peru\u0301")).isEqualTo("\"Per\u00fa\"");
        assertThat(json("\u212b")).isEqualTo("\"\u00c5\"");
        assertThat(CanonicalJson.bytes(Map.of("a", "n\u0303")))
                .isEqualTo("{\"a\":\"ñ\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesTimesWithExactlyThreeDigits() {
        assertThat(json(Instant.parse("2026-11-23T10:15:30.123456789Z"))).isEqualTo("\"2026-11-23T10:15:30.123Z\"");
        assertThat(json(Instant.parse("2026-11-23T10:15:00Z"))).isEqualTo("\"2026-11-23T10:15:00.000Z\"");
        assertThat(json(LocalDate.of(2026, 2, 3))).isEqualTo("\"2026-02-03\"");
    }

    @Test
    void writesIdsAndNames() {
        var id = UUID.fromString("0B5E0B5E-0000-4000-8000-00000000ABCD");
        assertThat(json(id)).isEqualTo("\"0b5e0b5e-0000-4000-8000-00000000abcd\"");
        assertThat(json(Colour.RED)).isEqualTo("\"RED\"");
    }

    @Test
    void writesWholeNumbersUpToWhatEveryReaderKeeps() {
        assertThat(json(9007199254740991L)).isEqualTo("9007199254740991");
        assertThat(json(-9007199254740991L)).isEqualTo("-9007199254740991");
        assertThat(json(0)).isEqualTo("0");
        assertThat(json(-0)).isEqualTo("0");
    }

    static Stream<Object> notOfTheLedger() {
        return Stream.of(
                1.5,
                1.0f,
                -0.0d,
                Double.NaN,
                new BigDecimal("1"),
                9007199254740992L,
                -9007199254740992L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new Object(),
                'c',
                new int[] {1});
    }

    @ParameterizedTest
    @MethodSource("notOfTheLedger")
    void refusesOtherValues(Object value) {
        assertThatThrownBy(() -> json(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> json(List.of(Map.of("a", value)))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE02", "\uDE02\uD83D", "a\uD83Db", "x\uD83D"})
    void refusesHalvesOfCharacters(String broken) {
        assertThatThrownBy(() -> json(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "a.b", "ä", "a b", "_a", "abcdefghijklmnopqrstuvwxyz012345"})
    void refusesOtherKeys(String key) {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of(key, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheLongestKey() {
        assertThat(text(Map.of("abcdefghijklmnopqrstuvwxyz01234", 1)))
                .isEqualTo("{\"abcdefghijklmnopqrstuvwxyz01234\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[],\"b\":{\"c\":[null,true,false,0,-1,9007199254740991,-9007199254740991]}}",
                "{\"a\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\\\\\\\"/ñ😂\"}"
            })
    void readsWhatItWrites(String text) {
        assertThat(text(CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text);
    }

    static Stream<String> notCanonical() {
        return Stream.of(
                "",
                "null",
                "[]",
                "\"a\"",
                "{",
                "{}}",
                "{} ",
                " {}",
                "{\"a\":1}\n",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":[1,]}",
                "{\"a\":[1 ,2]}",
                "{\"A\":1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":+1}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":--1}",
                "{\"a\":-}",
                "{\"a\":\u0661}",
                "{\"a\":9007199254740992}",
                "{\"a\":99999999999999999999999999}",
                "{\"a\":NaN}",
                "{\"a\":nul}",
                "{\"a\":tru",
                "{\"a\":\"\\u00f1\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\u0009\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\",
                "{\"a\":\"\\u00",
                "{\"a\":\"\\u+0ff\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"n\u0303\"}",
                "{\"a\":\"",
                "\ufeff{}",
                "{\"a\":" + "[".repeat(100_000),
                "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}");
    }

    @ParameterizedTest
    @MethodSource("notCanonical")
    void refusesWhatItWouldHaveWrittenOtherwise(String text) {
        assertThatThrownBy(() -> CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_CANONICAL));
    }

    @Test
    void refusesBytesThatAreNoText() {
        for (var bytes : List.of(
                new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'},
                new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'},
                new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'})) {
            assertThatThrownBy(() -> CanonicalJson.parse(bytes))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fault())
                            .isEqualTo(Fault.NOT_TEXT));
        }
    }

    private static String json(@Nullable Object value) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("a", value);
        var text = text(object);
        return text.substring("{\"a\":".length(), text.length() - 1);
    }

    private static String text(Map<String, ?> object) {
        return new String(CanonicalJson.bytes(object), StandardCharsets.UTF_8);
    }
}
