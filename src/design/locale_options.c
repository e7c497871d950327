// SPDX-License-Identifier: MIT
// Every word of a locale: where it stands and where it goes. The defaults are
// in locales/english.yaml.
#include "design/locale.h"
#include "design/options.h"

#define AT(member) offsetof(struct locale, member)
#define TEXT(path, member)                                                     \
    {                                                                          \
        path, OPTION_TEXT, AT(member), NULL                                    \
    }

#define CHOICE(path, member, words)                                            \
    {                                                                          \
        path, OPTION_CHOICE, AT(member), words                                 \
    }
#define MONTHS(path, member)                                                   \
    {                                                                          \
        path, OPTION_MONTHS, AT(member), NULL                                  \
    }
#define PLURALS(path, member)                                                  \
    TEXT(path ".one", plurals.member.forms[PLURAL_ONE]),                       \
        TEXT(path ".two", plurals.member.forms[PLURAL_TWO]),                   \
        TEXT(path ".few", plurals.member.forms[PLURAL_FEW]),                   \
        TEXT(path ".many", plurals.member.forms[PLURAL_MANY]),                 \
        TEXT(path ".other", plurals.member.forms[PLURAL_OTHER])
#define TITLE(name) TEXT("titles." #name, titles.name)

static const char *const date_styles[] = {"design", "native", NULL};
static const char *const digits[] = {"latin", "native", NULL};
static const char *const list_styles[] = {"commas", "native", NULL};

static const struct option options[] = {
    {"language", OPTION_ANY, 0, NULL},
    TEXT("last_updated", last_updated),
    TEXT("month", month),
    TEXT("months", months),
    TEXT("year", year),
    TEXT("years", years),
    TEXT("present", present),
    TEXT("phrases.degree_with_area", degree_with_area),
    TEXT("phrases.and", and_word),
    TEXT("phrases.et_al", et_al),
    TEXT("phrases.reference", reference),
    MONTHS("month_abbreviations", month_abbreviations),
    MONTHS("month_names", month_names),
    CHOICE("date_style", date_style, date_styles),
    CHOICE("digits", digits, digits),
    CHOICE("list_style", list_style, list_styles),
    {"translate_titles", OPTION_BOOL, AT(translate_titles), NULL},
    TEXT("date_formats.year", year_format),
    TEXT("date_formats.month", date_formats[DATE_SHAPE_MONTH]),
    TEXT("date_formats.month_long", date_formats[DATE_SHAPE_MONTH_LONG]),
    TEXT("date_formats.day", date_formats[DATE_SHAPE_DAY]),
    TEXT("date_formats.day_long", date_formats[DATE_SHAPE_DAY_LONG]),
    MONTHS("date_names.month", date_names[DATE_SHAPE_MONTH]),
    MONTHS("date_names.month_long", date_names[DATE_SHAPE_MONTH_LONG]),
    MONTHS("date_names.day", date_names[DATE_SHAPE_DAY]),
    MONTHS("date_names.day_long", date_names[DATE_SHAPE_DAY_LONG]),
    PLURALS("plurals.year", year),
    PLURALS("plurals.month", month),
    TEXT("lists.separator", list_separator),
    TEXT("lists.last", list_last),
    TEXT("lists.two", list_two),
    TITLE(education),
    TITLE(experience),
    TITLE(work_experience),
    TITLE(research_experience),
    TITLE(teaching_experience),
    TITLE(publications),
    TITLE(projects),
    TITLE(skills),
    TITLE(technical_skills),
    TITLE(languages),
    TITLE(awards),
    TITLE(honors),
    TITLE(honors_and_awards),
    TITLE(certifications),
    TITLE(volunteering),
    TITLE(references),
    TITLE(summary),
    TITLE(profile),
    TITLE(interests),
    TITLE(hobbies),
    TITLE(talks),
    TITLE(invited_talks),
    TITLE(presentations),
    TITLE(conferences),
    TITLE(teaching),
    TITLE(service),
    TITLE(patents),
    TITLE(grants),
    TITLE(research),
    TITLE(research_interests),
    TITLE(memberships),
    TITLE(courses),
    TITLE(achievements),
    TITLE(scholarships),
    TITLE(activities),
    TEXT("letter.title", letter.title),
    TEXT("letter.subject", letter.subject),
    TEXT("letter.enclosure", letter.enclosure),
    TEXT("letter.enclosures", letter.enclosures),
    TEXT("letter.postscript", letter.postscript),
    TEXT("letter.opening", letter.opening),
    TEXT("letter.opening_generic", letter.opening_generic),
    TEXT("letter.closing", letter.closing),
    TEXT("letter.date", letter.date),
    TEXT("letter.place_and_date", letter.place_and_date),
    MONTHS("letter.month_names", letter.month_names),
};

const struct schema locale_schema = {"locale", options,
                                     sizeof options / sizeof *options};
