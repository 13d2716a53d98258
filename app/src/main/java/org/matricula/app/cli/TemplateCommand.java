package org.matricula.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.matricula.registry.gradebook.ClassSheetTemplate;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./matricula template`: an empty class sheet to fill in.
@Command(
        name = "template",
        description = {
            "Writes an empty class sheet, to be filled in for a class.",
            "It has drop-downs, an example row, and a page of instructions (vi, en)."
        },
        mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
    @Option(names = "--grade", required = true, description = "The grade of the class, 1 to 5.")
    private int grade;

    @Option(names = "--out", required = true, description = "The file to write, for example class.xlsx.")
    private Path out = Path.of("class.xlsx");

    @Option(names = "--force", description = "Overwrites the file if it is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ClassSheetForm form = Forms.reportBook().sheet();
        if (!form.grades().contains(grade)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no class sheet for grade %d; primary school has the grades %s."
                            .formatted(grade, form.grades()));
        }
        if (Files.isRegularFile(out) && !force) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is there already, and somebody may have filled it in. Choose another name, or add --force."
                            .formatted(out));
        }
        write(new ClassSheetTemplate(form).empty(grade));
        spec.commandLine()
                .getOut()
                .printf("Wrote %s: fill in the two sheets, then: ./matricula seal %s --out out%n", out, out);
        return 0;
    }

    /// Whole or not at all: a sheet that is to be overwritten stays until the new one is complete.
    private void write(byte[] bytes) throws IOException {
        Path target = out.toAbsolutePath();
        if (Files.isDirectory(target) || !Files.isDirectory(target.getParent())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s cannot be a file: %s. Name a file in a folder that is there."
                            .formatted(
                                    out,
                                    Files.isDirectory(target)
                                            ? "it is a folder"
                                            : "there is no folder " + target.getParent()));
        }
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.write(beside, bytes);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
