// SPDX-License-Identifier: MIT
// The /ToUnicode maps, made from the source text and never from the font's
// cmap or glyph names: those give ligature characters, and hyphens that break
// words. A text goes into the first map in which its glyph has no other;
// clusters of a single glyph choose before those of several.
#include "pdf/tounicode.h"

#include "base/utf8.h"

// A CMap's limit for entries of one block.
#define BLOCK_MAX 100
// A CMap entry holds up to 512 bytes; longer texts get /ActualText.
#define ENTRY_TEXT_MAX 200
// For what only /ActualText tells.
#define NO_TEXT STR("\ufffd")

VEC_DECLARE(item_refs, const struct item *);

static unsigned code_of(const struct pdf_font *font,
                        const struct placed_glyph *glyph)
{
    return font->subset->codes[font->new_ids[glyph->id]];
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

// The texts that the glyphs of a cluster are to have.
static struct str *pieces_of(struct arena *arena, const struct cluster *cluster)
{
    struct str *pieces =
        arena_array_of(arena, cluster->end - cluster->first, struct str);

    cluster_pieces(arena, cluster, pieces);
    return pieces;
}

static bool is_mapped(const struct pdf_font *font, size_t reading,
                      const struct item *item, const struct cluster *cluster,
                      const struct str *pieces)
{
    const struct str *texts = font->readings[reading].texts;

    for (size_t i = 0; texts && i < cluster->end - cluster->first; i++) {
        struct str text = texts[code_of(font, glyph_at(item, cluster, i))];

        if (!text.ptr || !str_eq(text, pieces[i]))
            return false;
    }
    return texts != NULL;
}

static bool are_the_text(const struct cluster *cluster,
                         const struct str *pieces)
{
    size_t offset = 0;

    for (size_t i = 0; i < cluster->end - cluster->first; i++) {
        if (!str_starts(str_slice(cluster->text, offset, cluster->text.len),
                        pieces[i]))
            return false;
        offset += pieces[i].len;
    }
    return offset == cluster->text.len;
}

bool cluster_reading(struct arena *arena, const struct pdf_font *font,
                     const struct item *item, const struct cluster *cluster,
                     size_t *reading)
{
    const struct str *pieces = cluster->end - cluster->first == 1
                                   ? &cluster->text
                                   : pieces_of(arena, cluster);
    bool found = is_mapped(font, *reading, item, cluster, pieces);

    for (size_t i = 0; i < READINGS_MAX && !found; i++) {
        *reading = i;
        found = is_mapped(font, i, item, cluster, pieces);
    }
    if (!found)
        *reading = 0;
    return found && !has_private(cluster->text) &&
           are_the_text(cluster, pieces);
}

// A code with the text that it is to have.
struct claim {
    unsigned code;
    struct str text;
};

static bool is_free(const struct str *texts, const struct claim *claims,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str text = texts[claims[i].code];

        if (text.ptr && !str_eq(text, claims[i].text))
            return false;
    }
    return true;
}

// Returns the map that the font has or would have as that reading.
static struct str *open_reading(struct writer *writer, struct pdf_font *font,
                                size_t reading)
{
    struct str **texts =
        reading > 0 ? &writer->readings[reading] : &font->readings[0].texts;

    if (!*texts)
        *texts = arena_array_of(writer->arena, writer->code_count, struct str);
    return *texts;
}

static bool is_claimable(const struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (claims[i].text.len == 0 || claims[i].text.len > ENTRY_TEXT_MAX)
            return false;
    return true;
}

static void put_claims(struct str *texts, const struct claim *claims,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!texts[claims[i].code].ptr)
            texts[claims[i].code] = claims[i].text;
}

// Puts the texts of neighbouring codes into the first reading that has room
// for all of them. If there is none they stand under ActualText, in the first
// reading: each code needs a text there, for a code without one is misread
// and breaks the rules of archives (ISO 19005-2, 6.2.11.7.2).
static void claim_all(struct writer *writer, struct pdf_font *font,
                      struct claim *claims, size_t count)
{
    bool claimable = is_claimable(claims, count);

