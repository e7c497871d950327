// SPDX-License-Identifier: MIT
// Spans of a text with markup: what inline Markdown is not is marked in it
// first, and found again in the texts of its events.
#include "compose/markup.h"

#include "compose/cache.h"
#include "compose/citation_check.h"
#include "compose/inline.h"
#include "compose/inline_formula.h"
#include "compose/inline_marks.h"
#include "compose/markdown.h"
#include "compose/markup_builder.h"

// Values hold no placeholders that matter; this ends any recursion.
#define MAX_DEPTH 4

static void begin(struct markup_builder *b, const struct markdown_event *event)
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
        markup_open_link(
            b, inline_unmark(b->context->arena, event->text, &b->marks));
        break;
    default:
        break;
    }
}

static void end(struct markup_builder *b, enum markdown_kind kind)
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
        markup_close_link(b);
        break;
    default:
        break;
    }
}

static void add_event(struct markup_builder *b,
                      const struct markdown_event *event)
{
    if (event->kind == MARKDOWN_TEXT) {
        markup_add_text(b, event->text);
        return;
    }
    markup_flush(b);
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

void markup_parse(struct markup_builder *b, struct str s)
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
    struct markup_builder b = {
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

    markup_parse(&b, text.str);
    markup_flush(&b);
    for (size_t i = 0; body && i < words->len; i++)
        spans_embolden(context->arena, spans, first,
                       keyword_shown(context, words->ptr[i].str));
}
