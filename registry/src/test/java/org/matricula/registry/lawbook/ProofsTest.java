package org.matricula.registry.lawbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The proofs on the page of a clause are those of the generated page.
class ProofsTest {
    private static final String PAGE = """
            # SHED

            | clause | in our words | treatment | code | proofs |
            |---|---|---|---|---|
            | <a id="shed-1"></a>`SHED:1` | Lent \\| to &lt;swimmers> | rule | [`Loan.swims`](../Loan.java), `Desk` | **MET** LoanTest: lends \\| well<br>**BOUNDARY** LoanTest: a child of &lt;six; another |
            | <a id="shed-2"></a>`SHED:2` | Painted | not ours: paint |  |  |
            """;

    @Test
    void name_the_code_and_the_tests_of_each_clause() {
        Map<String, Proofs.Row> rows = Proofs.read(PAGE);
        assertThat(rows.get("SHED:1").code()).isEqualTo(List.of("Loan.swims", "Desk"));
        assertThat(rows.get("SHED:1").tests())
                .containsExactly(
                        Map.entry("MET", "LoanTest: lends | well"),
                        Map.entry("BOUNDARY", "LoanTest: a child of <six; another"));
    }

    @Test
    void are_none_where_nothing_is_proven() {
        assertThat(Proofs.read(PAGE).get("SHED:2")).isEqualTo(new Proofs.Row(List.of(), Map.of()));
        assertThat(new Proofs().of("SHED:9")).isEmpty();
        assertThat(new Proofs().of("no clause")).isEmpty();
    }
}
