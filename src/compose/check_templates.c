// SPDX-License-Identifier: MIT
// Slips in templates that show on the page and nowhere else: a placeholder
// that is almost one is printed as it stands, and so are asterisks without a
// partner. Words in capitals that are near to nothing are labels ("GPA").
#include "base/verbatim.h"
#include "compose/parts.h"
#include "compose/template.h"

// Shorter words are near to too many others: "NASA" to "NAME".
#define WORD_MIN 4
#define LONG_WORD 8
// "NUMBR" and "NR" are told otherwise: the first is meant to be NUMBER.
#define NUMBER_SLIPS 1

static const char *const date_names[] = {
    "MONTH_NAME", "MONTH_ABBREVIATION", "MONTH",
    "DAY",        "DAY_IN_TWO_DIGITS",  "MONTH_IN_TWO_DIGITS",
    "YEAR",       "YEAR_IN_TWO_DIGITS", NULL};
static const char *const range_names[] = {"START_DATE", "END_DATE", NULL};
static const char *const span_names[] = {"HOW_MANY_YEARS", "YEARS",
                                         "HOW_MANY_MONTHS", "MONTHS", NULL};
static const char *const note_names[] = {
    "NAME", "CURRENT_DATE", "LAST_UPDATED", "PAGE_NUMBER", "TOTAL_PAGES", NULL};
static const char *const number_names[] = {"NUMBER", NULL};
static const char *const phrase_names[] = {"DEGREE_WITH_AREA", NULL};

static void add_names(const struct context *context, struct str_list *list,
                      const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        vec_push(context->arena, list, str_from_cstr(names[i]));
}

static bool is_name(const struct str_list *names, struct str word)
{
    for (size_t i = 0; i < names->len; i++)
        if (str_eq(names->ptr[i], word))
            return true;
    return false;
}

static bool has_digit(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_digit(word.ptr[i]))
            return true;
    return false;
}

static void check_word(const struct context *context, struct text template,
                       const struct str_list *names, struct str word)
{
    struct str near;
    bool joined = str_find_char(word, '_', 0) != SIZE_MAX;

    if (word.len < WORD_MIN || has_digit(word) || is_name(names, word))
        return;
    near = suggest_within(word, names->ptr, names->len,
                          word.len < LONG_WORD ? 1 : 2);
    // Nobody writes an underscore for it to be printed.
    if (near.len == 0 && !joined)
        return;
    diag_warning(
        context->diags, template.pos,
        near.len > 0
            ? str_format(context->arena, "did you mean '%.*s'?", STR_ARG(near))
            : STR("docs/design.md lists the placeholders "
                  "of each template"),
        "'%.*s' is no placeholder here and is shown as it stands",
        STR_ARG(word));
}

static void check_words(const struct context *context, struct text template,
                        const struct str_list *names)
{
    size_t offset = 0;
    struct str word;

    while ((word = placeholder_next(template.str, &offset)).len > 0)
        check_word(context, template, names, word);
}

// Counts the marks of bold and of italics in a line.
static void count_stars(struct str line, size_t *bold, size_t *italic)
{
    size_t i = 0;

    *bold = 0;
    *italic = 0;
    while (i < line.len) {
        size_t start = i;

        if (line.ptr[i] == '`') {
            i = verbatim_code_end(line, i);
            continue;
        }
        if (line.ptr[i] != '*') {
            i += line.ptr[i] == '\\' ? 2 : 1;
            continue;
        }
        while (i < line.len && line.ptr[i] == '*')
            i++;
        // "2 * 3"
        if ((start == 0 || line.ptr[start - 1] == ' ') &&
            (i == line.len || line.ptr[i] == ' '))
            continue;
        *bold += (i - start) / 2;
        *italic += (i - start) % 2;
    }
}

static void check_stars(const struct context *context, struct text template)
{
    struct str rest = template.str;

    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');
        size_t bold;
        size_t italic;

        count_stars(line, &bold, &italic);
        if (bold % 2 == 1 || italic % 2 == 1)
            diag_warning(context->diags, template.pos,
                         STR("close it in its line: **NAME** or *NAME*; an "
                             "asterisk to be shown is \\*"),
                         "a '%s' in '%.*s' has no partner",
                         bold % 2 == 1 ? "**" : "*", STR_ARG(str_trim(line)));
    }
}

// A number that shows none is the same for all.
static void check_number(const struct context *context, struct text template)
{
    struct str_list names = {0};
    struct str_list words = {0};
    size_t offset = 0;
    struct str word;

    add_names(context, &names, number_names);
    check_words(context, template, &names);
    while ((word = placeholder_next(template.str, &offset)).len > 0)
        vec_push(context->arena, &words, word);
    // One that is misspelt was told already.
    if (str_trim(template.str).len == 0 ||
        suggest_within(names.ptr[0], words.ptr, words.len, NUMBER_SLIPS).len >
            0)
        return;
    diag_warning(context->diags, template.pos,
                 STR("write NUMBER where the number is to stand: '[NUMBER]'"),
                 "'%.*s' has no NUMBER and is the same for every entry",
                 STR_ARG(str_trim(template.str)));
}

// Checks a template with markup.
static void check_marked(const struct context *context, struct text template,
                         const struct str_list *names)
{
    check_words(context, template, names);
    check_stars(context, template);
}

static void check_entries(const struct context *context)
{
    const struct entry_template *templates[] = {
        &context->design->templates.education,
        &context->design->templates.normal,
        &context->design->templates.experience,
        &context->design->templates.publication,
        &context->design->templates.grant,
        &context->design->templates.patent,
        &context->design->templates.reference,
        &context->design->templates.employer,
        &context->design->templates.position,
    };
    struct str_list names = {0};

    for (size_t i = 0; i < context->placeholders.len; i++)
        vec_push(context->arena, &names, context->placeholders.ptr[i]);
    check_marked(context, context->locale->degree_with_area, &names);
    check_number(context, context->design->templates.publication_number);
    check_stars(context, context->design->templates.publication_number);
    add_names(context, &names, phrase_names);
    check_marked(context, context->design->templates.one_line, &names);
    check_marked(context, context->design->templates.language, &names);
    check_marked(context, context->design->templates.skill, &names);
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
        check_marked(context, templates[i]->main, &names);
        check_marked(context, templates[i]->degree, &names);
        check_marked(context, templates[i]->date_and_location, &names);
    }
}

static void check_notes(const struct context *context,
                        const struct str_list *names)
{
    for (int i = 0; i < NOTE_PLACES; i++) {
        const struct note_templates *notes =
            &context->design->templates.notes[i];

        check_marked(context, notes->all, names);
        check_marked(context, notes->first, names);
        check_marked(context, notes->last, names);
    }
}

void templates_check(const struct context *context)
{
    struct str_list dates = {0};
    struct str_list range = {0};
    struct str_list span = {0};
    struct str_list notes = {0};

    add_names(context, &dates, date_names);
    add_names(context, &range, range_names);
    add_names(context, &span, span_names);
    add_names(context, &notes, date_names);
    add_names(context, &notes, note_names);
    check_entries(context);
    check_words(context, context->design->templates.single_date, &dates);
    check_words(context, context->design->templates.date_range, &range);
    check_words(context, context->design->templates.time_span, &span);
    check_marked(context, context->design->templates.footer, &notes);
    check_marked(context, context->design->templates.top_note, &notes);
    check_notes(context, &notes);
    check_words(context, context->settings->pdf_title, &notes);
}
