// SPDX-License-Identifier: MIT
// Each key of an entry speaks for the types that have it, most of all where
// it is a field by which the type is known. Keys that are misspelt, or called
// otherwise elsewhere, speak for what they stand for.
#include "profile/entry_match.h"

#include "profile/check.h"
#include "profile/synonyms.h"

// Shorter keys are too near to other words: "note" to "date".
#define MISSPELT_MIN 5
#define MEANT_MIN 3
// In so many letters there may be one slip.
#define LETTERS_PER_SLIP 4

// How much a key speaks for a type.
enum score {
    SCORE_MARK = 6,  // a field by which the type is known
    SCORE_MEANT = 4, // one, written otherwise
    SCORE_USUAL = 2, // entries around are of the type
    SCORE_FIELD = 1, // any other field
    SCORE_LACK = -1, // a wanted field that nothing stands for
};

// What entries of all types can have.
static const char *const common_fields[] = {
    "date",         "start_date", "end_date",   "dates",    "location",
    "summary",      "highlights", "links",      "lang",     "tags",
    "key",          "note",       "page_break", "priority", "status",
    "authors_note", NULL};

// Returns whether the key is the field with so many slips.
static bool is_slip(struct str key, const char *field, size_t slips)
{
    struct str name = str_from_cstr(field);

    return key.len >= MISSPELT_MIN &&
           suggest_within(key, &name, 1, slips).len > 0;
}

// Returns the nearest of the fields, or an empty text.
static struct str misspelt_in(struct str key, const char *const *fields)
{
    for (size_t slips = 0; slips <= key.len / LETTERS_PER_SLIP; slips++)
        for (size_t i = 0; fields[i]; i++)
            if (is_slip(key, fields[i], slips))
                return str_from_cstr(fields[i]);
    return (struct str){"", 0};
}

struct str entry_misspelt(struct str key, const struct entry_type *type)
{
    struct str field = misspelt_in(key, type->fields);

    return field.len > 0 ? field : misspelt_in(key, common_fields);
}

bool entry_is_field(struct str key)
{
    size_t count;
    const struct entry_type *types = entry_types(&count);

    for (size_t i = 0; i < count; i++)
        if (check_is_key(key, types[i].fields))
            return true;
    return check_is_key(key, common_fields);
}

// Where a field is missing, words of fewer letters will do: "aera".
static bool stands_for(struct str key, const char *field)
{
    struct str name = str_from_cstr(field);
    size_t slips = key.len / LETTERS_PER_SLIP;

    if (synonym_is(key, field))
        return true;
    return key.len >= MEANT_MIN && !entry_is_field(key) &&
           suggest_within(key, &name, 1, slips > 0 ? slips : 1).len > 0;
}

struct str entry_meant_by(const struct node *node, const char *field,
                          const struct entry_type *type)
{
    for (size_t i = 0; i < node->pairs.len; i++) {
        struct str key = node->pairs.ptr[i].key;

        if (!check_is_key(key, type->fields) && stands_for(key, field))
            return key;
    }
    return (struct str){"", 0};
}

// What the node's keys say about a type.
struct match {
    int score;
    size_t marks; // fields that it has by which the type is known
    size_t meant; // those that it has by another name
    bool title;   // the first of them among these
};

static struct match match_type(const struct node *node,
                               const struct entry_type *type)
{
    struct match match = {0};

    for (size_t k = 0; type->fields[k]; k++) {
        bool mark = k < type->characteristic;

        if (node_lookup(node, type->fields[k])) {
            match.score += mark ? SCORE_MARK : SCORE_FIELD;
            match.marks += mark;
        } else if (mark &&
                   entry_meant_by(node, type->fields[k], type).len > 0) {
            match.score += SCORE_MEANT;
            match.meant++;
            match.title = match.title || k == 0;
        } else if (k < type->wanted) {
            match.score += SCORE_LACK;
        }
    }
    return match;
}

// One key that may stand for a lesser field tells too little.
static bool tells(const struct match *match, bool usual)
{
    return match->marks > 0 || match->meant > 1 ||
           (match->meant == 1 && (usual || match->title));
}

const struct entry_type *entry_match(const struct node *node,
                                     const struct entry_type *usual)
{
    const struct entry_type *best = NULL;
    size_t count;
    const struct entry_type *types = entry_types(&count);
    int most = 0;

    for (size_t i = 0; i < count; i++) {
        struct match match = match_type(node, &types[i]);

        if (!tells(&match, &types[i] == usual))
            continue;
        if (&types[i] == usual)
            match.score += SCORE_USUAL;
        if (best && match.score <= most)
            continue;
        best = &types[i];
        most = match.score;
    }
    return best;
}
