package org.matricula.verifier.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value in a PDF file (ISO 32000-1, 7.3).
public sealed interface PdfValue {
    /// Nothing.
    record Null() implements PdfValue {}

    /// True or false.
    record Bool(boolean value) implements PdfValue {}

    /// A number, as written.
    record Numeral(String text) implements PdfValue {
        /// Its value when it is a whole number from 0; otherwise -1.
        public int whole() {
            return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        }
    }

    /// A name, decoded.
    record Name(String text) implements PdfValue {}

    /// A string, decoded.
    ///
    /// @param from the offset in the file of its opening bracket; -1 when it was packed with other objects
    /// @param to the offset in the file after its closing bracket; -1 when it was packed
    /// @param hexadecimal whether it was written in hexadecimal
    record Text(byte[] bytes, int from, int to, boolean hexadecimal) implements PdfValue {
        /// Its bytes as Latin letters; enough for what we compare.
        public String latin() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /// A list.
    record Array(List<PdfValue> values) implements PdfValue {
        public Array {
            values = List.copyOf(values);
        }
    }

    /// A dictionary.
    record Dictionary(Map<String, PdfValue> entries) implements PdfValue {
        public Dictionary {
            entries = Map.copyOf(entries);
        }
    }

    /// A stream: its dictionary, and where its data lie in the file.
    record Stream(Dictionary dictionary, int from, int to) implements PdfValue {}

    /// A reference to an object of generation 0.
    record Reference(int number) implements PdfValue {}
}
