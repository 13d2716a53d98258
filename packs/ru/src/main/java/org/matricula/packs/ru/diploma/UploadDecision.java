package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.needsPerson;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUD;

/// Whether one file may be attached: its format by what is inside it, its size in bytes, and its name.
final class UploadDecision extends CatalogueDecision<UploadDecision.Upload, UploadDecision.Verdict> {
    UploadDecision() {
        super(
                "ru.diploma.upload",
                new Sentence("May this file be attached?", "Можно ли прикрепить этот файл?"),
                RUD::regulation,
                Upload.class,
                Verdict.class);
    }

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+", Pattern.CASE_INSENSITIVE);

    /// What the guide lets in, and when.
    enum Format {
        PDF,
        JPEG,
        PNG,
        OTHER;

        /// The format of a media type; parameters and letter case do not matter, `image/jpg` is a common misnomer.
        static Format of(String mediaType) {
            return switch (bare(mediaType)) {
                case "application/pdf" -> PDF;
                case "image/jpeg", "image/jpg", "image/pjpeg" -> JPEG;
                case "image/png" -> PNG;
                default -> OTHER;
            };
        }

        private static String bare(String mediaType) {
            return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }
    }

    /// When the file is attached; each occasion has a clause of its own on formats.
    enum Stage {
        FILING("at the first filing", "при первой подаче", Format.PDF, Format.JPEG),
        REWORK("at rework", "при доработке", Format.PDF, Format.JPEG, Format.PNG),
        ARCHIVE("for an archive", "для архива", Format.PDF);

        private final Sentence label;
        private final Set<Format> formats;

        Stage(String en, String ru, Format first, Format... more) {
            label = new Sentence(en, ru);
            formats = EnumSet.of(first, more);
        }

        boolean lets(Format format) {
            return formats.contains(format);
        }

        String formats() {
            return String.join(", ", formats.stream().map(Enum::name).toList());
        }
    }

    /// How '5 MB' is read.
    enum Megabyte {
        /// 1,048,576 bytes, the default.
        BINARY(5_242_880, "binary", "двоичное"),
        /// 1,000,000 bytes.
        DECIMAL(5_000_000, "decimal", "десятичное");

        private final long limit;
        private final Sentence label;

        Megabyte(long limit, String en, String ru) {
            this.limit = limit;
            label = new Sentence(en, ru);
        }
    }

    /// Why a file must be replaced.
    enum Reason {
        FORMAT("its format", "формат"),
        SIZE("its size", "размер"),
        EMPTY("it is empty", "файл пуст");

        private final Sentence label;

        Reason(String en, String ru) {
            label = new Sentence(en, ru);
        }

        private static Sentence all(List<Reason> reasons) {
            return new Sentence(
                    String.join(", ", reasons.stream().map(r -> r.label.en()).toList()),
                    String.join(", ", reasons.stream().map(r -> r.label.local()).toList()));
        }
    }

    /// What is only remarked.
    enum Warning {
        PREFIX
    }

