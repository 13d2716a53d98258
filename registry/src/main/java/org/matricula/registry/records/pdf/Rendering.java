package org.matricula.registry.records.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/// Writes one document, with or without the place of a seal.
final class Rendering {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int RANGE = 40;

    private final Laid laid;
    private final PdfDocument document;
    private final SharedObjects shared;
    private final PdfObjects objects;
    private final Bytes file;
    private final int room;
    private final boolean store;
    private int rangeAt;
    private int contentsAt;

    private Rendering(Laid laid, SharedObjects shared, Deflater deflater, int room, boolean store) {
        this.laid = laid;
        this.store = store;
        this.shared = shared;
        this.room = room;
        document = laid.document();
        objects = new PdfObjects(deflater, shared.objects);
        file = objects.file;
    }

    /// A finished file without a seal: a draft.
    static byte[] unsealed(Laid laid, SharedObjects shared, Deflater deflater) {
        Rendering rendering = new Rendering(laid, shared, deflater, 0, false);
        rendering.write();
        return rendering.file.toByteArray();
    }

    /// A file whose seal has a place but no value yet.
    ///
    /// @param room how many bytes the signature may have
    /// @param store whether what is known of revocation will follow, for level LT
    static Unsigned withPlace(Laid laid, SharedObjects shared, Deflater deflater, int room, boolean store) {
        Rendering rendering = new Rendering(laid, shared, deflater, room, store);
        rendering.write();
        return rendering.unsigned();
    }

    /// A written file and where its signature goes.
    ///
    /// @param file the bytes but for the signature
    /// @param contentsAt the offset of the signature's first digit
    /// @param digest SHA-256 of all bytes but the signature and its brackets
    record Unsigned(byte[] file, int contentsAt, byte[] digest) {
        /// The finished file.
        byte[] with(byte[] signature) {
            byte[] sealed = Arrays.copyOf(file, file.length);
            byte[] hex = new Bytes(2 * signature.length).hex(signature).array();
            System.arraycopy(hex, 0, sealed, contentsAt, 2 * signature.length);
            return sealed;
        }
    }

    private Unsigned unsigned() {
        int resume = contentsAt + 2 * room + 1;
        Bytes range = new Bytes(RANGE).ascii("0 ").number(contentsAt - 1).put(' ');
        range.number(resume).put(' ').number(file.size() - resume);
        byte[] bytes = file.toByteArray();
        System.arraycopy(range.array(), 0, bytes, rangeAt, range.size());
        MessageDigest digest = Cms.digest();
        digest.update(bytes, 0, contentsAt - 1);
        digest.update(bytes, resume, bytes.length - resume);
        return new Unsigned(bytes, contentsAt, digest.digest());
    }

