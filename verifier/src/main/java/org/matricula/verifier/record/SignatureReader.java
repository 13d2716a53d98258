package org.matricula.verifier.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.record.Reading.Fault;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.Signer;

/// Reads one signature: everything in it but digests, value, certificates and time is known beforehand.
final class SignatureReader {
    private final Cursor in;
    private final Slot slot;
    private final List<Slot> slots;
    private final RecordContent content;

    SignatureReader(Cursor in, Slot slot, List<Slot> slots, RecordContent content) {
        this.in = in;
        this.slot = slot;
        this.slots = slots;
        this.content = content;
    }

    /// The signature of the slot; null when another element stands there.
    @Nullable
    FileSignature read() {
        if (!in.next(new Bytes(200)
                .add(Xml.SIGNATURE)
                .plain(slot.key())
                .add(Xml.TAG_END)
                .toArray())) {
            return null;
        }
        in.expect(Xml.SIGNATURE);
        key();
        in.expect(Xml.TAG_END);
        int infoFrom = in.at();
        in.expect(Xml.SIGNED_INFO_START);
        Signer.Algorithm algorithm = algorithm();
        List<FileSignature.Stated> references = references();
        in.expect(Xml.REFERENCE_PROPERTIES);
        key();
        in.expect(Xml.REFERENCE_DIGEST);
        byte[] propertiesDigest = in.digest();
        in.expect(Xml.REFERENCE_END);
        in.expect(Xml.SIGNED_INFO_END);
        Slice info = new Slice(infoFrom, in.at());

        in.expect(Xml.VALUE_ID);
        key();
        in.expect(Xml.TAG_END);
        byte[] value = value(algorithm);
        in.expect(Xml.VALUE_END);
        Slice valueElement = new Slice(info.to(), in.at());

        in.expect(Xml.KEY_INFO);
        List<KnownCertificate> certificates = certificates();
        in.expect(Xml.KEY_INFO_END);
        key();
        in.expect(Xml.TAG_END);
        int propertiesFrom = in.at();
        in.expect(Xml.PROPERTIES_ID);
        key();
        in.expect(Xml.SIGNING_TIME);
        Instant signedAt = time();
        in.expect(Xml.CERT_DIGEST);
        byte[] certificateDigest = in.digest();
        in.expect(Xml.CLAIMED_ROLE);
        in.expect(slot.role().name());
        in.expect(Xml.CLAIMED_ROLE_END);
        for (int number = 1; number <= references.size(); number++) {
            in.expect(Xml.DATA_OBJECT);
            numbered(number);
            in.expect(Xml.DATA_OBJECT_END);
        }
        in.expect(Xml.PROPERTIES_END);
        Slice properties = new Slice(propertiesFrom, in.at());
        Evidence evidence = in.next(Xml.STAMP) ? evidence() : null;
        in.expect(Xml.SIGNATURE_END);
        return new FileSignature(
                slot,
                algorithm,
                references,
                propertiesDigest,
                value,
                certificates,
                signedAt,
                certificateDigest,
                info,
                valueElement,
                properties,
                evidence);
    }

    private Evidence evidence() {
        in.expect(Xml.STAMP);
        byte[] stamp = encapsulated(Limits.TIME_STAMP_BYTES);
        in.expect(Xml.STAMP_END);
        List<byte[]> crls = new ArrayList<>();
        List<byte[]> ocsps = new ArrayList<>();
        if (in.next(Xml.REVOCATIONS)) {
            in.expect(Xml.REVOCATIONS);
            if (in.next(Xml.CRLS)) {
                several(crls, 0, Xml.CRLS, Xml.CRL, Xml.CRL_END, Xml.CRLS_END);
            }
            if (crls.isEmpty() || in.next(Xml.OCSPS)) {
                several(ocsps, crls.size(), Xml.OCSPS, Xml.OCSP, Xml.OCSP_END, Xml.OCSPS_END);
            }
            in.expect(Xml.REVOCATIONS_END);
        }
        in.expect(Xml.EVIDENCE_END);
        return new Evidence(stamp, crls, ocsps);
    }

    /// One or more, since an empty list is not written.
    private void several(List<byte[]> into, int others, byte[] start, byte[] each, byte[] eachEnd, byte[] end) {
        in.expect(start);
        while (into.isEmpty() || in.next(each)) {
            if (into.size() + others == Limits.REVOCATIONS) {
                throw new Rejection(Fault.LIMIT, in.at());
            }
            in.expect(each);
            into.add(encapsulated(Limits.REVOCATION_BYTES));
            in.expect(eachEnd);
        }
        in.expect(end);
    }

    private byte[] encapsulated(int most) {
        int from = in.at();
        byte[] bytes = in.base64(most);
        if (bytes.length == 0 || bytes.length > most) {
            throw new Rejection(Fault.LIMIT, from);
        }
        return bytes;
    }

    private List<FileSignature.Stated> references() {
        List<FileSignature.Stated> references = new ArrayList<>();
        for (String target : RecordReader.targets(slot, slots, content)) {
            in.expect(Xml.REFERENCE_ID);
            numbered(references.size() + 1);
            in.expect(Xml.REFERENCE_URI);
            in.expect(target);
            in.expect(Xml.REFERENCE_DIGEST);
            references.add(new FileSignature.Stated(target, in.digest()));
            in.expect(Xml.REFERENCE_END);
        }
        return references;
    }

    private Signer.Algorithm algorithm() {
        for (Signer.Algorithm algorithm : Signer.Algorithm.values()) {
            byte[] uri = switch (algorithm) {
                case ECDSA_SHA256 -> Xml.ECDSA_SHA256;
                case RSA_SHA256 -> Xml.RSA_SHA256;
            };
            if (in.next(uri)) {
                in.expect(uri);
                in.expect(Xml.METHOD_END);
                return algorithm;
            }
        }
        throw new Rejection(Fault.ALGORITHM, in.at());
    }

    private byte[] value(Signer.Algorithm algorithm) {
        int from = in.at();
        byte[] value = in.base64(1_024);
        boolean fits = switch (algorithm) {
            case ECDSA_SHA256 -> value.length == 64;
            case RSA_SHA256 -> value.length >= 256;
        };
        if (!fits) {
            throw new Rejection(Fault.BASE64, from);
        }
        return value;
    }

    private List<KnownCertificate> certificates() {
        List<KnownCertificate> certificates = new ArrayList<>(2);
        while (certificates.isEmpty() || in.next(Xml.CERTIFICATE)) {
            in.expect(Xml.CERTIFICATE);
            if (certificates.size() == Limits.CERTIFICATES) {
                throw new Rejection(Fault.LIMIT, in.at());
            }
            int from = in.skipToTag(Limits.CERTIFICATE_BYTES * 4 / 3 + 4);
            certificates.add(KnownCertificate.of(in.bytes(), from, in.at())
                    .orElseThrow(() -> new Rejection(Fault.CERTIFICATE, from)));
            in.expect(Xml.CERTIFICATE_END);
        }
        return certificates;
    }

    private Instant time() {
        int from = in.at();
        String text = in.plain('<', Fault.NUMBER);
        try {
            Instant at = Instant.parse(text);
            if (text.length() == 20 && at.toString().equals(text)) {
                return at;
            }
            throw new Rejection(Fault.NUMBER, from);
        } catch (DateTimeException _) {
            throw new Rejection(Fault.NUMBER, from);
        }
    }

    private void key() {
        in.expect(slot.key());
    }

    private void numbered(int number) {
        key();
        in.expect(".");
        in.expect(Integer.toString(number));
    }
}
