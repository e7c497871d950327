// SPDX-License-Identifier: MIT
// Clusters: which glyphs of an item stand for which piece of its text, and how
// a reader should get that.
#include "base/utf8.h"
#include "pdf/tounicode.h"

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

// For a glyph that draws a part of what the glyph before it stands for, and
// for which no character is left: a code without text is read as a number, a
// box or U+FFFD. U+034F is invisible and parts no words.
#define JOINER STR("\u034f")

void cluster_pieces(struct arena *arena, const struct cluster *cluster,
                    struct str *pieces)
{
    size_t count = cluster->end - cluster->first;
    struct str text = cluster->text;
    size_t length = utf8_length(text);
    size_t at = 0;

    if (length < count) {
        text = utf8_nfd(arena, text);
        length = utf8_length(text);
    }
    for (size_t i = 0; i < count; i++) {
        size_t from = at;
        size_t runes = i == 0 && length > count ? length - count + 1 : 1;

        while (runes-- > 0 && at < text.len)
            (void)utf8_next(text, &at);
        pieces[i] = at > from ? str_slice(text, from, at) : JOINER;
    }
    // Taken apart too far: two marks may be one glyph with the letter.
    if (text.ptr != cluster->text.ptr)
        pieces[0] = utf8_nfc(arena, pieces[0]);
}
