// SPDX-License-Identifier: MIT
// What people write for a field who do not know its name, most of it from
// other formats for CVs.
// One word can stand for several fields: that of the entry's type is meant.
#include "profile/synonyms.h"

static const struct {
    const char *name;
    const char *field;
} synonyms[] = {
    {"employer", "company"},
    {"organization", "company"},
    {"organisation", "company"},
    {"organisation", "organization"},
    {"company", "organization"},
    {"firm", "company"},
    {"role", "position"},
    {"title", "position"},
    {"title", "name"},
    {"job", "position"},
    {"job_title", "position"},
    {"jobtitle", "position"},
    {"project", "name"},
    {"school", "institution"},
    {"university", "institution"},
    {"college", "institution"},
    {"institute", "institution"},
    {"major", "area"},
    {"subject", "area"},
    {"field", "area"},
    {"field_of_study", "area"},
    {"qualification", "degree"},
    {"studytype", "degree"},
    {"start", "start_date"},
    {"from", "start_date"},
    {"since", "start_date"},
    {"begin", "start_date"},
    {"startdate", "start_date"},
    {"end", "end_date"},
    {"to", "end_date"},
    {"until", "end_date"},
    {"enddate", "end_date"},
    {"year", "date"},
    {"when", "date"},
    {"period", "date"},
    {"releasedate", "date"},
    {"place", "location"},
    {"city", "location"},
    {"town", "location"},
    {"address", "location"},
    {"where", "location"},
    {"description", "summary"},
    {"description", "details"},
    {"desc", "summary"},
    {"about", "summary"},
    {"text", "summary"},
    {"text", "details"},
    {"value", "details"},
    {"content", "details"},
    {"category", "label"},
    {"bullets", "highlights"},
    {"points", "highlights"},
    {"items", "highlights"},
    {"tasks", "highlights"},
    {"duties", "highlights"},
    {"achievements", "highlights"},
    {"accomplishments", "highlights"},
    {"responsibilities", "highlights"},
    {"author", "authors"},
    {"by", "authors"},
    {"venue", "journal"},
    {"publisher", "journal"},
    {"conference", "journal"},
    {"booktitle", "journal"},
    {"link", "url"},
    {"website", "url"},
    {"homepage", "url"},
    {"level", "fluency"},
    {"proficiency", "fluency"},
    {"proficiency", "level"},
    {"fluency", "level"},
    {"items", "keywords"},
    {"tools", "keywords"},
    {"agency", "funder"},
    {"sponsor", "funder"},
    {"budget", "amount"},
    {"mail", "email"},
    {"telephone", "phone"},
    {"tel", "phone"},
};

// Capitals do not count: "startDate" is "startdate".
static bool is_same(struct str name, const char *word)
{
    size_t i = 0;

    for (; i < name.len && word[i]; i++)
        if ((ascii_is_upper(name.ptr[i]) ? name.ptr[i] + ('a' - 'A')
                                         : name.ptr[i]) != word[i])
            return false;
    return i == name.len && !word[i];
}

bool synonym_is(struct str name, const char *field)
{
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (is_same(name, synonyms[i].name) &&
            str_eq_cstr(str_from_cstr(field), synonyms[i].field))
            return true;
    return false;
}
