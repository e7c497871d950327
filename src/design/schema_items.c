// SPDX-License-Identifier: MIT
// Options of several items: lists of texts, rows of names, the icons of
// sections.
#include "design/looks.h"
#include "design/schema_value.h"
#include "design/section_names.h"

#include <string.h>

bool option_has_items(enum option_type type)
{
    return type == OPTION_TEXTS || type == OPTION_NAMES ||
           type == OPTION_MONTHS || type == OPTION_ROWS || type == OPTION_ICONS;
}

// Reads the list's texts, or the text; expected is for messages.
static struct text_list read_list(const struct schema_target *t,
                                  const struct schema_place *place,
                                  const struct node *node, const char *expected)
{
    struct text_list list = {0};

    if (node->kind == NODE_SCALAR && node->text.len > 0)
        vec_push(t->arena, &list, (struct text){node->text, node->pos});
    for (size_t i = 0; i < node->items.len; i++) {
        const struct node *item = node->items.ptr[i];

        if (item->kind == NODE_SCALAR)
            vec_push(t->arena, &list, (struct text){item->text, item->pos});
        else
            schema_wrong_kind(t->diags, item, schema_place_path(t, place),
                              expected);
    }
    return list;
}

static void read_months(const struct schema_target *t,
                        const struct schema_place *place,
                        const struct node *node, struct text months[12])
{
    struct text_list list;

    if (node->items.len != 12) {
        diag_error(t->diags, node->pos, (struct str){"", 0},
                   "%.*s must have 12 names, it has %zu",
                   STR_ARG(schema_place_path(t, place)), node->items.len);
        return;
    }
    list = read_list(t, place, node, "a list of texts");
    if (list.len == 12)
        memcpy(months, list.ptr, 12 * sizeof *months);
}

// A row of one name can be written as the name.
static void read_rows(const struct schema_target *t,
                      const struct schema_place *place, const struct node *node,
                      struct name_rows *rows)
{
    static const char expected[] = "a list of lists of names";

    *rows = (struct name_rows){0};
    for (size_t i = 0; i < node->items.len; i++) {
        const struct node *item = node->items.ptr[i];
        struct text_list names = read_list(t, place, item, expected);

        if (item->kind == NODE_MAP)
            schema_wrong_kind(t->diags, item, schema_place_path(t, place),
                              expected);
        if (names.len > 0)
            vec_push(t->arena, rows, names);
    }
}

// Two layers may write the same name in other ways.
void section_icon_set(struct arena *arena, struct section_icon_list *icons,
                      struct str section, struct text icon)
{
    struct section_icon own = {section, icon};

    for (size_t i = 0; i < icons->len; i++)
        if (section_names_are_same(icons->ptr[i].section, section)) {
            icons->ptr[i] = own;
            return;
        }
    vec_push(arena, icons, own);
}

// What a layer does not name stays as the layers below have it; null takes an
// icon away.
static void read_icons(const struct schema_target *t,
                       const struct schema_place *place,
                       const struct node *node, struct section_icon_list *icons)
{
    struct section_icon_list all = {0};

    // The list below is shared with other designs.
    for (size_t i = 0; i < icons->len; i++)
        vec_push(t->arena, &all, icons->ptr[i]);
    for (size_t i = 0; i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];
        const struct node *value = pair->value;

        if (value->kind == NODE_NULL)
            section_icon_set(t->arena, &all, pair->key,
                             (struct text){.pos = value->pos});
        else if (value->kind == NODE_SCALAR)
            section_icon_set(t->arena, &all, pair->key,
                             (struct text){value->text, value->pos});
        else
            schema_wrong_kind(t->diags, value,
                              str_format(t->arena, "%.*s.%.*s",
                                         STR_ARG(schema_place_path(t, place)),
                                         STR_ARG(pair->key)),
                              "the name of an icon");
    }
    *icons = all;
}

void schema_read_items(const struct schema_target *t,
                       const struct schema_place *place,
                       const struct node *node)
{
    void *value = (char *)t->target + place->option->offset;

    if (place->option->type == OPTION_MONTHS)
        read_months(t, place, node, value);
    else if (place->option->type == OPTION_ROWS)
        read_rows(t, place, node, value);
    else if (place->option->type == OPTION_ICONS)
        read_icons(t, place, node, value);
    else
        *(struct text_list *)value =
            read_list(t, place, node, "a list of texts");
}
