package org.rumbo.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rumbo.testing.Journeys.require;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.rumbo.recommendation.State;
import org.rumbo.shared.DomainException;
import org.rumbo.testing.Api;
import org.rumbo.testing.Journeys;
import org.rumbo.testing.Pages;
import org.rumbo.testing.RumboTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The feed of what is public, as feed readers read it that know nothing of Rumbo. */
@RumboTest
class PublicFeedIT {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String FEED = "/public/changes.atom?lang=en";

    private final Api api;
    private final Journeys journeys;
    private final Environment environment;

    PublicFeedIT(Api api, Journeys journeys, Environment environment) {
        this.api = api;
        this.journeys = journeys;
        this.environment = environment;
    }

    @Test
    void itTellsOfReportsForEverybodyAndOfNothingElse() throws Exception {
        var code = journeys.proposed("CO", "<b>Tags</b> & \"signs\" ]]> ñ 😂");
        journeys.makeTrackable(code);
        journeys.reach(code, State.UNDER_REVIEW);
        var first = publish("EVERYBODY");
        var hidden = journeys.in("CO", State.UNDER_REVIEW);
        var forFunders = publish("FUNDERS");

        var feed = wire(get(FEED).body());
        assertThat(ids(feed)).contains("urn:uuid:" + first).doesNotContain("urn:uuid:" + forFunders);
        var step = entry(feed, code);
        assertThat(step.getTitle()).isEqualTo(code + ": <b>Tags</b> & \"signs\" ]]> ñ 😂");
        assertThat(step.getSummary().getValue()).contains("Colombia", "Under review");
        assertThat(get(FEED).body()).doesNotContain(hidden, "Coordinator CO", "Director A");

        var second = publish("EVERYBODY");
        var later = wire(get(FEED).body());
        assertThat(ids(later))
                .contains("urn:uuid:" + first, "urn:uuid:" + second)
                .doesNotHaveDuplicates();
        var again = entry(later, code);
        assertThat(again.getId()).isEqualTo(step.getId());
        assertThat(again.getUpdated()).isEqualTo(step.getUpdated());
        assertThat(later.getUpdated()).isAfterOrEqualTo(feed.getUpdated());
        assertThat(ids(later)).anyMatch(id -> id.equals(entry(later, hidden).getId()));
    }

    /** What RFC 4287 demands of a feed, looked at without a reader that forgives. */
    @ParameterizedTest
    @CsvSource({"en, what is new", "es, novedades", "pt, novidades"})
    void itIsWhatTheStandardWantsInEachLanguage(String language, String word) throws Exception {
        publish("EVERYBODY");
        var answer = get("/public/changes.atom?lang=" + language);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=UTF-8");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var feed = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())))
                .getDocumentElement();

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getAttribute("xml:lang")).isEqualTo(language);
        assertThat(only(feed, "title")).endsWith(word);
        assertThat(only(feed, "author")).isNotBlank();
        assertThat(children(feed, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .map(link -> link.getAttribute("href")))
                .singleElement()
                .satisfies(self -> assertThat(self).endsWith("/public/changes.atom?lang=" + language));
        var entries = children(feed, "entry");
        assertThat(entries).isNotEmpty();
        for (var element : entries) {
            assertThat(only(element, "id")).matches("urn:uuid:[0-9a-f-]{36}");
            assertThat(only(element, "title")).isNotBlank();
            assertThat(Instant.parse(only(element, "updated"))).isBeforeOrEqualTo(Instant.parse(only(feed, "updated")));
            assertThat(children(element, "link")).singleElement().satisfies(link -> {
                assertThat(link.getAttribute("rel")).isEqualTo("alternate");
                assertThat(link.getAttribute("href")).startsWith("http://localhost:");
            });
        }
        SyndFeed read = new SyndFeedInput().build(new StringReader(answer.body()));
        assertThat(read.getEntries()).hasSize(entries.size());
    }

    @Test
    void whoHasItIsNotSentItAgain() {
        publish("EVERYBODY");
        var tag = get(FEED).headers().firstValue("ETag").orElseThrow();
        var again = new Pages(environment);
        again.headers.put("If-None-Match", tag);
        assertThat(again.get(FEED).statusCode()).isEqualTo(304);
        publish("EVERYBODY");
        assertThat(again.get(FEED).statusCode()).isEqualTo(200);
    }

    @Test
    void thePublicPageNamesIt() {
        assertThat(get("/public?lang=pt").body())
                .contains(
                        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/public/changes.atom?lang=pt\"");
        assertThat(get("/login").body()).doesNotContain("application/atom+xml");
    }

    @Test
    void whereNothingIsPublicThereIsNone() {
        var jdbc = Mockito.mock(JdbcClient.class);
        var closed = new PublicChanges(new PublicReports(Mockito.mock(ReportFiles.class), jdbc, false), jdbc);
        assertThatThrownBy(closed::reports).isInstanceOf(DomainException.class);
        Mockito.verifyNoInteractions(jdbc);
    }

    private static Feed wire(String text) throws Exception {
        return (Feed) new WireFeedInput().build(new StringReader(text));
    }

    private static List<String> ids(Feed feed) {
        return feed.getEntries().stream().map(Entry::getId).toList();
    }

    private static Entry entry(Feed feed, String code) {
        return feed.getEntries().stream()
                .filter(entry -> entry.getTitle().startsWith(code + ":"))
                .findFirst()
                .orElseThrow();
    }

    private static String only(Element parent, String name) {
        var found = children(parent, name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new java.util.ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && ATOM.equals(element.getNamespaceURI())
                    && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private String publish(String audience) {
        return require(201, api.as("director.a").post("/reports", Map.of("audience", audience)))
                .json()
                .path("id")
                .asString();
    }

    private HttpResponse<String> get(String path) {
        return new Pages(environment).get(path);
    }
}
