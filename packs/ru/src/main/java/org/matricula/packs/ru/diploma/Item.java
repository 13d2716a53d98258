package org.matricula.packs.ru.diploma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.matricula.law.Sentence;

/// A paper or a datum of the package, with the words that may begin the name of its file.
enum Item {
    APPLICATION("the application", "заявление", "zayavlenie", "заявление"),
    PASSPORT("the passport", "паспорт", "паспорт"),
    PASSPORT_REGISTRATION_PAGE(
            "the registration page of the passport",
            "страница паспорта с регистрацией",
            "registration",
            "паспорт",
            "регистрация",
            "прописка"),
    STUDY_PROOF(
            "the proof of study",
            "документ об обучении",
            "education",
            "extract",
            "certificate",
            "spravka",
            "справка",
            "выписка"),
    SUBSTITUTE_CERTIFICATE("the substitute certificate", "справка-заменитель", "certificate", "spravka", "справка"),
    PAYMENT_PROOF("the proof of payment", "подтверждение оплаты", "receipt", "квитанция", "оплата", "чек"),
    CONSENT("the consent to data processing", "согласие на обработку данных", "согласие"),
    NAME_CHANGE("the certificate of the changed surname", "справка о смене фамилии", "surname", "фамилия", "справка"),
    ARCHIVE_EXTRACT("the extract from the archive", "выписка из архива", "extract", "архив", "выписка"),
    SNILS("the SNILS", "СНИЛС", "снилс"),
    INN("the INN", "ИНН", "инн"),
    DIPLOMA_SCAN("the scan of the diploma", "скан диплома", "диплом");

    private final Sentence label;
    private final List<String> prefixes;

    Item(String en, String ru, String... moreWords) {
        label = new Sentence(en, ru);
        String code = name().toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of(moreWords));
        words.add(code.split("_", 2)[0]);
        words.add(code.replace("_", ""));
        prefixes = List.copyOf(words);
    }

    /// What it is called within a sentence.
    Sentence label() {
        return label;
    }

    /// Whether the name of a file begins with a word for this item that is not part of a longer word.
    boolean namedBy(String fileName) {
        String name = fileName.strip().toLowerCase(Locale.ROOT);
        return prefixes.stream()
                .anyMatch(word -> name.startsWith(word)
                        && (name.length() == word.length() || !Character.isLetter(name.charAt(word.length()))));
    }

    /// The labels of several items, joined by commas.
    static Sentence labels(Collection<Item> items) {
        return new Sentence(
                String.join(", ", items.stream().map(i -> i.label.en()).toList()),
                String.join(", ", items.stream().map(i -> i.label.local()).toList()));
    }
}
