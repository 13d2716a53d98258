package org.matricula.registry.verification;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads the QR code in a photo, for phones whose browser cannot. Any bytes in, an answer out; memory and time have an
/// end. The picture is not kept.
final class QrPhoto {
    /// Larger pictures than telephones take are not unpacked.
    static final long MOST_PIXELS = 64_000_000;

    /// The lengths of the longer side at which a code is looked for: most are found in the first one.
    private static final List<Integer> SIDES = List.of(1600, 3200, 800);

    private static final Map<DecodeHintType, ?> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE),
            DecodeHintType.CHARACTER_SET,
            "UTF-8");

    private static final Semaphore AT_ONCE = new Semaphore(2);
    private static final int PATIENCE_SECONDS = 10;

    private QrPhoto() {}

    /// What a picture shows.
    sealed interface Seen {
        /// A QR code with this text.
        record Code(String text) implements Seen {}

        /// A picture without a code that can be read.
        record NoCode() implements Seen {}

        /// No picture, a broken one, or one that is too large.
        record NoPicture() implements Seen {}

        /// Too many pictures came at once.
        record Busy() implements Seen {}
    }

    /// Whether bytes begin as a picture does that can be read here: JPEG or PNG.
    static boolean isPicture(byte[] bytes) {
        return format(bytes).isPresent();
    }

    private static Optional<String> format(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 && (bytes[2] & 0xff) == 0xff) {
            return Optional.of("jpeg");
        }
        boolean png = bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
        return png ? Optional.of("png") : Optional.empty();
    }

    /// Looks for a code.
    static Seen read(byte[] bytes) {
        Optional<String> format = format(bytes);
        if (format.isEmpty()) {
            return new Seen.NoPicture();
        }
        try {
            if (!AT_ONCE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Seen.Busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Seen.Busy();
        }
        try {
            return read(bytes, format.get());
        } finally {
            AT_ONCE.release();
        }
    }

    private static Seen read(byte[] bytes, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            int last = 0;
            for (int side : SIDES) {
                reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return new Seen.NoPicture();
                }
                int step = Math.max(1, Math.ceilDiv(Math.max(width, height), side));
                if (step != last) {
                    last = step;
                    ImageReadParam every = reader.getDefaultReadParam();
                    every.setSourceSubsampling(step, step, 0, 0);
                    Optional<String> text = decode(reader.read(0, every));
                    if (text.isPresent()) {
                        return new Seen.Code(text.get());
                    }
                }
            }
            return new Seen.NoCode();
        } catch (IOException | RuntimeException _) {
            // The readers of the Java platform answer some broken pictures with exceptions of many kinds.
            return new Seen.NoPicture();
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> decode(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        RGBLuminanceSource light =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        for (BinaryBitmap each : List.of(
                new BinaryBitmap(new HybridBinarizer(light)), new BinaryBitmap(new GlobalHistogramBinarizer(light)))) {
            try {
                return Optional.of(new QRCodeReader().decode(each, HINTS).getText());
            } catch (NotFoundException _) {
                // nothing at this contrast; the other one may show it
            } catch (ReaderException _) {
                // a code that is damaged at this contrast
            }
        }
        return Optional.empty();
    }
}
