// SPDX-License-Identifier: MIT
// The header: name, headline and the line of connections, with the photo
// beside them.
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/phone.h"

// Icons are a little smaller than the text; so RenderCV has it.
#define ICON_PERCENT 90
// Between an icon and its text, in hundredths of the text's size.
#define ICON_GAP_PERCENT 34

static enum para_align side_to_align(int side)
{
    if (side == SIDE_CENTER)
        return PARA_CENTER;
    return side == SIDE_RIGHT ? PARA_RIGHT : PARA_LEFT;
}

static struct para header_para(const struct context *context,
                               enum face_role face)
{
    return (struct para){
        .base = context->styles[face],
        .align = side_to_align(context->design->header.alignment),
        .hyphenation = HYPHENATION_NONE,
        .leading = context->design->typography.line_spacing,
    };
}

static void append_line(const struct context *context, enum face_role face,
                        struct text text, sp space_below,
                        struct block_list *blocks)
{
    struct block block = {.kind = BLOCK_PARA,
                          .type =
                              face == FACE_NAME ? STRUCTURE_H1 : STRUCTURE_P,
                          .para = header_para(context, face),
                          .space_below = space_below,
                          .keep_with_next = true};

    if (text.str.len == 0)
        return;
    markup_append(context, text, block.para.base, NULL, false,
                  &block.para.spans);
    vec_push(context->arena, blocks, block);
}

// Without scheme, "www." and the closing slash: what people call a URL.
static struct str url_display(struct str url)
{
    static const char *const schemes[] = {"https://", "http://"};

    for (size_t i = 0; i < 2; i++)
        if (str_starts(url, str_from_cstr(schemes[i])))
            url = str_slice(url, str_from_cstr(schemes[i]).len, url.len);
    while (str_ends(url, STR("/")))
        url = str_slice(url, 0, url.len - 1);
    return url;
}

static struct str connection_text(const struct context *context,
                                  const struct connection *connection)
{
    switch (connection->kind) {
    case CONNECTION_PHONE:
        return phone_format(context->arena, connection->text.str,
                            (enum phone_format)context->design->header
                                .connections.phone_number_format);
    case CONNECTION_WEBSITE:
        return url_display(connection->url);
    case CONNECTION_SOCIAL:
        if (context->design->header.connections.display_urls)
            return url_display(connection->url);
        if (str_eq_cstr(connection->network, "Google Scholar"))
            return connection->network; // its user names say nothing
        return connection->text.str;
    case CONNECTION_EMAIL:
    case CONNECTION_LOCATION:
    case CONNECTION_CUSTOM:
        break;
    }
    return connection->text.str;
}

static struct str network_icon(struct str network)
{
    static const struct {
        const char *network;
        const char *icon;
    } icons[] = {
        {"LinkedIn", "linkedin"},
        {"GitHub", "github"},
        {"GitLab", "gitlab"},
        {"IMDB", "imdb"},
        {"Instagram", "instagram"},
        {"ORCID", "orcid"},
        {"Mastodon", "mastodon"},
        {"StackOverflow", "stack-overflow"},
        {"ResearchGate", "researchgate"},
        {"YouTube", "youtube"},
        {"Google Scholar", "graduation-cap"},
        {"Telegram", "telegram"},
        {"WhatsApp", "whatsapp"},
        {"Leetcode", "code"},
        {"X", "x-twitter"},
        {"Bluesky", "bluesky"},
        {"Reddit", "reddit"},
    };

    for (size_t i = 0; i < sizeof icons / sizeof *icons; i++)
        if (str_eq_cstr(network, icons[i].network))
            return str_from_cstr(icons[i].icon);
    return STR("link");
}

static void connection_icon(const struct connection *connection,
                            struct str *icon, struct str *label)
{
    switch (connection->kind) {
    case CONNECTION_LOCATION:
        *icon = STR("location-dot");
        *label = STR("Location");
        break;
    case CONNECTION_EMAIL:
        *icon = STR("envelope");
        *label = STR("Email");
        break;
    case CONNECTION_PHONE:
        *icon = STR("phone");
        *label = STR("Phone");
        break;
    case CONNECTION_WEBSITE:
        *icon = STR("link");
        *label = STR("Website");
        break;
    case CONNECTION_SOCIAL:
        *icon = network_icon(connection->network);
        *label = connection->network;
        break;
    case CONNECTION_CUSTOM:
        *icon = connection->icon.str;
        *label = (struct str){"", 0};
        break;
    }
}

