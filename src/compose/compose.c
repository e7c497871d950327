// SPDX-License-Identifier: MIT
// The document from the profile: header, sections, notes.
#include "compose/compose.h"

#include "compose/authors.h"
#include "compose/markup.h"
#include "compose/parts.h"
#include "compose/references.h"
#include "compose/values.h"

struct para para_body(const struct context *context)
{
    const struct design *design = context->design;

    return (struct para){
        .base = context->styles[FACE_BODY],
        .align = design->typography.alignment == BODY_LEFT ? PARA_LEFT
                                                           : PARA_JUSTIFIED,
        .hyphenation = design->typography.alignment == BODY_JUSTIFIED
                           ? (enum hyphenation)design->typography.hyphenation
                           : HYPHENATION_NONE,
        .leading = design->typography.line_spacing,
        .microtype = design->typography.microtype,
    };
}

struct block block_para(const struct context *context, struct para para)
{
    return (struct block){.kind = BLOCK_PARA,
                          .para = para,
                          .space_above =
                              context->design->typography.line_spacing};
}

// Abbreviations in running text would fall apart with more, in 1/1000 em;
// titles bear what the design wants.
#define TEXT_TRACKING_MAX 30

// A length as a part of the body size.
static int thousandths(const struct design *design, sp length)
{
    return (int)sp_mul_div(length, 1000,
                           design->typography.faces[FACE_BODY].size);
}

void context_set_design(struct context *context, const struct design *design)
{
    const uint32_t colours[FACE_ROLES] = {
        [FACE_BODY] = design->colors.body,
        [FACE_NAME] = design->colors.name,
        [FACE_HEADLINE] = design->colors.headline,
        [FACE_CONNECTIONS] = design->colors.connections,
        [FACE_SECTION_TITLES] = design->colors.section_titles,
        [FACE_GROUP_TITLES] = design->colors.group_titles,
    };

    context->design = design;
    for (int i = 0; i < FACE_ROLES; i++) {
        const struct face_style *face = &design->typography.faces[i];

        context->styles[i] = (struct text_style){
            .family = face->family.str,
            .weight = face->bold ? 700 : 400,
            .small_caps = face->small_caps,
            .figures = (unsigned char)design->typography.figures,
            .figure_width = (unsigned char)design->typography.figure_width,
            .fractions = design->typography.fractions,
            .capitals_tracking =
                thousandths(design, design->typography.capitals_tracking),
            .small_caps_tracking =
                thousandths(design, design->typography.small_caps_tracking),
            .size = face->size,
            .colour = colours[i],
        };
    }
    if (context->styles[FACE_BODY].capitals_tracking > TEXT_TRACKING_MAX)
        context->styles[FACE_BODY].capitals_tracking = TEXT_TRACKING_MAX;
    context->styles[FACE_GROUP_TITLES].italic = design->group_titles.italic;
}

void context_set_own_design(struct context *context, const struct node *node)
{
    for (size_t i = 0; node && i < context->own_designs.len; i++)
        if (context->own_designs.ptr[i].node == node) {
            context_set_design(context, context->own_designs.ptr[i].design);
            return;
        }
}

static void list_faces(const struct context *context, struct face_list *faces)
{
    const struct face_style *own = context->design->typography.faces;
    struct face bold = {context->styles[FACE_BODY], own[FACE_BODY].family.pos};
    struct face italic = bold;

    // Few CVs have groups; what is lacking for them is not told to the others.
    for (int i = 0; i < FACE_GROUP_TITLES; i++)
        vec_push(context->arena, faces,
                 (struct face){context->styles[i], own[i].family.pos});
    // Markup asks for these, wherever it stands.
    bold.style.weight = 700;
    italic.style.italic = true;
    vec_push(context->arena, faces, bold);
    vec_push(context->arena, faces, italic);
}

static void set_page(const struct context *context, struct document *document)
{
    const struct design *design = context->design;

    design_page(design, &document->page_width, &document->page_height);
    document->top_margin = design->page.top_margin;
    document->bottom_margin = design->page.bottom_margin;
    document->left_margin = design->page.left_margin;
    document->right_margin = design->page.right_margin;
    document->title_style = context->styles[FACE_SECTION_TITLES];
    document->flush_bottom = design->page.flush_bottom;
}

