// SPDX-License-Identifier: MIT
// Opens a face and reads what layout and PDF must know of it. Tables that
// HarfBuzz has no call for are read here; every read is checked against the
// table's length, and what is not there reads as 0.
#include "text/face.h"

#include <hb-ot.h>

#include <string.h>

// PDF 1.7, table C.1: a name has at most 127 bytes.
#define POSTSCRIPT_NAME_MAX 127

struct table {
    hb_blob_t *blob;
    const unsigned char *data;
    unsigned size;
};

static struct table table_open(hb_face_t *face, hb_tag_t tag)
{
    struct table table = {hb_face_reference_table(face, tag), NULL, 0};

    table.data =
        (const unsigned char *)hb_blob_get_data(table.blob, &table.size);
    return table;
}

static void table_close(struct table *table)
{
    hb_blob_destroy(table->blob);
}

static unsigned table_u8(const struct table *table, unsigned at)
{
    return at < table->size ? table->data[at] : 0;
}

static unsigned table_u16(const struct table *table, unsigned at)
{
    return table_u8(table, at) << 8 | table_u8(table, at + 1);
}

static int table_i16(const struct table *table, unsigned at)
{
    int value = (int)table_u16(table, at);

    return value < 0x8000 ? value : value - 0x10000;
}

static int64_t table_i32(const struct table *table, unsigned at)
{
    return (int64_t)table_i16(table, at) * 0x10000 + table_u16(table, at + 2);
}

// Bit 9 of fsSelection is oblique, bit 0 italic; bit 1 of macStyle is for
// files that are older than these.
static enum face_slant face_slant(unsigned selection, unsigned mac_style)
{
    if (selection & 0x200)
        return SLANT_OBLIQUE;
    return (selection & 1) || (mac_style & 2) ? SLANT_ITALIC : SLANT_NONE;
}

struct face_style face_style(hb_face_t *face)
{
    struct table os2 = table_open(face, HB_TAG('O', 'S', '/', '2'));
    struct table head = table_open(face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned weight = table_u16(&os2, 4);
    unsigned mac_style = table_u16(&head, 44);
    unsigned width = table_u16(&os2, 6);
    struct face_style style = {.weight = 400, .width = WIDTH_NORMAL};

    if (width >= 1 && width <= WIDTH_MAX)
        style.width = (int)width;
    if (weight >= 1 && weight <= 9) // the scale of old TrueType fonts
        style.weight = (int)weight * 100;
    else if (weight >= 10 && weight <= 1000)
        style.weight = (int)weight;
    else if (mac_style & 1)
        style.weight = 700;
    style.slant = face_slant(table_u16(&os2, 62), mac_style);
    table_close(&os2);
    table_close(&head);
    return style;
}

struct str face_name(struct arena *arena, hb_face_t *face, unsigned id)
{
    char text[256];
    unsigned size = sizeof text;
    unsigned count;
    const hb_ot_name_entry_t *entries = hb_ot_name_list_names(face, &count);
    hb_language_t language = hb_language_from_string("en", -1);

    if (hb_ot_name_get_utf8(face, id, language, &size, text) == 0) {
        unsigned i = 0;

        while (i < count && entries[i].name_id != id)
            i++;
        if (i == count)
            return (struct str){"", 0};
        size = sizeof text;
        hb_ot_name_get_utf8(face, id, entries[i].language, &size, text);
    }
    return str_copy(arena, (struct str){text, size});
}

// Panose first, then the class of IBM's scheme; both are often left 0.
static bool os2_serif(const struct table *os2)
{
    unsigned style = table_u8(os2, 33);
    unsigned class = table_u8(os2, 30);

    if (table_u8(os2, 32) == 2 && style >= 2)
        return style <= 10;
    return (class >= 1 && class <= 5) || class == 7;
}

static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int otherwise)
{
    hb_position_t value = 0;

    if (hb_ot_metrics_get_position(font, tag, &value) && value != 0)
        return value;
    return otherwise;
}

// Height of a character's ink, or otherwise if it is not there.
static int glyph_height(hb_font_t *font, uint32_t rune, int otherwise)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents;

    if (hb_font_get_nominal_glyph(font, rune, &glyph) &&
        hb_font_get_glyph_extents(font, glyph, &extents) &&
        extents.y_bearing > 0)
        return extents.y_bearing;
    return otherwise;
}

