package org.matricula.registry.records.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// The modules of a QR code of medium error correction: it survives a fold and a coffee ring.
final class QrCode {
    private static final int LONGEST = 300;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /// Examines a text while the page is laid out, so that only a code that can be drawn reaches the key.
    ///
    /// @throws IllegalArgumentException when the text is too long to be read from paper by a telephone
    static String holdable(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a QR code for paper holds %d characters, not %d: %s".formatted(LONGEST, text.length(), text));
        }
        return text;
    }

    static QrCode of(String text) {
        try {
            return new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("no QR code can hold: " + text, e);
        }
    }

    int side() {
        return modules.getWidth();
    }

    /// Draws the dark modules as filled rectangles, one for each horizontal run, the lower left corner at `x`, `y`.
    void draw(Bytes out, double x, double y, double size) {
        double module = size / side();
        byte[][] rows = modules.getArray();
        out.ascii("q ").number(module, 5).ascii(" 0 0 ").number(module, 5).ascii(" ");
        out.number(x).ascii(" ").number(y).ascii(" cm\n");
        for (int row = 0; row < side(); row++) {
            for (int from = 0; from < side(); from++) {
                int to = from;
                while (to < side() && rows[row][to] == 1) {
                    to++;
                }
                if (to > from) {
                    out.number(from).ascii(" ").number(side() - 1 - row).ascii(" ");
                    out.number(to - from).ascii(" 1 re\n");
                    from = to;
                }
            }
        }
        out.ascii("f Q\n");
    }
}
