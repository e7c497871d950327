// SPDX-License-Identifier: MIT
// The table of entry types. An entry is of the first type of which it has all
// fields that RenderCV wants, else of the first of which it has the mandatory
// ones, or else of the first of which it has a mark.
#include "profile/entry_type.h"

#include "profile/synonyms.h"

#define COMMON                                                                 \
    "date", "start_date", "end_date", "location", "summary", "highlights", NULL

static const char *const one_line_fields[] = {"label", "details", NULL};
static const char *const normal_fields[] = {"name", COMMON};
static const char *const experience_fields[] = {"company", "position",
                                                "positions", COMMON};
static const char *const education_fields[] = {"institution", "area", "degree",
                                               COMMON};
static const char *const publication_fields[] = {
    "title",   "authors",    "doi",   "url",          "journal", "date",
    "summary", "highlights", "links", "authors_note", NULL};
static const char *const bullet_fields[] = {"bullet", NULL};
static const char *const number_fields[] = {"number", NULL};
static const char *const reversed_fields[] = {"reversed_number", NULL};
static const char *const language_fields[] = {"language", "fluency", NULL};
static const char *const skill_fields[] = {"skill", "level", "keywords", NULL};
static const char *const grant_fields[] = {"grant",    "funder",  "role",
                                           "amount",   "date",    "start_date",
                                           "end_date", "summary", NULL};
static const char *const patent_fields[] = {
    "patent", "authors", "office",  "patent_number",
    "status", "date",    "summary", NULL};
static const char *const reference_fields[] = {
    "reference", "position", "organization", "email",
    "phone",     "relation", "summary",      NULL};
static const char *const group_fields[] = {"group", "entries", NULL};
static const char *const position_fields[] = {"position", COMMON};
static const char *const no_fields[] = {NULL};

static const struct entry_type types[] = {
    {ENTRY_GROUP, "a", "group", group_fields, 2, 2, 1},
    {ENTRY_ONE_LINE, "a", "one-line entry", one_line_fields, 2, 2, 2},
    {ENTRY_NORMAL, "a", "normal entry", normal_fields, 1, 1, 1},
    {ENTRY_EXPERIENCE, "an", "experience entry", experience_fields, 1, 2, 2},
    {ENTRY_EDUCATION, "an", "education entry", education_fields, 1, 2, 3},
    {ENTRY_PUBLICATION, "a", "publication entry", publication_fields, 2, 2, 5},
    {ENTRY_BULLET, "a", "bullet entry", bullet_fields, 1, 1, 1},
    {ENTRY_NUMBERED, "a", "numbered entry", number_fields, 1, 1, 1},
    {ENTRY_REVERSED_NUMBERED, "a", "reversed numbered entry", reversed_fields,
     1, 1, 1},
    // RenderCV has none of these, so that its types come first.
    {ENTRY_GRANT, "a", "grant", grant_fields, 1, 1, 1},
    {ENTRY_PATENT, "a", "patent", patent_fields, 1, 1, 1},
    {ENTRY_REFERENCE, "a", "reference", reference_fields, 1, 1, 1},
    {ENTRY_LANGUAGE, "a", "language", language_fields, 1, 1, 1},
    {ENTRY_SKILL, "a", "skill", skill_fields, 1, 1, 1},
};
static const struct entry_type position_type = {
    ENTRY_POSITION, "a", "position", position_fields, 1, 1, 1};
static const struct entry_type text_type = {ENTRY_TEXT, "a", "text", no_fields,
                                            0,          0,   0};

// A normal entry without a name: a date and what belongs to it.
static const struct entry_type untitled_type = {
    ENTRY_NORMAL, "a", "normal entry", normal_fields, 0, 0, 1};

// The characteristic fields of all types.
static const char *const marks[] = {
    "label",    "details",     "name",   "company",
    "position", "institution", "area",   "degree",
    "title",    "authors",     "doi",    "url",
    "journal",  "bullet",      "number", "reversed_number",
    "group",    "grant",       "patent", "reference",
    "language", "skill",       NULL};

static bool has_mark(const struct node *node, const struct entry_type *type)
{
    for (size_t k = 0; k < type->characteristic; k++)
        if (node_lookup(node, type->fields[k]))
            return true;
    return false;
}

static bool has_all(const struct node *node, const struct entry_type *type,
                    size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (node_is_null(node_lookup(node, type->fields[k])))
            return false;
    return true;
}

// Whether each field that is wanted is there, if only by another name.
static bool has_all_meant(const struct node *node,
                          const struct entry_type *type)
{
    for (size_t k = 0; k < type->wanted; k++) {
        const char *field = type->fields[k];
        bool found = !node_is_null(node_lookup(node, field));

        for (size_t i = 0; !found && i < node->pairs.len; i++)
            found = synonym_is(node->pairs.ptr[i].key, field);
        if (!found)
            return false;
    }
    return type->wanted > 1;
}

// Whether a map has times, what was done then, and nothing that is not known.
static bool is_untitled(const struct node *node)
{
    static const char *const keys[] = {
        "date",       "start_date", "end_date", "dates", "location", "summary",
        "highlights", "page_break", "lang",     "tags",  "priority", "links"};
    size_t known = 0;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        known += node_lookup(node, keys[i]) != NULL;
    return node->kind == NODE_MAP && known == node->pairs.len &&
           !node_is_null(node_lookup(node, "highlights")) &&
           (node_lookup(node, "date") || node_lookup(node, "start_date") ||
            node_lookup(node, "end_date") || node_lookup(node, "dates"));
}

const struct entry_type *entry_type_of(const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return &text_type;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (has_all(node, &types[i], types[i].wanted))
            return &types[i];
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (has_all_meant(node, &types[i]))
            return &types[i];
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (has_all(node, &types[i], types[i].mandatory))
            return &types[i];
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (has_mark(node, &types[i]))
            return &types[i];
    return is_untitled(node) ? &untitled_type : NULL;
}

bool entry_type_is_untitled(const struct entry_type *type)
{
    return type == &untitled_type;
}

const struct entry_type *entry_type_of_kind(enum entry_kind kind)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (types[i].kind == kind)
            return &types[i];
    return kind == ENTRY_POSITION ? &position_type : &text_type;
}

const struct entry_type *entry_types(size_t *count)
{
    *count = sizeof types / sizeof *types;
    return types;
}

const struct entry_type *entry_type_text(void)
{
    return &text_type;
}

const struct entry_type *entry_type_position(void)
{
    return &position_type;
}

const char *const *entry_type_marks(void)
{
    return marks;
}
