// SPDX-License-Identifier: MIT
// One paragraph a family: its name, where it is, its faces, whose it is.
#include "reference/font_table.h"

#include "text/font_list.h"

static void add_folder(struct buf *out, const char *before, struct str path)
{
    struct str folder = path;

    while (folder.len > 0 && folder.ptr[folder.len - 1] != '/')
        folder.len--;
    buf_addf(out, "%s%.*s", before, STR_ARG(folder));
}

static void add_place(struct buf *out, const struct font_listing *listing)
{
    buf_add_cstr(out, "  ");
    if (listing->places & FONT_EMBEDDED)
        buf_addf(out, "in vita%s", listing->path.len > 0 ? ", and " : "");
    if (listing->places & FONT_BESIDE)
        add_folder(out, "beside the profile, ", listing->path);
    else if (listing->places & FONT_SYSTEM)
        add_folder(out, "of the system, ", listing->path);
    else if (listing->path.len > 0)
        add_folder(out, "", listing->path);
    buf_add_char(out, '\n');
}

static void add_faces(struct buf *out, const struct font_listing *listing)
{
    buf_add_cstr(out, "  weights");
    for (int i = 0; i <= 10; i++)
        if (listing->weights & 1U << i)
            buf_addf(out, " %d", i * 100);
    if (listing->italic)
        buf_add_cstr(out, ", italic");
    if (listing->small_caps)
        buf_add_cstr(out, ", small capitals");
    buf_add_char(out, '\n');
}

static void add_names(struct buf *out, const char *what,
                      const char *const *names, const char *between)
{
    for (size_t i = 0; names && names[i]; i++)
        buf_addf(out, "%s%s", i > 0 ? between : what, names[i]);
    if (names && names[0])
        buf_add_char(out, '\n');
}

static void add_family(struct buf *out, const struct family *family)
{
    add_names(out, "  also called ", family->aliases, ", ");
    add_names(out, "  stands in for ", family->stands_in_for, ", ");
    if (family->licence)
        buf_addf(out, "  licence %s\n", family->licence);
    add_names(out, "  Debian package ", family->packages, " or ");
}

struct str font_table_make(struct arena *arena, struct str folder,
                           struct str filter)
{
    struct font_store *store = font_store_new(folder);
    struct font_listings list = {0};
    struct buf out = {.arena = arena};

    buf_add(&out, (struct str){"", 0});
    font_store_list(store, arena, filter, &list);
    for (size_t i = 0; i < list.len; i++) {
        buf_addf(&out, "%s%.*s\n", i > 0 ? "\n" : "",
                 STR_ARG(list.ptr[i].name));
        add_place(&out, &list.ptr[i]);
        add_faces(&out, &list.ptr[i]);
        if (list.ptr[i].family)
            add_family(&out, list.ptr[i].family);
    }
    font_store_free(store);
    return buf_str(&out);
}
