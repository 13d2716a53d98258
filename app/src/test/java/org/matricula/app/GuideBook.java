package org.matricula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pages of the user guide as a test reads them: sections with their pictures, and the words in bold, which are
/// quoted from the program's pages.
final class GuideBook {
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(pictures/(en|vi)/([a-z0-9-]+)\\.png\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)#]+)[^)]*\\)");

    /// A part of a page under a heading of the second level.
    ///
    /// @param pictures the names of its pictures
    /// @param quoted what it quotes from the pages in bold
    record Section(String file, String title, List<String> pictures, List<String> quoted) {}

    private final List<Section> sections = new ArrayList<>();
    private final Set<String> pictures = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    /// @param folder where the guide lies
    GuideBook(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                read(folder, file);
            }
        }
    }

    private void read(Path folder, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String text = Files.readString(file);
        for (String part : text.split("(?m)^## ")) {
            List<String> own = new ArrayList<>();
            Matcher picture = PICTURE.matcher(part);
            while (picture.find()) {
                own.add(picture.group(2) + "/" + picture.group(3));
                if (picture.group(1).isBlank()) {
                    faults.add(name + ": a picture without words for who does not see it: " + picture.group());
                }
            }
            pictures.addAll(own);
            List<String> quoted = new ArrayList<>();
            Matcher bold = BOLD.matcher(part);
            while (bold.find()) {
                quoted.add(bold.group(1).replaceAll("\\s+", " "));
            }
            sections.add(new Section(name, part.lines().findFirst().orElse(""), own, quoted));
        }
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String to = link.group(1);
            if (!to.contains("://") && !Files.exists(folder.resolve(to))) {
                faults.add(name + ": a link to nowhere: " + to);
            }
        }
    }

    /// Sections that show pictures; the others quote nothing that a walk could find.
    List<Section> pictured() {
        return sections.stream().filter(each -> !each.pictures().isEmpty()).toList();
    }

    /// Every picture named in the guide, as `language/name`.
    Set<String> pictures() {
        return pictures;
    }

    /// Dead links and pictures without words.
    List<String> faults() {
        return faults;
    }
}
