// SPDX-License-Identifier: MIT
// fontconfig: an own configuration, so that nothing global is changed, and
// the list of fallback fonts once for each query.
#include "text/system_fonts.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

struct sorted_fonts {
    struct font_query query;
    FcFontSet *set;
};
VEC_DECLARE(sorted_list, struct sorted_fonts);

struct system_fonts {
    struct arena *arena;
    FcConfig *config;
    struct sorted_list sorted;
};

struct system_fonts *system_fonts_new(void)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    struct arena *arena;
    struct system_fonts *fonts;

    if (!config)
        return NULL;
    arena = arena_new();
    fonts = arena_new_of(arena, struct system_fonts);
    fonts->arena = arena;
    fonts->config = config;
    return fonts;
}

void system_fonts_free(struct system_fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->sorted.len; i++)
        FcFontSetDestroy(fonts->sorted.ptr[i].set);
    FcConfigDestroy(fonts->config);
    arena_free(fonts->arena);
}

// fontconfig's widths in percent, by width class.
static const int fc_widths[WIDTH_MAX + 1] = {
    FC_WIDTH_NORMAL,        FC_WIDTH_ULTRACONDENSED, FC_WIDTH_EXTRACONDENSED,
    FC_WIDTH_CONDENSED,     FC_WIDTH_SEMICONDENSED,  FC_WIDTH_NORMAL,
    FC_WIDTH_SEMIEXPANDED,  FC_WIDTH_EXPANDED,       FC_WIDTH_EXTRAEXPANDED,
    FC_WIDTH_ULTRAEXPANDED,
};

static int fc_width(int width_class)
{
    return fc_widths[width_class >= 0 && width_class <= WIDTH_MAX
                         ? width_class
                         : WIDTH_NORMAL];
}

static int class_from_fc_width(int width)
{
    int best = WIDTH_NORMAL;

    for (int i = 1; i <= WIDTH_MAX; i++)
        if (abs(fc_widths[i] - width) < abs(fc_widths[best] - width))
            best = i;
    return best;
}

static FcPattern *pattern_from_query(struct system_fonts *fonts,
                                     struct font_query query)
{
    FcPattern *pattern = FcPatternCreate();
    char *family = str_to_cstr(fonts->arena, query.family);
    int slant = query.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN;

    if (!pattern)
        return NULL;
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(pattern, FC_WEIGHT, FcWeightFromOpenType(query.weight));
    FcPatternAddInteger(pattern, FC_SLANT, slant);
    FcPatternAddInteger(pattern, FC_WIDTH, fc_width(query.width));
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    return pattern;
}

static bool has_family(FcPattern *pattern, struct str family)
{
    FcChar8 *name;

    for (int i = 0;
         FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (family_name_eq(str_from_cstr((const char *)name), family))
            return true;
    return false;
}

static struct face_style read_style(FcPattern *pattern)
{
    struct face_style style = {.slant = SLANT_NONE};
    int weight = FC_WEIGHT_REGULAR;
    int width = FC_WIDTH_NORMAL;
    int slant = FC_SLANT_ROMAN;

    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(pattern, FC_WIDTH, 0, &width);
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    style.weight = FcWeightToOpenType(weight);
    style.width = class_from_fc_width(width);
    if (slant != FC_SLANT_ROMAN)
        style.slant = slant >= FC_SLANT_OBLIQUE ? SLANT_OBLIQUE : SLANT_ITALIC;
    return style;
}

// The upper half of an index numbers the instances of a variable font, whose
// outlines cannot be embedded as they are: its default alone will do.
static bool read_face(struct arena *arena, FcPattern *pattern,
                      struct system_face *face)
{
    FcChar8 *path;
    int index = 0;

    if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch)
        return false;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    face->path = str_to_cstr(arena, str_from_cstr((const char *)path));
    face->index = (unsigned)index & 0xffff;
    face->style = read_style(pattern);
    return true;
}

static bool is_instance(FcPattern *pattern)
{
    int index = 0;

    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    return index >> 16 != 0;
}

