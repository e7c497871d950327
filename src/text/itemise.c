// SPDX-License-Identifier: MIT
// Itemising by grapheme clusters: each gets the first font that has all of
// it, so that marks stay with their base. Where that would tear a word apart,
// because a face has some letters of a script as signs for formulas, or one
// letter is rare, the word as a whole gets the font of what is lacking.
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
static void append_item(struct font_store *store, struct text_items *items,
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
    vec_push(store->arena, items, item);
}

// ASCII needs no table.
static hb_script_t script_of(struct str cluster)
{
    if (cluster.len > 1 || (unsigned char)cluster.ptr[0] >= 0x80)
        return text_script(cluster);
    return ascii_is_alpha(cluster.ptr[0]) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
}

static void itemise_clusters(struct font_store *store,
                             const struct font_choice *choice, struct str text,
                             size_t at, size_t end, struct text_items *items)
{
    while (at < end) {
        struct text_item item = {.start = at,
                                 .end = utf8_grapheme_end(text, at)};
        struct str cluster = str_slice(text, item.start, item.end);
        const struct text_item *last =
            items->len > 0 ? &items->ptr[items->len - 1] : NULL;

        item.script = script_of(cluster);
        choose_font(store, choice, cluster, last, &item);
        append_item(store, items, item);
        at = item.end;
    }
}

// Fonts that are tried for a word before its letters get one each.
#define WORD_FONTS_MAX 4

// Part of a text that is one word, in letters of one script.
struct word {
    struct str text;
    size_t start;
    size_t end;
    hb_script_t script;
};

// East Asian text has no words that a blank would end: one rare character
// must not change the face of a whole sentence.
static bool has_words(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_HAN &&
           script != HB_SCRIPT_HIRAGANA && script != HB_SCRIPT_KATAKANA &&
           script != HB_SCRIPT_BOPOMOFO && script != HB_SCRIPT_YI;
}

// Whether neighbouring letters of one script have different fonts.
static bool tears_words(const struct text_items *items)
{
    const struct text_item *last = NULL;

    for (size_t i = 0; i < items->len; i++) {
        const struct text_item *item = &items->ptr[i];

        if (!has_words(item->script))
            continue;
        if (last && last->script == item->script && last->font != item->font)
            return true;
        last = item;
    }
    return false;
}

static bool is_blank(struct str cluster)
{
    size_t at = 0;

    return hb_unicode_general_category(hb_unicode_funcs_get_default(),
                                       utf8_next(cluster, &at)) ==
           HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
}

// Finds the first word from at on, with the signs within it.
static bool find_word(struct str text, size_t at, struct word *word)
{
    *word = (struct word){.text = text, .script = HB_SCRIPT_COMMON};
    while (at < text.len) {
        size_t end = utf8_grapheme_end(text, at);
        struct str cluster = str_slice(text, at, end);
        hb_script_t script = script_of(cluster);

        if (word->script == HB_SCRIPT_COMMON && has_words(script)) {
            word->start = at;
            word->script = script;
        }
        if (has_words(script) && script == word->script)
            word->end = end;
        else if (word->end > 0 &&
                 (script != HB_SCRIPT_COMMON || is_blank(cluster)))
            break;
        at = end;
    }
    return word->script != HB_SCRIPT_COMMON;
}

// Returns the start of the first letter from at on that the font lacks, or
// the word's end. Signs are no letters.
static size_t lacking_letter(struct font_store *store, const struct word *word,
                             const struct font *font, size_t at)
{
    while (at < word->end) {
        size_t end = utf8_grapheme_end(word->text, at);
        struct str cluster = str_slice(word->text, at, end);

        if (script_of(cluster) == word->script &&
            !font_shows(store->words, font, cluster))
            return at;
        at = end;
    }
    return at;
}

// Returns the font for all letters of the word; NULL if there is none, or if
// the style's own face has them.
static const struct font *word_font(struct font_store *store,
                                    const struct font_choice *choice,
                                    const struct word *word)
{
    const struct font *tried = NULL;
    size_t at = word->start;

    for (int tries = 0; tries < WORD_FONTS_MAX; tries++) {
        const struct font *font;
        size_t end;

        at = lacking_letter(store, word, tried ? tried : choice->font, at);
        if (at == word->end)
            return NULL;
        end = utf8_grapheme_end(word->text, at);
        font = font_store_fallback_of(store, choice,
                                      str_slice(word->text, at, end));
        if (!font)
            return NULL;
        if (lacking_letter(store, word, font, word->start) == word->end)
            return font;
        tried = font;
    }
    return NULL;
}

static void itemise_word(struct font_store *store,
                         const struct font_choice *choice,
                         const struct word *word, struct text_items *items)
{
    const struct font *font = word_font(store, choice, word);

    for (size_t at = word->start; at < word->end;) {
        struct text_item item = {.start = at,
                                 .end = utf8_grapheme_end(word->text, at),
                                 .font = font};
        struct str cluster = str_slice(word->text, item.start, item.end);

        item.script = script_of(cluster);
        if (font && font_shows(store->words, font, cluster))
            append_item(store, items, item);
        else
            itemise_clusters(store, choice, word->text, at, item.end, items);
        at = item.end;
    }
}

void text_itemise(struct font_store *store, const struct font_choice *choice,
                  struct str text, struct text_items *items)
{
    struct word word;
    size_t at = 0;

    itemise_clusters(store, choice, text, 0, text.len, items);
    if (!tears_words(items))
        return;
    items->len = 0;
    while (find_word(text, at, &word)) {
        itemise_clusters(store, choice, text, at, word.start, items);
        itemise_word(store, choice, &word, items);
        at = word.end;
    }
    itemise_clusters(store, choice, text, at, text.len, items);
}
