package org.rumbo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The network's first paper, of 2019, which is not ours to keep here: with {@code RUMBO_PAPER} naming its text, everything that
 * was found in it by hand must be found again. Its sentences are known by their hashes alone.
 */
@EnabledIfEnvironmentVariable(
        named = "RUMBO_PAPER",
        matches = ".+",
        disabledReason = "THE FIRST PAPER WAS NOT READ: let RUMBO_PAPER name its text")
class FirstPaperTests {
    /** Code, lines, page, words, first twelve digits of the hash. */
    private static final List<String> RECOMMENDATIONS = List.of(
            "BR-a 173-178 7 42 63adac1c1904",
            "BR-b 180-183 7 35 e08d1ea817b4",
            "CO-a 359-360 11 17 a30ff43437bc",
            "CO-b 362-366 11 48 feeb9b6b4ca0",
            "CO-c 368-369 11 13 32cc1b7b8c6c",
            "CO-d 371-373 11 24 35bf563864ba",
            "CO-e 375-378 11 36 bc714b01ea3d",
            "CO-f 380-381 11 11 6b0b68530378",
            "CO-g 383-385 11 25 913470b56e90",
            "CL-a 559-564 14 61 8f0c17c058a0",
            "CL-b 566-567 14 22 41c706ee7031",
            "CL-c 569-573 14 54 1ad4b276359d",
            "BO-a 1048-1050 23 16 ab40d9a20832",
            "BO-b 1051-1053 23 18 51ef97297776",
            "BO-c 1054-1057 23 22 be833c7811dd",
            "BO-d 1059-1060 23 10 ad53fd31de5a",
            "BO-e 1062-1063 23 12 53520aaaa4a1",
            "BO-f 1065-1067 23 15 8cc9454d2044",
            "PE-a 1196-1201 26 40 c7876df628dc",
            "PE-b 1203-1209 26 58 ae55eff435ab",
            "PE-c 1210-1214 27 40 3d4e789a5440",
            "PE-d 1216-1224 27 88 1d34201bdb1f");

    private static final String ALL_HASHED = "a18f449e0be3f4a5f2b3a54ff675123afb9c6e9a1672ecfef623b7028aaa8342";

    private static final Pattern FURNITURE = Pattern.compile(
            "POLI ?CY PAPER|R ?EGI ?ON|SECURI ?TY GLOBAL|CHAN ?GES|I ?N THE FACE|DECEMBER 2019|www\\.|ISBN");

    private static PaperReading paper;

    @BeforeAll
    static void readIt() throws UnreadablePaper {
        var file = Path.of(Objects.requireNonNull(System.getenv("RUMBO_PAPER")));
        paper = Reading.of(file, "en", Set.of("BO", "BR", "CL", "CO", "EC", "PE"));
    }

    @Test
    void hasItsRecommendationsWordForWordWhereTheyStand() {
        assertThat(paper.passages().stream().map(FirstPaperTests::inShort)).containsExactlyElementsOf(RECOMMENDATIONS);
    }

    @Test
    void hasThemAllAsOneText() {
        var all = paper.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
        assertThat(sha256(all)).isEqualTo(ALL_HASHED);
        assertThat(FURNITURE.matcher(all).find()).isFalse();
    }

    @Test
    void hasSixChaptersWithTheirAuthors() {
        assertThat(paper.chapters().stream()
                        .map(chapter -> chapter.country() + " "
                                + chapter.place().firstLine() + " "
                                + (chapter.heading() == null
                                        ? "none"
                                        : chapter.heading().firstLine()) + " " + String.join(", ", chapter.authors())))
                .containsExactly(
                        "BR 26 171 Antonio Ramalho, Juliano Cortinhas",
                        "CO 188 357 Eduardo Pastrana Buelvas, Diego Vera Piñeros",
                        "CL 390 557 Jaime Baeza Freer, María Cristina Escudero Illanes",
                        "EC 578 none Daniela Célleri Endara, Diego Pérez Enríquez",
                        "BO 796 1047 Franco Gamboa Rocabado, José F. Rocabado Sánchez",
                        "PE 1068 1195 Sebastien Adins");
        assertThat(paper.chapters().stream().map(Chapter::title))
                .containsExactly(
                        "South America in the face of international security challenges. Perspectives from Brazil",
                        "Colombia and its security agenda. From the Juan Manuel Santos government (2010-2014, 2014-2018)"
                                + " to the Iván Duque government (2018-2019)",
                        "The agency of countries in the region vis-a-vis the international security and defense architecture"
                                + " problems. The case of Chile",
                        "Global security problems in Ecuador. A reflection on global, regional and local voids and tensions",
                        "Global changes, power balances and security problems at a time of imbalance. An interpretation from"
                                + " Bolivia",
                        "Peru in the face of a new regional and global security configuration");
    }

    @Test
    void saysOfOneChapterThatItRecommendsNothing() {
        assertThat(paper.chapters().stream()
                        .filter(chapter ->
                                chapter.warnings().stream().anyMatch(one -> one.kind() == Warning.Kind.NONE_MADE))
                        .map(Chapter::country))
                .containsExactly("EC");
    }

    @Test
    void namesTheListsThatAreNoRecommendations() {
        assertThat(paper.skipped().stream()
                        .map(item -> item.chapter() + item.mark() + " "
                                + item.place().firstLine() + " " + item.reason()))
                .containsExactly(
                        "2a 238 BEFORE_HEADING",
                        "2b 239 BEFORE_HEADING",
                        "2c 240 BEFORE_HEADING",
                        "2d 243 BEFORE_HEADING",
                        "2e 248 BEFORE_HEADING",
                        "2f 254 BEFORE_HEADING",
                        "4a 633 NO_HEADING",
                        "4b 640 NO_HEADING",
                        "4c 648 NO_HEADING",
                        "4d 655 NO_HEADING",
                        "4a 671 NO_HEADING",
                        "4b 714 NO_HEADING",
                        "4c 758 NO_HEADING",
                        "4d 784 NO_HEADING");
    }

    @Test
    void keepsTheSentenceThatOpensAList() {
        assertThat(paper.passages().stream()
                        .filter(passage -> passage.leadIn() != null)
                        .map(passage -> passage.chapter() + passage.letter()))
                .containsExactly("1a", "1b");
    }

    @Test
    void doubtsOnlyWhatLeavesRoomForDoubt() {
        assertThat(paper.title()).isNull();
        assertThat(paper.warnings()).isEmpty();
        assertThat(paper.lines()).hasSize(1229);
        assertThat(paper.passages().stream().flatMap(passage -> passage.warnings().stream()
                        .map(one -> passage.chapter() + passage.letter() + " " + one.kind() + one.arguments())))
                .containsExactly("5f END_UNCERTAIN[]", "6a SOURCE_SLIP[States. and]", "6d SOURCE_SLIP[and;]");
    }

    private static String inShort(Passage passage) {
        var country = paper.chapters().get(passage.chapter() - 1).country();
        var place = passage.place();
        assertThat(place.pageDerived()).isTrue();
        assertThat(place.lastPage()).isEqualTo(place.firstPage());
        assertThat(passage.mark()).isEqualTo(passage.letter());
        return country + "-" + passage.letter() + " " + place.firstLine() + "-" + place.lastLine() + " "
                + place.firstPage() + " " + passage.text().split(" ").length + " "
                + sha256(passage.text()).substring(0, 12);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
