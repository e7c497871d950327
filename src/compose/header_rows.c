// SPDX-License-Identifier: MIT
// The connections in the rows that the design asks for. A name is that of a
// kind, of a social network, or what a custom connection shows.
#include "compose/parts.h"

static struct str name_of(const struct connection *connection)
{
    switch (connection->kind) {
    case CONNECTION_LOCATION:
        return STR("location");
    case CONNECTION_EMAIL:
        return STR("email");
    case CONNECTION_PHONE:
        return STR("phone");
    case CONNECTION_WEBSITE:
        return STR("website");
    case CONNECTION_SOCIAL:
        return connection->network;
    case CONNECTION_CUSTOM:
        break;
    }
    return connection->text.str;
}

static bool is_name(const struct context *context, struct str a, struct str b)
{
    return str_eq(str_ascii_lower(context->arena, str_trim(a)),
                  str_ascii_lower(context->arena, b));
}

// The names that there can be, those of the profile's own among them.
static struct str_list known_names(const struct context *context)
{
    const struct connection_list *own = &context->cv->connections;
    struct str_list names = {0};

    for (size_t i = 0; header_row_name(i); i++)
        vec_push(context->arena, &names, str_from_cstr(header_row_name(i)));
    for (size_t i = 0; i < own->len; i++)
        vec_push(context->arena, &names, name_of(&own->ptr[i]));
    return names;
}

static void check_name(const struct context *context, struct text name)
{
    struct str_list known = known_names(context);
    struct str hint = STR("names are location, email, phone, website, those "
                          "of social networks, and what a custom connection "
                          "shows");
    struct str near;

    for (size_t i = 0; i < known.len; i++)
        if (is_name(context, name.str, known.ptr[i]))
            return;
    near = suggest_nearest(name.str, known.ptr, known.len);
    if (near.len > 0)
        hint =
            str_format(context->arena, "did you mean '%.*s'?", STR_ARG(near));
    diag_warning(context->diags, name.pos, hint,
                 "design.header.rows names '%.*s', which is nothing of a "
                 "header",
                 STR_ARG(name.str));
}

// Appends the connections of that name that stand in no row yet.
static void take(const struct context *context, struct str name, bool *taken,
                 struct connection_list *row)
{
    const struct connection_list *all = &context->cv->connections;

    for (size_t i = 0; i < all->len; i++) {
        if (taken[i] ||
            (name.ptr && !is_name(context, name, name_of(&all->ptr[i]))))
            continue;
        taken[i] = true;
        vec_push(context->arena, row, all->ptr[i]);
    }
}

static void push_row(const struct context *context, struct connection_list row,
                     struct connection_rows *rows)
{
    if (row.len > 0)
        vec_push(context->arena, rows, row);
}

struct connection_rows header_rows(const struct context *context)
{
    const struct name_rows *wanted = &context->design->header.rows;
    struct connection_rows rows = {0};
    struct connection_list rest = {0};
    bool *taken =
        arena_array_of(context->arena, context->cv->connections.len + 1, bool);

    for (size_t i = 0; i < wanted->len; i++) {
        const struct text_list *names = &wanted->ptr[i];
        struct connection_list row = {0};

        for (size_t k = 0; k < names->len; k++) {
            check_name(context, names->ptr[k]);
            take(context, names->ptr[k].str, taken, &row);
        }
        push_row(context, row, &rows);
    }
    take(context, (struct str){NULL, 0}, taken, &rest);
    push_row(context, rest, &rows);
    return rows;
}
