// SPDX-License-Identifier: MIT
// Inline Markdown through md4c (the only file that includes it). A text is
// one paragraph: its line breaks are blanks by now, and a guard character
// in front keeps md4c from seeing a heading, list or quote at its start.
#include "compose/markup.h"

#include "base/superscript.h"
#include "base/utf8.h"
#include "compose/citation.h"
#include "compose/inline.h"
#include "compose/inline_formula.h"
#include "compose/inline_marks.h"
#include "compose/template.h"

#include <md4c.h>
#include <string.h>

// A closing bracket starts no block, and as punctuation it lets emphasis
// open behind it whatever follows (CommonMark 6.2).
#define GUARD ')'
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
    bool single_open; // a single quotation mark is open
    bool double_open; // likewise
    bool quoted;      // a value in a template's quotes: its own are inner ones
    bool body;        // bare addresses become links
    bool guard;       // the guard character is still to come
    bool after_value; // of a placeholder
    const struct value_list *values;
    struct span_list *spans;
    struct buf pending; // text of the span being built
    uint32_t previous;  // last character before pending text; 0 at the start
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

static bool opens_quote(uint32_t previous)
{
    return previous == 0 || previous == ' ' || previous == 0xA0 ||
           previous == '(' || previous == '[' || previous == '{' ||
           previous == 0x2013 || previous == 0x2014 || previous == '/' ||
           previous == 0x201C || previous == 0x2018;
}

// Feet and inches, minutes and seconds: 5'10" and 19" are primes where no
// quotation is open. A lone 5' may be an apostrophe and stays one.
static bool is_prime(const struct builder *b, char mark, char next)
{
    if (b->previous < '0' || b->previous > '9')
        return false;
    return mark == '"' ? !b->double_open
                       : !b->single_open && ascii_is_digit(next);
}

// Straight marks to the locale's: an apostrophe before a digit ('90s) or
// within a word is U+2019 in every language.
static struct str quote_of(struct builder *b, char mark, char next)
{
    const struct locale *locale = b->context->locale;
    bool open = opens_quote(b->previous);

    if (is_prime(b, mark, next))
        return mark == '"' ? STR("\u2033") : STR("\u2032");
    if (mark == '"') {
        b->double_open = open;
        if (b->quoted)
            return open ? locale->single_open : locale->single_close;
        return open ? locale->double_open : locale->double_close;
    }
    if (open && !ascii_is_digit(next)) {
        b->single_open = true;
        return locale->single_open;
    }
    if (!b->single_open || ascii_is_alnum(next))
        return STR("\u2019");
    b->single_open = false;
    return locale->single_close;
}

// Returns how many bytes at s[i] make a typographic character, and adds it.
static size_t add_typographic(struct builder *b, struct str s, size_t i)
{
    struct str rest = str_slice(s, i, s.len);
    char next = rest.len > 1 ? rest.ptr[1] : ' ';
    struct str mark;

    if (rest.ptr[0] == '"' || rest.ptr[0] == '\'') {
        size_t offset = 0;

        mark = quote_of(b, rest.ptr[0], next);
        b->previous = utf8_next(mark, &offset);
        buf_add(&b->pending, mark);
        return 1;
    }
    if (str_starts(rest, STR("---"))) {
        b->previous = 0x2014;
        buf_add_rune(&b->pending, b->previous);
        return 3;
    }
    if (str_starts(rest, STR("--"))) {
        b->previous = 0x2013;
        buf_add_rune(&b->pending, b->previous);
        return 2;
    }
    if (str_starts(rest, STR("..."))) {
        b->previous = 0x2026;
        buf_add_rune(&b->pending, b->previous);
        return 3;
    }
    return 0;
}

// Adds text as it stands; runs of blanks count as one outside code.
static void add_literal(struct builder *b, struct str s, bool verbatim)
{
    for (size_t i = 0; i < s.len;) {
        size_t start = i;
        size_t used = verbatim ? 0 : add_typographic(b, s, i);
        uint32_t rune;

        if (used > 0) {
            i += used;
            continue;
        }
        rune = utf8_next(s, &i);
        if (rune == '\n' || rune == '\t')
            rune = ' ';
        if (rune == ' ' && b->previous == ' ' && !verbatim)
            continue;
        // Opened with the right mark, closed with a straight one. U+201C
        // closes what a low mark opened.
        if (rune == 0x201C || rune == 0x201E || rune == 0xAB)
            b->double_open = rune != 0x201C || !b->double_open;
        else if (rune == 0x201D || rune == 0xBB)
            b->double_open = false;
        if (rune == ' ')
            buf_add_char(&b->pending, ' ');
        else
            buf_add(&b->pending, str_slice(s, start, i));
        b->previous = rune;
    }
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
        b->previous = '0';
        return;
    }
    flush(b);
    inner.pending = (struct buf){.arena = b->context->arena};
    inner.values = NULL;
    inner.quoted = b->double_open;
    inner.double_open = inner.single_open = false;
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
    b->previous = inner.previous;
}

