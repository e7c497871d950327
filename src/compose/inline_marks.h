// SPDX-License-Identifier: MIT
// Marks that Markdown lacks: ^sup^, ~sub~, ~~struck~~, a few tags of HTML,
// [text]{.smallcaps lang=de} and \LaTeX. They are found before the text is
// read as Markdown, which takes them for letters.
#ifndef VITA_COMPOSE_INLINE_MARKS_H
#define VITA_COMPOSE_INLINE_MARKS_H

#include "base/str.h"
#include "base/vec.h"

enum inline_mark_kind {
    MARK_SUPERSCRIPT,
    MARK_SUBSCRIPT,
    MARK_STRIKE,
    MARK_UNDERLINE,
    MARK_ATTRIBUTES,
    MARK_LOGO,
};

struct inline_mark {
    enum inline_mark_kind kind;
    bool opens; // or it closes; nothing for a logo
    // MARK_ATTRIBUTES, the same in the mark that closes
    bool bold;
    bool small_caps;
    bool underline;
    struct str language; // empty: as around it
    size_t partner;      // number of the mark that opened
    // As written. Of a logo without the backslash: "LaTeXe".
    struct str source;
};
VEC_DECLARE(inline_mark_list, struct inline_mark);

// Returns the text with a token for each mark, which is added to marks. Code,
// escapes and addresses are left alone.
struct str inline_mark_styles(struct arena *arena, struct str text,
                              struct inline_mark_list *marks);

// Takes what comes next off *rest: a text, or a token, whose mark is
// returned. Returns NULL for a text.
const struct inline_mark *inline_next_mark(struct str *rest,
                                           const struct inline_mark_list *marks,
                                           struct str *text);

// Returns the text with marks as they were written instead of tokens: for
// code and addresses that only Markdown's parser recognises.
struct str inline_unmark(struct arena *arena, struct str text,
                         const struct inline_mark_list *marks);

#endif
