// SPDX-License-Identifier: MIT
// The languages as a table for people and for awk: blanks alone stand between
// the columns, and what has wide letters comes last.
#include "design/locale.h"

#include "base/utf8.h"
#include "design/embedded.h"
#include "text/hyphen.h"

#include <stdio.h>

static void add_cell(struct buf *buf, struct str s, size_t width)
{
    buf_add(buf, s);
    for (size_t i = utf8_length(s); i < width; i++)
        buf_add_char(buf, ' ');
    buf_add_cstr(buf, "  ");
}

static const char *hyphenation(const struct design_file *locale)
{
    struct hyphenator *hyphenator = hyphenator_new(locale->tag);

    hyphenator_free(hyphenator);
    if (hyphenator)
        return "installed";
    return locale->hyphen_package.len > 0 ? "missing" : "none";
}

// The widest name of a locale, in characters.
static size_t name_width(void)
{
    size_t widest = 0;

    for (size_t i = 0; i < design_locale_count; i++) {
        size_t width = utf8_length(str_from_cstr(design_locales[i].name));

        widest = width > widest ? width : widest;
    }
    return widest;
}

struct str locale_list(struct arena *arena)
{
    struct buf buf = {.arena = arena};
    size_t width = name_width();

    add_cell(&buf, STR("LANGUAGE"), width);
    buf_add_cstr(&buf, "TAG  HYPHENATION  PACKAGE        OWN NAME\n");
    for (size_t i = 0; i < design_locale_count; i++) {
        const struct design_file *locale = &design_locales[i];
        struct str package = locale->hyphen_package;

        add_cell(&buf, str_from_cstr(locale->name), width);
        add_cell(&buf, locale->tag, 3);
        add_cell(&buf, str_from_cstr(hyphenation(locale)), 11);
        add_cell(&buf, package.len > 0 ? package : STR("-"), 13);
        buf_addf(&buf, "%.*s\n", STR_ARG(locale->own_name));
    }
    return buf_str(&buf);
}
