// SPDX-License-Identifier: MIT
// What each kind of command makes of what follows it.
#include "compose/formula_reader.h"

// Hints are looked for in names up to this length.
#define NAME_MAX_LENGTH 24

// Reads up to the brace that closes the one at r->at; \} does not count.
static struct str read_raw(struct formula_reader *r)
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
    reader_complain(r, start - 1, STR(""), "a '{' without its '}'");
    return str_slice(r->s, start, r->s.len);
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

static void parse_word(struct formula_reader *r, struct formula_node *node,
                       bool roman)
{
    node->kind = FORMULA_WORD;
    node->roman = roman;
    if (reader_peek(r) == '*') // \operatorname*
        r->at++;
    reader_skip_blanks(r);
    if (reader_peek(r) == '{')
        node->text = unescape(r->arena, read_raw(r));
    else
        reader_complain(r, r->at, STR(""), "a command without its {text}");
}

// \mathrm{KL} is a word; other alphabets are those of single letters.
static bool is_word(const struct formula_reader *r)
{
    size_t at = r->at;

    if (reader_peek(r) != '{')
        return false;
    for (at++; at < r->s.len && ascii_is_alnum(r->s.ptr[at]); at++)
        ;
    return at > r->at + 1 && at < r->s.len && r->s.ptr[at] == '}';
}

static void parse_alphabet(struct formula_reader *r, struct formula_node *node,
                           enum formula_alphabet alphabet)
{
    enum formula_alphabet outer = r->alphabet;

    reader_skip_blanks(r);
    if (alphabet == FORMULA_ROMAN && is_word(r)) {
        parse_word(r, node, true);
        return;
    }
    r->alphabet = alphabet;
    node->kind = FORMULA_GROUP;
    node->body = reader_argument(r);
    r->alphabet = outer;
}

// Reads what stands behind \left or \right; NULL for "." or nothing.
static struct formula_node *parse_delimiter(struct formula_reader *r,
                                            enum formula_class class)
{
    struct formula_node *node = arena_new_of(r->arena, struct formula_node);

    reader_skip_blanks(r);
    if (reader_peek(r) == '.') {
        r->at++;
        return NULL;
    }
    if (r->at >= r->s.len || reader_peek(r) == '{' || reader_peek(r) == '}' ||
        !reader_nucleus(r, node) || node->kind != FORMULA_SYMBOL)
        return NULL;
    if (node->rune == '<')
        node->rune = 0x27E8;
    else if (node->rune == '>')
        node->rune = 0x27E9;
    node->class = class;
    return node;
}

static void parse_fence(struct formula_reader *r, struct formula_node *node,
                        size_t start)
{
    node->kind = FORMULA_FENCE;
    node->class = FORMULA_INNER;
    node->open = parse_delimiter(r, FORMULA_OPEN);
    node->body = arena_new_of(r->arena, struct formula_list);
    r->fences++;
    reader_list(r, node->body);
    r->fences--;
    if (reader_at_command(r, "right")) {
        r->at += sizeof "\\right" - 1;
        node->close = parse_delimiter(r, FORMULA_CLOSE);
    } else if (!r->too_deep) {
        reader_complain(r, start, STR(""), "a \\left without its \\right");
    }
}

static void parse_root(struct formula_reader *r, struct formula_node *node)
{
    size_t start;

    node->kind = FORMULA_RADICAL;
    node->rune = 0x221A;
    reader_skip_blanks(r);
    start = r->at;
    if (reader_peek(r) == '[') {
        while (r->at < r->s.len && r->s.ptr[r->at++] != ']')
            ;
        reader_complain(r, start, STR("write x^{1/3}"),
                        "roots are square roots only");
    }
    node->body = reader_argument(r);
}

static void unknown_command(struct formula_reader *r, size_t start,
                            struct str name)
{
    struct str near = {"", 0};

