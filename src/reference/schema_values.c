// SPDX-License-Identifier: MIT
// The values that stand at the leaves of a profile. To YAML most of them are
// texts, which patterns describe.
#include "reference/schema_parts.h"

#include "design/colour_data.h"
#include "design/embedded.h"
#include "design/looks.h"
#include "design/settings.h"
#include "profile/keys.h"
#include "profile/letter.h"

#define NUMBER "[0-9]+(\\.[0-9]+)?"
#define UNIT " *(pt|cm|mm|in|em)"
#define ISO_DATE "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
// A placeholder, whose value only the profile tells.
#define BRACED ".*\\{.*\\}.*"

struct value {
    const char *name;
    const char *kinds;
    const char *pattern; // NULL: any text
    int least, most;     // of numbers; both 0: any
};

static const struct value values[] = {
    // clang-format off
    {"length", "string null object", "^ *-?" NUMBER UNIT " *$", 0, 0},
    {"positive_length", "string null object", "^ *" NUMBER UNIT " *$", 0, 0},
    {"width", "string null object", "^ *(auto|" NUMBER UNIT ") *$", 0, 0},
    {"share", "string null object", "^ *([1-9][0-9]?%|" NUMBER UNIT ") *$", 0, 0},
    {"yes_no", "boolean string null object", "^([Tt]rue|[Ff]alse|yes|no)$", 0, 0},
    {"count", "integer string null object", "^ *[0-9]{1,2} *$", 0, SCHEMA_COUNT_MAX},
    {"priority", "integer string null object", "^ *([1-9]|" BRACED ") *$", 1, PRIORITY_MAX},
    {"language", "string null object", "^ *([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|" BRACED ") *$", 0, 0},
    {"date", SCALARS " object", NULL, 0, 0},
    {"start_date", "integer string null object", "^ *(" ISO_DATE "|" BRACED ") *$", 1, 9999},
    {"end_date", "integer string null object", "^ *(" ISO_DATE "|present|" BRACED ") *$", 1, 9999},
    {"current_date", "string null object", "^(today|[0-9]{4}-[0-9]{2}-[0-9]{2}|" BRACED ")$", 0, 0},
    // clang-format on
};

static void define(json_t *definitions, const char *name, json_t *schema)
{
    json_t *target = json_sprintf("#/definitions/%s", name);

    schema_add_languages(schema, json_string_value(target));
    json_decref(target);
    json_object_set_new(definitions, name, schema);
}

static void define_value(json_t *definitions, const struct value *value)
{
    json_t *schema = schema_closed(value->kinds, value->pattern);

    if (value->most > 0) {
        json_object_set_new(schema, "minimum", json_integer(value->least));
        json_object_set_new(schema, "maximum", json_integer(value->most));
    }
    define(definitions, value->name, schema);
}

// "name: {company}" without quotation marks is a map to YAML.
static void add_placeholder(json_t *schema)
{
    json_object_set_new(schema, "patternProperties",
                        json_pack("{s:{s:s}}",
                                  "^(?!(text|tags)$)[a-z][a-z0-9_]{2,}$",
                                  "type", "null"));
}

static void define_texts(json_t *definitions)
{
    json_t *text = schema_closed(SCALARS " object", NULL);
    json_t *item = schema_closed(SCALARS " object", NULL);
    json_t *texts = schema_closed(SCALARS " array object", NULL);
    json_t *list = schema_closed(SCALARS " array object", "^[^,]*$");

    add_placeholder(text);
    add_placeholder(item);
    schema_add_property(item, "text", schema_ref("text"));
    schema_add_property(item, "tags", schema_ref("tags"));
    add_placeholder(texts);
    json_object_set_new(texts, "items", schema_ref("item"));
    json_object_set_new(list, "items", schema_ref("text"));
    define(definitions, "text", text);
    define(definitions, "item", item);
    define(definitions, "texts", texts);
    define(definitions, "text_list", list);
}

// Names in another case, and what custom connections show, are free.
static void define_rows(json_t *definitions)
{
    json_t *names = json_array();
    json_t *rows = schema_closed("array string null object", INCLUDED);
    json_t *row = schema_closed(SCALARS " array object", NULL);

    for (size_t i = 0; header_row_name(i); i++)
        json_array_append_new(names, json_string(header_row_name(i)));
    json_object_set_new(
        definitions, "row_name",
        json_pack("{s:[{s:o},o]}", "anyOf", "enum", names, schema_ref("text")));
    json_object_set_new(row, "items", schema_ref("row_name"));
    json_object_set_new(rows, "items", schema_ref("name_row"));
    define(definitions, "name_row", row);
    define(definitions, "name_rows", rows);
}

