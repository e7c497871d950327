// SPDX-License-Identifier: MIT
// The structure tree as text, for golden tests and for looking:
// docs/layout.md describes the form.
#include "layout/tags.h"

struct dumper {
    struct buf buf;
    const struct pages *pages;
    const struct tags *tags;
};

static void begin_line(struct dumper *d, int depth)
{
    for (int i = 0; i < depth; i++)
        buf_add_cstr(&d->buf, "  ");
}

// What a reader gets of a run's items.
static void dump_run(struct dumper *d, size_t index, int depth)
{
    const struct tag_run *run = &d->tags->runs.ptr[index];
    const struct page *page = &d->pages->pages.ptr[run->page];
    struct buf text = {.arena = d->buf.arena};

    begin_line(d, depth);
    for (size_t i = run->first; i < run->end; i++) {
        const struct item *item = &page->items.ptr[i];

        if (item_is_artifact(item))
            continue;
        if (item->kind == ITEM_IMAGE)
            buf_add_cstr(&d->buf, "image ");
        buf_add(&text, item->actual_text.ptr ? item->actual_text : item->text);
    }
    buf_add_quoted(&d->buf, buf_str(&text));
    if (run->page > 0)
        buf_addf(&d->buf, " page %zu", run->page + 1);
    buf_add_char(&d->buf, '\n');
}

static void dump_attributes(struct dumper *d,
                            const struct structure_element *element)
{
    buf_add_cstr(&d->buf, structure_type_name(element->type));
    if (element->type == STRUCTURE_L)
        buf_addf(&d->buf, " %s", list_numbering_name(element->numbering));
    if (element->language.len > 0)
        buf_addf(&d->buf, " lang=%.*s", STR_ARG(element->language));
    if (element->alt.len > 0) {
        buf_add_cstr(&d->buf, " alt=");
        buf_add_quoted(&d->buf, element->alt);
    }
    buf_add_char(&d->buf, '\n');
}

static void dump_element(struct dumper *d, size_t index, int depth)
{
    const struct tag_kid_list *kids = &d->tags->kids[index];

    begin_line(d, depth);
    dump_attributes(d, &d->pages->structure.ptr[index]);
    for (size_t i = 0; i < kids->len; i++) {
        const struct tag_kid *kid = &kids->ptr[i];

        if (kid->kind == TAG_ELEMENT) {
            dump_element(d, kid->index, depth + 1);
        } else if (kid->kind == TAG_RUN) {
            dump_run(d, kid->index, depth + 1);
        } else {
            const struct link *link =
                &d->pages->pages.ptr[kid->page].links.ptr[kid->index];

            begin_line(d, depth + 1);
            buf_addf(&d->buf, "-> %s%.*s\n", link->target.len > 0 ? "#" : "",
                     STR_ARG(link->target.len > 0 ? link->target : link->url));
        }
    }
}

struct str tags_dump(struct arena *arena, const struct pages *pages)
{
    struct tags tags = tags_build(arena, pages);
    struct dumper dumper = {
        .buf = {.arena = arena}, .pages = pages, .tags = &tags};

    if (tags.element_count > 0)
        dump_element(&dumper, STRUCTURE_ROOT, 0);
    return buf_str(&dumper.buf);
}
