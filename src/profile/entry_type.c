// SPDX-License-Identifier: MIT
// The table of entry types. A field marks its type if no other type has it;
// when an entry has marks of several types, the earlier type in the table
// wins, as in RenderCV.
#include "profile/entry_type.h"

#define COMMON                                                                 \
    "date", "start_date", "end_date", "location", "summary", "highlights", NULL

static const char *const one_line_fields[] = {"label", "details", NULL};
static const char *const normal_fields[] = {"name", COMMON};
static const char *const experience_fields[] = {"company", "position", COMMON};
static const char *const education_fields[] = {"institution", "area", "degree",
                                               COMMON};
static const char *const publication_fields[] = {
    "title", "authors", "doi", "url", "journal", "date", "summary", NULL};
static const char *const bullet_fields[] = {"bullet", NULL};
static const char *const number_fields[] = {"number", NULL};
static const char *const reversed_fields[] = {"reversed_number", NULL};
static const char *const group_fields[] = {"group", "entries", NULL};
static const char *const position_fields[] = {"position", COMMON};
static const char *const no_fields[] = {NULL};

static const struct entry_type types[] = {
    {ENTRY_GROUP, "a", "group", group_fields, 2, 1},
    {ENTRY_ONE_LINE, "a", "one-line entry", one_line_fields, 2, 2},
    {ENTRY_NORMAL, "a", "normal entry", normal_fields, 1, 1},
    {ENTRY_EXPERIENCE, "an", "experience entry", experience_fields, 2, 2},
    {ENTRY_EDUCATION, "an", "education entry", education_fields, 2, 3},
    {ENTRY_PUBLICATION, "a", "publication entry", publication_fields, 2, 5},
    {ENTRY_BULLET, "a", "bullet entry", bullet_fields, 1, 1},
    {ENTRY_NUMBERED, "a", "numbered entry", number_fields, 1, 1},
    {ENTRY_REVERSED_NUMBERED, "a", "reversed numbered entry", reversed_fields,
     1, 1},
};
static const struct entry_type position_type = {
    ENTRY_POSITION, "a", "position", position_fields, 1, 1};
static const struct entry_type text_type = {ENTRY_TEXT, "a", "text",
                                            no_fields,  0,   0};

// The characteristic fields of all types.
static const char *const marks[] = {
    "label",    "details",     "name",   "company",
    "position", "institution", "area",   "degree",
    "title",    "authors",     "doi",    "url",
    "journal",  "bullet",      "number", "reversed_number",
    "group",    NULL};

const struct entry_type *entry_type_of(const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return &text_type;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        for (size_t k = 0; k < types[i].characteristic; k++)
            if (node_lookup(node, types[i].fields[k]))
                return &types[i];
    return NULL;
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
