package org.matricula.registry.gradebook.grid;

import java.util.Optional;

/// Addresses as spreadsheets write them.
public final class A1 {
    /// Excel's own limits; an address beyond them is no address.
    static final int LAST_ROW = 1_048_576;

    private static final int LAST_COLUMN = 16_383;

    private A1() {}

    /// `D12` for row 12 and column 3.
    public static String address(int row, int column) {
        return column(column) + row;
    }

    /// `D` for column 3.
    public static String column(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /// A place in a grid.
    ///
    /// @param row counted from 1
    /// @param column counted from 0
    record Place(int row, int column) {}

    /// The place of an address such as `D12` or `$D$12`; empty when it is none.
    static Optional<Place> place(String address) {
        int column = 0;
        int at = 0;
        var plain = address.replace("$", "");
        for (; at < plain.length() && at < 4 && isLetter(plain.charAt(at)); at++) {
            column = column * 26 + (plain.charAt(at) & ~0x20) - 'A' + 1;
        }
        int digits = plain.length() - at;
        if (at == 0 || column - 1 > LAST_COLUMN || digits < 1 || digits > 7) {
            return Optional.empty();
        }
        int row = 0;
        for (; at < plain.length(); at++) {
            char digit = plain.charAt(at);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            row = row * 10 + digit - '0';
        }
        return row < 1 || row > LAST_ROW ? Optional.empty() : Optional.of(new Place(row, column - 1));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
