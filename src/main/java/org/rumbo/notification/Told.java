package org.rumbo.notification;

import java.util.UUID;

/**
 * Somebody who is told of an occasion.
 *
 * @param inApp whether she wants it behind the bell
 * @param mail how she wants it by mail
 */
record Told(UUID person, boolean inApp, MailWish mail) {
    boolean atAll() {
        return inApp || mail != MailWish.NONE;
    }
}
