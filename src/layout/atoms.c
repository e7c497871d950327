// SPDX-License-Identifier: MIT
// Cutting and measuring. Words are shaped alone, so that the store's cache
// knows them again in other places and documents.
#include "layout/atoms.h"

#include "base/utf8.h"
#include "layout/level.h"
#include "layout/logo.h"
#include "layout/script.h"
#include "layout/span_font.h"
#include "layout/tex_words.h"
#include "text/linebreak.h"

// TeX's \exhyphenpenalty: for a break behind a hyphen that is there anyway.
#define EXPLICIT_HYPHEN_PENALTY 50
// Breaks inside addresses: only when whole words will not do.
#define ADDRESS_PENALTY 1000
// A longer word with a slash or colon in it is taken for an address.
#define ADDRESS_MIN 16
// Two figures, a slash and two figures.
#define FRACTION_LENGTH_MAX 5

#define NO_BREAK_SPACE 0xA0
#define EN_DASH 0x2013
#define EM_DASH 0x2014

struct cutter {
    struct layout_context *context;
    const struct para *para;
    struct atom_list *atoms;
    struct span_font_memo font;
    bool tex;         // TeX's rules instead of a CV's
    int space_factor; // of the next space, by these
    bool address;     // the word being cut is one
};

// "1/2", "11/16": two numbers of one or two digits; not dates or seasons.
static bool is_fraction(struct str text)
{
    size_t slash;

    if (text.len > FRACTION_LENGTH_MAX)
        return false;
    slash = str_find_char(text, '/', 0);
    if (slash == SIZE_MAX || slash == 0 || slash > 2 ||
        text.len - slash - 1 > 2 || text.len - slash < 2)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (i != slash && !ascii_is_digit(text.ptr[i]))
            return false;
    return true;
}

// Two capitals at least and no small letter: hyphens and brackets beside
// them are better a little higher.
static bool is_capitals(struct str text)
{
    size_t capitals = 0;

    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);

        if (rune_upper(rune) != rune)
            return false;
        if (rune_lower(rune) != rune)
            capitals++;
    }
    return capitals >= 2;
}

const struct shape *span_font_shape(const struct layout_context *context,
                                    const struct span_font *font,
                                    const struct span *span, struct str text)
{
    if (span->style.fractions && is_fraction(text)) {
        struct shape_style style = font->style;

        style.features |= SHAPE_FRACTIONS;
        return shape_text(context->fonts, &style, text);
    }
    if (!span->style.code && is_capitals(text))
        return shape_in_face(context->fonts, &font->capitals, text);
    return shape_in_face(context->fonts, &font->face, text);
}

const struct shape *span_shape(const struct layout_context *context,
                               const struct span *span, struct str text)
{
    return span_font_shape(context, span_font_of(context, span), span, text);
}

sp space_width(const struct layout_context *context, const struct span *span)
{
    return span_font_of(context, span)->space_width;
}

// Returns the new atom, or NULL if there is no text for one.
static struct atom *push_word(struct cutter *c, const struct span *span,
                              struct str text, bool breaks, int penalty)
{
    struct atom atom = {.kind = ATOM_WORD,
                        .span = span,
                        .text = text,
                        .breaks_after = breaks,
                        .penalty = penalty,
                        .address = c->address};

    if (text.len == 0)
        return NULL;
    atom.shape = span_font_shape(
        c->context, span_font_next(c->context, &c->font, span), span, text);
    atom.width = shape_width(atom.shape, span->style.size);
    if (span_is_raised(span))
        script_name(c->context, &atom);
    vec_push(c->context->scratch, c->atoms, atom);
    return &c->atoms->ptr[c->atoms->len - 1];
}

static bool is_address(const struct span *span, struct str word)
{
    if (word.len < ADDRESS_MIN)
        return false;
    return str_find(word, STR("/"), 0) != SIZE_MAX ||
           str_find(word, STR("@"), 0) != SIZE_MAX ||
           (span->url.len > 0 && str_find(word, STR("."), 0) != SIZE_MAX);
}

