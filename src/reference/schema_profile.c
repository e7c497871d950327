// SPDX-License-Identifier: MIT
// cv, letter and variants: maps of known keys (notes.h), and the entries,
// which may have fields of their own.
#include "reference/schema_parts.h"

#include "bibliography/keys.h"
#include "profile/entry_type.h"
#include "reference/notes.h"

#include <string.h>

// As design.templates calls the types.
static const char *const entry_names[ENTRY_KINDS] = {
    [ENTRY_ONE_LINE] = "one_line_entry",
    [ENTRY_LANGUAGE] = "language_entry",
    [ENTRY_SKILL] = "skill_entry",
    [ENTRY_BULLET] = "bullet_entry",
    [ENTRY_NUMBERED] = "numbered_entry",
    [ENTRY_REVERSED_NUMBERED] = "reversed_numbered_entry",
    [ENTRY_NORMAL] = "normal_entry",
    [ENTRY_EXPERIENCE] = "experience_entry",
    [ENTRY_EDUCATION] = "education_entry",
    [ENTRY_PUBLICATION] = "publication_entry",
    [ENTRY_GRANT] = "grant_entry",
    [ENTRY_PATENT] = "patent_entry",
    [ENTRY_REFERENCE] = "reference_entry",
    [ENTRY_GROUP] = "group_entry",
    [ENTRY_POSITION] = "position_entry",
};

static void add_keys(json_t *schema, const char *const *keys,
                     const struct key_note *notes)
{
    for (; keys && *keys; keys++) {
        const struct key_note *note = key_note_lookup(notes, *keys);

        schema_add_property(schema, *keys,
                            note ? schema_use(note->type, note->text)
                                 : json_object());
    }
}

// --- Maps of known keys ------------------------------------------------------

// What a map of that name may be written as, too.
static const struct {
    const char *name;
    const char *kinds;
    const char *items; // of a list; NULL: it can be none
} shapes[] = {
    {"section", "array object null string", "entry"},
    {"bullet", SCALARS " array object", "bullet"},
    {"time", SCALARS " object", NULL},
    {"recipient", SCALARS " array object", "item"},
};

static json_t *shape_of(const struct map_note *map)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(shapes[i].name, map->name) == 0) {
            const char *pattern =
                strstr(shapes[i].kinds, "number") ? NULL : INCLUDED;
            json_t *schema = schema_closed(shapes[i].kinds, pattern);

            if (shapes[i].items)
                json_object_set_new(schema, "items",
                                    schema_ref(shapes[i].items));
            return schema;
        }
    return schema_closed("object null string", INCLUDED);
}

static void define_map(json_t *definitions, const struct map_note *map)
{
    static const char *const tags[] = {"tags", NULL};
    json_t *schema = shape_of(map);
    json_t *target = json_sprintf("#/definitions/%s", map->name);

    json_object_set_new(schema, "description", json_string(map->text));
    add_keys(schema, map->keys, map->notes);
    add_keys(schema, map->more, map->notes);
    if (map->item &&
        !json_object_get(json_object_get(schema, "properties"), tags[0]))
        add_keys(schema, tags, field_notes);
    schema_add_languages(schema, json_string_value(target));
    json_decref(target);
    json_object_set_new(definitions, map->name, schema);
}

// Keys that begin with x- are the user's own. Languages are no keys here: to
// these, cv would be Chuvash.
static void open_profile(json_t *definitions)
{
    json_t *profile = json_object_get(definitions, "profile");

    json_object_set_new(profile, "patternProperties",
                        json_pack("{s:{}}", "^x-"));
    json_object_del(json_object_get(definitions, "variant"),
                    "patternProperties");
    json_object_del(json_object_get(definitions, "cv"), "patternProperties");
}

// "- Text:" with a list below it is a bullet, too: what is right depends on
// whether there is a text.
static void open_bullet(json_t *definitions, const char *name)
{
    json_t *bullet = json_object_get(definitions, name);
    json_t *with_text =
        json_pack("{s:o}", "additionalProperties", json_false());
    json_t *with_list =
        json_pack("{s:{s:[s,s,s],s:o}}", "additionalProperties", "type",
                  "array", "object", "null", "items", schema_ref("bullet"));

    json_object_set(with_text, "properties",
                    json_object_get(bullet, "properties"));
    json_object_set(with_list, "patternProperties",
                    json_object_get(bullet, "patternProperties"));
    json_object_del(bullet, "additionalProperties");
    json_object_del(bullet, "patternProperties");
    json_object_set_new(
        bullet, "if",
        json_pack("{s:s,s:[s]}", "type", "object", "required", "text"));
    json_object_set_new(bullet, "then", with_text);
    json_object_set_new(bullet, "else", with_list);
}

static void define_paragraph(json_t *definitions)
{
    json_t *schema = schema_closed(SCALARS " array object", NULL);

    json_object_set_new(schema, "items", schema_ref("bullet"));
    schema_add_property(schema, "text", schema_ref("text"));
    schema_add_property(schema, "tags", schema_ref("tags"));
    schema_add_languages(schema, "#/definitions/paragraph");
    json_object_set_new(definitions, "paragraph", schema);
}

