package org.matricula.registry.accounts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A QR code as the address of a picture (SVG) that needs no second request.
final class QrPicture {
    private QrPicture() {}

    static String of(String text) {
        try {
            BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        path.append("M%d,%dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            String svg =
                    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' shape-rendering='crispEdges'><path fill='#fff' d='M0,0h%1$dv%2$dh-%1$dz'/><path d='%3$s'/></svg>"
                            .formatted(bits.getWidth(), bits.getHeight(), path);
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        } catch (WriterException e) {
            throw new IllegalStateException("a text of ours fits into a QR code: " + text.length(), e);
        }
    }
}
