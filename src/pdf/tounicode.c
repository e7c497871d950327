// SPDX-License-Identifier: MIT
// The /ToUnicode maps, made from the source text and never from the font's
// cmap or glyph names: those give ligature characters, and hyphens that break
// words. The first text of a glyph wins; clusters of a single glyph choose
// before those of several.
#include "pdf/tounicode.h"

#include "base/utf8.h"

// A CMap's limit for entries of one block.
#define BLOCK_MAX 100
// A CMap entry holds up to 512 bytes; longer texts get /ActualText.
#define ENTRY_TEXT_MAX 200

// Blanks of fixed width or without break are spaces to whoever reads.
static bool is_blank(uint32_t rune)
{
    return rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A) ||
           rune == 0x202F || rune == 0x205F;
}

#define SOFT_HYPHEN 0xAD

static bool needs_cleaning(struct str text)
{
    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);

        if (rune < 0x20 || rune == SOFT_HYPHEN || is_blank(rune))
            return true;
    }
    return false;
}

static struct str clean_text(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};

    if (!needs_cleaning(text))
        return text;
    buf_add(&buf, STR(""));
    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);

        if (rune < 0x20 || is_blank(rune))
            buf_add_char(&buf, ' ');
        else if (rune != SOFT_HYPHEN)
            buf_add_rune(&buf, rune);
    }
    return buf_str(&buf);
}

static bool is_invisible(const struct item *item, size_t first, size_t end,
                         struct str text)
{
    for (size_t i = first; i < end; i++)
        if (item->glyphs[i].advance != 0)
            return false;
    for (size_t offset = 0; offset < text.len;)
        if (!rune_is_invisible(utf8_next(text, &offset)))
            return false;
    return text.len > 0;
}

static bool is_missing(const struct item *item, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (item->glyphs[i].id == 0)
            return true;
    return false;
}

static bool is_rtl(struct str text)
{
    size_t offset = 0;

    return text.len > 0 && rune_is_rtl(utf8_next(text, &offset));
}

// The cluster's text ends where that of a neighbour begins: the next one's
// from left to right, the previous one's from right to left.
struct cluster cluster_at(struct arena *arena, const struct item *item,
                          size_t first)
{
    const struct placed_glyph *glyphs = item->glyphs;
    uint32_t from = glyphs[first].cluster;
    size_t to = item->text.len;
    size_t end = first + 1;
    struct str text;

    while (end < item->glyph_count && glyphs[end].cluster == from)
        end++;
    if (end < item->glyph_count && glyphs[end].cluster > from)
        to = glyphs[end].cluster;
    else if (first > 0 && glyphs[first - 1].cluster > from)
        to = glyphs[first - 1].cluster;
    text = str_slice(item->text, from, to);
    return (struct cluster){
        .first = first,
        .end = end,
        .text = clean_text(arena, text),
        .invisible = is_invisible(item, first, end, text),
        .rtl = is_rtl(text),
        .missing = is_missing(item, first, end),
    };
}

static struct str *text_of(const struct pdf_font *font,
                           const struct placed_glyph *glyph)
{
    return &font->texts[font->new_ids[glyph->id]];
}

// Glyphs stand as they are drawn, so in a cluster of a script from right to
// left the marks come before their base.
static const struct placed_glyph *
glyph_at(const struct item *item, const struct cluster *cluster, size_t number)
{
    return &item->glyphs[cluster->rtl ? cluster->end - 1 - number
                                      : cluster->first + number];
}

// Archives want /ActualText where characters mean what someone agreed upon
// (ISO 19005-2, 6.2.11.7.3), even if it says the same.
static bool has_private(struct str text)
{
    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);

        if ((rune >= 0xE000 && rune <= 0xF8FF) || rune >= 0xF0000)
            return true;
    }
    return false;
}

bool cluster_is_mapped(const struct pdf_font *font, const struct item *item,
                       const struct cluster *cluster)
{
    size_t offset = 0;

    if (has_private(cluster->text))
        return false;
    for (size_t i = 0; i < cluster->end - cluster->first; i++) {
        struct str text = *text_of(font, glyph_at(item, cluster, i));

        if (!text.ptr ||
            !str_starts(str_slice(cluster->text, offset, cluster->text.len),
                        text))
            return false;
        offset += text.len;
    }
    return offset == cluster->text.len;
}

