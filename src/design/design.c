// SPDX-License-Identifier: MIT
// Defaults, theme and profile, one after the other into one struct. Themes
// are YAML files under src/design/themes, embedded at build time; classic is
// complete, the others are patches over it.
#include "design/design.h"

#include "design/contrast.h"
#include "design/embedded.h"
#include "design/options.h"

#include <assert.h>
#include <string.h>

#define BASE_THEME "classic"
#define MAX_THEMES 64
// The size that em means when the body's own size is given in em.
#define DEFAULT_BODY_SIZE PT(10)

static const struct design_file *theme_lookup(struct str name)
{
    for (size_t i = 0; i < design_theme_count; i++)
        if (str_eq_cstr(name, design_themes[i].name))
            return &design_themes[i];
    return NULL;
}

static void report_theme(struct diags *diags, const struct node *theme)
{
    struct str names[MAX_THEMES];
    struct buf all = {.arena = diags_arena(diags)};
    struct str near;
    size_t count = 0;

    for (; count < design_theme_count && count < MAX_THEMES; count++) {
        names[count] = str_from_cstr(design_themes[count].name);
        buf_addf(&all, "%s%s", count ? ", " : "", design_themes[count].name);
    }
    near = suggest_nearest(theme->text, names, count);
    diag_error(diags, theme->pos,
               near.len > 0 ? str_format(diags_arena(diags),
                                         "did you mean '%.*s'? There are: %.*s",
                                         STR_ARG(near), STR_ARG(buf_str(&all)))
                            : str_format(diags_arena(diags), "there are: %.*s",
                                         STR_ARG(buf_str(&all))),
               "there is no theme '%.*s'", STR_ARG(theme->text));
}

// The body size that a length gives, if it can be one: em counts in it. Its
// own em counts in of.
static void take_body_size(struct length length, sp of, sp *em)
{
    sp size = length_to_sp(length, of);

    if (size > 0)
        *em = size;
}

// The body size of node, if it gives one: em counts in it.
static void read_body_size(const struct node *node, sp of, sp *em)
{
    const struct node *typography = node_lookup(node, "typography");
    const struct node *sizes = node_lookup(typography, "font_size");
    const struct node *body = node_lookup(sizes, "body");
    struct length length;

    if (body && body->kind == NODE_SCALAR &&
        length_parse(str_trim(body->text), &length))
        take_body_size(length, of, em);
}

static void theme_body_size(const struct preset *presets, size_t count, sp of,
                            sp *em)
{
    size_t offset = offsetof(struct design, typography.faces[FACE_BODY].size);

    for (size_t i = 0; i < count; i++) {
        const struct preset *preset = &presets[i];

        if (design_schema.options[preset->option].offset == offset)
            take_body_size(
                (struct length){preset->number, (enum length_unit)preset->unit},
                of, em);
    }
}

// font_family may be one name for all parts; the schema reads maps.
static void read_families(const struct node *layer, struct diags *diags,
                          struct design *design)
{
    const struct node *typography = node_lookup(layer, "typography");
    const struct node *family = node_lookup(typography, "font_family");

    if (node_is_null(family) || family->kind == NODE_MAP)
        return;
    if (family->kind != NODE_SCALAR) {
        schema_wrong_kind(diags, family, STR("design.typography.font_family"),
                          "a name or a map of names");
        return;
    }
    for (int i = 0; i < FACE_ROLES; i++)
        design->typography.faces[i].family =
            (struct text){family->text, family->pos};
}

// fit may be the number of pages alone.
static void read_fit(const struct node *layer, struct diags *diags,
                     struct design *design)
{
    const struct node *fit = node_lookup(node_lookup(layer, "page"), "fit");

    if (node_is_null(fit))
        return;
    design->page.fit.pos = fit->pos;
    if (fit->kind == NODE_SCALAR)
        schema_read_count(diags, fit, STR("design.page.fit"),
                          &design->page.fit.pages);
    else if (fit->kind == NODE_LIST)
        schema_wrong_kind(diags, fit, STR("design.page.fit"),
                          "a number of pages or a map");
}

// Returns the theme's file that node names, or NULL for classic itself.
static const struct design_file *theme_of(const struct node *node,
                                          struct diags *diags)
{
    const struct node *theme = node_lookup(node, "theme");
    const struct design_file *file;

    if (node_is_null(theme))
        return NULL;
    if (theme->kind != NODE_SCALAR) {
        schema_wrong_kind(diags, theme, STR("design.theme"), "a name");
        return NULL;
    }
    file = theme_lookup(theme->text);
    if (!file)
        report_theme(diags, theme);
    return file && strcmp(file->name, BASE_THEME) == 0 ? NULL : file;
}

// Margins must leave room for text: at least two inches each way.
#define MIN_TEXT PT(144)