static struct str plain_text(const struct context *context, struct text text)
{
    struct span_list spans = {0};

    markup_append(context, text, context->styles[FACE_BODY], NULL, false,
                  &spans);
    return spans_plain(context->arena, &spans);
}

static void check_fields(const struct context *context,
                         const struct context *sidebar)
{
    for (size_t i = 0; i < context->cv->sections.len; i++) {
        const struct section *section = &context->cv->sections.ptr[i];
        struct context own = section_context(context, sidebar, section);

        fields_check(&own, section);
    }
}

// Whether the publications of a section are numbered.
static bool any_numbers(const struct compose_input *input)
{
    if (input->design->templates.publication_number.str.len > 0 ||
        (input->sidebar_design &&
         input->sidebar_design->templates.publication_number.str.len > 0))
        return true;
    for (size_t i = 0; i < input->own_designs.len; i++)
        if (input->own_designs.ptr[i]
                .design->templates.publication_number.str.len > 0)
            return true;
    return false;
}

// What is cited, and which numbers it has, is known when all is composed; so
// it is done once to find out. Its messages come again.
static void note_references(const struct context *context,
                            const struct context *sidebar,
                            const struct compose_input *input)
{
    struct context own = *context;
    struct context own_sidebar = *sidebar;
    struct block_list blocks = {0};

    if (!references_are_needed(context->references, any_numbers(input)))
        return;
    own.diags = diags_new(context->arena);
    own_sidebar.diags = own.diags;
    body_compose(&own, &own_sidebar, &blocks);
    references_arrange(context);
}

void document_start(const struct context *context, struct document *document)
{
    const struct locale *locale = context->locale;

    *document = (struct document){
        .body = {.kind = BLOCK_STACK},
        .exceptions = context->settings->hyphenation,
        .rtl = locale->rtl,
        .language = locale->tag,
        .zero = locale_zero(locale),
        .date = context->settings->current_date,
    };
    set_page(context, document);
    list_faces(context, &document->faces);
    for (size_t i = 0; i < 12; i++) {
        vec_push(context->arena, &document->months, locale->month_names[i]);
        vec_push(context->arena, &document->months,
                 locale->month_abbreviations[i]);
    }
    for (size_t i = 0; i < (size_t)DATE_SHAPES * 12; i++)
        if (locale->date_style == DATE_STYLE_NATIVE)
            vec_push(context->arena, &document->months,
                     locale->date_names[i / 12][i % 12]);
}

// The same context for the sidebar; without one, the context itself.
static struct context sidebar_context(const struct context *context,
                                      const struct compose_input *input)
{
    struct context sidebar = *context;

    if (!input->sidebar_design)
        return sidebar;
    sidebar.document_design = input->sidebar_design;
    context_set_design(&sidebar, input->sidebar_design);
    return sidebar;
}

void compose(struct arena *arena, const struct compose_input *input,
             struct diags *diags, struct document *document)
{
    struct context sidebar;

    struct context context = {
        .arena = arena,
        .diags = diags,
        .cv = input->cv,
        .locale = input->locale,
        .settings = input->settings,
        .folder = input->folder,
        .document_design = input->design,
        .own_designs = input->own_designs,
        .outline_level = 2,
    };

    context_set_design(&context, input->design);
    document_start(&context, document);
    document->body.shared[SHARED_DATES] = shared_dates(input->design);
    placeholders_collect(&context);
    templates_check(&context);
    authors_check(&context);
    context.references = references_new(&context);
    sidebar = sidebar_context(&context, input);
    check_fields(&context, &sidebar);
    note_references(&context, &sidebar, input);
    body_compose(&context, &sidebar, &document->body.children);
    page_columns_compose(&context, &sidebar, document);
    notes_compose(&context, document);
    document->subject = plain_text(&context, input->cv->headline);
    keywords_compose(&context, document);
    structure_build(arena, document);
}
