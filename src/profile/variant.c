// SPDX-License-Identifier: MIT
// The key variants: what a variant can say, and what it says of one profile.
#include "profile/variant.h"

#include "base/utf8.h"
#include "profile/check.h"
#include "profile/excerpt.h"
#include "profile/keys.h"

// Each is a CV of its own under --variant all.
#define VARIANTS_MAX 50
// For so many mistakes, tags are compared with those there are.
#define HINTS_MAX 50

const char *const variant_keys[] = {
    "include", "exclude", "sections", "cv",           "letter",
    "design",  "locale",  "settings", "placeholders", NULL};
// Of these, what is laid over the profile.
static const char *const part_keys[] = {
    "cv", "letter", "design", "locale", "settings", "placeholders", NULL};

// Names become parts of file names and stand on the command line.
static bool is_name(struct str name)
{
    for (size_t offset = 0; offset < name.len;) {
        bool first = offset == 0;
        uint32_t rune = utf8_next(name, &offset);

        if (!rune_is_word(rune) && (first || (rune != '-' && rune != '_')))
            return false;
    }
    return name.len > 0;
}

static void check_name(const struct checker *checker, const struct pair *pair)
{
    if (str_eq_cstr(pair->key, VARIANT_ALL))
        diag_error(checker->diags, pair->key_pos, (struct str){"", 0},
                   "no variant can be called all: --variant all renders each");
    else if (!is_name(pair->key))
        diag_error(checker->diags, pair->key_pos,
                   STR("it becomes part of a file's name"),
                   "a variant's name has letters, digits, '-' and '_' only");
}

static const struct node *sections_of(const struct node *root)
{
    return node_lookup(node_lookup(root, "cv"), "sections");
}

static struct str nearest_section(struct arena *arena,
                                  const struct node *sections, struct str key)
{
    size_t count = sections ? sections->pairs.len : 0;
    struct str *keys = arena_array_of(arena, count, struct str);

    for (size_t i = 0; i < count; i++)
        keys[i] = sections->pairs.ptr[i].key;
    return suggest_nearest(key, keys, count);
}

static void check_section(const struct checker *checker,
                          const struct node *root, const struct node *variant,
                          const struct node *item)
{
    struct text key;

    if (!check_text(checker, item, &key) ||
        node_lookup_pair(sections_of(root), key.str) ||
        node_lookup_pair(sections_of(variant), key.str))
        return;
    diag_error(checker->diags, key.pos,
               check_did_you_mean(
                   checker->arena,
                   nearest_section(checker->arena, sections_of(root), key.str),
                   STR("sections are named by their keys")),
               "there is no section '%.*s'",
               STR_ARG(excerpt(checker->arena, key.str)));
}

static void check_sections(const struct checker *checker,
                           const struct node *root, const struct node *variant)
{
    const struct node *sections = node_lookup(variant, "sections");

    if (node_is_null(sections))
        return;
    if (sections->kind != NODE_LIST) {
        check_expected(checker, sections, "a list of sections' keys");
        return;
    }
    for (size_t i = 0; i < sections->items.len; i++)
        check_section(checker, root, variant, sections->items.ptr[i]);
}

static void check_variant(const struct checker *checker,
                          const struct node *root, const struct pair *pair)
{
    const struct node *variant = pair->value;
    struct tag_list unused = {0};

    check_name(checker, pair);
    if (node_is_null(variant))
        return;
    if (variant->kind != NODE_MAP) {
        check_expected(checker, variant, "a map with include, exclude, ...");
        return;
    }
    check_keys(checker, variant, variant_keys, "a variant");
    for (int i = 0; part_keys[i]; i++) {
        const struct node *part = node_lookup(variant, part_keys[i]);

        if (!node_is_null(part) && part->kind != NODE_MAP)
            check_expected(checker, part, "a map as at the top level");
    }
    tag_list_read(checker->arena, node_lookup(variant, "include"), "include",
                  checker->diags, &unused);
    tag_list_read(checker->arena, node_lookup(variant, "exclude"), "exclude",
                  checker->diags, &unused);
    check_sections(checker, root, variant);
}

void variants_check(struct arena *arena, const struct node *root,
                    struct diags *diags)
{
    const struct node *variants = node_lookup(root, "variants");
    struct checker checker = {arena, diags};

