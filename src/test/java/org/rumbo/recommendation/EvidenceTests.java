package org.rumbo.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rumbo.file.FileType;
import org.rumbo.file.StoredFile;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;

class EvidenceTests {
    @ParameterizedTest
    @CsvSource({"TEAM, TEAM, false", "NETWORK, NETWORK, false", "FUNDER, NETWORK, true", "PUBLIC, NETWORK, true"})
    void whatShouldBeSeenBeyondTheNetworkIsAWishAtFirst(Visibility wished, Visibility until, boolean waits) {
        var document = document(wished);
        assertThat(document.visibility()).isEqualTo(until);
        assertThat(document.requestedVisibility()).isEqualTo(wished);
        assertThat(document.awaitsRelease()).isEqualTo(waits);
    }

    @Test
    void isReleasedBySomebodyElseThanItsUploader() {
        var document = document(Visibility.FUNDER);
        assertThatThrownBy(() -> document.release(Visibility.FUNDER, actor(Items.COORDINATOR)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.OWN_EVIDENCE));
        assertThat(document.visibility()).isEqualTo(Visibility.NETWORK);
        document.release(Visibility.FUNDER, actor(Items.DIRECTOR));
        assertThat(document.visibility()).isEqualTo(Visibility.FUNDER);
        assertThat(document.awaitsRelease()).isFalse();
    }

    @Test
    void aFileBesideALinkIsACopyOfWhatItLedTo() {
        var file = new StoredFile("ab".repeat(32), 12, FileType.PDF, "law.pdf", true);
        var linked = document(Visibility.NETWORK);
        linked.attach(file, ScanState.QUARANTINED, Items.DAY);
        assertThat(linked.file())
                .isEqualTo(new EvidenceFile(
                        "law.pdf", 12, FileType.PDF, "application/pdf", Items.DAY, ScanState.QUARANTINED, null, true));
        assertThat(linked.detail()).containsEntry("sha256", "ab".repeat(32)).doesNotContainKey("fileName");
        assertThat(linked.texts()).containsEntry("fileName", "law.pdf");
        assertThat(document(Visibility.NETWORK).file()).isNull();
    }

    @Test
    void anInfectedFileStaysSo() {
        var document = document(Visibility.NETWORK);
        document.attach(
                new StoredFile("ab".repeat(32), 12, FileType.PDF, "law.pdf", false), ScanState.NOT_SCANNED, Items.DAY);
        assertThat(document.waitsForScan()).isTrue();
        document.scannedInfected("Eicar", Items.AT);
        assertThat(document.waitsForScan()).isFalse();
        assertThat(document.isInfected()).isTrue();
        assertThat(document.file().served()).isFalse();
    }

    private static Actor actor(UUID person) {
        return new Actor(person, "ana", "Ana", Map.of(), Set.of());
    }

    private static Evidence document(Visibility wished) {
        return new Evidence(
                UUID.randomUUID(),
                new EvidenceCommand(
                        EvidenceType.LAW, "law", null, Items.DAY, "es", "https://example.org", Strength.A, wished),
                Items.COORDINATOR,
                null,
                Items.AT);
    }
}
