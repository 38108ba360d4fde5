package org.rumbo.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent; {@code rumbo.mail}. Which server sends it stands under {@code spring.mail}.
 *
 * @param enabled whether mails are written at all
 * @param from the address from which they come
 * @param lease for how long a mail belongs to the node that sends it: longer than the slowest conversation with the server
 * @param giveUpAfter when a mail that cannot be sent is no news any more
 */
@ConfigurationProperties("rumbo.mail")
record MailSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("rumbo@localhost") String from,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("5d") Duration giveUpAfter) {}