static bool is_address_point(uint32_t rune)
{
    return rune == '/' || rune == '.' || rune == '@' || rune == '?' ||
           rune == '&' || rune == '=' || rune == '_' || rune == '-' ||
           rune == '#';
}

// A line may end behind a hyphen or dash between letters, two of them at
// least on either side; not in numbers and ranges.
static bool is_hyphen_point(struct str word, size_t after, uint32_t rune,
                            size_t letters)
{
    size_t following = 0;

    if ((rune != '-' && rune != EN_DASH && rune != EM_DASH) || letters < 2)
        return false;
    for (size_t offset = after; offset < word.len && following < 2;
         following++) {
        uint32_t next = utf8_next(word, &offset);

        if (!rune_is_word(next) || (next >= '0' && next <= '9'))
            return false;
    }
    return following == 2;
}

static void cut_tex_word(struct cutter *c, const struct span *span,
                         struct str word)
{
    struct tex_parts parts = {0};

    tex_word_cut(c->context->scratch, word, &parts);
    for (size_t i = 0; i < parts.len; i++) {
        const struct tex_part *part = &parts.ptr[i];
        struct atom *atom = push_word(c, span, part->text, part->breaks_after,
                                      EXPLICIT_HYPHEN_PENALTY);

        if (!atom)
            continue;
        atom->divide_from = part->divide_from;
        atom->divide_to = part->divide_to;
    }
    c->space_factor = tex_space_factor(word, c->space_factor);
}

// Ideographs, kana and hangul: lines may end between them (UAX #14).
static bool is_east_asian(struct str word)
{
    for (size_t offset = 0; offset < word.len;) {
        uint32_t rune = utf8_next(word, &offset);

        if ((rune >= 0x2E80 && rune <= 0x9FFF) ||
            (rune >= 0xAC00 && rune <= 0xD7AF) ||
            (rune >= 0xF900 && rune <= 0xFAFF) ||
            (rune >= 0xFF00 && rune <= 0xFFEF) ||
            (rune >= 0x20000 && rune <= 0x3FFFF))
            return true;
    }
    return false;
}

static void cut_east_asian(struct cutter *c, const struct span *span,
                           struct str word)
{
    unsigned char *ends = arena_alloc(c->context->scratch, word.len + 1);
    const struct language *language = span_language(c->context, span);
    size_t start = 0;

    line_ends(c->context->scratch, word,
              language ? language_name(language) : NULL, ends);
    for (size_t i = 1; i < word.len; i++) {
        if (ends[i] == LINE_END_PROHIBITED)
            continue;
        push_word(c, span, str_slice(word, start, i), true, 0);
        start = i;
    }
    push_word(c, span, str_slice(word, start, word.len), false, 0);
}

// Whether a line may end in a word that is no address: without hyphens,
// dashes and what is in Unicode behind them it may not.
static bool is_whole(struct str word)
{
    // The first byte of U+2000 and all behind it.
    const unsigned char general_punctuation = 0xE2;

    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] == '-' ||
            (unsigned char)word.ptr[i] >= general_punctuation)
            return false;
    return true;
}

static void cut_word(struct cutter *c, const struct span *span, struct str word)
{
    bool address = is_address(span, word);
    size_t start = 0;
    size_t letters = 0;

    if (!address && is_whole(word)) {
        push_word(c, span, word, false, 0);
        return;
    }
    if (is_east_asian(word)) {
        cut_east_asian(c, span, word);
        return;
    }
    c->address = address;
    for (size_t offset = 0; offset < word.len;) {
        uint32_t rune = utf8_next(word, &offset);
        bool point = address ? is_address_point(rune) && offset < word.len &&
                                   offset - start > 2 && word.len - offset > 2
                             : is_hyphen_point(word, offset, rune, letters);

        letters = rune_is_word(rune) && !(rune >= '0' && rune <= '9')
                      ? letters + 1
                      : 0;
        if (!point || span->style.code || c->para->unbreakable_spaces)
            continue;
        push_word(c, span, str_slice(word, start, offset), true,
                  address ? ADDRESS_PENALTY : EXPLICIT_HYPHEN_PENALTY);
        start = offset;
    }
    push_word(c, span, str_slice(word, start, word.len), false, 0);
    c->address = false;
}

