package org.matricula.app.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.page.Language;
import org.matricula.registry.records.flows.SealClassFlow;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;

/// Shows how far the sealing is: a bar on a terminal, nothing where a program reads along.
final class SealProgress implements SealClassFlow.Progress, AutoCloseable {
    private final Language language;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private @Nullable ProgressBar bar;

    SealProgress(Language language) {
        this.language = language;
    }

    @Override
    public void planned(int pupils, int signatures) {
        if (terminal && signatures > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(language == Language.VI ? "Ký" : "Signing")
                    .setInitialMax(signatures + pupils)
                    .setUpdateIntervalMillis(100)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }
    }

    @Override
    public void signed(Signatory signatory, int signatures) {
        if (bar != null) {
            bar.setExtraMessage(signatory.office().in(language == Language.VI ? "vi" : "en"));
            bar.stepBy(signatures);
        }
    }

    @Override
    public void written(String book) {
        if (bar != null) {
            bar.setExtraMessage(book);
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
