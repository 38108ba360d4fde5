package org.rumbo.recommendation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.rumbo.file.FileType;
import org.rumbo.file.StoredFile;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;
import org.rumbo.team.Actor;

/** A document that shows what happened to an item. */
@Entity
@Table(name = "evidence")
@NullUnmarked
class Evidence {
    @Id
    private UUID id;

    private UUID recommendationId;

    @Enumerated(EnumType.STRING)
    private EvidenceType type;

    private String title;
    private String issuer;
    private LocalDate issuedOn;
    private String language;
    private String url;
    private @Nullable LocalDate linkGoneOn;
    private String sha256;

    private String fileName;
    private Long fileSize;

    @Enumerated(EnumType.STRING)
    private FileType fileType;

    private Boolean fileActive;
    private LocalDate capturedOn;

    @Enumerated(EnumType.STRING)
    private ScanState scanState;

    private String scanFound;
    private Instant scannedAt;

    @Enumerated(EnumType.STRING)
    private Strength strength;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Visibility requestedVisibility;

    private UUID addedBy;
    private @Nullable UUID addedFor;
    private Instant addedAt;
    private UUID releasedBy;

    protected Evidence() {}

    Evidence(UUID recommendation, EvidenceCommand command, UUID actor, @Nullable UUID behalf, Instant at) {
        this.id = UUID.randomUUID();
        this.recommendationId = recommendation;
        this.type = command.type();
        this.title = command.title();
        this.issuer = command.issuer();
        this.issuedOn = command.date();
        this.language = command.language();
        this.url = command.url();
        this.strength = command.strength();
        this.requestedVisibility = command.visibility();
        this.visibility = command.visibility().untilReleased();
        this.addedBy = actor;
        this.addedFor = behalf;
        this.addedAt = at;
    }

    /**
     * Adds the file that it was handed in with.
     *
     * @param scan whether somebody will look for viruses in it before it is served
     * @param day the network's day, on which it is a copy of what the link leads to
     */
    void attach(StoredFile file, ScanState scan, LocalDate day) {
        sha256 = file.sha256();
        fileName = file.name();
        fileSize = file.size();
        fileType = file.type();
        fileActive = file.active();
        scanState = scan;
        capturedOn = url == null ? null : day;
    }

    /** Nothing was found in its file. */
    void scannedClean(Instant at) {
        scanState = ScanState.CLEAN;
        scannedAt = at;
    }

    /** Its file is a danger: what is left of it is the name, the hash and what it was. */
    void scannedInfected(String found, Instant at) {
        scanState = ScanState.INFECTED;
        scanFound = found;
        scannedAt = at;
    }

    boolean isInfected() {
        return scanState == ScanState.INFECTED;
    }

    boolean waitsForScan() {
        return scanState == ScanState.QUARANTINED || scanState == ScanState.NOT_SCANNED;
    }

    void requireLink() {
        if (url == null) {
            throw new DomainException(ProblemType.NO_LINK);
        }
    }

    /**
     * Says whether its link still leads to the document; false where that is no news.
     *
     * @param goneOn since when it does not; null where it does
     */
    boolean linkLeads(@Nullable LocalDate goneOn) {
        var isNews = !Objects.equals(linkGoneOn, goneOn);
        linkGoneOn = goneOn;
        return isNews;
    }

    /** Lets readers beyond the network see it; somebody else than who added it has to say so. */
    void release(Visibility to, Actor actor) {
        if (addedByAnyOf(actor.persons())) {
            throw new DomainException(ProblemType.OWN_EVIDENCE, Map.of("evidence", id));
        }
        visibility = to;
        releasedBy = actor.id();
    }

    /** Whether one of them added it, or had it added by a deputy. */
    boolean addedByAnyOf(Set<UUID> persons) {
        return persons.contains(addedBy) || (addedFor != null && persons.contains(addedFor));
    }

    /** Whether confirming a claim that cites it lets more people see it. */
    boolean awaitsRelease() {
        return requestedVisibility.compareTo(visibility) > 0;
    }

    Map<String, @Nullable Object> detail() {
        var detail = new HashMap<String, @Nullable Object>();
        detail.put("id", id);
        detail.put("type", type);
        detail.put("strength", strength);
        detail.put("visibility", visibility);
        detail.put("requested", requestedVisibility);
        detail.put("issuedOn", issuedOn);
        detail.put("sha256", sha256);
        if (fileType != null) {
            detail.put("fileType", fileType);
            detail.put("fileSize", fileSize);
            detail.put("capturedOn", capturedOn);
        }
        return detail;
    }

    Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        texts.put("title", title);
        if (issuer != null) {
            texts.put("issuer", issuer);
        }
        if (url != null) {
            texts.put("url", url);
        }
        if (fileName != null) {
            texts.put("fileName", fileName);
        }
        return texts;
    }

    UUID id() {
        return id;
    }

    UUID recommendationId() {
        return recommendationId;
    }

    EvidenceType type() {
        return type;
    }

    String title() {
        return title;
    }

    String issuer() {
        return issuer;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    String language() {
        return language;
    }

    String url() {
        return url;
    }

    @Nullable
    LocalDate linkGoneOn() {
        return linkGoneOn;
    }

    String sha256() {
        return sha256;
    }

    /** Its file as readers get it; null where it has none. */
    @Nullable
    EvidenceFile file() {
        return fileType == null
                ? null
                : new EvidenceFile(
                        fileName,
                        fileSize,
                        fileType,
                        fileType.mediaType(),
                        capturedOn,
                        scanState,
                        scannedAt,
                        fileActive);
    }

    Strength strength() {
        return strength;
    }

    Visibility visibility() {
        return visibility;
    }

    Visibility requestedVisibility() {
        return requestedVisibility;
    }

    UUID addedBy() {
        return addedBy;
    }

    Instant addedAt() {
        return addedAt;
    }
}
