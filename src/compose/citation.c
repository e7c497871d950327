// SPDX-License-Identifier: MIT
// A citation shows numbers if all that it names are in a numbered list, and
// authors and years otherwise. Each name or number is a link to its entry;
// the first one of an entry is where its number in the list leads back to.
#include "compose/citation.h"

#include "base/verbatim.h"
#include "compose/citation_check.h"
#include "compose/markup.h"
#include "compose/references.h"

#include <stdlib.h>

// Raised numbers, in percent of the size of the text.
#define RAISED_SIZE_PERCENT 70
#define RAISE_PERCENT 33
// More numbers in a row than these become a range.
#define SINGLE_NUMBERS 2

// One of the references of a citation.
struct cite {
    struct reference *reference;
    struct str suffix; // what is cited of it: "p. 12"
};
VEC_DECLARE(cite_list, struct cite);

// What a citation names.
struct cites {
    struct cite_list list;
    bool dropped; // of something that is left out of this CV
    bool skip;    // that was the last one, to which what follows belongs
};

struct writer {
    const struct context *context;
    const struct span *like;
    struct text_style style; // of this citation
    struct span_list *spans;
};

// Reads "@noether1918, p. 12"; without "@" it belongs to the one before.
static void read_cite(const struct writer *w, struct str part,
                      struct cites *cites)
{
    struct arena *arena = w->context->arena;
    struct cite_list *list = &cites->list;
    struct cite *last =
        list->len > 0 && !cites->skip ? &list->ptr[list->len - 1] : NULL;
    struct cite cite = {0};
    struct str key;
    size_t end;

    if (!str_starts(part, STR("@"))) {
        if (last && part.len > 0)
            last->suffix =
                str_format(arena, "%.*s%s%.*s", STR_ARG(last->suffix),
                           last->suffix.len > 0 ? "; " : "", STR_ARG(part));
        return;
    }
    end = verbatim_key_end(part);
    key = str_slice(part, 1, end);
    cite.reference = references_lookup(w->context->references, key);
    cites->skip = references_are_dropped(w->context->references, key);
    cites->dropped = cites->dropped || cites->skip;
    cite.suffix = str_trim(str_slice(part, end, part.len));
    if (str_starts(cite.suffix, STR(",")))
        cite.suffix = str_trim(str_slice(cite.suffix, 1, cite.suffix.len));
    if (cites->skip)
        return;
    if (!cite.reference) {
        references_report(w->context, key, w->like->pos);
        return;
    }
    citation_check_suffix(w->context, key, cite.suffix, w->like->pos);
    references_cite(w->context->references, cite.reference);
    vec_push(arena, list, cite);
}

static struct cites read_cites(const struct writer *w, struct str text)
{
    struct cites cites = {0};
    struct str rest = str_slice(text, 1, text.len - 1);

    while (rest.ptr)
        read_cite(w, str_trim(str_split(&rest, ';')), &cites);
    return cites;
}

static struct span span_of(const struct writer *w, struct str text)
{
    struct span span = *w->like;

    span.kind = SPAN_TEXT;
    span.text = text;
    span.style = w->style;
    if (w->style.size != w->like->style.size)
        span.raise = w->like->style.size * RAISE_PERCENT / 100;
    return span;
}

static void add_text(const struct writer *w, struct str text)
{
    if (text.len > 0)
        vec_push(w->context->arena, w->spans, span_of(w, text));
}

// Makes the span the place of the reference's first citation, if it is that.
static void add_anchor(const struct writer *w, struct reference *reference,
                       struct span *span)
{
    struct arena *arena = w->context->arena;

    if (!reference->has_anchor)
        vec_push(arena, &span->anchors,
                 citation_anchor(arena, reference->key.str));
    reference->has_anchor = true;
}

// Appends a link to the reference; a link around the citation is kept.
static void add_link(const struct writer *w, struct reference *reference,
                     struct str text)
{
    const struct design *design = w->context->design;
    struct span span = span_of(w, text);

    if (span.url.len == 0) {
        span.target = reference_anchor(w->context->arena, reference->key.str);
        span.label = reference->label;
        span.style.colour = design->colors.links;
        span.style.underline = design->links.underline;
    }
    add_anchor(w, reference, &span);
    vec_push(w->context->arena, w->spans, span);
}

static void add_suffix(const struct writer *w, struct str suffix)
{
    struct context own = *w->context;
    struct span_list spans = {0};

    if (suffix.len == 0)
        return;
    own.references = NULL; // no citations within citations
    markup_append(
        &own,
        (struct text){str_format(own.arena, ", %.*s", STR_ARG(suffix)),
                      w->like->pos},
        w->style, NULL, false, &spans);
    for (size_t i = 0; i < spans.len; i++) {
        struct span span = span_of(w, spans.ptr[i].text);

        if (spans.ptr[i].kind != SPAN_TEXT)
            continue;
        span.style = spans.ptr[i].style;
        vec_push(own.arena, w->spans, span);
    }
}