static void read_heights(struct font_metrics *metrics, hb_font_t *font)
{
    int em = metrics->units_per_em;

    metrics->ascender =
        metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 3 / 4);
    metrics->descender =
        metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -em / 4);
    if (metrics->descender > 0)
        metrics->descender = -metrics->descender;
    metrics->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0);
    if (metrics->cap_height <= 0)
        metrics->cap_height = glyph_height(font, 'H', em * 7 / 10);
    metrics->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, 0);
    if (metrics->x_height <= 0)
        metrics->x_height = glyph_height(font, 'x', em / 2);
    metrics->underline_position =
        metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -em / 10);
    metrics->underline_thickness =
        metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20);
}

#define SUPERSCRIPT_SIZE_PERCENT 70
#define SUPERSCRIPT_RAISE_PERCENT 33
#define SUBSCRIPT_SIZE_PERCENT 70
#define SUBSCRIPT_DROP_PERCENT 14

// Many makers leave these at their program's values, by which a superscript
// begins at half the height of capitals, or at nonsense. Only
// reasonable values are taken, all or none. Programs that extract text put
// letters whose baseline is further off than half their size on another line.
static void read_scripts(struct font_metrics *metrics, hb_font_t *font)
{
    int em = metrics->units_per_em;
    int super = metric(font, HB_OT_METRICS_TAG_SUPERSCRIPT_EM_Y_SIZE, 0);
    int raise = metric(font, HB_OT_METRICS_TAG_SUPERSCRIPT_EM_Y_OFFSET, 0);
    int sub = metric(font, HB_OT_METRICS_TAG_SUBSCRIPT_EM_Y_SIZE, 0);
    int drop = metric(font, HB_OT_METRICS_TAG_SUBSCRIPT_EM_Y_OFFSET, 0);

    if (super < em * 6 / 10 || super > em * 3 / 4 || raise < em / 4 ||
        raise >= super * 49 / 100 || sub < em * 6 / 10 || sub > em * 3 / 4 ||
        drop < em / 10 || drop > em / 5) {
        super = em * SUPERSCRIPT_SIZE_PERCENT / 100;
        raise = em * SUPERSCRIPT_RAISE_PERCENT / 100;
        sub = em * SUBSCRIPT_SIZE_PERCENT / 100;
        drop = em * SUBSCRIPT_DROP_PERCENT / 100;
    }
    metrics->superscript_size = super;
    metrics->superscript_raise = raise;
    metrics->subscript_size = sub;
    metrics->subscript_drop = drop;
}

static void read_strikeout(struct font_metrics *metrics, hb_font_t *font)
{
    int top = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, 0);

    metrics->strikeout_thickness =
        metric(font, HB_OT_METRICS_TAG_STRIKEOUT_SIZE, 0);
    if (metrics->strikeout_thickness <= 0)
        metrics->strikeout_thickness = metrics->underline_thickness;
    metrics->strikeout_position = top - metrics->strikeout_thickness / 2;
    if (top <= 0 || top >= metrics->cap_height)
        metrics->strikeout_position = metrics->x_height / 2;
}

static void read_metrics(struct font *font, const bool *serif)
{
    struct table os2 = table_open(font->face, HB_TAG('O', 'S', '/', '2'));
    struct table head = table_open(font->face, HB_TAG('h', 'e', 'a', 'd'));
    struct table post = table_open(font->face, HB_TAG('p', 'o', 's', 't'));
    struct font_metrics *metrics = &font->metrics;
    struct face_style style = face_style(font->face);

    metrics->units_per_em = (int)hb_face_get_upem(font->face);
    read_heights(metrics, font->hb);
    read_scripts(metrics, font->hb);
    read_strikeout(metrics, font->hb);
    metrics->x_min = table_i16(&head, 36);
    metrics->y_min = table_i16(&head, 38);
    metrics->x_max = table_i16(&head, 40);
    metrics->y_max = table_i16(&head, 42);
    // 16.16 fixed point degrees
    metrics->italic_angle_millidegrees =
        (int)(table_i32(&post, 4) * 1000 / 0x10000);
    metrics->fixed_pitch = table_i32(&post, 12) != 0;
    metrics->italic = style.slant != SLANT_NONE;
    metrics->weight = style.weight;
    metrics->serif = serif ? *serif : os2_serif(&os2);
    table_close(&os2);
    table_close(&head);
    table_close(&post);
}

