// SPDX-License-Identifier: MIT
// Fonts: finding a face by family, weight and style, its metrics, and glyph
// outlines. Faces come from the folder fonts/ beside the profile, from the
// families staged at build time (fonts/*.yaml manifests), then fontconfig.
// HarfBuzz is used in src/text only.
#ifndef VITA_TEXT_FONT_H
#define VITA_TEXT_FONT_H

#include "base/length.h"
#include "base/vec.h"

struct font;       // one face
struct font_store; // all faces that were opened, with their shapes cached

struct font_query {
    struct str family;
    int weight; // 100 to 900; 400 regular, 700 bold
    bool italic;
    int width; // OS/2 width class, 1 to 9; 0 and 5 are normal
    // For families with faces for several sizes: the nearest is taken, of
    // two equally near the smaller. 0: as 10 pt.
    sp size;
};

// What became of a query, for a warning to the user.
enum font_match {
    FONT_EXACT,      // family and style are there
    FONT_SUBSTITUTE, // the manifest's stand-in for a family not installed
    FONT_NEAR_STYLE, // the family has no such weight, width or no italic
    FONT_FALLBACK,   // unknown family: the default family
};

// local_fonts is the folder beside the profile that is searched first, or
// empty. Returns a store that the caller ends with font_store_free(); its
// fonts live as long.
struct font_store *font_store_new(struct str local_fonts);
void font_store_free(struct font_store *store);

// Returns a text that changes whenever a font file in the folder does, comes or
// goes: the store read it once.
struct str font_folder_state(struct arena *arena, struct str folder);

// Empties the caches of shapes and queries if they hold more than that many
// bytes; opened faces stay. No shape of the store may be in use.
void font_store_trim(struct font_store *store, size_t limit);

// Returns the face for the query, never NULL except when no font file at all
// can be opened. *match tells how well it fits. A family's name may end with
// words of style ("Source Sans 3 Light") if no family has the whole name.
struct font *font_store_lookup(struct font_store *store,
                               struct font_query query, enum font_match *match);

// Returns a face that has all characters of the grapheme cluster, for the
// style of query: the family's own fallbacks, the folder beside the profile,
// the other families, then fontconfig; NULL if no font has them.
struct font *font_store_fallback(struct font_store *store,
                                 struct font_query query, struct str cluster);

// Whether SHAPE_SMALL_CAPS changes anything for the query: the face has the
// feature, or its family another for small capitals, in this style.
bool font_store_small_caps(struct font_store *store, struct font_query query);

bool font_has_rune(const struct font *font, uint32_t rune);

// Whether the face has the OpenType feature ("smcp") in any script.
bool font_has_feature(const struct font *font, const char tag[4]);

// Metrics in font units, y up.
struct font_metrics {
    int units_per_em;
    int ascender;
    int descender; // negative
    int cap_height;
    int x_height;
    int underline_position; // negative: below the baseline
    int underline_thickness;
    int strikeout_position; // of the middle
    int strikeout_thickness;
    int superscript_size; // of the em
    int superscript_raise;
    int subscript_size;
    int subscript_drop;
    int x_min, y_min, x_max, y_max; // the face's bounding box
    int italic_angle_millidegrees;  // negative leans right
    bool italic;
    bool fixed_pitch;
    bool serif;
    int weight;
};

const struct font_metrics *font_metrics(const struct font *font);

// PostScript name ("SourceSansPro-Bold") and family as the file says them.
struct str font_postscript_name(const struct font *font);
struct str font_family_name(const struct font *font);

// The file that the face was read from; empty if it is in the executable.
struct str font_path(const struct font *font);

// What the maker allows (OS/2, fsType).
enum font_rights {
    FONT_MAY_EMBED,
    FONT_RESTRICTED,   // not embedded at all
    FONT_NO_SUBSET,    // embedded whole only
    FONT_BITMAPS_ONLY, // no outlines
};

enum font_rights font_rights(const struct font *font);

// How many glyphs the face has, at least 1.
size_t font_glyph_count(const struct font *font);

// Glyph of a character that needs no shaping, 0 if the face lacks it.
uint32_t font_glyph(const struct font *font, uint32_t rune);

// Converts font units to sp at the given size.
sp font_scale(const struct font *font, int units, sp size);

#endif