static struct str number_text(const struct writer *w, const struct cite *cite,
                              const char *around)
{
    return str_format(w->context->arena, "%.*s%zu%.*s", around[0] ? 1 : 0,
                      around, cite->reference->number, around[0] ? 1 : 0,
                      around[0] ? around + 1 : "");
}

// Appends the numbers of cites [from, to), which follow each other, as a
// range if there are enough of them; returns how many it took.
static size_t add_range(const struct writer *w, const struct cite *cites,
                        size_t count, const char *around)
{
    struct span dash = span_of(w, STR("\u2013"));

    add_link(w, cites[0].reference, number_text(w, &cites[0], around));
    if (count <= SINGLE_NUMBERS || !w->context->design->citations.ranges)
        return 1;
    for (size_t i = 1; i + 1 < count; i++)
        add_anchor(w, cites[i].reference, &dash);
    vec_push(w->context->arena, w->spans, dash);
    add_link(w, cites[count - 1].reference,
             number_text(w, &cites[count - 1], around));
    return count;
}

// How many numbers follow each other from cites[from] on.
static size_t run_length(const struct cite_list *cites, size_t from)
{
    size_t to = from + 1;

    while (to < cites->len && cites->ptr[to].reference->number ==
                                  cites->ptr[to - 1].reference->number + 1)
        to++;
    return to - from;
}

static int by_number(const void *a_ptr, const void *b_ptr)
{
    const struct cite *a = a_ptr;
    const struct cite *b = b_ptr;

    return (a->reference->number > b->reference->number) -
           (a->reference->number < b->reference->number);
}

// Sorts the cites and leaves out what is named twice, if none has a suffix:
// what belongs to a number must stay with it.
static bool sort_cites(struct cite_list *cites)
{
    size_t kept = 0;

    for (size_t i = 0; i < cites->len; i++)
        if (cites->ptr[i].suffix.len > 0)
            return false;
    qsort(cites->ptr, cites->len, sizeof *cites->ptr, by_number);
    for (size_t i = 0; i < cites->len; i++)
        if (kept == 0 ||
            cites->ptr[i].reference != cites->ptr[kept - 1].reference)
            cites->ptr[kept++] = cites->ptr[i];
    cites->len = kept;
    return true;
}

// Numbers with separators; each in brackets of its own if around has them.
static void add_numbers(const struct writer *w, struct cite_list *cites,
                        const char *separator, const char *around)
{
    bool plain = sort_cites(cites);
    size_t used;

    for (size_t i = 0; i < cites->len; i += used) {
        if (i > 0)
            add_text(w, plain ? str_from_cstr(separator) : STR("; "));
        used = add_range(w, &cites->ptr[i], plain ? run_length(cites, i) : 1,
                         around);
        add_suffix(w, cites->ptr[i].suffix);
    }
}

static void add_names(const struct writer *w, const struct cite_list *cites)
{
    struct arena *arena = w->context->arena;

    add_text(w, STR("("));
    for (size_t i = 0; i < cites->len; i++) {
        struct reference *reference = cites->ptr[i].reference;
        struct str text = reference->authors;

        if (reference->year.len > 0)
            text = str_format(arena, "%.*s, %.*s", STR_ARG(text),
                              STR_ARG(reference->year));
        if (i > 0)
            add_text(w, STR("; "));
        add_link(w, reference, text);
        add_suffix(w, cites->ptr[i].suffix);
    }
    add_text(w, STR(")"));
}

// The blank before a citation: raised numbers have none, others are not to
// begin a line.
static void end_text(const struct writer *w, const char *blank)
{
    struct span *last =
        w->spans->len > 0 ? &w->spans->ptr[w->spans->len - 1] : NULL;

    if (!last || last->kind != SPAN_TEXT || !str_ends(last->text, STR(" ")))
        return;
    last->text = str_format(w->context->arena, "%.*s%s",
                            (int)(last->text.len - 1), last->text.ptr, blank);
    if (last->text.len == 0)
        w->spans->len--;
}

void citation_append(const struct context *context, struct str text,
                     const struct span *like, struct span_list *spans)
{
    struct writer w = {context, like, like->style, spans};
    struct cites named = read_cites(&w, text);
    struct cite_list cites = named.list;
    int style = context->design->citations.style;

    // What is left out is gone with the blank before it.
    if (cites.len == 0 && named.dropped)
        end_text(&w, "");
    if (cites.len == 0 || !references_are_arranged(context->references))
        return;
    for (size_t i = 0; i < cites.len; i++)
        if (cites.ptr[i].reference->number == 0)
            style = CITATION_AUTHOR_YEAR;
    if (style == CITATION_AUTHOR_YEAR) {
        add_names(&w, &cites);
    } else if (style == CITATION_NUMBER) {
        end_text(&w, "\u00a0");
        add_text(&w, STR("["));
        add_numbers(&w, &cites, ", ", "");
        add_text(&w, STR("]"));
    } else {
        end_text(&w, "");
        w.style.size = like->style.size * RAISED_SIZE_PERCENT / 100;
        if (context->design->citations.brackets)
            add_numbers(&w, &cites, "", "[]");
        else
            add_numbers(&w, &cites, ",", "");
    }
}
