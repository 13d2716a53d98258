package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.doesNotApply;

import java.util.Optional;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;

/// The forms of an examination, each with a procedure of its own.
enum ExamForm {
    ORAL("an oral interview", "устное собеседование"),
    WRITTEN("written work", "письменная работа"),
    TEST("a computer test", "компьютерный тест");

    private final Sentence label;

    ExamForm(String en, String ru) {
        label = new Sentence(en, ru);
    }

    /// The form of one whose session is recorded.
    static ExamForm of(RecordedForm form) {
        return switch (form) {
            case ORAL -> ORAL;
            case WRITTEN -> WRITTEN;
        };
    }

    /// What is found of a clause about another form, or about a form when none is told.
    static Finding elsewhere(String clause, Optional<ExamForm> form) {
        return doesNotApply(
                clause,
                form.map(f -> Sentence.of(
                                "the examination is %s; the clause is about another form",
                                "форма экзамена: %2$s; пункт о другой форме", f.label.en(), f.label.local()))
                        .orElse(new Sentence("the form of the examination is not told", "форма экзамена не указана")));
    }
}
