// SPDX-License-Identifier: MIT
// CSV as spreadsheets write it, through libcsv, the only file that includes
// csv.h. libcsv gets one byte at a time, so that it is known where a cell
// begins and ends: the scan here follows the same states (is the cell quoted,
// are its quotation marks open) and stops where libcsv would guess.
#include "batch/table_parts.h"

#include "base/utf8.h"

#include <csv.h>

// libcsv's buffer grows by so much.
#define BUFFER_STEP 4096

// A cell of the first row.
struct header {
    struct str text;
    struct pos pos;
    size_t column; // in the table; SIZE_MAX: none
    bool told;     // what is wrong with it
};
VEC_DECLARE(header_list, struct header);

// Characters [from, to) of the cell that is being scanned, without the blanks
// around it; bytes counts them, too.
struct extent {
    size_t from;
    size_t to;
    size_t bytes;
    bool begun;
    bool quoted;
    bool open;
};

struct csv_reader {
    struct table_reader *table;
    struct source_map map;
    struct csv_parser parser;
    char separator;
    struct extent extent;
    struct header_list headers;
    bool named;         // the headers are complete
    size_t count;       // cells of the row so far
    struct cell *cells; // of the row; NULL before the first
    struct pos row;     // of the row's first cell
    bool surplus;       // the row has more cells than there are headers
    bool stop;          // an error behind which nothing is understood
};

// --- Rows --------------------------------------------------------------------

static struct pos extent_pos(const struct csv_reader *reader)
{
    const struct extent *extent = &reader->extent;

    return source_map_pos(&reader->map, extent->from, extent->to);
}

// Returns a cell's text as it is kept: line breaks are line feeds.
static struct str clean(struct arena *arena, const char *bytes, size_t len)
{
    struct str text = str_trim((struct str){len > 0 ? bytes : "", len});
    char *copy;

    if (text.len == 0)
        return (struct str){"", 0};
    copy = str_to_cstr(arena, text);
    len = 0;
    for (size_t i = 0; i < text.len; i++)
        if (copy[i] != '\r')
            copy[len++] = copy[i];
    return utf8_nfc(arena, (struct str){copy, len});
}

static void add_header(struct csv_reader *reader, struct str text)
{
    struct header header = {text, extent_pos(reader), SIZE_MAX, false};

    if (reader->headers.len < TABLE_MAX_COLUMNS) {
        vec_push(reader->table->arena, &reader->headers, header);
        return;
    }
    if (text.len > 0 && !reader->table->full) {
        diag_error(reader->table->diags, header.pos, (struct str){"", 0},
                   "the table has more than %zu columns", TABLE_MAX_COLUMNS);
        reader->table->full = true;
    }
}

static void report_surplus(struct csv_reader *reader)
{
    char tab[] = "a tab";
    char other[] = {'\'', reader->separator, '\'', '\0'};

    diag_error(reader->table->diags, extent_pos(reader),
               str_format(reader->table->arena,
                          "a text with %s in it stands in quotation marks",
                          reader->separator == '\t' ? tab : other),
               "the row has more cells than there are columns (%zu)",
               reader->headers.len);
}

static void report_unnamed(struct csv_reader *reader,
                           const struct header *header)
{
    diag_error(reader->table->diags, header->pos,
               str_format(reader->table->arena, "line %u has a text in it",
                          (unsigned)extent_pos(reader).line),
               "a column without a name");
}

// Fills the cell of the row that stands under the header.
static void add_cell(struct csv_reader *reader, size_t index, struct str text)
{
    struct header *header =
        index < reader->headers.len ? &reader->headers.ptr[index] : NULL;

    if (header && header->column != SIZE_MAX) {
        reader->cells[header->column] =
            (struct cell){.text = text, .pos = extent_pos(reader)};
    } else if (text.len == 0) {
        return;
    } else if (!header) {
        if (!reader->surplus && !reader->table->full)
            report_surplus(reader);
        reader->surplus = true;
    } else {
        if (!header->told)
            report_unnamed(reader, header);
        header->told = true;
    }
}

static void take_cell(void *bytes, size_t len, void *context)
{
    struct csv_reader *reader = context;
    size_t index = reader->count++;
    struct str text;

    // Any number of empty cells costs nothing.
    if (index > TABLE_MAX_COLUMNS && len == 0)
        return;
    text = clean(reader->table->arena, bytes, len);
    if (index == 0)
        reader->row = extent_pos(reader);
    if (reader->named)
        add_cell(reader, index, text);
    else
        add_header(reader, text);
}

// Makes columns of the headers; an empty one is wrong only if there is a text
// under it.
static void name_columns(struct csv_reader *reader)
{
    struct table_reader *table = reader->table;

    for (size_t i = 0; i < reader->headers.len; i++) {
        struct header *header = &reader->headers.ptr[i];
        struct str name;

        if (header->text.len == 0)
            continue;
        header->told = true;
        reader->named = true;
        if (!table_column_name(table, header->text, header->pos, &name))
            continue;
        if (table_column_find(table->table, name) != SIZE_MAX)
            diag_error(table->diags, header->pos, (struct str){"", 0},
                       "the column '%.*s' is here twice", STR_ARG(name));
        else
            header->column = table_column_add(table, name, header->pos);
    }
    if (!reader->named)
        reader->headers.len = 0; // a row of empty cells
}

