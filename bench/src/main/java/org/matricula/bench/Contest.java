package org.matricula.bench;

import java.util.List;

/// One thing that is measured side by side.
interface Contest {
    /// The name on the command line.
    String name();

    /// What is compared with what, for the page.
    String about();

    /// Holds it once.
    Outcome hold(Effort effort) throws Exception;

    /// What came of it.
    ///
    /// @param unit what the rates count, for example `records`
    /// @param results the rates; empty when nothing was raced
    /// @param goals the ratios with their goals
    /// @param remarks what else a reader has to know
    record Outcome(String unit, List<Race.Result> results, List<Goal> goals, List<String> remarks) {
        public Outcome {
            results = List.copyOf(results);
            goals = List.copyOf(goals);
            remarks = List.copyOf(remarks);
        }
    }
}
