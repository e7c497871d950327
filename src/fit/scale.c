// SPDX-License-Identifier: MIT
// What a level of the scale changes. The floors are the user's, or what the
// design has where that is less already; the reasons are in docs/fit.md.
#include "fit/scale.h"

// White space is between half and one and a half of the design's.
#define SPACING_WAY_PERCENT 50
// Above titles it stays larger, for it is what tells sections apart.
#define TITLE_WAY_PERCENT 20
// Looser than this, lines begin to fall apart.
#define MAX_LEADING_PERCENT 115

// How a knob goes half its way: in so many levels. Spacing shows least, so it
// goes in the finest steps.
struct stage {
    enum fit_knob knob;
    int levels;
};

static const struct stage stages[] = {
    {FIT_SPACING, 10},
    {FIT_LEADING, 5},
    {FIT_SIZE, 5},
    {FIT_MARGINS, 5},
};
#define STAGES (int)(sizeof stages / sizeof *stages)
#define ROUNDS 2
#define WHOLE_WAY 1000
// Divides a part times a percentage.
#define HUNDRED_WAYS ((sp)100 * WHOLE_WAY)

#define AT(member) offsetof(struct design, member)

// Above titles; what is below the header stands above the first of them.
static const size_t above_titles[] = {
    AT(section_titles.space_above),
    AT(header.space_below_connections),
};

// The other white space of which less or more changes nothing but the look.
static const size_t spacing[] = {
    AT(section_titles.space_below),
    AT(header.space_below_name),
    AT(header.space_below_headline),
    AT(header.padding),
    AT(sidebar.space_above),
    AT(sections.space_between_regular_entries),
    AT(sections.space_between_text_entries),
    AT(group_titles.space_above),
    AT(group_titles.space_below),
    AT(entries.space_between_positions),
    AT(letter.space_between_paragraphs),
    AT(letter.space_for_signature),
    AT(entries.summary.space_above),
    AT(entries.highlights.space_above),
    AT(entries.highlights.space_between_items),
};

// What else is measured in the size of the type: with smaller type it is
// smaller, so that columns hold what they held.
static const size_t measured[] = {
    AT(typography.line_spacing),
    AT(typography.capitals_tracking),
    AT(typography.small_caps_tracking),
    AT(header.connections.space_between),
    AT(header.connections.line_spacing),
    AT(entries.date_and_location_width),
    AT(entries.space_between_columns),
    AT(entries.degree_width),
    AT(entries.logo.width),
    AT(entries.logo.height),
    AT(entries.logo.space),
    AT(page.column_gap),
    AT(sidebar.padding),
    AT(sidebar.gap),
    AT(entries.summary.space_left),
    AT(entries.highlights.space_left),
    AT(entries.highlights.space_between_bullet_and_text),
};

