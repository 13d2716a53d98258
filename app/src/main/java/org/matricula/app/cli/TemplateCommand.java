package org.matricula.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
        description = "Writes an empty class sheet: drop-downs, an example row, and a page of instructions (vi, en).",
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
        if (Files.exists(out) && !force) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is there already, and somebody may have filled it in. Choose another name, or add --force."
                            .formatted(out));
        }
        Files.write(out, new ClassSheetTemplate(form).empty(grade));
        spec.commandLine()
                .getOut()
                .printf("Wrote %s: fill in the two sheets, then: ./matricula seal %s --out out%n", out, out);
        return 0;
    }
}
