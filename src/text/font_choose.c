// SPDX-License-Identifier: MIT
// Which face answers a query. Places are asked in the order of the cost of
// looking: the folder beside the profile, the table of families, then
// fontconfig, which an ordinary document never needs. A name that no family
// has is tried again without its words of style.
#include "text/font_match.h"
#include "text/store.h"
#include "text/system_fonts.h"

static bool names_contain(const char *const *names, struct str name)
{
    for (; names && *names; names++)
        if (family_name_eq(str_from_cstr(*names), name))
            return true;
    return false;
}

const struct family *family_lookup(struct str name)
{
    for (size_t i = 0; i < family_count; i++)
        if (family_name_eq(str_from_cstr(families[i].name), name))
            return &families[i];
    for (size_t i = 0; i < family_count; i++)
        if (names_contain(families[i].aliases, name))
            return &families[i];
    return NULL;
}

bool family_is_icons(const struct family *family)
{
    return family_name_eq(str_from_cstr(family->name), STR(ICON_FAMILY));
}

// Some families have the size that they are drawn for in their names:
// "NewComputerModern10" is New Computer Modern.
static struct str without_size(struct str family)
{
    while (family.len > 0 && ascii_is_digit(family.ptr[family.len - 1]))
        family.len--;
    return family;
}

static bool is_of_family(const struct local_face *face, struct str name)
{
    return family_name_eq(face->family, name) ||
           family_name_eq(face->legacy_family, name) ||
           family_name_eq(without_size(face->family), name) ||
           family_name_eq(without_size(face->legacy_family), name);
}

static uint64_t next_local(const struct local_faces *faces,
                           struct font_query query, uint64_t tried)
{
    uint64_t best = STYLE_RANK_NONE;

    for (size_t i = 0; i < faces->len; i++) {
        uint64_t rank;

        if (!is_of_family(&faces->ptr[i], query.family))
            continue;
        rank = style_rank(query, faces->ptr[i].style, i);
        if (rank > tried && rank < best)
            best = rank;
    }
    return best;
}

static enum font_match match_of(struct font_query query,
                                struct face_style style)
{
    return style_matches(query, style) ? FONT_EXACT : FONT_NEAR_STYLE;
}

static bool choose_local(struct font_store *store, struct font_choice *choice)
{
    const struct local_faces *faces = font_store_local(store);
    uint64_t rank = 0;

    while ((rank = next_local(faces, choice->query, rank)) != STYLE_RANK_NONE) {
        const struct local_face *face = &faces->ptr[style_rank_place(rank)];

        choice->font =
            font_store_open_file(store, face->path, face->index, NULL);
        choice->match = match_of(choice->query, face->style);
        if (choice->font)
            return true;
    }
    return false;
}

static bool choose_family(struct font_store *store, struct font_choice *choice,
                          const struct family *family)
{
    if (!family)
        return false;
    choice->font =
        font_store_open_family(store, family, choice->query, &choice->match);
    choice->family = choice->font ? family : NULL;
    return choice->font != NULL;
}

static bool choose_known(struct font_store *store, struct font_choice *choice)
{
    return choose_local(store, choice) ||
           choose_family(store, choice, family_lookup(choice->query.family));
}

static bool choose_system(struct font_store *store, struct font_choice *choice,
                          bool any_family)
{
    struct system_fonts *system = font_store_system(store);
    struct system_face face;

    if (!system ||
        !system_fonts_match(system, choice->query, any_family, &face))
        return false;
    choice->font = font_store_open_file(store, face.path, face.index, NULL);
    choice->match = match_of(choice->query, face.style);
    return choice->font != NULL;
}

static bool choose_installed(struct font_store *store,
                             struct font_choice *choice)
{
    return choose_system(store, choice, false);
}

static bool choose_stand_in(struct font_store *store,
                            struct font_choice *choice)
{
    for (size_t i = 0; i < family_count; i++)
        if (names_contain(families[i].stands_in_for, choice->query.family) &&
            choose_family(store, choice, &families[i])) {
            choice->match = FONT_SUBSTITUTE;
            return true;
        }
    return false;
}

// Asks in one place for the name without its last words of style, one after
// the other, until there is such a family.
static bool choose_by_style_words(struct font_store *store,
                                  struct font_choice *choice,
                                  bool (*choose_in)(struct font_store *,
                                                    struct font_choice *))
{
    struct font_choice attempt = *choice;

    while (query_take_style_word(&attempt.query))
        if (choose_in(store, &attempt)) {
            *choice = attempt;
            return true;
        }
    return false;
}

