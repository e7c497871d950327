// SPDX-License-Identifier: MIT
// Glyphs as text operators. The reader moves its pen by the widths of /W,
// whole thousandths of the em because several readers take no fractions; the
// layout's pen moves by the exact advances. Both are followed from the item's
// start in 1/10000 em, and wherever they differ visibly a TJ number brings
// the reader's pen to the layout's, so rounding never adds up.
#include "pdf/content.h"
#include "pdf/tounicode.h"

#define EM_UNITS 10000
// Sizes are written in thousandths of a point; less is nothing.
#define FONT_SIZE_MIN (SP_PER_PT / 1000 + 1)
// A difference below this is left, for every number costs bytes. With the
// rounding of the numbers the pen is never off by 0.01 pt.
#define PEN_TOLERANCE (SP_PER_PT * 6 / 1000)

// The box for a character that no font has: its line and the space beside
// it, as parts of the em.
#define BOX_LINE 24
#define BOX_SPACE 16

struct box {
    sp x, y, width, height; // y is the bottom
};
VEC_DECLARE(box_list, struct box);

struct pen {
    struct content *content;
    const struct item *item;
    const struct pdf_font *font;
    sp em;             // the font's size as written and expanded, times 1000
    int64_t tolerance; // in 1/EM_UNITS em
    int64_t limit;     // tolerance times em
    int64_t reader;    // the reader's pen, likewise
    sp layout;         // the layout's pen
    sp start;          // where that was when the text object began
    bool in_text;
    bool apart; // the span of an exception is a content of its own
    sp rise;
    bool in_array;
    struct box_list boxes; // drawn after the text
};

static void open_array(struct pen *pen)
{
    if (!pen->in_array)
        buf_add_char(&pen->content->buf, '[');
    pen->in_array = true;
}

// Writes the codes that are shown in one piece.
static void add_string(struct content *content)
{
    buf_add_bytes(&content->buf,
                  (struct str){content->codes, content->code_bytes});
    content->code_bytes = 0;
}

static void close_array(struct pen *pen)
{
    struct content *content = pen->content;

    if (content->code_bytes > 0)
        add_string(content);
    else if (!pen->in_array)
        return;
    buf_add(&content->buf, pen->in_array ? STR("]TJ\n") : STR("Tj\n"));
    pen->in_array = false;
}

static void add_code(struct pen *pen, unsigned code)
{
    struct content *content = pen->content;

    if (content->code_bytes == sizeof content->codes) {
        open_array(pen);
        add_string(content);
    }
    content->codes[content->code_bytes++] = (char)(code >> 8);
    content->codes[content->code_bytes++] = (char)(code & 0xFF);
}

static void set_rise(struct pen *pen, sp rise)
{
    if (pen->rise == rise)
        return;
    close_array(pen);
    buf_add_number(&pen->content->buf, rise);
    buf_add(&pen->content->buf, STR(" Ts\n"));
    pen->rise = rise;
}

// Most glyphs are where they should be, which shows without a division. Far
// off the page it is not known.
static bool is_in_place(const struct pen *pen, sp x)
{
    sp way = x - pen->start;
    int64_t reader;

    if (way < -POSITION_MAX || way > POSITION_MAX ||
        __builtin_mul_overflow(pen->reader, pen->em, &reader))
        return false;
    way *= (sp)EM_UNITS * 1000;
    return reader >= way - pen->limit && reader <= way + pen->limit;
}

static void move_to(struct pen *pen, sp x)
{
    int64_t wanted;
    int64_t back;

    if (is_in_place(pen, x))
        return;
    wanted = sp_mul_div(x - pen->start, (sp)EM_UNITS * 1000, pen->em);
    back = pen->reader - wanted;
    if (back >= -pen->tolerance && back <= pen->tolerance)
        return;
    open_array(pen);
    if (pen->content->code_bytes > 0)
        add_string(pen->content);
    // TJ counts in 1/1000 em, to the left.
    buf_add_thousandths(&pen->content->buf, back * (1000000 / EM_UNITS));
    pen->reader = wanted;
}

static void show_glyph(struct pen *pen, const struct placed_glyph *glyph)
{
    const struct packed_subset *subset = pen->font->subset;
    uint16_t id = pen->font->new_ids[glyph->id];

    set_rise(pen, glyph->y_offset);
    move_to(pen, pen->layout + glyph->x_offset);
    add_code(pen, subset->codes[id]);
    pen->reader += (int64_t)subset->widths[id] * (EM_UNITS / 1000);
    pen->layout += glyph->advance;
}

