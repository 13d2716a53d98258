package org.matricula.law.desk;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of the facts of a decision, from the same shapes that read them.
final class FactsSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FactsSchema() {}

    static ObjectNode of(Desked<?, ?> desked) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:matricula:decision:" + desked.decision().id());
        schema.put("title", desked.decision().title().en());
        describe(schema, desked.facts());
        ObjectNode properties = (ObjectNode) schema.get("properties");
        if (!properties.has("asOf")) {
            ObjectNode asOf = properties.putObject("asOf");
            asOf.putArray("type").add("string").add("null");
            asOf.put("format", "date");
            asOf.put("description", "Picks the edition where the facts have no legally relevant date");
        }
        return schema;
    }

    private static void describe(ObjectNode node, Shape shape) {
        switch (shape) {
            case Shape.Text text -> {
                if (text.loose()) {
                    node.putArray("type").add("string").add("number").add("boolean");
                } else {
                    node.put("type", "string");
                }
                if (text.visible()) {
                    node.put("minLength", 1);
                    node.put("pattern", "\\S");
                }
            }
            case Shape.Whole whole -> {
                node.put("type", "integer");
                bounds(node, whole.min(), whole.max());
            }
            case Shape.Decimal decimal -> {
                node.put("type", "number");
                bounds(node, decimal.min(), decimal.max());
            }
            case Shape.Flag _ -> node.put("type", "boolean");
            case Shape.Choice choice -> {
                node.put("type", "string");
                ArrayNode names = node.putArray("enum");
                choice.values().keySet().forEach(names::add);
            }
            case Shape.Day _ -> {
                node.put("type", "string");
                node.put("format", "date");
            }
            case Shape.Time _ -> {
                node.put("type", "string");
                node.put("pattern", "^[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?$");
                node.putArray("examples").add("09:30");
            }
            case Shape.Moment moment -> {
                node.put("type", "string");
                node.put(
                        "pattern",
                        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$");
                node.put("description", "Local time of " + moment.zone() + " unless it carries an offset");
                node.putArray("examples").add("2016-03-01T17:59:00");
            }
            case Shape.Many many -> {
                node.put("type", "array");
                describe(node.putObject("items"), many.item());
                if (many.filled()) {
                    node.put("minItems", 1);
                }
            }
            case Shape.Named named -> {
                node.put("type", "object");
                describe(node.putObject("additionalProperties"), named.value());
                if (named.filled()) {
                    node.put("minProperties", 1);
                }
            }
            case Shape.Whose whose -> whose(node, whose);
        }
    }

    private static void bounds(ObjectNode node, long min, long max) {
        if (min != Long.MIN_VALUE) {
            node.put("minimum", min);
        }
        if (max != Long.MAX_VALUE) {
            node.put("maximum", max);
        }
    }

    private static void whose(ObjectNode node, Shape.Whose whose) {
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (Shape.Field field : whose.fields()) {
            ObjectNode property = properties.putObject(field.name());
            describe(property, field.shape());
            if (field.optional()) {
                allowNull(property);
            } else {
                required.add(field.name());
            }
            if (!field.says().isBlank()) {
                String more = property.has("description")
                        ? ". " + property.get("description").stringValue()
                        : "";
                property.put("description", field.says() + more);
            }
        }
        node.set("required", required);
        node.put("additionalProperties", false);
    }

    /// An optional fact may also be given as null.
    private static void allowNull(ObjectNode property) {
        if (property.get("type") instanceof ArrayNode types) {
            types.add("null");
        } else {
            String type = property.get("type").stringValue();
            property.putArray("type").add(type).add("null");
        }
        if (property.get("enum") instanceof ArrayNode names) {
            names.addNull();
        }
    }
}