static bool is_name_char(char c)
{
    return c > ' ' && c < 127 && !strchr("[](){}<>/%", c);
}

// PostScript names are written into the PDF: only what may stand there.
static struct str clean_name(struct arena *arena, struct str name)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < name.len && buf.len < POSTSCRIPT_NAME_MAX; i++)
        if (is_name_char(name.ptr[i]))
            buf_add_char(&buf, name.ptr[i]);
    return buf.len > 0 ? buf_str(&buf) : STR("Unnamed");
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool found = hb_blob_get_length(blob) > 0;

    hb_blob_destroy(blob);
    return found;
}

static bool can_embed(hb_face_t *face)
{
    return hb_face_get_glyph_count(face) > 0 &&
           (has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
            has_table(face, HB_TAG('C', 'F', 'F', ' ')));
}

struct font *face_open(struct arena *arena, hb_blob_t *blob, unsigned index,
                       const bool *serif)
{
    hb_face_t *face = hb_face_create(blob, index);
    struct font *font;

    hb_blob_destroy(blob); // the face keeps it
    if (!can_embed(face)) {
        hb_face_destroy(face);
        return NULL;
    }
    font = arena_new_of(arena, struct font);
    font->face = face;
    font->hb = hb_font_create(face);
    font->face_index = index;
    read_metrics(font, serif);
    font->family_name =
        face_name(arena, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (font->family_name.len == 0)
        font->family_name = face_name(arena, face, HB_OT_NAME_ID_FONT_FAMILY);
    font->postscript_name =
        face_name(arena, face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (font->postscript_name.len == 0)
        font->postscript_name = font->family_name;
    font->postscript_name = clean_name(arena, font->postscript_name);
    return font;
}

void face_close(struct font *font)
{
    hb_font_destroy(font->hb);
    hb_face_destroy(font->face);
}

bool font_has_rune(const struct font *font, uint32_t rune)
{
    hb_codepoint_t glyph;

    return hb_font_get_nominal_glyph(font->hb, rune, &glyph);
}

size_t font_glyph_count(const struct font *font)
{
    unsigned count = hb_face_get_glyph_count(font->face);

    return count > 0 ? count : 1;
}

uint32_t font_glyph(const struct font *font, uint32_t rune)
{
    hb_codepoint_t glyph = 0;

    return hb_font_get_nominal_glyph(font->hb, rune, &glyph) ? glyph : 0;
}

// Bits 0 to 3 are one value since version 3 of the table; before, several
// could be set, and the least restrictive counted.
enum font_rights font_rights(const struct font *font)
{
    struct table os2 = table_open(font->face, HB_TAG('O', 'S', '/', '2'));
    unsigned type = table_u16(&os2, 8);

    table_close(&os2);
    if ((type & 0xF) == 0x2)
        return FONT_RESTRICTED;
    if (type & 0x200)
        return FONT_BITMAPS_ONLY;
    return type & 0x100 ? FONT_NO_SUBSET : FONT_MAY_EMBED;
}

bool font_has_feature(const struct font *font, const char tag[4])
{
    hb_tag_t wanted = HB_TAG(tag[0], tag[1], tag[2], tag[3]);
    hb_tag_t tags[32];
    unsigned start = 0;
    unsigned count;

    do {
        count = sizeof tags / sizeof tags[0];
        hb_ot_layout_table_get_feature_tags(font->face, HB_OT_TAG_GSUB, start,
                                            &count, tags);
        for (unsigned i = 0; i < count; i++)
            if (tags[i] == wanted)
                return true;
        start += count;
    } while (count > 0);
    return false;
}

const struct font_metrics *font_metrics(const struct font *font)
{
    return &font->metrics;
}

struct str font_postscript_name(const struct font *font)
{
    return font->postscript_name;
}

struct str font_family_name(const struct font *font)
{
    return font->family_name;
}

sp font_scale(const struct font *font, int units, sp size)
{
    return sp_mul_div(units, size, font->metrics.units_per_em);
}

struct str font_path(const struct font *font)
{
    if (str_starts(font->origin, STR("embedded:")))
        return (struct str){"", 0};
    return font->origin;
}
