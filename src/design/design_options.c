// SPDX-License-Identifier: MIT
// Every design option: where it stands, what it takes, where it goes. The
// defaults are in themes/classic.yaml.
#include "design/design.h"
#include "design/options.h"

static const char *const page_sizes[] = {"a4", "a5", "us-letter",
                                         "us-executive", NULL};
static const char *const alignments[] = {"left", "justified",
                                         "justified-with-no-hyphenation", NULL};
static const char *const hyphenations[] = {"last-resort", "tex", "none", NULL};
static const char *const figure_styles[] = {"default", "lining", "old-style",
                                            NULL};
static const char *const figure_widths[] = {"default", "proportional",
                                            "tabular", NULL};
static const char *const sides[] = {"left", "center", "right", NULL};
static const char *const photo_shapes[] = {"rectangle", "rounded", "circle",
                                           NULL};
static const char *const level_styles[] = {"text", "dots", "bars", NULL};
static const char *const orientations[] = {"portrait", "landscape", NULL};
static const char *const timelines[] = {"none", "line", NULL};
static const char *const date_sides[] = {"left", "right", "auto", NULL};
static const char *const phone_formats[] = {"national", "international", "E164",
                                            NULL};
static const char *const citation_styles[] = {"number", "superscript",
                                              "author-year", NULL};
static const char *const citation_orders[] = {"list", "appearance", NULL};
static const char *const sidebar_positions[] = {"none", "left", "right", NULL};
static const char *const sidebar_headers[] = {"none", "photo", "connections",
                                              "all", NULL};
static const char *const sidebar_pages[] = {"all", "needed", NULL};
static const char *const sidebar_readings[] = {"last", "first", NULL};
static const char *const title_types[] = {
    "with_partial_line",
    "with_full_line",
    "without_line",
    "moderncv",
    "centered_without_line",
    "centered_with_partial_line",
    "centered_with_centered_partial_line",
    "centered_with_full_line",
    NULL,
};

#define AT(member) offsetof(struct design, member)
#define LENGTH(path, member)                                                   \
    {                                                                          \
        path, OPTION_LENGTH, AT(member), NULL                                  \
    }
#define SIZE(path, member)                                                     \
    {                                                                          \
        path, OPTION_POSITIVE_LENGTH, AT(member), NULL                         \
    }
#define COLOUR(path, member)                                                   \
    {                                                                          \
        path, OPTION_COLOUR, AT(member), NULL                                  \
    }
#define BOOL(path, member)                                                     \
    {                                                                          \
        path, OPTION_BOOL, AT(member), NULL                                    \
    }
#define CHOICE(path, member, words)                                            \
    {                                                                          \
        path, OPTION_CHOICE, AT(member), words                                 \
    }
#define TEXT(path, member)                                                     \
    {                                                                          \
        path, OPTION_TEXT, AT(member), NULL                                    \
    }
#define TEMPLATE(path, member)                                                 \
    {                                                                          \
        path, OPTION_TEMPLATE, AT(member), NULL                                \
    }
#define SHARE(path, member)                                                    \
    {                                                                          \
        path, OPTION_SHARE, AT(member), NULL                                   \
    }
#define BACKGROUND(path, member)                                               \
    {                                                                          \
        path, OPTION_BACKGROUND, AT(member), NULL                              \
    }
#define PAINT(path, member)                                                    \
    {                                                                          \
        path, OPTION_PAINT, AT(member), NULL                                   \
    }
#define TEXTS(path, member)                                                    \
    {                                                                          \
        path, OPTION_TEXTS, AT(member), NULL                                   \
    }
#define FACES(path, option, member)                                            \
    option(path "body", typography.faces[FACE_BODY].member),                   \
        FACES_BUT_BODY(path, option, member)
#define FACES_BUT_BODY(path, option, member)                                   \
    option(path "name", typography.faces[FACE_NAME].member),                   \
        option(path "headline", typography.faces[FACE_HEADLINE].member),       \
        option(path "connections", typography.faces[FACE_CONNECTIONS].member), \
        option(path "section_titles",                                          \
               typography.faces[FACE_SECTION_TITLES].member),                  \
        option(path "group_titles",                                            \
               typography.faces[FACE_GROUP_TITLES].member)
