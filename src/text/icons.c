// SPDX-License-Identifier: MIT
// Icons as outlines: from the font Fork Awesome through HarfBuzz's draw
// calls, or from our own drawings. Each is made once for a store.
#include "text/icons_data.h"
#include "text/store.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

struct pen {
    struct arena *arena;
    struct outline *outline;
};

// No glyph is larger; it also keeps the conversion defined.
#define COORDINATE_MAX 32767.0f

static int32_t to_units(float value)
{
    if (!(value > -COORDINATE_MAX && value < COORDINATE_MAX))
        return 0;
    return (int32_t)(value < 0 ? value - 0.5f : value + 0.5f);
}

static void add_segment(struct pen *pen, enum path_op op, const float xy[6],
                        size_t points)
{
    struct path_segment segment = {.op = op};

    for (size_t i = 0; i < points; i++) {
        segment.x[i] = to_units(xy[2 * i]);
        segment.y[i] = to_units(xy[2 * i + 1]);
    }
    vec_push(pen->arena, &pen->outline->segments, segment);
}

static void draw_move(hb_draw_funcs_t *funcs, void *data,
                      hb_draw_state_t *state, float x, float y, void *user)
{
    const float xy[6] = {x, y};

    (void)funcs;
    (void)state;
    (void)user;
    add_segment(data, PATH_MOVE, xy, 1);
}

static void draw_line(hb_draw_funcs_t *funcs, void *data,
                      hb_draw_state_t *state, float x, float y, void *user)
{
    const float xy[6] = {x, y};

    (void)funcs;
    (void)state;
    (void)user;
    add_segment(data, PATH_LINE, xy, 1);
}

// HarfBuzz sets the number of parameters.
// NOLINTNEXTLINE(readability-function-size)
static void draw_curve(hb_draw_funcs_t *funcs, void *data,
                       hb_draw_state_t *state, float x1, float y1, float x2,
                       float y2, float x3, float y3, void *user)
{
    const float xy[6] = {x1, y1, x2, y2, x3, y3};

    (void)funcs;
    (void)state;
    (void)user;
    add_segment(data, PATH_CURVE, xy, 3);
}

static void draw_close(hb_draw_funcs_t *funcs, void *data,
                       hb_draw_state_t *state, void *user)
{
    const float xy[6] = {0};

    (void)funcs;
    (void)state;
    (void)user;
    add_segment(data, PATH_CLOSE, xy, 0);
}

static void draw_glyph(hb_font_t *font, hb_codepoint_t glyph, struct pen *pen)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();

    hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, draw_curve, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, draw_close, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, pen);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, pen);
#endif
    hb_draw_funcs_destroy(funcs);
}

static int point_count(enum path_op op)
{
    if (op == PATH_CLOSE)
        return 0;
    return op == PATH_CURVE ? 3 : 1;
}

// The box of the points; curves lie within that of their control points.
static void set_bounds(struct outline *outline)
{
    bool first = true;

    for (size_t i = 0; i < outline->segments.len; i++) {
        const struct path_segment *segment = &outline->segments.ptr[i];

        for (int j = 0; j < point_count(segment->op); j++) {
            if (first || segment->y[j] < outline->y_min)
                outline->y_min = segment->y[j];
            if (first || segment->y[j] > outline->y_max)
                outline->y_max = segment->y[j];
            first = false;
        }
    }
}

static const struct outline *outline_from_rune(struct font_store *store,
                                               uint32_t rune)
{
    const struct family *family = family_lookup(STR(ICON_FAMILY));
    struct font_query query = {.family = STR(ICON_FAMILY), .weight = 400};
    enum font_match match;
    const struct font *font =
        family ? font_store_open_family(store, family, query, &match) : NULL;
    hb_codepoint_t glyph;
    struct pen pen = {store->arena, NULL};

    if (!font || !hb_font_get_nominal_glyph(font->hb, rune, &glyph))
        return NULL;
    pen.outline = arena_new_of(store->arena, struct outline);
    pen.outline->units_per_em = font->metrics.units_per_em;
    pen.outline->advance = hb_font_get_glyph_h_advance(font->hb, glyph);
    draw_glyph(font->hb, glyph, &pen);
    set_bounds(pen.outline);
    return pen.outline;
}

