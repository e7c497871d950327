// SPDX-License-Identifier: MIT
// The schema as a whole, and the shapes that its parts share.
#include "reference/json_schema.h"

#include "profile/keys.h"
#include "reference/schema_parts.h"

#include <stdlib.h>
#include <string.h>

static json_t *kinds_from(const char *kinds)
{
    struct str rest = str_from_cstr(kinds);
    json_t *list = json_array();

    while (rest.ptr) {
        struct str kind = str_split(&rest, ' ');

        json_array_append_new(list, json_stringn(kind.ptr, kind.len));
    }
    return list;
}

json_t *schema_of(const char *kinds, const char *pattern)
{
    json_t *schema = json_object();

    json_object_set_new(schema, "type", kinds_from(kinds));
    if (pattern)
        json_object_set_new(schema, "pattern", json_string(pattern));
    return schema;
}

json_t *schema_closed(const char *kinds, const char *pattern)
{
    json_t *schema = schema_of(kinds, pattern);

    json_object_set_new(schema, "additionalProperties", json_false());
    return schema;
}

json_t *schema_ref(const char *name)
{
    return json_pack("{s:s+}", "$ref", "#/definitions/", name);
}

// Beside a $ref, draft 7 sees nothing.
json_t *schema_use(const char *name, const char *text)
{
    return json_pack("{s:s*,s:[o]}", "description", text, "allOf",
                     schema_ref(name));
}

json_t *schema_choice(const char *const *words)
{
    json_t *list = json_array();

    for (; *words; words++)
        json_array_append_new(list, json_string(*words));
    return json_pack("[{s:o},o]", "enum", list, schema_ref("translated"));
}

// The codes of ISO 639-1, alone or with a region or a script.
static json_t *language_pattern(void)
{
    json_t *pattern;
    char *list = strdup(language_codes);

    for (char *blank = list; blank && (blank = strchr(blank, ' '));)
        *blank = '|';
    pattern = json_sprintf("^(%s)(-([A-Z]{2}|[0-9]{3}|[A-Z][a-z]{3}))?$",
                           list ? list : "");
    free(list);
    return pattern;
}

void schema_add_languages(json_t *schema, const char *target)
{
    json_t *pattern = language_pattern();
    json_t *patterns = json_object_get(schema, "patternProperties");

    if (!patterns) {
        patterns = json_object();
        json_object_set_new(schema, "patternProperties", patterns);
    }
    json_object_set_new(patterns, json_string_value(pattern),
                        json_pack("{s:s}", "$ref", target));
    json_decref(pattern);
}

void schema_add_property(json_t *schema, const char *name, json_t *value)
{
    json_t *properties = json_object_get(schema, "properties");

    if (!properties) {
        properties = json_object();
        json_object_set_new(schema, "properties", properties);
    }
    json_object_set_new(properties, name, value);
}

bool json_schema_make(struct arena *arena, struct str *text)
{
    json_t *definitions = json_object();
    json_t *schema = json_pack(
        "{s:s,s:s,s:[o],s:o}", "$schema",
        "http://json-schema.org/draft-07/schema#", "title", "Profile of vita",
        "allOf", schema_ref("profile"), "definitions", definitions);
    char *dump;
    bool done;

    schema_define_profile(definitions);
    schema_define_options(definitions);
    schema_define_values(definitions);
    dump = json_dumps(schema, JSON_INDENT(2));
    done = dump != NULL;
    if (done)
        *text = str_format(arena, "%s\n", dump);
    free(dump);
    json_decref(schema);
    return done;
}
