package org.matricula.law.desk;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts;

/// Derives the [Shape] of a facts record by reflection. Done once a record; a type we do not read is refused here, at
/// the start, and not when the first citizen asks.
final class Shapes {
    private Shapes() {}

    /// The shape of a record.
    ///
    /// @param zone the zone of local times where the record does not name one
    static Shape.Whose of(Class<? extends Record> type, ZoneId zone) {
        Facts.Zone own = type.getAnnotation(Facts.Zone.class);
        ZoneId here = own == null ? zone : ZoneId.of(own.value());
        RecordComponent[] components = type.getRecordComponents();
        List<Shape.Field> fields = new ArrayList<>();
        Map<String, Shape.Field> byName = new LinkedHashMap<>();
        for (int i = 0; i < components.length; i++) {
            Shape.Field field = field(i, components[i], here);
            fields.add(field);
            byName.put(field.name(), field);
        }
        return new Shape.Whose(type, List.copyOf(fields), Collections.unmodifiableMap(byName), maker(type, components));
    }

    private static Shape.Field field(int index, RecordComponent component, ZoneId zone) {
        Facts.Says says = component.getAnnotation(Facts.Says.class);
        Type type = component.getGenericType();
        Type inner = argument(type, Optional.class, 0);
        Shape shape = shape(inner == null ? type : inner, component, zone);
        return new Shape.Field(
                index, component.getName(), shape, inner != null, says == null ? "" : says.value(), getter(component));
    }

    private static Shape shape(Type type, RecordComponent component, ZoneId zone) {
        boolean filled = component.isAnnotationPresent(Facts.NotEmpty.class);
        Type item = argument(type, List.class, 0);
        if (item != null) {
            return new Shape.Many(shape(item, component, zone), filled);
        }
        Type key = argument(type, Map.class, 0);
        Type value = argument(type, Map.class, 1);
        if (key == String.class && value != null) {
            return new Shape.Named(shape(value, component, zone), filled);
        }
        if (!(type instanceof Class<?> plain)) {
            throw unknown(type, component);
        }
        if (plain.isEnum()) {
            return new Shape.Choice(names(plain));
        }
        if (plain.isRecord()) {
            return of(plain.asSubclass(Record.class), zone);
        }
        return simple(plain, component, zone, filled);
    }

    private static Shape simple(Class<?> type, RecordComponent component, ZoneId zone, boolean filled) {
        long min = bound(component, Facts.Min.class, Long.MIN_VALUE);
        long max = bound(component, Facts.Max.class, Long.MAX_VALUE);
        return switch (type.getName()) {
            case "java.lang.String" -> new Shape.Text(filled, component.isAnnotationPresent(Facts.AsText.class));
            case "int", "java.lang.Integer" ->
                new Shape.Whole(Math.max(min, Integer.MIN_VALUE), Math.min(max, Integer.MAX_VALUE), false);
            case "long", "java.lang.Long" -> new Shape.Whole(min, max, true);
            case "boolean", "java.lang.Boolean" -> new Shape.Flag();
            default -> {
                if (type == BigDecimal.class) {
                    yield new Shape.Decimal(min, max);
                } else if (type == LocalDate.class) {
                    yield new Shape.Day();
                } else if (type == LocalTime.class) {
                    yield new Shape.Time();
                } else if (type == LocalDateTime.class) {
                    yield new Shape.Moment(zone);
                }
                throw unknown(type, component);
            }
        };
    }

    private static Map<String, Enum<?>> names(Class<?> type) {
        Map<String, Enum<?>> names = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> value = (Enum<?>) constant;
            names.put(value.name(), value);
        }
        return Collections.unmodifiableMap(names);
    }

    private static long bound(RecordComponent component, Class<? extends Annotation> type, long otherwise) {
        return switch (component.getAnnotation(type)) {
            case Facts.Min min -> min.value();
            case Facts.Max max -> max.value();
            case null, default -> otherwise;
        };
    }

    private static @Nullable Type argument(Type type, Class<?> raw, int index) {
        return type instanceof ParameterizedType p && p.getRawType() == raw ? p.getActualTypeArguments()[index] : null;
    }

    private static IllegalArgumentException unknown(Type type, RecordComponent component) {
        return new IllegalArgumentException("%s.%s: facts cannot be of type %s; see org.matricula.law.Facts"
                .formatted(component.getDeclaringRecord().getSimpleName(), component.getName(), type.getTypeName()));
    }

    private static MethodHandle maker(Class<? extends Record> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot reach the constructor of " + type.getName(), e);
        }
    }

    /// A component read from any record as an object.
    static MethodHandle getter(RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
