package org.matricula.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.matricula.registry.records.pdf.PdfBatch;

/// The three faces in which every competitor prints, the ones that we print in.
enum Fonts {
    REGULAR("normal", "normal"),
    BOLD("normal", "bold"),
    ITALIC("italic", "normal");

    final String style;
    final String weight;

    Fonts(String style, String weight) {
        this.style = style;
        this.weight = weight;
    }

    String fileName() {
        return "NotoSerif-" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) + ".ttf";
    }

    byte[] bytes() {
        try (InputStream in = PdfBatch.class.getResourceAsStream("/fonts/" + fileName())) {
            if (in == null) {
                throw new IllegalStateException("the registry has no font " + fileName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