static void claim(const struct pdf_font *font, const struct placed_glyph *glyph,
                  struct str text)
{
    struct str *place = text_of(font, glyph);

    if (!place->ptr && text.len > 0 && text.len <= ENTRY_TEXT_MAX)
        *place = text;
}

// A base with its marks has as many characters as glyphs, in this order; so
// has a letter that the font takes apart (Greek and its accents), once its
// text is taken apart, too. Else the first glyph stands for all.
static void claim_several(struct arena *arena, const struct pdf_font *font,
                          const struct item *item,
                          const struct cluster *cluster)
{
    size_t count = cluster->end - cluster->first;
    struct str text = cluster->text;
    size_t offset = 0;

    if (utf8_length(text) < count)
        text = utf8_nfd(arena, text);
    if (utf8_length(text) != count) {
        claim(font, glyph_at(item, cluster, 0), cluster->text);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        size_t from = offset;

        (void)utf8_next(text, &offset);
        claim(font, glyph_at(item, cluster, i), str_slice(text, from, offset));
    }
}

// The blank that stands in for what no font has (text.c).
static void claim_blank(const struct pdf_font *font)
{
    struct placed_glyph blank = {.id = font_glyph(font->font, ' ')};

    if (blank.id != 0)
        claim(font, &blank, STR(" "));
}

static void collect_item(struct writer *writer, const struct item *item,
                         bool several)
{
    const struct pdf_font *font = writer_font(writer, item->font);

    for (size_t i = 0; i < item->glyph_count;) {
        struct cluster cluster = cluster_at(writer->arena, item, i);

        i = cluster.end;
        if (cluster.invisible)
            continue;
        if (cluster.missing)
            claim_blank(font);
        else if (several && cluster.end - cluster.first > 1)
            claim_several(writer->arena, font, item, &cluster);
        else if (!several && cluster.end - cluster.first == 1)
            claim(font, &item->glyphs[cluster.first], cluster.text);
    }
    if (item->end_space)
        claim(font, item->end_space, STR(" "));
}

void tounicode_collect(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;

    for (int several = 0; several <= 1; several++)
        for (size_t p = 0; p < pages->len; p++)
            for (size_t i = 0; i < pages->ptr[p].items.len; i++) {
                const struct item *item = &pages->ptr[p].items.ptr[i];

                if (item->kind == ITEM_TEXT && item->glyph_count > 0)
                    collect_item(writer, item, several);
            }
}

static void add_head(struct buf *buf, struct str name)
{
    buf_add_cstr(buf, "/CIDInit /ProcSet findresource begin\n"
                      "12 dict begin\n"
                      "begincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
                      "/Supplement 0 >> def\n");
    buf_addf(buf, "/CMapName /%.*s-UCS def\n", STR_ARG(name));
    buf_add_cstr(buf, "/CMapType 2 def\n"
                      "1 begincodespacerange\n"
                      "<0000> <FFFF>\n"
                      "endcodespacerange\n");
}

static size_t count_entries(const struct pdf_font *font, size_t from)
{
    size_t count = 0;

    for (size_t i = from; i < font->subset.glyph_count; i++)
        if (font->texts[i].ptr)
            count++;
    return count;
}

static void add_entries(struct buf *buf, const struct pdf_font *font)
{
    size_t room = 0; // entries that the open block still takes

    for (size_t i = 0; i < font->subset.glyph_count; i++) {
        if (!font->texts[i].ptr)
            continue;
        if (room == 0) {
            size_t left = count_entries(font, i);

            room = left < BLOCK_MAX ? left : BLOCK_MAX;
            buf_addf(buf, "%zu beginbfchar\n", room);
        }
        buf_add_char(buf, '<');
        buf_add_hex4(buf, font->codes[i]);
        buf_add_cstr(buf, "> <");
        buf_add_utf16_hex(buf, font->texts[i]);
        buf_add_cstr(buf, ">\n");
        if (--room == 0)
            buf_add_cstr(buf, "endbfchar\n");
    }
}

HPDF_Dict tounicode_stream(struct writer *writer, const struct pdf_font *font,
                           struct str name)
{
    struct buf buf = {.arena = writer->arena};

    add_head(&buf, name);
    add_entries(&buf, font);
    buf_add_cstr(&buf, "endcmap\n"
                       "CMapName currentdict /CMap defineresource pop\n"
                       "end\n"
                       "end\n");
    return writer_stream(writer, buf_str(&buf));
}
