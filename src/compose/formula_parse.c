// SPDX-License-Identifier: MIT
// Recursive descent over TeX's notation. Whatever is wrong is told and left
// out, and reading goes on behind it.
#include "base/utf8.h"
#include "compose/formula_place.h"
#include "compose/formula_symbols.h"

// Deeper groups than anyone writes; keeps the stack small.
#define MAX_DEPTH 24
// TeX's \relpenalty and \binoppenalty.
#define REL_PENALTY 500
#define BIN_PENALTY 700
// Hints are looked for in names up to this length.
#define NAME_MAX_LENGTH 24

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct pos pos;
    struct str s;
    size_t at;
    int depth;
    int fences; // \left that are open
    bool too_deep;
    enum formula_alphabet alphabet;
};

static void parse_list(struct reader *r, struct formula_list *list);

static char peek(const struct reader *r)
{
    return r->at < r->s.len ? r->s.ptr[r->at] : '\0';
}

static void skip_blanks(struct reader *r)
{
    while (ascii_is_space(peek(r)))
        r->at++;
}

// The command at at, without its backslash: letters, or one character.
static struct str command_at(const struct reader *r, size_t at)
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

static bool at_command(const struct reader *r, const char *name)
{
    return peek(r) == '\\' && str_eq_cstr(command_at(r, r->at), name);
}

static void complain(struct reader *r, size_t from, struct str hint,
                     const char *message)
{
    struct str what = str_slice(r->s, from, r->at > from ? r->at : from + 1);

    diag_error(r->diags, formula_place(r->diags, r->pos, what), hint,
               "in the formula $%.*s$: %s", STR_ARG(r->s), message);
}

static struct formula_node symbol_of(const struct reader *r, uint32_t rune,
                                     enum formula_class class)
{
    return (struct formula_node){.kind = FORMULA_SYMBOL,
                                 .class = class,
                                 .alphabet = r->alphabet,
                                 .rune = rune};
}

// Reads up to the brace that closes the one at r->at; \} does not count.
static struct str read_raw(struct reader *r)
{
    size_t start = ++r->at;
    int depth = 1;

    for (; r->at < r->s.len; r->at++) {
        char c = r->s.ptr[r->at];

        if (c == '\\' && r->at + 1 < r->s.len)
            r->at++;
        else if (c == '{')
            depth++;
        else if (c == '}' && --depth == 0)
            return str_slice(r->s, start, r->at++);
    }
    complain(r, start - 1, STR(""), "a '{' without its '}'");
    return str_slice(r->s, start, r->s.len);
}

// Whether groups are too deep to go on; then reading ends.
static bool is_too_deep(struct reader *r)
{
    if (r->depth < MAX_DEPTH)
        return false;
    if (!r->too_deep)
        complain(r, r->at, STR(""), "too many groups within each other");
    r->too_deep = true;
    r->at = r->s.len;
    return true;
}

// Reads {list}, the opening brace next.
static void parse_group(struct reader *r, struct formula_list *list)
{
    size_t start = r->at++;

    parse_list(r, list);
    if (peek(r) == '}')
        r->at++;
    else if (!r->too_deep)
        complain(r, start, STR(""), "a '{' without its '}'");
}

static bool parse_nucleus(struct reader *r, struct formula_node *node);

// Reads what a command or a script is applied to: a group or one symbol.
static struct formula_list *parse_argument(struct reader *r)
{
    struct formula_list *list = arena_new_of(r->arena, struct formula_list);
    struct formula_node node;
    size_t start;

    skip_blanks(r);
    start = r->at;
    if (peek(r) == '{') {
        parse_group(r, list);
        return list;
    }
    if (r->at < r->s.len && peek(r) != '}' && peek(r) != '^' &&
        peek(r) != '_' && !at_command(r, "right")) {
        if (parse_nucleus(r, &node))
            vec_push(r->arena, list, node);
        return list;
    }
    if (!r->too_deep)
        complain(r, start > 0 ? start - 1 : 0, STR(""),
                 "nothing follows what needs an argument");
    return list;
}

// The text of \text{...}: a backslash before a sign stands for the sign.
static struct str unescape(struct arena *arena, struct str raw)
{
    struct buf text = {.arena = arena};

    for (size_t i = 0; i < raw.len; i++) {
        if (raw.ptr[i] == '\\' && i + 1 < raw.len)
            i++;
        if (raw.ptr[i] != '{' && raw.ptr[i] != '}')
            buf_add_char(&text, raw.ptr[i] == '~' ? ' ' : raw.ptr[i]);
    }
    return buf_str(&text);
}

