// SPDX-License-Identifier: MIT
// Itemising: grapheme clusters, near enough to UAX #29 for choosing fonts,
// each with the first font that has all of it. A font has a character also
// if HarfBuzz can put it together from what is there; these rules follow
// what its normaliser does.
#include "text/itemise.h"

#include "base/utf8.h"

#define ZERO_WIDTH_JOINER 0x200d

struct range {
    uint32_t first;
    uint32_t last;
};

// Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties): nothing
// is drawn, so no glyph is needed.
static const struct range ignorables[] = {
    {0x00ad, 0x00ad},   {0x034f, 0x034f},   {0x061c, 0x061c},
    {0x115f, 0x1160},   {0x17b4, 0x17b5},   {0x180b, 0x180f},
    {0x200b, 0x200f},   {0x202a, 0x202e},   {0x2060, 0x206f},
    {0x3164, 0x3164},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},   {0xfff0, 0xfff8},   {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
};

static bool is_ignorable(uint32_t rune)
{
    if (rune < ignorables[0].first)
        return false;
    for (size_t i = 0; i < sizeof ignorables / sizeof ignorables[0]; i++)
        if (rune >= ignorables[i].first && rune <= ignorables[i].last)
            return true;
    return false;
}

// Spaces for which HarfBuzz sets an empty glyph of the right width if there
// is at least the ordinary space.
static bool is_space(uint32_t rune)
{
    return rune == 0xa0 || (rune >= 0x2000 && rune <= 0x200a) ||
           rune == 0x202f || rune == 0x205f || rune == 0x3000;
}

static bool can_show(const struct font *font, uint32_t rune)
{
    hb_codepoint_t base;
    hb_codepoint_t mark;

    if (is_ignorable(rune) || font_has_rune(font, rune))
        return true;
    if (is_space(rune))
        return font_has_rune(font, ' ');
    if (rune == 0x2011) // non-breaking hyphen
        return font_has_rune(font, 0x2010);
    // A decomposition ends: a character never contains itself.
    return hb_unicode_decompose(hb_unicode_funcs_get_default(), rune, &base,
                                &mark) &&
           can_show(font, base) && (mark == 0 || can_show(font, mark));
}

static bool extends_cluster(uint32_t rune)
{
    return rune >= 0x300 && (is_ignorable(rune) || rune_is_mark(rune) ||
                             (rune >= 0x1f3fb && rune <= 0x1f3ff));
}

// Returns the end of the cluster at start: a character, what extends it, and
// what a joiner ties to it.
static size_t cluster_end(struct str text, size_t start)
{
    size_t end = start;
    bool joined = utf8_next(text, &end) == ZERO_WIDTH_JOINER;

    while (end < text.len) {
        size_t next = end;
        uint32_t rune = utf8_next(text, &next);

        if (!extends_cluster(rune) && !joined)
            break;
        joined = rune == ZERO_WIDTH_JOINER;
        end = next;
    }
    return end;
}

static bool can_show_all(const struct font *font, struct str text)
{
    size_t at = 0;

    while (at < text.len)
        if (!can_show(font, utf8_next(text, &at)))
            return false;
    return true;
}

// As can_show_all(), or if the composed form can be shown: a mark that the
// font lacks may be part of a letter that it has.
static bool can_show_cluster(struct arena *arena, const struct font *font,
                             struct str cluster)
{
    size_t first = 0;
    struct arena_mark mark;
    bool can;

    if (can_show_all(font, cluster))
        return true;
    utf8_next(cluster, &first);
    if (first == cluster.len)
        return false;
    mark = arena_mark(arena);
    can = can_show_all(font, utf8_nfc(arena, cluster));
    arena_rewind(arena, mark);
    return can;
}

// The script of the first character that has one of its own.
static hb_script_t cluster_script(struct str cluster)
{
    size_t at = 0;

    while (at < cluster.len) {
        uint32_t rune = utf8_next(cluster, &at);
        hb_script_t script =
            hb_unicode_script(hb_unicode_funcs_get_default(), rune);

        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
            script != HB_SCRIPT_UNKNOWN)
            return script;
    }
    return HB_SCRIPT_COMMON;
}

static void choose_font(struct font_store *store,
                        const struct font_choice *choice, struct str cluster,
                        struct text_item *item)
{
    const struct font *fallback;
    size_t at = 0;
    uint32_t rune;

    item->font = choice->font;
    if (can_show_cluster(store->arena, choice->font, cluster))
        return;
    // The first character that the font lacks decides.
    do
        rune = utf8_next(cluster, &at);
    while (at < cluster.len && can_show(choice->font, rune));
    fallback = font_store_fallback(store, choice->query, rune);
    if (fallback && can_show_cluster(store->arena, fallback, cluster))
        item->font = fallback;
    else
        item->missing = true;
}

static bool can_join(const struct text_item *last, const struct text_item *item)
{
    return last->font == item->font && last->missing == item->missing &&
           (last->script == item->script || last->script == HB_SCRIPT_COMMON ||
            item->script == HB_SCRIPT_COMMON);
}

// Lengthens the last item or begins a new one.
static void append_item(struct arena *arena, struct text_items *items,
                        struct text_item item)
{
    if (items->len > 0) {
        struct text_item *last = &items->ptr[items->len - 1];

        if (can_join(last, &item)) {
            last->end = item.end;
            if (last->script == HB_SCRIPT_COMMON)
                last->script = item.script;
            return;
        }
    }
    vec_push(arena, items, item);
}

void text_itemise(struct font_store *store, const struct font_choice *choice,
                  struct str text, struct text_items *items)
{
    size_t at = 0;

    while (at < text.len) {
        struct text_item item = {.start = at};
        struct str cluster;

        item.end = cluster_end(text, at);
        cluster = str_slice(text, item.start, item.end);
        item.script = cluster_script(cluster);
        choose_font(store, choice, cluster, &item);
        append_item(store->arena, items, item);
        at = item.end;
    }
}
