// SPDX-License-Identifier: MIT
// Fonts as Type0 dictionaries with Identity-H: one subset per face with all
// glyphs that the document uses. libharu's own fonts know neither CFF nor
// glyph ids. Faces are taken in the order of their first use in the pages, so
// that nothing depends on what a store opened for other documents.
#include "pdf/tounicode.h"
#include "pdf/writer.h"

#include <assert.h>

// A font has at most this many glyphs.
#define GLYPHS_MAX 65536
// libharu takes names of 127 bytes; tag and suffix need some.
#define NAME_MAX_LENGTH 100
// Old readers take arrays of 8191 elements at most.
#define WIDTHS_MAX 4096

// PDF's font flags.
#define FLAG_FIXED_PITCH 1
#define FLAG_SERIF 2
#define FLAG_SYMBOLIC 4
#define FLAG_ITALIC 64

static struct pdf_font *lookup(const struct writer *writer,
                               const struct font *font)
{
    for (size_t i = 0; i < writer->fonts.len; i++)
        if (writer->fonts.ptr[i].font == font)
            return &writer->fonts.ptr[i];
    return NULL;
}

struct pdf_font *writer_font(const struct writer *writer,
                             const struct font *font)
{
    struct pdf_font *found = lookup(writer, font);

    assert(found);
    return found;
}

// While glyphs are collected new_ids only marks those used.
static bool mark_glyph(struct writer *writer, struct pdf_font *font,
                       uint32_t id)
{
    if (id == 0) // drawn as a blank and a box, see text.c
        id = font_glyph(font->font, ' ');
    if (id >= font_glyph_count(font->font))
        return writer_fail(writer, "glyph %u is out of range", (unsigned)id);
    font->new_ids[id] = 1;
    if (id >= font->id_count)
        font->id_count = id + 1;
    return true;
}

static bool mark_used(struct writer *writer, const struct item *item)
{
    struct pdf_font *font = lookup(writer, item->font);

    assert(item->font);
    if (!font) {
        struct pdf_font fresh = {.font = item->font};

        fresh.new_ids = arena_array_of(writer->arena,
                                       font_glyph_count(item->font), uint16_t);
        vec_push(writer->arena, &writer->fonts, fresh);
        font = &writer->fonts.ptr[writer->fonts.len - 1];
    }
    for (size_t i = 0; i < item->glyph_count; i++)
        if (!mark_glyph(writer, font, item->glyphs[i].id))
            return false;
    return !item->end_space || mark_glyph(writer, font, item->end_space->id);
}

static bool collect_glyphs(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;

    for (size_t p = 0; p < pages->len; p++)
        for (size_t i = 0; i < pages->ptr[p].items.len; i++) {
            const struct item *item = &pages->ptr[p].items.ptr[i];

            if (item->kind == ITEM_TEXT && item->glyph_count > 0 &&
                !mark_used(writer, item))
                return false;
        }
    return true;
}

static int to_thousandths(const struct font *font, int units)
{
    return (int)sp_mul_div(units, 1000, font_metrics(font)->units_per_em);
}

// Codes are the subset's glyph ids, or its CIDs if it is CID-keyed.
static void number_glyphs(struct writer *writer, struct pdf_font *font)
{
    struct arena *arena = writer->arena;
    const struct subset *subset = &font->subset;
    size_t count = subset->glyph_count;

    font->codes = arena_array_of(arena, count, uint16_t);
    font->widths = arena_array_of(arena, count, int);
    for (size_t i = 0; i < count; i++) {
        uint32_t old_id = subset->old_ids[i];

        font->codes[i] = (uint16_t)(subset->cids ? subset->cids[i] : i);
        if (font->codes[i] >= writer->code_count)
            writer->code_count = (size_t)font->codes[i] + 1;
        font->widths[i] = to_thousandths(font->font, subset->advances[i]);
        // Parts of composite glyphs are in the subset without being used.
        if (old_id < font->id_count)
            font->new_ids[old_id] = (uint16_t)i;
    }
}

