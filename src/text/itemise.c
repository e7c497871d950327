// SPDX-License-Identifier: MIT
// Itemising by grapheme clusters: each gets the first font that has all of
// it, so that marks stay with their base.
#include "text/itemise.h"

#include "base/utf8.h"
#include "text/coverage.h"

static bool is_ignorable(struct str cluster)
{
    size_t at = 0;

    while (at < cluster.len)
        if (!rune_is_ignorable(utf8_next(cluster, &at)))
            return false;
    return true;
}

// What the style's face lacks. Punctuation, which has no script of its own,
// is taken from the face of what stands before, if that has it.
static void choose_fallback(struct font_store *store,
                            const struct font_choice *choice,
                            struct str cluster, const struct text_item *last,
                            struct text_item *item)
{
    const struct font *font = NULL;

    if (last && last->font != choice->font && !last->missing &&
        item->script == HB_SCRIPT_COMMON &&
        font_shows(store->words, last->font, cluster))
        font = last->font;
    if (!font)
        font = font_store_fallback_of(store, choice, cluster);
    if (font)
        item->font = font;
    else
        item->missing = true;
}

static void choose_font(struct font_store *store,
                        const struct font_choice *choice, struct str cluster,
                        const struct text_item *last, struct text_item *item)
{
    item->font = choice->font;
    if (font_shows(store->words, choice->font, cluster)) {
        // What draws nothing does not part its neighbours.
        if (last && (unsigned char)cluster.ptr[0] >= 0x80 &&
            is_ignorable(cluster)) {
            item->font = last->font;
            item->missing = last->missing;
        }
        return;
    }
    choose_fallback(store, choice, cluster, last, item);
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

// ASCII needs no table.
static hb_script_t script_of(struct str cluster)
{
    if (cluster.len > 1 || (unsigned char)cluster.ptr[0] >= 0x80)
        return text_script(cluster);
    return ascii_is_alpha(cluster.ptr[0]) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
}

void text_itemise(struct font_store *store, const struct font_choice *choice,
                  struct str text, struct text_items *items)
{
    size_t at = 0;

    while (at < text.len) {
        struct text_item item = {.start = at,
                                 .end = utf8_grapheme_end(text, at)};
        struct str cluster = str_slice(text, item.start, item.end);
        const struct text_item *last =
            items->len > 0 ? &items->ptr[items->len - 1] : NULL;

        item.script = script_of(cluster);
        choose_font(store, choice, cluster, last, &item);
        append_item(store->arena, items, item);
        at = item.end;
    }
}
