// SPDX-License-Identifier: MIT
// Only the words beside the space count, so a pass over the atoms is linear.
#include "layout/binding.h"

#include "base/utf8.h"

// What should stay together, and what had better: beside badness 100, which
// costs about as much as a penalty of 100, one is a wall and one a nudge.
#define BOUND 5000
#define LOOSELY_BOUND 500
// A last line of one word, or of fewer than five characters.
#define RUNT 2000
#define RUNT_LENGTH 5
#define RUNT_MIN_SPACES 3
#define TITLE_LENGTH_MAX 5

#define MIN_SPACE_PERCENT 15
#define SHRINK_DIVISOR 3

// The nearest word before or after the space, empty if there is none: spans
// of one word are joined for the purpose.
static struct str word_before(const struct atom_list *atoms, size_t space)
{
    if (space == 0 || atoms->ptr[space - 1].kind != ATOM_WORD)
        return (struct str){"", 0};
    return atoms->ptr[space - 1].text;
}

static struct str word_after(const struct atom_list *atoms, size_t space)
{
    if (space + 1 >= atoms->len || atoms->ptr[space + 1].kind != ATOM_WORD)
        return (struct str){"", 0};
    return atoms->ptr[space + 1].text;
}

static bool is_dash(struct str word)
{
    return str_eq(word, STR("\u2013")) || str_eq(word, STR("\u2014"));
}

// "J." or "W.W.": capitals with a full stop each.
static bool is_initial(struct str word)
{
    size_t offset = 0;
    bool any = false;

    while (offset < word.len) {
        uint32_t rune = utf8_next(word, &offset);

        if (offset >= word.len || word.ptr[offset] != '.' ||
            !rune_is_upper(rune))
            return false;
        offset++;
        any = true;
    }
    return any;
}

static bool is_title(struct str word)
{
    static const char *const titles[] = {
        "Dr.",  "Prof.", "Mr.",  "Mrs.", "Ms.", "St.", "No.", "Nr.",
        "Fig.", "vol.",  "Vol.", "p.",   "pp.", "Sr.", "Mme", "ca."};

    // Among the words of a text few are so short and end so.
    if (word.len < 2 || word.len > TITLE_LENGTH_MAX ||
        (word.ptr[word.len - 1] != '.' && word.ptr[word.len - 1] != 'e'))
        return false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_eq_cstr(word, titles[i]))
            return true;
    return false;
}

// Returns the number of digits that the word begins with; *rest is how many
// bytes follow them.
static size_t leading_digits(struct str word, size_t *rest)
{
    size_t digits = 0;

    while (digits < word.len && ascii_is_digit(word.ptr[digits]))
        digits++;
    *rest = word.len - digits;
    return digits;
}

static struct str without_stop(struct str word)
{
    while (word.len > 0 &&
           (word.ptr[word.len - 1] == '.' || word.ptr[word.len - 1] == ','))
        word.len--;
    return word;
}

static bool is_month(const struct layout_context *context, struct str word)
{
    word = without_stop(word);
    for (size_t i = 0; word.len > 0 && i < context->months.len; i++)
        if (str_eq(without_stop(context->months.ptr[i].str), word))
            return true;
    return false;
}

// A day, year or other number, perhaps with a mark behind it: "1921,".
static bool is_number(struct str word, size_t max_digits)
{
    size_t rest;
    size_t digits = leading_digits(word, &rest);

    return digits > 0 && digits <= max_digits &&
           (rest == 0 || (rest <= 2 && !ascii_is_alnum(word.ptr[digits])));
}

// What a word asks first is what few words answer: most are neither numbers
// nor dashes, and months are looked for beside numbers alone.
static int binding(const struct layout_context *context, struct str before,
                   struct str after)
{
    if (is_dash(after))
        return BREAK_INFINITE;
    if (is_initial(before) || is_title(before))
        return BOUND;
    if (is_number(after, 4) && is_month(context, before))
        return BOUND;
    if (is_number(before, 2) && is_month(context, after))
        return BOUND;
    if (is_number(after, 2))
        return LOOSELY_BOUND;
    if (is_number(after, 4) && is_dash(before))
        return LOOSELY_BOUND;
    return 0;
}

// True if the text behind the space is one word, or two of which the line
// would be as short as a runt.
static bool leaves_runt(const struct atom_list *atoms, size_t space)
{
    size_t length = 0;
    size_t spaces = 0;

    for (size_t i = space + 1; i < atoms->len; i++) {
        const struct atom *atom = &atoms->ptr[i];

        length += utf8_length(atom->text);
        if (atom->kind == ATOM_SPACE)
            spaces++;
        if (spaces > 0 && length >= RUNT_LENGTH)
            return false;
    }
    return true;
}

static bool has_spaces_before(const struct atom_list *atoms, size_t space)
{
    size_t spaces = 0;

    for (size_t i = 0; i < space && spaces < RUNT_MIN_SPACES; i++)
        if (atoms->ptr[i].kind == ATOM_SPACE)
            spaces++;
    return spaces + 1 >= RUNT_MIN_SPACES;
}

int space_penalty(const struct layout_context *context,
                  const struct atom_list *atoms, size_t index)
{
    int penalty =
        binding(context, word_before(atoms, index), word_after(atoms, index));

    if (penalty < RUNT && leaves_runt(atoms, index) &&
        has_spaces_before(atoms, index))
        penalty = RUNT;
    return penalty;
}

bool space_follows_comma(const struct atom_list *atoms, size_t index)
{
    struct str word = word_before(atoms, index);

    if (!str_ends(word, STR(",")))
        return false;
    word = str_slice(word, 0, word.len - 1);
    return word.len == 0 || !ascii_is_digit(word.ptr[word.len - 1]);
}

sp space_shrink(sp width, sp size)
{
    sp most = width - size * MIN_SPACE_PERCENT / 100;

    if (most <= 0)
        return 0;
    return width / SHRINK_DIVISOR < most ? width / SHRINK_DIVISOR : most;
}