static void parse_word(struct reader *r, struct formula_node *node, bool roman)
{
    node->kind = FORMULA_WORD;
    node->roman = roman;
    if (peek(r) == '*') // \operatorname*
        r->at++;
    skip_blanks(r);
    if (peek(r) == '{')
        node->text = unescape(r->arena, read_raw(r));
    else
        complain(r, r->at, STR(""), "a command without its {text}");
}

// \mathrm{KL} is a word; other alphabets are those of single letters.
static bool is_word(const struct reader *r)
{
    size_t at = r->at;

    if (peek(r) != '{')
        return false;
    for (at++; at < r->s.len && ascii_is_alnum(r->s.ptr[at]); at++)
        ;
    return at > r->at + 1 && at < r->s.len && r->s.ptr[at] == '}';
}

static void parse_alphabet(struct reader *r, struct formula_node *node,
                           enum formula_alphabet alphabet)
{
    enum formula_alphabet outer = r->alphabet;

    skip_blanks(r);
    if (alphabet == FORMULA_ROMAN && is_word(r)) {
        parse_word(r, node, true);
        return;
    }
    r->alphabet = alphabet;
    node->kind = FORMULA_GROUP;
    node->body = parse_argument(r);
    r->alphabet = outer;
}

// Reads what stands behind \left or \right; NULL for "." or nothing.
static struct formula_node *parse_delimiter(struct reader *r,
                                            enum formula_class class)
{
    struct formula_node *node = arena_new_of(r->arena, struct formula_node);

    skip_blanks(r);
    if (peek(r) == '.') {
        r->at++;
        return NULL;
    }
    if (r->at >= r->s.len || peek(r) == '{' || peek(r) == '}' ||
        !parse_nucleus(r, node) || node->kind != FORMULA_SYMBOL)
        return NULL;
    if (node->rune == '<')
        node->rune = 0x27E8;
    else if (node->rune == '>')
        node->rune = 0x27E9;
    node->class = class;
    return node;
}

static void parse_fence(struct reader *r, struct formula_node *node,
                        size_t start)
{
    node->kind = FORMULA_FENCE;
    node->class = FORMULA_INNER;
    node->open = parse_delimiter(r, FORMULA_OPEN);
    node->body = arena_new_of(r->arena, struct formula_list);
    r->fences++;
    parse_list(r, node->body);
    r->fences--;
    if (at_command(r, "right")) {
        r->at += sizeof "\\right" - 1;
        node->close = parse_delimiter(r, FORMULA_CLOSE);
    } else if (!r->too_deep) {
        complain(r, start, STR(""), "a \\left without its \\right");
    }
}

static void parse_root(struct reader *r, struct formula_node *node)
{
    size_t start;

    node->kind = FORMULA_RADICAL;
    node->rune = 0x221A;
    skip_blanks(r);
    start = r->at;
    if (peek(r) == '[') {
        while (r->at < r->s.len && r->s.ptr[r->at++] != ']')
            ;
        complain(r, start, STR("write x^{1/3}"), "roots are square roots only");
    }
    node->body = parse_argument(r);
}

static void unknown_command(struct reader *r, size_t start, struct str name)
{
    struct str near = {"", 0};

    if (name.len <= NAME_MAX_LENGTH)
        near = formula_command_suggest(r->arena, name);
    if (near.len > 0)
        near = str_format(r->arena, "did you mean '\\%.*s'?", STR_ARG(near));
    complain(r, start, near,
             str_to_cstr(r->arena,
                         str_format(r->arena, "unknown command '%.*s'",
                                    STR_ARG(str_slice(r->s, start, r->at)))));
}