    /// @param detectedType the media type found inside the file, not the one its name suggests
    /// @param megabyte which reading of the limit to use; binary when absent
    record Upload(
            @Facts.Says("FILING, REWORK after a return, or ARCHIVE when sent to an archive")
            Stage stage,

            @Facts.Says("the place in the form that the file is for")
            Item slot,

            @Facts.NotEmpty @Facts.Says("the name of the file, with its extension")
            String fileName,

            @Facts.NotEmpty @Facts.Says("media type by content, for example application/pdf")
            String detectedType,

            @Facts.Min(0) @Facts.Says("size in bytes") long bytes,

            @Facts.Says("reading of 5 MB: BINARY 5,242,880 bytes (default) or DECIMAL 5,000,000")
            Optional<Megabyte> megabyte)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return MEDIA_TYPE.matcher(Format.bare(detectedType)).matches()
                    ? List.of()
                    : List.of(new Problem(
                            "/detectedType",
                            Sentence.of(
                                    "'%s' is not a media type; write it like application/pdf",
                                    "«%s» не тип содержимого; запишите его, например, так: application/pdf",
                                    detectedType)));
        }

        private Format format() {
            return Format.of(detectedType);
        }

        private boolean formatFits() {
            return stage.lets(format());
        }

        private Megabyte reading() {
            return megabyte.orElse(Megabyte.BINARY);
        }
    }

    /// @param reasons why the file must be replaced; none when it is acceptable
    /// @param warnings what is remarked without a consequence
    record Verdict(boolean acceptable, List<Reason> reasons, List<Warning> warnings) {}

    @Override
    public Ruling<Verdict> decide(Upload upload, Edition edition) {
        List<Reason> reasons = reasons(upload);
        boolean named = upload.slot().namedBy(upload.fileName());
        return new Ruling<>(
                new Verdict(reasons.isEmpty(), reasons, named ? List.of() : List.of(Warning.PREFIX)),
                List.of(
                        passportIsPdfOrJpeg(upload),
                        everyPaperIsCheckedByContent(upload),
                        nameCertificateIsPdfOrJpg(upload),
                        firstFilingTakesPdfOrJpg(upload),
                        scanIsLegible(upload),
                        fileIsAtMostFiveMegabytes(upload),
                        nameBeginsWithTheKindOfDocument(upload, named),
                        failedFileIsReplaced(upload, reasons),
                        screenshotProvesPayment(upload),
                        reworkAlsoTakesPng(upload),
                        archiveTakesPdfOnly(upload)));
    }

    private static List<Reason> reasons(Upload upload) {
        List<Reason> reasons = new ArrayList<>();
        if (!upload.formatFits()) {
            reasons.add(Reason.FORMAT);
        }
        if (upload.bytes() > upload.reading().limit) {
            reasons.add(Reason.SIZE);
        }
        if (upload.bytes() == 0) {
            reasons.add(Reason.EMPTY);
        }
        return List.copyOf(reasons);
    }

    @Clause(RUD.PASS_2)
    private static Finding passportIsPdfOrJpeg(Upload upload) {
        boolean passport = upload.slot() == Item.PASSPORT || upload.slot() == Item.PASSPORT_REGISTRATION_PAGE;
        return formatAt(RUD.PASS_2, upload, Stage.FILING, passport);
    }

    @Clause(RUD.STUDY_8)
    private static Finding everyPaperIsCheckedByContent(Upload upload) {
        return formatAt(RUD.STUDY_8, upload, Stage.FILING, true);
    }

    @Clause(RUD.NAME_6)
    private static Finding nameCertificateIsPdfOrJpg(Upload upload) {
        return formatAt(RUD.NAME_6, upload, Stage.FILING, upload.slot() == Item.NAME_CHANGE);
    }

    @Clause(RUD.UPLOAD_1)
    private static Finding firstFilingTakesPdfOrJpg(Upload upload) {
        return formatAt(RUD.UPLOAD_1, upload, Stage.FILING, true);
    }

    @Clause(RUD.INCOMPL_9)
    private static Finding screenshotProvesPayment(Upload upload) {
        return formatAt(RUD.INCOMPL_9, upload, Stage.REWORK, upload.slot() == Item.PAYMENT_PROOF);
    }

    @Clause(RUD.INCOMPL_12)
    private static Finding reworkAlsoTakesPng(Upload upload) {
        return formatAt(RUD.INCOMPL_12, upload, Stage.REWORK, true);
    }

    @Clause(RUD.ARCHIVE_7)
    private static Finding archiveTakesPdfOnly(Upload upload) {
        return formatAt(RUD.ARCHIVE_7, upload, Stage.ARCHIVE, true);
    }

    private static Finding formatAt(String clause, Upload upload, Stage stage, boolean concerns) {
        Sentence item = upload.slot().label();
        Sentence when = upload.stage().label;
        if (upload.stage() != stage || !concerns) {
            return doesNotApply(
                    clause,
                    new Sentence(
                            "the clause is not about this file: " + item.en() + ", " + when.en(),
                            "пункт не об этом файле: " + item.local() + ", " + when.local()));
        }
        String taken = stage.formats();
        return Finding.of(
                clause,
                upload.formatFits(),
                new Sentence(
                        "inside the file is " + upload.detectedType() + "; taken " + when.en() + ": " + taken,
                        "внутри файла " + upload.detectedType() + "; " + when.local() + " принимают: " + taken),
                new Sentence(
                        "inside '%s' is %s; taken %s: only %s"
                                .formatted(upload.fileName(), upload.detectedType(), when.en(), taken),
                        "внутри «%s» — %s; %s принимают только %s"
                                .formatted(upload.fileName(), upload.detectedType(), when.local(), taken)));
    }

    @Clause(RUD.UPLOAD_2)
    private static Finding scanIsLegible(Upload upload) {
        return upload.bytes() == 0
                ? doesNotApply(
                        RUD.UPLOAD_2,
                        new Sentence("the file is empty; there is nothing to read", "файл пуст, читать нечего"))
                : needsPerson(
                        RUD.UPLOAD_2,
                        Sentence.of(
                                "is '%s' clear, with no text cut off?",
                                "чёток ли скан «%s», не обрезан ли текст?", upload.fileName()));
    }

    @Clause(RUD.UPLOAD_3)
    private static Finding fileIsAtMostFiveMegabytes(Upload upload) {
        long limit = upload.reading().limit;
        Sentence reading = upload.reading().label;
        return Finding.of(
                RUD.UPLOAD_3,
                upload.bytes() <= limit,
                Sentence.of(
                        "%1$d bytes; the limit is %2$d bytes (%3$s reading of 5 MB)",
                        "%1$d байт; предел — %2$d байт (%4$s чтение 5 МБ)",
                        upload.bytes(),
                        limit,
                        reading.en(),
                        reading.local()),
                Sentence.of(
                        "%1$d bytes are %2$d more than the limit of %3$d bytes (%4$s reading of 5 MB)",
                        "%1$d байт — на %2$d больше предела в %3$d байт (%5$s чтение 5 МБ)",
                        upload.bytes(),
                        upload.bytes() - limit,
                        limit,
                        reading.en(),
                        reading.local()));
    }

    @Clause(RUD.UPLOAD_4)
    private static Finding nameBeginsWithTheKindOfDocument(Upload upload, boolean named) {
        Sentence item = upload.slot().label();
        return Finding.of(
                RUD.UPLOAD_4,
                named,
                Sentence.of(
                        "the name '%s' begins with the kind of document",
                        "имя «%s» начинается с вида документа", upload.fileName()),
                Sentence.of(
                        "the name '%1$s' does not say first that it is %2$s; this is a remark and no obstacle",
                        "имя «%1$s» не начинается с вида документа (%3$s); это замечание, а не препятствие",
                        upload.fileName(),
                        item.en(),
                        item.local()));
    }

    @Clause(RUD.UPLOAD_10)
    private static Finding failedFileIsReplaced(Upload upload, List<Reason> reasons) {
        Sentence why = reasons.isEmpty() ? upload.slot().label() : Reason.all(reasons);
        return Finding.of(
                RUD.UPLOAD_10,
                reasons.isEmpty(),
                Sentence.of(
                        "%s with %d bytes passed the check of format and size",
                        "%s, %d байт: проверка формата и размера пройдена", upload.detectedType(), upload.bytes()),
                Sentence.of(
                        "%1$s with %2$d bytes must be replaced: %3$s",
                        "%1$s, %2$d байт: файл надо заменить, причина: %4$s",
                        upload.detectedType(),
                        upload.bytes(),
                        why.en(),
                        why.local()));
    }
}