// A margin as the design has it, and the key that the profile may have given.
struct margin {
    const char *key;
    sp length;
};

// The place of a key of the map, else of the map, else none.
static struct pos key_place(const struct node *map, const char *key)
{
    const struct pair *pair =
        map ? node_lookup_pair(map, str_from_cstr(key)) : NULL;

    if (pair)
        return pair->value->pos;
    return map ? map->pos : (struct pos){0};
}

// The place of the larger margin that the profile has, or of the page.
static struct pos margin_place(const struct node *page, struct margin a,
                               struct margin b)
{
    bool has_a = node_lookup(page, a.key) != NULL;
    bool has_b = node_lookup(page, b.key) != NULL;

    if (has_a && (!has_b || a.length >= b.length))
        return key_place(page, a.key);
    return key_place(page, b.key);
}

static void check_pair(const struct node *page, struct diags *diags,
                       const char *names, struct margin a, struct margin b,
                       sp size)
{
    struct buf room = {.arena = diags_arena(diags)};

    if (a.length < 0)
        diag_error(diags, key_place(page, a.key), (struct str){"", 0},
                   "a margin cannot be less than zero");
    if (b.length < 0)
        diag_error(diags, key_place(page, b.key), (struct str){"", 0},
                   "a margin cannot be less than zero");
    if (size - a.length - b.length >= MIN_TEXT)
        return;
    buf_add_pt(&room, size > MIN_TEXT ? size - MIN_TEXT : 0, 0);
    diag_error(diags, margin_place(page, a, b),
               str_format(diags_arena(diags),
                          "together they can be at most %.*spt on this page",
                          STR_ARG(buf_str(&room))),
               "the %s margins leave less than 2in for text", names);
}

static void check_margins(const struct node *node, struct diags *diags,
                          const struct design *design)
{
    const struct node *page = node_lookup(node, "page");
    sp width;
    sp height;

    design_page(design, &width, &height);
    check_pair(page, diags, "left and right",
               (struct margin){"left_margin", design->page.left_margin},
               (struct margin){"right_margin", design->page.right_margin},
               width);
    check_pair(page, diags, "top and bottom",
               (struct margin){"top_margin", design->page.top_margin},
               (struct margin){"bottom_margin", design->page.bottom_margin},
               height);
}

// Spaces that would put text where it is not seen.
static void check_spaces(const struct node *node, struct diags *diags,
                         const struct design *design)
{
    const struct {
        const char *group;
        struct margin space;
    } spaces[] = {
        {"sidebar", {"padding", design->sidebar.padding}},
        {"sidebar", {"gap", design->sidebar.gap}},
        {"sidebar", {"space_above", design->sidebar.space_above}},
        {"header", {"padding", design->header.padding}},
        {"page", {"column_gap", design->page.column_gap}},
    };

    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (spaces[i].space.length < 0)
            diag_error(diags,
                       key_place(node_lookup(node, spaces[i].group),
                                 spaces[i].space.key),
                       (struct str){"", 0},
                       "design.%s.%s cannot be less than zero", spaces[i].group,
                       spaces[i].space.key);
}

// From a tenth of an em on, programs that extract text see words where
// letters are: 0.08 em was measured to be safe with all of them.
#define MAX_TRACKING_PERCENT 8

static void check_tracking(const struct node *node, struct diags *diags,
                           const struct design *design)
{
    const struct node *typography = node_lookup(node, "typography");
    sp most = sp_mul_div(design->typography.faces[FACE_BODY].size,
                         MAX_TRACKING_PERCENT, 100);
    const struct {
        const char *key;
        sp length;
    } trackings[] = {
        {"capitals_tracking", design->typography.capitals_tracking},
        {"small_caps_tracking", design->typography.small_caps_tracking},
    };

    for (size_t i = 0; i < sizeof trackings / sizeof *trackings; i++)
        if (trackings[i].length < 0 || trackings[i].length > most)
            diag_error(diags, key_place(typography, trackings[i].key),
                       STR("programs that read a CV take letters that stand "
                           "further apart for words"),
                       "tracking can be 0em to 0.08em");
}

#define COLUMNS_MAX 2

static void check_columns(const struct node *node, struct diags *diags,
                          struct design *design)
{
    if (design->page.columns >= 1 && design->page.columns <= COLUMNS_MAX)
        return;
    diag_error(diags, key_place(node_lookup(node, "page"), "columns"),
               STR("design.sidebar makes one more, at the edge of the page"),
               "design.page.columns can be 1 or 2");
    design->page.columns = 1;
}

// Nobody reads smaller type.
#define MIN_FLOOR_SIZE PT(4)

