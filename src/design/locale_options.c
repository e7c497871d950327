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
    {"month_abbreviations", OPTION_MONTHS, AT(month_abbreviations), NULL},
    {"month_names", OPTION_MONTHS, AT(month_names), NULL},
};

const struct schema locale_schema = {"locale", options,
                                     sizeof options / sizeof *options};
