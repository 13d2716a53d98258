package org.matricula.law.desk;

import java.lang.invoke.MethodHandle;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What a fact may look like; derived once from the facts record.
sealed interface Shape {
    /// A text; `visible` when it must have a visible character, `loose` when a number or a flag is taken by its text.
    record Text(boolean visible, boolean loose) implements Shape {}

    /// A whole number from `min` to `max`, kept as int or long.
    record Whole(long min, long max, boolean wide) implements Shape {}

    /// A decimal number from `min` to `max`.
    record Decimal(long min, long max) implements Shape {}

    /// True or false.
    record Flag() implements Shape {}

    /// One of the names of an enum, in its order.
    record Choice(Map<String, Enum<?>> values) implements Shape {}

    /// A date.
    record Day() implements Shape {}

    /// A time of day.
    record Time() implements Shape {}

    /// A local date-time of the zone; one with an offset is converted to it.
    record Moment(ZoneId zone) implements Shape {}

    /// A list, of at least one item when `filled`.
    record Many(Shape item, boolean filled) implements Shape {}

    /// An object with any names.
    record Named(Shape value, boolean filled) implements Shape {}

    /// A record.
    ///
    /// @param maker the canonical constructor, taking one array of all components
    record Whose(Class<? extends Record> type, List<Field> fields, Map<String, Field> byName, MethodHandle maker)
            implements Shape {}

    /// A component of a record.
    ///
    /// @param optional whether it may be absent or null
    /// @param says what it means; blank when nobody said
    record Field(int index, String name, Shape shape, boolean optional, String says, MethodHandle getter) {}
}
