package org.matricula.registry.signing.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.signing.PersonalKeys;

/// Why a key is not made, taken in or revoked: the order of the register itself, no regulation speaks of it.
public sealed interface KeyRefusals extends Refusal {
    @Override
    default List<String> clauses() {
        return List.of();
    }

    /// The PIN has too few characters.
    @WithoutClause("how a key is locked is the order of the register")
    record PinTooShort() implements KeyRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "The PIN has fewer than %d characters. Choose a longer one.",
                    "Mã PIN có ít hơn %d ký tự. Hãy chọn mã dài hơn.", PersonalKeys.SHORTEST_PIN);
        }
    }

    /// The node works with real keys, which certificate authorities give.
    @WithoutClause("a demonstration key beside real ones would not verify")
    record RealKeysOnly() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This register works with real keys: bring the file that your certificate authority gave you.",
                    "Sổ này dùng khóa thật: hãy nạp tệp do tổ chức chứng thực cấp cho thầy cô.");
        }
    }

    /// The file holds no key that can be used.
    @WithoutClause("the file itself stands in the way")
    record NotAKeyFile() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This file is no PKCS #12 file with one key for signatures and its certificate. Export both together (.p12 or .pfx).",
                    "Đây không phải tệp PKCS #12 có một khóa ký kèm chứng thư. Hãy xuất cả hai vào một tệp (.p12 hoặc .pfx).");
        }
    }

    /// The password of the file is another.
    @WithoutClause("the file itself stands in the way")
    record FileStaysLocked() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This password does not open the file. Type the one with which the file was exported.",
                    "Mật khẩu này không mở được tệp. Hãy nhập mật khẩu đã đặt khi xuất tệp.");
        }
    }

    /// There is no such key among the people of this institution.
    @WithoutClause("there is nothing to revoke")
    record KeyUnknown() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This key belongs to nobody here. Open the list of certificates anew.",
                    "Khóa này không thuộc về ai ở đây. Hãy mở lại danh sách chứng thư.");
        }
    }

    /// It is revoked already.
    @WithoutClause("there is nothing to revoke")
    record KeyRevokedAlready() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence("This key is revoked already.", "Khóa này đã bị thu hồi.");
        }
    }

    /// Nobody said why.
    @WithoutClause("who asks later why a person could not sign finds the ground in the register")
    record GroundMissing() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "Write in a few words why the key is taken out of use (at most 500 characters).",
                    "Hãy ghi ngắn gọn lý do ngừng dùng khóa (tối đa 500 ký tự).");
        }
    }

    /// The operator has named no remote signing service.
    @WithoutClause("where a key may live is the order of the register")
    record NoSigningService() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This register works with no remote signing service. Bring your key in a file, or ask the administrator.",
                    "Sổ này không dùng dịch vụ ký số từ xa. Hãy nạp khóa từ tệp hoặc hỏi quản trị viên.");
        }
    }

    /// The service does not know the key, or it cannot sign here.
    @WithoutClause("the key itself stands in the way")
    record NoSuchRemoteKey() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "The signing service has no key of this name that signs with a PIN. Check the name with your provider; the reason is in the register's log.",
                    "Dịch vụ ký số không có khóa nào mang mã này mà ký bằng mã PIN. Hãy hỏi lại nhà cung cấp; lý do có trong nhật ký của hệ thống.");
        }
    }

    /// The service cannot be reached.
    @WithoutClause("a machine elsewhere stands in the way")
    record SigningServiceSilent() implements KeyRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "The signing service does not answer. Try again later; nothing was changed.",
                    "Dịch vụ ký số không trả lời. Hãy thử lại sau; chưa có gì thay đổi.");
        }
    }
}
