package org.matricula.registry.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Cell;
import org.matricula.registry.records.spi.Part.Column;
import org.matricula.registry.records.spi.Part.Row;

class PaginationTest {
    private static final String COMMENT = "Em có nhiều tiến bộ so với đầu năm học. ";

    private static List<List<String>> pages(Part... parts) {
        List<List<String>> pages = new ArrayList<>();
        for (List<Op> page : Laid.of(Samples.document("HB-1", parts)).pages()) {
            List<String> texts = new ArrayList<>();
            for (Op op : page) {
                if (op instanceof Op.Text text) {
                    texts.add(text.text().strip());
                }
            }
            pages.add(texts);
        }
        return pages;
    }

    private static Part[] after(int lines, Part... parts) {
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(Samples.paragraph("dòng"));
        }
        all.addAll(List.of(parts));
        return all.toArray(Part[]::new);
    }

    private static long rows(List<String> page) {
        return page.stream()
                .filter(t -> t.startsWith("Môn ") && !t.equals("Môn học"))
                .count();
    }

    @Property(tries = 60)
    void no_row_of_a_table_is_ever_alone_on_a_page(@ForAll @IntRange(min = 0, max = 42) int before) {
        List<List<String>> pages = pages(after(before, Samples.table(12, COMMENT.repeat(2))));
        assertThat(pages).allSatisfy(page -> assertThat(rows(page)).isNotEqualTo(1));
        assertThat(pages.stream().mapToLong(PaginationTest::rows).sum()).isEqualTo(12);
    }

    @Nested
    class A_table {
        @Test
        void has_its_header_on_every_page() {
            List<List<String>> pages = pages(Samples.table(80, COMMENT));
            assertThat(pages)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(page -> assertThat(page).contains("Nhận xét"));
        }

        @Test
        void never_covers_a_header_cell_that_spans_two_rows_with_the_tint_of_the_second() {
            List<Op> page = Laid.of(Samples.document("HB-1", Samples.spanning(COMMENT)))
                    .pages()
                    .getFirst();
            int text = 0;
            while (!(page.get(text) instanceof Op.Text t && t.text().equals("Phẩm chất"))) {
                text++;
            }
            double base = ((Op.Text) page.get(text)).y();
            assertThat(page.subList(text, page.size()))
                    .noneMatch(op -> op instanceof Op.Fill f && f.y() < base && f.y() + f.height() > base);
        }

        @Test
        void keeps_the_note_with_its_last_row() {
            for (int before = 0; before < 42; before++) {
                List<List<String>> pages = pages(after(before, Samples.table(6, COMMENT)));
                assertThat(pages.getLast()).contains("T: Hoàn thành tốt", "Môn 6");
            }
        }

        @Test
        void keeps_the_rows_together_that_one_comment_spans() {
            for (int before = 0; before < 42; before++) {
                List<List<String>> pages = pages(after(before, Samples.spanning(COMMENT)));
                assertThat(pages)
                        .anySatisfy(
                                page -> assertThat(page).contains("Năng lực chung", "Yêu nước", "Nhân ái", "Chăm chỉ"));
            }
        }

        @Test
        void cuts_a_row_that_is_higher_than_a_page_and_loses_no_line() {
            List<List<String>> pages = pages(Samples.table(1, "câu\n".repeat(150)));
            assertThat(pages).hasSizeGreaterThan(2);
            assertThat(pages.stream().flatMap(List::stream).filter("câu"::equals))
                    .hasSize(150);
        }

        @Test
        void pours_a_comment_on_several_rows_over_pages_when_it_needs_more_than_one() {
            List<List<String>> pages = pages(Samples.spanning("câu\n".repeat(150)));
            assertThat(pages).hasSizeGreaterThan(2);
            assertThat(pages.stream().flatMap(List::stream).filter("câu"::equals))
                    .hasSize(150);
            assertThat(pages.stream().flatMap(List::stream)).contains("Yêu nước", "Nhân ái", "Chăm chỉ");
        }

        @Test
        void whose_row_has_too_many_cells_is_refused_with_its_name() {
            Part table = new Part.Table(
                    "Phẩm chất",
                    List.of(new Column(1, Align.LEFT)),
                    List.of(),
                    List.of(Row.of(Cell.of("a"), Cell.of("b"))),
                    "");
            assertThatThrownBy(() -> pages(table))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row 1 of the table 'Phẩm chất'");
        }
    }

    @Nested
    class A_page {
        @Test
        void never_ends_with_a_heading() {
            for (int before = 0; before < 50; before++) {
                List<List<String>> pages =
                        pages(after(before, new Part.Heading(2, "Đầu đề"), Samples.table(4, COMMENT)));
                assertThat(pages).anySatisfy(page -> assertThat(page).contains("Đầu đề", "Môn 1", "Môn 2"));
            }
        }

        @Test
        void never_ends_with_a_heading_even_where_parts_do_not_fit_together() {
            for (int before = 0; before < 50; before++) {
                Part group = new Part.Together(
                        List.of(after(before, new Part.Heading(2, "Đầu đề"), Samples.table(50, COMMENT))));
                assertThat(pages(group)).anySatisfy(page -> assertThat(page).contains("Đầu đề", "Môn 1", "Môn 2"));
            }
        }

        @Test
        void keeps_parts_together_that_fit_on_one() {
            for (int before = 0; before < 50; before++) {
                Part group = new Part.Together(
                        List.of(Samples.paragraph("một"), Samples.table(5, COMMENT), Samples.paragraph("hai")));
                assertThat(pages(after(before, group)))
                        .anySatisfy(page -> assertThat(page).contains("một", "Môn 1", "Môn 5", "hai"));
            }
        }

        @Test
        void counts_itself_and_all_pages_at_its_foot() {
            List<List<String>> pages = pages(Samples.table(80, COMMENT));
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i))
                        .contains("Trang %d/%d".formatted(i + 1, pages.size()), "Học bạ số HB-1", "BẢN TRÌNH DIỄN");
            }
        }

        @Test
        void has_what_belongs_to_its_foot_above_the_footer() {
            List<Op> page = Laid.of(Samples.document("HB-1", new Part.Foot(List.of(Samples.paragraph("cuối")))))
                    .pages()
                    .getFirst();
            assertThat(page)
                    .filteredOn(op -> op instanceof Op.Text t && t.text().equals("cuối"))
                    .singleElement()
                    .satisfies(op -> assertThat(((Op.Text) op).y()).isBetween(Look.BOTTOM, Look.BOTTOM + 15));
        }

        @Test
        void is_not_left_empty_by_a_break_at_its_start() {
            assertThat(pages(new Part.PageBreak(), Samples.paragraph("một"))).hasSize(1);
            assertThat(pages(Samples.paragraph("một"), new Part.PageBreak(), Samples.paragraph("hai")))
                    .hasSize(2);
        }

        @Test
        void keeps_everything_within_its_margins() {
            for (List<Op> page : Laid.of(Samples.everything("HB-1")).pages()) {
                for (Op op : page) {
                    if (op instanceof Op.Text t && t.tag() != Tag.ARTIFACT) {
                        assertThat(t.x()).as(t.text()).isGreaterThanOrEqualTo(Look.SIDE);
                        assertThat(t.x() + t.face().width(t.text().stripTrailing(), t.size()))
                                .as(t.text())
                                .isLessThanOrEqualTo(Look.PAGE_WIDTH - Look.SIDE + 0.01);
                        assertThat(t.y()).as(t.text()).isBetween(Look.BOTTOM, Look.PAGE_HEIGHT - Look.TOP);
                    }
                }
            }
        }
    }

    @Test
    void an_empty_value_is_a_dash_so_that_nobody_can_add_one_by_hand() {
        assertThat(pages(new Part.Pairs(1, List.of(new Part.Pair("Người giám hộ", ""))))
                        .getFirst())
                .contains("Người giám hộ:", "\u2013");
    }

    @Test
    void an_empty_form_still_has_a_page() {
        assertThat(pages()).hasSize(1);
    }
}
