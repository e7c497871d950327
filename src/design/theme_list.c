// SPDX-License-Identifier: MIT
// A view of the embedded tables.
#include "design/theme_list.h"

#include "design/embedded.h"

size_t theme_list_count(void)
{
    return design_theme_count;
}

struct theme_about theme_list_at(size_t number)
{
    const struct design_file *file = &design_themes[number];

    return (struct theme_about){str_from_cstr(file->name), file->description,
                                &file->source};
}

size_t theme_list_lookup(struct str name)
{
    for (size_t i = 0; i < design_theme_count; i++)
        if (str_eq_cstr(name, design_themes[i].name))
            return i;
    return SIZE_MAX;
}
