// SPDX-License-Identifier: MIT
// The text of an event: in it are marks of addresses and citations, between
// these of formulas, then of styles, then names of values.
#include "compose/citation.h"
#include "compose/inline_formula.h"
#include "compose/markup_builder.h"
#include "compose/template.h"

// A message is put at its formula among so many of a text.
#define FORMULAS_MAX 1000

// Adds a value; before is what the template has before its name.
static void add_value(struct markup_builder *b, const struct value *value,
                      struct str before)
{
    struct str text = inline_unbracket(value->text.str, before);
    struct markup_builder inner = *b;

    if (value->special != SPAN_TEXT) {
        struct span span = {.kind = value->special,
                            .text = value->text.str,
                            .level = value->level,
                            .style = markup_style(b),
                            .language = b->language,
                            .pos = b->pos};

        markup_flush(b);
        vec_push(b->context->arena, b->spans, span);
        b->letters.previous = '0';
        return;
    }
    markup_flush(b);
    inner.pending = (struct buf){.arena = b->context->arena};
    inner.values = NULL;
    typographer_enter(&inner.letters);
    inner.depth++;
    if (value->text.pos.source)
        inner.pos = value->text.pos;
    if (value->url.len > 0)
        inner.url = value->url;
    if (!value->verbatim)
        inner.language = b->context->language;
    if (value->verbatim)
        markup_add_literal(&inner, text, true);
    else
        markup_parse(&inner, text);
    markup_flush(&inner);
    b->letters.previous = inner.letters.previous;
}

// Adds a template's text. Its full stop behind a value that ends with one, or
// with another mark of an ended sentence, is left out.
static void add_between(struct markup_builder *b, struct str s)
{
    bool ended = b->after_value &&
                 (b->letters.previous == '.' || b->letters.previous == '?' ||
                  b->letters.previous == '!');

    if (ended && str_starts(s, STR(".")) && !str_starts(s, STR("..")))
        s = str_slice(s, 1, s.len);
    if (s.len > 0)
        b->after_value = false;
    markup_add_literal(b, s, false);
}

// Adds text in which values' names are replaced.
static void add_words(struct markup_builder *b, struct str s)
{
    size_t done = 0;
    size_t offset = 0;

    if (!b->values) {
        markup_add_literal(b, s, false);
        return;
    }
    for (;;) {
        struct str word = placeholder_next(s, &offset);
        const struct value *value = value_lookup(b->values, word);

        if (word.len == 0)
            break;
        if (!value)
            continue;
        add_between(b, str_slice(s, done, (size_t)(word.ptr - s.ptr)));
        add_value(b, value, str_slice(s, 0, (size_t)(word.ptr - s.ptr)));
        b->after_value = true;
        done = offset;
    }
    add_between(b, str_slice(s, done, s.len));
}

static void add_logo(struct markup_builder *b, struct str name)
{
    // As in plain LaTeX's own outlines.
    buf_add(&b->pending, str_eq_cstr(name, "LaTeXe") ? STR("LaTeX2e") : name);
    markup_flush(b);
    b->spans->ptr[b->spans->len - 1].logo = true;
    b->letters.previous = 'X';
}

static void apply_attributes(struct markup_builder *b,
                             const struct inline_mark *mark)
{
    struct str *outer = &b->outer_languages[mark->partner];
    int step = mark->opens ? 1 : -1;

    b->opened[MARK_UNDERLINE] += mark->underline ? step : 0;
    b->bold += mark->bold ? step : 0;
    b->small_caps += mark->small_caps ? step : 0;
    if (mark->language.len == 0)
        return;
    if (mark->opens) {
        // Known, though it may be empty.
        *outer = b->language.len > 0 ? b->language : STR("");
        b->language = mark->language;
    } else if (outer->ptr) {
        b->language = *outer;
    }
}

static void apply_mark(struct markup_builder *b, const struct inline_mark *mark)
{
    markup_flush(b);
    if (mark->kind == MARK_LOGO)
        add_logo(b, mark->source);
    else if (mark->kind == MARK_ATTRIBUTES)
        apply_attributes(b, mark);
    else
        b->opened[mark->kind] += mark->opens ? 1 : -1;
}

// Adds text with tokens of marks in it.
static void add_text(struct markup_builder *b, struct str s)
{
    if (b->code) {
        markup_add_literal(b, inline_unmark(b->context->arena, s, &b->marks),
                           true);
        return;
    }
    while (s.len > 0) {
        struct str part;
        const struct inline_mark *mark = inline_next_mark(&s, &b->marks, &part);

        if (mark)
            apply_mark(b, mark);
        else
            add_words(b, part);
    }
}

// How many formulas before this one of the list are written as it is. It is
// for places in messages, which are not looked for so far into a text.
static size_t count_before(const struct str_list *formulas,
                           const struct str *formula)
{
    size_t count = 0;

    if (formula - formulas->ptr > FORMULAS_MAX)
        return 0;
    for (const struct str *f = formulas->ptr; f < formula; f++)
        count += str_eq(*f, *formula);
    return count;
}

static void add_formula(struct markup_builder *b, const struct str *formula)
{
    struct str source = *formula;
    struct span span = {.kind = SPAN_FORMULA,
                        .text = source,
                        .style = markup_style(b),
                        .url = b->url,
                        .language = b->language,
                        .pos = b->pos};

    markup_flush(b);
    span.formula = formula_parse(b->context->arena, b->context->diags, source,
                                 count_before(&b->formulas, formula), b->pos);
    span.label = span.formula->linear;
    vec_push(b->context->arena, b->spans, span);
    b->letters.previous = '0'; // a quotation mark behind it closes
}

// Adds text with marks of formulas in it.
static void add_marked(struct markup_builder *b, struct str s)
{
    while (s.len > 0) {
        struct str part;
        const struct str *formula =
            inline_next_formula(&s, &b->formulas, &part);

        if (formula)
            add_formula(b, formula);
        else
            add_text(b, part);
    }
}

static void add_citation(struct markup_builder *b, struct str text)
{
    struct span like = {.style = markup_style(b),
                        .url = b->url,
                        .language = b->language,
                        .pos = b->pos};

    markup_flush(b);
    citation_append(b->context, text, &like, b->spans);
    b->letters.previous = ')'; // it is closed as if in brackets
}

static void add_autolink(struct markup_builder *b, const struct autolink *link)
{
    if (b->code) {
        markup_add_literal(b, link->text, true);
        return;
    }
    if (link->url.len == 0) {
        add_citation(b, link->text);
        return;
    }
    markup_flush(b);
    markup_open_link(b, link->url);
    markup_add_literal(b, link->text, true);
    markup_flush(b);
    markup_close_link(b);
}

void markup_add_text(struct markup_builder *b, struct str s)
{
    while (s.len > 0) {
        struct str part;
        const struct autolink *link = inline_next(&s, &b->links, &part);

        if (link)
            add_autolink(b, link);
        else
            add_marked(b, part);
    }
}
