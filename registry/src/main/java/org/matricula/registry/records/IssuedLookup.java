package org.matricula.registry.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.LookupFields;
import org.matricula.registry.records.store.IssuedStore;
import org.matricula.registry.records.store.IssuedStore.Row;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.Standing;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;
import org.springframework.stereotype.Component;

/// Issued records for whoever holds one: by its codes, its number or its files. There is no way to ask by a name.
@Component
public final class IssuedLookup {
    private final IssuedStore store;
    private final TransparencyLog log;
    private final Map<String, ClassRecordForm> forms;

    IssuedLookup(IssuedStore store, TransparencyLog log, List<ClassRecordForm> forms) {
        this.store = store;
        this.log = log;
        this.forms = forms.stream()
                .collect(
                        Collectors.toUnmodifiableMap(form -> form.lookupFields().form(), Function.identity()));
    }

    /// An issued version with how it stands.
    public record Found(Row row, Standing standing) {}

    /// What a record says of the person, as signed; an item that its form does not state is empty.
    ///
    /// @param birthDate as `2016-03-08`
    public record Person(String name, String birthDate, String personalNumber) {
        /// Never shows an item, so that no log of the program holds them.
        @Override
        public String toString() {
            return "Person";
        }
    }

    /// The version with a lookup code, however it was typed.
    public Optional<Found> byLookupCode(String code) {
        return store.byLookupCode(code).map(this::found);
    }

    /// The version of a number with a confirmation code, or else the newest one; both however they were typed.
    public Optional<Found> byNumber(String number, String confirmationCode) {
        return store.byNumber(number, confirmationCode).map(this::found);
    }

    /// A version of a number.
    public Optional<Found> byNumber(String number, int version) {
        return store.byNumber(number, version).map(this::found);
    }

    /// The version one of whose two files has this SHA-256.
    public Optional<Found> byFile(byte[] sha256) {
        return store.byFile(sha256).map(this::found);
    }

    /// Some issued record; empty only when there is none.
    public Optional<Found> any() {
        return store.first().map(this::found);
    }

    /// The PDF that was issued.
    public byte[] pdf(Found found) {
        return store.pdf(found.row().record());
    }

    /// The proof that the issue is in the log, up to the newest checkpoint; empty while none covers it.
    public Optional<LogProof> proof(Found found) {
        Row row = found.row();
        LeafCommitment leaf = new LeafCommitment(
                Salt.of(row.salt()),
                LoggedAct.issuing(row.version()),
                row.number(),
                row.version(),
                Hash.of(row.xmlSha256()));
        return log.proof(row.leaf(), leaf);
    }

    /// What the record says of the person.
    public Person person(Found found) {
        RecordFile file = file(found.row());
        LookupFields fields = form(file).lookupFields();
        Optional<Block> block = file.content().blocks().stream()
                .filter(b -> b.id().equals(fields.block()))
                .findFirst();
        return new Person(
                block.flatMap(b -> b.value(fields.name())).orElse(""),
                block.flatMap(b -> b.value(fields.birthDate())).orElse(""),
                block.flatMap(b -> b.value(fields.personalNumber())).orElse(""));
    }

    private Found found(Row row) {
        // The zone of the institution is asked for only where a day has to be told.
        Standing standing = row.recalled()
                .<Standing>map(recalled -> new Standing.Cancelled(local(row, recalled.at()), recalled.ground()))
                .or(() -> row.newer()
                        .map(newer -> new Standing.Superseded(newer.version(), local(row, newer.effectiveAt()))))
                .orElseGet(Standing.InForce::new);
        return new Found(row, standing);
    }

    private OffsetDateTime local(Row row, Instant at) {
        return at.atZone(form(file(row)).zone()).toOffsetDateTime();
    }

    private ClassRecordForm form(RecordFile file) {
        String form = file.content().form();
        return Optional.ofNullable(forms.get(form))
                .orElseThrow(() -> new IllegalStateException("no pack supplies the form " + form + " any more"));
    }

    private static RecordFile file(Row row) {
        return switch (RecordReader.read(row.xml())) {
            case Reading.Accepted(RecordFile file) -> file;
            case Reading.Rejected(Reading.Fault fault, int offset, String where) ->
                throw new IllegalStateException(
                        "the sealed XML of %s version %d cannot be read: %s at %d in %s; run './matricula fsck'"
                                .formatted(row.number(), row.version(), fault, offset, where));
        };
    }
}
