// SPDX-License-Identifier: MIT
// Options of the design that are no single values: the schema knows that they
// are there, and here they are read.
#include "design/design.h"
#include "design/schema.h"

struct str section_icon_key(struct arena *arena, struct str key)
{
    struct buf buf = {.arena = arena};
    struct str lower = str_ascii_lower(arena, str_trim(key));

    for (size_t i = 0; i < lower.len; i++)
        buf_add_char(&buf, lower.ptr[i] == ' ' ? '_' : lower.ptr[i]);
    return buf_str(&buf);
}

void design_page(const struct design *design, sp *width, sp *height)
{
    sp turned;

    page_dimensions((enum page_size)design->page.size, width, height);
    if (design->page.width != LENGTH_AUTO)
        *width = design->page.width;
    if (design->page.height != LENGTH_AUTO)
        *height = design->page.height;
    if (design->page.orientation == PAGE_PORTRAIT || *width > *height)
        return;
    turned = *width;
    *width = *height;
    *height = turned;
}

static void read_icons(struct arena *arena, const struct node *icons,
                       struct diags *diags, struct design *design)
{
    static const char path[] = "design.section_titles.icons";

    if (node_is_null(icons) || icons->partial)
        return;
    if (icons->kind != NODE_MAP) {
        schema_wrong_kind(diags, icons, str_from_cstr(path),
                          "a map of sections and icons");
        return;
    }
    for (size_t i = 0; i < icons->pairs.len; i++) {
        const struct pair *pair = &icons->pairs.ptr[i];
        const struct node *value = pair->value;

        if (value->kind == NODE_SCALAR)
            vec_push(arena, &design->section_titles.icons,
                     (struct section_icon){section_icon_key(arena, pair->key),
                                           {value->text, value->pos}});
        else if (value->kind != NODE_NULL)
            schema_wrong_kind(
                diags, value,
                str_format(arena, "%s.%.*s", path, STR_ARG(pair->key)),
                "the name of an icon");
    }
}

static void read_row(struct arena *arena, const struct node *row,
                     struct diags *diags, struct name_rows *rows)
{
    struct text_list names = {0};

    for (size_t i = 0; i < row->items.len; i++) {
        const struct node *item = row->items.ptr[i];

        if (item->kind == NODE_SCALAR)
            vec_push(arena, &names, (struct text){item->text, item->pos});
        else
            schema_wrong_kind(diags, item, STR("design.header.rows"),
                              "a list of lists of names");
    }
    if (row->kind == NODE_SCALAR)
        vec_push(arena, &names, (struct text){row->text, row->pos});
    if (row->kind == NODE_MAP)
        schema_wrong_kind(diags, row, STR("design.header.rows"),
                          "a list of lists of names");
    if (names.len > 0)
        vec_push(arena, rows, names);
}

static void read_rows(struct arena *arena, const struct node *rows,
                      struct diags *diags, struct design *design)
{
    if (node_is_null(rows) || rows->partial)
        return;
    if (rows->kind != NODE_LIST)
        schema_wrong_kind(diags, rows, STR("design.header.rows"),
                          "a list of lists of names");
    for (size_t i = 0; i < rows->items.len; i++)
        read_row(arena, rows->items.ptr[i], diags, &design->header.rows);
}

void looks_read(struct arena *arena, const struct node *node,
                struct diags *diags, struct design *design)
{
    read_icons(arena, node_lookup(node_lookup(node, "section_titles"), "icons"),
               diags, design);
    read_rows(arena, node_lookup(node_lookup(node, "header"), "rows"), diags,
              design);
}
