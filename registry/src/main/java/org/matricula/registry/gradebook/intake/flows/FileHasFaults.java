package org.matricula.registry.gradebook.intake.flows;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Refusal;

/// Something in the file has to be mended first; nothing of it is taken in.
@WithoutClause("the input itself stands in the way")
public record FileHasFaults() implements Refusal {
    @Override
    public List<String> clauses() {
        return List.of();
    }

    @Override
    public Sentence words() {
        return new Sentence(
                "Something in the file has to be mended first. Nothing was taken in.",
                "Trong tệp còn lỗi cần sửa. Chưa có dữ liệu nào được nhập.");
    }
}
