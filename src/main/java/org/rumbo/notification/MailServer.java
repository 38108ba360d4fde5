package org.rumbo.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.rumbo.team.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that takes our mails, and what its answers mean for each. */
@Component
class MailServer {
    /** What became of one attempt. */
    enum Outcome {
        SENT,
        /** Her own mail server does not know the address, and will not tomorrow. */
        ADDRESS_REFUSED,
        /** The address is none. */
        ADDRESS_UNUSABLE,
        /** The server would not take this one now. */
        NOT_NOW,
        /** There is nobody to talk to. */
        SERVER_AWAY
    }

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final int FIRST_FINAL = 500;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final @Nullable JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final String network;
    private final Clock clock;

    @Autowired
    MailServer(ObjectProvider<JavaMailSenderImpl> sender, MailSettings settings, Network network, Clock clock) {
        this(sender.getIfAvailable(), settings, network.name(), clock);
    }

    MailServer(@Nullable JavaMailSenderImpl sender, MailSettings settings, String network, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.network = network;
        this.clock = clock;
    }

    /** Whether one was named; without one mails wait to be looked at. */
    boolean isThere() {
        return sender != null;
    }

    /** One conversation with the server, begun with the first mail of a round. */
    final class Conversation implements AutoCloseable {
        private @Nullable Transport transport;

        Outcome send(WaitingMail mail, Letter letter) {
            try {
                return deliver(message(mail, letter));
            } catch (AddressException | UnsupportedEncodingException unusable) {
                return Outcome.ADDRESS_UNUSABLE;
            } catch (MessagingException failed) {
                LOG.warn(
                        "Mail {} could not be sent: {}",
                        mail.id(),
                        failed.getClass().getSimpleName());
                return outcome(failed);
            }
        }

        private Outcome deliver(MimeMessage message) throws MessagingException {
            var open = transport;
            if (open == null || !open.isConnected()) {
                close();
                open = connect();
                transport = open;
            }
            open.sendMessage(message, message.getAllRecipients());
            return Outcome.SENT;
        }

        /** An address that is refused for good is hers; a server that hangs up would hang up on the next mail too. */
        private Outcome outcome(MessagingException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof SMTPAddressFailedException refused) {
                    return refused.getReturnCode() >= FIRST_FINAL ? Outcome.ADDRESS_REFUSED : Outcome.NOT_NOW;
                }
            }
            var open = transport;
            return open != null && open.isConnected() ? Outcome.NOT_NOW : Outcome.SERVER_AWAY;
        }

        @Override
        public void close() {
            var open = transport;
            transport = null;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException gone) {
                    LOG.debug("The mail server hung up first", gone);
                }
            }
        }
    }

    Conversation converse() {
        return new Conversation();
    }

    private Transport connect() throws MessagingException {
        var server = Objects.requireNonNull(sender);
        var protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
        var transport = server.getSession().getTransport(protocol);
        transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return transport;
    }

    /** A text and its twin in HTML. Who gets it twice, after a doubtful answer, sees by its number that it is the same mail. */
    private MimeMessage message(WaitingMail mail, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        var message = new MimeMessage(Objects.requireNonNull(sender).getSession());
        message.setFrom(new InternetAddress(settings.from(), oneLine(network), UTF_8));
        message.setRecipient(Message.RecipientType.TO, address(letter));
        message.setSubject(oneLine(letter.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", letter.locale().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
        return message;
    }

    private static InternetAddress address(Letter letter) throws AddressException, UnsupportedEncodingException {
        var address = new InternetAddress(Objects.requireNonNull(letter.address()), true);
        // A domain is needed: what has none goes to whoever has that name on the server.
        if (!letter.address().contains("@")) {
            throw new AddressException("No domain");
        }
        address.setPersonal(oneLine(letter.name()), UTF_8);
        return address;
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, UTF_8, kind);
        return part;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** What people typed never begins a header of its own. */
    static String oneLine(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }
}