#define ENTRY_COLUMNS(path, member)                                            \
    TEMPLATE(path ".main_column", templates.member.main),                      \
        TEMPLATE(path ".date_and_location_column",                             \
                 templates.member.date_and_location)

#define NOTES(path, place)                                                     \
    TEMPLATE(path, templates.notes[place].all),                                \
        TEMPLATE(path "_first", templates.notes[place].first),                 \
        TEMPLATE(path "_last", templates.notes[place].last)

static const struct option options[] = {
    {"theme", OPTION_ANY, 0, NULL},
    CHOICE("page.size", page.size, page_sizes),
    {"page.width", OPTION_WIDTH, AT(page.width), NULL},
    {"page.height", OPTION_WIDTH, AT(page.height), NULL},
    CHOICE("page.orientation", page.orientation, orientations),
    LENGTH("page.top_margin", page.top_margin),
    LENGTH("page.bottom_margin", page.bottom_margin),
    LENGTH("page.left_margin", page.left_margin),
    LENGTH("page.right_margin", page.right_margin),
    BOOL("page.show_footer", page.show_footer),
    BOOL("page.show_top_note", page.show_top_note),
    BOOL("page.flush_bottom", page.flush_bottom),
    {"page.columns", OPTION_COUNT, AT(page.columns), NULL},
    LENGTH("page.column_gap", page.column_gap),
    SHARE("page.left_column_width", page.left_column_width),
    BOOL("page.balance_columns", page.balance_columns),
    // A number of pages, or the map below; design.c reads the former.
    {"page.fit", OPTION_ANY, 0, NULL},
    {"page.fit.pages", OPTION_COUNT, AT(page.fit.pages), NULL},
    SIZE("page.fit.min_font_size", page.fit.min_font_size),
    LENGTH("page.fit.min_line_spacing", page.fit.min_line_spacing),
    LENGTH("page.fit.min_margin", page.fit.min_margin),
    BOOL("page.fit.drop", page.fit.drop),
    CHOICE("sidebar.position", sidebar.position, sidebar_positions),
    SHARE("sidebar.width", sidebar.width),
    LENGTH("sidebar.padding", sidebar.padding),
    LENGTH("sidebar.gap", sidebar.gap),
    LENGTH("sidebar.space_above", sidebar.space_above),
    BACKGROUND("sidebar.background", sidebar.background),
    PAINT("sidebar.text_color", sidebar.text_color),
    CHOICE("sidebar.header", sidebar.header, sidebar_headers),
    CHOICE("sidebar.pages", sidebar.pages, sidebar_pages),
    CHOICE("sidebar.reading", sidebar.reading, sidebar_readings),
    {"sidebar.sections", OPTION_NAMES, AT(sidebar.sections), NULL},
    // Options of design over the document's: design_read_sidebar().
    {"sidebar.design", OPTION_ANY, 0, NULL},
    COLOUR("colors.accent", colors.accent),
    COLOUR("colors.body", colors.body),
    COLOUR("colors.name", colors.name),
    COLOUR("colors.headline", colors.headline),
    COLOUR("colors.connections", colors.connections),
    COLOUR("colors.section_titles", colors.section_titles),
    COLOUR("colors.group_titles", colors.group_titles),
    COLOUR("colors.links", colors.links),
    COLOUR("colors.footer", colors.footer),
    COLOUR("colors.top_note", colors.top_note),
    LENGTH("typography.line_spacing", typography.line_spacing),
    CHOICE("typography.alignment", typography.alignment, alignments),
    CHOICE("typography.hyphenation", typography.hyphenation, hyphenations),
    BOOL("typography.microtype", typography.microtype),
    CHOICE("typography.figures", typography.figures, figure_styles),
    CHOICE("typography.figure_width", typography.figure_width, figure_widths),
    BOOL("typography.fractions", typography.fractions),
    LENGTH("typography.capitals_tracking", typography.capitals_tracking),
    LENGTH("typography.small_caps_tracking", typography.small_caps_tracking),
    CHOICE("typography.date_and_location_column_alignment",
           typography.date_alignment, sides),
    // One name for all parts, or a name a part; design.c reads the former.
    {"typography.font_family", OPTION_ANY, 0, NULL},
    FACES("typography.font_family.", TEXT, family),
    FACES("typography.font_size.", SIZE, size),
    FACES_BUT_BODY("typography.small_caps.", BOOL, small_caps),
    FACES_BUT_BODY("typography.bold.", BOOL, bold),
    BOOL("links.underline", links.underline),
    BOOL("links.show_external_link_icon", links.show_external_link_icon),
    CHOICE("header.alignment", header.alignment, sides),
    SIZE("header.photo_width", header.photo_width),
    CHOICE("header.photo_position", header.photo_position, sides),
    LENGTH("header.photo_space_left", header.photo_space_left),
    LENGTH("header.photo_space_right", header.photo_space_right),
    CHOICE("header.photo_shape", header.photo.shape, photo_shapes),
    LENGTH("header.photo_border.width", header.photo.border),
    COLOUR("header.photo_border.color", header.photo.border_colour),
    {"header.rows", OPTION_ROWS, AT(header.rows), NULL},
    LENGTH("header.space_below_name", header.space_below_name),
    LENGTH("header.space_below_headline", header.space_below_headline),
    LENGTH("header.space_below_connections", header.space_below_connections),
    BOOL("header.across", header.across),
    BACKGROUND("header.background", header.background),
    PAINT("header.text_color", header.text_color),
    LENGTH("header.padding", header.padding),
    CHOICE("header.connections.phone_number_format",
           header.connections.phone_number_format, phone_formats),
    BOOL("header.connections.hyperlink", header.connections.hyperlink),
    BOOL("header.connections.show_icons", header.connections.show_icons),
    BOOL("header.connections.display_urls_instead_of_usernames",
         header.connections.display_urls),
    TEXT("header.connections.separator", header.connections.separator),
    LENGTH("header.connections.space_between_connections",
           header.connections.space_between),
    LENGTH("header.connections.line_spacing", header.connections.line_spacing),
    CHOICE("section_titles.type", section_titles.type, title_types),
    BOOL("section_titles.capitals", section_titles.capitals),
    LENGTH("section_titles.line_thickness", section_titles.line_thickness),
    LENGTH("section_titles.space_above", section_titles.space_above),
    LENGTH("section_titles.space_below", section_titles.space_below),
    {"section_titles.icons", OPTION_ICONS, AT(section_titles.icons), NULL},
    BOOL("group_titles.italic", group_titles.italic),
    LENGTH("group_titles.space_above", group_titles.space_above),
    LENGTH("group_titles.space_below", group_titles.space_below),
    BOOL("sections.allow_page_break", sections.allow_page_break),
    LENGTH("sections.space_between_regular_entries",
           sections.space_between_regular_entries),
    LENGTH("sections.space_between_text_based_entries",
           sections.space_between_text_entries),
    TEXTS("sections.show_time_spans_in", sections.show_time_spans_in),
    {"entries.date_and_location_width", OPTION_WIDTH,
     AT(entries.date_and_location_width), NULL},
    LENGTH("entries.side_space", entries.side_space),
    LENGTH("entries.space_between_columns", entries.space_between_columns),
    BOOL("entries.allow_page_break", entries.allow_page_break),
    BOOL("entries.short_second_row", entries.short_second_row),
    SIZE("entries.degree_width", entries.degree_width),
    LENGTH("entries.space_between_positions", entries.space_between_positions),
    TEXT("entries.text_between_dates", entries.between_dates),
    {"entries.authors_max", OPTION_COUNT, AT(entries.authors_max), NULL},
    CHOICE("entries.date_and_location_side", entries.date_side, date_sides),
    CHOICE("entries.timeline", entries.timeline, timelines),
    SIZE("entries.logo.width", entries.logo.width),
    {"entries.logo.height", OPTION_WIDTH, AT(entries.logo.height), NULL},
    LENGTH("entries.logo.space", entries.logo.space),
    BOOL("entries.logo.indent_all", entries.logo.indent_all),
    LENGTH("entries.summary.space_above", entries.summary.space_above),
    LENGTH("entries.summary.space_left", entries.summary.space_left),
    TEXT("entries.highlights.bullet", entries.highlights.bullet),
    TEXT("entries.highlights.nested_bullet", entries.highlights.nested_bullet),
    LENGTH("entries.highlights.space_left", entries.highlights.space_left),
    LENGTH("entries.highlights.space_above", entries.highlights.space_above),
    LENGTH("entries.highlights.space_between_items",
           entries.highlights.space_between_items),
    LENGTH("entries.highlights.space_between_bullet_and_text",
           entries.highlights.space_between_bullet_and_text),
    CHOICE("skills.level_style", skills.level_style, level_styles),
    TEXTS("skills.level_words", skills.level_words),
    TEXTS("skills.fluency_words", skills.fluency_words),
    CHOICE("citations.style", citations.style, citation_styles),
    CHOICE("citations.order", citations.order, citation_orders),
    BOOL("citations.brackets", citations.brackets),
    BOOL("citations.ranges", citations.ranges),
    CHOICE("letter.layout", letter.layout, letter_layouts),
    SIZE("letter.font_size", letter.font_size),
    LENGTH("letter.line_spacing", letter.line_spacing),
    LENGTH("letter.space_between_paragraphs", letter.space_between_paragraphs),
    LENGTH("letter.top_margin", letter.top_margin),
    LENGTH("letter.bottom_margin", letter.bottom_margin),
    LENGTH("letter.left_margin", letter.left_margin),
    LENGTH("letter.right_margin", letter.right_margin),
    LENGTH("letter.space_for_signature", letter.space_for_signature),
    SIZE("letter.signature_height", letter.signature_height),
    CHOICE("letter.alignment", letter.alignment, alignments),
    BOOL("letter.show_header", letter.show_header),
    BOOL("letter.show_subject_word", letter.show_subject_word),
    BOOL("letter.subject_bold", letter.subject_bold),
    BOOL("letter.fold_marks", letter.fold_marks),
    {"letter.fit", OPTION_COUNT, AT(letter.fit), NULL},
    TEMPLATE("templates.footer", templates.footer),
    TEMPLATE("templates.top_note", templates.top_note),
    NOTES("templates.header_left", NOTE_HEADER_LEFT),
    NOTES("templates.header_center", NOTE_HEADER_CENTER),
    NOTES("templates.header_right", NOTE_HEADER_RIGHT),
    NOTES("templates.footer_left", NOTE_FOOTER_LEFT),
    NOTES("templates.footer_center", NOTE_FOOTER_CENTER),
    NOTES("templates.footer_right", NOTE_FOOTER_RIGHT),
    TEMPLATE("templates.single_date", templates.single_date),
    TEMPLATE("templates.date_range", templates.date_range),
    TEMPLATE("templates.time_span", templates.time_span),
    TEMPLATE("templates.one_line_entry.main_column", templates.one_line),
    TEMPLATE("templates.language_entry.main_column", templates.language),
    TEMPLATE("templates.skill_entry.main_column", templates.skill),
    ENTRY_COLUMNS("templates.education_entry", education),
    TEMPLATE("templates.education_entry.degree_column",
             templates.education.degree),
    ENTRY_COLUMNS("templates.normal_entry", normal),
    ENTRY_COLUMNS("templates.experience_entry", experience),
    ENTRY_COLUMNS("templates.publication_entry", publication),
    TEMPLATE("templates.publication_entry.number",
             templates.publication_number),
    ENTRY_COLUMNS("templates.grant_entry", grant),
    ENTRY_COLUMNS("templates.patent_entry", patent),
    ENTRY_COLUMNS("templates.reference_entry", reference),
    ENTRY_COLUMNS("templates.employer_entry", employer),
    ENTRY_COLUMNS("templates.position_entry", position),
    TEMPLATE("templates.link", templates.link),
};

const struct schema design_schema = {"design", options,
                                     sizeof options / sizeof *options};
