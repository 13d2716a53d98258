package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matricula.law.Facts;

/// Who has signed one book so far. Times are those of Viet Nam, from the server or the timestamp authority.
///
/// @param blocks one for each subject or activity
/// @param homeroomSignedAt when the homeroom teacher signed
/// @param principalSignedAt when the principal approved
/// @param sealedAt when the school's seal closed the book
@Facts.Zone("Asia/Ho_Chi_Minh")
public record Signatures(
        @Facts.NotEmpty @Facts.Says("One block for each subject or activity")
        List<SubjectBlock> blocks,

        @Facts.Says("When the homeroom teacher signed") Optional<LocalDateTime> homeroomSignedAt,
        @Facts.Says("When the principal approved") Optional<LocalDateTime> principalSignedAt,

        @Facts.Says("When the school's seal closed the book")
        Optional<LocalDateTime> sealedAt)
        implements Facts.Checked {
    public Signatures {
        blocks = List.copyOf(blocks);
    }

    /// The block of one subject or activity.
    ///
    /// @param subject the subject or activity
    /// @param complete whether everything due in it has been entered
    /// @param signedAt when its teacher signed it
    public record SubjectBlock(
            Subject subject,

            @Facts.Says("Everything due in the block has been entered")
            boolean complete,

            @Facts.Says("When its teacher signed it") Optional<LocalDateTime> signedAt) {
        boolean completeAndSigned() {
            return complete && signedAt.isPresent();
        }
    }

    /// The latest signing time; empty when nobody has signed.
    Optional<LocalDateTime> latest() {
        return Stream.concat(
                        blocks.stream().map(SubjectBlock::signedAt),
                        Stream.of(homeroomSignedAt, principalSignedAt, sealedAt))
                .flatMap(Optional::stream)
                .max(LocalDateTime::compareTo);
    }

    @Override
    public List<Facts.Problem> impossible() {
        List<Facts.Problem> problems = new ArrayList<>();
        Set<Subject> seen = EnumSet.noneOf(Subject.class);
        for (int i = 0; i < blocks.size(); i++) {
            Subject subject = blocks.get(i).subject();
            if (!seen.add(subject)) {
                problems.add(new Facts.Problem(
                        "/blocks/%d/subject".formatted(i),
                        Say.that("'%s' is given twice", "'%s' bị ghi hai lần", subject.label())));
            }
        }
        return problems;
    }
}
