// SPDX-License-Identifier: MIT
// The span being built: its style by the marks that are open, its end, and the
// icon behind a link.
#include "compose/markup_builder.h"

#include "base/superscript.h"

#define CODE_FAMILY STR("DejaVu Sans Mono")
// Monospaced letters look larger than their size.
#define CODE_SIZE_PERCENT 85
#define LINK_ICON_PERCENT 65

struct text_style markup_style(const struct markup_builder *b)
{
    struct text_style style = b->style;
    const struct design *design = b->context->design;

    if (b->bold > 0)
        style.weight = 700;
    if (b->italic % 2 == 1)
        style.italic = !style.italic;
    if (b->url.len > 0) {
        style.colour = design->colors.links;
        style.underline = design->links.underline;
    }
    style.underline = style.underline || b->opened[MARK_UNDERLINE] > 0;
    style.strike = style.strike || b->opened[MARK_STRIKE] > 0;
    if (b->small_caps > 0 && !style.small_caps)
        style.small_caps = style.small_caps_marked = true;
    if (b->opened[MARK_SUPERSCRIPT] > 0)
        style.script = SCRIPT_SUPER;
    else if (b->opened[MARK_SUBSCRIPT] > 0)
        style.script = SCRIPT_SUB;
    if (b->code) {
        style.code = true;
        style.family = CODE_FAMILY;
        style.size = style.size * CODE_SIZE_PERCENT / 100;
    }
    return style;
}

void markup_flush(struct markup_builder *b)
{
    struct str text = str_copy(b->context->arena, buf_str(&b->pending));
    struct span span = {
        .kind = SPAN_TEXT,
        .text = text,
        .style = markup_style(b),
        .url = b->url,
        .language = b->language,
        .pos = b->pos,
    };

    if (span.style.script == SCRIPT_SUPER)
        span.text = superscript_from(b->context->arena, text);
    if (b->pending.len > 0)
        vec_push(b->context->arena, b->spans, span);
    b->pending.len = 0;
}

void markup_open_link(struct markup_builder *b, struct str url)
{
    if (b->url.len > 0)
        b->nested++;
    else
        b->url = url;
}

static void add_link_icon(struct markup_builder *b)
{
    struct text_style style = markup_style(b);
    struct span space = {.kind = SPAN_SPACE,
                         .width = style.size / 4,
                         .style = style,
                         .url = b->url,
                         .language = b->language,
                         .pos = b->pos};
    struct span icon = {.kind = SPAN_ICON,
                        .text = STR("external-link"),
                        .label = STR("external link"),
                        .style = style,
                        .url = b->url,
                        .language = b->language,
                        .pos = b->pos};

    icon.style.size = style.size * LINK_ICON_PERCENT / 100;
    icon.raise = style.size / 10;
    vec_push(b->context->arena, b->spans, space);
    vec_push(b->context->arena, b->spans, icon);
}

void markup_close_link(struct markup_builder *b)
{
    if (b->nested > 0) {
        b->nested--;
        return;
    }
    if (b->url.len > 0 && b->context->design->links.show_external_link_icon)
        add_link_icon(b);
    b->url = (struct str){"", 0};
}
