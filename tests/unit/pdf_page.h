// SPDX-License-Identifier: MIT
// What the tests of src/pdf share: pages put together by hand from shaped
// text, and the answers of the PDF tools of others about the file written.
// Include it after <cmocka.h>.
#ifndef VITA_TESTS_PDF_PAGE_H
#define VITA_TESTS_PDF_PAGE_H

#include "pdf/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct draft {
    struct arena *arena;
    struct font_store *fonts;
    struct pages pages;
    struct pdf_options options;
    struct str pdf;  // as written last
    char folder[32]; // holds "out.pdf" and what tools make of it
};

static inline int draft_setup(void **state)
{
    struct arena *arena = arena_new();
    struct draft *draft = arena_new_of(arena, struct draft);

    draft->arena = arena;
    draft->fonts = font_store_new((struct str){"", 0});
    strcpy(draft->folder, "/tmp/vita-test-XXXXXX");
    *state = draft;
    return mkdtemp(draft->folder) ? 0 : -1;
}

static inline int draft_teardown(void **state)
{
    struct draft *draft = *state;
    char command[64];

    snprintf(command, sizeof command, "rm -r %s", draft->folder);
    font_store_free(draft->fonts);
    if (system(command) != 0)
        return -1;
    arena_free(draft->arena);
    return 0;
}

static inline struct page *draft_page(struct draft *draft)
{
    vec_push(draft->arena, &draft->pages.pages,
             (struct page){.width = PT(595), .height = PT(842)});
    return &draft->pages.pages.ptr[draft->pages.pages.len - 1];
}

static inline struct page *last_page(struct draft *draft)
{
    if (draft->pages.pages.len == 0)
        return draft_page(draft);
    return &draft->pages.pages.ptr[draft->pages.pages.len - 1];
}

static inline struct item *draft_item(struct draft *draft, struct item item)
{
    struct page *page = last_page(draft);

    vec_push(draft->arena, &page->items, item);
    return &page->items.ptr[page->items.len - 1];
}

// Adds an item for a run of shaped text; the size in points.
static inline struct item *draft_run(struct draft *draft,
                                     const struct glyph_run *run,
                                     struct str text, int size, sp x, sp y)
{
    struct item item = {.kind = ITEM_TEXT, .x = x, .y = y, .size = PT(size)};

    item.font = run->font;
    item.text = str_slice(text, run->start, run->end);
    item.glyph_count = run->count;
    item.glyphs = arena_array_of(draft->arena, run->count, struct placed_glyph);
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *g = &run->glyphs[i];

        item.glyphs[i] = (struct placed_glyph){
            .id = g->id,
            .cluster = (uint32_t)(g->cluster - run->start),
            .advance = font_scale(run->font, g->advance, item.size),
            .x_offset = font_scale(run->font, g->x_offset, item.size),
            .y_offset = font_scale(run->font, g->y_offset, item.size),
        };
        item.width += item.glyphs[i].advance;
    }
    return draft_item(draft, item);
}

// Adds a line of text; returns its last item. x and y in points.
static inline struct item *draft_text(struct draft *draft, const char *family,
                                      int size, int x, int y, const char *text)
{
    struct shape_style style = {
        .query = {.family = str_from_cstr(family), .weight = 400},
        .language = "en"};
    struct str copy = str_copy(draft->arena, str_from_cstr(text));
    const struct shape *shape = shape_text(draft->fonts, &style, copy);
    struct item *item = NULL;
    sp at = PT(x);

    for (size_t i = 0; i < shape->count; i++) {
        item = draft_run(draft, &shape->runs[i], copy, size, at, PT(y));
        at += item->width;
    }
    assert_non_null(item);
    return item;
}

// Writes the pages to out.pdf; they must be writable.
static inline void draft_write(struct draft *draft)
{
    struct str error;
    const char *path =
        str_format(draft->arena, "%s/out.pdf", draft->folder).ptr;
    FILE *file;

    if (!pdf_write(draft->arena, &draft->pages, &draft->options, &draft->pdf,
                   &error))
        fail_msg("%.*s", STR_ARG(error));
    assert_null(error.ptr);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(draft->pdf.ptr, 1, draft->pdf.len, file),
                     draft->pdf.len);
    assert_int_equal(fclose(file), 0);
}

// Returns what a shell command prints; it runs in the draft's folder and
// must succeed.
static inline struct str draft_run_tool(struct draft *draft,
                                        const char *command)
{
    struct buf buf = {.arena = draft->arena};
    const char *line = str_format(draft->arena, "cd %s && { %s; } 2>&1",
                                  draft->folder, command)
                           .ptr;
    FILE *pipe = popen(line, "r");
    char chunk[4096];
    size_t got;

    assert_non_null(pipe);
    buf_add_cstr(&buf, "");
    while ((got = fread(chunk, 1, sizeof chunk, pipe)) > 0)
        buf_add(&buf, (struct str){chunk, got});
    if (pclose(pipe) != 0)
        fail_msg("%s: %.*s", command, STR_ARG(buf_str(&buf)));
    return buf_str(&buf);
}

static inline void assert_contains(struct str text, const char *part)
{
    if (str_find(text, str_from_cstr(part), 0) == SIZE_MAX)
        fail_msg("no \"%s\" in:\n%.*s", part, STR_ARG(text));
}

// qpdf exits with 3 for warnings and 2 for errors.
static inline void draft_check(struct draft *draft)
{
    assert_contains(draft_run_tool(draft, "qpdf --check out.pdf"),
                    "No syntax or stream encoding errors");
}

// The file with its streams inflated, objects in order.
static inline struct str draft_source(struct draft *draft)
{
    return draft_run_tool(draft, "qpdf --qdf --object-streams=disable "
                                 "--normalize-content=n out.pdf -");
}

#endif
