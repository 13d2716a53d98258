package org.matricula.packs.vn.reportbook;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.matricula.law.Finding;
import org.matricula.packs.vn.reportbook.rules.Assessment;
import org.matricula.packs.vn.reportbook.rules.BookToSeal;
import org.matricula.packs.vn.reportbook.rules.IssuedBook;
import org.matricula.packs.vn.reportbook.rules.Signatures;
import org.matricula.packs.vn.reportbook.rules.Subject;
import org.matricula.packs.vn.reportbook.rules.Trait;
import org.matricula.packs.vn.reportbook.rules.YearResult;
import org.matricula.registry.records.spi.ClassRecordForm.Produced;
import org.matricula.registry.records.spi.ClassRecordForm.SealInUse;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordSignature;

/// Reads a composed book back into the facts that the law asks for, before its seal and before it is handed out.
///
/// What is examined is the book itself, not the sheet it came from.
final class BookExamination {
    private static final DateTimeFormatter PRINTED_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final String ORGANISATION_IDENTIFIER = "2.5.4.97";

    private BookExamination() {}

    static List<Finding> obstaclesToSealing(
            RecordContent content, List<RecordSignature> signed, SealInUse seal, LocalDateTime at, ZoneId zone) {
        Assessment assessment = assessment(content);
        boolean completed =
                YearResult.of(assessment).map(YearResult::classCompleted).orElse(true);
        return new BookToSeal(
                        assessment,
                        completed ? BookToSeal.Supplementary.NOT_NEEDED : supplementary(content),
                        value(content, "pupil", "personalNumber"),
                        0,
                        signatures(content, signed, zone),
                        content.issuer().code(),
                        certificate(seal, zone),
                        at)
                .obstacles();
    }

    static List<Finding> obstaclesToIssuing(Produced produced) {
        Sealing sealing = produced.sealing();
        LocalDateTime closedAt = sealing.effectiveAt().toLocalDateTime();
        RecordContent content = produced.content();
        String number = value(content, "pupil", "personalNumber").orElse("");
        List<String> printed = PrintedTexts.of(produced.printed());
        return new IssuedBook(
                        closedAt,
                        produced.dataDigest(),
                        number,
                        sealing.lookupCode(),
                        false,
                        produced.xml().filter(f -> f.missing().isEmpty()).isPresent(),
                        produced.xml().flatMap(RecordFile::issue).isPresent(),
                        produced.xml().map(file -> xml(file, produced.dataDigest())),
                        Optional.of(new IssuedBook.Format(
                                produced.printedDigest(),
                                shown(printed, sealing.lookupCode()),
                                shown(printed, number),
                                shown(printed, PRINTED_DAY.format(closedAt)).map(_ -> closedAt.toLocalDate()))))
                .obstacles();
    }

    private static IssuedBook.Format xml(RecordFile file, String dataDigest) {
        return new IssuedBook.Format(
                file.issueMatchesData() ? dataDigest : "",
                file.issue().map(issue -> issue.lookupCode()),
                value(file.content(), "pupil", "personalNumber"),
                file.issue().map(issue -> issue.effectiveAt().toLocalDate()));
    }

    private static Optional<String> shown(List<String> printed, String text) {
        return Optional.of(text).filter(t -> printed.stream().anyMatch(p -> p.contains(t)));
    }

    private static Assessment assessment(RecordContent content) {
        List<Assessment.SubjectMark> subjects = new ArrayList<>();
        List<Assessment.QualityMark> qualities = new ArrayList<>();
        List<Assessment.CompetenceMark> competences = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            block(content, BookBlocks.subjectBlock(subject))
                    .ifPresent(block -> block.value("level")
                            .ifPresent(level -> subjects.add(new Assessment.SubjectMark(
                                    subject,
                                    Subject.Level.valueOf(level),
                                    block.value("test").map(Integer::valueOf)))));
        }
        for (Trait.Quality quality : Trait.Quality.values()) {
            value(content, "qualities", quality.name())
                    .ifPresent(l -> qualities.add(new Assessment.QualityMark(quality, level(l))));
        }
        for (Trait.Competence competence : Trait.Competence.values()) {
            value(content, "competences", competence.name())
                    .ifPresent(l -> competences.add(new Assessment.CompetenceMark(competence, level(l))));
        }
        int grade = value(content, "year", "grade").map(Integer::valueOf).orElse(0);
        return new Assessment(grade, subjects, qualities, competences, Optional.empty());
    }

    private static Trait.Level level(String printed) {
        return printed.equals("Đ") ? Trait.Level.D : Trait.Level.valueOf(printed);
    }

    /// The principal's decision is in the book exactly when the supplementary assessment is done (see [BookRules]).
    private static BookToSeal.Supplementary supplementary(RecordContent content) {
        return value(content, "result", "promotion").isPresent()
                ? BookToSeal.Supplementary.DONE
                : BookToSeal.Supplementary.AWAITED;
    }

    private static Signatures signatures(RecordContent content, List<RecordSignature> signed, ZoneId zone) {
        List<Signatures.SubjectBlock> blocks = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            String id = BookBlocks.subjectBlock(subject);
            block(content, id)
                    .ifPresent(block -> blocks.add(new Signatures.SubjectBlock(
                            subject, block.value("level").isPresent(), signedAt(signed, id, zone))));
        }
        return new Signatures(
                blocks,
                signedAt(signed, Block.Role.HOMEROOM.name(), zone),
                signedAt(signed, Block.Role.HEAD.name(), zone),
                signedAt(signed, Block.Role.SEAL.name(), zone));
    }

    private static Optional<LocalDateTime> signedAt(List<RecordSignature> signed, String key, ZoneId zone) {
        return signed.stream()
                .filter(s -> s.key().equals(key))
                .map(s -> s.signedAt().atZone(zone).toLocalDateTime())
                .findFirst();
    }

    /// Its organisation stands in its subject.
    private static BookToSeal.SealCertificate certificate(SealInUse seal, ZoneId zone) {
        X509Certificate certificate = seal.certificate();
        LocalDate from = certificate.getNotBefore().toInstant().atZone(zone).toLocalDate();
        LocalDate to = certificate.getNotAfter().toInstant().atZone(zone).toLocalDate();
        return new BookToSeal.SealCertificate(organisation(certificate), seal.declared(), from, to);
    }

    private static String organisation(X509Certificate seal) {
        try {
            String name = seal.getSubjectX500Principal()
                    .getName("RFC2253", Map.of(ORGANISATION_IDENTIFIER, "organizationIdentifier"));
            for (Rdn rdn : new LdapName(name).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("organizationIdentifier")) {
                    return rdn.getValue() instanceof String text ? text : decoded((byte[]) rdn.getValue());
                }
            }
            return "";
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException("the seal's certificate has a subject that cannot be read", e);
        }
    }

    /// A DER string of at most 127 bytes: tag, length, text.
    private static String decoded(byte[] der) {
        return new String(der, 2, der.length - 2, StandardCharsets.UTF_8);
    }

    private static Optional<Block> block(RecordContent content, String id) {
        return content.blocks().stream().filter(b -> b.id().equals(id)).findFirst();
    }

    private static Optional<String> value(RecordContent content, String block, String field) {
        return block(content, block).flatMap(b -> b.value(field)).filter(v -> !v.isEmpty());
    }
}