// A blank as wide as the glyph, stretched: after a narrow one readers would
// see a space between words.
static void show_blank(struct pen *pen, const struct placed_glyph *glyph)
{
    struct buf *buf = &pen->content->buf;
    const struct packed_subset *subset = pen->font->subset;
    uint16_t id = pen->font->new_ids[font_glyph(pen->item->font, ' ')];
    int64_t wanted = sp_mul_div(glyph->advance, (sp)EM_UNITS * 1000, pen->em);

    if (id == 0 || subset->widths[id] <= 0 || wanted <= 0)
        return;
    set_rise(pen, glyph->y_offset);
    move_to(pen, pen->layout + glyph->x_offset);
    close_array(pen);
    // In percent; /W has thousandths of the em.
    buf_add_thousandths(buf,
                        sp_mul_div(wanted, (sp)EM_UNITS, subset->widths[id]));
    buf_add(buf, STR(" Tz <"));
    buf_add_hex4(buf, subset->codes[id]);
    buf_add(buf, STR("> Tj 100 Tz\n"));
    pen->reader += wanted;
}

// Glyph 0 says that the font lacks the character, and a file that is to last
// must not show it (ISO 19005-2, 6.2.11.8). A box is drawn as a path, and a
// blank stands in, so that there is something to hang the text on.
static void show_missing(struct pen *pen, const struct placed_glyph *glyph)
{
    const struct item *item = pen->item;
    sp space = item->size / BOX_SPACE;
    struct box box = {
        .x = item->x + pen->layout + glyph->x_offset + space,
        .y = item->y - glyph->y_offset,
        .width = glyph->advance - 2 * space,
        .height = font_scale(item->font, font_metrics(item->font)->cap_height,
                             item->size),
    };

    vec_push(pen->content->writer->arena, &pen->boxes, box);
    show_blank(pen, glyph);
    pen->layout += glyph->advance;
}

static void add_rectangle(struct content *content, struct box box)
{
    sp numbers[] = {box.x, content->page_height - box.y, box.width, box.height};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buf_add_number(&content->buf, numbers[i]);
        buf_add_char(&content->buf, ' ');
    }
    buf_add(&content->buf, STR("re "));
}

static void draw_boxes(const struct pen *pen)
{
    sp line = pen->item->size / BOX_LINE;

    if (pen->boxes.len > 0)
        content_begin_mark(pen->content);
    for (size_t i = 0; i < pen->boxes.len; i++) {
        struct box box = pen->boxes.ptr[i];
        struct box hole = {box.x + line, box.y - line, box.width - 2 * line,
                           box.height - 2 * line};

        if (hole.width <= 0 || hole.height <= 0)
            continue;
        add_rectangle(pen->content, box);
        add_rectangle(pen->content, hole);
        buf_add(&pen->content->buf, STR("f*\n"));
    }
}

static void set_position(struct content *content, const struct item *item, sp x)
{
    bool expanded = item->expansion != 0;

    // Expansion is a matter of the matrix: text space stays as it is.
    if (expanded) {
        buf_add_thousandths(&content->buf, 1000 + item->expansion);
        buf_add(&content->buf, STR(" 0 0 1 "));
    }
    buf_add_number(&content->buf, x);
    buf_add_char(&content->buf, ' ');
    buf_add_number(&content->buf, content->page_height - item->y);
    buf_add(&content->buf, expanded ? STR(" Tm\n") : STR(" Td\n"));
}

static void begin_text(struct pen *pen)
{
    if (pen->in_text)
        return;
    content_begin_mark(pen->content);
    buf_add(&pen->content->buf, STR("BT\n"));
    set_position(pen->content, pen->item, pen->item->x + pen->layout);
    pen->start = pen->layout;
    pen->reader = 0;
    pen->in_text = true;
}

static void end_text(struct pen *pen)
{
    close_array(pen);
    if (pen->in_text)
        buf_add(&pen->content->buf, STR("ET\n"));
    pen->in_text = false;
}

