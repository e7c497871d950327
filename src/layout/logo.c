// SPDX-License-Identifier: MIT
// The logos as LaTeX and the packages of their makers define them, in the ems
// of Computer Modern. There a kern is a part of the letter that it overlaps;
// in a face of other proportions it is the same part of its letter, so with
// Latin Modern the logos are TeX's own.
#include "layout/logo.h"

#include "base/utf8.h"
#include "layout/script.h"

#define SMALL_PERCENT 70

enum letter_place {
    ON_BASELINE,
    TOP_ALIGNED, // small, as high as the capitals
    LOWERED,     // by half an x-height
    SMALL_CAP,
    LOWERED_GREEK, // slanted, as a subscript at full size
};

struct logo_letter {
    const char *text;
    enum letter_place place;
    // The kern before it and the width of the letter that it is a part of,
    // in 1/10000 em of Computer Modern; width 0: a part of the em.
    int kern;
    char of;
    int width;
};

#define LETTERS_MAX 8
#define TEX(kern, of, width)                                                   \
    {"T", ON_BASELINE, kern, of, width}, {"E", LOWERED, -1667, 'T', 7222},     \
    {                                                                          \
        "X", ON_BASELINE, -1250, 'E', 6806                                     \
    }
#define LATEX                                                                  \
    {"L", ON_BASELINE, 0, 0, 0}, {"A", TOP_ALIGNED, -3600, 'L', 6250},         \
        TEX(-1500, 'T', 7222)

static const struct logo {
    const char *name;
    struct logo_letter letters[LETTERS_MAX];
} logos[] = {
    {"TeX", {TEX(0, 0, 0)}},
    {"LaTeX", {LATEX}},
    {"LaTeX2e",
     {LATEX,
      {"2", ON_BASELINE, 1500, 0, 10000},
      {"\u03B5", LOWERED_GREEK, 0, 0, 0}}},
    {"BibTeX",
     {{"B", ON_BASELINE, 0, 0, 0},
      {"i", SMALL_CAP, -500, 'B', 7083},
      {"b", SMALL_CAP, -250, 'B', 7083},
      TEX(-800, 'T', 7222)}},
    {"XeTeX",
     {{"X", ON_BASELINE, 0, 0, 0},
      {"\u018E", LOWERED, -1250, 'E', 6806},
      TEX(-1667, 'T', 7222)}},
    {"LuaTeX", {{"Lua", ON_BASELINE, 0, 0, 0}, TEX(0, 0, 0)}},
};

static const struct logo *logo_lookup(struct str name)
{
    for (size_t i = 0; i < sizeof logos / sizeof *logos; i++)
        if (str_eq_cstr(name, logos[i].name))
            return &logos[i];
    return NULL;
}

static const struct font *font_of(const struct layout_context *context,
                                  const struct span *span)
{
    enum font_match match;

    return font_store_lookup(context->fonts,
                             shape_style_of(context, span).query, &match);
}

static sp text_width(const struct layout_context *context,
                     const struct span *span, struct str text)
{
    return shape_width(span_shape(context, span, text), span->style.size);
}

static sp kern_width(const struct layout_context *context,
                     const struct span *span, const struct logo_letter *letter)
{
    sp whole = letter->of
                   ? text_width(context, span, (struct str){&letter->of, 1})
                   : span->style.size;

    return letter->width ? sp_mul_div(whole, letter->kern, letter->width) : 0;
}

static void set_small_cap(struct layout_context *context, struct span *span)
{
    struct font_query query = shape_style_of(context, span).query;

    if (font_store_small_caps(context->fonts, query)) {
        span->style.small_caps = true;
        return;
    }
    span->text = str_ascii_upper(context->scratch, span->text);
    span->style.size = span->style.size * 3 / 4;
}

// Gives the span of one letter its size and height.
static void place_letter(struct layout_context *context, struct span *span,
                         enum letter_place place)
{
    const struct font *font = font_of(context, span);
    sp size = span->style.size;
    sp height = style_cap_height(context, &span->style);

    switch (place) {
    case ON_BASELINE:
        break;
    case TOP_ALIGNED:
        span->style.size = size * SMALL_PERCENT / 100;
        span->raise += height - style_cap_height(context, &span->style);
        break;
    case LOWERED:
        if (!font)
            break;
        span->raise -= font_scale(font, font_metrics(font)->x_height, size) / 2;
        // Where the reversed letter is missing, the plain one will do.
        if (span->text.len > 1 && !font_has_rune(font, 0x18E))
            span->text = STR("E");
        break;
    case SMALL_CAP:
        set_small_cap(context, span);
        break;
    case LOWERED_GREEK:
        span->style.italic = true;
        if (font)
            span->raise -=
                font_scale(font, font_metrics(font)->subscript_drop, size);
        break;
    }
}

// Appends the letter that stands for the given part of the logo's name.
static void push_letter(struct layout_context *context, const struct span *word,
                        const struct logo_letter *letter, struct str reads,
                        struct atom_list *atoms)
{
    struct span *span = arena_new_of(context->scratch, struct span);
    struct atom kern = {.kind = ATOM_KERN, .span = word};
    struct atom atom = {.kind = ATOM_WORD, .span = span};

    *span = *word;
    span->text = str_from_cstr(letter->text);
    place_letter(context, span, letter->place);
    atom.text = span->text;
    atom.actual_text = reads.ptr == word->text.ptr ? word->text : STR("");
    atom.goes_on = true;
    atom.shape = span_shape(context, span, span->text);
    atom.width = shape_width(atom.shape, span->style.size);
    kern.width = kern_width(context, word, letter);
    atom_rename(context, &atom, reads);
    if (kern.width != 0)
        vec_push(context->scratch, atoms, kern);
    vec_push(context->scratch, atoms, atom);
}

void logo_push(struct layout_context *context, const struct span *span,
               struct atom_list *atoms)
{
    const struct logo *logo = logo_lookup(span->text);

    size_t from = 0;

    for (size_t i = 0; logo && i < LETTERS_MAX && logo->letters[i].text; i++) {
        const struct logo_letter *letter = &logo->letters[i];
        // A name has a character of ASCII for each that is drawn.
        size_t to = from + utf8_length(str_from_cstr(letter->text));

        push_letter(context, span, letter, str_slice(span->text, from, to),
                    atoms);
        from = to;
    }
    if (logo)
        atoms->ptr[atoms->len - 1].goes_on = false;
}
