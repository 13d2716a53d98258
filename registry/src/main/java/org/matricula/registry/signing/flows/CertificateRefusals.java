package org.matricula.registry.signing.flows;

import java.time.LocalDate;
import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Why a seal certificate is not declared, or not taken out of use: it would seal what nobody could verify. That a
/// seal needs a declared certificate is the law's, and a pack's rule cites it when records are closed.
public sealed interface CertificateRefusals extends Refusal {
    @Override
    default List<String> clauses() {
        return List.of();
    }

    /// The bytes are no certificate.
    @WithoutClause("the file itself stands in the way")
    record NotACertificate() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This file is no certificate. Choose the file that the certificate authority gave (.crt, .cer or .pem), without the key.",
                    "Đây không phải tệp chứng thư. Hãy chọn tệp do tổ chức chứng thực cấp (.crt, .cer hoặc .pem), không kèm khóa.");
        }
    }

    /// It names another institution, or none.
    @WithoutClause("a seal that names another institution would not verify")
    record CertificateOfAnother(String stated, String wanted) implements CertificateRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "The certificate names the institution \"%s\", not %s. Ask the certificate authority for one with the code of this institution.",
                    "Chứng thư ghi đơn vị \"%s\", không phải %s. Hãy xin tổ chức chứng thực cấp chứng thư đúng mã đơn vị này.",
                    stated,
                    wanted);
        }
    }

    /// It vouches for itself.
    @WithoutClause("nobody but its holder vouches for a self-signed certificate")
    record CertificateSelfSigned() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "The certificate is signed with its own key: nobody vouches for it. A certificate authority has to issue one.",
                    "Chứng thư tự ký bằng khóa của chính nó nên không ai bảo đảm. Cần chứng thư do tổ chức chứng thực cấp.");
        }
    }

    /// No path leads from it to a root of the trust list.
    @WithoutClause("a seal under an authority that nobody trusts would not verify")
    record CertificateNotTrusted(String issuer) implements CertificateRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "No trusted authority stands above this certificate; its issuer is %s. Bring a file that holds the certificates above it too, or ask who runs the server to add the authority to the trust list.",
                    "Chứng thư này không dẫn đến nơi cấp nào được tin cậy; nơi cấp là %s. Hãy nạp tệp có cả các chứng thư cấp trên, hoặc nhờ người vận hành máy chủ thêm nơi cấp vào danh sách tin cậy.",
                    issuer);
        }
    }

    /// Its last day is over.
    @WithoutClause("the rule of the pack refuses it on closing, so that nothing would be won by declaring it")
    record CertificateExpired(LocalDate lastDay) implements CertificateRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "The certificate expired on %s. Bring the new one.",
                    "Chứng thư đã hết hạn ngày %s. Hãy nạp chứng thư mới.", lastDay);
        }
    }

    /// Its key can be guessed, or is of a kind that the format does not know.
    @WithoutClause("the record format demands keys that nobody can guess")
    record CertificateKeyTooShort() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "The key of the certificate is too short or of a kind that records do not use: RSA of 2048 bits or more, or the elliptic curve P-256.",
                    "Khóa của chứng thư quá ngắn hoặc không thuộc loại dùng cho học bạ: RSA từ 2048 bit trở lên, hoặc đường cong elliptic P-256.");
        }
    }

    /// It is an authority's, a person's, or for something else than signing.
    @WithoutClause("a seal with a key that is for something else would not verify")
    record CertificateNotForSealing() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This certificate is not for sealing: it belongs to a person or an authority, or its key is for something else than signatures.",
                    "Chứng thư này không dùng để đóng dấu: nó thuộc cá nhân hoặc nơi cấp, hoặc khóa không dành cho chữ ký.");
        }
    }

    /// It is declared and in use.
    @WithoutClause("there is nothing to declare")
    record CertificateDeclaredAlready() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This certificate is declared already, or was revoked here: a revoked one never seals again.",
                    "Chứng thư này đã khai báo, hoặc đã bị thu hồi tại đây: chứng thư bị thu hồi không bao giờ được dùng lại.");
        }
    }

    /// The node does not hold the key that was chosen.
    @WithoutClause("there is nothing to declare")
    record CertificateNotHeld() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This register holds no such key now. Open the page anew and choose again.",
                    "Sổ này hiện không giữ khóa đó. Hãy mở lại trang và chọn lại.");
        }
    }

    /// This institution never declared it.
    @WithoutClause("there is nothing to end")
    record CertificateUnknown() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This institution declared no such certificate. Open the list anew.",
                    "Đơn vị này chưa khai báo chứng thư đó. Hãy mở lại danh sách.");
        }
    }

    /// It was withdrawn or revoked before.
    @WithoutClause("there is nothing to end")
    record CertificateEndedAlready() implements CertificateRefusals {
        @Override
        public Sentence words() {
            return new Sentence(
                    "This certificate is withdrawn or revoked already.", "Chứng thư này đã rút hoặc đã thu hồi.");
        }
    }

    /// The day from which it shall seal no more is missing or over.
    @WithoutClause("what was sealed with a declared certificate stays so: a withdrawal never reaches back")
    record WithdrawalInThePast(LocalDate today) implements CertificateRefusals {
        @Override
        public Sentence words() {
            return Sentence.of(
                    "Name the first day on which the certificate seals no more: today, %s, or later.",
                    "Hãy ghi ngày đầu tiên không dùng chứng thư nữa: hôm nay, %s, hoặc sau đó.", today);
        }
    }
}
