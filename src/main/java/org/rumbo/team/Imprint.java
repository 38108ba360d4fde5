package org.rumbo.team;

import java.time.LocalDate;
import java.util.List;
import org.rumbo.shared.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who answers for this installation and how to reach her; {@code network.imprint} in {@code config/network.yml}.
 *
 * @param controller who decides what personal data are kept here and why
 * @param address her postal address, line by line
 * @param privacyContact where somebody writes who asks about her own data
 * @param host on whose machines the data lie
 * @param funder who pays for the network
 * @param reviewedOn when the accessibility statement and the privacy notice were last looked through
 */
@ConfigurationProperties("network.imprint")
public record Imprint(
        String controller,
        List<String> address,
        String privacyContact,
        Words host,
        Authority authority,
        Words funder,
        List<Contact> people,
        LocalDate reviewedOn) {

    /** The same text in the three languages of the network. */
    public record Words(String es, String pt, String en) {
        public String in(Language language) {
            return switch (language) {
                case ES -> es;
                case PT -> pt;
                case EN -> en;
            };
        }
    }

    /** Where somebody complains who finds that her data are not treated as they should be. */
    public record Authority(Words name, String url) {}

    /** Somebody to write to. */
    public record Contact(String name, Words task, String mail) {}
}
