package org.matricula.registry.gradebook.spi;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.matricula.law.Sentence;

/// What the class sheet of one regulation holds. A pack supplies it; the gradebook reads, writes and keeps classes by
/// it.
///
/// The gradebook relies on the names below, and on no others. A form need not have all of them; `fullName` (a
/// [Kind.Name], in every grade) and the class keys `grade`, `className` and `homeroomTeacher` it must have.
public interface ClassSheetForm {

    /// The key of the column with the pupil's name.
    String FULL_NAME = "fullName";

    /// The key of the column with the number of the national register.
    String PERSONAL_NUMBER = "personalNumber";

    /// The key of the column with the day of birth.
    String BORN_ON = "bornOn";

    /// The class key with the institution's name.
    String SCHOOL = "school";

    /// The class key with the institution's code in the national register.
    String SCHOOL_CODE = "schoolCode";

    /// The class key with the school year.
    String SCHOOL_YEAR = "schoolYear";

    /// The class key with the head of the institution.
    String PRINCIPAL = "principal";

    /// The class key with the grade.
    String GRADE = "grade";

    /// The class key with the name of the class.
    String CLASS_NAME = "className";

    /// The class key with the homeroom teacher, who teaches every subject that names no other teacher.
    String HOMEROOM_TEACHER = "homeroomTeacher";

    /// Its name in code, for example `vn.class-sheet.primary.2020`.
    String id();

    /// The title that the template prints.
    Sentence title();

    /// The grades that have a sheet.
    SortedSet<Integer> grades();

    /// The columns of a grade, in the order of the template.
    ///
    /// @throws IllegalArgumentException for a grade that has no sheet
    List<Column> columns(int grade);

    /// Who answers for a column.
    ///
    /// @param column one of [#columns(int)] of that grade
    Charge charge(int grade, Column column);

    /// The values about the class, in the order of the template.
    List<ClassKey> classKeys();

    /// The subjects of a grade, each of which may name its own teacher.
    List<Heading> subjects(int grade);

    /// The heading of the row number, for example `STT`. Its cells say which rows are examples.
    Heading ordinal();

    /// Headings in two columns that together make the name, first the family name with the middle name.
    List<Heading> nameParts();

    /// Headings that stand over others without changing their meaning, for example `Subjects`.
    List<Heading> neutralGroups();

    /// Other headings that may stand in a sheet and are not read, for example a signature column.
    List<Heading> ignored();

    /// An invented pupil for the example row of the template: canonical values by column key.
    Map<String, String> example(int grade);

    /// What in a pupil's own data does not fit together, at the column it is about: a number whose digits speak of
    /// another year than the birth. It stops nothing; a person looks.
    ///
    /// @param values canonical text by column key; what is not known is not there
    default Map<String, Sentence> odd(Map<String, String> values) {
        return Map.of();
    }

    /// The instructions of the template, one paragraph each.
    List<Sentence> instructions(int grade);
}
