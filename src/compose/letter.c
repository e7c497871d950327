// SPDX-License-Identifier: MIT
// A letter: head, subject, text, and what stands below it. Its title is the
// subject, a heading; without one it has no heading, and nothing that skips a
// level.
#include "compose/letter_parts.h"
#include "compose/markup.h"
#include "compose/template.h"

#define CAP_PERCENT 66

static struct letter_context start(struct arena *arena,
                                   const struct compose_input *input,
                                   struct diags *diags,
                                   struct settings *settings,
                                   struct design *header_design)
{
    struct letter_context l = {
        .body = {.arena = arena,
                 .diags = diags,
                 .cv = input->cv,
                 .locale = input->locale,
                 .settings = settings,
                 .folder = input->folder,
                 .document_design = input->design,
                 .outline_level = 1},
        .letter = input->letter,
    };
    const struct design *design = input->design;
    sp height;

    // Words that are to be found in a CV do not shout in a letter.
    *settings = *input->settings;
    settings->bold_keywords = (struct text_list){0};
    *header_design = *design;
    header_design->typography.line_spacing = design->letter.header_line_spacing;
    l.header = l.body;
    context_set_design(&l.body, design);
    context_set_design(&l.header, header_design);
    design_page(design, &l.page_width, &height);
    l.line = design->typography.faces[FACE_BODY].size * CAP_PERCENT / 100 +
             design->typography.line_spacing;
    return l;
}

// Lines as they are written: a closing can have two.
static struct block written_block(const struct letter_context *l,
                                  struct text text)
{
    struct text_list lines = {0};
    struct str rest = text.str;

    while (rest.ptr)
        vec_push(l->body.arena, &lines,
                 (struct text){str_trim(str_split(&rest, '\n')), text.pos});
    return lines.len == 1 ? line_block(l, text, l->body.styles[FACE_BODY])
                          : lines_block(l, &lines, l->body.styles[FACE_BODY]);
}

static struct block text_block(const struct letter_context *l, struct text text)
{
    struct block block = block_para(&l->body, para_body(&l->body));

    markup_append(&l->body, text, block.para.base, NULL, true,
                  &block.para.spans);
    return block;
}

static struct block subject_block(const struct letter_context *l)
{
    const struct design *design = l->body.design;
    struct text text = l->letter->subject;
    struct text_style style = l->body.styles[FACE_BODY];
    struct block block;

    if (design->letter.show_subject_word)
        text.str = str_format(l->body.arena, "%.*s: %.*s",
                              STR_ARG(l->body.locale->letter.subject.str),
                              STR_ARG(text.str));
    if (design->letter.subject_bold)
        style.weight = 700;
    block = line_block(l, text, style);
    block.type = STRUCTURE_H1;
    block.keep_with_next = true;
    return block;
}

// "Dear Ms. Noether," has a colon in America.
static struct text opening_text(const struct letter_context *l)
{
    const struct locale *locale = l->body.locale;
    struct text name = l->letter->recipient.name;
    struct text text = locale->letter.opening_generic;
    struct value_list values = {0};

    if (l->letter->opening.str.len > 0)
        return l->letter->opening;
    if (name.str.len > 0) {
        value_add(l->body.arena, &values, "NAME", name);
        text.str =
            template_fill(l->body.arena, locale->letter.opening.str, &values);
        text.pos = name.pos;
    }
    if (l->body.design->letter.layout == LETTER_US &&
        str_eq_cstr(locale->tag, "en") && str_ends(text.str, STR(",")))
        text.str = str_format(l->body.arena, "%.*s:", (int)text.str.len - 1,
                              text.str.ptr);
    return text;
}

// The subject, or else the opening, is where the outline leads to.
static void mark(const struct letter_context *l, struct block *block)
{
    struct span_list subject = {0};
    struct str title = l->body.locale->letter.title.str;

    markup_append(&l->body, l->letter->subject, l->body.styles[FACE_BODY], NULL,
                  false, &subject);
    block->outline_title =
        subject.len > 0 ? spans_plain(l->body.arena, &subject) : title;
    block->outline_level = 1;
}

static void append_opening(const struct letter_context *l, bool din,
                           struct block_list *blocks)
{
    struct block opening = written_block(l, opening_text(l));
    bool has_subject = l->letter->subject.str.len > 0;
    sp above = l->line * 3 / 2;

    opening.keep_with_next = true;
    if (has_subject) {
        struct block subject = subject_block(l);

        mark(l, &subject);
        subject.space_above = din ? 0 : subject.space_above + above;
        vec_push(l->body.arena, blocks, subject);
        opening.space_above += din ? 2 * l->line : l->line;
    } else {
        mark(l, &opening);
        opening.space_above = din ? 0 : opening.space_above + above;
    }
    vec_push(l->body.arena, blocks, opening);
}

static struct block body_block(const struct letter_context *l)
{
    const struct letter_parts *parts = &l->letter->parts;
    sp between = l->body.design->letter.space_between_paragraphs;
    struct block body = {
        .kind = BLOCK_STACK, .keep_with_next = true, .keep_end = true};

