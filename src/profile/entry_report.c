// SPDX-License-Identifier: MIT
// An entry that lacks something is held against the type that it fits best
// (entry_match.h). One error tells of all its fields that have another name;
// what is misspelt among the others is told by entry_read().
#include "profile/entry_report.h"

#include "profile/entry_match.h"
#include "profile/excerpt.h"
#include "profile/synonyms.h"

static bool is_missing(const struct node *value)
{
    return node_is_null(value) ||
           (value->kind == NODE_SCALAR && str_trim(value->text).len == 0) ||
           (value->kind == NODE_LIST && value->items.len == 0);
}

// Several positions stand for the one.
static bool is_instead(const struct node *node, const char *field)
{
    return str_eq_cstr(str_from_cstr(field), "position") &&
           !is_missing(node_lookup(node, "positions"));
}

struct str entry_lacks(struct arena *arena, const struct node *node,
                       const struct entry_type *type)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < type->mandatory; i++)
        if (is_missing(node_lookup(node, type->fields[i])) &&
            !is_instead(node, type->fields[i]))
            buf_addf(&buf, "%sno %s", buf.len > 0 ? " and " : "",
                     type->fields[i]);
    return buf_str(&buf);
}

static void add_meant(struct buf *hint, struct str key, const char *field)
{
    buf_addf(hint, "%s'%.*s': did you mean '%s'?", hint->len > 0 ? " " : "",
             STR_ARG(excerpt(hint->arena, key)), field);
}

// Returns a hint for the other names of missing fields, or the fields of the
// type.
static struct str fields_hint(struct arena *arena, const struct node *node,
                              const struct entry_type *type)
{
    struct buf hint = {.arena = arena};

    for (size_t i = 0; type->fields[i]; i++) {
        const char *field = type->fields[i];
        struct str key = entry_meant_by(node, field, type);
        bool told = i >= type->mandatory && !synonym_is(key, field);

        if (key.len > 0 && is_missing(node_lookup(node, field)) && !told)
            add_meant(&hint, key, field);
    }
    if (hint.len > 0)
        return buf_str(&hint);
    return str_format(arena, "%s %s has the fields %.*s", type->article,
                      type->name, STR_ARG(check_join(arena, type->fields)));
}

// Returns whether the map is most likely a text with a colon in it: fields
// have no capitals and no blanks.
static bool is_text(const struct node *node, bool surely)
{
    const struct pair *pair = node->pairs.len == 1 ? node->pairs.ptr : NULL;

    if (!pair || pair->value->kind != NODE_SCALAR || entry_is_field(pair->key))
        return false;
    return !surely || ascii_is_upper(*pair->key.ptr) ||
           str_find_char(pair->key, ' ', 0) != SIZE_MAX;
}

static bool is_before(struct pos a, struct pos b)
{
    return a.source == b.source && a.line < b.line;
}

// A map among texts is most often a text with a colon in it.
static void report_no_text(const struct entry_frame *frame,
                           const struct node *node)
{
    struct str what = STR("a text");

    if (is_before(frame->example, node->pos))
        what = str_format(frame->checker->arena, "a text as in line %u",
                          frame->example.line);
    check_expected(frame->checker, node,
                   str_to_cstr(frame->checker->arena, what));
}

// Returns the hint for a key that is a misspelt field of some type, or an
// empty text.
static struct str misspelt_hint(struct arena *arena, const struct node *node)
{
    for (size_t i = 0; i < node->pairs.len; i++) {
        struct str key = node->pairs.ptr[i].key;
        struct str near = check_nearest(arena, key, entry_type_marks());

        if (!entry_is_field(key) && near.len > 0)
            return str_format(arena, "'%.*s': did you mean '%.*s'?",
                              STR_ARG(excerpt(arena, key)), STR_ARG(near));
    }
    return (struct str){"", 0};
}

static void report_unknown(const struct entry_frame *frame,
                           const struct node *node)
{
    struct arena *arena = frame->checker->arena;
    const struct entry_type *usual = frame->type;
    struct str hint = {"", 0};

    if (!is_text(node, true))
        hint = misspelt_hint(arena, node);
    if (hint.len == 0 && usual == entry_type_text()) {
        report_no_text(frame, node);
        return;
    }
    if (hint.len == 0 && is_text(node, false))
        hint = check_quote_hint(arena, node);
    if (hint.len == 0 && usual)
        hint = str_format(arena, "%s %s, as others here, has the fields %.*s",
                          usual->article, usual->name,
                          STR_ARG(check_join(arena, usual->fields)));
    if (hint.len == 0)
        hint = STR("an entry is a text or has label and details, "
                   "name, company and position, institution and area, "
                   "title and authors, bullet, number, "
                   "reversed_number, grant, patent, reference, "
                   "language, skill, or group and entries");
    diag_error(frame->checker->diags, node->pos, hint,
               "this entry is of no known type");
}

// Whether all that a map has could be of the type: only its name is missing.
static bool has_only_fields_of(const struct node *node,
                               const struct entry_type *type)
{
    for (size_t i = 0; i < node->pairs.len; i++)
        if (!check_is_key(node->pairs.ptr[i].key, type->fields))
            return false;
    return node->pairs.len > 0;
}

void entry_report(const struct entry_frame *frame, const struct node *node)
{
    struct arena *arena = frame->checker->arena;
    const struct entry_type *type = entry_match(node, frame->type);
    struct str lacks = {"", 0};

    if (!type && frame->type && has_only_fields_of(node, frame->type))
        type = frame->type;
    if (type)
        lacks = entry_lacks(arena, node, type);
    // A field of another type is there and empty.
    if (type && lacks.len == 0) {
        type = entry_type_of(node);
        lacks = entry_lacks(arena, node, type);
    }
    if (lacks.len > 0)
        diag_error(frame->checker->diags, node->pos,
                   fields_hint(arena, node, type), "this %s has %.*s",
                   type->name, STR_ARG(lacks));
    else
        report_unknown(frame, node);
}

void entry_report_untitled(const struct checker *checker,
                           const struct node *node)
{
    static const char *const titles[] = {"name", "title", "label", "heading"};
    const struct pair *pair = node_lookup_pair(node, STR("entries"));
    struct str hint = STR("give it one with the key 'group'");

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        const struct pair *title =
            node_lookup_pair(node, str_from_cstr(titles[i]));

        if (!title)
            continue;
        pair = title;
        hint = str_format(checker->arena, "write 'group' instead of '%s'",
                          titles[i]);
        break;
    }
    diag_error(checker->diags, pair->key_pos, hint,
               "this list of entries has no title");
}
