package org.matricula.registry.records;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.store.FamilyStore;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordReader;
import org.springframework.stereotype.Component;

/// The family of a document: every version that was ever issued under one number, with what happened to it. Nothing is
/// ever taken out of it, and every signed file stays as it was issued.
@Component
public final class FamilyTree {
    private final FamilyStore store;
    private final Map<String, ClassRecordForm> forms;

    FamilyTree(FamilyStore store, List<ClassRecordForm> forms) {
        this.store = store;
        this.forms = forms.stream()
                .collect(
                        Collectors.toUnmodifiableMap(form -> form.lookupFields().form(), Function.identity()));
    }

    /// A version of the family.
    ///
    /// @param steps what happened to it, in the order of time: how it came, and how it ended
    /// @param xmlSha256 of the sealed XML, hexadecimal
    /// @param pdfSha256 of the PDF, hexadecimal
    public record Member(UUID record, int version, List<FamilyStep> steps, String xmlSha256, String pdfSha256) {
        public Member {
            steps = List.copyOf(steps);
        }

        /// Whether it has not ended.
        public boolean stands() {
            return steps.stream().noneMatch(step -> step.kind().ends());
        }
    }

    /// The versions issued under a number, the first one first; empty when none was issued.
    public List<Member> of(String number) {
        return store.members(number);
    }

    /// The clock of the institution that issued a record.
    ///
    /// @param xml the sealed XML of one of its versions
    public ZoneId zone(byte[] xml) {
        return RecordReader.read(xml) instanceof Reading.Accepted(var file)
                        && forms.containsKey(file.content().form())
                ? forms.get(file.content().form()).zone()
                : java.time.ZoneOffset.UTC;
    }
}
