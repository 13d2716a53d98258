package org.matricula.packs.vn.reportbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.ClassSheetTemplate;
import org.matricula.registry.gradebook.Reading;

/// The files in `examples/` are what this code writes; `-Dexamples.write=true` writes them again.
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private final ClassSheetTemplate template = new ClassSheetTemplate(new PrimaryClassSheet());

    @Test
    void class_4a_is_read_back_as_it_was_written() throws IOException {
        var file = committed("class-4a.xlsx", template.filled(ExampleClasses.fourA()));
        var reading = read(file);
        assertThat(reading.remarks()).extracting(p -> p.line("en")).isEmpty();
        var sheet = ((Reading.Read) reading).sheet();
        assertThat(sheet.info()).isEqualTo(ExampleClasses.fourA().info());
        assertThat(sheet.rows())
                .containsExactlyElementsOf(ExampleClasses.fourA().rows());
    }

    private static Reading read(byte[] file) {
        return new ClassSheetReader(new PrimaryClassSheet()).read(file, TODAY);
    }

    static byte[] committed(String name, byte[] generated) throws IOException {
        var path = EXAMPLES.resolve(name);
        if (Boolean.getBoolean("examples.write")) {
            Files.createDirectories(path.getParent());
            Files.write(path, generated);
        }
        assertThat(path).hasBinaryContent(generated);
        return generated;
    }
}
