package org.matricula.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.verifier.cli.VerifyRun.BAD;
import static org.matricula.verifier.cli.VerifyRun.GOOD;
import static org.matricula.verifier.cli.VerifyRun.VECTORS;
import static org.matricula.verifier.cli.VerifyRun.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.TestLog;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_genuine_file_gets_one_sentence_first_and_exit_0() {
        VerifyRun answer = run("--lang", "en", GOOD);
        assertThat(answer.exit()).isZero();
        assertThat(answer.said().lines().skip(1).findFirst().orElseThrow())
                .startsWith("  Genuine: issued by Trường Tiểu học Hoa Sen");
        assertThat(answer.said()).contains("+ Every signature is right: passed").contains("Nguyễn Thị Hà");
    }

    @Test
    void an_altered_file_gets_exit_1_and_the_part_in_words() {
        VerifyRun answer = run("--lang", "vi", GOOD, BAD);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.said()).contains("Đã bị sửa: các phần sau không còn khớp với chữ ký: Toán");
    }

    @Test
    void a_file_that_could_not_be_checked_gets_exit_2_but_an_altered_one_weighs_more() {
        assertThat(run(VECTORS.resolve("record/bad/empty.xml")).exit()).isEqualTo(2);
        assertThat(run(VECTORS.resolve("record/bad/empty.xml"), BAD).exit()).isEqualTo(1);
        assertThat(run(VECTORS.resolve("record/bad/empty.xml"), GOOD).exit()).isEqualTo(2);
    }

    @Test
    void a_missing_file_gets_words_and_no_stack_trace() {
        VerifyRun answer = run("--lang", "en", folder.resolve("nowhere.xml"));
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.said()).contains("There is no such file.").doesNotContain("Exception");
        assertThat(answer.complained()).isEmpty();
    }

    @Test
    void a_file_that_is_not_ours_is_not_told_check_by_check() {
        assertThat(run("--lang", "en", folder.resolve("nowhere.xml")).said()).doesNotContain("not made");
        assertThat(run("--lang", "en", VECTORS.resolve("record/bad/another-document.xml"))
                        .said())
                .contains("bears no signature")
                .doesNotContain("PDF");
    }

    @Test
    void a_trust_list_that_is_not_there_is_said() {
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new VerifyCommand())
                .setErr(new PrintWriter(err))
                .execute("--lang", "en", "--trust", folder.resolve("none.json").toString(), GOOD.toString());
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file").contains("none.json");
    }

    @Test
    void an_empty_folder_gets_words() {
        VerifyRun answer = run("--lang", "en", folder);
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.said()).contains("The folder has no XML or PDF file.");
    }

    @Test
    void a_folder_is_walked_for_records_and_hidden_ones_are_left() throws IOException {
        Files.copy(GOOD, folder.resolve("a.xml"));
        Files.copy(VECTORS.resolve("record/good/sealed-record.pdf"), folder.resolve("a.PDF"));
        Files.copy(BAD, folder.resolve(".hidden.xml"));
        Files.writeString(folder.resolve("report.html"), "<html></html>");
        VerifyRun answer = run("--json", folder);
        assertThat(answer.exit()).isZero();
        assertThat(answer.said().lines().map(new JsonMapper()::readTree))
                .extracting(verdict -> verdict.get("state").stringValue())
                .containsExactly("GENUINE", "GENUINE");
    }

    @Test
    void json_holds_the_values_as_signed_and_every_check() {
        JsonNode verdict =
                new JsonMapper().readTree(run("--json", "--lang", "ru", GOOD).said());
        assertThat(verdict.get("state").stringValue()).isEqualTo("GENUINE");
        assertThat(verdict.get("sentence").stringValue()).startsWith("Подлинный");
        assertThat(verdict.get("checks")).hasSize(CheckId.values().length);
        assertThat(verdict.get("record").get("id").stringValue()).isEqualTo("HB-2025-7QK4M2XN");
        assertThat(verdict.get("issue").get("lookupCode").stringValue()).isEqualTo("7QK4M2XN");
        assertThat(verdict.get("signers")).hasSize(5);
    }

    @Test
    void a_trust_list_that_cannot_be_read_is_said() throws IOException {
        Path trust = Files.writeString(folder.resolve("trust.json"), "{");
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new VerifyCommand())
                .setErr(new PrintWriter(err))
                .execute("--lang", "en", "--trust", trust.toString(), GOOD.toString());
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("The trust list cannot be read");
    }

    @Test
    void a_pdf_with_its_proof_is_told_to_be_in_the_log() {
        VerifyRun answer = run("--lang", "en", VECTORS.resolve("record/good/sealed-record-with-log-proof.pdf"));
        assertThat(answer.exit()).isZero();
        assertThat(answer.said())
                .contains("Entry 12 (counted from 0) of the 13 in the log log.example/matricula")
                .contains("+ The issue is in the public log: passed");
    }

    @Test
    void the_proof_of_an_xml_file_travels_beside_it() throws IOException {
        TestLog log = TestLog.with("log.school/records", 3)
                .add(LoggedAct.ISSUE, "HB-2025-7QK4M2XN", 1, Files.readAllBytes(GOOD));
        Path proof = Files.write(folder.resolve("book.proof.json"), log.proof().toJson());
        VerifyRun good = run("--json", "--proof", proof, "--log", log.key(), GOOD);
        JsonNode entry = new JsonMapper().readTree(good.said()).get("log");
        assertThat(entry.get("origin").stringValue()).isEqualTo("log.school/records");
        assertThat(entry.get("index").longValue()).isEqualTo(3);
        assertThat(entry.get("treeSize").longValue()).isEqualTo(4);
        assertThat(run("--proof", proof, "--log", log.key(), BAD).exit()).isEqualTo(1);
        assertThat(run("--lang", "en", "--proof", proof, GOOD, BAD).complained())
                .contains("the proof of one file: name exactly one");
        assertThat(run("--lang", "en", "--proof", GOOD, GOOD).complained()).contains("The proof cannot be read");
        assertThat(run("--log", "x", GOOD).complained()).contains("--log: a verifier key is not");
    }
}
