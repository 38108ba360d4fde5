package org.rumbo.recommendation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class RecommendationCodeConverter implements AttributeConverter<RecommendationCode, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable RecommendationCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable RecommendationCode convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : new RecommendationCode(value);
    }
}
