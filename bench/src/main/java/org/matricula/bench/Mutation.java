package org.matricula.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that is done to a sealed record.
///
/// @param name what it is, for the table
/// @param maker changes a file; empty when there is nothing in it to change so
record Mutation(String name, Maker maker) {
    /// Makes the changed file.
    @FunctionalInterface
    interface Maker {
        /// @param other another sealed record of the same school
        Optional<byte[]> of(byte[] file, byte[] other, Random random);
    }

    private static final Pattern BLOCK = Pattern.compile("<block .*?</block>", Pattern.DOTALL);
    private static final Pattern SIGNATURE =
            Pattern.compile("<Signature .*?</Signature>|<ds:Signature .*?</ds:Signature>", Pattern.DOTALL);

    /// Whether it can be done to a file of any format.
    boolean fitsAnyFile() {
        return name.startsWith("one ") || name.equals("the end cut off");
    }

    /// Everything that we do to records.
    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        all.add(new Mutation("one byte changed", (file, _, random) -> {
            byte[] changed = file.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            return Optional.of(changed);
        }));
        all.add(new Mutation("one bit flipped", (file, _, random) -> {
            byte[] changed = file.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return Optional.of(changed);
        }));
        all.add(new Mutation("one letter of a word changed", (file, _, random) -> {
            byte[] changed = file.clone();
            int at = random.nextInt(changed.length);
            while (changed[at] < 'a' || changed[at] > 'y') {
                at = (at + 1) % changed.length;
            }
            changed[at]++;
            return Optional.of(changed);
        }));
        all.add(new Mutation("one byte left out", (file, _, random) -> {
            int at = random.nextInt(file.length);
            byte[] changed = Arrays.copyOf(file, file.length - 1);
            System.arraycopy(file, at + 1, changed, at, changed.length - at);
            return Optional.of(changed);
        }));
        all.add(new Mutation(
                "the end cut off", (file, _, random) -> Optional.of(Arrays.copyOf(file, random.nextInt(file.length)))));
        all.add(text("a mark raised", (text, _, _) -> replaced(text, ">7</field>", ">10</field>")));
        all.add(text("a level changed", (text, _, _) -> replaced(text, ">H</field>", ">T</field>")));
        all.add(text("two blocks swapped", (text, _, random) -> swapped(text, BLOCK, random)));
        all.add(text("two signatures swapped", (text, _, random) -> swapped(text, SIGNATURE, random)));
        all.add(text("a block dropped", (text, _, random) -> dropped(text, BLOCK, random)));
        all.add(text("a signature dropped", (text, _, random) -> dropped(text, SIGNATURE, random)));
        all.add(text(
                "all signatures dropped",
                (text, _, _) -> SIGNATURE.matcher(text).replaceAll("")));
        all.add(text("a signature twice", (text, _, random) -> doubled(text, SIGNATURE, random)));
        all.add(text("a block twice", (text, _, random) -> doubled(text, BLOCK, random)));
        all.add(text("a block of another record", (text, other, random) -> transplanted(text, other, BLOCK, random)));
        all.add(text(
                "a signature of another record",
                (text, other, random) -> transplanted(text, other, SIGNATURE, random)));
        all.add(text("the data of another record", Mutation::otherData));
        all.add(text("the issue of another record", (text, other, _) -> part(text, other, "<issue ", "</issue>")));
        all.add(text("wrapped: forged data before the signed data", (text, _, _) -> wrapped(text)));
        all.addAll(otherBytes());
        return List.copyOf(all);
    }

    /// The same XML to a canonicaliser, or parts that nothing signs: other bytes, the same signed content.
    private static List<Mutation> otherBytes() {
        return List.of(
                text("a comment in the data", (text, _, _) -> replaced(text, "</block>", "<!-- x --></block>")),
                text("a comment before the data", (text, _, _) -> replaced(text, "<data ", "<!-- x --><data ")),
                text("white space before the data", (text, _, _) -> replaced(text, "<data ", "\n<data ")),
                text("white space in the data", (text, _, _) -> replaced(text, "</block><block", "</block>\n<block")),
                text("white space after the record", (text, _, _) -> text + "\n"),
                text("an XML declaration", (text, _, _) -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text),
                text("a byte order mark", (text, _, _) -> "\uFEFF" + text),
                text("a document type", (text, _, _) -> "<!DOCTYPE record>" + text),
                text("an entity", (text, _, _) -> "<!DOCTYPE record [<!ENTITY a \"b\">]>" + text),
                text("a character as a reference", (text, _, _) -> replaced(text, ">T</field>", ">&#84;</field>")),
                text("a text as CDATA", (text, _, _) -> replaced(text, ">T</field>", "><![CDATA[T]]></field>")),
                text(
                        "other quotes",
                        (text, _, _) -> text.replaceFirst("<block ([^>]*?)id=\"([a-z]+)\"", "<block $1id='$2'")
                                .replaceFirst("<data ([^>]*?)form=\"([^\"]+)\"", "<data $1form='$2'")),
                text("white space in a tag", (text, _, _) -> replaced(text, "<data ", "<data  ")),
                text("an instruction in the data", (text, _, _) -> replaced(text, "</block>", "<?x y?></block>")),
                text("an attribute on the root", (text, _, _) -> replaced(text, "<record ", "<record note=\"x\" ")),
                text("an element at the end", (text, _, _) -> replaced(text, "</record>", "<note/></record>")),
                text("white space in the seal's value", (text, _, _) -> inValue(text)),
                new Mutation(
                        "the same in UTF-16",
                        (file, _, _) -> Optional.of(
                                new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))));
    }

    /// Changes a file as text.
    @FunctionalInterface
    private interface TextMaker {
        String of(String text, String other, Random random);
    }

    private static Mutation text(String name, TextMaker maker) {
        return new Mutation(name, (file, other, random) -> {
            String text = new String(file, StandardCharsets.UTF_8);
            String changed = maker.of(text, new String(other, StandardCharsets.UTF_8), random);
            return changed.equals(text) ? Optional.empty() : Optional.of(changed.getBytes(StandardCharsets.UTF_8));
        });
    }

    /// Replaces the first occurrence.
    private static String replaced(String text, String what, String by) {
        int at = text.indexOf(what);
        return at < 0 ? text : text.substring(0, at) + by + text.substring(at + what.length());
    }

    private record Span(int from, int to) {}

    private static List<Span> spans(String text, Pattern pattern) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }

    private static String swapped(String text, Pattern pattern, Random random) {
        List<Span> spans = spans(text, pattern);
        if (spans.size() < 2) {
            return text;
        }
        int i = random.nextInt(spans.size() - 1);
        Span a = spans.get(i);
        Span b = spans.get(i + 1 + random.nextInt(spans.size() - 1 - i));
        return text.substring(0, a.from)
                + text.substring(b.from, b.to)
                + text.substring(a.to, b.from)
                + text.substring(a.from, a.to)
                + text.substring(b.to);
    }

    private static String dropped(String text, Pattern pattern, Random random) {
        List<Span> spans = spans(text, pattern);
        Span span = spans.get(random.nextInt(spans.size()));
        return text.substring(0, span.from) + text.substring(span.to);
    }

    private static String doubled(String text, Pattern pattern, Random random) {
        List<Span> spans = spans(text, pattern);
        Span span = spans.get(random.nextInt(spans.size()));
        return text.substring(0, span.to) + text.substring(span.from);
    }

    private static String transplanted(String text, String other, Pattern pattern, Random random) {
        List<Span> here = spans(text, pattern);
        List<Span> there = spans(other, pattern);
        int i = random.nextInt(Math.min(here.size(), there.size()));
        return text.substring(0, here.get(i).from)
                + other.substring(there.get(i).from, there.get(i).to)
                + text.substring(here.get(i).to);
    }

    private static String otherData(String text, String other, Random random) {
        return part(text, other, "<data ", "</data>");
    }

    private static String part(String text, String other, String start, String end) {
        return text.substring(0, text.indexOf(start))
                + other.substring(other.indexOf(start), other.indexOf(end))
                + text.substring(text.indexOf(end));
    }

    private static String wrapped(String text) {
        String data = text.substring(text.indexOf("<data "), text.indexOf("</data>") + "</data>".length());
        String forged = data.replaceAll(" Id=\"[^\"]*\"", "").replace(">7</field>", ">10</field>");
        return text.replace(data, forged + "<kept>" + data + "</kept>");
    }

    private static String inValue(String text) {
        int end = text.lastIndexOf("</SignatureValue>");
        return end < 0 ? text : text.substring(0, end - 8) + "\n" + text.substring(end - 8);
    }
}
