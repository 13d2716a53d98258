package org.matricula.registry.signing;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Why the certificate of a key that was not made here is not good enough to sign with.
public sealed interface PersonKeyRefusals extends Refusal {
    @Override
    default List<String> clauses() {
        return List.of();
    }

    /// The certificate bears another name than the account.
    @WithoutClause("a signature under another name would not verify")
    record KeyOfAnother(String certificate, String account) implements PersonKeyRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "The certificate says %s, your account says %s. A signature needs one name: ask the administrator to mend the one that is wrong.",
                    "Chứng thư ghi %s, tài khoản ghi %s. Chữ ký cần một tên duy nhất: hãy nhờ quản trị viên sửa chỗ sai.",
                    certificate,
                    account);
        }
    }

    /// The certificate is not valid today.
    @WithoutClause("a signature outside the validity of its certificate would not verify")
    record KeyOutOfTime() implements PersonKeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "The certificate is not valid today. Ask your certificate authority for a new one.",
                    "Chứng thư không có hiệu lực hôm nay. Hãy xin tổ chức chứng thực cấp chứng thư mới.");
        }
    }

    /// The certificate does not lead to an authority that this register trusts, or is none to sign with.
    @WithoutClause("a signature under it would not verify")
    record AuthorityNotTrusted() implements PersonKeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This certificate is not one for signatures from an authority that this register trusts. Choose another, or ask the administrator which authorities are trusted.",
                    "Chứng thư này không phải chứng thư ký số của tổ chức chứng thực được sổ này tin cậy. Hãy chọn chứng thư khác, hoặc hỏi quản trị viên những tổ chức nào được tin cậy.");
        }
    }

    /// The certificate was revoked.
    @WithoutClause("a signature under it would not verify")
    record KeyTakenOutOfUse() implements PersonKeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This certificate was revoked. Ask your certificate authority for a new one.",
                    "Chứng thư này đã bị thu hồi. Hãy xin tổ chức chứng thực cấp chứng thư mới.");
        }
    }

    /// Whether the certificate was revoked could not be learnt.
    @WithoutClause("what cannot be asked is not taken for good")
    record RevocationNotKnown() implements PersonKeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "Whether this certificate was revoked could not be asked now. Try again in some minutes.",
                    "Hiện chưa hỏi được chứng thư này có bị thu hồi không. Hãy thử lại sau ít phút.");
        }
    }
}
