// SPDX-License-Identifier: MIT
// Which maps hold texts in several languages, and which of the texts is meant.
#include "profile/language_map.h"

#include "profile/keys.h"

// ISO 639-1, in alphabetical order.
const char language_codes[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch "
    "co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy "
    "ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
    "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo "
    "lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty "
    "ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";
#define CODE_STEP 3 // two letters and a blank

// Codes that people write for a language that has another one: those of
// countries mostly.
static const struct {
    const char *wrong, *right;
} mistaken[] = {
    {"cn", "zh"}, {"cz", "cs"}, {"dk", "da"}, {"gr", "el"},
    {"in", "id"}, {"iw", "he"}, {"jp", "ja"}, {"ua", "uk"},
};

static struct str base_of(struct str tag)
{
    return str_slice(tag, 0, str_find_char(tag, '-', 0));
}

static bool is_code(struct str code)
{
    for (size_t i = 0; i < sizeof language_codes - 1 && code.len == 2;
         i += CODE_STEP)
        if (str_eq((struct str){language_codes + i, 2}, code))
            return true;
    return false;
}

// A region (AT, 419) or a script (Hant), as BCP 47 has them.
static bool is_variety(struct str s)
{
    size_t upper = 0;
    size_t lower = 0;
    size_t digits = 0;

    for (size_t i = 0; i < s.len; i++) {
        upper += ascii_is_upper(s.ptr[i]);
        lower += ascii_is_lower(s.ptr[i]);
        digits += ascii_is_digit(s.ptr[i]);
    }
    if (s.len == 2)
        return upper == 2;
    if (s.len == 3)
        return digits == 3;
    return s.len == 4 && ascii_is_upper(s.ptr[0]) && lower == 3;
}

// Written as a language is, whether there is one of that code or not.
static bool has_form(struct str tag)
{
    struct str base = base_of(tag);

    return base.len == 2 && ascii_is_lower(base.ptr[0]) &&
           ascii_is_lower(base.ptr[1]) &&
           (base.len == tag.len ||
            is_variety(str_slice(tag, base.len + 1, tag.len)));
}

bool language_is_known(struct str code)
{
    return has_form(code) && is_code(base_of(code));
}

bool language_map_is(const struct node *node)
{
    if (!node || node->kind != NODE_MAP)
        return false;
    for (size_t i = 0; i < node->pairs.len; i++)
        if (!language_is_known(node->pairs.ptr[i].key))
            return false;
    return node->pairs.len > 0;
}

// Bokmål and Nynorsk are both Norwegian, "no".
static bool is_norwegian(struct str base)
{
    return str_eq_cstr(base, "nb") || str_eq_cstr(base, "nn") ||
           str_eq_cstr(base, "no");
}

// How well a key fits the language; 0: not at all.
static int fitness(struct str key, struct str language)
{
    struct str key_base = base_of(key);
    struct str base = base_of(language);

    if (str_eq(key, language))
        return 4;
    if (str_eq(key, base))
        return 3;
    if (str_eq(key_base, base))
        return 2;
    return is_norwegian(key_base) && is_norwegian(base) ? 1 : 0;
}

struct node *language_map_pick(const struct node *map, struct str language,
                               struct diags *diags)
{
    const struct pair *best = &map->pairs.ptr[0];
    int most = 0;

    for (size_t i = 0; i < map->pairs.len; i++) {
        int fit = fitness(map->pairs.ptr[i].key, language);

        if (fit > most) {
            most = fit;
            best = &map->pairs.ptr[i];
        }
    }
    if (most == 0)
        diag_warning(diags, map->pos,
                     str_format(diags_arena(diags), "add the key %.*s",
                                STR_ARG(language)),
                     "nothing here is in the document's language, '%.*s'; "
                     "what '%.*s' has is shown",
                     STR_ARG(language), STR_ARG(best->key));
    return best->value;
}

static struct str right_code(struct str wrong)
{
    for (size_t i = 0; i < sizeof mistaken / sizeof *mistaken; i++)
        if (str_eq_cstr(wrong, mistaken[i].wrong))
            return str_from_cstr(mistaken[i].right);
    return (struct str){"", 0};
}

bool language_map_is_misspelt(const struct node *map, struct diags *diags)
{
    const struct pair *unknown = NULL;
    size_t known = 0;
    struct str right;

    for (size_t i = 0; i < map->pairs.len; i++) {
        const struct pair *pair = &map->pairs.ptr[i];

        if (!has_form(pair->key))
            return false;
        if (is_code(base_of(pair->key)))
            known++;
        else
            unknown = pair;
    }
    if (!unknown || known == 0)
        return false;
    right = right_code(base_of(unknown->key));
    diag_error(diags, unknown->key_pos,
               right.len > 0
                   ? str_format(diags_arena(diags), "did you mean '%.*s'?",
                                STR_ARG(right))
                   : STR("languages have two letters as in ISO 639-1: en, de, "
                         "zh, or a region, too: en-GB"),
               "there is no language '%.*s'", STR_ARG(unknown->key));
    return true;
}
