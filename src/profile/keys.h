// SPDX-License-Identifier: MIT
// The keys that each map of a profile can have, for those who describe the
// profile; each list stands in the file that reads the map, and ends with
// NULL.
#ifndef VITA_PROFILE_KEYS_H
#define VITA_PROFILE_KEYS_H

#include <stddef.h>

extern const char *const profile_keys[]; // the top level, x- keys aside
extern const char *const cv_keys[];
extern const char *const network_keys[];    // of social_networks
extern const char *const connection_keys[]; // of custom_connections
extern const char *const section_keys[];
extern const char *const group_keys[];
extern const char *const bullet_keys[];
extern const char *const time_keys[]; // of the list dates
extern const char *const letter_keys[];
extern const char *const recipient_keys[];
extern const char *const variant_keys[];

// What entries of all types can have, beside the fields of their type.
extern const char *const entry_special_fields[];

// What page_break can be.
extern const char *const page_break_words[];
// What column of a section can be.
extern const char *const column_words[];

// The codes of ISO 639-1 in one text, blanks between them.
extern const char language_codes[];

// Returns the name of a social network, counted from 0, or NULL.
const char *social_network_name(size_t number);

#endif
