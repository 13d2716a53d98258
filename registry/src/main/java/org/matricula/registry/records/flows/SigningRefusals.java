package org.matricula.registry.records.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Why signing cannot begin. The office's own order, except where the law of the form speaks: then its findings stand
/// beside the record.
public sealed interface SigningRefusals extends Refusal {
    @Override
    default List<String> clauses() {
        return List.of();
    }

    /// No record of the class can be signed now: each is signed already, or waits for something.
    @WithoutClause("what each record waits for is told beside it, with its clauses")
    record NothingToSign() implements SigningRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "There is nothing to sign here now: every record is signed already, or waits for what is listed beside it.",
                    "Hiện không có gì để ký: học bạ đã được ký, hoặc còn chờ những mục ghi bên cạnh.");
        }
    }

    /// The records name somebody else as the one who signs here.
    @WithoutClause("assignments are the order of the office; a signature under another name would not verify")
    record NotTheOneNamed(String named) implements SigningRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "The records name %s here, so nobody else can sign. If that is wrong, ask the office to correct the assignment.",
                    "Học bạ ghi tên %s ở mục này nên người khác không ký được. Nếu sai, hãy nhờ văn phòng sửa phân công.",
                    named.isEmpty() ? "—" : named);
        }
    }

    /// The key's certificate bears another name than the person's account.
    @WithoutClause("a signature under another name would not verify")
    record CertificateOfAnotherName(String certificate, String account) implements SigningRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "Your certificate says %s, your account says %s. A signature needs one name: ask the administrator to mend the one that is wrong.",
                    "Chứng thư ghi %s, tài khoản ghi %s. Chữ ký cần một tên duy nhất: hãy nhờ quản trị viên sửa chỗ sai.",
                    certificate,
                    account);
        }
    }
}
