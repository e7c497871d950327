// SPDX-License-Identifier: MIT
// Settings: RenderCV's keys are all known; those that ask for outputs that
// vita does not make are accepted and have no effect.
#include "design/settings.h"

#include "base/utf8.h"
#include "design/options.h"

#define AT(member) offsetof(struct settings, member)
#define IGNORED(path)                                                          \
    {                                                                          \
        path, OPTION_ANY, 0, NULL                                              \
    }

static const struct option options[] = {
    IGNORED("current_date"),
    {"bold_keywords", OPTION_TEXTS, AT(bold_keywords), NULL},
    {"me", OPTION_NAMES, AT(me), NULL},
    {"hyphenation", OPTION_TEXTS, AT(hyphenation), NULL},
    {"pdf_title", OPTION_TEXT, AT(pdf_title), NULL},
    {"letter_title", OPTION_TEXT, AT(letter_title), NULL},
    // Lists of words: settings_pdf.c reads them.
    {"pdf.conformance", OPTION_ANY, 0, NULL},
    {"pdf.attach_source", OPTION_BOOL, AT(pdf.attach_source), NULL},
    {"pdf.password", OPTION_TEXT, AT(pdf.password), NULL},
    {"pdf.owner_password", OPTION_TEXT, AT(pdf.owner_password), NULL},
    {"pdf.permissions", OPTION_ANY, 0, NULL},
    {"render_command.output_folder", OPTION_TEXT, AT(output_folder), NULL},
    {"render_command.design", OPTION_TEXT, AT(design), NULL},
    {"render_command.locale", OPTION_TEXT, AT(locale), NULL},
    {"render_command.pdf_path", OPTION_TEXT, AT(pdf_path), NULL},
    IGNORED("render_command.typst_path"),
    IGNORED("render_command.markdown_path"),
    IGNORED("render_command.html_path"),
    IGNORED("render_command.png_path"),
    IGNORED("render_command.dont_generate_markdown"),
    IGNORED("render_command.dont_generate_html"),
    IGNORED("render_command.dont_generate_typst"),
    IGNORED("render_command.dont_generate_pdf"),
    IGNORED("render_command.dont_generate_png"),
};

const struct schema settings_schema = {"settings", options,
                                       sizeof options / sizeof *options};

// Civil date from days since 1970-01-01: years of 400-year eras that begin
// on 1 March, so that the leap day is an era's last.
struct date date_from_time(int64_t seconds)
{
    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                           day_of_era / 146096) /
                          365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    struct date date = {.kind = DATE_DAY};

    date.day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    date.month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    date.year = (int)(year_of_era + era * 400 + (date.month <= 2));
    return date;
}

static void read_current_date(const struct node *node, struct diags *diags,
                              struct settings *settings)
{
    const struct node *value = node_lookup(node, "current_date");
    struct date date;

    if (node_is_null(value) ||
        (value->kind == NODE_SCALAR && str_eq_cstr(value->text, "today")))
        return;
    if (value->kind == NODE_SCALAR &&
        date_parse(value->text, &date) == DATE_OK && date.kind == DATE_DAY) {
        settings->current_date = date;
        settings->date_is_today = false;
    } else {
        diag_error(diags, value->pos, STR("write today or YYYY-MM-DD"),
                   "settings.current_date is no date");
    }
}

static void check_hyphenation(struct diags *diags,
                              const struct text_list *words)
{
    for (size_t i = 0; i < words->len; i++) {
        const struct text *word = &words->ptr[i];

        for (size_t offset = 0; offset < word->str.len;) {
            uint32_t rune = utf8_next(word->str, &offset);

            if (rune_is_word(rune) || rune == '-')
                continue;
            diag_error(diags, word->pos, STR("write it as post-train-ing"),
                       "'%.*s' is not one word with hyphens",
                       STR_ARG(word->str));
            break;
        }
    }
}

void settings_read(struct arena *arena, const struct node *node, int64_t now,
                   struct diags *diags, struct settings *settings)
{
    struct schema_target target = {arena, diags, settings, 0};

    *settings = (struct settings){
        .current_date = date_from_time(now),
        .date_is_today = true,
        .pdf_title = {STR("NAME - CV"), {0}},
        .letter_title = {STR("NAME - LETTER"), {0}},
    };
    schema_read(&settings_schema, node, &target);
    check_hyphenation(diags, &settings->hyphenation);
    read_current_date(node, diags, settings);
    settings_read_pdf(node, diags, &settings->pdf);
}
