package org.matricula.registry.records;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.matricula.law.Sentence;
import org.matricula.registry.flow.Refusal;

/// What was done with a class sheet, as a page for the school's files.
///
/// @param file the name of the sheet
/// @param school the school's name
/// @param className the class
/// @param schoolYear the school year
/// @param at when, in the school's time
/// @param demo whether demo keys signed: then nothing in it has legal value
/// @param pupils a line a pupil, in the order of the sheet
/// @param signers who signed, in order
/// @param remarks how the sheet was read, and what a person should look at
/// @param leftOut what has to be mended before the rows left out can be sealed
public record SealReport(
        String file,
        String school,
        String className,
        String schoolYear,
        String at,
        boolean demo,
        List<Pupil> pupils,
        List<SignerLine> signers,
        List<Sentence> remarks,
        List<? extends Refusal> leftOut) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss XXX", Locale.ROOT);

    public SealReport {
        leftOut = List.copyOf(leftOut);
        pupils = List.copyOf(pupils);
        signers = List.copyOf(signers);
        remarks = List.copyOf(remarks);
    }

    /// A moment as the report writes it, with the offset of the school's zone.
    public static String time(ZonedDateTime moment) {
        return TIME.format(moment);
    }

    /// How many pupils ended in the state.
    public long count(State state) {
        return pupils.stream().filter(p -> p.state() == state).count();
    }

    /// What became of a pupil's row.
    public enum State {
        /// Sealed now, both formats.
        SEALED,
        /// Sealed before with the same content; left as it is.
        ALREADY_SEALED,
        /// Left out: the row has to be mended first.
        LEFT_OUT
    }

    /// One pupil.
    ///
    /// @param row the row in the sheet
    /// @param name the pupil's name as read; a dash when it could not be read
    /// @param state what became of the row
    /// @param book the number of the book, which is also the name of its two files; empty when left out
    /// @param result the year result, or a dash
    /// @param remarks what a person should look at
    public record Pupil(int row, String name, State state, String book, Sentence result, List<Sentence> remarks) {
        public Pupil {
            remarks = List.copyOf(remarks);
        }
    }

    /// One signer.
    ///
    /// @param office the office in words
    /// @param name the person or the institution
    /// @param serial the serial number of the certificate, hexadecimal
    /// @param signatures how many signatures were made
    public record SignerLine(Sentence office, String name, String serial, int signatures) {}
}
