// SPDX-License-Identifier: MIT
// From the breaks of a paragraph to the elements of its lines.
#ifndef VITA_LAYOUT_LINE_ELEMENTS_H
#define VITA_LAYOUT_LINE_ELEMENTS_H

#include "layout/atoms.h"
#include "layout/line.h"

struct line_maker {
    struct layout_context *context;
    const struct atom_list *atoms;
    const struct break_input *input;
    struct element_list *elements;
};

// Collects what stands on the line, widths unstretched.
void line_collect(struct line_maker *m, const struct break_line *line);

// Appends the space between the line and the next one, if the items [from, to)
// between them have one. The elements are at their places.
void line_push_space(struct line_maker *m, size_t from, size_t to);

// Appends the space that ends a paragraph.
void line_push_end_space(struct line_maker *m);

#endif
