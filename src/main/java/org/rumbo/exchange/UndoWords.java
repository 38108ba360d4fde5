package org.rumbo.exchange;

import org.rumbo.team.Actor;
import org.rumbo.team.Network;
import org.rumbo.team.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why something changes back, where a reason must be given. */
@Component
class UndoWords {
    private final MessageSource messages;
    private final People people;
    private final Network network;

    UndoWords(MessageSource messages, People people, Network network) {
        this.messages = messages;
        this.people = people;
        this.network = network;
    }

    String reason(Actor actor) {
        var language = people.languageOf(actor.id()).orElse(network.defaultLanguage());
        return messages.getMessage("exchange.undo.reason", null, language.locale());
    }
}