static enum path_op op_from_letter(char letter)
{
    switch (letter) {
    case 'M':
        return PATH_MOVE;
    case 'L':
        return PATH_LINE;
    case 'C':
        return PATH_CURVE;
    default:
        return PATH_CLOSE;
    }
}

// The paths are constants of icons_data.c, so they are not checked.
static const struct outline *
outline_from_drawing(struct arena *arena, const struct icon_drawing *drawing)
{
    struct outline *outline = arena_new_of(arena, struct outline);
    const char *at = drawing->path;

    outline->units_per_em = 1000;
    outline->advance = drawing->advance;
    while (*at) {
        struct path_segment segment = {.op = op_from_letter(*at++)};

        for (int i = 0; i < point_count(segment.op); i++) {
            char *end;

            segment.x[i] = (int32_t)strtol(at, &end, 10);
            segment.y[i] = (int32_t)strtol(end, &end, 10);
            at = end;
        }
        vec_push(arena, &outline->segments, segment);
        at += strspn(at, " ");
    }
    set_bounds(outline);
    return outline;
}

enum icon_style {
    ICON_DEFAULT,
    ICON_SOLID,
    ICON_REGULAR,
};

// Takes the words of "fa-solid fa-link" apart: the last that names no style
// is the name.
static struct str parse_name(struct str text, enum icon_style *style)
{
    struct str name = {"", 0};
    struct str rest = str_trim(text);

    *style = ICON_DEFAULT;
    while (rest.ptr) {
        struct str word = str_split(&rest, ' ');

        if (str_eq_cstr(word, "fas") || str_eq_cstr(word, "fa-solid")) {
            *style = ICON_SOLID;
        } else if (str_eq_cstr(word, "far") ||
                   str_eq_cstr(word, "fa-regular")) {
            *style = ICON_REGULAR;
        } else if (!str_eq_cstr(word, "fab") && !str_eq_cstr(word, "fa") &&
                   !str_eq_cstr(word, "fa-brands") && word.len > 0) {
            name = word;
        }
    }
    return str_starts(name, STR("fa-")) ? str_slice(name, 3, name.len) : name;
}

static const struct icon_glyph *glyph_lookup(struct str name)
{
    size_t low = 0;
    size_t high = icon_glyph_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(name, str_from_cstr(icon_glyphs[middle].name));

        if (order == 0)
            return &icon_glyphs[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const struct outline *outline_new(struct font_store *store,
                                         struct str text)
{
    enum icon_style style;
    struct str name = parse_name(text, &style);
    const struct icon_glyph *glyph = glyph_lookup(name);
    bool regular;

    for (size_t i = 0; i < icon_drawing_count; i++)
        if (str_eq_cstr(name, icon_drawings[i].name))
            return outline_from_drawing(store->arena, &icon_drawings[i]);
    if (!glyph)
        return NULL;
    regular = style == ICON_REGULAR ||
              (style == ICON_DEFAULT && glyph->prefer_regular);
    return outline_from_rune(store, regular && glyph->regular ? glyph->regular
                                                              : glyph->solid);
}

const struct outline *icon_lookup(struct font_store *store, struct str name)
{
    struct icon_entry entry;

    for (size_t i = 0; i < store->icons.len; i++)
        if (str_eq(store->icons.ptr[i].name, name))
            return store->icons.ptr[i].outline;
    entry.name = str_copy(store->arena, name);
    entry.outline = outline_new(store, name);
    vec_push(store->arena, &store->icons, entry);
    return entry.outline;
}

struct str icon_suggest(struct font_store *store, struct str name)
{
    size_t count = 0;
    size_t total = icon_glyph_count + icon_drawing_count;
    struct arena_mark mark = arena_mark(store->arena);
    struct str *names = arena_array_of(store->arena, total, struct str);
    enum icon_style style;
    struct str nearest;

    for (size_t i = 0; i < icon_glyph_count; i++)
        names[count++] = str_from_cstr(icon_glyphs[i].name);
    for (size_t i = 0; i < icon_drawing_count; i++)
        names[count++] = str_from_cstr(icon_drawings[i].name);
    nearest = suggest_nearest(parse_name(name, &style), names, count);
    arena_rewind(store->arena, mark);
    return nearest;
}
