package org.rumbo.team;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class CountryCodeConverter implements AttributeConverter<CountryCode, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable CountryCode country) {
        return country == null ? null : country.iso2();
    }

    @Override
    public @Nullable CountryCode convertToEntityAttribute(@Nullable String iso2) {
        return iso2 == null ? null : new CountryCode(iso2);
    }
}
