// SPDX-License-Identifier: MIT
// One walk over the texts. A text keeps its place when values come into it,
// so that later messages show where it was written; but one that is nothing
// except a placeholder has the place of the value, which is what is wrong then.
#include "profile/placeholders.h"

#include "base/place.h"
#include "base/utf8.h"
#include "base/verbatim.h"
#include "profile/check.h"
#include "profile/excerpt.h"

// What all values together may add to a profile, as much as the files that it
// includes: a long value could be used ten thousand times.
#define GROWTH_MAX (4 << 20)
// For so many mistakes, names are compared with those there are.
#define HINTS_MAX 50
// Longer than any list of attributes in use.
#define ATTRIBUTES_MAX 128

struct filler {
    struct arena *arena;
    struct diags *diags;
    struct pair_list values; // scalars, or null for an empty text
    size_t growth;           // bytes that came in so far
};

// Returns the name that begins at from, or an empty one.
static struct str take_name(struct str s, size_t from)
{
    size_t end = from;

    while (end < s.len &&
           (ascii_is_lower(s.ptr[end]) ||
            (end > from && (ascii_is_digit(s.ptr[end]) || s.ptr[end] == '_'))))
        end++;
    return str_slice(s, from, end);
}

static bool is_name(struct str s)
{
    return s.len > 0 && take_name(s, 0).len == s.len;
}

// Returns the name in "{name}" at the brace, or an empty one.
static struct str name_at(struct str s, size_t brace)
{
    struct str name = take_name(s, brace + 1);
    size_t end = brace + 1 + name.len;

    if (end < s.len && s.ptr[end] == '}')
        return name;
    return (struct str){"", 0};
}

static const struct node *lookup(const struct filler *filler, struct str name)
{
    for (size_t i = 0; i < filler->values.len; i++)
        if (str_eq(filler->values.ptr[i].key, name))
            return filler->values.ptr[i].value;
    return NULL;
}

static struct str nearest(const struct filler *filler, struct str name)
{
    size_t count = filler->values.len;
    struct str *names = arena_array_of(filler->arena, count, struct str);

    for (size_t i = 0; i < count; i++)
        names[i] = filler->values.ptr[i].key;
    return suggest_nearest(name, names, count);
}

static void report_unknown(const struct filler *filler, struct str name,
                           struct pos pos)
{
    struct arena *arena = filler->arena;
    struct str braced = str_format(arena, "{%.*s}", STR_ARG(name));
    struct str near = {"", 0};

    if (diags_errors(filler->diags) < HINTS_MAX) {
        near = nearest(filler, name);
        pos = place_within(filler->diags, pos, braced);
    }
    diag_error(filler->diags, pos,
               check_did_you_mean(
                   arena, near,
                   str_format(arena,
                              "give %.*s a value below placeholders, or write "
                              "{%.*s} for the word in braces",
                              STR_ARG(excerpt(arena, name)),
                              STR_ARG(excerpt(arena, braced)))),
               "the placeholder '%.*s' has no value",
               STR_ARG(excerpt(arena, name)));
}

// Returns the end of what begins at at and is taken as it is, or at: code,
// formulas, what a backslash stands before, attributes of "[text]{lang=de}".
static size_t skip_verbatim(struct str s, size_t at)
{
    struct str unused;
    size_t end;

    switch (s.ptr[at]) {
    case '`':
        return verbatim_code_end(s, at);
    case '\\':
        return at + 2 < s.len ? at + 2 : s.len;
    case '$':
        end = verbatim_formula_end(s, at, &unused);
        return end > 0 ? end : at;
    case ']':
        if (at + 1 >= s.len || s.ptr[at + 1] != '{')
            return at;
        end = str_find_char(str_slice(s, 0, at + ATTRIBUTES_MAX), '}', at);
        return end == SIZE_MAX ? at + 1 : end + 1;
    default:
        return at;
    }
}

// Adds the value of the name, once there is room for it.
static void add_value(struct filler *filler, struct str name, struct pos pos,
                      struct buf *out)
{
    const struct node *value = lookup(filler, name);

    if (!value) {
        report_unknown(filler, name, pos);
        return;
    }
    if (value->kind == NODE_NULL)
        return;
    filler->growth += value->text.len;
    if (filler->growth <= GROWTH_MAX)
        buf_add(out, str_trim(value->text));
    else
        diag_error(filler->diags, (struct pos){.source = pos.source},
                   (struct str){"", 0},
                   "the placeholders make the texts larger by more than 4 MB");
}

// Takes what begins with the brace at at; returns where it ends.
static size_t take_brace(struct filler *filler, struct str s, size_t at,
                         struct pos pos, struct buf *out)
{
    bool twice = at + 1 < s.len && s.ptr[at + 1] == '{';
    struct str name = name_at(s, at + twice);

    if (twice && name.len > 0) {
        size_t end = at + 1 + name.len + 2;

        buf_addf(out, "{%.*s}", STR_ARG(name));
        return end < s.len && s.ptr[end] == '}' ? end + 1 : end;
    }
    if (twice || name.len == 0) {
        buf_add_char(out, '{');
        return at + 1 + twice;
    }
    add_value(filler, name, pos, out);
    return at + name.len + 2;
}

static struct str fill(struct filler *filler, struct str s, struct pos pos)
{
    struct buf out = {.arena = filler->arena};

    if (str_find_char(s, '{', 0) == SIZE_MAX)
        return s;
    buf_add(&out, STR(""));
    for (size_t at = 0; at < s.len;) {
        size_t end = skip_verbatim(s, at);

        if (end == at && s.ptr[at] == '{') {
            at = take_brace(filler, s, at, pos, &out);
            continue;
        }
        end = end == at ? at + 1 : end;
        buf_add(&out, str_slice(s, at, end));
        at = end;
    }
    return utf8_nfc(filler->arena, buf_str(&out));
}