static const size_t margins[] = {
    AT(page.top_margin),
    AT(page.bottom_margin),
    AT(page.left_margin),
    AT(page.right_margin),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static sp *length_at(struct design *design, size_t offset)
{
    return (sp *)(void *)((char *)design + offset);
}

static sp least(sp a, sp b)
{
    return a < b ? a : b;
}

static bool any_above(struct design *design, const size_t *offsets,
                      size_t count, sp limit)
{
    for (size_t i = 0; i < count; i++)
        if (*length_at(design, offsets[i]) > limit)
            return true;
    return false;
}

struct fit_scale fit_scale_new(const struct design *design)
{
    struct design copy = *design;
    const struct page_fit *fit = &design->page.fit;
    struct fit_scale scale = {
        .design = design,
        .fixed = {
            [FIT_SPACING] = !any_above(&copy, spacing, COUNT(spacing), 0),
            [FIT_LEADING] =
                design->typography.line_spacing <= fit->min_line_spacing,
            [FIT_SIZE] =
                design->typography.faces[FACE_BODY].size <= fit->min_font_size,
            [FIT_MARGINS] =
                !any_above(&copy, margins, COUNT(margins), fit->min_margin),
        }};

    for (int i = 0; i < STAGES; i++) {
        if (!scale.fixed[stages[i].knob])
            scale.tightest += ROUNDS * stages[i].levels;
        if (stages[i].knob == FIT_SPACING || stages[i].knob == FIT_LEADING)
            scale.loosest -= stages[i].levels;
    }
    return scale;
}

static int loose_part(int level, enum fit_knob knob)
{
    for (int i = 0; i < STAGES && level < 0; i++) {
        int taken = -level < stages[i].levels ? -level : stages[i].levels;

        if (stages[i].knob == knob)
            return -WHOLE_WAY * taken / stages[i].levels;
        level += taken;
    }
    return 0;
}

int fit_scale_part(const struct fit_scale *scale, int level, enum fit_knob knob)
{
    int part = 0;

    if (level < 0)
        return loose_part(level, knob);
    for (int i = 0; i < ROUNDS * STAGES && level > 0; i++) {
        const struct stage *stage = &stages[i % STAGES];
        int taken = level < stage->levels ? level : stage->levels;

        if (scale->fixed[stage->knob])
            continue;
        if (stage->knob == knob)
            part += WHOLE_WAY / ROUNDS * taken / stage->levels;
        level -= taken;
    }
    return part;
}

int fit_scale_spacing(const struct fit_scale *scale, int level)
{
    return 100 - fit_scale_part(scale, level, FIT_SPACING) *
                     SPACING_WAY_PERCENT / WHOLE_WAY;
}

// The length at a part of its way to a floor that may be above it.
static sp toward(sp length, sp floor, int part)
{
    sp way = length - least(length, floor);

    return length - sp_mul_div(way, part, WHOLE_WAY);
}

// Negative lengths pull things together already.
static void set_spaces(struct design *design, const size_t *offsets,
                       size_t count, sp change)
{
    for (size_t i = 0; i < count; i++) {
        sp *length = length_at(design, offsets[i]);

        if (*length > 0)
            *length = sp_mul_div(*length, HUNDRED_WAYS - change, HUNDRED_WAYS);
    }
}

static void set_spacing(struct design *design, int part)
{
    set_spaces(design, above_titles, COUNT(above_titles),
               (sp)part * TITLE_WAY_PERCENT);
    set_spaces(design, spacing, COUNT(spacing), (sp)part * SPACING_WAY_PERCENT);
}

static void set_leading(struct design *design, int part)
{
    sp *length = &design->typography.line_spacing;

    if (part < 0)
        *length += sp_mul_div(*length, (sp)-part * (MAX_LEADING_PERCENT - 100),
                              HUNDRED_WAYS);
    else
        *length = toward(*length, design->page.fit.min_line_spacing, part);
}

static void scale_lengths(struct design *design, const size_t *offsets,
                          size_t count, sp size, sp of)
{
    for (size_t i = 0; i < count; i++) {
        sp *length = length_at(design, offsets[i]);

        *length = sp_mul_div(*length, size, of);
    }
}

// All type shrinks as the body does; what is small already stays over the
// floor, too.
static void set_size(struct design *design, int part)
{
    struct face_style *faces = design->typography.faces;
    sp floor = design->page.fit.min_font_size;
    sp of = faces[FACE_BODY].size;
    sp size = toward(of, floor, part);

    for (int i = 0; i < FACE_ROLES; i++) {
        sp scaled = sp_mul_div(faces[i].size, size, of);
        sp bound = least(faces[i].size, floor);

        faces[i].size = scaled > bound ? scaled : bound;
    }
    scale_lengths(design, above_titles, COUNT(above_titles), size, of);
    scale_lengths(design, spacing, COUNT(spacing), size, of);
    scale_lengths(design, measured, COUNT(measured), size, of);
}

static void set_margins(struct design *design, int part)
{
    for (size_t i = 0; i < COUNT(margins); i++) {
        sp *length = length_at(design, margins[i]);

        *length = toward(*length, design->page.fit.min_margin, part);
    }
}

struct design fit_scale_apply(const struct fit_scale *scale, int level,
                              const struct design *of)
{
    struct design design = *of;

    if (level == 0)
        return design;
    // The floors are the document's, whoever else's design it is.
    design.page.fit = scale->design->page.fit;
    set_spacing(&design, fit_scale_part(scale, level, FIT_SPACING));
    set_leading(&design, fit_scale_part(scale, level, FIT_LEADING));
    // After both, for their floors are those at the design's size.
    set_size(&design, fit_scale_part(scale, level, FIT_SIZE));
    set_margins(&design, fit_scale_part(scale, level, FIT_MARGINS));
    return design;
}

struct design fit_scale_design(const struct fit_scale *scale, int level)
{
    return fit_scale_apply(scale, level, scale->design);
}
