// SPDX-License-Identifier: MIT
// Options that have no effect in the design of a section or a group, for they
// are about the page and the header.
#include "design/design.h"

struct no_effect {
    const char *map;  // NULL: of design itself
    const char *part; // of the map; NULL: of the map itself
    const char *key;
};

static const struct no_effect without_effect[] = {
    {NULL, NULL, "page"},
    {NULL, NULL, "header"},
    {"colors", NULL, "name"},
    {"colors", NULL, "headline"},
    {"colors", NULL, "connections"},
    {"colors", NULL, "footer"},
    {"colors", NULL, "top_note"},
    {"templates", NULL, "footer"},
    {"templates", NULL, "top_note"},
    {"templates", NULL, "header_left"},
    {"templates", NULL, "header_left_first"},
    {"templates", NULL, "header_left_last"},
    {"templates", NULL, "header_center"},
    {"templates", NULL, "header_center_first"},
    {"templates", NULL, "header_center_last"},
    {"templates", NULL, "header_right"},
    {"templates", NULL, "header_right_first"},
    {"templates", NULL, "header_right_last"},
    {"templates", NULL, "footer_left"},
    {"templates", NULL, "footer_left_first"},
    {"templates", NULL, "footer_left_last"},
    {"templates", NULL, "footer_center"},
    {"templates", NULL, "footer_center_first"},
    {"templates", NULL, "footer_center_last"},
    {"templates", NULL, "footer_right"},
    {"templates", NULL, "footer_right_first"},
    {"templates", NULL, "footer_right_last"},
    {"typography", "font_family", "name"},
    {"typography", "font_family", "headline"},
    {"typography", "font_family", "connections"},
    {"typography", "font_size", "name"},
    {"typography", "font_size", "headline"},
    {"typography", "font_size", "connections"},
    {"typography", "small_caps", "name"},
    {"typography", "small_caps", "headline"},
    {"typography", "small_caps", "connections"},
    {"typography", "bold", "name"},
    {"typography", "bold", "headline"},
    {"typography", "bold", "connections"},
};

static const struct node *step_into(const struct node *node, const char *key)
{
    return key && node ? node_lookup(node, key) : node;
}

void design_check_own(const struct node *node, struct diags *diags)
{
    for (size_t i = 0; i < sizeof without_effect / sizeof *without_effect;
         i++) {
        const struct no_effect *option = &without_effect[i];
        const struct node *map =
            step_into(step_into(node, option->map), option->part);
        const struct pair *pair =
            map && map->kind == NODE_MAP
                ? node_lookup_pair(map, str_from_cstr(option->key))
                : NULL;

        if (pair)
            diag_warning(diags, pair->key_pos,
                         STR("put it into the design of the whole CV"),
                         "design.%s%s%s%s%s has no effect in a section",
                         option->map ? option->map : "", option->map ? "." : "",
                         option->part ? option->part : "",
                         option->part ? "." : "", option->key);
    }
}
