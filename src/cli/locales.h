// SPDX-License-Identifier: MIT
// vita locales: the languages that there are.
#ifndef VITA_CLI_LOCALES_H
#define VITA_CLI_LOCALES_H

#include "base/str.h"

// Returns a line for each language: its name in the profile, its tag, what
// divides its words, its own name.
struct str locales_list(struct arena *arena);

#endif
