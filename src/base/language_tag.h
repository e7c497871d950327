// SPDX-License-Identifier: MIT
// Tags of languages, BCP 47 (RFC 5646): "de", "en-GB", "zh-Hant".
#ifndef VITA_BASE_LANGUAGE_TAG_H
#define VITA_BASE_LANGUAGE_TAG_H

#include "base/str.h"

// Returns whether the tag is well-formed; whether there is such a language
// is not looked up.
bool language_tag_is_valid(struct str tag);

#endif
