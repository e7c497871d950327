// SPDX-License-Identifier: MIT
// What is done to a text before it is read as Markdown, so that it says what
// its writer meant.
#ifndef VITA_COMPOSE_INLINE_H
#define VITA_COMPOSE_INLINE_H

#include "base/str.h"
#include "base/vec.h"

// A web or e-mail address in running text, or a citation.
struct autolink {
    struct str text; // as written
    struct str url;  // empty for a citation
};
VEC_DECLARE(autolink_list, struct autolink);

// Returns the text with a mark for each bare address, which is added to
// links. Code, links with a text of their own and <addresses> are left alone.
struct str inline_mark_links(struct arena *arena, struct str text,
                             struct autolink_list *links);

// Likewise for each citation, "[@noether1918, p. 12; @klein1918]".
struct str inline_mark_citations(struct arena *arena, struct str text,
                                 struct autolink_list *links);

// Returns the offset behind the citation that begins at from, or from if there
// is none.
size_t inline_citation_end(struct str s, size_t from);

// Returns the offset behind the code, the escaped character or the character at
// the offset.
size_t inline_step(struct str s, size_t at);

// Takes what comes next off *rest: a text, or a mark, which is a number below
// count between two of the characters. Returns false for a text.
bool inline_next_mark_of(struct str *rest, char mark, size_t count,
                         struct str *text, size_t *number);

// Takes what comes next off *rest: a text, or a mark, whose address is
// returned. Returns NULL for a text.
const struct autolink *inline_next(struct str *rest,
                                   const struct autolink_list *links,
                                   struct str *text);

// Returns the text with a backslash before each asterisk between letters or
// digits that begins or ends no emphasis: "2*3*4".
struct str inline_protect_stars(struct arena *arena, struct str text);

// Returns text, which comes behind before, without the brackets around it if
// before ends with such a bracket, too: "ICML" of "**[ICML]**" behind "[".
struct str inline_unbracket(struct str text, struct str before);

#endif
