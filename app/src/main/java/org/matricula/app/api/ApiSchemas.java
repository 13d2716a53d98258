package org.matricula.app.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Java types as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks: records by their components, the rest by what
/// Jackson makes of it.
final class ApiSchemas {
    private final Set<Type> inside = new HashSet<>();

    private ApiSchemas() {}

    static ObjectNode of(Type type) {
        return new ApiSchemas().schema(type);
    }

    private ObjectNode schema(Type type) {
        return switch (type) {
            case Class<?> plain -> plain(plain);
            case ParameterizedType generic -> generic(generic);
            case WildcardType any -> schema(any.getUpperBounds()[0]);
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    private ObjectNode generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return schema(type.getActualTypeArguments()[0]);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = typed("array");
            array.set("items", schema(type.getActualTypeArguments()[0]));
            return array;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode object = typed("object");
            object.set("additionalProperties", schema(type.getActualTypeArguments()[1]));
            return object;
        }
        return schema(raw);
    }

    private ObjectNode plain(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return typed("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return typed("integer");
        }
        if (type == double.class || type == Double.class || Number.class.isAssignableFrom(type)) {
            return typed("number");
        }
        if (type == UUID.class) {
            return typed("string").put("format", "uuid");
        }
        if (type == LocalDate.class) {
            return typed("string").put("format", "date");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return typed("string").put("format", "date-time");
        }
        if (type.isEnum()) {
            ObjectNode node = typed("string");
            ArrayNode values = node.putArray("enum");
            for (Object each : type.getEnumConstants()) {
                values.add(((Enum<?>) each).name());
            }
            return node;
        }
        return type.isRecord() && inside.add(type) ? object(type) : JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = typed("object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), schema(component.getGenericType()));
            boolean optional = component.getType() == Optional.class
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        inside.remove(type);
        return object;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