// The order of fontconfig's list depends on the folders' order on the disk.
static bool path_is_less(FcPattern *a, FcPattern *b)
{
    FcChar8 *path_a;
    FcChar8 *path_b;

    return FcPatternGetString(a, FC_FILE, 0, &path_a) == FcResultMatch &&
           FcPatternGetString(b, FC_FILE, 0, &path_b) == FcResultMatch &&
           strcmp((const char *)path_a, (const char *)path_b) < 0;
}

static bool match_family(struct system_fonts *fonts, struct font_query query,
                         struct system_face *face)
{
    FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetSystem);
    uint64_t least = STYLE_RANK_NONE;
    FcPattern *best = NULL;

    for (int i = 0; set && i < set->nfont; i++) {
        FcPattern *pattern = set->fonts[i];
        uint64_t rank;

        if (!has_family(pattern, query.family) || is_instance(pattern))
            continue;
        rank = style_rank(query, read_style(pattern), 0);
        if (rank < least || (rank == least && path_is_less(pattern, best))) {
            least = rank;
            best = pattern;
        }
    }
    return best && read_face(fonts->arena, best, face);
}

static bool match_any(struct system_fonts *fonts, struct font_query query,
                      struct system_face *face)
{
    FcPattern *pattern = pattern_from_query(fonts, query);
    FcResult result;
    FcPattern *match;
    bool found;

    if (!pattern)
        return false;
    match = FcFontMatch(fonts->config, pattern, &result);
    FcPatternDestroy(pattern);
    if (!match)
        return false;
    found = read_face(fonts->arena, match, face);
    FcPatternDestroy(match);
    return found;
}

bool system_fonts_match(struct system_fonts *fonts, struct font_query query,
                        bool any_family, struct system_face *face)
{
    return any_family ? match_any(fonts, query, face)
                      : match_family(fonts, query, face);
}

static bool query_eq(struct font_query a, struct font_query b)
{
    return a.weight == b.weight && a.italic == b.italic && a.width == b.width &&
           str_eq(a.family, b.family);
}

// All fonts in order of likeness to the query; NULL if there is none.
static FcFontSet *sorted_fonts(struct system_fonts *fonts,
                               struct font_query query)
{
    struct sorted_fonts sorted = {.query = query};
    FcPattern *pattern;
    FcResult result;

    for (size_t i = 0; i < fonts->sorted.len; i++)
        if (query_eq(fonts->sorted.ptr[i].query, query))
            return fonts->sorted.ptr[i].set;
    pattern = pattern_from_query(fonts, query);
    if (!pattern)
        return NULL;
    sorted.query.family = str_copy(fonts->arena, query.family);
    sorted.set = FcFontSort(fonts->config, pattern, FcFalse, NULL, &result);
    FcPatternDestroy(pattern);
    if (sorted.set)
        vec_push(fonts->arena, &fonts->sorted, sorted);
    return sorted.set;
}

static bool pattern_has_rune(FcPattern *pattern, uint32_t rune)
{
    FcCharSet *runes;

    return FcPatternGetCharSet(pattern, FC_CHARSET, 0, &runes) ==
               FcResultMatch &&
           FcCharSetHasChar(runes, rune);
}

bool system_fonts_with_rune(struct system_fonts *fonts, struct font_query query,
                            uint32_t rune, size_t number,
                            struct system_face *face)
{
    FcFontSet *set = sorted_fonts(fonts, query);

    for (int i = 0; set && i < set->nfont; i++) {
        if (!pattern_has_rune(set->fonts[i], rune))
            continue;
        if (number-- == 0)
            return read_face(fonts->arena, set->fonts[i], face);
    }
    return false;
}

// Whether outlines of it can be embedded.
static bool is_usable(FcPattern *pattern)
{
    FcBool scalable = FcFalse;

    FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable);
    return scalable && !is_instance(pattern);
}

bool system_fonts_face(struct system_fonts *fonts, size_t number,
                       struct str *family, struct system_face *face)
{
    FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetSystem);
    FcChar8 *name;

    for (int i = 0; set && i < set->nfont; i++) {
        FcPattern *pattern = set->fonts[i];

        if (!is_usable(pattern) || number-- > 0)
            continue;
        *family = (struct str){"", 0};
        if (FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch)
            *family = str_copy(fonts->arena, str_from_cstr((const char *)name));
        return read_face(fonts->arena, pattern, face);
    }
    return false;
}
