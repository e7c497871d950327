// SPDX-License-Identifier: MIT
// Coverage, by the rules that HarfBuzz's normaliser follows: characters are
// composed or decomposed as the face has them, and blanks made from others.
#include "text/coverage.h"

#include "base/utf8.h"

struct range {
    uint32_t first;
    uint32_t last;
};

// Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties): nothing
// is drawn, so no glyph is needed.
static const struct range ignorables[] = {
    {0x00ad, 0x00ad},   {0x034f, 0x034f},   {0x061c, 0x061c},
    {0x115f, 0x1160},   {0x17b4, 0x17b5},   {0x180b, 0x180f},
    {0x200b, 0x200f},   {0x202a, 0x202e},   {0x2060, 0x206f},
    {0x3164, 0x3164},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},   {0xfff0, 0xfff8},   {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
};

bool rune_is_ignorable(uint32_t rune)
{
    if (rune < ignorables[0].first)
        return false;
    for (size_t i = 0; i < sizeof ignorables / sizeof ignorables[0]; i++)
        if (rune >= ignorables[i].first && rune <= ignorables[i].last)
            return true;
    return false;
}

// Spaces for which HarfBuzz sets an empty glyph of the right width if there
// is at least the ordinary space.
static bool is_space(uint32_t rune)
{
    return rune == 0xa0 || (rune >= 0x2000 && rune <= 0x200a) ||
           rune == 0x202f || rune == 0x205f || rune == 0x3000;
}

static bool can_show(const struct font *font, uint32_t rune)
{
    hb_codepoint_t base;
    hb_codepoint_t mark;

    if (rune_is_ignorable(rune) || font_has_rune(font, rune))
        return true;
    if (is_space(rune))
        return font_has_rune(font, ' ');
    if (rune == 0x2011) // non-breaking hyphen
        return font_has_rune(font, 0x2010);
    // A decomposition ends: a character never contains itself.
    return hb_unicode_decompose(hb_unicode_funcs_get_default(), rune, &base,
                                &mark) &&
           can_show(font, base) && (mark == 0 || can_show(font, mark));
}

static bool can_show_all(const struct font *font, struct str text)
{
    size_t at = 0;

    while (at < text.len)
        if (!can_show(font, utf8_next(text, &at)))
            return false;
    return true;
}

// The composed form counts too: a mark that the font lacks may be part of a
// letter that it has.
bool font_shows(struct arena *arena, const struct font *font,
                struct str cluster)
{
    size_t first = 0;
    struct arena_mark mark;
    bool can;

    if (can_show_all(font, cluster))
        return true;
    utf8_next(cluster, &first);
    if (first == cluster.len)
        return false;
    mark = arena_mark(arena);
    can = can_show_all(font, utf8_nfc(arena, cluster));
    arena_rewind(arena, mark);
    return can;
}

hb_script_t text_script(struct str text)
{
    size_t at = 0;

    while (at < text.len) {
        uint32_t rune = utf8_next(text, &at);
        hb_script_t script =
            hb_unicode_script(hb_unicode_funcs_get_default(), rune);

        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
            script != HB_SCRIPT_UNKNOWN)
            return script;
    }
    return HB_SCRIPT_COMMON;
}