// The default family, which is the table's first; whatever opens if even
// that is not installed.
static void choose_any(struct font_store *store, struct font_choice *choice)
{
    const struct local_faces *local;

    for (size_t i = 0; i < family_count && !choice->font; i++)
        if (!family_is_icons(&families[i]))
            choose_family(store, choice, &families[i]);
    local = font_store_local(store);
    for (size_t i = 0; i < local->len && !choice->font; i++)
        choice->font = font_store_open_file(store, local->ptr[i].path,
                                            local->ptr[i].index, NULL);
    if (!choice->font)
        choose_system(store, choice, true);
    choice->match = FONT_FALLBACK;
}

// Takes the better of two answers to one query, the first if they are equal.
static bool take_better(struct font_choice *choice, struct font_choice first,
                        struct font_choice second)
{
    if (!first.font && !second.font)
        return false;
    *choice = first.font && (!second.font || first.match == FONT_EXACT ||
                             second.match != FONT_EXACT)
                  ? first
                  : second;
    return true;
}

// A family that is known without words of style and lacks the style may be
// known to fontconfig by the whole name.
static bool choose_worded(struct font_store *store, struct font_choice *choice)
{
    struct font_choice worded = *choice;
    struct font_choice whole = *choice;

    choose_by_style_words(store, &worded, choose_known);
    if (!worded.font || worded.match != FONT_EXACT)
        choose_installed(store, &whole);
    return take_better(choice, worded, whole);
}

static void choose(struct font_store *store, struct font_choice *choice)
{
    if (choose_known(store, choice) || choose_worded(store, choice) ||
        choose_by_style_words(store, choice, choose_installed) ||
        choose_stand_in(store, choice) ||
        choose_by_style_words(store, choice, choose_stand_in))
        return;
    choose_any(store, choice);
}

static bool query_eq(struct font_query a, struct font_query b)
{
    return a.weight == b.weight && a.italic == b.italic && a.size == b.size &&
           a.width == b.width && str_eq(a.family, b.family);
}

// Returns the choice of that answer, a new one if it is the first.
static const struct font_choice *share(struct font_store *store,
                                       const struct font_choice *answer)
{
    struct font_choice *choice;

    for (size_t i = 0; i < store->choices.len; i++) {
        choice = store->choices.ptr[i];
        if (choice->font == answer->font &&
            query_eq(choice->query, answer->query))
            return choice;
    }
    choice = arena_new_of(store->arena, struct font_choice);
    *choice = *answer;
    choice->query.family = str_copy(store->arena, answer->query.family);
    choice->number = store->choices.len;
    vec_push(store->arena, &store->choices, choice);
    return choice;
}

const struct font_choice *font_store_choose(struct font_store *store,
                                            struct font_query query)
{
    struct asked_query asked = {.query = query};
    struct font_choice answer = {0};

    for (size_t i = 0; i < store->asked.len; i++)
        if (query_eq(store->asked.ptr[i].query, query))
            return store->asked.ptr[i].choice;
    asked.query.family = str_copy(store->words, query.family);
    answer.query = asked.query;
    if (answer.query.width == 0)
        answer.query.width = WIDTH_NORMAL;
    choose(store, &answer);
    answer.query.size = answer.font ? answer.font->design_size : 0;
    asked.choice = share(store, &answer);
    vec_push(store->words, &store->asked, asked);
    return asked.choice;
}

struct font *font_store_lookup(struct font_store *store,
                               struct font_query query, enum font_match *match)
{
    const struct font_choice *choice = font_store_choose(store, query);

    *match = choice->match;
    return choice->font;
}

// The family of small capitals, if it has the style.
static const struct font_choice *caps_family(struct font_store *store,
                                             const struct font_choice *choice)
{
    const struct font_choice *caps;
    struct font_query query = choice->query;

    if (!choice->family || !choice->family->caps)
        return NULL;
    query.family = str_from_cstr(choice->family->caps);
    caps = font_store_choose(store, query);
    return caps->font && caps->match == FONT_EXACT ? caps : NULL;
}

enum small_caps font_store_caps_of(struct font_store *store,
                                   const struct font_choice *choice,
                                   const struct font_choice **caps)
{
    struct font_choice *known = store->choices.ptr[choice->number];

    if (known->small_caps == CAPS_UNKNOWN) {
        known->caps = known;
        known->small_caps = CAPS_NONE;
        if (known->font && font_has_feature(known->font, "smcp")) {
            known->small_caps = CAPS_FEATURE;
        } else if (known->font && caps_family(store, known)) {
            known->small_caps = CAPS_FAMILY;
            known->caps = caps_family(store, known);
        }
    }
    *caps = known->caps;
    return known->small_caps;
}

bool font_store_small_caps(struct font_store *store, struct font_query query)
{
    const struct font_choice *caps;

    return font_store_caps_of(store, font_store_choose(store, query), &caps) !=
           CAPS_NONE;
}
