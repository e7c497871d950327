// SPDX-License-Identifier: MIT
// A character that is typed directly gets the class of the command that stands
// for it (formula_commands.c).
#include "compose/formula_symbols.h"

const struct formula_command *formula_command_lookup(struct str name)
{
    for (size_t i = 0; i < formula_command_count; i++)
        if (str_eq_cstr(name, formula_commands[i].name))
            return &formula_commands[i];
    return NULL;
}

struct str formula_command_suggest(struct arena *arena, struct str name)
{
    struct str *names =
        arena_array_of(arena, formula_command_count, struct str);

    for (size_t i = 0; i < formula_command_count; i++)
        names[i] = str_from_cstr(formula_commands[i].name);
    return suggest_nearest(name, names, formula_command_count);
}

// ASCII as plain TeX has it, and what keyboards give for a sign.
static const struct typed {
    uint32_t rune;
    enum formula_class class;
    uint32_t shown;
} typed[] = {
    {'+', FORMULA_BIN, '+'},       {'-', FORMULA_BIN, 0x2212},
    {0x2212, FORMULA_BIN, 0x2212}, {0x2013, FORMULA_BIN, 0x2212},
    {'*', FORMULA_BIN, 0x2217},    {0xB7, FORMULA_BIN, 0x22C5},
    {'=', FORMULA_REL, '='},       {'<', FORMULA_REL, '<'},
    {'>', FORMULA_REL, '>'},       {':', FORMULA_REL, ':'},
    {'~', FORMULA_REL, 0x223C},    {',', FORMULA_PUNCT, ','},
    {';', FORMULA_PUNCT, ';'},     {'(', FORMULA_OPEN, '('},
    {'[', FORMULA_OPEN, '['},      {')', FORMULA_CLOSE, ')'},
    {']', FORMULA_CLOSE, ']'},     {'!', FORMULA_CLOSE, '!'},
    {'?', FORMULA_CLOSE, '?'},     {0xB5, FORMULA_ORD, 0x3BC},
    {0x2126, FORMULA_ORD, 0x3A9},  {0x2206, FORMULA_ORD, 0x394},
    {0x2225, FORMULA_ORD, 0x2016},
};

enum formula_class formula_class_of(uint32_t rune, uint32_t *shown)
{
    *shown = rune;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        if (typed[i].rune == rune) {
            *shown = typed[i].shown;
            return typed[i].class;
        }
    for (size_t i = 0; rune >= 0x80 && i < formula_command_count; i++)
        if (formula_commands[i].kind == COMMAND_SYMBOL &&
            (uint32_t)formula_commands[i].value == rune)
            return formula_commands[i].class;
    return FORMULA_ORD;
}

static const struct script {
    uint32_t plain, super, sub; // 0: there is none
} scripts[] = {
    {'0', 0x2070, 0x2080}, {'1', 0xB9, 0x2081},   {'2', 0xB2, 0x2082},
    {'3', 0xB3, 0x2083},   {'4', 0x2074, 0x2084}, {'5', 0x2075, 0x2085},
    {'6', 0x2076, 0x2086}, {'7', 0x2077, 0x2087}, {'8', 0x2078, 0x2088},
    {'9', 0x2079, 0x2089}, {'+', 0x207A, 0x208A}, {0x2212, 0x207B, 0x208B},
    {'n', 0x207F, 0x2099}, {'i', 0x2071, 0x1D62}, {'j', 0, 0x2C7C},
    {'k', 0, 0x2096},      {'m', 0, 0x2098},      {'p', 0, 0x209A},
    {'t', 0, 0x209C},      {'x', 0, 0x2093},      {'a', 0, 0x2090},
    {'T', 0x1D40, 0},
};

int formula_script_of(uint32_t rune, uint32_t *plain)
{
    for (size_t i = 0; rune >= 0x80 && i < sizeof scripts / sizeof *scripts;
         i++) {
        int side = (rune == scripts[i].super) - (rune == scripts[i].sub);

        if (side == 0)
            continue;
        *plain = scripts[i].plain;
        return side;
    }
    return 0;
}

uint32_t formula_superscript(uint32_t rune)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (scripts[i].plain == rune && (rune < 0x3A || rune == 0x2212))
            return scripts[i].super;
    return 0;
}

uint32_t formula_negated(uint32_t relation)
{
    static const uint32_t pairs[][2] = {
        {'=', 0x2260},    {'<', 0x226E},    {'>', 0x226F},    {0x2208, 0x2209},
        {0x220B, 0x220C}, {0x2203, 0x2204}, {0x2223, 0x2224}, {0x2225, 0x2226},
        {0x223C, 0x2241}, {0x2243, 0x2244}, {0x2245, 0x2247}, {0x2248, 0x2249},
        {0x2261, 0x2262}, {0x2264, 0x2270}, {0x2265, 0x2271}, {0x227A, 0x2280},
        {0x227B, 0x2281}, {0x2282, 0x2284}, {0x2283, 0x2285}, {0x2286, 0x2288},
        {0x2287, 0x2289}, {0x22A2, 0x22AC}, {0x22A8, 0x22AD}, {0x2192, 0x219B},
        {0x2190, 0x219A}, {0x2194, 0x21AE}, {0x21D2, 0x21CF}, {0x21D4, 0x21CE},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == relation)
            return pairs[i][1];
    return 0;
}
