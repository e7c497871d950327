// SPDX-License-Identifier: MIT
// Names of sections in the options, and whether the CV has such sections.
#include "design/section_names.h"

// More are told one by one, but not listed.
#define MAX_NAMES 64

// A capital or an underscore makes no other section.
static char plain_letter(char c)
{
    return c == '_' ? ' ' : ascii_lower(c);
}

bool section_names_are_same(struct str a, struct str b)
{
    a = str_trim(a);
    b = str_trim(b);
    for (size_t i = 0; a.len == b.len && i < a.len; i++)
        if (plain_letter(a.ptr[i]) != plain_letter(b.ptr[i]))
            return false;
    return a.len == b.len;
}

bool section_is_named(const struct section *section, struct str name)
{
    return section_names_are_same(name, section->key) ||
           section_names_are_same(name, section->title.str);
}

// what is "the sidebar's section", for the message.
static void check_name(const struct cv *cv, struct str name, struct pos pos,
                       const char *what, struct diags *diags)
{
    struct str known[2 * MAX_NAMES]; // keys and titles
    struct buf all = {.arena = diags_arena(diags)};
    struct str near;
    size_t count = 0;

    for (size_t i = 0; i < cv->sections.len; i++) {
        const struct section *section = &cv->sections.ptr[i];

        if (section_is_named(section, name))
            return;
        if (count == 2 * (size_t)MAX_NAMES)
            continue;
        known[count++] = section->key;
        known[count++] = section->title.str;
        buf_addf(&all, "%s%.*s", all.len ? ", " : "", STR_ARG(section->key));
    }
    near = suggest_nearest(name, known, count);
    diag_warning(diags, pos,
                 near.len > 0
                     ? str_format(diags_arena(diags), "did you mean '%.*s'?",
                                  STR_ARG(near))
                     : str_format(diags_arena(diags), "there are: %.*s",
                                  STR_ARG(buf_str(&all))),
                 "%s '%.*s' is not in the CV", what, STR_ARG(name));
}

static void check_sidebar(const struct node *design, const struct cv *cv,
                          struct diags *diags)
{
    const struct node *names =
        node_lookup(node_lookup(design, "sidebar"), "sections");

    if (node_is_null(names))
        return;
    if (names->kind == NODE_SCALAR)
        check_name(cv, names->text, names->pos, "the sidebar's section", diags);
    for (size_t i = 0; i < names->items.len; i++) {
        const struct node *name = names->items.ptr[i];

        if (name->kind == NODE_SCALAR)
            check_name(cv, name->text, name->pos, "the sidebar's section",
                       diags);
    }
}

static void check_icons(const struct node *design, const struct cv *cv,
                        struct diags *diags)
{
    const struct node *icons =
        node_lookup(node_lookup(design, "section_titles"), "icons");

    if (!icons || icons->kind != NODE_MAP)
        return;
    for (size_t i = 0; i < icons->pairs.len; i++) {
        const struct pair *pair = &icons->pairs.ptr[i];

        if (pair->value->kind == NODE_SCALAR)
            check_name(cv, pair->key, pair->key_pos, "the icon's section",
                       diags);
    }
}

void section_names_check(const struct node *node, const struct design *design,
                         const struct cv *cv, struct diags *diags)
{
    const struct node *sidebar = node_lookup(node, "sidebar");

    if (cv->sections.len == 0)
        return;
    if (design->sidebar.position != SIDEBAR_NONE)
        check_sidebar(node, cv, diags);
    check_icons(node, cv, diags);
    check_icons(node_lookup(sidebar, "design"), cv, diags);
}
