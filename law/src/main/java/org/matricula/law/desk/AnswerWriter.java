package org.matricula.law.desk;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;
import tools.jackson.core.JsonGenerator;

/// Writes a value as JSON: records field by field, nothing left out, a null where there is no value.
final class AnswerWriter {
    /// One record class, read once.
    private record Fields(String[] names, MethodHandle[] getters) {}

    private static final ClassValue<Fields> FIELDS = new ClassValue<>() {
        @Override
        protected Fields computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            String[] names = new String[components.length];
            MethodHandle[] getters = new MethodHandle[components.length];
            for (int i = 0; i < components.length; i++) {
                names[i] = components[i].getName();
                getters[i] = Shapes.getter(components[i]);
            }
            return new Fields(names, getters);
        }
    };

    private final JsonGenerator out;
    private final String language;

    AnswerWriter(JsonGenerator out, String language) {
        this.out = out;
        this.language = language;
    }

    /// Writes a member of the current object.
    void member(String name, @Nullable Object value) {
        out.writeName(name);
        write(value);
    }

    /// Writes a value of any kind that an answer may have.
    void write(@Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            case Enum<?> constant -> out.writeString(constant.name());
            case Temporal time -> out.writeString(told(time));
            case Sentence sentence -> out.writeString(sentence.in(language));
            case Optional<?> optional -> write(optional.orElse(null));
            case OptionalInt optional -> write(optional.isPresent() ? (Object) optional.getAsInt() : null);
            case OptionalLong optional -> write(optional.isPresent() ? (Object) optional.getAsLong() : null);
            case Collection<?> items -> {
                out.writeStartArray();
                items.forEach(this::write);
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, item) -> member(key instanceof Enum<?> e ? e.name() : String.valueOf(key), item));
                out.writeEndObject();
            }
            case Record record -> record(record);
            default ->
                throw new IllegalArgumentException(
                        "an answer cannot hold a " + value.getClass().getName());
        }
    }

    private void record(Record record) {
        Fields fields = FIELDS.get(record.getClass());
        out.writeStartObject();
        for (int i = 0; i < fields.names().length; i++) {
            member(fields.names()[i], get(fields.getters()[i], record));
        }
        out.writeEndObject();
    }

    static @Nullable Object get(MethodHandle getter, Record record) {
        try {
            return getter.invoke(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + record.getClass().getName(), e);
        }
    }

    /// Date-times always with seconds, times without when they are zero: `2016-03-01T17:59:00`, `09:30`.
    private static String told(Temporal time) {
        return switch (time) {
            case LocalDateTime moment -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
            case OffsetDateTime moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
            case ZonedDateTime moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
            default -> time.toString();
        };
    }
}