    if (node_is_null(variants))
        return;
    if (variants->kind != NODE_MAP) {
        check_expected(&checker, variants, "a map of names to variants");
        return;
    }
    for (size_t i = 0; i < variants->pairs.len && i < VARIANTS_MAX; i++)
        check_variant(&checker, root, &variants->pairs.ptr[i]);
    if (variants->pairs.len > VARIANTS_MAX)
        diag_error(diags, variants->pairs.ptr[VARIANTS_MAX].key_pos,
                   (struct str){"", 0}, "there can be %d variants",
                   VARIANTS_MAX);
}

const struct pair *variant_lookup(const struct node *root, struct str name)
{
    return node_lookup_pair(node_lookup(root, "variants"), name);
}

void variant_report(const struct node *root, struct str name, struct pos pos,
                    struct diags *diags)
{
    struct arena *arena = diags_arena(diags);
    const struct node *variants = node_lookup(root, "variants");
    size_t count = variants ? variants->pairs.len : 0;
    struct str *names = arena_array_of(arena, count, struct str);
    struct buf all = {.arena = arena};

    for (size_t i = 0; i < count && i < VARIANTS_MAX; i++) {
        names[i] = variants->pairs.ptr[i].key;
        buf_addf(&all, "%s%.*s", i > 0 ? ", " : "there are: ",
                 STR_ARG(excerpt(arena, names[i])));
    }
    if (count == 0)
        buf_add_cstr(&all, "the profile has no variants");
    diag_error(diags, pos,
               check_did_you_mean(
                   arena,
                   suggest_nearest(name, names,
                                   count < VARIANTS_MAX ? count : VARIANTS_MAX),
                   buf_str(&all)),
               "there is no variant '%.*s'", STR_ARG(excerpt(arena, name)));
}

struct node *variant_merge(struct arena *arena, struct node *root,
                           const struct pair *variant)
{
    struct node *over = arena_new_of(arena, struct node);

    over->kind = NODE_MAP;
    over->pos = root->pos;
    for (int i = 0; part_keys[i]; i++) {
        const struct pair *part =
            node_lookup_pair(variant->value, str_from_cstr(part_keys[i]));

        if (part && part->value->kind == NODE_MAP)
            vec_push(arena, &over->pairs, *part);
    }
    return node_merge(arena, root, over);
}

// A typing mistake on the command line is an error, for a CV would go out
// without what it is about; in the file, the entries may be yet to come.
static void report_unknown(const struct tag_list *known, const struct tag *tag,
                           bool option, struct diags *diags)
{
    struct arena *arena = diags_arena(diags);
    struct str near = {"", 0};
    struct str hint;

    if (diags_warnings(diags) + diags_errors(diags) < HINTS_MAX)
        near = tag_list_nearest(arena, known, tag->name);
    hint = check_did_you_mean(arena, near, (struct str){"", 0});
    if (option && near.len > 0)
        diag_error(diags, tag->pos, hint, "nothing has the tag '%.*s'",
                   STR_ARG(excerpt(arena, tag->name)));
    else
        diag_warning(diags, tag->pos, hint, "nothing has the tag '%.*s'",
                     STR_ARG(excerpt(arena, tag->name)));
}

static void check_known(struct arena *arena, const struct node *root,
                        const struct choice *choice, bool option,
                        struct diags *diags)
{
    struct tag_list known = {0};

    tag_list_collect(arena, node_lookup(root, "cv"), &known);
    tag_list_collect(arena, node_lookup(root, "letter"), &known);
    tag_list_sort(&known);
    for (size_t i = 0; i < choice->include.len; i++)
        if (!tag_list_has(&known, choice->include.ptr[i].name))
            report_unknown(&known, &choice->include.ptr[i], option, diags);
    for (size_t i = 0; i < choice->exclude.len; i++)
        if (!tag_list_has(&known, choice->exclude.ptr[i].name))
            report_unknown(&known, &choice->exclude.ptr[i], false, diags);
}

void choice_read(struct arena *arena, const struct node *root,
                 const struct pair *variant, const struct source *option,
                 struct diags *diags, struct choice *choice)
{
    const struct node *value = variant ? variant->value : NULL;
    const struct node *include = node_lookup(value, "include");
    const struct node *sections = node_lookup(value, "sections");

    *choice = (struct choice){0};
    if (option)
        tag_list_split(arena, option, &choice->include);
    else
        tag_list_read(arena, include, "include", diags, &choice->include);
    choice->by_tags = option || !node_is_null(include);
    tag_list_read(arena, node_lookup(value, "exclude"), "exclude", diags,
                  &choice->exclude);
    if (sections && sections->kind == NODE_LIST)
        choice->sections = sections;
    check_known(arena, root, choice, option != NULL, diags);
    tag_list_sort(&choice->include);
    tag_list_sort(&choice->exclude);
}
