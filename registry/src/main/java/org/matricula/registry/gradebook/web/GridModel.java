package org.matricula.registry.gradebook.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.flows.Answer;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.GridView;
import org.matricula.registry.gradebook.flows.GridView.PupilLine;
import org.matricula.registry.gradebook.flows.Missing;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import tools.jackson.databind.json.JsonMapper;

/// The grid as its template draws it. The same values go to the scripts as data, so that both start from one picture.
///
/// @param groups the upper line of headings; a column without a group has a heading that is two lines tall
/// @param rows the pupils
/// @param config what the scripts need, as JSON
public record GridModel(List<Group> groups, List<Col> columns, List<Row> rows, long revision, String config) {
    private static final JsonMapper JSON = new JsonMapper();

    /// How many characters an entry may show in a narrow cell.
    private static final int NARROW = 4;

    /// A heading over several columns, or over one of its own.
    public record Group(String words, int span, boolean alone) {}

    /// A column.
    ///
    /// @param title how messages name it
    /// @param hint what it takes, in few words
    /// @param look its classes
    /// @param area whether its text may be long
    public record Col(
            String key,
            String heading,
            String title,
            String hint,
            String look,
            boolean area,
            boolean alone,
            boolean digits) {}

    /// A pupil's row.
    public record Row(String pupil, int place, String name, boolean closed, List<CellView> cells) {}

    /// A cell.
    ///
    /// @param value what the reader sees: typed and not saved, or saved
    /// @param saved what stands in the register, as shown
    /// @param look its classes
    /// @param problem what is wrong with it; empty when nothing is
    public record CellView(
            Col column, String name, String value, String saved, long revision, String look, String problem) {}

    /// A note as the page shows it.
    ///
    /// @param about the pupil's name; empty when it is about the whole block
    public record Note(String id, String words, String about, String name, String time) {}

