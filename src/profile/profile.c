// SPDX-License-Identifier: MIT
// The top level of a profile.
#include "profile/keys.h"
#include "profile/misplaced.h"
#include "profile/parts.h"

// Variants and placeholders are taken out before (select.h, placeholders.h);
// the keys are known for hints.
const char *const profile_keys[] = {"cv",       "letter",   "design",
                                    "locale",   "settings", "placeholders",
                                    "variants", NULL};

// Where anchors can be defined that the rest refers to: "x-employer: &acme".
static bool is_free_key(struct str key)
{
    return str_starts(key, STR("x-"));
}

// The keys that are vita's business.
static struct node without_free_keys(struct arena *arena,
                                     const struct node *root)
{
    struct node kept = *root;

    kept.pairs = (struct pair_list){0};
    for (size_t i = 0; i < root->pairs.len; i++)
        if (!is_free_key(root->pairs.ptr[i].key))
            vec_push(arena, &kept.pairs, root->pairs.ptr[i]);
    return kept;
}

static void check_root(const struct checker *checker, const struct node *root)
{
    struct node own = without_free_keys(checker->arena, root);

    misplaced_check_keys(checker, &own, profile_keys, "the profile");
}

static struct node *lookup(const struct node *root, const char *key)
{
    struct node *value = node_lookup(root, key);

    return node_is_null(value) ? NULL : value;
}

static void report_no_cv(const struct checker *checker, const struct node *root)
{
    for (size_t i = 0; i < root->pairs.len; i++) {
        struct str key = root->pairs.ptr[i].key;

        // "CV:" was told to be a misspelling of it.
        if (str_eq(check_nearest(checker->arena, key, profile_keys),
                   STR("cv")) &&
            !str_eq_cstr(key, "cv"))
            return;
    }
    diag_error(checker->diags, root->pos,
               STR("a profile begins with \"cv:\", below it indented "
                   "\"name: ...\" and \"sections:\""),
               "the profile has no cv");
}

bool profile_read(struct arena *arena, const struct node *root,
                  struct diags *diags, struct profile *profile)
{
    struct checker checker = {arena, diags};
    size_t errors = diags_errors(diags);
    const struct node *cv;

    *profile = (struct profile){0};
    if (root->kind == NODE_MAP)
        check_root(&checker, root);
    else if (root->kind != NODE_NULL)
        check_expected(&checker, root,
                       "a map with the keys cv, design, locale, settings");
    cv = lookup(root, "cv");
    if (cv)
        cv_read(&checker, cv, &profile->cv);
    else if (!root->partial &&
             (root->kind == NODE_MAP || root->kind == NODE_NULL))
        report_no_cv(&checker, root);
    if (lookup(root, "letter"))
        profile->letter = letter_read(&checker, lookup(root, "letter"));
    profile->design = lookup(root, "design");
    profile->locale = lookup(root, "locale");
    profile->settings = lookup(root, "settings");
    return diags_errors(diags) == errors;
}

struct text entry_lookup(const struct entry *entry, const char *name)
{
    for (size_t i = 0; i < entry->fields.len; i++)
        if (str_eq_cstr(entry->fields.ptr[i].name, name))
            return entry->fields.ptr[i].value;
    return (struct text){.str = {"", 0}};
}

bool entry_has(const struct entry *entry, const char *name)
{
    const struct period *first = entry->periods.ptr;
    struct str field = str_from_cstr(name);

    if (str_eq_cstr(field, "highlights"))
        return entry->highlights.len > 0;
    if (str_eq_cstr(field, "authors"))
        return entry->authors.len > 0;
    if (str_eq_cstr(field, "links"))
        return entry->links.len > 0;
    if (str_eq_cstr(field, "positions"))
        return entry->entries.len > 0;
    if (str_eq_cstr(field, "date") || str_eq_cstr(field, "start_date"))
        return entry->periods.len > 0;
    if (str_eq_cstr(field, "end_date"))
        return entry->periods.len > 0 &&
               (first->start.kind == DATE_NONE || first->end.text.len > 0);
    return entry_lookup(entry, name).str.len > 0;
}
