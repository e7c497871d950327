// SPDX-License-Identifier: MIT
// Recursive descent over TeX's notation. Whatever is wrong is told and left
// out, and reading goes on behind it.
#include "compose/formula_reader.h"

#include "base/utf8.h"
#include "compose/formula_place.h"

// Deeper groups than anyone writes; keeps the stack small.
#define MAX_DEPTH 24
// TeX's \relpenalty and \binoppenalty.
#define REL_PENALTY 500
#define BIN_PENALTY 700

char reader_peek(const struct formula_reader *r)
{
    return r->at < r->s.len ? r->s.ptr[r->at] : '\0';
}

void reader_skip_blanks(struct formula_reader *r)
{
    while (ascii_is_space(reader_peek(r)))
        r->at++;
}

// The command at at, without its backslash: letters, or one character.
struct str reader_command(const struct formula_reader *r, size_t at)
{
    size_t start = at + 1;
    size_t end = start;

    if (at >= r->s.len || r->s.ptr[at] != '\\' || start >= r->s.len)
        return (struct str){"", 0};
    while (end < r->s.len && ascii_is_alpha(r->s.ptr[end]))
        end++;
    if (end == start)
        (void)utf8_next(r->s, &end);
    return str_slice(r->s, start, end);
}

bool reader_at_command(const struct formula_reader *r, const char *name)
{
    return reader_peek(r) == '\\' &&
           str_eq_cstr(reader_command(r, r->at), name);
}

void reader_complain(struct formula_reader *r, size_t from, struct str hint,
                     const char *message)
{
    struct str what = str_slice(r->s, from, r->at > from ? r->at : from + 1);

    diag_error(r->diags, formula_place(r->diags, r->pos, r->s, r->nth, what),
               hint, "in the formula $%.*s$: %s", STR_ARG(r->s), message);
}

struct formula_node reader_symbol(const struct formula_reader *r, uint32_t rune,
                                  enum formula_class class)
{
    return (struct formula_node){.kind = FORMULA_SYMBOL,
                                 .class = class,
                                 .alphabet = r->alphabet,
                                 .rune = rune};
}

// Whether groups are too deep to go on; then reading ends.
static bool is_too_deep(struct formula_reader *r)
{
    if (r->depth < MAX_DEPTH)
        return false;
    if (!r->too_deep)
        reader_complain(r, r->at, STR(""), "too many groups within each other");
    r->too_deep = true;
    r->at = r->s.len;
    return true;
}

// Reads {list}, the opening brace next.
static void parse_group(struct formula_reader *r, struct formula_list *list)
{
    size_t start = r->at++;

    reader_list(r, list);
    if (reader_peek(r) == '}')
        r->at++;
    else if (!r->too_deep)
        reader_complain(r, start, STR(""), "a '{' without its '}'");
}

// Reads what a command or a script is applied to: a group or one symbol.
struct formula_list *reader_argument(struct formula_reader *r)
{
    struct formula_list *list = arena_new_of(r->arena, struct formula_list);
    struct formula_node node;
    size_t start;

    reader_skip_blanks(r);
    start = r->at;
    if (reader_peek(r) == '{') {
        parse_group(r, list);
        return list;
    }
    if (r->at < r->s.len && reader_peek(r) != '}' && reader_peek(r) != '^' &&
        reader_peek(r) != '_' && !reader_at_command(r, "right")) {
        if (reader_nucleus(r, &node))
            vec_push(r->arena, list, node);
        return list;
    }
    if (!r->too_deep)
        reader_complain(r, start > 0 ? start - 1 : 0, STR(""),
                        "nothing follows what needs an argument");
    return list;
}

// Reads one atom without its scripts; false if it is nothing.
bool reader_nucleus(struct formula_reader *r, struct formula_node *node)
{
    uint32_t rune;
    enum formula_class class;

    if (is_too_deep(r))
        return false;
    *node = (struct formula_node){.kind = FORMULA_GROUP};
    if (reader_peek(r) == '{' || reader_peek(r) == '\\') {
        bool found = true;

        r->depth++;
        if (reader_peek(r) == '\\') {
            found = reader_apply(r, node);
        } else {
            node->body = arena_new_of(r->arena, struct formula_list);
            parse_group(r, node->body);
        }
        r->depth--;
        return found;
    }
    rune = utf8_next(r->s, &r->at);
    if (rune_is_invisible(rune))
        return false;
    if (rune == '~' || rune == 0xA0) {
        *node = (struct formula_node){.kind = FORMULA_SPACE, .space = 6};
        return true;
    }
    class = formula_class_of(rune, &rune);
    *node = reader_symbol(r, rune, class);
    return true;
}

