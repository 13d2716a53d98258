package org.matricula.law.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts.Problem;

/// Answers JSON lines one by one, in order, while they arrive. A blank line is passed over; every other line gets
/// exactly one line back, and no line can stop the rest or fill the memory.
public final class Batch {
    private static final int READ_AT_ONCE = 1 << 16;

    private final DecisionDesk desk;
    private final String language;
    private final int largestFacts;
    private final int longest;

    private final byte[] buffer = new byte[READ_AT_ONCE];
    private int next;
    private int filled;
    private boolean tooLong;
    private long faults;

    /// A batch whose lines may hold the largest facts that any decision takes.
    ///
    /// @param language the language of lines that name none
    public Batch(DecisionDesk desk, String language) {
        this(desk, language, desk.largestFacts());
    }

    /// A batch with a limit of its own.
    ///
    /// @param language the language of lines that name none
    /// @param largestFacts the largest facts taken on a line, in bytes
    public Batch(DecisionDesk desk, String language, int largestFacts) {
        this.desk = desk;
        this.language = language;
        this.largestFacts = largestFacts;
        this.longest = largestFacts + BatchLine.AROUND_FACTS;
    }

    /// Answers every line of the input. What is written is flushed whenever the input has nothing more to give for now,
    /// so that a program may talk to us line by line.
    ///
    /// @return how many lines were answered, and how many failed by a fault of ours
    public Ran run(InputStream in, Writer out) throws IOException {
        long answered = 0;
        for (byte[] line = line(in, out); line != null; line = line(in, out)) {
            String answer = answer(line);
            if (!answer.isEmpty()) {
                out.write(answer);
                out.write('\n');
                answered++;
            }
        }
        out.flush();
        return new Ran(answered, faults);
    }

    /// What a batch came to.
    ///
    /// @param lines how many lines went out
    /// @param faults how many of them only say that the decision failed by a fault of ours
    public record Ran(long lines, long faults) {}

    private String answer(byte[] line) {
        if (tooLong) {
            return error(Say.TOO_LONG, largestFacts);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException _) {
            return error(Say.NOT_UTF8);
        }
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (clean.isBlank()) {
            return "";
        }
        try {
            return desk.answerLine(clean, language);
        } catch (RuntimeException e) {
            // A fault of ours in one decision: that line says so, and the rest go on.
            faults++;
            return error(Say.OUR_FAULT, e);
        }
    }

    private String error(Say what, Object... arguments) {
        return ResultJson.error(List.of(new Problem("", what.in(language, arguments))), language);
    }

    /// The next line without its end, or null at the end of the input; of a line that is too long only the first part.
    private byte @Nullable [] line(InputStream in, Writer out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        tooLong = false;
        boolean something = false;
        while (true) {
            if (next == filled) {
                if (in.available() == 0) {
                    out.flush();
                }
                filled = in.read(buffer);
                next = 0;
                if (filled <= 0) {
                    filled = 0;
                    return something ? line.toByteArray() : null;
                }
            }
            something = true;
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + (end - next) > longest) {
                tooLong = true;
            } else {
                line.write(buffer, next, end - next);
            }
            boolean complete = end < filled;
            next = complete ? end + 1 : end;
            if (complete) {
                return line.toByteArray();
            }
        }
    }
}