    for (size_t i = 0; i < parts->len; i++) {
        const struct letter_part *part = &parts->ptr[i];
        struct text_list texts = text_paragraphs(l->body.arena, part->text);
        struct block list;

        for (size_t k = 0; k < texts.len; k++) {
            struct block block = text_block(l, texts.ptr[k]);

            block.space_above += between;
            vec_push(l->body.arena, &body.children, block);
        }
        if (part->bullets.len == 0)
            continue;
        list = bullets_block(&l->body, &part->bullets, 0);
        list.space_above += between / 2;
        vec_push(l->body.arena, &body.children, list);
    }
    return body;
}

static struct block signature_block(const struct letter_context *l)
{
    const struct letter *letter = l->letter;
    struct text name =
        letter->name.str.len > 0 ? letter->name : l->body.cv->name;
    struct span_list spans = {0};
    sp height = l->body.design->letter.signature_height;
    struct block image = {
        .kind = BLOCK_IMAGE,
        .space_above = l->body.design->typography.line_spacing,
        .image_path = letter->signature,
        .image_height = height,
    };

    if (letter->signature_height.millionths > 0)
        image.image_height = length_to_sp(letter->signature_height,
                                          l->body.styles[FACE_BODY].size);
    markup_append(&l->body, name, l->body.styles[FACE_BODY], NULL, false,
                  &spans);
    image.image_alt = spans_plain(l->body.arena, &spans);
    image.image_path.str =
        path_resolve(l->body.arena, l->body.folder, letter->signature.str);
    return image;
}

static void append_signature(const struct letter_context *l, struct block *end)
{
    const struct letter *letter = l->letter;
    struct text closing = letter->closing.str.len > 0
                              ? letter->closing
                              : l->body.locale->letter.closing;
    struct text_list lines = {0};
    struct text name =
        letter->name.str.len > 0 ? letter->name : l->body.cv->name;
    struct block block = written_block(l, closing);
    bool drawn = letter->signature.str.len > 0;

    block.keep_with_next = true;
    block.space_above += l->body.design->letter.space_between_paragraphs;
    vec_push(l->body.arena, &end->children, block);
    if (drawn)
        vec_push(l->body.arena, &end->children, signature_block(l));
    if (name.str.len > 0)
        vec_push(l->body.arena, &lines, name);
    if (letter->position.str.len > 0)
        vec_push(l->body.arena, &lines, letter->position);
    block = lines_block(l, &lines, l->body.styles[FACE_BODY]);
    if (!drawn)
        block.space_above += l->body.design->letter.space_for_signature;
    if (lines.len > 0)
        vec_push(l->body.arena, &end->children, block);
}

static void append_postscript(const struct letter_context *l, struct block *end)
{
    struct text text = l->letter->postscript;
    struct block block;

    if (text.str.len == 0)
        return;
    text.str = str_format(l->body.arena, "%.*s %.*s",
                          STR_ARG(l->body.locale->letter.postscript.str),
                          STR_ARG(text.str));
    block = text_block(l, text);
    block.space_above += l->line;
    vec_push(l->body.arena, &end->children, block);
}

// The word in bold, and below it what goes with the letter.
static void append_enclosures(const struct letter_context *l, struct block *end)
{
    const struct text_list *list = &l->letter->enclosures;
    const struct locale *locale = l->body.locale;
    struct text_style bold = l->body.styles[FACE_BODY];
    struct block word;
    struct block block;

    if (list->len == 0)
        return;
    bold.weight = 700;
    word = line_block(l,
                      list->len == 1 ? locale->letter.enclosure
                                     : locale->letter.enclosures,
                      bold);
    word.space_above += l->line;
    word.keep_with_next = true;
    block = lines_block(l, list, l->body.styles[FACE_BODY]);
    vec_push(l->body.arena, &end->children, word);
    vec_push(l->body.arena, &end->children, block);
}

void compose_letter(struct arena *arena, const struct compose_input *input,
                    struct diags *diags, struct document *document)
{
    struct settings *settings = arena_new_of(arena, struct settings);
    struct design *header_design = arena_new_of(arena, struct design);
    struct letter_context l =
        start(arena, input, diags, settings, header_design);
    struct block_list *blocks = &document->body.children;
    struct block end = {.kind = BLOCK_STACK, .keep_together = true};
    struct din_form form;
    bool din = din_form(input->design->letter.layout, &form);

    document_start(&l.body, document);
    if (din)
        vec_push(arena, blocks, din_head(&l, &form));
    else
        plain_head_append(&l, blocks);
    append_opening(&l, din, blocks);
    vec_push(arena, blocks, body_block(&l));
    append_signature(&l, &end);
    append_postscript(&l, &end);
    append_enclosures(&l, &end);
    vec_push(arena, blocks, end);
    letter_notes_compose(&l.body, input->letter, document);
    for (size_t i = 0; i < 12; i++)
        vec_push(arena, &document->months,
                 input->locale->letter.month_names[i]);
    structure_build(arena, document);
}
