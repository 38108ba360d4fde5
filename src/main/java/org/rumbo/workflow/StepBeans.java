package org.rumbo.workflow;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * All that an expression in a model can see. The beans are fetched when an expression asks for them, because they themselves depend on
 * the engine.
 */
final class StepBeans extends AbstractMap<Object, Object> {
    static final Set<String> NAMES =
            Set.of(ClaimModel.STEPS, EvaluationModel.STEPS, RoundModel.STEPS, ImportModel.STEPS);

    private final BeanFactory beans;

    StepBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String && NAMES.contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean(String.valueOf(name)) : null;
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(NAMES);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return NAMES.stream()
                .map(name -> Map.<Object, Object>entry(name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