// --- Entries -----------------------------------------------------------------

// What an entry must have: a name, or a date and what was done then.
static json_t *titled_or_dated(void)
{
    return json_pack("[{s:[s]},{s:[s],s:[{s:[s]},{s:[s]},{s:[s]},{s:[s]}]}]",
                     "required", "name", "required", "highlights", "anyOf",
                     "required", "date", "required", "start_date", "required",
                     "end_date", "required", "dates");
}

static void define_entry(json_t *definitions, const struct entry_type *type)
{
    json_t *schema = schema_of("object", NULL);
    json_t *required = json_array();

    json_object_set_new(schema, "description", json_string(type->name));
    add_keys(schema, type->fields, field_notes);
    add_keys(schema, common_fields, field_notes);
    json_object_set_new(schema, "patternProperties",
                        json_pack("{s:{}}", "^x-"));
    json_object_set_new(schema, "additionalProperties", schema_ref("texts"));
    for (size_t i = 0; i < type->mandatory; i++)
        json_array_append_new(required, json_string(type->fields[i]));
    if (type->kind == ENTRY_NORMAL)
        json_object_set_new(schema, "anyOf", titled_or_dated());
    else
        json_object_set(schema, "required", required);
    json_decref(required);
    json_object_set_new(definitions, entry_names[type->kind], schema);
}

// A text, an entry of any type, or one of these in several languages.
static void define_entries(json_t *definitions)
{
    json_t *types = json_array();
    json_t *languages = schema_closed("object", NULL);

    json_object_set_new(languages, "minProperties", json_integer(1));
    schema_add_languages(languages, "#/definitions/entry");
    json_array_append_new(types, schema_ref("item"));
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        const char *name = entry_names[kind];

        if (!name)
            continue;
        if (kind != ENTRY_GROUP)
            define_entry(definitions,
                         entry_type_of_kind((enum entry_kind)kind));
        if (kind != ENTRY_POSITION)
            json_array_append_new(types, schema_ref(name));
    }
    json_object_set_new(json_object_get(definitions, "group_entry"), "required",
                        json_pack("[s,s]", "group", "entries"));
    json_array_append_new(types, languages);
    json_object_set_new(definitions, "entry",
                        json_pack("{s:o}", "anyOf", types));
}

// --- Lists and maps of the user's own keys -----------------------------------

static const struct {
    const char *name;
    const char *kinds;
    const char *items;
} lists[] = {
    {"entries", "array object null string", "entry"},
    {"positions", "array object null string", "position_entry"},
    {"networks", "array object null string", "network"},
    {"connections", "array object null string", "connection"},
    {"dates", "array object null string", "time"},
    {"highlights", SCALARS " array object", "bullet"},
    {"paragraphs", SCALARS " array object", "paragraph"},
};

static void define_lists(json_t *definitions)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        bool text = strstr(lists[i].kinds, "number") != NULL;
        json_t *schema = schema_closed(lists[i].kinds, text ? NULL : INCLUDED);
        json_t *target = json_sprintf("#/definitions/%s", lists[i].name);

        json_object_set_new(schema, "items", schema_ref(lists[i].items));
        schema_add_languages(schema, json_string_value(target));
        json_object_set_new(definitions, lists[i].name, schema);
        json_decref(target);
    }
}

static const struct {
    const char *name;
    const char *values;
    const char *keys; // a pattern; NULL: any
} open_maps[] = {
    {"sections", "section", NULL},
    {"links", "link", NULL},
    {"conditions", "texts", NULL},
    {"names", "text", NULL},
    {"placeholders", "anything", "^[a-z][a-z0-9_]*$"},
    {"variants", "variant", "^[^ ]+$"},
};

static void define_open_maps(json_t *definitions)
{
    for (size_t i = 0; i < sizeof open_maps / sizeof *open_maps; i++) {
        json_t *schema = schema_of("object null string", INCLUDED);

        json_object_set_new(schema, "additionalProperties",
                            schema_ref(open_maps[i].values));
        if (open_maps[i].keys)
            json_object_set_new(
                schema, "propertyNames",
                json_pack("{s:s}", "pattern", open_maps[i].keys));
        json_object_set_new(definitions, open_maps[i].name, schema);
    }
    // In several languages the names of links stand one map further down.
    json_object_set_new(definitions, "link",
                        json_pack("{s:[s,s,s],s:o}", "type", "string", "null",
                                  "object", "additionalProperties",
                                  schema_ref("text")));
}

static void define_words(json_t *definitions)
{
    json_object_set_new(
        definitions, "sort",
        json_pack("{s:o}", "anyOf", schema_choice(bib_sort_words)));
    json_object_set_new(
        definitions, "group_by",
        json_pack("{s:o}", "anyOf", schema_choice(bib_group_words)));
}

void schema_define_profile(json_t *definitions)
{
    for (const struct map_note *map = map_notes; map->name; map++)
        define_map(definitions, map);
    open_profile(definitions);
    define_entries(definitions);
    define_lists(definitions);
    define_open_maps(definitions);
    define_words(definitions);
    define_paragraph(definitions);
    open_bullet(definitions, "bullet");
    open_bullet(definitions, "paragraph");
}
