// SPDX-License-Identifier: MIT
// A level is a number, or a word of the design's list, whose place counts.
#include "compose/level.h"

// What is not reached has the colour at this strength.
#define REST_PERCENT 22

// The colour on white paper at a part of its strength.
static uint32_t tint(uint32_t colour, int percent)
{
    uint32_t out = 0;

    for (int shift = 16; shift >= 0; shift -= 8) {
        int part = (int)(colour >> shift & 0xFF);

        out |= (uint32_t)(255 - (255 - part) * percent / 100) << shift;
    }
    return out;
}

static int word_level(const struct context *context,
                      const struct text_list *words, struct str text)
{
    struct str wanted = str_ascii_lower(context->arena, str_trim(text));

    for (size_t i = 0; i < words->len; i++) {
        struct str rest = words->ptr[i].str;

        while (rest.ptr)
            if (str_eq(str_ascii_lower(context->arena,
                                       str_trim(str_split(&rest, '/'))),
                       wanted))
                return (int)i + 1;
    }
    return 0;
}

// Reads "4" or "4/5"; nothing is changed if it is neither.
static bool read_number(struct str text, struct level *level)
{
    struct str rest = text;
    struct str first = str_trim(str_split(&rest, '/'));
    int reached;
    int of = level->of;

    if (!str_to_count(first, LEVELS_MAX, &reached) ||
        (rest.ptr && !str_to_count(str_trim(rest), LEVELS_MAX, &of)) ||
        of == 0 || reached > of)
        return false;
    level->reached = reached;
    level->of = of;
    return true;
}

static void warn_unknown(const struct context *context, const char *list,
                         const struct text *text, int of)
{
    diag_warning(context->diags, text->pos,
                 str_format(context->arena,
                            "write a number from 0 to %d, or add the word to "
                            "design.skills.%s",
                            of, list),
                 "'%.*s' is no level that could be drawn: it stays a text",
                 STR_ARG(text->str));
}

bool level_value(const struct context *context, const struct entry *entry,
                 const struct field *field, struct value *value)
{
    const struct skills_look *look = &context->design->skills;
    bool fluency =
        entry->kind == ENTRY_LANGUAGE && str_eq_cstr(field->name, "fluency");
    bool skill =
        entry->kind == ENTRY_SKILL && str_eq_cstr(field->name, "level");
    const struct text_list *words =
        fluency ? &look->fluency_words : &look->level_words;
    struct level level = {.of = words->len > 0 && words->len < LEVELS_MAX
                                    ? (int)words->len
                                    : LEVELS_MAX,
                          .bar = look->level_style == LEVEL_BARS,
                          .colour = context->design->colors.section_titles};
    struct level *kept;

    if (look->level_style == LEVEL_TEXT || !(fluency || skill))
        return false;
    value->text = field->value;
    if (read_number(field->value.str, &level)) {
        value->text.str =
            str_format(context->arena, "%d/%d", level.reached, level.of);
    } else {
        level.reached = word_level(context, words, field->value.str);
        if (level.reached == 0 || level.reached > level.of) {
            warn_unknown(context, fluency ? "fluency_words" : "level_words",
                         &field->value, level.of);
            return false;
        }
    }
    level.rest = tint(level.colour, REST_PERCENT);
    kept = arena_new_of(context->arena, struct level);
    *kept = level;
    value->special = SPAN_LEVEL;
    value->level = kept;
    return true;
}
