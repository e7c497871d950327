// SPDX-License-Identifier: MIT
// What an entry shows although its template does not name it: its address
// behind the title, links, the note on the authors; and its title in the
// outline.
#include "compose/entry_parts.h"
#include "compose/references.h"
#include "compose/template.h"
#include "compose/values.h"

void entry_link_title(const struct entry_template *template,
                      struct value_list *values)
{
    const struct value *address = value_lookup(values, STR("URL"));
    struct value *title = NULL;

    for (size_t i = 0; i < values->len; i++)
        if (str_eq_cstr(values->ptr[i].name, "TITLE"))
            title = &values->ptr[i];
    if (!address || !title || template_names(template->main.str, STR("URL")) ||
        template_names(template->main.str, STR("DOI")) ||
        template_names(template->date_and_location.str, STR("URL")) ||
        template_names(template->date_and_location.str, STR("DOI")) ||
        str_find(title->text.str, STR("]("), 0) != SIZE_MAX)
        return;
    title->url = address->url;
}

void entry_add_unnamed(const struct context *context, const struct entry *entry,
                       const struct entry_template *template,
                       struct text_list *lines)
{
    bool note = entry_lookup(entry, "authors_note").str.len > 0 &&
                !template_names(template->main.str, STR("AUTHORS_NOTE"));
    struct arena *arena = context->arena;

    if (entry->links.len > 0 && lines->len > 0 &&
        !template_names(template->main.str, STR("LINKS")) &&
        !template_names(template->date_and_location.str, STR("LINKS")))
        lines->ptr[0].str =
            str_format(arena, "%.*s LINKS", STR_ARG(lines->ptr[0].str));
    for (size_t i = 0; note && i < lines->len; i++) {
        struct str line = lines->ptr[i].str;
        size_t at = str_find(line, STR("AUTHORS"), 0);

        if (at != SIZE_MAX)
            lines->ptr[i].str =
                str_format(arena, "%.*sAUTHORS_NOTE %.*s", (int)at, line.ptr,
                           (int)(line.len - at), line.ptr + at);
    }
}

static struct value_list without_links(const struct context *context,
                                       const struct entry *entry)
{
    struct value_list values = entry_values(context, entry);
    struct value_list kept = {0};

    for (size_t i = 0; i < values.len; i++)
        if (!str_eq_cstr(values.ptr[i].name, "LINKS"))
            vec_push(context->arena, &kept, values.ptr[i]);
    return kept;
}

struct str entry_outline_title(const struct context *context,
                               const struct entry *entry,
                               const struct entry_template *template,
                               const struct span_list *shown)
{
    struct context quiet = *context;
    struct text title = entry_lookup(entry, "title");
    struct span_list spans = {0};
    struct value_list values;
    struct text_list lines;

    if (entry->kind != ENTRY_PUBLICATION && entry->links.len == 0)
        return spans_plain(context->arena, shown);
    // Its messages were told already.
    quiet.diags = diags_new(context->arena);
    quiet.references = NULL;
    if (entry->kind == ENTRY_PUBLICATION && title.str.len > 0) {
        markup_append(&quiet, title, context->styles[FACE_BODY], NULL, false,
                      &spans);
        return spans_plain(context->arena, &spans);
    }
    values = without_links(context, entry);
    lines = template_lines(&quiet, template->main, &values);
    if (lines.len > 0)
        markup_append(&quiet, lines.ptr[0], context->styles[FACE_BODY], &values,
                      false, &spans);
    return spans_plain(context->arena, &spans);
}
