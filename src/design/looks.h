// SPDX-License-Identifier: MIT
// Options of the design beside RenderCV's that are about the look alone
// (docs/looks.md).
#ifndef VITA_DESIGN_LOOKS_H
#define VITA_DESIGN_LOOKS_H

#include "base/length.h"
#include "profile/profile.h"

enum page_orientation { PAGE_PORTRAIT, PAGE_LANDSCAPE };

enum photo_shape { PHOTO_RECTANGLE, PHOTO_ROUNDED, PHOTO_CIRCLE };

struct photo_look {
    int shape; // enum photo_shape
    sp border; // 0: none
    uint32_t border_colour;
};

// The box that the logo of an entry is fitted into, at the left of its text.
struct logo_look {
    sp width, height; // the height may be LENGTH_AUTO: two lines
    sp space;         // from the box to the text
    bool indent_all;  // entries without one, beside others that have one
};

// Rows of the header's connections, each a list of their names.
VEC_DECLARE(name_rows, struct text_list);

// The icon before the title of a section.
struct section_icon {
    struct str section; // as section_is_named() takes it
    struct text icon;   // empty: none
};
VEC_DECLARE(section_icon_list, struct section_icon);

// What stands between the dates at the left and the entries.
enum timeline_style { TIMELINE_STYLE_NONE, TIMELINE_STYLE_LINE };

enum level_style { LEVEL_TEXT, LEVEL_DOTS, LEVEL_BARS };

// More dots say no more.
#define LEVELS_MAX 5

// How levels of skills and languages are shown; the lists' words mean 1, 2...
struct skills_look {
    int level_style; // enum level_style
    struct text_list level_words;
    struct text_list fluency_words;
};

struct diags;
struct design;

// Gives the section, named in any case, this icon instead of what it had.
void section_icon_set(struct arena *arena, struct section_icon_list *icons,
                      struct str section, struct text icon);

// Returns a name that a row of the header can have in every profile, counted
// from 0, or NULL.
const char *header_row_name(size_t number);

// Width and height of the design's page, as it is held.
void design_page(const struct design *design, sp *width, sp *height);

// Has colours derive from the accent that the profile's design has, but for
// those that it sets itself, and warns of those that are hard to read.
void palette_apply(const struct node *node, struct diags *diags,
                   struct design *design);

// The same for the sidebar's design, whose colours can be read on its
// background: the layers are the CV's own design, the sidebar's over it, and
// one over that; any may be NULL.
void palette_apply_sidebar(const struct node *const *layers, size_t count,
                           struct design *design);

#endif
