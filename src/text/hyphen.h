// SPDX-License-Identifier: MIT
// Hyphenation through libhyphen and the dictionaries of Debian's hyphen-*
// packages; hyphen.c is the only file that includes its header.
#ifndef VITA_TEXT_HYPHEN_H
#define VITA_TEXT_HYPHEN_H

#include "base/str.h"

struct hyphenator;

// Returns the hyphenator for a language ("en", "en-US", "de"), or NULL if no
// dictionary is installed for it. Dictionaries are searched in the staged
// data folder, then /usr/share/hyphen. hyphenator_free() ends it.
struct hyphenator *hyphenator_new(struct str language);
void hyphenator_free(struct hyphenator *hyphenator);

// Finds where the word (letters only, UTF-8) may be divided. Writes at most
// max byte offsets, ascending, to offsets and returns how many. At least two
// characters stay before and three behind a division (TeX's English values),
// more where the dictionary says so.
size_t hyphenator_divide(const struct hyphenator *hyphenator, struct str word,
                         uint16_t *offsets, size_t max);

// The same with TeX's own patterns where vita has them, which is for American
// English (hyphen.tex). Debian's dictionary divides a few words otherwise.
size_t hyphenator_divide_tex(const struct hyphenator *hyphenator,
                             struct str word, uint16_t *offsets, size_t max);

#endif
