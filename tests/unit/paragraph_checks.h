// SPDX-License-Identifier: MIT
// For the tests of paragraphs: a text of several lines, and what must hold of
// every line.
#ifndef VITA_TESTS_PARAGRAPH_CHECKS_H
#define VITA_TESTS_PARAGRAPH_CHECKS_H

#include "layout_fixture.h"

static const char prose[] =
    "Typesetting is the composition of text by means of arranging physical "
    "type or its digital equivalents. Stored letters and other symbols are "
    "retrieved and ordered according to the orthography of a language for "
    "visual display. Typesetting requires one or more fonts, which are widely "
    "but erroneously confused with and substituted for typefaces.";

// Every item begins where the one before it ends, and its glyphs fill it.
static inline void check_items(const struct rows *rows)
{
    for (size_t i = 0; i < rows->list.len; i++) {
        const struct piece *piece = piece_at(rows, i);

        for (size_t j = 0; j < piece->items.len; j++) {
            const struct item *item = &piece->items.ptr[j];
            sp width = 0;

            assert_int_equal(item->kind, ITEM_TEXT);
            for (size_t k = 0; k < item->glyph_count; k++) {
                width += item->glyphs[k].advance;
                assert_true(item->glyphs[k].cluster < item->text.len);
            }
            // The space at which the line ended takes no room.
            if (i + 1 < rows->list.len && j + 1 == piece->items.len &&
                str_ends(item->text, STR(" ")))
                width -= item->glyphs[item->glyph_count - 1].advance;
            assert_int_equal(width, item->width);
            if (j > 0)
                assert_int_equal(item->x, item[-1].x + item[-1].width);
        }
    }
}

#endif
