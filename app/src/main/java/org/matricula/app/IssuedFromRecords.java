package org.matricula.app;

import java.time.ZoneId;
import java.util.Optional;
import org.matricula.registry.records.FamilyTree;
import org.matricula.registry.records.IssuedLookup;
import org.matricula.registry.records.IssuedLookup.Found;
import org.matricula.registry.records.IssuedLookup.Person;
import org.matricula.registry.verification.spi.Family;
import org.matricula.registry.verification.spi.FiveItems;
import org.matricula.registry.verification.spi.Issued;
import org.matricula.registry.verification.spi.IssuedRecords;

/// Hands what records know to the public page, which knows no business module.
final class IssuedFromRecords implements IssuedRecords {
    private final IssuedLookup lookup;
    private final FamilyTree families;

    IssuedFromRecords(IssuedLookup lookup, FamilyTree families) {
        this.lookup = lookup;
        this.families = families;
    }

    @Override
    public Family family(Issued one) {
        ZoneId zone = families.zone(one.xml());
        return new Family(families.of(one.number()).stream()
                .map(member -> new Family.Member(
                        member.version(),
                        member.stands(),
                        member.steps().stream()
                                .map(step -> new Family.Step(
                                        Family.Kind.valueOf(step.kind().name()),
                                        step.at().atZone(zone).toOffsetDateTime(),
                                        step.ground(),
                                        step.order(),
                                        step.orderOn()))
                                .toList()))
                .toList());
    }

    @Override
    public Optional<Issued> byLookupCode(String code) {
        return lookup.byLookupCode(code).map(this::issued);
    }

    @Override
    public Optional<Issued> byNumber(String number, String confirmationCode) {
        return lookup.byNumber(number, confirmationCode).map(this::issued);
    }

    @Override
    public Optional<Issued> byNumber(String number, int version) {
        return lookup.byNumber(number, version).map(this::issued);
    }

    @Override
    public Optional<Issued> byFile(byte[] sha256) {
        return lookup.byFile(sha256).map(this::issued);
    }

    @Override
    public Optional<Issued> any() {
        return lookup.any().map(this::issued);
    }

    private Issued issued(Found found) {
        return new Issued(
                found.row().number(),
                found.row().version(),
                found.row().lookupCode(),
                found.standing(),
                found.row().xml(),
                () -> lookup.pdf(found),
                () -> lookup.proof(found),
                () -> items(found));
    }

    private FiveItems items(Found found) {
        Person person = lookup.person(found);
        return new FiveItems(
                found.row().number(),
                person.name(),
                person.birthDate(),
                person.personalNumber(),
                found.row().confirmationCode());
    }
}
