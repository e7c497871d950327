// SPDX-License-Identifier: MIT
// What stands beside the main column: design.sidebar of a profile.
#ifndef VITA_DESIGN_COLUMN_OPTIONS_H
#define VITA_DESIGN_COLUMN_OPTIONS_H

#include "design/schema.h"

enum sidebar_position { SIDEBAR_NONE, SIDEBAR_LEFT, SIDEBAR_RIGHT };

// What of the header stands in the sidebar; each has what is before it, too.
enum sidebar_header {
    SIDEBAR_HEADER_NONE,
    SIDEBAR_HEADER_PHOTO,
    SIDEBAR_HEADER_CONNECTIONS,
    SIDEBAR_HEADER_ALL,
};

// On all pages, or on as many as its content needs.
enum sidebar_pages { SIDEBAR_ALL_PAGES, SIDEBAR_NEEDED_PAGES };
enum sidebar_reading { SIDEBAR_READ_LAST, SIDEBAR_READ_FIRST };

// A column at the page's edge. Its own options of design are those that
// design_read_sidebar() reads.
struct sidebar_options {
    int position; // enum sidebar_position
    int header;   // enum sidebar_header
    int pages;    // enum sidebar_pages
    int reading;  // enum sidebar_reading: before or behind the main column
    // From the page's margin, of the text: a share is one of the text area.
    struct share width;
    sp padding;     // from the text to the edge of the background
    sp gap;         // from there to the main column
    sp space_above; // at the top of the first page
    struct paint background;
    struct paint text_color;
    struct text_list sections; // by key or title
};

struct design;

// Reads what the sidebar has of its own over the document's options, which
// are those of node: sidebar.design of the theme, and of the profile, and own,
// which may be NULL. em counts in its own body size.
void design_read_sidebar(struct arena *arena, const struct node *node,
                         const struct node *own, struct diags *diags,
                         struct design *design);

#endif