    for (size_t reading = 0; claimable && reading < READINGS_MAX; reading++) {
        struct str *texts = open_reading(writer, font, reading);

        if (!is_free(texts, claims, count))
            continue;
        font->readings[reading].texts = texts;
        put_claims(texts, claims, count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (!is_claimable(&claims[i], 1))
            claims[i].text = NO_TEXT;
    put_claims(open_reading(writer, font, 0), claims, count);
}

static void claim(struct writer *writer, struct pdf_font *font,
                  const struct placed_glyph *glyph, struct str text)
{
    struct claim one = {code_of(font, glyph), text};

    claim_all(writer, font, &one, 1);
}

static void claim_several(struct writer *writer, struct pdf_font *font,
                          const struct item *item,
                          const struct cluster *cluster)
{
    size_t count = cluster->end - cluster->first;
    struct claim *claims = arena_array_of(writer->arena, count, struct claim);
    const struct str *pieces = pieces_of(writer->arena, cluster);

    for (size_t i = 0; i < count; i++)
        claims[i] = (struct claim){code_of(font, glyph_at(item, cluster, i)),
                                   pieces[i]};
    claim_all(writer, font, claims, count);
}

// Claims the character, once for each glyph that has it.
static void claim_ascii(struct writer *writer, struct pdf_font *font,
                        const struct placed_glyph *glyph, struct str character)
{
    char *known = &font->ascii[font->new_ids[glyph->id]];
    const struct str *own;

    if (*known == character.ptr[0])
        return;
    claim(writer, font, glyph, character);
    own = font->readings[0].texts;
    if (own && str_eq(own[code_of(font, glyph)], character))
        *known = character.ptr[0];
}

// The blank that stands in for what no font has (text.c).
static void claim_blank(struct writer *writer, struct pdf_font *font)
{
    struct placed_glyph blank = {.id = font_glyph(font->font, ' ')};

    if (blank.id != 0)
        claim_ascii(writer, font, &blank, STR(" "));
}

// Claims what glyphs stand for alone; returns whether others are left.
static bool collect_single(struct writer *writer, const struct item *item)
{
    struct pdf_font *font = writer_font(writer, item->font);
    bool several = false;

    for (size_t i = 0; i < item->glyph_count;) {
        const struct placed_glyph *glyph = &item->glyphs[i];
        char ascii = glyph_ascii(item, i);
        struct cluster cluster;

        if (ascii) {
            if (ascii != font->ascii[font->new_ids[glyph->id]])
                claim_ascii(writer, font, glyph,
                            str_slice(item->text, glyph->cluster,
                                      (size_t)glyph->cluster + 1));
            i++;
            continue;
        }
        cluster = cluster_at(writer->arena, item, i);
        i = cluster.end;
        if (cluster.invisible)
            continue;
        if (cluster.missing)
            claim_blank(writer, font);
        else if (cluster.end - cluster.first == 1)
            claim(writer, font, glyph, cluster.text);
        else
            several = true;
    }
    if (item->end_space)
        claim_ascii(writer, font, item->end_space, STR(" "));
    return several;
}

static void collect_several(struct writer *writer, const struct item *item)
{
    struct pdf_font *font = writer_font(writer, item->font);

    for (size_t i = 0; i < item->glyph_count;) {
        struct cluster cluster = cluster_at(writer->arena, item, i);

        i = cluster.end;
        if (!cluster.invisible && !cluster.missing &&
            cluster.end - cluster.first > 1)
            claim_several(writer, font, item, &cluster);
    }
}

// A blank is one in every reading, so that none ends at a space.
static void spread_blanks(const struct pdf_font *font)
{
    const struct str *own = font->readings[0].texts;

    for (size_t i = 0; own && i < font->subset->subset.glyph_count; i++) {
        unsigned code = font->subset->codes[i];

        if (!own[code].ptr || !str_eq(own[code], STR(" ")))
            continue;
        for (size_t j = 1; j < READINGS_MAX; j++) {
            struct str *texts = font->readings[j].texts;

            if (texts && !texts[code].ptr)
                texts[code] = own[code];
        }
    }
}

void tounicode_collect(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;
    struct item_refs left = {0}; // for when all single ones have chosen

    for (size_t p = 0; p < pages->len; p++)
        for (size_t i = 0; i < pages->ptr[p].items.len; i++) {
            const struct item *item = &pages->ptr[p].items.ptr[i];

            if (item->kind == ITEM_TEXT &&
                (item->glyph_count > 0 || item->end_space) &&
                collect_single(writer, item))
                vec_push(writer->arena, &left, item);
        }
    for (size_t i = 0; i < left.len; i++)
        collect_several(writer, left.ptr[i]);
    for (size_t i = 0; i < writer->fonts.len; i++)
        spread_blanks(&writer->fonts.ptr[i]);
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

static size_t count_entries(const struct str *texts, size_t count)
{
    size_t entries = 0;

    for (size_t i = 0; i < count; i++)
        if (texts[i].ptr)
            entries++;
    return entries;
}

static void add_entries(struct buf *buf, const struct str *texts, size_t count)
{
    size_t left = count_entries(texts, count);
    size_t room = 0; // entries that the open block still takes

    for (size_t code = 0; code < count; code++) {
        if (!texts[code].ptr)
            continue;
        if (room == 0) {
            room = left < BLOCK_MAX ? left : BLOCK_MAX;
            left -= room;
            buf_addf(buf, "%zu beginbfchar\n", room);
        }
        buf_add_char(buf, '<');
        buf_add_hex4(buf, (unsigned)code);
        buf_add_cstr(buf, "> <");
        buf_add_utf16_hex(buf, texts[code]);
        buf_add_cstr(buf, ">\n");
        if (--room == 0)
            buf_add_cstr(buf, "endbfchar\n");
    }
}

// All that the map is made from.
static struct str map_key(const struct writer *writer, const struct str *texts,
                          struct str name)
{
    struct buf key = {.arena = writer->arena};

    buf_add(&key, name);
    buf_add_char(&key, '\0');
    for (size_t code = 0; code < writer->code_count; code++) {
        const char head[] = {(char)(code >> 8), (char)(code & 0xFF),
                             (char)texts[code].len};

        if (!texts[code].ptr)
            continue;
        buf_add(&key, (struct str){head, sizeof head});
        buf_add(&key, texts[code]);
    }
    return buf_str(&key);
}

static struct str map_text(const struct writer *writer, const struct str *texts,
                           struct str name)
{
    struct buf buf = {.arena = writer->arena};

    add_head(&buf, name);
    add_entries(&buf, texts, writer->code_count);
    buf_add_cstr(&buf, "endcmap\n"
                       "CMapName currentdict /CMap defineresource pop\n"
                       "end\n"
                       "end\n");
    return buf_str(&buf);
}

HPDF_Dict tounicode_stream(struct writer *writer, const struct str *texts,
                           struct str name)
{
    struct str key = map_key(writer, texts, name);
    struct str packed;

    if (!pdf_cache_find(writer->cache, key, &packed))
        packed =
            pdf_cache_add(writer->cache, key, map_text(writer, texts, name));
    return writer_packed_stream(writer, packed);
}
