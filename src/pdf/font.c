// SPDX-License-Identifier: MIT
// Fonts as Type0 dictionaries with Identity-H: one subset per face with all
// glyphs that the document uses. libharu's own fonts know neither CFF nor
// glyph ids. Faces are taken in the order of their first use in the pages, so
// that nothing depends on what a store opened for other documents.
#include "pdf/tounicode.h"
#include "pdf/writer.h"

#include <assert.h>

// libharu takes names of 127 bytes; tag and suffix need some.
#define NAME_MAX_LENGTH 100

// PDF's font flags.
#define FLAG_FIXED_PITCH 1U
#define FLAG_SERIF 2U
#define FLAG_SYMBOLIC 4U
#define FLAG_ITALIC 64U

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
    if (id >= font->glyph_count)
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
        struct pdf_font fresh = {
            .font = item->font,
            .glyph_count = font_glyph_count(item->font),
        };

        fresh.new_ids =
            arena_array_of(writer->arena, fresh.glyph_count, uint16_t);
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

            if (item->kind == ITEM_TEXT &&
                (item->glyph_count > 0 || item->end_space) &&
                !mark_used(writer, item))
                return false;
        }
    return true;
}

static bool make_subset(struct writer *writer, struct pdf_font *font)
{
    struct str name = font_postscript_name(font->font);
    uint32_t *ids = arena_array_of(writer->arena, font->id_count, uint32_t);
    const struct subset *subset;
    size_t count = 0;

    for (uint32_t id = 0; id < font->id_count; id++)
        if (font->new_ids[id])
            ids[count++] = id;
    font->subset = pdf_cache_subset(writer->cache, font->font, ids, count);
    if (!font->subset)
        return writer_fail(writer, "cannot make a subset of the font %.*s",
                           STR_ARG(name));
    if (font->subset->code_count > writer->code_count)
        writer->code_count = font->subset->code_count;
    subset = &font->subset->subset;
    font->ascii = arena_array_of(writer->arena, subset->glyph_count, char);
    // Parts of composite glyphs are in the subset without being used.
    for (size_t i = 0; i < subset->glyph_count; i++)
        if (subset->old_ids[i] < font->id_count)
            font->new_ids[subset->old_ids[i]] = (uint16_t)i;
    return true;
}

// "ABCDEF+Name": the tag tells subsets of one face apart.
static struct str subset_name(struct arena *arena, const struct pdf_font *font)
{
    struct str name = font_postscript_name(font->font);
    struct buf buf = {.arena = arena};

    buf_add(&buf, font->subset->tag);
    buf_add_char(&buf, '+');
    if (name.len == 0)
        name = STR("Font");
    for (size_t i = 0; i < name.len && i < NAME_MAX_LENGTH; i++) {
        char c = name.ptr[i];

        buf_add_char(&buf, ascii_is_alnum(c) || c == '.' ? c : '-');
    }
    return buf_str(&buf);
}

static bool is_cff(const struct pdf_font *font)
{
    return font->subset->subset.format == SUBSET_CFF;
}

static HPDF_Dict font_file(struct writer *writer, const struct pdf_font *font)
{
    HPDF_Dict file = writer_packed_stream(writer, font->subset->packed);

    if (is_cff(font))
        dict_name(file, "Subtype", "CIDFontType0C");
    else
        dict_int(file, "Length1", (int64_t)font->subset->subset.data.len);
    return file;
}

static unsigned descriptor_flags(const struct font_metrics *metrics)
{
    unsigned flags = FLAG_SYMBOLIC;

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

// Appends a length in font units, in thousandths of the em.
static void add_units(struct buf *buf, const struct font *font, struct str key,
                      int units)
{
    buf_add(buf, key);
    buf_add_thousandths(buf, font_thousandths(font, units) * (int64_t)1000);
}

static size_t add_descriptor(struct writer *writer, const struct pdf_font *font,
                             struct str name)
{
    const struct font_metrics *m = font_metrics(font->font);
    HPDF_Dict file = font_file(writer, font);
    size_t object = writer_reserve(writer);
    struct buf *buf = writer_begin_text(writer);

    buf_add(buf, STR("<</Type/FontDescriptor/FontName/"));
    buf_add(buf, name);
    buf_add(buf, STR("/Flags "));
    buf_add_count(buf, descriptor_flags(m));
    add_units(buf, font->font, STR("/FontBBox["), m->x_min);
    add_units(buf, font->font, STR(" "), m->y_min);
    add_units(buf, font->font, STR(" "), m->x_max);
    add_units(buf, font->font, STR(" "), m->y_max);
    buf_add(buf, STR("]/ItalicAngle "));
    buf_add_thousandths(buf, m->italic_angle_millidegrees);
    add_units(buf, font->font, STR("/Ascent "), m->ascender);
    add_units(buf, font->font, STR("/Descent "), m->descender);
    add_units(buf, font->font, STR("/CapHeight "), m->cap_height);
    buf_add(buf, STR("/StemV "));
    buf_add_thousandths(buf, stem_width(m->weight) * (int64_t)1000);
    buf_add(buf, is_cff(font) ? STR("/FontFile3 ") : STR("/FontFile2 "));
    buf_add_ref(buf, file ? object_number(file) : 0);
    buf_add(buf, STR(">>"));
    writer_end_text(writer, object);
    return object;
}

static size_t add_descendant(struct writer *writer, const struct pdf_font *font,
                             struct str name)
{
    size_t descriptor = add_descriptor(writer, font, name);
    size_t object = writer_reserve(writer);
    struct buf *buf = writer_begin_text(writer);

    buf_add(buf, STR("<</Type/Font/Subtype/"));
    buf_add(buf, is_cff(font) ? STR("CIDFontType0")
                              : STR("CIDFontType2/CIDToGIDMap/Identity"));
    buf_add(buf, STR("/BaseFont/"));
    buf_add(buf, name);
    buf_add(buf, STR("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                     "/Supplement 0>>"));
    buf_add(buf, font->subset->widths_entry);
    buf_add(buf, STR("/FontDescriptor "));
    buf_add_ref(buf, descriptor);
    buf_add(buf, STR(">>"));
    writer_end_text(writer, object);
    return object;
}

static void add_font(struct writer *writer, struct pdf_font *font,
                     const HPDF_Dict *maps)
{
    struct str name = subset_name(writer->arena, font);
    const char *base = str_to_cstr(writer->arena, name);
    const char *type0 = base;
    size_t glyphs = add_descendant(writer, font, name);

    // ISO 32000-1, 9.7.6.1: with a CFF descendant the CMap's name follows.
    if (is_cff(font))
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
        array_object(dict_array(dict, "DescendantFonts"),
                     reserved_object(writer, glyphs));
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