static bool ends_with_space(const struct atom_list *atoms)
{
    enum atom_kind last;

    if (atoms->len == 0)
        return true;
    last = atoms->ptr[atoms->len - 1].kind;
    return last == ATOM_SPACE || last == ATOM_BREAK || last == ATOM_SEPARATOR;
}

static void push_space(struct cutter *c, const struct span *span,
                       bool unbreakable)
{
    struct atom atom = {
        .kind = ATOM_SPACE,
        .span = span,
        .text = STR(" "),
        .width = span_font_next(c->context, &c->font, span)->space_width,
        .space_factor = c->space_factor,
        .unbreakable = unbreakable || c->para->unbreakable_spaces};

    if (!ends_with_space(c->atoms))
        vec_push(c->context->scratch, c->atoms, atom);
}

static void cut_text(struct cutter *c, const struct span *span, struct str text)
{
    void (*cut)(struct cutter *, const struct span *, struct str) =
        c->tex && !span->style.code ? cut_tex_word : cut_word;
    size_t start = 0;

    for (size_t offset = 0; offset < text.len;) {
        size_t at = offset;
        uint32_t rune = utf8_next(text, &offset);

        if (rune != ' ' && rune != NO_BREAK_SPACE)
            continue;
        cut(c, span, str_slice(text, start, at));
        push_space(c, span, rune == NO_BREAK_SPACE);
        start = offset;
    }
    cut(c, span, str_slice(text, start, text.len));
}

static void push_icon(struct cutter *c, const struct span *span)
{
    struct layout_context *context = c->context;
    struct atom atom = {.kind = ATOM_ICON, .span = span};

    atom.outline = icon_lookup(context->fonts, span->text);
    if (!atom.outline) {
        struct str near = icon_suggest(context->fonts, span->text);

        diag_warning(context->diags, span->pos,
                     near.len > 0
                         ? str_format(context->arena, "did you mean '%.*s'?",
                                      STR_ARG(near))
                         : near,
                     "there is no icon '%.*s'", STR_ARG(span->text));
        return;
    }
    atom.width = sp_mul_div(span->style.size, atom.outline->advance,
                            atom.outline->units_per_em);
    if (span->width > atom.width)
        atom.width = span->width;
    vec_push(context->scratch, c->atoms, atom);
}

static void push_level(struct cutter *c, const struct span *span)
{
    struct atom atom = {.kind = ATOM_ICON,
                        .span = span,
                        .text = span->text,
                        .width = level_width(c->context, span)};

    vec_push(c->context->scratch, c->atoms, atom);
}

static void push_separator(struct cutter *c, const struct span *span)
{
    struct atom atom = {.kind = ATOM_SEPARATOR,
                        .span = span,
                        .text = span->text,
                        .width = span->width};

    if (span->text.len > 0) {
        atom.shape = span_shape(c->context, span, span->text);
        atom.width += shape_width(atom.shape, span->style.size);
    }
    vec_push(c->context->scratch, c->atoms, atom);
}

static void push_plain(struct cutter *c, enum atom_kind kind,
                       const struct span *span)
{
    struct atom atom = {.kind = kind, .span = span, .width = span->width};

    // Blanks at a line's end are nothing.
    while (kind == ATOM_BREAK && c->atoms->len > 0 &&
           c->atoms->ptr[c->atoms->len - 1].kind == ATOM_SPACE)
        c->atoms->len--;
    vec_push(c->context->scratch, c->atoms, atom);
}

