// SPDX-License-Identifier: MIT
// Where well-known keys belong. Whoever forgets a line ("cv:") or indents one
// too deep gets a key that is right in the wrong place.
#include "profile/misplaced.h"

static const char *const cv_keys[] = {"name",
                                      "headline",
                                      "location",
                                      "email",
                                      "phone",
                                      "website",
                                      "photo",
                                      "social_networks",
                                      "custom_connections",
                                      "sections",
                                      NULL};
// Titles that most CVs have.
static const char *const section_keys[] = {
    "education",       "experience",    "projects",
    "publications",    "skills",        "languages",
    "summary",         "awards",        "certificates",
    "certifications",  "interests",     "references",
    "volunteering",    "honors",        "employment",
    "work_experience", "presentations", "work",
    "patents",         "profile",       NULL};
static const char *const design_keys[] = {
    "theme",  "page",           "colors",  "typography", "links",
    "header", "section_titles", "entries", "templates",  NULL};
static const char *const locale_keys[] = {
    "language", "last_updated", "month_names",      "month_abbreviations",
    "present",  "date_style",   "translate_titles", NULL};
static const char *const settings_keys[] = {
    "current_date", "bold_keywords", "pdf_title", "render_command", NULL};
static const char *const top_keys[] = {"cv",       "letter",   "design",
                                       "locale",   "settings", "placeholders",
                                       "variants", NULL};

static const struct {
    const char *const *keys;
    const char *place;
} places[] = {
    {cv_keys, "below cv"},
    {section_keys, "below cv.sections"},
    {design_keys, "below design"},
    {locale_keys, "below locale"},
    {settings_keys, "below settings"},
    {top_keys, "at the left margin, beside cv"},
};

// What other formats call the keys of cv.
static const char *const cv_words[][2] = {
    {"title", "headline"},
    {"job_title", "headline"},
    {"role", "headline"},
    {"tagline", "headline"},
    {"full_name", "name"},
    {"fullname", "name"},
    {"address", "location"},
    {"city", "location"},
    {"mail", "email"},
    {"e-mail", "email"},
    {"tel", "phone"},
    {"telephone", "phone"},
    {"mobile", "phone"},
    {"url", "website"},
    {"homepage", "website"},
    {"web", "website"},
    {"picture", "photo"},
    {"image", "photo"},
    {"avatar", "photo"},
    {"portrait", "photo"},
    {"social", "social_networks"},
    {"socials", "social_networks"},
    {"networks", "social_networks"},
    {"profiles", "social_networks"},
};

static struct str word_hint(struct arena *arena, struct str key)
{
    for (size_t i = 0; i < sizeof cv_words / sizeof *cv_words; i++)
        if (str_eq_cstr(key, cv_words[i][0]))
            return str_format(arena, "did you mean '%s'?", cv_words[i][1]);
    return (struct str){"", 0};
}

struct str misplaced_hint(struct arena *arena, struct str key)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (check_is_key(key, places[i].keys))
            return str_format(arena, "%.*s belongs %s", STR_ARG(key),
                              places[i].place);
    return (struct str){"", 0};
}

void misplaced_check_keys(const struct checker *checker, const struct node *map,
                          const char *const *known, const char *where)
{
    for (size_t i = 0; i < map->pairs.len; i++) {
        const struct pair *pair = &map->pairs.ptr[i];
        struct str hint;

        if (check_is_key(pair->key, known))
            continue;
        hint = misplaced_hint(checker->arena, pair->key);
        if (hint.len == 0 && check_is_key(STR("name"), known))
            hint = word_hint(checker->arena, pair->key);
        check_report_key(checker, pair, known, where, hint);
    }
}