// Appends the icon, inline with a gap and linked, or as a mark.
static void append_icon(const struct context *context,
                        const struct connection *connection, struct str url,
                        bool inside, struct span_list *spans)
{
    struct text_style style = context->styles[FACE_CONNECTIONS];
    struct span icon = {.kind = SPAN_ICON,
                        .style = style,
                        .url = inside ? url : (struct str){"", 0},
                        .pos = connection->text.pos};
    struct span gap = {.kind = SPAN_SPACE,
                       .width = style.size * ICON_GAP_PERCENT / 100,
                       .style = style,
                       .url = url,
                       .pos = connection->text.pos};

    if (connection->icon.str.len > 0)
        icon.pos = connection->icon.pos;
    icon.style.size = style.size * ICON_PERCENT / 100;
    connection_icon(connection, &icon.text, &icon.label);
    vec_push(context->arena, spans, icon);
    if (inside)
        vec_push(context->arena, spans, gap);
}

// Appends a connection's icon and its text; the former to icons if that is
// another list.
static void append_connection(const struct context *context,
                              const struct connection *connection,
                              struct span_list *icons, struct span_list *spans)
{
    bool linked = context->design->header.connections.hyperlink;
    struct str url = linked ? connection->url : (struct str){"", 0};
    struct text_style style = context->styles[FACE_CONNECTIONS];
    size_t first;

    if (context->design->header.connections.show_icons)
        append_icon(context, connection, url, icons == spans, icons);
    first = spans->len;
    if (connection->kind == CONNECTION_CUSTOM ||
        connection->kind == CONNECTION_LOCATION) {
        markup_append(context, connection->text, style, NULL, false, spans);
    } else {
        struct span span = {.kind = SPAN_TEXT,
                            .text = connection_text(context, connection),
                            .style = style,
                            .pos = connection->text.pos};

        vec_push(context->arena, spans, span);
    }
    for (size_t i = first; url.len > 0 && i < spans->len; i++)
        spans->ptr[i].url = url;
    // A link that is read alone says what it is.
    if (icons != spans && icons->len > 0 && spans->len > first)
        spans->ptr[first].label = icons->ptr[0].label;
}

void connection_append(const struct context *context,
                       const struct connection *connection,
                       struct span_list *spans)
{
    append_connection(context, connection, spans, spans);
}

static struct block connections_row(const struct context *context,
                                    const struct connection_list *list)
{
    const struct design *design = context->design;
    struct block block = {.kind = BLOCK_PARA,
                          .para = header_para(context, FACE_CONNECTIONS),
                          .keep_with_next = true};
    struct span separator = {
        .kind = SPAN_SEPARATOR,
        .text = design->header.connections.separator.str,
        .width = design->header.connections.space_between,
        .style = block.para.base,
        .pos = design->header.connections.separator.pos,
    };

    block.para.unbreakable_spaces = true;
    block.para.leading = design->header.connections.line_spacing;
    if (design->header.connections.show_icons)
        block.para.min_height = block.para.base.size * ICON_PERCENT / 100;
    for (size_t i = 0; i < list->len; i++) {
        if (i > 0)
            vec_push(context->arena, &block.para.spans, separator);
        connection_append(context, &list->ptr[i], &block.para.spans);
    }
    return block;
}

static void append_connections(const struct context *context,
                               struct block_list *blocks)
{
    const struct design *design = context->design;
    struct connection_rows rows = header_rows(context);

    for (size_t i = 0; i < rows.len; i++) {
        struct block row = connections_row(context, &rows.ptr[i]);

        if (i > 0)
            row.space_above = design->header.connections.line_spacing;
        vec_push(context->arena, blocks, row);
    }
    if (rows.len > 0)
        blocks->ptr[blocks->len - 1].space_below =
            design->header.space_below_connections;
}

// What a reader that speaks says for the photo: the profile's words for it,
// or whom it shows.
static struct str photo_alt(const struct context *context)
{
    const struct cv *cv = context->cv;
    struct span_list spans = {0};
    struct str name;

    if (cv->photo_alt.str.len > 0)
        return cv->photo_alt.str;
    markup_append(context, cv->name, context->styles[FACE_NAME], NULL, false,
                  &spans);
    name = spans_plain(context->arena, &spans);
    if (name.len == 0)
        diag_warning(context->diags, cv->photo.pos,
                     STR("cv.photo_alt says it in words"),
                     "nothing says what the photo shows, for readers who "
                     "cannot see it");
    return name;
}

static struct block photo_block(const struct context *context)
{
    struct block image = {
        .kind = BLOCK_IMAGE,
        .image_path = context->cv->photo,
        .image_alt = photo_alt(context),
        .image_width = context->design->header.photo_width,
        .image_look = context->design->header.photo,
    };

    image.image_path.str =
        path_resolve(context->arena, context->folder, context->cv->photo.str);
    return image;
}

