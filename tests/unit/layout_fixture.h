// SPDX-License-Identifier: MIT
// For the tests of src/layout: a context with real fonts, and paragraphs of
// one style.
#ifndef VITA_TESTS_LAYOUT_FIXTURE_H
#define VITA_TESTS_LAYOUT_FIXTURE_H

#include "profile_fixture.h"

#include "layout/context.h"
#include "layout/layout.h"
#include "layout/span_font.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct layout_fixture {
    struct fixture f;
    struct languages *languages;
    struct layout_context context;
    struct layout_stock stock;
};

static inline struct layout_fixture *layout_open(void)
{
    struct layout_fixture *l = calloc(1, sizeof *l);

    assert_non_null(l);
    l->f = fixture_bytes(STR("a: b\n"));
    l->languages = languages_new();
    l->context = (struct layout_context){
        .arena = l->f.arena,
        .scratch = arena_new(),
        .diags = l->f.diags,
        .fonts = font_store_new(STR("")),
        .span_fonts = span_fonts_new(l->f.arena),
        .languages = l->languages,
        .language = languages_lookup(l->languages, STR("en")),
        .costs = page_costs_default(),
    };
    l->stock = (struct layout_stock){l->context.fonts, l->languages, NULL};
    return l;
}

static inline void layout_close(struct layout_fixture *l)
{
    font_store_free(l->context.fonts);
    languages_free(l->languages);
    arena_free(l->context.scratch);
    fixture_free(&l->f);
    free(l);
}

// For tests whose state is a fixture of their own.
static inline int layout_setup(void **state)
{
    *state = layout_open();
    return 0;
}

static inline int layout_teardown(void **state)
{
    layout_close(*state);
    return 0;
}

static inline struct text_style style_of(sp size)
{
    return (struct text_style){
        .family = STR("Source Sans 3"), .weight = 400, .size = size};
}

// A span at the first place of the fixture's source.
static inline struct span span_of(struct layout_fixture *l, const char *text,
                                  sp size)
{
    return (struct span){
        .kind = SPAN_TEXT,
        .text = str_from_cstr(text),
        .style = style_of(size),
        .pos = {&l->f.source, 1, 4, 1},
    };
}

static inline struct para para_of(struct layout_fixture *l, const char *text,
                                  sp size, enum para_align align)
{
    struct para para = {.base = style_of(size),
                        .align = align,
                        .hyphenation = HYPHENATION_NONE,
                        .leading = size / 2};

    vec_push(l->f.arena, &para.spans, span_of(l, text, size));
    return para;
}

static inline struct block block_of(struct layout_fixture *l, const char *text)
{
    return (struct block){.kind = BLOCK_PARA,
                          .para = para_of(l, text, PT(10), PARA_LEFT)};
}

// The only piece of a row of a paragraph.
static inline const struct piece *piece_at(const struct rows *rows, size_t row)
{
    assert_true(row < rows->list.len);
    assert_int_equal(rows->list.ptr[row].pieces.len, 1);
    return &rows->list.ptr[row].pieces.ptr[0];
}

// Where the last item of a row ends, counted from the paragraph's left edge.
static inline sp row_right(const struct rows *rows, size_t row)
{
    const struct piece *piece = piece_at(rows, row);
    const struct item *last = &piece->items.ptr[piece->items.len - 1];

    return piece->x + last->x + last->width;
}

static inline sp row_left(const struct rows *rows, size_t row)
{
    const struct piece *piece = piece_at(rows, row);

    return piece->x + piece->items.ptr[0].x;
}

static inline void add_piece_text(struct buf *buf, const struct piece *piece)
{
    for (size_t i = 0; i < piece->items.len; i++)
        if (piece->items.ptr[i].kind == ITEM_TEXT)
            buf_add(buf, piece->items.ptr[i].text);
}

// The texts of all rows: items joined, pieces divided by '+', rows by '|',
// without the blanks at which lines end.
static inline const char *rows_text(struct layout_fixture *l,
                                    const struct rows *rows)
{
    struct buf buf = {.arena = l->f.arena};

    for (size_t i = 0; i < rows->list.len; i++) {
        const struct row *row = &rows->list.ptr[i];

        while (i > 0 && buf.len > 0 && buf.ptr[buf.len - 1] == ' ')
            buf.len--;
        buf_add_cstr(&buf, i > 0 ? "|" : "");
        for (size_t j = 0; j < row->pieces.len; j++) {
            buf_add_cstr(&buf, j > 0 ? "+" : "");
            add_piece_text(&buf, &row->pieces.ptr[j]);
        }
    }
    return str_to_cstr(l->f.arena, buf_str(&buf));
}

#endif
