// SPDX-License-Identifier: MIT
// Highlights. Sub-bullets are written in any of three ways:
//   - Text             - Text:          - Text
//     - sub-bullet       - sub-bullet   - - sub-bullet
// a text whose lines begin with "- " (node.h says how the reader keeps
// them), a map of one key to a list, and a list after its bullet. A bullet
// with a date or a priority is a map with the key text.
#include "profile/keys.h"
#include "profile/parts.h"

// Deeper bullets are no longer read by people.
#define BULLETS_MAX_DEPTH 4

const char *const bullet_keys[] = {"text",     "date",     "start_date",
                                   "end_date", "dates",    "highlights",
                                   "tags",     "priority", NULL};

// Bullets at one indentation of a text.
struct level {
    struct bullet_list *list;
    size_t indent;
};

// A text that is being divided into bullets.
struct outline {
    const struct checker *checker;
    struct pos pos;
    struct level levels[BULLETS_MAX_DEPTH];
    size_t count; // of levels
    size_t depth; // of levels[0]
};

static void read_node(const struct checker *checker, const struct node *node,
                      size_t depth, struct bullet_list *list);

static void report_depth(const struct checker *checker, struct pos pos)
{
    diag_error(checker->diags, pos, (struct str){"", 0},
               "bullets are nested deeper than %d levels", BULLETS_MAX_DEPTH);
}

static struct bullet *last_bullet(const struct bullet_list *list)
{
    return list->len > 0 ? &list->ptr[list->len - 1] : NULL;
}

// Chooses the list for a line with "- " at the indentation.
static void enter(struct outline *outline, size_t indent)
{
    struct bullet *parent;

    while (outline->count > 1 &&
           outline->levels[outline->count - 1].indent > indent)
        outline->count--;
    parent = last_bullet(outline->levels[outline->count - 1].list);
    if (indent <= outline->levels[outline->count - 1].indent || !parent)
        return;
    if (outline->depth + outline->count >= BULLETS_MAX_DEPTH) {
        report_depth(outline->checker, outline->pos);
        return;
    }
    outline->levels[outline->count++] =
        (struct level){&parent->children, indent};
}

static void add_bullet(struct outline *outline, struct str text)
{
    struct bullet bullet = {.text = {text, outline->pos}};

    vec_push(outline->checker->arena, outline->levels[outline->count - 1].list,
             bullet);
}

// A line without "- " goes on with the bullet before it.
static void add_line(struct outline *outline, struct str line, bool first)
{
    struct arena *arena = outline->checker->arena;
    struct str text = str_trim(line);
    size_t indent = 0;
    struct bullet *bullet;

    while (indent < line.len && line.ptr[indent] == ' ')
        indent++;
    if (str_starts(text, STR("- "))) {
        // Without a text before them, lines with "- " are the bullets.
        if (first)
            outline->levels[0].indent = indent + 1;
        enter(outline, indent + 1);
        add_bullet(outline, str_trim(str_slice(text, 2, text.len)));
        return;
    }
    bullet = last_bullet(outline->levels[outline->count - 1].list);
    if (first || !bullet)
        add_bullet(outline, text);
    else
        bullet->text.str = str_format(arena, "%.*s %.*s",
                                      STR_ARG(bullet->text.str), STR_ARG(text));
}

static void read_text(const struct checker *checker, const struct node *node,
                      size_t depth, struct bullet_list *list)
{
    struct outline outline = {.checker = checker,
                              .pos = node->pos,
                              .levels = {{list, 0}},
                              .count = 1,
                              .depth = depth};
    struct str rest = node->text;
    bool first = true;

    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');

        if (str_trim(line).len == 0)
            continue;
        add_line(&outline, line, first);
        first = false;
    }
}

// "- text: ..." with what else a bullet can have.
static void read_keys(const struct checker *checker, const struct node *node,
                      size_t depth, struct bullet_list *list)
{
    const struct node *nested = node_lookup(node, "highlights");
    struct bullet bullet = {0};

    check_keys(checker, node, bullet_keys, "a bullet");
    if (!check_mandatory(checker, node, "text", "bullet", &bullet.text))
        return;
    periods_read(checker, node, &bullet.periods);
    bullet.priority = priority_read(checker, node);
    if (nested && nested->kind == NODE_LIST)
        read_node(checker, nested, depth + 1, &bullet.children);
    else if (!node_is_null(nested))
        check_expected(checker, nested, "a list of texts");
    vec_push(checker->arena, list, bullet);
}

// Reports "- txt: ..."; returns false if there is no such key.
static bool report_misspelt(const struct checker *checker,
                            const struct node *node)
{
    const struct str text = STR("text");

    for (size_t i = 0; node->pairs.ptr && i < node->pairs.len; i++) {
        const struct pair *pair = &node->pairs.ptr[i];

        if (pair->value->kind != NODE_SCALAR ||
            suggest_within(pair->key, &text, 1, 1).len == 0)
            continue;
        check_report_key(checker, pair, bullet_keys, "a bullet",
                         STR("did you mean 'text'?"));
        return true;
    }
    return false;
}

// "- Text:" with a list below it.
static void read_map(const struct checker *checker, const struct node *node,
                     size_t depth, struct bullet_list *list)
{
    const struct pair *pair = node->pairs.len == 1 ? node->pairs.ptr : NULL;
    struct bullet bullet = {0};

    // "- text: [...]" is a bullet "text" with sub-bullets.
    if (node_lookup(node, "text") &&
        !(pair && pair->value->kind == NODE_LIST)) {
        read_keys(checker, node, depth, list);
        return;
    }
    if (!pair || pair->value->kind != NODE_LIST) {
        if (!report_misspelt(checker, node))
            check_expected(checker, node, "a text");
        return;
    }
    bullet.text = (struct text){pair->key, pair->key_pos};
    read_node(checker, pair->value, depth + 1, &bullet.children);
    vec_push(checker->arena, list, bullet);
}

static void read_item(const struct checker *checker, const struct node *item,
                      size_t depth, struct bullet_list *list)
{
    struct bullet *parent = last_bullet(list);

    switch (item->kind) {
    case NODE_NULL:
        diag_warning(checker->diags, item->pos, (struct str){"", 0},
                     "an empty bullet is left out");
        break;
    case NODE_SCALAR:
        read_text(checker, item, depth, list);
        break;
    case NODE_MAP:
        read_map(checker, item, depth, list);
        break;
    case NODE_LIST:
        if (parent)
            read_node(checker, item, depth + 1, &parent->children);
        else
            diag_error(checker->diags, item->pos, (struct str){"", 0},
                       "sub-bullets need a bullet before them");
        break;
    }
}

static void read_node(const struct checker *checker, const struct node *node,
                      size_t depth, struct bullet_list *list)
{
    if (depth >= BULLETS_MAX_DEPTH) {
        report_depth(checker, node->pos);
        return;
    }
    for (size_t i = 0; i < node->items.len; i++)
        read_item(checker, node->items.ptr[i], depth, list);
}

void bullets_read(const struct checker *checker, const struct node *node,
                  struct bullet_list *list)
{
    if (node->kind == NODE_MAP)
        check_expected(checker, node, "a list of texts");
    else if (node->kind == NODE_SCALAR)
        read_text(checker, node, 0, list);
    else
        read_node(checker, node, 0, list);
}