// What a command is that stands for itself.
static bool apply(struct reader *r, const struct formula_command *command,
                  struct formula_node *node, size_t start)
{
    *node = (struct formula_node){.class = command->class};
    switch (command->kind) {
    case COMMAND_SYMBOL:
        *node = symbol_of(r, (uint32_t)command->value, command->class);
        return true;
    case COMMAND_WORD:
        node->kind = FORMULA_WORD;
        node->roman = true;
        node->text = str_from_cstr(command->name);
        return true;
    case COMMAND_SPACE:
        node->kind = FORMULA_SPACE;
        node->space = command->value;
        return true;
    case COMMAND_ACCENT:
        node->kind = FORMULA_ACCENT;
        node->rune = (uint32_t)command->value;
        node->body = parse_argument(r);
        return true;
    case COMMAND_ALPHABET:
        parse_alphabet(r, node, (enum formula_alphabet)command->value);
        return true;
    case COMMAND_TEXT:
    case COMMAND_OPERATOR:
        parse_word(r, node, command->kind == COMMAND_OPERATOR);
        if (command->kind == COMMAND_OPERATOR)
            node->class = FORMULA_OP;
        return true;
    case COMMAND_FRACTION:
        node->kind = FORMULA_FRACTION;
        node->body = parse_argument(r);
        node->below = parse_argument(r);
        return true;
    case COMMAND_ROOT:
        parse_root(r, node);
        return true;
    case COMMAND_LEFT:
        parse_fence(r, node, start);
        return true;
    case COMMAND_RIGHT:
        complain(r, start, STR(""), "a \\right without its \\left");
        return false;
    case COMMAND_NOTHING:
        break;
    }
    return false;
}

static bool parse_command(struct reader *r, struct formula_node *node)
{
    size_t start = r->at;
    struct str name = command_at(r, start);
    const struct formula_command *command = formula_command_lookup(name);

    r->at += 1 + name.len;
    if (!command && name.len == 0) {
        complain(r, start, STR(""), "a backslash at the end");
        return false;
    }
    if (!command) {
        unknown_command(r, start, name);
        return false;
    }
    return apply(r, command, node, start);
}

// Reads one atom without its scripts; false if it is nothing.
static bool parse_nucleus(struct reader *r, struct formula_node *node)
{
    uint32_t rune;
    enum formula_class class;

    if (is_too_deep(r))
        return false;
    *node = (struct formula_node){.kind = FORMULA_GROUP};
    if (peek(r) == '{' || peek(r) == '\\') {
        bool found = true;

        r->depth++;
        if (peek(r) == '\\') {
            found = parse_command(r, node);
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
    *node = symbol_of(r, rune, class);
    return true;
}

// Appends a symbol to one of an atom's scripts, which it makes.
static void push_script(struct reader *r, struct formula_list **script,
                        uint32_t rune)
{
    uint32_t shown;
    enum formula_class class = formula_class_of(rune, &shown);

    if (!*script)
        *script = arena_new_of(r->arena, struct formula_list);
    vec_push(r->arena, *script, symbol_of(r, shown, class));
}

// Appends the argument of ^ or _ to one of an atom's scripts.
static void parse_script(struct reader *r, struct formula_list **script,
                         bool given)
{
    size_t start = r->at++;
    struct formula_list *argument = parse_argument(r);

    if (given)
        complain(r, start, STR("group them with braces"),
                 "two superscripts or two subscripts");
    if (!*script) {
        *script = argument;
        return;
    }
    for (size_t i = 0; i < argument->len; i++)
        vec_push(r->arena, *script, argument->ptr[i]);
}

// Reads ^, _, primes and superscript characters, in any order.
static void parse_scripts(struct reader *r, struct formula_node *node)
{
    bool sup = false;
    bool sub = false;

    for (;;) {
        size_t next;
        uint32_t rune;
        int side;

        skip_blanks(r);
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

static bool begins_script(const struct reader *r)
{
    size_t next = r->at;
    uint32_t rune = utf8_next(r->s, &next);

    return rune == '^' || rune == '_' || rune == '\'' || rune == 0x2032 ||
           formula_script_of(rune, &rune) != 0;
}

// Reads up to the end, a '}' or a \right that is not the list's own.
static void parse_list(struct reader *r, struct formula_list *list)
{
    if (is_too_deep(r))
        return;
    r->depth++;
    for (;;) {
        struct formula_node node = {.kind = FORMULA_GROUP};

        skip_blanks(r);
        if (r->at >= r->s.len || peek(r) == '}' ||
            (at_command(r, "right") && r->fences > 0))
            break;
        if (begins_script(r))
            node.body = arena_new_of(r->arena, struct formula_list);
        else if (!parse_nucleus(r, &node))
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
                                    struct str source, struct pos pos)
{
    struct formula *formula = arena_new_of(arena, struct formula);
    struct buf linear = {.arena = arena};
    struct reader r = {.arena = arena, .diags = diags, .pos = pos, .s = source};

    for (;;) {
        parse_list(&r, &formula->list);
        if (r.at >= source.len)
            break;
        r.at++; // a '}' that closes nothing
        complain(&r, r.at - 1, STR("write \\} for a brace"),
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
