// SPDX-License-Identifier: MIT
// Spans of a text with markup: what inline Markdown is not is marked in it
// first, and found again in the texts of its events.
#include "compose/markup.h"

#include "base/superscript.h"
#include "compose/cache.h"
#include "compose/citation.h"
#include "compose/citation_check.h"
#include "compose/inline.h"
#include "compose/inline_formula.h"
#include "compose/inline_marks.h"
#include "compose/markdown.h"
#include "compose/template.h"
#include "compose/typographer.h"

#define CODE_FAMILY STR("DejaVu Sans Mono")
// Monospaced letters look larger than their size.
#define CODE_SIZE_PERCENT 85
#define LINK_ICON_PERCENT 65
// Values hold no placeholders that matter; this ends any recursion.
#define MAX_DEPTH 4
// A message is put at its formula among so many of a text.
#define FORMULAS_MAX 1000

struct builder {
    const struct context *context;
    struct pos pos;
    struct text_style style;
    struct str url;
    struct str language;
    int bold;                    // nesting of **
    int italic;                  // nesting of *
    int opened[MARK_ATTRIBUTES]; // nesting of marks by their kind
    int small_caps;              // likewise
    bool code;
    bool body;        // bare addresses become links
    bool after_value; // of a placeholder
    const struct value_list *values;
    struct span_list *spans;
    struct buf pending;         // text of the span being built
    struct typographer letters; // what stands before the pending text
    int depth;
    struct autolink_list links;    // that the text being parsed has marks for
    int nested;                    // links within a link
    struct inline_mark_list marks; // that the text being parsed has tokens for
    struct str *outer_languages;   // around each of the marks
    struct str_list formulas;      // likewise, in TeX's notation
};

static struct text_style current_style(const struct builder *b)
{
    struct text_style style = b->style;
    const struct design *design = b->context->design;

    if (b->bold > 0)
        style.weight = 700;
    if (b->italic % 2 == 1)
        style.italic = !style.italic;
    if (b->url.len > 0) {
        style.colour = design->colors.links;
        style.underline = design->links.underline;
    }
    style.underline = style.underline || b->opened[MARK_UNDERLINE] > 0;
    style.strike = style.strike || b->opened[MARK_STRIKE] > 0;
    if (b->small_caps > 0 && !style.small_caps)
        style.small_caps = style.small_caps_marked = true;
    if (b->opened[MARK_SUPERSCRIPT] > 0)
        style.script = SCRIPT_SUPER;
    else if (b->opened[MARK_SUBSCRIPT] > 0)
        style.script = SCRIPT_SUB;
    if (b->code) {
        style.code = true;
        style.family = CODE_FAMILY;
        style.size = style.size * CODE_SIZE_PERCENT / 100;
    }
    return style;
}

static void flush(struct builder *b)
{
    struct str text = str_copy(b->context->arena, buf_str(&b->pending));
    struct span span = {
        .kind = SPAN_TEXT,
        .text = text,
        .style = current_style(b),
        .url = b->url,
        .language = b->language,
        .pos = b->pos,
    };

    if (span.style.script == SCRIPT_SUPER)
        span.text = superscript_from(b->context->arena, text);
    if (b->pending.len > 0)
        vec_push(b->context->arena, b->spans, span);
    b->pending.len = 0;
}

// Adds text as it stands.
static void add_literal(struct builder *b, struct str s, bool verbatim)
{
    typographer_add(&b->letters, s, verbatim, &b->pending);
}

static void parse(struct builder *b, struct str s);

// Adds a value; before is what the template has before its name.
static void add_value(struct builder *b, const struct value *value,
                      struct str before)
{
    struct str text = inline_unbracket(value->text.str, before);
    struct builder inner = *b;

    if (value->special != SPAN_TEXT) {
        struct span span = {.kind = value->special,
                            .text = value->text.str,
                            .level = value->level,
                            .style = current_style(b),
                            .language = b->language,
                            .pos = b->pos};

        flush(b);
        vec_push(b->context->arena, b->spans, span);
        b->letters.previous = '0';
        return;
    }
    flush(b);
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
        add_literal(&inner, text, true);
    else
        parse(&inner, text);
    flush(&inner);
    b->letters.previous = inner.letters.previous;
}

