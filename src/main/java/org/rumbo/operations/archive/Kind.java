package org.rumbo.operations.archive;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a column holds, and how each value of it is written so that it comes back as it was, from whichever database. */
enum Kind {
    TEXT("string", null) {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeString(row.getString(place));
        }

        @Override
        Object read(JsonParser json) {
            return text(json);
        }
    },
    UUID("string", "uuid") {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeString(row.getObject(place, UUID.class).toString());
        }

        @Override
        Object read(JsonParser json) {
            return java.util.UUID.fromString(text(json));
        }
    },
    INTEGER("integer", null) {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeNumber(row.getLong(place));
        }

        @Override
        Object read(JsonParser json) {
            require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
            return json.getLongValue();
        }
    },
    NUMBER("number", null) {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeNumber(row.getBigDecimal(place).toPlainString());
        }

        @Override
        Object read(JsonParser json) {
            require(json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT);
            // A short text can name a number of billions of digits.
            require(json.getString().length() < 64 && json.getString().matches("-?\\d+(\\.\\d+)?"));
            return new BigDecimal(json.getString());
        }
    },
    BOOLEAN("boolean", null) {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeBoolean(row.getBoolean(place));
        }

        @Override
        Object read(JsonParser json) {
            require(json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE);
            return json.getBooleanValue();
        }
    },
    DATE("date", null) {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeString(row.getObject(place, LocalDate.class).toString());
        }

        @Override
        Object read(JsonParser json) {
            return LocalDate.parse(text(json));
        }
    },
    TIME("datetime", "any") {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeString(
                    row.getObject(place, OffsetDateTime.class).toInstant().toString());
        }

        @Override
        Object read(JsonParser json) {
            return Instant.parse(text(json)).atOffset(ZoneOffset.UTC);
        }
    },
    BYTES("string", "binary") {
        @Override
        void write(JsonGenerator json, ResultSet row, int place) throws SQLException {
            json.writeString(Base64.getEncoder().encodeToString(row.getBytes(place)));
        }

        @Override
        Object read(JsonParser json) {
            return Base64.getDecoder().decode(text(json));
        }
    };

    private final String type;
    private final @Nullable String format;

    Kind(String type, @Nullable String format) {
        this.type = type;
        this.format = format;
    }

    /** As the database's own tables call it. */
    static Kind of(String dataType) {
        return switch (dataType.toLowerCase(Locale.ROOT)) {
            case "character varying", "character", "text" -> TEXT;
            case "uuid" -> UUID;
            case "integer", "bigint", "smallint" -> INTEGER;
            case "numeric" -> NUMBER;
            case "boolean" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp with time zone" -> TIME;
            case "bytea", "binary varying" -> BYTES;
            default -> throw new IllegalStateException("Nobody said how a " + dataType + " is archived");
        };
    }

    /** Of the Table Schema, like the format. */
    String type() {
        return type;
    }

    @Nullable
    String format() {
        return format;
    }

    /** Writes a value that is not null. */
    abstract void write(JsonGenerator json, ResultSet row, int place) throws SQLException;

    /** Reads a value that is not null; whatever is of another kind is refused by an exception. */
    abstract Object read(JsonParser json);

    private static String text(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("a value of another kind");
        }
    }
}