// Puts a span around a part of the item.
static void begin_exception(struct pen *pen, struct str text)
{
    pen->apart = content_has_marks(pen->content);
    if (pen->apart) {
        end_text(pen);
    } else {
        begin_text(pen);
        close_array(pen);
    }
    content_begin_span(pen->content, text);
}

static void end_exception(struct pen *pen)
{
    if (pen->apart)
        end_text(pen);
    else
        close_array(pen);
    content_end_span(pen->content);
}

static void set_reading(struct pen *pen, size_t reading)
{
    struct content *content = pen->content;

    if (content->font == pen->item->font && content->reading == reading &&
        content->size == pen->item->size)
        return;
    close_array(pen);
    content_set_font(content, pen->font, reading, pen->item->size);
}

static void show_cluster(struct pen *pen, const struct cluster *cluster)
{
    const struct content *content = pen->content;
    size_t reading = content->font == pen->item->font ? content->reading : 0;
    bool mapped = cluster_reading(content->writer->arena, pen->font, pen->item,
                                  cluster, &reading);
    // A span with the whole item's text already says everything.
    bool exception =
        (cluster->missing || !mapped) && !pen->item->actual_text.ptr;

    if (cluster->invisible)
        return;
    if (exception)
        begin_exception(pen, cluster->text);
    begin_text(pen);
    set_reading(pen, reading);
    for (size_t i = cluster->first; i < cluster->end; i++)
        if (pen->item->glyphs[i].id == 0)
            show_missing(pen, &pen->item->glyphs[i]);
        else
            show_glyph(pen, &pen->item->glyphs[i]);
    if (exception)
        end_exception(pen);
}

static bool is_plain(const struct pen *pen, size_t number)
{
    char c = glyph_ascii(pen->item, number);

    return c &&
           c == pen->font
                    ->ascii[pen->font->new_ids[pen->item->glyphs[number].id]];
}

// Shows the glyphs from that on which stand for one ASCII character each in
// the first reading, as nearly all do; returns the first that has to be looked
// into.
static size_t show_plain(struct pen *pen, size_t number)
{
    const struct content *content = pen->content;
    const struct item *item = pen->item;

    if ((content->font == item->font && content->reading != 0) ||
        !is_plain(pen, number))
        return number;
    begin_text(pen);
    set_reading(pen, 0);
    do
        show_glyph(pen, &item->glyphs[number++]);
    while (number < item->glyph_count && is_plain(pen, number));
    return number;
}

void content_set_font(struct content *content, const struct pdf_font *font,
                      size_t reading, sp size)
{
    HPDF_Dict dict = font->readings[reading].dict;
    const char *name;

    if (content->font == font->font && content->reading == reading &&
        content->size == size)
        return;
    name = dict ? HPDF_Page_GetLocalFontName(content->page, dict) : NULL;
    if (!name)
        return; // libharu has the error; the page's end finds it
    content->font = font->font;
    content->reading = reading;
    content->size = size;
    buf_add_char(&content->buf, '/');
    buf_add_cstr(&content->buf, name);
    buf_add_char(&content->buf, ' ');
    buf_add_number(&content->buf, size);
    buf_add(&content->buf, STR(" Tf\n"));
}

void content_draw_text(struct content *content, const struct item *item)
{
    struct pen pen = {.content = content, .item = item};

    if ((item->glyph_count == 0 && !item->end_space) ||
        item->size < FONT_SIZE_MIN)
        return;
    pen.font = writer_font(content->writer, item->font);
    pen.em = sp_mul_div(item->size, 1000, SP_PER_PT) *
             sp_mul_div(SP_PER_PT, 1000 + item->expansion, 1000);
    pen.tolerance = PEN_TOLERANCE * EM_UNITS / item->size;
    pen.limit = pen.tolerance * pen.em;
    content_set_colour(content, item->colour);
    for (size_t i = 0; i < item->glyph_count;) {
        struct cluster cluster;

        i = show_plain(&pen, i);
        if (i == item->glyph_count)
            break;
        cluster = cluster_at(content->writer->arena, item, i);
        show_cluster(&pen, &cluster);
        i = cluster.end;
    }
    if (item->end_space) {
        begin_text(&pen);
        if (item->glyph_count == 0)
            set_reading(&pen, 0);
        show_glyph(&pen, item->end_space);
    }
    set_rise(&pen, 0);
    end_text(&pen);
    if (!item->hidden)
        draw_boxes(&pen);
}
