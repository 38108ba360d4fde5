package org.rumbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.mock.web.MockPart;

class SentFormTests {
    private final MockHttpServletRequest request = sent("/recommendations/X/comments");

    @Test
    void keepsWhatWasTypedAndNothingOfRumbosOwn() {
        request.setParameter("text", "words");
        request.setParameter("themes", "drugs", "rights");
        request.setParameter("_csrf", "token");
        request.setParameter("_once", "key");
        request.setParameter("password", "secret");

        assertThat(SentForm.fields(request)).containsOnlyKeys("text", "themes");
    }

    @Test
    void isTheSameWhateverTokenItCarries() throws Exception {
        var other = sent("/recommendations/X/comments");
        request.setParameter("_csrf", "one");
        other.setParameter("_csrf", "another");
        request.setParameter("text", "words");
        other.setParameter("text", "words");

        assertThat(SentForm.hash(request)).isEqualTo(SentForm.hash(other));
    }

    @Test
    void isAnotherWithOtherWordsAnotherAddressOrWordsElsewhere() throws Exception {
        request.setParameter("text", "a");
        request.setParameter("more", "b");
        var words = sent("/recommendations/X/comments");
        words.setParameter("text", "b");
        words.setParameter("more", "a");
        var address = sent("/recommendations/Y/comments");
        address.setParameter("text", "a");
        address.setParameter("more", "b");

        assertThat(SentForm.hash(request)).isNotIn(SentForm.hash(words), SentForm.hash(address));
    }

    @Test
    void isAnotherWithAnotherFile() throws Exception {
        assertThat(SentForm.hash(upload("one"))).isNotEqualTo(SentForm.hash(upload("two")));
        assertThat(SentForm.hash(upload("one"))).isEqualTo(SentForm.hash(upload("one")));
    }

    private static MockHttpServletRequest upload(String content) {
        var upload = new MockMultipartHttpServletRequest();
        upload.setMethod("POST");
        upload.setRequestURI("/recommendations/X/evidence");
        upload.setContentType("multipart/form-data; boundary=x");
        upload.addPart(new MockPart("file", "decree.pdf", content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return upload;
    }

    @Test
    void stoodOnThePageThatTheBrowserNamesIfItIsOurs() {
        request.addHeader("Referer", "http://localhost/recommendations/X?lang=es");
        assertThat(SentForm.page(request)).isEqualTo("/recommendations/X/comments");

        request.addHeader("Sec-Fetch-Site", "same-origin");
        assertThat(SentForm.page(request)).isEqualTo("/recommendations/X?lang=es");
    }

    private static MockHttpServletRequest sent(String address) {
        return new MockHttpServletRequest("POST", address);
    }
}