// Makes room for the next row; cells that it lacks stand where it begins.
static void begin_row(struct csv_reader *reader, bool used)
{
    size_t count = reader->table->table->columns.len;

    if (used || !reader->cells)
        reader->cells =
            arena_array_of(reader->table->arena, count, struct cell);
    for (size_t i = 0; i < count; i++)
        reader->cells[i] = (struct cell){.text = {"", 0}};
    reader->count = 0;
    reader->surplus = false;
}

static void take_row(int end, void *context)
{
    struct csv_reader *reader = context;
    const struct table *table = reader->table->table;
    size_t rows = table->rows.len;

    (void)end;
    if (!reader->named) {
        name_columns(reader);
        begin_row(reader, true);
        return;
    }
    for (size_t i = 0; i < table->columns.len; i++)
        if (!reader->cells[i].pos.source)
            reader->cells[i].pos = reader->row;
    if (!table_row_add(reader->table, reader->row, reader->cells))
        reader->stop = true;
    begin_row(reader, table->rows.len > rows);
}

// --- The scan ----------------------------------------------------------------

static void report_stray(struct csv_reader *reader, size_t character)
{
    struct pos start = extent_pos(reader);

    diag_error(reader->table->diags,
               source_map_pos(&reader->map, character, character + 1),
               str_format(reader->table->arena,
                          "the cell begins in line %u, column %u; quotation "
                          "marks within it are doubled",
                          (unsigned)start.line, (unsigned)start.column),
               "a text behind the closing quotation mark");
    reader->stop = true;
}

static void report_long(struct csv_reader *reader)
{
    diag_error(reader->table->diags, extent_pos(reader),
               reader->extent.quoted
                   ? STR("perhaps its quotation mark is not closed")
                   : (struct str){"", 0},
               "the cell is larger than %zu KiB", TABLE_MAX_CELL_KIBIBYTES);
    reader->stop = true;
}

// Follows the cell's quotation marks; before is the byte before c.
static void follow_quotes(struct csv_reader *reader, char c, char before,
                          size_t character)
{
    struct extent *extent = &reader->extent;

    if (extent->open)
        extent->open = c != '"';
    else if (c == '"' && before == '"')
        extent->open = true;
    else
        report_stray(reader, character);
}

// Takes a byte that ends no cell into the extent.
static void scan_byte(struct csv_reader *reader, size_t at, size_t character)
{
    struct extent *extent = &reader->extent;
    char c = reader->map.text.ptr[at];
    bool blank = c == ' ' || c == '\t';

    if (!extent->begun && blank)
        return;
    if (!extent->begun) {
        *extent = (struct extent){.from = character, .begun = true};
        extent->quoted = extent->open = c == '"';
    } else if (extent->quoted && (extent->open || !blank)) {
        follow_quotes(reader, c, reader->map.text.ptr[at - 1], character);
    }
    if (!blank)
        extent->to = character + 1;
    if (++extent->bytes > TABLE_MAX_CELL && !reader->stop)
        report_long(reader);
}

static bool ends_cell(const struct csv_reader *reader, char c)
{
    return !reader->extent.open &&
           (c == reader->separator || c == '\n' || c == '\r');
}

// An empty cell stands where it ends.
static void end_extent(struct csv_reader *reader, size_t character)
{
    if (!reader->extent.begun)
        reader->extent =
            (struct extent){.from = character, .to = character + 1};
}

static bool feed(struct csv_reader *reader, size_t at, size_t character)
{
    char c = reader->map.text.ptr[at];
    bool end = ends_cell(reader, c);

    if (end)
        end_extent(reader, character);
    else
        scan_byte(reader, at, character);
    if (reader->stop)
        return false;
    if (csv_parse(&reader->parser, &c, 1, take_cell, take_row, reader) != 1) {
        diag_error(reader->table->diags, extent_pos(reader),
                   (struct str){"", 0}, "cannot read the table: %s",
                   csv_strerror(csv_error(&reader->parser)));
        return false;
    }
    if (end)
        reader->extent = (struct extent){.begun = false};
    return !reader->stop;
}

static void finish(struct csv_reader *reader, size_t character)
{
    if (reader->extent.open) {
        struct pos pos = extent_pos(reader);

        pos.length = 1;
        diag_error(reader->table->diags, pos, (struct str){"", 0},
                   "this quotation mark is never closed");
        return;
    }
    end_extent(reader, character);
    (void)csv_fini(&reader->parser, take_cell, take_row, reader);
}

static void read_rows(struct csv_reader *reader)
{
    struct str text = reader->map.text;
    size_t from = table_find_separator(text, &reader->separator);
    size_t character = from; // what is before it is ASCII

    csv_set_delim(&reader->parser, (unsigned char)reader->separator);
    csv_set_blk_size(&reader->parser, BUFFER_STEP);
    for (size_t i = from; i < text.len; i++) {
        bool last = i + 1 == text.len ||
                    ((unsigned char)text.ptr[i + 1] & 0xc0) != 0x80;

        if (!feed(reader, i, character))
            return;
        character += last;
    }
    finish(reader, character);
}

void table_read_csv(struct table_reader *table, const struct source *source)
{
    struct csv_reader reader = {.table = table};

    if (!table_check_csv(table, source, &reader.map))
        return;
    if (csv_init(&reader.parser, 0) != 0) {
        diag_error(table->diags, (struct pos){.source = source, .length = 1},
                   (struct str){"", 0}, "cannot read the table");
        return;
    }
    read_rows(&reader);
    csv_free(&reader.parser);
}
