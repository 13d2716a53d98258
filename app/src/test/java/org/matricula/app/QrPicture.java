package org.matricula.app;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A photo of a QR code, as a phone held a little askew takes it.
final class QrPicture {
    private QrPicture() {}

    /// @param format `png` or `jpeg`
    static byte[] of(String text, String format) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 500, 500);
            BufferedImage photo = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
            Graphics2D hand = photo.createGraphics();
            hand.setColor(new Color(214, 205, 190));
            hand.fillRect(0, 0, 1200, 900);
            BufferedImage print = new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < 500; y++) {
                for (int x = 0; x < 500; x++) {
                    print.setRGB(x, y, code.get(x, y) ? 0x1e2028 : 0xf0eee6);
                }
            }
            hand.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            hand.rotate(0.12, 600, 450);
            hand.drawImage(print, 350, 200, null);
            hand.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(photo, format, out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
