// SPDX-License-Identifier: MIT
// What a section with a bibliography can say beside what others can, for
// those who describe the profile. The lists end with NULL.
#ifndef VITA_BIBLIOGRAPHY_KEYS_H
#define VITA_BIBLIOGRAPHY_KEYS_H

extern const char *const bib_option_keys[];
extern const char *const bib_sort_words[];
extern const char *const bib_group_words[];

#endif