    if (name.len <= NAME_MAX_LENGTH)
        near = formula_command_suggest(r->arena, name);
    if (near.len > 0)
        near = str_format(r->arena, "did you mean '\\%.*s'?", STR_ARG(near));
    else if (name.len > 1 && name.len <= NAME_MAX_LENGTH)
        near = str_format(r->arena,
                          "the name of an operator is \\operatorname{%.*s}",
                          STR_ARG(name));
    reader_complain(
        r, start, near,
        str_to_cstr(r->arena,
                    str_format(r->arena, "unknown command '%.*s'",
                               STR_ARG(str_slice(r->s, start, r->at)))));
}

static void push_space(struct formula_reader *r, struct formula_list *list,
                       int width)
{
    vec_push(r->arena, list,
             (struct formula_node){.kind = FORMULA_SPACE, .space = width});
}

// Widths as amsmath has them in running text.
static void parse_mod(struct formula_reader *r, struct formula_node *node,
                      enum formula_mod mod)
{
    struct formula_node word = {
        .kind = FORMULA_WORD, .roman = true, .text = STR("mod")};
    struct formula_list *argument;

    if (mod == FORMULA_BMOD) {
        word.class = FORMULA_BIN;
        *node = word;
        return;
    }
    node->kind = FORMULA_GROUP;
    node->body = arena_new_of(r->arena, struct formula_list);
    push_space(r, node->body, mod == FORMULA_MOD ? 12 : 8);
    if (mod == FORMULA_PMOD)
        vec_push(r->arena, node->body, reader_symbol(r, '(', FORMULA_OPEN));
    vec_push(r->arena, node->body, word);
    push_space(r, node->body, 6);
    argument = reader_argument(r);
    for (size_t i = 0; i < argument->len; i++)
        vec_push(r->arena, node->body, argument->ptr[i]);
    if (mod == FORMULA_PMOD)
        vec_push(r->arena, node->body, reader_symbol(r, ')', FORMULA_CLOSE));
}

// Returns false if nothing follows that has a negation.
static bool parse_not(struct formula_reader *r, struct formula_node *node,
                      size_t start)
{
    reader_skip_blanks(r);
    if (r->at < r->s.len && reader_peek(r) != '}' && reader_peek(r) != '{' &&
        reader_nucleus(r, node) && node->kind == FORMULA_SYMBOL &&
        formula_negated(node->rune) != 0) {
        node->rune = formula_negated(node->rune);
        return true;
    }
    reader_complain(r, start,
                    STR("it goes with =, <, \\in, \\subset and the like"),
                    "\\not before something that has no negation");
    return false;
}

// Reads the arguments of a command.
static bool apply_to_arguments(struct formula_reader *r,
                               const struct formula_command *command,
                               struct formula_node *node, size_t start)
{
    switch (command->kind) {
    case COMMAND_ACCENT:
        node->kind = FORMULA_ACCENT;
        node->rune = (uint32_t)command->value;
        node->body = reader_argument(r);
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
        node->body = reader_argument(r);
        node->below = reader_argument(r);
        return true;
    case COMMAND_ROOT:
        parse_root(r, node);
        return true;
    case COMMAND_LEFT:
        parse_fence(r, node, start);
        return true;
    case COMMAND_MOD:
        parse_mod(r, node, (enum formula_mod)command->value);
        return true;
    case COMMAND_NOT:
        return parse_not(r, node, start);
    default:
        return false;
    }
}

static bool apply(struct formula_reader *r,
                  const struct formula_command *command,
                  struct formula_node *node, size_t start)
{
    *node = (struct formula_node){.class = command->class};
    switch (command->kind) {
    case COMMAND_SYMBOL:
        *node = reader_symbol(r, (uint32_t)command->value, command->class);
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
    case COMMAND_RIGHT:
        reader_complain(r, start, STR(""), "a \\right without its \\left");
        return false;
    case COMMAND_NOTHING:
        return false;
    default:
        return apply_to_arguments(r, command, node, start);
    }
}

bool reader_apply(struct formula_reader *r, struct formula_node *node)
{
    size_t start = r->at;
    struct str name = reader_command(r, start);
    const struct formula_command *command = formula_command_lookup(name);

    r->at += 1 + name.len;
    if (!command && name.len == 0) {
        reader_complain(r, start, STR(""), "a backslash at the end");
        return false;
    }
    if (!command) {
        unknown_command(r, start, name);
        return false;
    }
    return apply(r, command, node, start);
}
