// SPDX-License-Identifier: MIT
// Setting a value at a path (--set cv.sections.education[0].degree=PhD).
// The path's nodes are copied from the root down, so that a wrong path leaves
// everything as it was and no shared node changes.
#include "profile/node.h"

#include "base/utf8.h"

// As deep as yaml.c reads.
#define PATH_MAX_STEPS 64
// No list of a CV is longer; keeps numbers within size_t.
#define PATH_MAX_DIGITS 6

struct step {
    struct str key;
    size_t from; // in the path
    size_t to;
    size_t index; // SIZE_MAX if the key is no number
    bool bracket; // [0]: always an index
};

struct path {
    struct arena *arena;
    struct diags *diags;
    struct str text;
    struct pos pos; // where it begins
    struct step steps[PATH_MAX_STEPS];
    size_t count;
};

// The place of the path's bytes [from, to).
static struct pos place(const struct path *path, size_t from, size_t to)
{
    struct pos pos = path->pos;
    size_t length = utf8_length(str_slice(path->text, from, to));

    pos.column += (uint32_t)utf8_length(str_slice(path->text, 0, from));
    pos.length = length > 0 ? (uint32_t)length : 1;
    return pos;
}

static struct pos step_place(const struct path *path, const struct step *step)
{
    return place(path, step->from, step->to);
}

// Returns the path up to and without the given step.
static struct str path_before(const struct path *path, size_t step)
{
    struct str s = str_slice(path->text, 0, path->steps[step].from);

    if (str_ends(s, STR(".")))
        s.len--;
    return s.len > 0 ? s : STR("the profile");
}

static size_t parse_index(struct str s)
{
    size_t index = 0;

    if (s.len == 0 || s.len > PATH_MAX_DIGITS)
        return SIZE_MAX;
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.ptr[i]))
            return SIZE_MAX;
        index = index * 10 + (size_t)(s.ptr[i] - '0');
    }
    return index;
}

static bool path_error(const struct path *path, size_t at, const char *message)
{
    diag_error(path->diags, place(path, at, path->text.len),
               STR("a path is written cv.sections.education[0].degree; "
                   "quote a key with dots or spaces: "
                   "cv.sections.\"My Section\""),
               "%s", message);
    return false;
}

// Parses the step that begins at *at, moving *at behind it.
static bool parse_step(struct path *path, size_t *at, struct step *step)
{
    struct str text = path->text;
    size_t from = *at;
    char first = from < text.len ? text.ptr[from] : '\0';
    bool quoted = first == '"' || first == '\'';
    size_t end;

    step->from = from;
    step->bracket = first == '[';
    if (step->bracket || quoted) {
        end = str_find_char(text, quoted ? first : ']', from + 1);
        if (end == SIZE_MAX)
            return path_error(path, from, "this is never closed");
        step->key = str_slice(text, from + 1, end);
        *at = end + 1;
    } else {
        for (end = from; end < text.len; end++)
            if (text.ptr[end] == '.' || text.ptr[end] == '[')
                break;
        step->key = str_slice(text, from, end);
        *at = end;
    }
    step->to = *at;
    step->index = quoted ? SIZE_MAX : parse_index(step->key);
    if (step->bracket && step->index == SIZE_MAX)
        return path_error(path, from, "expected an item's number in [ ]");
    if (step->key.len == 0)
        return path_error(path, from, "a key is missing");
    return true;
}

// The path comes from the command line, where any byte may stand.
static bool check_characters(const struct path *path)
{
    size_t malformed = utf8_check(path->text);

    if (malformed < path->text.len)
        return path_error(path, malformed, "not valid UTF-8");
    for (size_t i = 0; i < path->text.len; i++)
        if ((unsigned char)path->text.ptr[i] < ' ' || path->text.ptr[i] == 0x7f)
            return path_error(path, i, "a control character");
    return true;
}

static bool parse_path(struct path *path)
{
    size_t at = 0;

    if (!check_characters(path))
        return false;
    do {
        if (path->count == PATH_MAX_STEPS)
            return path_error(path, at, "the path is too long");
        if (!parse_step(path, &at, &path->steps[path->count]))
            return false;
        path->count++;
        if (at < path->text.len && path->text.ptr[at] == '.')
            at++;
        else if (at < path->text.len && path->text.ptr[at] != '[')
            return path_error(path, at, "expected '.' or '['");
        else if (at == path->text.len)
            return true;
    } while (true);
}

static struct node *shallow_copy(struct arena *arena, const struct node *node,
                                 enum node_kind kind, struct pos pos)
{
    struct node *copy = arena_new_of(arena, struct node);

    copy->kind = kind;
    copy->pos = pos;
    if (!node || node->kind == NODE_NULL)
        return copy;
    copy->pos = node->pos;
    for (size_t i = 0; i < node->pairs.len; i++)
        vec_push(arena, &copy->pairs, node->pairs.ptr[i]);
    for (size_t i = 0; i < node->items.len; i++)
        vec_push(arena, &copy->items, node->items.ptr[i]);
    return copy;
}

