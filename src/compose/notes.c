// SPDX-License-Identifier: MIT
// Footer, top note and the document's title: templates with the name, the
// date and the page numbers.
#include "compose/notes.h"

#include "compose/dates.h"
#include "compose/parts.h"

// Notes are a little smaller than the body.
#define NOTE_PERCENT 90

static struct str plain_name(const struct context *context)
{
    struct span_list spans = {0};

    markup_append(context, context->cv->name, context->styles[FACE_NAME], NULL,
                  false, &spans);
    return spans_plain(context->arena, &spans);
}

static void add_verbatim(const struct context *context,
                         struct value_list *values, const char *name,
                         struct str text)
{
    vec_push(context->arena, values,
             (struct value){.name = str_from_cstr(name),
                            .text = {text, {0}},
                            .verbatim = true});
}

static struct value_list note_values(const struct context *context)
{
    struct value_list values = {0};
    const struct date *today = &context->settings->current_date;
    struct arena *arena = context->arena;
    struct str name = plain_name(context);

    if (name.len > 0)
        add_verbatim(context, &values, "NAME", name);
    add_verbatim(context, &values, "CURRENT_DATE", date_format(context, today));
    add_verbatim(context, &values, "LAST_UPDATED",
                 context->locale->last_updated.str);
    date_values(context, today, &values);
    vec_push(arena, &values,
             (struct value){.name = STR("PAGE_NUMBER"),
                            .special = SPAN_PAGE_NUMBER});
    vec_push(arena, &values,
             (struct value){.name = STR("TOTAL_PAGES"),
                            .special = SPAN_TOTAL_PAGES});
    return values;
}

// The template, cleaned of what would join a missing name to the rest.
static struct text clean_template(const struct context *context,
                                  struct text template,
                                  const struct value_list *values)
{
    struct context notes = *context;
    struct buf joined = {.arena = context->arena};
    struct text_list lines;

    notes.placeholders = (struct str_list){0};
    notes.cache = NULL;
    vec_push(context->arena, &notes.placeholders, STR("NAME"));
    // Of a letter alone; in other notes it is a word.
    if (value_lookup(values, STR("LETTER")))
        vec_push(context->arena, &notes.placeholders, STR("SUBJECT"));
    lines = template_lines(&notes, template, values);
    for (size_t i = 0; i < lines.len; i++) {
        if (i > 0)
            buf_add_char(&joined, ' ');
        buf_add(&joined, lines.ptr[i].str);
    }
    return (struct text){buf_str(&joined), template.pos};
}

static struct para note_para(const struct context *context,
                             struct text template, uint32_t colour,
                             enum para_align align)
{
    struct value_list values = note_values(context);
    struct para para = {.base = context->styles[FACE_BODY],
                        .align = align,
                        .hyphenation = HYPHENATION_NONE,
                        .leading = context->design->typography.line_spacing};

    para.base.size = para.base.size * NOTE_PERCENT / 100;
    para.base.colour = colour;
    markup_append(context, clean_template(context, template, &values),
                  para.base, &values, false, &para.spans);
    return para;
}

static struct value_list letter_values(const struct context *context,
                                       const struct letter *letter)
{
    struct value_list values = note_values(context);
    struct span_list subject = {0};

    markup_append(context, letter->subject, context->styles[FACE_BODY], NULL,
                  false, &subject);
    add_verbatim(context, &values, "LETTER", context->locale->letter.title.str);
    if (subject.len > 0)
        add_verbatim(context, &values, "SUBJECT",
                     spans_plain(context->arena, &subject));
    return values;
}

void letter_notes_compose(const struct context *context,
                          const struct letter *letter,
                          struct document *document)
{
    const struct design *design = context->design;
    struct value_list values = letter_values(context, letter);
    const struct value *subject = value_lookup(&values, STR("SUBJECT"));

    if (design->page.show_footer)
        document->footer = note_para(context, design->templates.footer,
                                     design->colors.footer, PARA_CENTER);
    document->footer_later = true;
    document->author = plain_name(context);
    if (subject)
        document->subject = subject->text.str;
    document->title = str_trim(template_fill(
        context->arena,
        clean_template(context, context->settings->letter_title, &values).str,
        &values));
}

// Says of a place that it stays empty.
#define NOTHING "none"

static struct margin_note place_note(const struct context *context,
                                     enum note_place place, enum note_page page)
{
    static const enum para_align aligns[] = {PARA_LEFT, PARA_CENTER,
                                             PARA_RIGHT};
    const struct design *design = context->design;
    const struct note_templates *templates = &design->templates.notes[place];
    bool footer = place >= NOTE_FOOTER_LEFT;
    struct text own = page == NOTE_PAGE_FIRST  ? templates->first
                      : page == NOTE_PAGE_LAST ? templates->last
                                               : templates->all;
    struct text text = own.str.len > 0 ? own : templates->all;
    struct margin_note note = {.given = text.str.len > 0};

    if (note.given && !str_eq_cstr(text.str, NOTHING) &&
        (!footer || design->page.show_footer))
        note.para =
            note_para(context, text,
                      footer ? design->colors.footer : design->colors.top_note,
                      aligns[place % 3]);
    return note;
}

static const struct margin_notes *margin_notes(const struct context *context)
{
    struct margin_notes *notes =
        arena_new_of(context->arena, struct margin_notes);

    for (int place = 0; place < NOTE_PLACES; place++)
        for (int page = 0; page < NOTE_PAGES; page++)
            notes->notes[place][page] = place_note(
                context, (enum note_place)place, (enum note_page)page);
    return notes;
}

void notes_compose(const struct context *context, struct document *document)
{
    const struct design *design = context->design;
    struct value_list values = note_values(context);

    if (design->page.show_footer)
        document->footer = note_para(context, design->templates.footer,
                                     design->colors.footer, PARA_CENTER);
    if (design->page.show_top_note)
        document->top_note = note_para(context, design->templates.top_note,
                                       design->colors.top_note, PARA_RIGHT);
    document->top_note_inset = design->entries.side_space;
    document->notes = margin_notes(context);
    document->author = plain_name(context);
    document->title = str_trim(template_fill(
        context->arena,
        clean_template(context, context->settings->pdf_title, &values).str,
        &values));
}