// The photo and the header's text in two columns, the shorter one centred.
static struct block photo_columns(const struct context *context,
                                  struct block text)
{
    const struct design *design = context->design;
    bool left = design->header.photo_position != SIDE_RIGHT;
    sp space =
        design->header.photo_space_left + design->header.photo_space_right;
    struct block image = photo_block(context);
    struct block columns = {.kind = BLOCK_COLUMNS,
                            .column_count = 2,
                            .centre_vertically = true,
                            .keep_together = true,
                            .keep_with_next = true,
                            .space_below =
                                design->header.space_below_connections};

    image.indent_left = design->header.photo_space_left;
    image.indent_right = design->header.photo_space_right;
    image.placement = (struct placement){left ? 0 : 1, left ? 0 : 1};
    columns.widths[left ? 0 : 1] = design->header.photo_width + space;
    columns.widths[left ? 1 : 0] = COLUMN_FLEXIBLE;
    text.placement = (struct placement){left ? 1 : 0, left ? 1 : 0};
    vec_push(context->arena, &columns.children, image);
    vec_push(context->arena, &columns.children, text);
    return columns;
}

// One below the other, behind their icons, in a column that is too narrow for
// several beside each other.
static void append_connection_list(const struct context *context,
                                   struct block_list *blocks)
{
    const struct design *design = context->design;
    struct connection_rows rows = header_rows(context);
    struct connection_list connections = {0};
    sp size = context->styles[FACE_CONNECTIONS].size;
    bool icons = design->header.connections.show_icons;
    struct block list = {.kind = BLOCK_LIST,
                         .space_below = design->header.space_below_connections,
                         .keep_with_next = true,
                         .numbering = NUMBERING_NONE,
                         .marker_center = icons,
                         .marker_gap =
                             icons ? size * ICON_GAP_PERCENT / 100 : 0};

    for (size_t i = 0; i < rows.len; i++)
        for (size_t k = 0; k < rows.ptr[i].len; k++)
            vec_push(context->arena, &connections, rows.ptr[i].ptr[k]);
    for (size_t i = 0; i < connections.len; i++) {
        struct block item = {.kind = BLOCK_ITEM,
                             .para = header_para(context, FACE_CONNECTIONS)};
        struct block text = {.kind = BLOCK_PARA};

        if (icons)
            item.para.min_height = size * ICON_PERCENT / 100;
        text.para = item.para;
        text.para.align = PARA_LEFT;
        if (i > 0)
            item.space_above = design->header.connections.line_spacing;
        append_connection(context, &connections.ptr[i], &item.para.spans,
                          &text.para.spans);
        vec_push(context->arena, &item.children, text);
        vec_push(context->arena, &list.children, item);
    }
    if (list.children.len > 0)
        vec_push(context->arena, blocks, list);
}

// The photo above the text; the last line ends the header, whichever it is.
static struct block narrow_block(const struct context *context, unsigned parts,
                                 struct block text)
{
    struct block block = text;

    block.children = (struct block_list){0};
    if (parts & PART_PHOTO && context->cv->photo.str.len > 0) {
        struct block image = photo_block(context);

        image.space_below = context->design->header.space_below_connections;
        image.keep_with_next = true;
        vec_push(context->arena, &block.children, image);
    }
    for (size_t i = 0; i < text.children.len; i++)
        vec_push(context->arena, &block.children, text.children.ptr[i]);
    return block;
}

void header_append_parts(const struct context *context, unsigned parts,
                         bool narrow, struct block_list *blocks)
{
    const struct design *design = context->design;
    const struct cv *cv = context->cv;
    struct block text = {.kind = BLOCK_STACK, .keep_with_next = true};

    if (parts & PART_NAME) {
        append_line(context, FACE_NAME, cv->name,
                    design->header.space_below_name, &text.children);
        append_line(context, FACE_HEADLINE, cv->headline,
                    design->header.space_below_headline, &text.children);
    }
    if (parts & PART_CONNECTIONS && narrow)
        append_connection_list(context, &text.children);
    else if (parts & PART_CONNECTIONS)
        append_connections(context, &text.children);
    // Whichever line is the last ends the header.
    if (text.children.len > 0)
        text.children.ptr[text.children.len - 1].space_below =
            design->header.space_below_connections;
    if (narrow)
        text = narrow_block(context, parts, text);
    else if (parts & PART_PHOTO && cv->photo.str.len > 0)
        text = photo_columns(context, text);
    if (text.children.len > 0)
        vec_push(context->arena, blocks, text);
}

void header_append(const struct context *context, struct block_list *blocks)
{
    header_append_parts(context, PART_ALL, false, blocks);
}