// Appends a symbol to one of an atom's scripts, which it makes.
static void push_script(struct formula_reader *r, struct formula_list **script,
                        uint32_t rune)
{
    uint32_t shown;
    enum formula_class class = formula_class_of(rune, &shown);

    if (!*script)
        *script = arena_new_of(r->arena, struct formula_list);
    vec_push(r->arena, *script, reader_symbol(r, shown, class));
}

// Appends the argument of ^ or _ to one of an atom's scripts.
static void parse_script(struct formula_reader *r, struct formula_list **script,
                         bool given)
{
    size_t start = r->at++;
    struct formula_list *argument = reader_argument(r);

    if (given)
        reader_complain(r, start, STR("group them with braces"),
                        "two superscripts or two subscripts");
    if (!*script) {
        *script = argument;
        return;
    }
    for (size_t i = 0; i < argument->len; i++)
        vec_push(r->arena, *script, argument->ptr[i]);
}

// Reads ^, _, primes and superscript characters, in any order.
static void parse_scripts(struct formula_reader *r, struct formula_node *node)
{
    bool sup = false;
    bool sub = false;

    for (;;) {
        size_t next;
        uint32_t rune;
        int side;

        reader_skip_blanks(r);
        next = r->at;
        rune = r->at < r->s.len ? utf8_next(r->s, &next) : 0;
        side = formula_script_of(rune, &rune);
        if (rune == '^' && side == 0) {
            parse_script(r, &node->sup, sup);
            sup = true;
        } else if (rune == '_' && side == 0) {
            parse_script(r, &node->sub, sub);
            sub = true;
        } else if (side != 0 || rune == '\'' || rune == 0x2032) {
            push_script(r, side < 0 ? &node->sub : &node->sup,
                        side != 0 ? rune : 0x2032);
            r->at = next;
        } else {
            return;
        }
    }
}

static bool begins_script(const struct formula_reader *r)
{
    size_t next = r->at;
    uint32_t rune = utf8_next(r->s, &next);

    return rune == '^' || rune == '_' || rune == '\'' || rune == 0x2032 ||
           formula_script_of(rune, &rune) != 0;
}

// Reads up to the end, a '}' or a \right that is not the list's own.
void reader_list(struct formula_reader *r, struct formula_list *list)
{
    if (is_too_deep(r))
        return;
    r->depth++;
    for (;;) {
        struct formula_node node = {.kind = FORMULA_GROUP};

        reader_skip_blanks(r);
        if (r->at >= r->s.len || reader_peek(r) == '}' ||
            (reader_at_command(r, "right") && r->fences > 0))
            break;
        if (begins_script(r))
            node.body = arena_new_of(r->arena, struct formula_list);
        else if (!reader_nucleus(r, &node))
            continue;
        if (node.kind != FORMULA_SPACE)
            parse_scripts(r, &node);
        vec_push(r->arena, list, node);
    }
    r->depth--;
}

// Where a line may end, by TeX's rules: behind relations and binary
// operators, not before another relation.
static void set_penalties(struct formula_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        struct formula_node *node = &list->ptr[i];

        node->penalty = FORMULA_NO_BREAK;
        if (i + 1 == list->len || node->kind == FORMULA_SPACE)
            continue;
        if (node->class == FORMULA_BIN)
            node->penalty = BIN_PENALTY;
        else if (node->class == FORMULA_REL &&
                 list->ptr[i + 1].class != FORMULA_REL)
            node->penalty = REL_PENALTY;
    }
}

const struct formula *formula_parse(struct arena *arena, struct diags *diags,
                                    struct str source, size_t nth,
                                    struct pos pos)
{
    struct formula *formula = arena_new_of(arena, struct formula);
    struct buf linear = {.arena = arena};
    struct formula_reader r = {
        .arena = arena, .diags = diags, .pos = pos, .s = source, .nth = nth};

    for (;;) {
        reader_list(&r, &formula->list);
        if (r.at >= source.len)
            break;
        r.at++; // a '}' that closes nothing
        reader_complain(&r, r.at - 1, STR("write \\} for a brace"),
                        "a '}' without its '{'");
    }
    formula_space(&formula->list, false);
    formula_read(arena, &formula->list);
    set_penalties(&formula->list);
    for (size_t i = 0; i < formula->list.len; i++) {
        if (formula->list.ptr[i].blank)
            buf_add_char(&linear, ' ');
        formula_add_linear(&linear, &formula->list.ptr[i]);
    }
    formula->linear = buf_str(&linear);
    return formula;
}