static void report_index(const struct path *path, const struct step *step,
                         size_t number, size_t len)
{
    struct str hint =
        len == 0   ? STR("[0] appends the first item")
        : len == 1 ? STR("its item is [0]; [1] appends one")
                   : str_format(path->arena,
                                "its items are [0] to [%zu]; [%zu] appends one",
                                len - 1, len);

    diag_error(path->diags, step_place(path, step), hint,
               "%.*s has %zu item%s, no item %zu",
               STR_ARG(path_before(path, number)), len, len == 1 ? "" : "s",
               step->index);
}

// A list was given a key: perhaps the user left out the number.
static void report_key_of_list(const struct path *path, const struct step *step,
                               size_t number)
{
    diag_error(path->diags, step_place(path, step),
               str_format(path->arena, "name one of its items first: %.*s[0]",
                          STR_ARG(path_before(path, number))),
               "%.*s is a list, it has no key '%.*s'",
               STR_ARG(path_before(path, number)), STR_ARG(step->key));
}

// Returns a hint with the key of parent, holding a list or a map, that is
// nearest to the key of the step before.
static struct str sibling_hint(const struct path *path,
                               const struct node *parent, size_t number)
{
    struct arena *arena = path->arena;
    size_t count = parent ? parent->pairs.len : 0;
    struct str *keys = arena_array_of(arena, count, struct str);
    struct str nearest;
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        const struct node *value = parent->pairs.ptr[i].value;

        if (value->kind == NODE_LIST || value->kind == NODE_MAP)
            keys[found++] = parent->pairs.ptr[i].key;
    }
    nearest = number > 0
                  ? suggest_nearest(path->steps[number - 1].key, keys, found)
                  : (struct str){"", 0};
    if (nearest.len > 0)
        return str_format(arena, "did you mean '%.*s'?", STR_ARG(nearest));
    return str_format(arena, "set %.*s itself",
                      STR_ARG(path_before(path, number)));
}

// What the step wants of a node that it looks into.
static bool check_step(const struct path *path, size_t number,
                       const struct node *node, const struct node *parent,
                       bool *list)
{
    const struct step *step = &path->steps[number];
    bool absent = !node || node->kind == NODE_NULL;
    size_t len = absent ? 0 : node->items.len;

    if (!absent && node->kind == NODE_SCALAR) {
        diag_error(path->diags, step_place(path, step),
                   sibling_hint(path, parent, number),
                   "%.*s is a text, nothing can be set below it",
                   STR_ARG(path_before(path, number)));
        return false;
    }
    *list = absent ? step->index != SIZE_MAX : node->kind == NODE_LIST;
    if (*list && step->index == SIZE_MAX) {
        report_key_of_list(path, step, number);
        return false;
    }
    if (*list && step->index > len) {
        report_index(path, step, number, len);
        return false;
    }
    if (!*list && step->bracket) {
        diag_error(path->diags, step_place(path, step), (struct str){"", 0},
                   "%.*s is a map, it has keys and no item %zu",
                   STR_ARG(path_before(path, number)), step->index);
        return false;
    }
    return true;
}

static struct node *set_at(const struct path *path, size_t number,
                           const struct node *node, const struct node *parent,
                           struct node *value);

static bool set_item(const struct path *path, size_t number, struct node *copy,
                     struct node *value)
{
    size_t index = path->steps[number].index;
    struct node *old = index < copy->items.len ? copy->items.ptr[index] : NULL;
    struct node *new = set_at(path, number + 1, old, copy, value);

    if (!new)
        return false;
    if (index == copy->items.len)
        vec_push(path->arena, &copy->items, new);
    else
        copy->items.ptr[index] = new;
    return true;
}

static bool set_key(const struct path *path, size_t number, struct node *copy,
                    struct node *value)
{
    const struct step *step = &path->steps[number];
    struct pair *pair = node_lookup_pair(copy, step->key);
    struct pair added = {step->key, step_place(path, step), NULL};

    added.value =
        set_at(path, number + 1, pair ? pair->value : NULL, copy, value);
    if (!added.value)
        return false;
    if (pair)
        *pair = added;
    else
        vec_push(path->arena, &copy->pairs, added);
    return true;
}

// Returns node with the value set at the path from step number on, or NULL.
static struct node *set_at(const struct path *path, size_t number,
                           const struct node *node, const struct node *parent,
                           struct node *value)
{
    struct node *copy;
    bool list;

    if (number == path->count)
        return value;
    if (!check_step(path, number, node, parent, &list))
        return NULL;
    copy =
        shallow_copy(path->arena, node, list ? NODE_LIST : NODE_MAP, path->pos);
    if (list ? !set_item(path, number, copy, value)
             : !set_key(path, number, copy, value))
        return NULL;
    return copy;
}

bool node_set(struct arena *arena, struct node **root, struct str path_text,
              struct node *value, struct pos pos, struct diags *diags)
{
    struct path path = {
        .arena = arena, .diags = diags, .text = path_text, .pos = pos};
    struct node *changed;

    if (!parse_path(&path))
        return false;
    for (size_t i = 0; i < path.count; i++)
        path.steps[i].key = utf8_nfc(arena, str_copy(arena, path.steps[i].key));
    changed = set_at(&path, 0, *root, NULL, value);
    if (!changed)
        return false;
    *root = changed;
    return true;
}
