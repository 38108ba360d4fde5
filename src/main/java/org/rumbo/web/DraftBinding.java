package org.rumbo.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;

/** Makes a form's object of the fields of a draft, as if they had just been sent. */
@Component
class DraftBinding {
    private final ObjectProvider<ConversionService> mvcConversionService;

    DraftBinding(ObjectProvider<ConversionService> mvcConversionService) {
        this.mvcConversionService = mvcConversionService;
    }

    /** The same kind of object, filled from the draft; null where the draft is of another form. */
    @Nullable
    Object fill(@Nullable Object form, Map<String, List<String>> fields) {
        if (form == null || !form.getClass().isRecord()) {
            return null;
        }
        var parts = form.getClass().getRecordComponents();
        if (parts.length == 1 && parts[0].getType() == Map.class) {
            return ofMap(form.getClass(), fields);
        }
        var known = Arrays.stream(parts).anyMatch(part -> fields.keySet().stream()
                .anyMatch(field -> field.equals(part.getName())
                        || field.startsWith(part.getName() + ".")
                        || field.startsWith(part.getName() + "[")));
        return known ? ofFields(form.getClass(), fields) : null;
    }

    private static Object ofMap(Class<?> form, Map<String, List<String>> fields) {
        var first = new java.util.TreeMap<String, String>();
        fields.forEach((name, values) -> first.put(name, values.isEmpty() ? "" : values.get(0)));
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(form), first);
    }

    private @Nullable Object ofFields(Class<?> form, Map<String, List<String>> fields) {
        var binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(form));
        binder.setConversionService(mvcConversionService.getIfUnique());
        binder.construct(new OfDraft(fields));
        return binder.getBindingResult().hasErrors() ? null : binder.getTarget();
    }

    private record OfDraft(Map<String, List<String>> fields) implements DataBinder.ValueResolver {
        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            var values = fields.get(name);
            if (values == null || values.isEmpty()) {
                return null;
            }
            return values.size() == 1 ? values.get(0) : values.toArray(String[]::new);
        }

        @Override
        public Set<String> getNames() {
            return fields.keySet();
        }
    }
}
