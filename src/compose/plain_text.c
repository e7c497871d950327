// SPDX-License-Identifier: MIT
// Blocks to lines. An empty line is asked for before it is written, so that
// none stands at the beginning or the end and two never meet.
#include "compose/plain_text.h"

// Of a list's items below what leads them in.
#define INDENT 2

struct writer {
    struct buf buf;
    bool gap; // an empty line is due
    int depth;
    struct str marker; // to be written before the next line; empty for none
};

static void add_spans(struct buf *buf, const struct span_list *spans)
{
    for (size_t i = 0; i < spans->len; i++) {
        const struct span *span = &spans->ptr[i];

        switch (span->kind) {
        case SPAN_TEXT:
        case SPAN_LEVEL:
            buf_add(buf, span->text);
            break;
        case SPAN_FORMULA:
            buf_add(buf, span->label);
            break;
        case SPAN_BREAK:
            buf_add_char(buf, ' ');
            break;
        case SPAN_SEPARATOR:
            if (span->text.len > 0)
                buf_addf(buf, " %.*s ", STR_ARG(span->text));
            else
                buf_add_char(buf, '\n');
            break;
        case SPAN_SPACE:
        case SPAN_ICON:
        case SPAN_PAGE_NUMBER:
        case SPAN_TOTAL_PAGES:
            break;
        }
    }
}

static void add_line(struct writer *w, const struct para *para)
{
    struct buf line = {.arena = w->buf.arena};

    add_spans(&line, &para->spans);
    if (line.len == 0)
        return;
    if (w->gap && w->buf.len > 0)
        buf_add_char(&w->buf, '\n');
    w->gap = false;
    for (int i = 0; i < w->depth * INDENT; i++)
        buf_add_char(&w->buf, ' ');
    if (w->marker.len > 0)
        buf_addf(&w->buf, "%.*s ", STR_ARG(w->marker));
    w->marker.len = 0;
    buf_add(&w->buf, str_trim(buf_str(&line)));
    buf_add_char(&w->buf, '\n');
}

static void add_block(struct writer *w, const struct block *block);

static void add_item(struct writer *w, const struct block *item)
{
    struct buf marker = {.arena = w->buf.arena};

    add_spans(&marker, &item->para.spans);
    w->marker = buf_str(&marker);
    for (size_t i = 0; i < item->children.len; i++) {
        bool nested = item->children.ptr[i].kind == BLOCK_LIST;

        w->depth += nested;
        add_block(w, &item->children.ptr[i]);
        w->depth -= nested;
    }
}

static void add_block(struct writer *w, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PARA:
        add_line(w, &block->para);
        break;
    case BLOCK_TITLE:
        w->gap = true;
        add_line(w, &block->para);
        break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->children.len; i++)
            add_item(w, &block->children.ptr[i]);
        break;
    case BLOCK_CHOICE:
        if (block->children.len > 0)
            add_block(w, &block->children.ptr[0]);
        break;
    case BLOCK_STACK:
    case BLOCK_COLUMNS:
    case BLOCK_ITEM:
    case BLOCK_FIXED:
        for (size_t i = 0; i < block->children.len; i++)
            add_block(w, &block->children.ptr[i]);
        w->gap = w->gap || block->type == STRUCTURE_DIV;
        break;
    case BLOCK_IMAGE:
    case BLOCK_RULE:
        break;
    }
}

struct str document_plain_text(struct arena *arena,
                               const struct document *document)
{
    struct writer w = {.buf = {.arena = arena}};

    add_block(&w, &document->body);
    return buf_str(&w.buf);
}
