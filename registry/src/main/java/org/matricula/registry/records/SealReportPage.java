package org.matricula.registry.records;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;

/// The report as one self-contained HTML page that opens without a server.
public final class SealReportPage {
    private SealReportPage() {}

    /// The page in the reader's language, as UTF-8.
    public static byte[] html(SealReport report, Language language) {
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.matricula.templates");
        Utf8ByteOutput out = new Utf8ByteOutput();
        templates.render(
                "records/report.jte",
                Map.of("report", report, "texts", Texts.load("seal-report"), "language", language),
                out);
        return out.toByteArray();
    }
}
