package org.matricula.law.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A node of a YAML file that knows its line, so that every complaint can name it.
///
/// Each accessor either gives a value of the asked kind or throws [YamlFault].
public final class YamlNode {
    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /// Reads a whole file.
    ///
    /// @param file the name used in complaints
    /// @param text its content
    public static YamlNode parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        Optional<Node> root;
        try {
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new YamlFault(file, line, e.getProblem());
        }
        return new YamlNode(file, root.orElseThrow(() -> new YamlFault(file, 1, "the file is empty")));
    }

    /// The line of the node, counted from 1.
    public int line() {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    /// A complaint about this node.
    public YamlFault fault(String problem) {
        return new YamlFault(file, line(), problem);
    }

    /// The entries of a mapping whose keys are all among `known`.
    public Map<String, YamlNode> fields(Set<String> known) {
        Map<String, YamlNode> fields = fields();
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.fault("unknown key '%s'; known are %s".formatted(key, known));
            }
        });
        return fields;
    }

    /// The entries of a mapping with any keys, in the order of the file.
    public Map<String, YamlNode> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("a mapping of keys to values is expected");
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new YamlNode(file, tuple.getKeyNode()).text();
            YamlNode value = new YamlNode(file, tuple.getValueNode());
            if (fields.put(key, value) != null) {
                throw value.fault("key '%s' is given twice".formatted(key));
            }
        }
        return fields;
    }

    /// The value of a key that must be there.
    public YamlNode required(Map<String, YamlNode> fields, String key) {
        YamlNode value = fields.get(key);
        if (value == null || value.isNull()) {
            throw fault("key '%s' is missing".formatted(key));
        }
        return value;
    }

    /// The items of a sequence.
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("a list is expected");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    /// Whether the value is `null`, `~` or nothing.
    public boolean isNull() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /// Whether the value is a list.
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /// A scalar as it stands in the file, without surrounding white space; blank is refused.
    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw fault("a text is expected");
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty()) {
            throw fault("the text is blank");
        }
        return text;
    }

    /// `true` or `false`.
    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("true or false is expected, not '%s'".formatted(text()));
        };
    }

    /// A whole number.
    public int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw fault("a whole number is expected, not '%s'".formatted(text()));
        }
    }

    /// A date such as `2016-03-01`.
    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw fault("a date such as 2016-03-01 is expected, not '%s'".formatted(text()));
        }
    }

    /// A date, or null when the node is absent or null.
    public static @Nullable LocalDate dateOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : node.date();
    }

    /// The node as plain Java values: maps, lists, strings, numbers, booleans and null, by the YAML 1.2 JSON schema.
    public @Nullable Object plain() {
        return switch (node) {
            case MappingNode _ -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                fields().forEach((key, value) -> map.put(key, value.plain()));
                yield map;
            }
            case SequenceNode _ -> {
                List<@Nullable Object> list = new ArrayList<>();
                items().forEach(item -> list.add(item.plain()));
                yield list;
            }
            case ScalarNode scalar -> plainScalar(scalar);
            default -> throw fault("an anchor or an unknown kind of node");
        };
    }

    private @Nullable Object plainScalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return flag();
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return new java.math.BigDecimal(scalar.getValue());
        }
        return scalar.getValue();
    }
}
