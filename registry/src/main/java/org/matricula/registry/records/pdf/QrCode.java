package org.matricula.registry.records.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// The modules of a QR code of medium error correction: it survives a fold and a coffee ring.
final class QrCode {
    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /// @throws IllegalArgumentException when the text is too long for a QR code
    static QrCode of(String text) {
        try {
            return new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code can hold: " + text, e);
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