// Adds a template's text. Its full stop behind a value that ends with one, or
// with another mark of an ended sentence, is left out.
static void add_between(struct builder *b, struct str s)
{
    bool ended = b->after_value && (b->previous == '.' || b->previous == '?' ||
                                    b->previous == '!');

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
    b->previous = 'X';
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
    b->previous = '0'; // a quotation mark behind it closes
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
    b->previous = ')'; // it is closed as if in brackets
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

static void enter_link(struct builder *b, const MD_SPAN_A_DETAIL *detail)
{
    struct str target = str_copy(
        b->context->arena, (struct str){detail->href.text, detail->href.size});

    open_link(b, inline_unmark(b->context->arena, target, &b->marks));
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct builder *b = user;

    flush(b);
    if (type == MD_SPAN_STRONG)
        b->bold++;
    else if (type == MD_SPAN_EM)
        b->italic++;
    else if (type == MD_SPAN_CODE)
        b->code = true;
    else if (type == MD_SPAN_A) {
        enter_link(b, detail);
    }
    return 0;
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

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct builder *b = user;

    (void)detail;
    flush(b);
    if (type == MD_SPAN_STRONG)
        b->bold--;
    else if (type == MD_SPAN_EM)
        b->italic--;
    else if (type == MD_SPAN_CODE)
        b->code = false;
    else if (type == MD_SPAN_A)
        close_link(b);
    return 0;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
                   void *user)
{
    struct builder *b = user;
    struct str s = {text, size};

    if (type == MD_TEXT_NULLCHAR)
        return 0;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        s = STR(" ");
    if (b->guard && s.len > 0) {
        s = str_slice(s, 1, s.len);
        b->guard = false;
    }
    while (s.len > 0) {
        struct str part;
        const struct autolink *link = inline_next(&s, &b->links, &part);

        if (link)
            add_autolink(b, link);
        else
            add_marked(b, part);
    }
    return 0;
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    (void)type;
    (void)detail;
    (void)user;
    return 0;
}

static void parse(struct builder *b, struct str s)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = on_block,
        .leave_block = on_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = on_text,
    };
    struct buf guarded = {.arena = b->context->arena};

    if (b->depth > MAX_DEPTH || s.len == 0)
        return;
    b->formulas = (struct str_list){0};
    if (!b->values)
        s = inline_mark_formulas(b->context, (struct text){s, b->pos},
                                 &b->formulas);
    b->links = (struct autolink_list){0};
    if (!b->values && b->context->references)
        s = inline_mark_citations(b->context->arena, s, &b->links);
    // A template's own text has placeholders, which are no addresses yet.
    if (b->body && !b->values)
        s = inline_mark_links(b->context->arena, s, &b->links);
    s = inline_mark_styles(b->context->arena, s, &b->marks);
    b->outer_languages =
        arena_array_of(b->context->arena, b->marks.len, struct str);
    s = inline_protect_stars(b->context->arena, s);
    buf_add_char(&guarded, GUARD);
    for (size_t i = 0; i < s.len; i++)
        buf_add_char(&guarded,
                     s.ptr[i] == '\n' || s.ptr[i] == '\r' ? ' ' : s.ptr[i]);
    b->guard = true;
    // md4c fails only when memory runs out or a callback asks it to stop.
    (void)md_parse(guarded.ptr, (MD_SIZE)guarded.len, &parser, b);
    b->guard = false;
}

// A keyword as texts show it: with typographic quotes and dashes.
static struct str keyword_shown(const struct context *context,
                                struct str keyword)
{
    struct builder b = {.context = context,
                        .pending = {.arena = context->arena}};

    add_literal(&b, keyword, false);
    return buf_str(&b.pending);
}

void markup_append(const struct context *context, struct text text,
                   struct text_style style, const struct value_list *values,
                   bool body, struct span_list *spans)
{
    const struct text_list *words = &context->settings->bold_keywords;
    size_t first = spans->len;
    struct builder b = {
        .context = context,
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