static void check_floors(const struct node *node, struct diags *diags,
                         const struct design *design)
{
    const struct node *fit = node_lookup(node_lookup(node, "page"), "fit");
    const struct page_fit *floors = &design->page.fit;

    if (floors->min_font_size < MIN_FLOOR_SIZE)
        diag_error(diags, key_place(fit, "min_font_size"), (struct str){"", 0},
                   "min_font_size cannot be less than 4pt");
    if (floors->min_line_spacing < 0)
        diag_error(diags, key_place(fit, "min_line_spacing"),
                   (struct str){"", 0},
                   "min_line_spacing cannot be less than zero");
    if (floors->min_margin < 0)
        diag_error(diags, key_place(fit, "min_margin"), (struct str){"", 0},
                   "a margin cannot be less than zero");
}

// Classic, and the theme that is laid over it.
#define THEMES 2
struct themes {
    struct str name;
    const struct design_file *files[THEMES];
    size_t count;
};

static struct themes find_themes(const struct node *node, struct diags *diags)
{
    const struct design_file *base = theme_lookup(STR(BASE_THEME));
    const struct design_file *theme = theme_of(node, diags);

    assert(base); // the build has it
    return (struct themes){
        .name = str_from_cstr(theme ? theme->name : base->name),
        .files = {base, theme},
        .count = theme ? 2 : 1,
    };
}

static sp document_body_size(const struct themes *themes,
                             const struct node *node)
{
    sp em = DEFAULT_BODY_SIZE;

    for (size_t i = 0; i < themes->count; i++)
        theme_body_size(themes->files[i]->presets,
                        themes->files[i]->preset_count, DEFAULT_BODY_SIZE, &em);
    read_body_size(node, DEFAULT_BODY_SIZE, &em);
    return em;
}

// Reads the options of node over those that are there.
static void read_node(const struct node *node,
                      const struct schema_target *target)
{
    struct design *design = target->target;

    read_families(node, target->diags, design);
    read_fit(node, target->diags, design);
    schema_read(&design_schema, node, target);
    // The schema took the body's own em for the body's size.
    design->typography.faces[FACE_BODY].size = target->em;
}

static void read_document(const struct themes *themes, const struct node *node,
                          const struct schema_target *target)
{
    for (size_t i = 0; i < themes->count; i++)
        presets_store(themes->files[i], &design_schema, target);
    read_node(node, target);
    palette_apply(node, target->diags, target->target);
}

void design_read_sidebar(struct arena *arena, const struct node *node,
                         const struct node *own, struct diags *diags,
                         struct design *design)
{
    struct themes themes = find_themes(node, diags);
    struct schema_target target = {arena, diags, design, 0};
    const struct node *over =
        node_lookup(node_lookup(node, "sidebar"), "design");
    sp body = document_body_size(&themes, node);

    *design = (struct design){.theme = themes.name};
    target.em = body;
    for (size_t i = 0; i < themes.count; i++)
        theme_body_size(themes.files[i]->presets +
                            themes.files[i]->preset_count,
                        themes.files[i]->sidebar_count, body, &target.em);
    read_body_size(over, body, &target.em);
    read_body_size(own, body, &target.em);
    read_document(&themes, node, &target);
    for (size_t i = 0; i < themes.count; i++)
        presets_store_sidebar(themes.files[i], &design_schema, &target);
    sidebar_paint(design);
    read_node(over, &target);
    read_node(own, &target);
    palette_apply_sidebar((const struct node *const[]){node, over, own}, 3,
                          design);
}

void design_read(struct arena *arena, const struct node *node,
                 struct diags *diags, struct design *design)
{
    struct themes themes = find_themes(node, diags);
    struct schema_target target = {arena, diags, design, DEFAULT_BODY_SIZE};

    *design = (struct design){.theme = themes.name};
    target.em = document_body_size(&themes, node);
    read_document(&themes, node, &target);
    // What a syntax error cut off may mend them.
    if (node && node->partial)
        return;
    check_margins(node, diags, design);
    check_spaces(node, diags, design);
    check_columns(node, diags, design);
    check_tracking(node, diags, design);
    check_floors(node, diags, design);
}

void page_dimensions(enum page_size size, sp *width, sp *height)
{
    // ISO 216 in millimetres, ANSI and US stationery in inches.
    static const struct {
        struct length width, height;
    } sizes[] = {
        [PAGE_A4] = {{210000000, LENGTH_MM}, {297000000, LENGTH_MM}},
        [PAGE_A5] = {{148000000, LENGTH_MM}, {210000000, LENGTH_MM}},
        [PAGE_US_LETTER] = {{8500000, LENGTH_IN}, {11000000, LENGTH_IN}},
        [PAGE_US_EXECUTIVE] = {{7250000, LENGTH_IN}, {10500000, LENGTH_IN}},
    };

    *width = length_to_sp(sizes[size].width, 0);
    *height = length_to_sp(sizes[size].height, 0);
}
