// SPDX-License-Identifier: MIT
// The languages that documents are written in, each opened once: texts of
// several may stand in one document. Keep one set beside the font store and
// as long as it, for the shapes that the store keeps name their language.
#ifndef VITA_TEXT_LANGUAGES_H
#define VITA_TEXT_LANGUAGES_H

#include "text/hyphen.h"

struct languages;
struct language;

// languages_free() ends the set and its languages.
struct languages *languages_new(void);
void languages_free(struct languages *languages);

// How many languages were asked for so far.
size_t languages_count(const struct languages *languages);

// Returns the language with that tag (BCP 47), always the same struct.
struct language *languages_lookup(struct languages *languages, struct str tag);

// Returns the tag, the same pointer for the same language.
const char *language_name(const struct language *language);

// Returns the hyphenator, opened at the first call, or NULL if there is no
// dictionary of the language.
const struct hyphenator *language_hyphenator(struct language *language);

#endif
