// SPDX-License-Identifier: MIT
// Which option an unknown key was meant to be that is spelt like none.
#include "design/schema.h"

// Words of less letters are in many options: "of", "in".
#define WORD_MIN 3

static const char *const words[][2] = {
    {"font", "typography.font_family"},
    {"fontsize", "typography.font_size.body"},
    {"paper", "page.size"},
    {"paper_size", "page.size"},
    {"papersize", "page.size"},
    {"format", "page.size"},
    {"margin", "page.top_margin"},
    {"margins", "page.top_margin"},
    {"color", "colors"},
    {"colour", "colors"},
    {"colours", "colors"},
    {"line_height", "typography.line_spacing"},
    {"leading", "typography.line_spacing"},
    {"links_color", "colors.links"},
    {"link_color", "colors.links"},
    {"text_color", "colors.body"},
};

static bool has_word(struct str name, struct str word)
{
    while (name.ptr)
        if (str_eq(str_split(&name, '_'), word))
            return true;
    return false;
}

static bool has_all_words(struct str name, struct str key)
{
    while (key.ptr) {
        struct str word = str_split(&key, '_');

        if (word.len < WORD_MIN || !has_word(name, word))
            return false;
    }
    return true;
}

static struct str last_part(struct str path)
{
    struct str name = path;

    while (path.ptr)
        name = str_split(&path, '.');
    return name;
}

struct str schema_name_with_words(const struct str *names, size_t count,
                                  struct str key)
{
    struct str found = {"", 0};

    for (size_t i = 0; i < count; i++) {
        if (!has_all_words(names[i], key))
            continue;
        if (found.len > 0)
            return (struct str){"", 0};
        found = names[i];
    }
    return found;
}

// Returns the only option whose name has all words of key, or an empty text.
static struct str option_with_words(const struct schema *schema, struct str key)
{
    struct str found = {"", 0};

    for (size_t i = 0; i < schema->count; i++) {
        struct str path = str_from_cstr(schema->options[i].path);

        if (!has_all_words(last_part(path), key))
            continue;
        if (found.len > 0)
            return (struct str){"", 0};
        found = path;
    }
    return found;
}

static bool is_known(const struct schema *schema, struct str path)
{
    for (size_t i = 0; i < schema->count; i++)
        if (str_starts(str_from_cstr(schema->options[i].path), path))
            return true;
    return false;
}

struct str schema_meant_hint(struct arena *arena, const struct schema *schema,
                             struct str group, struct str key)
{
    struct str meant = {"", 0};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_cstr(key, words[i][0]) &&
            str_starts(str_from_cstr(words[i][1]), group) &&
            is_known(schema, str_from_cstr(words[i][1])))
            meant = str_from_cstr(words[i][1]);
    if (meant.len == 0)
        meant = option_with_words(schema, key);
    if (meant.len == 0)
        return meant;
    return str_format(arena, "did you mean %s.%.*s?", schema->name,
                      STR_ARG(meant));
}