static void push_number(struct cutter *c, const struct span *span,
                        size_t number)
{
    struct arena *arena = c->context->arena;
    struct str digits = str_format(arena, "%zu", number);

    push_word(c, span, utf8_digits(arena, digits, c->context->zero), false, 0);
}

// The design's typefaces are checked once (layout.c); only here is it known
// where a text asks for small capitals.
static void check_small_caps(const struct cutter *c, const struct span *span)
{
    struct font_query query = shape_style_of(c->context, span).query;
    enum font_match match;
    const struct font *font =
        font_store_lookup(c->context->fonts, query, &match);

    if (font && !font_store_small_caps(c->context->fonts, query))
        diag_warning(c->context->diags, span->pos, (struct str){"", 0},
                     "the font %.*s has no small capitals; lower-case "
                     "letters stay as they are",
                     STR_ARG(font_family_name(font)));
}

static void cut_text_span(struct cutter *c, const struct span *span)
{
    if (span->style.small_caps_marked)
        check_small_caps(c, span);
    if (span->style.script != SCRIPT_NONE)
        span = script_span(c->context, span);
    if (span->logo) {
        logo_push(c->context, span, c->atoms);
        c->space_factor = TEX_SPACE_FACTOR;
    } else {
        cut_text(c, span, span->text);
    }
}

static void push_formula(struct cutter *c, const struct span *span)
{
    struct formula_parts parts =
        formula_set(c->context, span, c->para->unbreakable_spaces);

    if (parts.len == 0)
        cut_text(c, span, span->label);
    for (size_t i = 0; i < parts.len; i++) {
        const struct formula_part *part = &parts.ptr[i];
        struct atom atom = {.kind = ATOM_FORMULA,
                            .span = span,
                            .text = span->label,
                            .formula = part,
                            .width = part->box.width};
        struct atom space = {.kind = ATOM_FORMULA_SPACE,
                             .span = span,
                             .width = part->space,
                             .blank = part->blank,
                             .penalty = part->penalty};

        vec_push(c->context->scratch, c->atoms, atom);
        if (i + 1 < parts.len)
            vec_push(c->context->scratch, c->atoms, space);
    }
    c->space_factor = TEX_SPACE_FACTOR;
}

static void cut_span(struct cutter *c, const struct span *span)
{
    switch (span->kind) {
    case SPAN_TEXT:
        cut_text_span(c, span);
        break;
    case SPAN_BREAK:
        push_plain(c, ATOM_BREAK, span);
        break;
    case SPAN_SPACE:
        push_plain(c, ATOM_KERN, span);
        break;
    case SPAN_ICON:
        push_icon(c, span);
        break;
    case SPAN_SEPARATOR:
        push_separator(c, span);
        break;
    case SPAN_PAGE_NUMBER:
        push_number(c, span, c->context->page_number);
        break;
    case SPAN_TOTAL_PAGES:
        push_number(c, span, c->context->total_pages);
        break;
    case SPAN_LEVEL:
        push_level(c, span);
        break;
    case SPAN_FORMULA:
        push_formula(c, span);
        break;
    }
}

struct atom_list atoms_new(struct layout_context *context,
                           const struct para *para)
{
    struct atom_list atoms = {0};
    struct cutter c = {.context = context,
                       .para = para,
                       .atoms = &atoms,
                       .tex = para->hyphenation == HYPHENATION_TEX &&
                              !para->unbreakable_spaces,
                       .space_factor = TEX_SPACE_FACTOR};

    for (size_t i = 0; i < para->spans.len; i++)
        cut_span(&c, &para->spans.ptr[i]);
    while (atoms.len > 0 && atoms.ptr[atoms.len - 1].kind == ATOM_SPACE)
        atoms.len--;
    return atoms;
}
