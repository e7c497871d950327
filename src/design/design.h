// SPDX-License-Identifier: MIT
// The design of a CV, every option resolved: classic's defaults, the theme
// over them, the profile's own options over both. Option names and meanings
// are RenderCV's (docs/profile.md); lengths are sp, em is the body size.
#ifndef VITA_DESIGN_DESIGN_H
#define VITA_DESIGN_DESIGN_H

#include "base/length.h"
#include "design/column_options.h"
#include "design/fit_options.h"
#include "design/letter_options.h"
#include "design/looks.h"
#include "design/template_options.h"

enum page_size { PAGE_A4, PAGE_A5, PAGE_US_LETTER, PAGE_US_EXECUTIVE };

enum body_alignment {
    BODY_LEFT,
    BODY_JUSTIFIED,
    BODY_JUSTIFIED_NO_HYPHENATION,
};

enum hyphenation {
    HYPHENATION_LAST_RESORT,
    HYPHENATION_TEX,
    HYPHENATION_NONE,
};

enum figure_style { FIGURES_DEFAULT, FIGURES_LINING, FIGURES_OLD_STYLE };
enum figure_width {
    FIGURE_WIDTH_DEFAULT,
    FIGURE_WIDTH_PROPORTIONAL,
    FIGURE_WIDTH_TABULAR,
};

enum side { SIDE_LEFT, SIDE_CENTER, SIDE_RIGHT };

// Where the dates' column stands: as the section titles want it, or fixed.
enum date_side { DATES_LEFT, DATES_RIGHT, DATES_AUTO };

enum phone_format { PHONE_NATIONAL, PHONE_INTERNATIONAL, PHONE_E164 };

enum title_type {
    TITLE_PARTIAL_LINE,
    TITLE_FULL_LINE,
    TITLE_WITHOUT_LINE,
    TITLE_MODERNCV,
    TITLE_CENTERED_WITHOUT_LINE,
    TITLE_CENTERED_PARTIAL_LINE,
    TITLE_CENTERED_CENTERED_PARTIAL_LINE,
    TITLE_CENTERED_FULL_LINE,
};

// How texts cite publications, and how a numbered list of these is ordered.
enum citation_style {
    CITATION_NUMBER,
    CITATION_SUPERSCRIPT,
    CITATION_AUTHOR_YEAR,
};
enum citation_order { CITATION_ORDER_LIST, CITATION_ORDER_APPEARANCE };

// The parts of a CV that have a typeface of their own.
enum face_role {
    FACE_BODY,
    FACE_NAME,
    FACE_HEADLINE,
    FACE_CONNECTIONS,
    FACE_SECTION_TITLES,
    FACE_GROUP_TITLES,
    FACE_ROLES,
};

struct face_style {
    struct text family;
    sp size;
    bool small_caps;
    bool bold;
};

// A width that follows from the text.
#define LENGTH_AUTO 0

struct design {
    struct str theme;
    struct {
        int size;         // enum page_size
        sp width, height; // instead of the size's; LENGTH_AUTO: the size's
        int orientation;  // enum page_orientation
        sp top_margin, bottom_margin, left_margin, right_margin;
        bool show_footer, show_top_note;
        bool flush_bottom;
        struct page_fit fit;
        int columns; // 1 or 2
        sp column_gap;
        struct share left_column_width; // of the main area
        bool balance_columns;
    } page;
    struct sidebar_options sidebar;
    struct {
        uint32_t accent; // of the profile; others derive from it
        uint32_t body, name, headline, connections, section_titles, links;
        uint32_t group_titles;
        uint32_t footer, top_note;
    } colors;
    struct {
        sp line_spacing;      // between a line's baseline and the next cap top
        int alignment;        // enum body_alignment
        int hyphenation;      // enum hyphenation
        bool microtype;       // protrusion and expansion of justified text
        int figures;          // enum figure_style
        int figure_width;     // enum figure_width
        bool fractions;       // "1/2" as one sign
        sp capitals_tracking; // between letters of words in capitals
        sp small_caps_tracking;
        int date_alignment; // enum side
        struct face_style faces[FACE_ROLES];
    } typography;
    struct {
        bool underline, show_external_link_icon;
    } links;
    struct {
        int alignment; // enum side
        sp photo_width;
        int photo_position; // enum side: left or right
        sp photo_space_left, photo_space_right;
        struct photo_look photo;
        struct name_rows rows; // of the connections; none: balanced
        sp space_below_name, space_below_headline, space_below_connections;
        bool across; // above all columns
        struct paint background, text_color;
        sp padding; // below the last line, to the edge of the background
        struct {
            int phone_number_format; // enum phone_format
            bool hyperlink, show_icons, display_urls;
            struct text separator;
            sp space_between, line_spacing;
        } connections;
    } header;
    struct {
        int type; // enum title_type
        bool capitals;
        sp line_thickness, space_above, space_below;
        struct section_icon_list icons;
    } section_titles;
    struct {
        bool italic;
        sp space_above, space_below;
    } group_titles;
    struct {
        bool allow_page_break;
        sp space_between_regular_entries, space_between_text_entries;
        struct text_list show_time_spans_in;
    } sections;
    struct {
        sp date_and_location_width; // may be LENGTH_AUTO
        sp side_space, space_between_columns;
        bool allow_page_break, short_second_row;
        sp degree_width, space_between_positions;
        int date_side;             // enum date_side
        int timeline;              // enum timeline_style
        struct text between_dates; // of several; empty: below each other
        int authors_max;           // 0: all are named
        struct logo_look logo;
        struct {
            sp space_above, space_left;
        } summary;
        struct {
            struct text bullet, nested_bullet;
            sp space_left, space_above, space_between_items;
            sp space_between_bullet_and_text;
        } highlights;
    } entries;
    struct skills_look skills;
    struct {
        int style;     // enum citation_style
        int order;     // enum citation_order
        bool brackets; // around raised numbers
        bool ranges;   // three numbers in a row become a range
    } citations;
    struct letter_options letter;
    struct template_options templates;
};

// Reads the theme and the options of node (the profile's design, or NULL)
// into *design. Mistakes become diagnostics.
void design_read(struct arena *arena, const struct node *node,
                 struct diags *diags, struct design *design);

// Warns of options that have no effect in node, a section's or group's own
// design.
void design_check_own(const struct node *node, struct diags *diags);

// Width and height of a page size.
void page_dimensions(enum page_size size, sp *width, sp *height);

#endif
