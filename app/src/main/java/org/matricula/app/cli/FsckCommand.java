package org.matricula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matricula.app.database.DatabaseUnavailable;
import org.matricula.app.database.OfflineDatabase;
import org.matricula.app.ops.Fsck;
import org.matricula.law.Sentence;
import org.matricula.registry.records.RecordsFsck;
import org.matricula.registry.transparency.LogInDoubt;
import org.matricula.registry.verification.TrustFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `./matricula fsck`: does everything that the register keeps tell one story?
@Command(
        name = "fsck",
        description = {
            "Checks everything that this register has stored, while its server is stopped.",
            "The log from its leaves; every sealed record in both formats with the verifier; digests, leaves, states,"
                    + " signatures and the gradebook against each other. Nothing is changed."
        },
        footer = {"", "Exit status: 0 sound, 1 something contradicts, 2 not everything could be checked."},
        mixinStandardHelpOptions = true)
final class FsckCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of this installation's data (default: ./data beside the program).")
    private @Nullable Path data;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "en",
            description = "Language of the report: en, vi (default: ${DEFAULT-VALUE}).")
    private String lang = "en";

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws IOException {
        if (!List.of("en", "vi").contains(lang)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no language '%s' here; choose en or vi.".formatted(lang));
        }
        Map<String, String> environment = System.getenv();
        Path folder = MatriculaCommand.dataFolder(data);
        try (OfflineDatabase database = OfflineDatabase.open(folder, environment)) {
            Optional<String> origin = origin(folder, environment);
            if (origin.isEmpty()) {
                return unable(new Sentence(
                        "%s is missing: the name of the log. Restore the folder of data from the backup."
                                .formatted(folder.resolve("log").resolve("origin")),
                        "Thiếu tệp %s (tên của nhật ký). Hãy khôi phục thư mục dữ liệu từ bản sao lưu."
                                .formatted(folder.resolve("log").resolve("origin"))));
            }
            Path trust = Optional.ofNullable(environment.get("MATRICULA_TRUST"))
                    .filter(given -> !given.isBlank())
                    .map(Path::of)
                    .orElse(folder.resolve("demo-keys").resolve("trust.json"));
            Fsck fsck =
                    new Fsck(database.owner(), folder, origin.get(), new TrustFile(trust, Optional.empty()).verifier());
            return told(fsck.run(clock.instant()));
        } catch (DatabaseUnavailable | LogInDoubt | IllegalArgumentException e) {
            return unable(
                    new Sentence("Nothing was checked: " + e.getMessage(), "Chưa kiểm tra được gì: " + e.getMessage()));
        }
    }

    private static Optional<String> origin(Path folder, Map<String, String> environment) throws IOException {
        String given = environment.getOrDefault("MATRICULA_LOG_ORIGIN", "");
        Path file = folder.resolve("log").resolve("origin");
        if (!given.isBlank()) {
            return Optional.of(given);
        }
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    private int unable(Sentence words) {
        if (json) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("result", "COULD_NOT_CHECK").put("problem", words.in(lang));
            spec.commandLine().getOut().println(body.toPrettyString());
        } else {
            spec.commandLine().getErr().println(words.in(lang));
        }
        return 2;
    }

    private int told(Fsck.Report report) {
        if (json) {
            print(report);
        } else {
            say(report);
        }
        return report.faulty() ? 1 : report.sound() ? 0 : 2;
    }

    private void say(Fsck.Report report) {
        PrintWriter out = spec.commandLine().getOut();
        RecordsFsck.Report records = report.records();
        out.println(Sentence.of(
                        "Log: %,d leaves, %,d checkpoints. Records: %,d, with %,d sealed files verified.",
                        "Nhật ký: %,d lá, %,d điểm kiểm. Học bạ: %,d, đã kiểm tra %,d tệp đóng dấu.",
                        report.log().leaves(),
                        report.log().checkpoints(),
                        records.records(),
                        records.files())
                .in(lang));
        if (records.unfinished() > 0) {
            out.println(Sentence.of(
                            "%d records are being closed; the next start of the server carries them to their end.",
                            "%d học bạ đang được chốt; lần khởi động máy chủ tới sẽ hoàn tất.", records.unfinished())
                    .in(lang));
        }
        report.log()
                .faults()
                .forEach(fault ->
                        out.println(new Sentence("FAULT  the log: " + fault, "LỖI  nhật ký: " + fault).in(lang)));
        records.faults()
                .forEach(fault -> out.println((lang.equals("en") ? "FAULT  " : "LỖI  ")
                        + fault.words().in(lang)));
        records.unchecked()
                .forEach(fault -> out.println((lang.equals("en") ? "NOT CHECKED  " : "CHƯA KIỂM TRA  ")
                        + fault.words().in(lang)));
        out.println(conclusion(report).in(lang));
    }

    private static Sentence conclusion(Fsck.Report report) {
        if (report.faulty()) {
            return new Sentence(
                    "Something contradicts. Do not start the server: keep this folder as it is and restore the newest backup of database and folder.",
                    "Có mâu thuẫn. Đừng khởi động máy chủ: giữ nguyên thư mục này và khôi phục bản sao lưu mới nhất của cơ sở dữ liệu và thư mục.");
        }
        return report.sound()
                ? new Sentence("Sound: everything tells one story.", "Toàn vẹn: mọi dữ liệu khớp với nhau.")
                : new Sentence(
                        "No contradiction, but not everything could be checked.",
                        "Không có mâu thuẫn, nhưng chưa kiểm tra được tất cả.");
    }

    private void print(Fsck.Report report) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("result", report.faulty() ? "FAULTY" : report.sound() ? "SOUND" : "COULD_NOT_CHECK");
        body.putObject("log")
                .put("leaves", report.log().leaves())
                .put("checkpoints", report.log().checkpoints());
        body.putObject("records")
                .put("records", report.records().records())
                .put("files", report.records().files())
                .put("unfinished", report.records().unfinished());
        ArrayNode faults = body.putArray("faults");
        report.log()
                .faults()
                .forEach(fault -> faults.addObject().put("fault", "log").put("words", fault));
        report.records().faults().forEach(fault -> add(faults, fault));
        ArrayNode unchecked = body.putArray("unchecked");
        report.records().unchecked().forEach(fault -> add(unchecked, fault));
        spec.commandLine()
                .getOut()
                .println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(body));
    }

    private void add(ArrayNode to, RecordsFsck.Fault fault) {
        to.addObject()
                .put("fault", fault.name())
                .put("record", fault.record())
                .put("words", fault.words().in(lang));
    }
}
