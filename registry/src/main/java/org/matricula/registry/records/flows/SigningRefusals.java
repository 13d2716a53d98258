package org.matricula.registry.records.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Why signing cannot begin. The office's own order, except where the law of the form speaks: then its
/// findings stand beside the record.
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

    /// The key, or whoever keeps it, said no.
    @WithoutClause("without the key there is no signature")
    record KeyRefused() implements SigningRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "Your key refused to sign. What it signed before stays signed; to sign the rest, begin again and agree on the key.",
                    "Khóa của thầy cô đã từ chối ký. Những gì đã ký vẫn giữ nguyên; để ký phần còn lại, hãy bắt đầu lại và đồng ý trên khóa.");
        }
    }

    /// The key is locked: by a wrong PIN, or for good.
    @WithoutClause("without the key there is no signature")
    record KeyLocked() implements SigningRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "Your key stayed locked: its PIN or password was not right, or it is blocked. What it signed before stays signed.",
                    "Khóa của thầy cô chưa mở được: mã PIN hoặc mật khẩu không đúng, hoặc khóa đã bị chặn. Những gì đã ký vẫn giữ nguyên.");
        }
    }

    /// A value does not verify with the certificate that the signatures name.
    @WithoutClause("such a signature would not verify")
    record ValueOfAnotherKey() implements SigningRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "What came back is not signed by the key of this certificate. Check that the right token is in the computer, and begin again.",
                    "Kết quả nhận về không phải do khóa của chứng thư này ký. Hãy kiểm tra đúng thiết bị ký số rồi bắt đầu lại.");
        }
    }
}