static bool make_subset(struct writer *writer, struct pdf_font *font)
{
    struct str name = font_postscript_name(font->font);
    uint32_t *ids = arena_array_of(writer->arena, font->id_count, uint32_t);
    size_t count = 0;

    for (uint32_t id = 0; id < font->id_count; id++)
        if (font->new_ids[id])
            ids[count++] = id;
    if (!pdf_cache_font(writer->cache, font, ids, count))
        return writer_fail(writer, "cannot make a subset of the font %.*s",
                           STR_ARG(name));
    if (font->subset.glyph_count > GLYPHS_MAX)
        return writer_fail(writer, "the font %.*s has too many glyphs",
                           STR_ARG(name));
    number_glyphs(writer, font);
    return true;
}

// "ABCDEF+Name": the tag tells subsets of one face apart.
static struct str subset_name(struct arena *arena, const struct pdf_font *font)
{
    struct str name = font_postscript_name(font->font);
    struct buf buf = {.arena = arena};

    buf_add(&buf, font->tag);
    buf_add_char(&buf, '+');
    if (name.len == 0)
        name = STR("Font");
    for (size_t i = 0; i < name.len && i < NAME_MAX_LENGTH; i++) {
        char c = name.ptr[i];

        buf_add_char(&buf, ascii_is_alnum(c) || c == '.' ? c : '-');
    }
    return buf_str(&buf);
}

static HPDF_Dict font_file(struct writer *writer, const struct pdf_font *font)
{
    HPDF_Dict file = writer_packed_stream(writer, font->packed);

    if (font->subset.format == SUBSET_CFF)
        dict_name(file, "Subtype", "CIDFontType0C");
    else
        dict_int(file, "Length1", (int64_t)font->subset.data.len);
    return file;
}

static int descriptor_flags(const struct font_metrics *metrics)
{
    int flags = FLAG_SYMBOLIC;

    if (metrics->fixed_pitch)
        flags |= FLAG_FIXED_PITCH;
    if (metrics->serif)
        flags |= FLAG_SERIF;
    if (metrics->italic)
        flags |= FLAG_ITALIC;
    return flags;
}

// Fonts do not tell the width of their stems; this is the usual estimate
// from the weight (regular 88, bold 166).
static int stem_width(int weight)
{
    return 50 + weight * weight / 4225;
}

static HPDF_Dict font_descriptor(struct writer *writer,
                                 const struct pdf_font *font, const char *name)
{
    const struct font_metrics *m = font_metrics(font->font);
    HPDF_Dict dict = writer_dict(writer);
    HPDF_Array box = dict_array(dict, "FontBBox");

    dict_name(dict, "Type", "FontDescriptor");
    dict_name(dict, "FontName", name);
    dict_int(dict, "Flags", descriptor_flags(m));
    array_int(box, to_thousandths(font->font, m->x_min));
    array_int(box, to_thousandths(font->font, m->y_min));
    array_int(box, to_thousandths(font->font, m->x_max));
    array_int(box, to_thousandths(font->font, m->y_max));
    if (dict)
        HPDF_Dict_AddReal(dict, "ItalicAngle",
                          (HPDF_REAL)m->italic_angle_millidegrees / 1000);
    dict_int(dict, "Ascent", to_thousandths(font->font, m->ascender));
    dict_int(dict, "Descent", to_thousandths(font->font, m->descender));
    dict_int(dict, "CapHeight", to_thousandths(font->font, m->cap_height));
    dict_int(dict, "StemV", stem_width(m->weight));
    dict_object(dict,
                font->subset.format == SUBSET_CFF ? "FontFile3" : "FontFile2",
                font_file(writer, font));
    return dict;
}

