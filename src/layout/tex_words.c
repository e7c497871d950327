// SPDX-License-Identifier: MIT
// LuaTeX looks for words from left to right. A word is a run of letters,
// whatever stands around it; one with hyphens inside may be broken behind
// them but is not divided elsewhere. Behind a hyphen that follows no letter
// nothing is divided up to the next space.
#include "layout/tex_words.h"

#include "base/utf8.h"

enum search {
    SEARCH_WORDS,    // letters begin a word
    SEARCH_COMPOUND, // letters go on a word with hyphens
    SEARCH_HYPHENS,  // up to the next space only hyphens count
};

struct cut {
    struct arena *arena;
    struct str word;
    struct tex_parts *parts;
    enum search search;
    size_t start;       // of the part
    size_t divide_from; // SIZE_MAX: none yet
    size_t divide_to;
};

static bool is_number(uint32_t rune)
{
    return (rune >= '0' && rune <= '9') || rune == 0xB2 || rune == 0xB3 ||
           rune == 0xB9 || (rune >= 0xBC && rune <= 0xBE);
}

// Characters with a \lccode.
static bool is_letter(uint32_t rune)
{
    return rune_is_word(rune) && !is_number(rune);
}

static void push_part(struct cut *c, size_t end, bool breaks)
{
    size_t from = c->divide_from < end ? c->divide_from : end;
    size_t to = c->divide_to < end ? c->divide_to : end;
    struct tex_part part = {.text = str_slice(c->word, c->start, end),
                            .breaks_after = breaks,
                            .divide_from = from - c->start,
                            .divide_to = (to > from ? to : from) - c->start};

    vec_push(c->arena, c->parts, part);
    c->start = end;
    c->divide_from = c->search == SEARCH_WORDS ? end : SIZE_MAX;
    c->divide_to = SIZE_MAX;
}

static void stop_dividing(struct cut *c, size_t at)
{
    if (c->divide_to > at)
        c->divide_to = at;
    c->search = SEARCH_HYPHENS;
}

// A hyphen that ends before offset. Returns where to read on.
static size_t cut_hyphen(struct cut *c, size_t offset, bool after_letter)
{
    struct str word = c->word;
    size_t end = offset;

    while (end < word.len && word.ptr[end] == '-')
        end++;
    after_letter = after_letter && c->search != SEARCH_HYPHENS;
    if (end == offset && after_letter)
        c->search = SEARCH_COMPOUND;
    else
        stop_dividing(c, end);
    // Of hyphens in a row, only those behind a letter can be broken at.
    if (end < word.len && (end == offset || after_letter))
        push_part(c, end, true);
    return end;
}

void tex_word_cut(struct arena *arena, struct str word, struct tex_parts *parts)
{
    struct cut c = {
        .arena = arena, .word = word, .parts = parts, .divide_to = SIZE_MAX};
    bool after_letter = false;

    for (size_t offset = 0; offset < word.len;) {
        size_t at = offset;
        uint32_t rune = utf8_next(word, &offset);

        if (rune == '-') {
            offset = cut_hyphen(&c, offset, after_letter);
            after_letter = false;
            continue;
        }
        after_letter = is_letter(rune);
        if (c.search == SEARCH_COMPOUND && !after_letter) {
            c.search = SEARCH_WORDS;
            c.divide_from = at;
        }
    }
    if (c.start < word.len)
        push_part(&c, word.len, false);
}

bool tex_next_run(struct str text, size_t *from, size_t to, size_t *start,
                  size_t *end)
{
    size_t offset = *from;

    while (offset < to) {
        size_t at = offset;

        if (!is_letter(utf8_next(text, &offset)))
            continue;
        *start = at;
        *end = offset;
        while (offset < text.len && is_letter(utf8_next(text, &offset)))
            *end = offset;
        *from = *end;
        offset = *end;
        if (offset == text.len || text.ptr[offset] != '-')
            return true;
    }
    return false;
}

// What closes quotes and brackets leaves the factor as it is.
static bool is_closing(uint32_t rune)
{
    return rune == '\'' || rune == ')' || rune == ']' || rune == '}' ||
           rune == 0xBB || rune == 0x2019 || rune == 0x201D || rune == 0x203A;
}

int tex_space_factor(struct str text, int factor)
{
    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);

        if (!is_closing(rune))
            factor = TEX_SPACE_FACTOR - rune_is_upper(rune);
    }
    return factor;
}