// What is nothing but a placeholder has the value's place.
static struct pos place_of(const struct filler *filler, struct str whole,
                           struct pos pos)
{
    struct str s = str_trim(whole);
    struct str name = s.len > 2 && s.ptr[0] == '{' ? name_at(s, 0) : STR("");
    const struct node *value = lookup(filler, name);

    if (name.len + 2 == s.len && value && value->pos.source)
        return value->pos;
    return pos;
}

static struct node *fill_text(struct filler *filler, struct node *node)
{
    struct node *filled;
    struct str text = fill(filler, node->text, node->pos);

    if (text.ptr == node->text.ptr)
        return node;
    filled = arena_new_of(filler->arena, struct node);
    *filled = *node;
    filled->pos = place_of(filler, node->text, node->pos);
    filled->text = text;
    return filled;
}

// A value that begins with a brace is a map to YAML: "name: {company}" is the
// key company without a value, right behind the brace.
static bool is_unquoted(const struct node *node)
{
    const struct pair *pair = node->pairs.ptr;

    return node->kind == NODE_MAP && node->pairs.len == 1 &&
           pair->value->kind == NODE_NULL && is_name(pair->key) &&
           pair->key_pos.line == node->pos.line &&
           pair->key_pos.column == node->pos.column + 1;
}

static struct node *text_of_unquoted(const struct filler *filler,
                                     const struct node *node)
{
    struct node *text = arena_new_of(filler->arena, struct node);

    *text = (struct node){
        .kind = NODE_SCALAR,
        .pos = node->pos,
        .text = str_format(filler->arena, "{%.*s}",
                           STR_ARG(node->pairs.ptr[0].key)),
    };
    return text;
}

static struct node *fill_node(struct filler *filler, struct node *node)
{
    struct node *filled;

    if (is_unquoted(node))
        node = text_of_unquoted(filler, node);
    if (node->kind == NODE_SCALAR)
        return fill_text(filler, node);
    if (node->kind == NODE_NULL)
        return node;
    filled = arena_new_of(filler->arena, struct node);
    *filled = *node;
    filled->items = (struct node_list){0};
    filled->pairs = (struct pair_list){0};
    for (size_t i = 0; i < node->items.len; i++)
        vec_push(filler->arena, &filled->items,
                 fill_node(filler, node->items.ptr[i]));
    // Keys can be titles of sections and bullets.
    for (size_t i = 0; i < node->pairs.len; i++) {
        struct pair pair = node->pairs.ptr[i];

        pair.key = fill(filler, pair.key, pair.key_pos);
        pair.value = fill_node(filler, pair.value);
        vec_push(filler->arena, &filled->pairs, pair);
    }
    return filled;
}

static void read_value(struct filler *filler, const struct pair *pair)
{
    struct checker checker = {filler->arena, filler->diags};

    if (!is_name(pair->key))
        diag_error(filler->diags, pair->key_pos,
                   STR("write it as company or hiring_manager"),
                   "'%.*s' cannot be a placeholder's name: it has lower-case "
                   "letters, digits and '_' only",
                   STR_ARG(excerpt(filler->arena, pair->key)));
    else if (pair->value->kind == NODE_LIST || pair->value->kind == NODE_MAP)
        check_expected(&checker, pair->value, "a text");
    // What is wrong is told; that it lacks a value would follow from that.
    vec_push(filler->arena, &filler->values, *pair);
}

static void add_builtin(struct filler *filler, const char *name,
                        struct node *value)
{
    struct pair pair = {.key = str_from_cstr(name), .value = value};

    if (value && value->kind == NODE_SCALAR && !lookup(filler, pair.key))
        vec_push(filler->arena, &filler->values, pair);
}

static void read_values(struct filler *filler, const struct node *root,
                        const struct node *placeholders, struct str date)
{
    struct node *today = arena_new_of(filler->arena, struct node);
    struct node *name = node_lookup(node_lookup(root, "cv"), "name");

    for (size_t i = 0; i < placeholders->pairs.len; i++)
        read_value(filler, &placeholders->pairs.ptr[i]);
    *today = (struct node){.kind = NODE_SCALAR, .text = date};
    add_builtin(filler, "date", today);
    // The name may have placeholders itself, but hardly its own.
    if (name && !lookup(filler, STR("name")))
        add_builtin(filler, "name", fill_node(filler, name));
}

struct node *placeholders_fill(struct arena *arena, struct node *root,
                               struct str date, struct diags *diags)
{
    const struct node *placeholders = node_lookup(root, "placeholders");
    struct filler filler = {.arena = arena, .diags = diags};
    struct checker checker = {arena, diags};
    struct node *filled;

    if (!placeholders)
        return root;
    if (placeholders->kind == NODE_MAP)
        read_values(&filler, root, placeholders, date);
    else if (placeholders->kind != NODE_NULL)
        check_expected(&checker, placeholders, "a map of names to texts");
    filled = arena_new_of(arena, struct node);
    *filled = *root;
    filled->pairs = (struct pair_list){0};
    for (size_t i = 0; i < root->pairs.len; i++) {
        struct pair pair = root->pairs.ptr[i];

        if (str_eq_cstr(pair.key, "placeholders"))
            continue;
        if (placeholders->kind == NODE_MAP &&
            (str_eq_cstr(pair.key, "cv") || str_eq_cstr(pair.key, "letter") ||
             str_eq_cstr(pair.key, "settings")))
            pair.value = fill_node(&filler, pair.value);
        vec_push(arena, &filled->pairs, pair);
    }
    return filled;
}
