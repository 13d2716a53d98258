package org.matricula.packs.ru.identifiers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pension insurance number that is well formed: nine digits of a serial number and two control digits.
///
/// Written as `112-233-445 95`; the blanks and hyphens between the groups may be left out.
///
/// @param serial the nine digits
/// @param control the two control digits as written
record Snils(String serial, String control) {
    /// Up to this serial number, 001-001-998, numbers were given out without control digits.
    private static final int LAST_UNCHECKED = 1_001_998;

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{2})");

    /// The number, if the text has the form of one.
    static Optional<Snils> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new Snils(written.group(1) + written.group(2) + written.group(3), written.group(4)))
                : Optional.empty();
    }

    boolean isChecked() {
        return Integer.parseInt(serial) > LAST_UNCHECKED;
    }

    /// The nine digits times 9 to 1.
    int sum() {
        int sum = 0;
        for (int i = 0; i < serial.length(); i++) {
            sum += (serial.charAt(i) - '0') * (9 - i);
        }
        return sum;
    }

    /// The sum, above 101 its remainder by 101; 100 and 101 give 00. Always two digits.
    String expected() {
        int rest = sum() % 101;
        int control = rest == 100 ? 0 : rest;
        return (control < 10 ? "0" : "") + control;
    }

    boolean isValid() {
        return !isChecked() || expected().equals(control);
    }

    /// Whether a digit stands three times running within the serial number; one fund refuses such numbers.
    boolean repeatsADigit() {
        for (int i = 2; i < serial.length(); i++) {
            if (serial.charAt(i) == serial.charAt(i - 1) && serial.charAt(i) == serial.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }
}