// A section may be called as a language is: it.
static void define_icons(json_t *definitions)
{
    json_t *icons = schema_of("object null string", INCLUDED);

    json_object_set_new(icons, "additionalProperties", schema_ref("text"));
    schema_add_languages(icons, "#/definitions/icon_or_icons");
    json_object_set_new(definitions, "icons", icons);
    json_object_set_new(definitions, "icon_or_icons",
                        json_pack("{s:[o,o]}", "anyOf", schema_ref("text"),
                                  schema_ref("icons")));
}

// Names in other cases are no mistake, but too many to list.
static void define_colour(json_t *definitions)
{
    json_t *names = json_array();
    json_t *any = json_array();

    for (size_t i = 0; i < colour_name_count; i++)
        json_array_append_new(names, json_string(colour_names[i].name));
    json_array_append_new(any, json_pack("{s:o}", "enum", names));
    json_array_append_new(
        any, schema_of("string", "^ *(#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})|"
                                 "(rgb|hsl)\\(.*\\)|[A-Za-z]*[A-Z][A-Za-z]*"
                                 ") *$"));
    json_array_append_new(any, schema_ref("translated"));
    json_object_set_new(definitions, "colour",
                        json_pack("{s:o}", "anyOf", any));
}

static const char *const backgrounds[] = {"none", NULL};
static const char *const paints[] = {"none", "auto", NULL};

// A colour, or a word instead of one.
static void define_paint(json_t *definitions, const char *name,
                         const char *const *words)
{
    json_t *any = schema_choice(words);

    json_array_append_new(any, schema_ref("colour"));
    json_object_set_new(definitions, name, json_pack("{s:o}", "anyOf", any));
}

static void define_choice(json_t *definitions, const char *name,
                          const char *const *words)
{
    json_object_set_new(definitions, name,
                        json_pack("{s:o}", "anyOf", schema_choice(words)));
}

// A word, or a list of words, that a function counts.
static void define_words(json_t *definitions, const char *name,
                         const char *(*word)(size_t number))
{
    json_t *words = json_array();
    json_t *list;

    for (size_t i = 0; word(i); i++)
        json_array_append_new(words, json_string(word(i)));
    list = json_pack("{s:s,s:{s:O}}", "type", "array", "items", "enum", words);
    json_object_set_new(definitions, name,
                        json_pack("{s:[{s:o},o,o]}", "anyOf", "enum", words,
                                  list, schema_ref("translated")));
}

static const char *theme_name(size_t number)
{
    return number < design_theme_count ? design_themes[number].name : NULL;
}

static const char *locale_name(size_t number)
{
    return number < design_locale_count ? design_locales[number].name : NULL;
}

// Likewise, one word.
static void define_names(json_t *definitions, const char *name,
                         const char *(*word)(size_t number))
{
    json_t *words = json_array();

    for (size_t i = 0; word(i); i++)
        json_array_append_new(words, json_string(word(i)));
    json_object_set_new(definitions, name,
                        json_pack("{s:[{s:o},o]}", "anyOf", "enum", words,
                                  schema_ref("translated")));
}

static void define_lists(json_t *definitions)
{
    json_t *months = schema_closed("array null object", NULL);
    json_t *tags = schema_of(SCALARS " array", "^[^,]*$");
    json_t *translated = schema_closed("object null", NULL);

    json_object_set_new(months, "items", schema_ref("text"));
    json_object_set_new(months, "minItems", json_integer(12));
    json_object_set_new(months, "maxItems", json_integer(12));
    define(definitions, "months", months);
    json_object_set_new(tags, "items", schema_of(SCALARS, "^[^,]*$"));
    json_object_set_new(definitions, "tags", tags);
    schema_add_languages(translated, "#/definitions/anything");
    json_object_set_new(definitions, "translated", translated);
    json_object_set_new(definitions, "anything", json_object());
}

void schema_define_values(json_t *definitions)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        define_value(definitions, &values[i]);
    define_texts(definitions);
    define_lists(definitions);
    define_rows(definitions);
    define_icons(definitions);
    define_colour(definitions);
    define_choice(definitions, "page_break", page_break_words);
    define_choice(definitions, "section_column", column_words);
    define_paint(definitions, "background", backgrounds);
    define_paint(definitions, "paint", paints);
    define_choice(definitions, "letter_layout", letter_layouts);
    define_names(definitions, "network_name", social_network_name);
    define_names(definitions, "theme", theme_name);
    // A theme may be a file, whose name is free.
    json_array_append_new(
        json_object_get(json_object_get(definitions, "theme"), "anyOf"),
        schema_of("string", NULL));
    define_names(definitions, "locale_language", locale_name);
    define_words(definitions, "conformance", settings_conformance_word);
    define_words(definitions, "permissions", settings_permission_word);
}
