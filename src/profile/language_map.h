// SPDX-License-Identifier: MIT
// Texts in several languages: {en: Professor, de: Professorin}.
#ifndef VITA_PROFILE_LANGUAGE_MAP_H
#define VITA_PROFILE_LANGUAGE_MAP_H

#include "profile/node.h"

// True for a code of ISO 639-1, alone or with a region or a script: de, de-AT,
// zh-Hant.
bool language_is_known(struct str code);

// True if node is a map, not empty, whose keys are all languages.
bool language_map_is(const struct node *node);

// Returns the value of the language: that of the same tag, or else of the same
// language in another region. If there is none, returns the first value with a
// warning.
struct node *language_map_pick(const struct node *map, struct str language,
                               struct diags *diags);

// Returns true, with a diagnostic, for a map that would be one of languages if
// all its keys were known: "dk" for Danish.
bool language_map_is_misspelt(const struct node *map, struct diags *diags);

#endif
