// SPDX-License-Identifier: MIT
// Splits text into stretches of one font and one script, for shaping.
#ifndef VITA_TEXT_ITEMISE_H
#define VITA_TEXT_ITEMISE_H

#include "text/store.h"

struct text_item {
    size_t start; // bytes of the text
    size_t end;
    const struct font *font;
    hb_script_t script;
    bool missing; // no font has the characters
};
VEC_DECLARE(text_items, struct text_item);

// Fills the empty list, on the store's arena, with the items of the text, in
// its order. Characters that belong together (a letter and its marks, joined
// emoji) stay in one item; and so do the letters of a word if one font has them
// all.
void text_itemise(struct font_store *store, const struct font_choice *choice,
                  struct str text, struct text_items *items);

#endif
