// SPDX-License-Identifier: MIT
// The pieces of the JSON Schema. Everything in it takes a shape that needs no
// choice between alternatives where the kind of a value tells them apart: a
// keyword of draft 7 counts for values of its own kind alone, and messages are
// better so. Languages may stand for every value: {en: Talks, de: Vorträge}.
#ifndef VITA_REFERENCE_SCHEMA_PARTS_H
#define VITA_REFERENCE_SCHEMA_PARTS_H

#include "design/schema.h"

#include <jansson.h>

// The kinds of a single value, of a text in YAML's eyes.
#define SCALARS "string number boolean null"

// The names of files that "!include" may read instead of a map or a list: to
// an editor they are texts.
#define INCLUDED "\\.(ya?ml|json)$"

// Returns a schema that takes values of the kinds, blanks between them, and
// texts that match the pattern, unless it is NULL.
json_t *schema_of(const char *kinds, const char *pattern);

// As schema_of(), for maps without other keys than those that will be added.
json_t *schema_closed(const char *kinds, const char *pattern);

// {"$ref": "#/definitions/NAME"}
json_t *schema_ref(const char *name);

// A value of that definition, with a description.
json_t *schema_use(const char *name, const char *text);

// The words, which end with NULL, and maps of languages.
json_t *schema_choice(const char *const *words);

// Adds to a schema that the keys of languages hold what the target says: a
// pointer such as "#/definitions/text".
void schema_add_languages(json_t *schema, const char *target);

// Adds "NAME": value to the schema's properties.
void schema_add_property(json_t *schema, const char *name, json_t *value);

// Adds the definitions of values: text, length, colour, ... (schema_values.c).
void schema_define_values(json_t *definitions);

// Adds those of cv, letter, variants and what they hold (schema_profile.c).
void schema_define_profile(json_t *definitions);

// Adds those of design, locale and settings (schema_options.c).
void schema_define_options(json_t *definitions);

#endif
