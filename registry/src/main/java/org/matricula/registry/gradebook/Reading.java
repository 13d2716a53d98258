package org.matricula.registry.gradebook;

import java.util.List;
import java.util.Optional;

/// What came of reading a file.
public sealed interface Reading {

    /// Everything there is to say, in the order of the file.
    List<Problem> remarks();

    /// The file is a class sheet and nothing in it has to be mended.
    ///
    /// @param sheet what it says
    /// @param remarks warnings and notes; none of them blocks
    record Read(ClassSheet sheet, List<Problem> remarks) implements Reading {
        public Read {
            remarks = List.copyOf(remarks);
            if (remarks.stream().anyMatch(Problem::blocks)) {
                throw new IllegalArgumentException("a sheet with an error is not read");
            }
        }
    }

    /// Something has to be mended first.
    ///
    /// @param remarks errors, warnings and notes; at least one error
    /// @param goodRows the class with the rows that have no error; empty when the fault concerns the whole sheet
    record Problems(List<Problem> remarks, Optional<ClassSheet> goodRows) implements Reading {
        public Problems {
            remarks = List.copyOf(remarks);
            if (remarks.stream().noneMatch(Problem::blocks)) {
                throw new IllegalArgumentException("nothing has to be mended");
            }
        }

        /// Only what has to be mended.
        public List<Problem> errors() {
            return remarks.stream().filter(Problem::blocks).toList();
        }
    }
}
