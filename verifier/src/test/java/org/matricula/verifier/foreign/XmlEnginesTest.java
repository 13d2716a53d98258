package org.matricula.verifier.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.xml.common.XmlDefinerUtils;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/// Which XML engines are in force once the program has begun and has read a foreign file.
class XmlEnginesTest {
    @BeforeAll
    static void begin() {
        XmlEngines.pin();
        DssEngines.settle();
    }

    @Test
    void the_java_runtime_parses_and_transforms_for_everybody() {
        assertThat(TransformerFactory.newInstance()).hasSameClassAs(TransformerFactory.newDefaultInstance());
        assertThat(DocumentBuilderFactory.newInstance()).hasSameClassAs(DocumentBuilderFactory.newDefaultInstance());
    }

    @Test
    void saxon_answers_the_questions_of_dss_and_nobody_elses() throws Exception {
        assertThat(DomUtils.createXPathExpression("//*").getClass().getName()).startsWith("net.sf.saxon.");
        assertThat(XPathFactory.newInstance()).hasSameClassAs(XPathFactory.newDefaultInstance());
        assertThat(XmlDefinerUtils.getInstance().getSecureTransformerFactory())
                .hasSameClassAs(TransformerFactory.newDefaultInstance());
    }

    @Nested
    class A_fault_in_a_document {
        @Test
        void is_thrown_and_not_written_to_the_error_stream() {
            PrintStream before = System.err;
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            try {
                assertThatThrownBy(() -> DomUtils.buildDOM("<a:b/>")).isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> DomUtils.buildDOM("<!DOCTYPE a><a/>")).isInstanceOf(RuntimeException.class);
            } finally {
                System.setErr(before);
            }
            assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("Fatal");
        }
    }

    @Nested
    class An_expression_that_a_stranger_had_a_hand_in {
        private final XPath xpath = new ForeignXPath().newXPath();

        private Document document() throws Exception {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream("<a b='c'/>".getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void sees_the_document() throws Exception {
            assertThat(xpath.evaluate("//*[@b='c']/local-name()", document())).isEqualTo("a");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "doc('%s')",
                    "doc-available('%s')",
                    "document-uri(doc('%s'))",
                    "unparsed-text('%s')",
                    "unparsed-text-available('%s')",
                    "string-join(unparsed-text-lines('%s'))",
                    "json-doc('%s')",
                    "count(collection('%s'))",
                    "count(uri-collection('%s'))",
                    "transform(map{'stylesheet-location':'%s','source-node':/})?output",
                    "environment-variable('PATH')",
                    "string-join(available-environment-variables())",
                    "Q{java:java.lang.System}getProperty('java.home')"
                })
        void sees_nothing_else(String expression, @TempDir Path folder) throws Exception {
            Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret>4711</secret>");
            String said;
            try {
                said = xpath.evaluate(expression.formatted(secret.toUri()), document());
            } catch (javax.xml.xpath.XPathExpressionException _) {
                said = ""; // refused
            }
            assertThat(said).isIn("", "false", "0");
        }
    }
}