// Adds a template's text. Its full stop behind a value that ends with one, or
// with another mark of an ended sentence, is left out.
static void add_between(struct builder *b, struct str s)
{
    bool ended = b->after_value &&
                 (b->letters.previous == '.' || b->letters.previous == '?' ||
                  b->letters.previous == '!');

    if (ended && str_starts(s, STR(".")) && !str_starts(s, STR("..")))
        s = str_slice(s, 1, s.len);
    if (s.len > 0)
        b->after_value = false;
    add_literal(b, s, false);
}

// Adds text in which values' names are replaced.
static void add_words(struct builder *b, struct str s)
{
    size_t done = 0;
    size_t offset = 0;

    if (!b->values) {
        add_literal(b, s, false);
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

static void add_logo(struct builder *b, struct str name)
{
    // As in plain LaTeX's own outlines.
    buf_add(&b->pending, str_eq_cstr(name, "LaTeXe") ? STR("LaTeX2e") : name);
    flush(b);
    b->spans->ptr[b->spans->len - 1].logo = true;
    b->letters.previous = 'X';
}

static void apply_attributes(struct builder *b, const struct inline_mark *mark)
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

static void apply_mark(struct builder *b, const struct inline_mark *mark)
{
    flush(b);
    if (mark->kind == MARK_LOGO)
        add_logo(b, mark->source);
    else if (mark->kind == MARK_ATTRIBUTES)
        apply_attributes(b, mark);
    else
        b->opened[mark->kind] += mark->opens ? 1 : -1;
}

// Adds text with tokens of marks in it.
static void add_text(struct builder *b, struct str s)
{
    if (b->code) {
        add_literal(b, inline_unmark(b->context->arena, s, &b->marks), true);
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

static void add_formula(struct builder *b, const struct str *formula)
{
    struct str source = *formula;
    struct span span = {.kind = SPAN_FORMULA,
                        .text = source,
                        .style = current_style(b),
                        .url = b->url,
                        .language = b->language,
                        .pos = b->pos};

    flush(b);
    span.formula = formula_parse(b->context->arena, b->context->diags, source,
                                 count_before(&b->formulas, formula), b->pos);
    span.label = span.formula->linear;
    vec_push(b->context->arena, b->spans, span);
    b->letters.previous = '0'; // a quotation mark behind it closes
}

// Adds text with marks of formulas in it.
static void add_marked(struct builder *b, struct str s)
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

// Begins a link; within another one, that one's address stays.
static void open_link(struct builder *b, struct str url)
{
    if (b->url.len > 0)
        b->nested++;
    else
        b->url = url;
}

static void close_link(struct builder *b);

static void add_citation(struct builder *b, struct str text)
{
    struct span like = {.style = current_style(b),
                        .url = b->url,
                        .language = b->language,
                        .pos = b->pos};

    flush(b);
    citation_append(b->context, text, &like, b->spans);
    b->letters.previous = ')'; // it is closed as if in brackets
}

static void add_autolink(struct builder *b, const struct autolink *link)
{
    if (b->code) {
        add_literal(b, link->text, true);
        return;
    }
    if (link->url.len == 0) {
        add_citation(b, link->text);
        return;
    }
    flush(b);
    open_link(b, link->url);
    add_literal(b, link->text, true);
    flush(b);
    close_link(b);
}

static void add_link_icon(struct builder *b)
{
    struct text_style style = current_style(b);
    struct span space = {.kind = SPAN_SPACE,
                         .width = style.size / 4,
                         .style = style,
                         .url = b->url,
                         .language = b->language,
                         .pos = b->pos};
    struct span icon = {.kind = SPAN_ICON,
                        .text = STR("external-link"),
                        .label = STR("external link"),
                        .style = style,
                        .url = b->url,
                        .language = b->language,
                        .pos = b->pos};

    icon.style.size = style.size * LINK_ICON_PERCENT / 100;
    icon.raise = style.size / 10;
    vec_push(b->context->arena, b->spans, space);
    vec_push(b->context->arena, b->spans, icon);
}

static void close_link(struct builder *b)
{
    if (b->nested > 0) {
        b->nested--;
        return;
    }
    if (b->url.len > 0 && b->context->design->links.show_external_link_icon)
        add_link_icon(b);
    b->url = (struct str){"", 0};
}

// Adds text with marks of addresses and citations in it.
static void add_linked(struct builder *b, struct str s)
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

static void begin(struct builder *b, const struct markdown_event *event)
{
    switch (event->kind) {
    case MARKDOWN_STRONG:
        b->bold++;
        break;
    case MARKDOWN_EMPHASIS:
        b->italic++;
        break;
    case MARKDOWN_CODE:
        b->code = true;
        break;
    case MARKDOWN_LINK:
        open_link(b, inline_unmark(b->context->arena, event->text, &b->marks));
        break;
    default:
        break;
    }
}

static void end(struct builder *b, enum markdown_kind kind)
{
    switch (kind) {
    case MARKDOWN_STRONG:
        b->bold--;
        break;
    case MARKDOWN_EMPHASIS:
        b->italic--;
        break;
    case MARKDOWN_CODE:
        b->code = false;
        break;
    case MARKDOWN_LINK:
        close_link(b);
        break;
    default:
        break;
    }
}

static void add_event(struct builder *b, const struct markdown_event *event)
{
    if (event->kind == MARKDOWN_TEXT) {
        add_linked(b, event->text);
        return;
    }
    flush(b);
    if (event->ends)
        end(b, event->kind);
    else
        begin(b, event);
}

// A text whose styles are known.
struct read_text {
    struct inline_mark_list marks;
    struct markdown_events events;
};

static struct read_text read_text(struct arena *arena, struct str s)
{
    struct read_text text = {0};

    s = inline_mark_styles(arena, s, &text.marks);
    s = inline_protect_stars(arena, s);
    if (markdown_is_plain(s))
        vec_push(arena, &text.events,
                 (struct markdown_event){MARKDOWN_TEXT, false, s});
    else
        text.events = markdown_read(arena, s);
    return text;
}

// Lines of templates are few, and each is read once.
static struct read_text read_line(const struct context *context, struct str s)
{
    struct read_text *known;

    if (!context->cache)
        return read_text(context->arena, s);
    known = str_map_lookup(&context->cache->lines, s);
    if (!known) {
        known = arena_new_of(context->arena, struct read_text);
        *known = read_text(context->arena, s);
        str_map_add(context->arena, &context->cache->lines, s, known);
    }
    return *known;
}

static void parse(struct builder *b, struct str s)
{
    struct arena *arena = b->context->arena;
    struct read_text text;

    if (b->depth > MAX_DEPTH || s.len == 0)
        return;
    b->formulas = (struct str_list){0};
    b->links = (struct autolink_list){0};
    // A template's own text has placeholders, which are no addresses yet.
    if (b->values) {
        text = read_line(b->context, s);
    } else {
        s = inline_mark_formulas(b->context, (struct text){s, b->pos},
                                 &b->formulas);
        if (b->context->references) {
            citations_check(b->context, (struct text){s, b->pos});
            s = inline_mark_citations(arena, s, &b->links);
        }
        if (b->body)
            s = inline_mark_links(arena, s, &b->links);
        text = read_text(arena, s);
    }
    b->marks = text.marks;
    b->outer_languages = arena_array_of(arena, b->marks.len, struct str);
    for (size_t i = 0; i < text.events.len; i++)
        add_event(b, &text.events.ptr[i]);
}

// A keyword as texts show it: with typographic quotes and dashes.
static struct str keyword_shown(const struct context *context,
                                struct str keyword)
{
    struct typographer letters = {.locale = context->locale};
    struct buf shown = {.arena = context->arena};

    typographer_add(&letters, keyword, false, &shown);
    return buf_str(&shown);
}

void markup_append(const struct context *context, struct text text,
                   struct text_style style, const struct value_list *values,
                   bool body, struct span_list *spans)
{
    const struct text_list *words = &context->settings->bold_keywords;
    size_t first = spans->len;
    struct builder b = {
        .context = context,
        .letters = {.locale = context->locale},
        .pos = text.pos,
        .style = style,
        .url = {"", 0},
        // A template's own words are the locale's.
        .language = values ? (struct str){"", 0} : context->language,
        .body = body,
        .values = values,
        .spans = spans,
        .pending = {.arena = context->arena},
    };

    parse(&b, text.str);
    flush(&b);
    for (size_t i = 0; body && i < words->len; i++)
        spans_embolden(context->arena, spans, first,
                       keyword_shown(context, words->ptr[i].str));
}