static bool is_monospaced(const struct pdf_font *font)
{
    for (size_t i = 1; i < font->subset.glyph_count; i++)
        if (font->widths[i] != font->widths[0])
            return false;
    return true;
}

// /W as "first code [widths]" for runs of neighbouring codes.
static void add_widths(HPDF_Dict dict, const struct pdf_font *font)
{
    HPDF_Array widths;
    HPDF_Array run = NULL;
    size_t run_length = 0;

    if (is_monospaced(font)) {
        dict_int(dict, "DW", font->widths[0]);
        return;
    }
    widths = dict_array(dict, "W");
    for (size_t i = 0; widths && i < font->subset.glyph_count; i++) {
        if (i == 0 || font->codes[i] != font->codes[i - 1] + 1 ||
            run_length == WIDTHS_MAX) {
            array_int(widths, font->codes[i]);
            run = HPDF_Array_New(widths->mmgr);
            array_object(widths, run);
            run_length = 0;
        }
        array_int(run, font->widths[i]);
        run_length++;
    }
}

static HPDF_Dict descendant(struct writer *writer, const struct pdf_font *font,
                            const char *name)
{
    bool cff = font->subset.format == SUBSET_CFF;
    HPDF_Dict dict = writer_dict(writer);
    HPDF_Dict info = dict_dict(dict, "CIDSystemInfo");

    dict_name(dict, "Type", "Font");
    dict_name(dict, "Subtype", cff ? "CIDFontType0" : "CIDFontType2");
    dict_name(dict, "BaseFont", name);
    dict_text(writer, info, "Registry", STR("Adobe"));
    dict_text(writer, info, "Ordering", STR("Identity"));
    dict_int(info, "Supplement", 0);
    if (!cff)
        dict_name(dict, "CIDToGIDMap", "Identity");
    add_widths(dict, font);
    dict_object(dict, "FontDescriptor", font_descriptor(writer, font, name));
    return dict;
}

static void add_font(struct writer *writer, struct pdf_font *font,
                     const HPDF_Dict *maps)
{
    struct str name = subset_name(writer->arena, font);
    const char *base = str_to_cstr(writer->arena, name);
    const char *type0 = base;
    HPDF_Dict glyphs = descendant(writer, font, base);

    // ISO 32000-1, 9.7.6.1: with a CFF descendant the CMap's name follows.
    if (font->subset.format == SUBSET_CFF)
        type0 = str_to_cstr(writer->arena,
                            str_format(writer->arena, "%s-Identity-H", base));
    for (size_t i = 0; i < READINGS_MAX; i++) {
        HPDF_Dict dict = font->readings[i].texts ? writer_dict(writer) : NULL;

        if (!dict)
            continue;
        font->readings[i].dict = dict;
        dict_name(dict, "Type", "Font");
        dict_name(dict, "Subtype", "Type0");
        dict_name(dict, "BaseFont", type0);
        dict_name(dict, "Encoding", "Identity-H");
        array_object(dict_array(dict, "DescendantFonts"), glyphs);
        dict_object(
            dict, "ToUnicode",
            i > 0 ? maps[i]
                  : tounicode_stream(writer, font->readings[i].texts, name));
    }
}

bool writer_add_fonts(struct writer *writer)
{
    HPDF_Dict maps[READINGS_MAX] = {NULL};

    if (!collect_glyphs(writer))
        return false;
    for (size_t i = 0; i < writer->fonts.len; i++)
        if (!make_subset(writer, &writer->fonts.ptr[i]))
            return false;
    tounicode_collect(writer);
    for (size_t i = 1; i < READINGS_MAX; i++)
        if (writer->readings[i])
            maps[i] =
                tounicode_stream(writer, writer->readings[i],
                                 str_format(writer->arena, "Reading%zu", i));
    for (size_t i = 0; i < writer->fonts.len; i++)
        add_font(writer, &writer->fonts.ptr[i], maps);
    return writer_ok(writer, "fonts");
}
