package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import java.util.stream.Stream;
import org.matricula.law.Sentence;

/// What the homeroom teacher rates besides subjects: a quality or a competence (Circular 27/2020).
public sealed interface Trait {
    /// Its code in the contract.
    String name();

    /// Its name in English and Vietnamese, as in the form.
    Sentence label();

    /// How far a quality or a competence was reached.
    enum Level {
        /// Good.
        T("good (T)", "Tốt (T)"),
        /// Reached; Đ in the Vietnamese form.
        D("reached (Đ)", "Đạt (Đ)"),
        /// Needs effort. Another C than that of subjects.
        C("needs effort (C)", "Cần cố gắng (C)");

        private final Sentence label;

        Level(String en, String vi) {
            this.label = new Sentence(en, vi);
        }

        /// Its meaning in English and Vietnamese.
        public Sentence label() {
            return label;
        }
    }

    /// The five main qualities, rated in every grade.
    enum Quality implements Trait {
        PATRIOTISM("Patriotism", "Yêu nước"),
        KINDNESS("Kindness", "Nhân ái"),
        DILIGENCE("Diligence", "Chăm chỉ"),
        HONESTY("Honesty", "Trung thực"),
        RESPONSIBILITY("Responsibility", "Trách nhiệm");

        private final Sentence label;

        Quality(String en, String vi) {
            this.label = new Sentence(en, vi);
        }

        @Override
        public Sentence label() {
            return label;
        }
    }

    /// The three general competences and the specific ones; technology and informatics are rated from grade 3.
    enum Competence implements Trait {
        SELF_CONTROL_SELF_STUDY("Self-control and self-study", "Tự chủ và tự học", 1),
        COMMUNICATION_COOPERATION("Communication and cooperation", "Giao tiếp và hợp tác", 1),
        PROBLEM_SOLVING_CREATIVITY("Problem solving and creativity", "Giải quyết vấn đề và sáng tạo", 1),
        LANGUAGE("Language", "Ngôn ngữ", 1),
        CALCULATION("Calculation", "Tính toán", 1),
        SCIENCE("Science", "Khoa học", 1),
        TECHNOLOGY("Technology", "Công nghệ", 3),
        INFORMATICS("Informatics", "Tin học", 3),
        AESTHETICS("Aesthetics", "Thẩm mĩ", 1),
        PHYSICAL("Physical", "Thể chất", 1);

        private final Sentence label;
        private final int from;

        Competence(String en, String vi, int from) {
            this.label = new Sentence(en, vi);
            this.from = from;
        }

        @Override
        public Sentence label() {
            return label;
        }

        /// Whether the grade rates it.
        public boolean ratedIn(int grade) {
            return grade >= from;
        }

        /// What a book of the grade must rate, in the order of the form.
        public static List<Competence> rated(int grade) {
            return Stream.of(values()).filter(c -> c.ratedIn(grade)).toList();
        }
    }
}