    private void write() {
        laid.root().forgetPlaces();
        int catalog = objects.number();
        int pages = objects.number();
        int info = objects.number();
        int structure = objects.number();
        int field = objects.number();
        int signature = objects.number();
        int count = laid.pages().size();
        int firstPage = objects.numbers(count);
        List<List<Tag>> marked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Drawing drawing = new Drawing(shared.subsets, i);
            laid.pages().get(i).forEach(drawing::draw);
            marked.add(drawing.marked());
            page(i, firstPage, pages, field, drawing);
        }
        int attachment = attach();
        int metadata = objects.number();
        objects.raw(metadata, "/Type/Metadata/Subtype/XML", Metadata.packet(document));
        List<Tag> annotated = new ArrayList<>();
        if (room > 0) {
            annotated.add(field(field, signature, firstPage));
            signature(signature);
        } else {
            objects.pack(field).ascii("null");
            objects.pack(signature).ascii("null");
        }
        new Structure(objects, firstPage).write(structure, laid.root(), marked, annotated);
        pages(pages, firstPage);
        info(info);
        int security = store ? securityStore() : 0;
        catalog(catalog, pages, structure, metadata, attachment, field, signature, security);
        objects.flush();
        objects.finish(catalog, info, id());
    }

    private void page(int index, int firstPage, int parent, int field, Drawing drawing) {
        int content = objects.number();
        objects.stream(content, "", drawing.content());
        Bytes out =
                objects.pack(firstPage + index).ascii("<</Type/Page/Parent ").number(parent);
        out.ascii(" 0 R/Resources ")
                .number(shared.resources)
                .ascii(" 0 R/Contents ")
                .number(content);
        out.ascii(" 0 R/Tabs/S/StructParents ").number(index);
        if (room > 0 && index == place().page()) {
            out.ascii("/Annots[").number(field).ascii(" 0 R]");
        }
        out.ascii(">>");
    }

    private void pages(int self, int firstPage) {
        Bytes out = objects.pack(self)
                .ascii("<</Type/Pages/Count ")
                .number(laid.pages().size())
                .ascii("/Kids[");
        for (int i = 0; i < laid.pages().size(); i++) {
            out.number(firstPage + i).ascii(" 0 R ");
        }
        out.ascii("]/MediaBox[0 0 ")
                .number(Look.PAGE_WIDTH)
                .put(' ')
                .number(Look.PAGE_HEIGHT)
                .ascii("]>>");
    }

    private int attach() {
        AttachedXml xml = document.xml();
        int stream = objects.number();
        Bytes entries = new Bytes(160).ascii("/Type/EmbeddedFile/Subtype/text#2Fxml/Params<</Size ");
        entries.number(xml.size())
                .ascii("/CheckSum<")
                .hex(xml.md5())
                .ascii(">/ModDate")
                .ascii(moment())
                .ascii(">>");
        objects.compressed(stream, entries.string(), xml.zlib());
        int self = objects.number();
        String name = "(" + document.recordId() + ".xml)";
        objects.pack(self)
                .ascii("<</Type/Filespec/F" + name + "/UF" + name + "/AFRelationship/Source/Desc")
                .text(Lines.clean(document.form().title()))
                .ascii("/EF<</F ")
                .number(stream)
                .ascii(" 0 R/UF ")
                .number(stream)
                .ascii(" 0 R>>>>");
        return self;
    }

    /// Where the field stands: on the panel of the seal, or nowhere visible.
    private record Placed(int page, Op.Field field) {}

    private Placed place() {
        for (int i = 0; i < laid.pages().size(); i++) {
            for (Op op : laid.pages().get(i)) {
                if (op instanceof Op.Field field) {
                    return new Placed(i, field);
                }
            }
        }
        return new Placed(0, new Op.Field(laid.root(), 0, 0, 0, 0));
    }

    private Tag field(int self, int signature, int firstPage) {
        Placed placed = place();
        Op.Field at = placed.field();
        at.tag().kids.add(new Tag.Annotation(placed.page(), self));
        Bytes out = objects.pack(self).ascii("<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/TU");
        out.text(Lines.clean(document.form().title())).ascii("/F 132/V ").number(signature);
        out.ascii(" 0 R/P ")
                .number(firstPage + placed.page())
                .ascii(" 0 R/StructParent ")
                .number(laid.pages().size());
        out.ascii("/AP<</N ")
                .number(shared.emptyAppearance)
                .ascii(" 0 R>>/Rect[")
                .number(at.x())
                .put(' ');
        out.number(at.y()).put(' ').number(at.x() + at.width()).put(' ').number(at.y() + at.height());
        out.ascii("]>>");
        return at.tag();
    }

    private void signature(int self) {
        objects.begin(self);
        file.ascii("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M")
                .ascii(moment());
        // No change at all is permitted after the seal: readers warn of every later revision.
        file.ascii("/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams");
        file.ascii("<</Type/TransformParams/P 1/V/1.2>>>>]/ByteRange[");
        rangeAt = file.size();
        file.put(" ".repeat(RANGE).getBytes(StandardCharsets.US_ASCII)).ascii("]/Contents<");
        contentsAt = file.size();
        file.put("0".repeat(2 * room).getBytes(StandardCharsets.US_ASCII)).ascii(">>>");
        objects.end();
    }

    /// The place of the document security store (EN 319 142-1, 5.4.2.2), which is filled behind the seal.
    private int securityStore() {
        int self = objects.number();
        objects.pack(self).ascii("<</Type/DSS>>");
        return self;
    }

    private void info(int self) {
        objects.pack(self)
                .ascii("<</Title")
                .text(Lines.clean(document.form().title()))
                .ascii("/Producer(" + Metadata.PRODUCER + ")/CreationDate")
                .ascii(moment())
                .ascii("/ModDate")
                .ascii(moment())
                .ascii(">>");
    }

    private void catalog(
            int self, int pages, int structure, int metadata, int attachment, int field, int signature, int security) {
        Bytes out = objects.pack(self).ascii("<</Type/Catalog/Pages ").number(pages);
        out.ascii(" 0 R/StructTreeRoot ")
                .number(structure)
                .ascii(" 0 R/Metadata ")
                .number(metadata);
        out.ascii(" 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang");
        out.text(document.form().language()).ascii("/OutputIntents[").number(shared.outputIntent);
        out.ascii(" 0 R]/AF[").number(attachment).ascii(" 0 R]/Names<</EmbeddedFiles<</Names[(");
        out.ascii(document.recordId()).ascii(".xml)").number(attachment).ascii(" 0 R]>>>>");
        if (room > 0) {
            out.ascii("/AcroForm<</SigFlags 3/Fields[").number(field).ascii(" 0 R]>>/Perms<</DocMDP ");
            out.number(signature).ascii(" 0 R>>");
        }
        if (security > 0) {
            out.ascii("/DSS ").number(security).ascii(" 0 R");
        }
        out.ascii(">>");
    }

    /// Names this version of this record, whenever it is written.
    private byte[] id() {
        String name = document.recordId() + "/" + document.version() + "/" + document.dataDigest();
        return Arrays.copyOf(Cms.sha256(name.getBytes(StandardCharsets.UTF_8)), 16);
    }

    private String moment() {
        OffsetDateTime at = document.sealedAt();
        int minutes = at.getOffset().getTotalSeconds() / 60;
        String offset =
                "%s%02d'%02d'".formatted(minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
        return "(D:" + MOMENT.format(at) + offset + ")";
    }
}
