// SPDX-License-Identifier: MIT
// The structure tree as it is drawn: which pieces of which pages belong to
// each element. Built from Pages alone, so that every backend and the dump
// have the same tree.
#ifndef VITA_LAYOUT_TAGS_H
#define VITA_LAYOUT_TAGS_H

#include "layout/pages.h"

// Content of one element that is drawn in one go: items [first, end) of a
// page. Artifacts among them are no part of it.
struct tag_run {
    uint32_t element;
    size_t page;
    size_t first;
    size_t end;
};
VEC_DECLARE(tag_run_list, struct tag_run);

enum tag_kid_kind {
    TAG_ELEMENT,
    TAG_RUN,
    TAG_LINK, // a link's clickable area
};

// A child of an element: the index of an element, of a run, or of a link on
// a page.
struct tag_kid {
    enum tag_kid_kind kind;
    size_t index;
    size_t page;
};
VEC_DECLARE(tag_kid_list, struct tag_kid);

struct tags {
    struct tag_run_list runs;  // in reading order, so by page
    struct tag_kid_list *kids; // of each element, in reading order
    size_t element_count;
};

// Elements without content have no kids and are no one's kid.
struct tags tags_build(struct arena *arena, const struct pages *pages);

// Whether nothing of the item counts as content.
bool item_is_artifact(const struct item *item);

// Returns the tree as indented text, described in docs/layout.md.
struct str tags_dump(struct arena *arena, const struct pages *pages);

#endif
