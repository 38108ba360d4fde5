package org.rumbo.exchange.web;

import java.util.Map;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.RefusalContext;
import org.rumbo.sheet.SheetLimits;
import org.rumbo.sheet.WorkbookRefused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says of a file that is not read what is the matter with it and what to do, in place of what all such refusals say. */
@Component
class SheetRefusals implements RefusalContext {
    private final MessageSource messages;

    SheetRefusals(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, ?> of(DomainException refused, Map<String, String> pathVariables) {
        return refused.facts().get(SheetUploads.REASON) instanceof WorkbookRefused.Reason reason
                ? Map.of(DETAIL, words(reason))
                : Map.of();
    }

    private String words(WorkbookRefused.Reason reason) {
        return messages.getMessage(
                "sheet.refused." + reason,
                new Object[] {String.valueOf(SheetLimits.FILE >> 20)},
                LocaleContextHolder.getLocale());
    }
}
