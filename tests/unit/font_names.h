// SPDX-License-Identifier: MIT
// Fonts whose names differ between releases of Debian. Tests give the names
// of Debian 12; Debian 13 has newer versions, some with names of their own.
#ifndef VITA_TEST_FONT_NAMES_H
#define VITA_TEST_FONT_NAMES_H

#include "base/str.h"
#include "text/families.h"

#include <string.h>

static inline bool default_is_newer(void)
{
    return strstr(families[0].faces[0].file, "SourceSans3") != NULL;
}

// The default family's name in its files.
static inline const char *default_family(void)
{
    return default_is_newer() ? "Source Sans 3" : "Source Sans Pro";
}

// The PostScript name of its regular face.
static inline const char *default_face(void)
{
    return default_is_newer() ? "SourceSans3-Regular" : "SourceSansPro-Regular";
}

// Whether a PostScript name is the given one or what that became.
static inline bool is_font_name(struct str name, const char *older)
{
    static const struct {
        const char *older;
        const char *newer;
    } renamed[] = {
        {"SourceSansPro-", "SourceSans3-"},
        {"Amiri-BoldSlanted", "Amiri-BoldItalic"},
        {"Carlito", "Carlito-Regular"},
    };

    if (str_eq_cstr(name, older))
        return true;
    for (size_t i = 0; i < sizeof renamed / sizeof renamed[0]; i++) {
        size_t len = strlen(renamed[i].older);
        size_t newer_len = strlen(renamed[i].newer);

        if (strncmp(older, renamed[i].older, len) == 0 &&
            str_starts(name, str_from_cstr(renamed[i].newer)) &&
            str_eq_cstr(str_slice(name, newer_len, name.len), older + len))
            return true;
    }
    return false;
}

#endif
