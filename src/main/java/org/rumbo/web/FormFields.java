package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Puts into every form that changes something, beside the token against other sites, its own key and for whom it was drawn:
 * no template needs to know.
 */
@Component
class FormFields implements BeanPostProcessor {
    private final ObjectProvider<FormOwner> owner;
    private final ObjectProvider<ActorArguments> actors;

    FormFields(ObjectProvider<FormOwner> owner, ObjectProvider<ActorArguments> actors) {
        this.owner = owner;
        this.actors = actors;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new WithKeys(tokens) : bean;
    }

    private final class WithKeys implements RequestDataValueProcessor {
        private static final String ACTION = "org.rumbo.web.FormFields.action";
        private static final String VERSION = "tag";

        private final RequestDataValueProcessor tokens;

        WithKeys(RequestDataValueProcessor tokens) {
            this.tokens = tokens;
        }

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            request.setAttribute(ACTION, action);
            return tokens.processAction(request, action, method);
        }

        /** A draft stays one of the version on which it was written, so that nothing newer is overwritten by it. */
        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            if (VERSION.equals(name)
                    && request.getAttribute(RestoredDrafts.RESTORED) instanceof FormDrafts.Draft draft
                    && draft.address().equals(request.getAttribute(ACTION))
                    && draft.fields().get(VERSION) != null) {
                return String.join("", draft.fields().get(VERSION));
            }
            return tokens.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var fields = tokens.getExtraHiddenFields(request);
            var actor = fields == null || fields.isEmpty()
                    ? null
                    : actors.getObject().get();
            if (fields == null || actor == null) {
                return fields;
            }
            var all = new LinkedHashMap<>(fields);
            all.put(OnceOnlyForms.FIELD, UUID.randomUUID().toString());
            all.put(FormOwner.FIELD, owner.getObject().mark(actor.id()));
            return all;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }
}
