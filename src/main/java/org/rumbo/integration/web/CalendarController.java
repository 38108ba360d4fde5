package org.rumbo.integration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rumbo.integration.CalendarFeeds;
import org.rumbo.integration.Calendars;
import org.rumbo.recommendation.RecommendationAccess;
import org.rumbo.recommendation.RecommendationCode;
import org.rumbo.shared.PublicAddress;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What calendar programs fetch. They sign in nowhere: the address itself says whose they are. */
@Controller
class CalendarController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final Calendars calendars;
    private final RecommendationAccess access;
    private final PublicAddress address;

    CalendarController(CalendarFeeds feeds, Calendars calendars, RecommendationAccess access, PublicAddress address) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.access = access;
        this.address = address;
    }

    /** A wrong address, one that was taken back and one of somebody without access are answered by the same few bytes. */
    @GetMapping("/calendar/{token}.ics")
    @Needs(Permission.PUBLIC)
    ResponseEntity<byte[]> feed(@PathVariable String token, HttpServletRequest request) {
        return feeds.holder(token)
                .map(actor -> {
                    var calendar = calendars.feed(actor, address.of(request));
                    return calendar("rumbo.ics")
                            .cacheControl(CacheControl.noCache().cachePrivate())
                            .eTag(DigestUtils.md5DigestAsHex(calendar))
                            .body(calendar);
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/recommendations/{code}/target-date.ics")
    @Needs(Permission.ITEM_READ_RELEASED)
    ResponseEntity<byte[]> target(
            @PathVariable RecommendationCode code, Actor actor, Locale locale, HttpServletRequest request) {
        access.see(code, actor);
        return calendar(code + ".ics").body(calendars.target(code, actor, locale, address.of(request)));
    }

    private static ResponseEntity.BodyBuilder calendar(String name) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