    /// The grid as it stands, or with what could not be saved.
    ///
    /// @param left answers that left something unsaved, by the name of the cell
    static GridModel of(GridView view, Voice voice, Map<String, Answer> left, Actor actor) {
        Block block = view.block();
        List<Col> columns =
                block.columns().stream().map(column -> col(column, voice)).toList();
        List<Row> rows = new ArrayList<>();
        for (PupilLine line : view.lines()) {
            List<CellView> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(view, line, block.columns().get(i), columns.get(i), voice, left));
            }
            rows.add(new Row(
                    line.pupil().pupil().toString(),
                    line.pupil().position(),
                    line.name(),
                    line.pupil().closed(),
                    cells));
        }
        return new GridModel(groups(block, voice), columns, rows, view.revision(), config(view, voice, actor));
    }

    /// The name of a cell's field.
    static String name(String pupil, String column) {
        return "v." + pupil + "." + column;
    }

    private static CellView cell(
            GridView view, PupilLine line, Column column, Col col, Voice voice, Map<String, Answer> left) {
        Optional<Cell> cell = Optional.ofNullable(line.cells().get(column.key()));
        String saved = TypedCells.shown(column.kind(), cell.map(Cell::value).orElse(""));
        String name = name(line.pupil().pupil().toString(), column.key());
        Optional<Answer> answer = Optional.ofNullable(left.get(name));
        boolean locked = line.pupil().closed() || !view.mayEnter();
        String state = answer.isPresent()
                ? (answer.get() instanceof Answer.Conflict ? " changed" : " failed")
                : locked ? " locked" : Missing.missing(view.block(), column, line.cells()) ? " missing" : "";
        return new CellView(
                col,
                name,
                answer.map(GridModel::typed).orElse(saved),
                saved,
                cell.map(Cell::revision).orElse(0L),
                (col.look() + state).strip(),
                answer.map(why -> problem(why, column, voice)).orElse(""));
    }

    private static String typed(Answer answer) {
        return switch (answer) {
            case Answer.Saved(var cell, var _) -> cell.value();
            case Answer.Unfit unfit -> unfit.typed();
            case Answer.Conflict conflict -> conflict.typed();
            case Answer.Barred barred -> barred.typed();
        };
    }

    /// Why a cell was not saved, in the reader's words.
    static String problem(Answer answer, Column column, Voice voice) {
        return switch (answer) {
            case Answer.Saved _ -> "";
            case Answer.Unfit unfit -> voice.say(unfit.why());
            case Answer.Conflict(var _, var theirs, var name) ->
                voice.page()
                        .say(
                                "conflict.plain",
                                name,
                                TypedCells.shown(column.kind(), theirs.value()),
                                voice.clock(theirs.at()));
            case Answer.Barred barred ->
                switch (barred.why()) {
                    case CLOSED -> voice.page().say("barred.closed");
                    case LEFT -> voice.page().say("barred.left");
                };
        };
    }

    private static Col col(Column column, Voice voice) {
        Kind kind = column.kind();
        boolean area = kind instanceof Kind.Text(int _, boolean lines) && lines;
        String look = switch (kind) {
            case Kind.Text(int _, boolean lines) -> lines ? "wide-cell" : "middle-cell";
            case Kind.Name _ -> "middle-cell";
            case Kind.Choice(var options, var _) ->
                options.stream().anyMatch(option -> option.shown().length() > NARROW) ? "middle-cell" : "";
            case Kind.Digits _, Kind.Day _, Kind.Whole _, Kind.Measure _, Kind.Unused _ -> "";
        };
        return new Col(
                column.key(),
                voice.say(column.heading().label()),
                voice.say(column.title()),
                hint(kind),
                look,
                area,
                column.group().isEmpty(),
                kind instanceof Kind.Whole || kind instanceof Kind.Measure || kind instanceof Kind.Digits);
    }

    /// What a column takes, where few signs can say it.
    private static String hint(Kind kind) {
        return switch (kind) {
            case Kind.Whole(int least, int most) -> least + "–" + most;
            case Kind.Measure measure ->
                measure.least().toPlainString() + "–" + measure.most().toPlainString();
            case Kind.Choice(var options, var _) ->
                options.stream().allMatch(option -> option.shown().length() <= NARROW)
                        ? options.stream().map(Kind.Option::shown).collect(Collectors.joining(" "))
                        : "";
            case Kind.Name _, Kind.Text _, Kind.Digits _, Kind.Day _, Kind.Unused _ -> "";
        };
    }

    private static List<Group> groups(Block block, Voice voice) {
        List<Group> groups = new ArrayList<>();
        String last = "";
        for (Column column : block.columns()) {
            Optional<Heading> heading = column.group();
            if (heading.isEmpty()) {
                groups.add(new Group(voice.say(column.heading().label()), 1, true));
                last = "";
            } else if (heading.get().code().equals(last)) {
                Group before = groups.removeLast();
                groups.add(new Group(before.words(), before.span() + 1, false));
            } else {
                groups.add(new Group(voice.say(heading.get().label()), 1, false));
                last = heading.get().code();
            }
        }
        return groups;
    }

    private static String config(GridView view, Voice voice, Actor actor) {
        Block block = view.block();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("classId", block.room().id());
        config.put("block", block.code());
        config.put("account", actor.id());
        config.put("api", "/api/v1/classes/%s".formatted(block.room().id()));
        config.put("revision", view.revision());
        config.put("open", view.mayEnter());
        config.put("clock", voice.clock(view.now().at()));
        config.put(
                "csrf",
                Map.of(
                        "value",
                        voice.page().csrf().present() ? voice.page().csrf().value() : ""));
        config.put(
                "columns",
                block.columns().stream()
                        .map(column -> column(column, block, voice))
                        .toList());
        config.put("words", GridWords.of(voice.page()));
        return JSON.writeValueAsString(config);
    }

    private static Map<String, Object> column(Column column, Block block, Voice voice) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("key", column.key());
        told.put("title", voice.say(column.title()));
        told.put("need", column.need());
        told.put("group", column.group().map(Heading::code).orElse(""));
        switch (column.kind()) {
            case Kind.Choice(var options, var _) ->
                told.put(
                        "options",
                        options.stream()
                                .map(option -> Map.of("shown", option.shown(), "words", voice.say(option.meaning())))
                                .toList());
            case Kind.Text(int longest, boolean _) -> told.put("longest", longest);
            case Kind.Name _, Kind.Digits _, Kind.Day _, Kind.Whole _, Kind.Measure _, Kind.Unused _ -> {
                // Typed as they are.
            }
        }
        return told;
    }
}
