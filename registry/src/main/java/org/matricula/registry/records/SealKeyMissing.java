package org.matricula.registry.records;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// The node cannot seal for the institution: it holds no key to a certificate that is declared and valid.
@WithoutClause(
        "a fault of the server's keys, not of the records; that an undeclared or expired certificate seals nothing is a rule of the pack")
public record SealKeyMissing() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "The server holds no key of this institution's seal that is declared and valid. The administrator looks under Certificates which one is declared; who runs the server puts its key there.",
                "Máy chủ không giữ khóa con dấu nào của đơn vị vừa đã khai báo vừa còn hạn. Quản trị viên xem mục Chứng thư để biết chứng thư nào đã khai; người vận hành máy chủ đặt khóa tương ứng.");
    }
}
