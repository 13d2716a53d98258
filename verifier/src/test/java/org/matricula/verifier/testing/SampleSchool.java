package org.matricula.verifier.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Block.Field;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.TestPki.Wanted;

/// An invented school with its staff, and records that they sign.
///
/// @param keys by role: `MATHEMATICS`, `VIETNAMESE`, `HOMEROOM`, `HEAD`, `SEAL`
public record SampleSchool(String code, String name, Map<String, TestKey> keys, List<TrustList> trusts) {
    public static final String CODE = "VN-79-0042";
    public static final String NAME = "Trường Tiểu học Hoa Sen";
    public static final Instant MATHS_SIGNS = Instant.parse("2026-05-25T02:00:00Z");
    public static final Instant SEALED = Instant.parse("2026-05-29T09:30:00Z");
    public static final Issue ISSUE =
            new Issue("7QK4M2XN", "418203", OffsetDateTime.parse("2026-05-29T16:30:00+07:00"));
    public static final Map<String, String> STAFF = Map.of(
            "MATHEMATICS", "Nguyễn Thị Hà",
            "VIETNAMESE", "Trần Văn Bình",
            "HOMEROOM", "Trần Văn Bình",
            "HEAD", "Lê Thị Mai");

    /// The school, with new keys of an authority.
    public static SampleSchool of(TestPki pki) {
        return of(pki, CODE, NAME);
    }

    public static SampleSchool of(TestPki pki, String code, String name) {
        Map<String, TestKey> keys = new TreeMap<>();
        STAFF.forEach((role, person) -> keys.put(role, pki.issue(Wanted.person(person, name, code))));
        keys.put("SEAL", pki.issue(Wanted.seal(name, code)));
        return of(pki, code, name, keys);
    }

    public static SampleSchool of(TestPki pki, String code, String name, Map<String, TestKey> keys) {
        TrustList trust = new TrustList(
                false, List.of(pki.root()), List.of(new TrustList.Institution(code, List.of(name), List.of())));
        return new SampleSchool(code, name, keys, List.of(trust));
    }

    public TrustList trust() {
        return trusts.getFirst();
    }

    /// The same school with another key in a role.
    public SampleSchool with(String role, TestKey key) {
        Map<String, TestKey> changed = new TreeMap<>(keys);
        changed.put(role, key);
        return new SampleSchool(code, name, changed, trusts);
    }

    /// The record of a pupil, before anyone has signed.
    public RecordContent record(String id, String pupil, String mark) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(
                "pupil",
                "Thông tin học sinh",
                Role.HOMEROOM,
                List.of(new Field("name", "Họ và tên", pupil), new Field("born", "Ngày sinh", "2016-03-08"))));
        blocks.add(subject("MATHEMATICS", "Toán", mark, "Tính nhanh & đúng; biết so sánh a < b, b > c."));
        blocks.add(subject("VIETNAMESE", "Tiếng Việt", "8", "Đọc \"diễn cảm\".\nViết còn sai chính tả."));
        blocks.add(new Block(
                "year",
                "Kết quả năm học",
                Role.HOMEROOM,
                List.of(
                        new Field("result", "Kết quả", "Hoàn thành tốt"),
                        new Field("homeroomTeacher", "Giáo viên chủ nhiệm", STAFF.get("HOMEROOM")))));
        blocks.add(new Block(
                "closing",
                "Xác nhận của hiệu trưởng",
                Role.HEAD,
                List.of(
                        new Field("decision", "Quyết định", "Được lên lớp"),
                        new Field("principal", "Hiệu trưởng", STAFF.get("HEAD")))));
        return new RecordContent("vn.report-book.primary.2020", id, 1, new RecordContent.Issuer(code, name), blocks);
    }

    private static Block subject(String code, String label, String mark, String comment) {
        return new Block(
                "subject." + code,
                label,
                Role.SUBJECT,
                List.of(
                        new Field("mark", "Điểm", mark),
                        new Field("comment", "Nhận xét", comment),
                        new Field("teacher", "Giáo viên", STAFF.get(code))));
    }

    /// A sealed record of a usual pupil.
    public byte[] sealed() {
        return seal(record("HB-2025-7QK4M2XN", "Phạm Gia Bảo", "9")).toBytes();
    }

    /// The key of a role.
    public TestKey key(String role) {
        TestKey key = keys.get(role);
        if (key == null) {
            throw new IllegalArgumentException("the sample school has no key for " + role);
        }
        return key;
    }

    /// Signs in order, one act a signer, the seal last.
    public RecordSealing seal(RecordContent content) {
        return sealWith(content, act -> act.signWith(key("SEAL")));
    }

    /// Signs in order and seals in a way of its own.
    public RecordSealing sealWith(RecordContent content, Consumer<SigningAct> seal) {
        RecordSealing record = headSigned(content);
        SigningAct act = new SigningAct(SignerIdentity.of(key("SEAL")), SEALED);
        act.seal(record, ISSUE);
        seal.accept(act);
        return record;
    }

    /// Signs in order, everyone but the seal.
    public RecordSealing headSigned(RecordContent content) {
        RecordSealing record = RecordSealing.prepare(content);
        for (Block block : content.blocks()) {
            if (block.by() == Role.SUBJECT) {
                String code = block.id().substring("subject.".length());
                act(code, MATHS_SIGNS, act -> act.subject(record, block.id()));
            }
        }
        act("HOMEROOM", MATHS_SIGNS.plusSeconds(86_400), act -> act.homeroom(record));
        act("HEAD", MATHS_SIGNS.plusSeconds(172_800), act -> act.head(record));
        return record;
    }

    /// One act of the holder of a role.
    public void act(String role, Instant at, Consumer<SigningAct> what) {
        Signer signer = key(role);
        SigningAct act = new SigningAct(SignerIdentity.of(signer), at);
        what.accept(act);
        act.signWith(signer);
    }
}
