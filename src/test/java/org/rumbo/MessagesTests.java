package org.rumbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rumbo.evaluation.Criterion;
import org.rumbo.notification.NoticeKind;
import org.rumbo.recommendation.Ambition;
import org.rumbo.recommendation.CloseReason;
import org.rumbo.recommendation.Contribution;
import org.rumbo.recommendation.EvidenceType;
import org.rumbo.recommendation.Level;
import org.rumbo.recommendation.Position;
import org.rumbo.recommendation.State;
import org.rumbo.recommendation.Strength;
import org.rumbo.recommendation.Visibility;
import org.rumbo.shared.ProblemType;
import org.w3c.dom.Element;

/** Every text that a person reads exists in three languages, and nothing is asked for that does not exist. */
class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");
    private static final List<String> LANGUAGES = List.of("", "_es", "_pt");

    /** Written alike in English and one of the others. */
    private static final Set<String> SAME_WORD = Set.of(
            "Bolivia",
            "Chile",
            "Colombia",
            "Ecuador",
            "Peru",
            "Venezuela",
            "Error:",
            "Rumbo",
            "no",
            "ISBN {0}",
            "Alboria",
            "Bresalia",
            "Corvania",
            "Doralia",
            "Esmeria",
            "Fabrenia");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[}(]");
    private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("#\\{\\|([A-Za-z][\\w.-]*\\.)\\$\\{");
    private static final Pattern RULE_IN_CODE =
            Pattern.compile("(?:ruleNotMet\\(|new Violation\\()\\s*[^,;]+?,\\s*\"([a-z0-9-]+)\"");

    static Stream<String> names() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceFirst("(_es|_pt)?\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyKeyIsThereInThreeLanguagesOnceEach(String name) {
        var english = read(name, "");
        for (var language : LANGUAGES) {
            assertThat(keysInOrder(name, language)).as(name + language).doesNotHaveDuplicates();
            assertThat(read(name, language).keySet()).as(name + language).isEqualTo(english.keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsEmptyAndPlaceholdersAreTheSame(String name) {
        var english = read(name, "");
        for (var language : LANGUAGES) {
            read(name, language).forEach((key, text) -> {
                assertThat(text).as(name + language + " " + key).isNotBlank();
                assertThat(placeholders(text))
                        .as(name + language + " " + key)
                        .isEqualTo(placeholders(english.getOrDefault(key, "")));
            });
        }
    }

    /** In a text with placeholders an apostrophe quotes and is written twice; in others it is itself. */
    @ParameterizedTest
    @MethodSource("names")
    void apostrophesAreWrittenAsTheFormatNeedsThem(String name) {
        for (var language : LANGUAGES) {
            read(name, language).forEach((key, text) -> {
                var label = name + language + " " + key;
                if (placeholders(text).isEmpty()) {
                    assertThat(text).as(label).doesNotContain("''");
                } else {
                    assertThat(text.replace("''", "")).as(label).doesNotContain("'");
                    assertThat(new MessageFormat(text)).as(label).isNotNull();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsLeftInEnglish(String name) {
        var left = new TreeSet<String>();
        for (var language : List.of("_es", "_pt")) {
            read(name, "").forEach((key, text) -> {
                var other = read(name, language).get(key);
                if (text.equals(other) && text.matches(".*\\p{L}{2}.*") && !SAME_WORD.contains(text)) {
                    left.add(name + language + " " + key + " = " + text);
                }
            });
        }
        assertThat(left).isEmpty();
    }

    @Test
    void noKeyStandsInTwoFiles() throws IOException {
        var home = new HashMap<String, String>();
        names().forEach(name -> read(name, "").keySet().forEach(key -> {
            var other = home.put(key, name);
            assertThat(other).as(key + " in " + name + " and " + other).isNull();
        }));
    }

    @Test
    void everyFileIsConfigured() throws IOException {
        var basename = matches(Pattern.compile("basename: (\\S+)"), Files.readString(Path.of("config/application.yml")))
                .findFirst()
                .orElseThrow();
        assertThat(basename.split(","))
                .containsExactlyInAnyOrderElementsOf(
                        names().map(name -> "messages/" + name).toList());
    }

    @Test
    void templatesAskForKeysThatExist() throws IOException {
        var missing = new TreeSet<String>();
        var known = all().keySet();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                var text = COMMENT.matcher(Files.readString(file)).replaceAll("");
                matches(KEY_IN_TEMPLATE, text)
                        .filter(key -> !known.contains(key))
                        .forEach(key -> missing.add(file.getFileName() + ": " + key));
                matches(PREFIX_IN_TEMPLATE, text)
                        .filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
                        .forEach(prefix -> missing.add(file.getFileName() + ": " + prefix + "…"));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasATitleAndASentence() {
        var known = all().keySet();
        for (var type : ProblemType.values()) {
            assertThat(known).contains("problem." + type.slug(), "problem." + type.slug() + ".detail");
        }
    }

    @Test
    void everyRuleHasItsSentence() throws Exception {
        var rules = new TreeSet<String>();
        try (var files = Files.walk(CODE)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                matches(RULE_IN_CODE, Files.readString(file)).forEach(rules::add);
            }
        }
        assertThat(rules).contains("reason-required", "not-in-the-future");
        rules.addAll(rulesOfTable());
        assertThat(all().keySet())
                .containsAll(rules.stream().map(rule -> "rule." + rule).toList());
    }

    @Test
    void everyValueHasItsWord() {
        var words = new ArrayList<String>();
        word(words, "state.", State.values());
        word(words, "level.", Level.values());
        word(words, "position.", Position.values());
        word(words, "closeReason.", CloseReason.values());
        word(words, "strength.", Strength.values());
        word(words, "contribution.", Contribution.values());
        word(words, "evidenceType.", EvidenceType.values());
        word(words, "visibility.", Visibility.values());
        word(words, "ambition.", Ambition.values());
        word(words, "criterion.", Criterion.values());
        word(words, "mails.kind.", NoticeKind.values());
        word(words, "notice.", NoticeKind.values());
        assertThat(all().keySet()).containsAll(words);
    }

    private static void word(List<String> words, String prefix, Enum<?>... values) {
        Arrays.stream(values).forEach(value -> words.add(prefix + value.name()));
    }

    /** What the decision table of evidence names when a rule is not met: the second output of each of its rules. */
    private static Set<String> rulesOfTable() throws Exception {
        var table = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("bpmn/decisions/evidence-sufficiency.dmn").toFile());
        var rules = new TreeSet<String>();
        var outputs = table.getElementsByTagName("outputEntry");
        for (var i = 0; i < outputs.getLength(); i++) {
            var output = (Element) outputs.item(i);
            if (output.getAttribute("id").endsWith("_rule")) {
                rules.add(output.getTextContent().strip().replace("\"", ""));
            }
        }
        assertThat(rules).hasSizeGreaterThan(10);
        return rules;
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Set<String> placeholders(String text) {
        return matches(PLACEHOLDER, text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> all() {
        var all = new TreeMap<String, String>();
        try {
            names().forEach(name -> all.putAll(read(name, "")));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return all;
    }

    private static Map<String, String> read(String name, String language) {
        var properties = new Properties();
        load(properties, name, language);
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** Properties keep the last of two; a reader of the file sees both. */
    private static List<String> keysInOrder(String name, String language) {
        var keys = new ArrayList<String>();
        load(
                new Properties() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public synchronized Object put(Object key, Object value) {
                        keys.add((String) key);
                        return value;
                    }
                },
                name,
                language);
        return keys;
    }

    private static void load(Properties properties, String name, String language) {
        var file = MESSAGES.resolve(name + language + ".properties");
        try (InputStream in = Files.newInputStream(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
