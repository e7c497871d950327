// SPDX-License-Identifier: MIT
// Several settings of a paragraph are tried. Words are divided only if no
// setting without hyphens is good enough.
#include "layout/setting.h"

// Justified text needs about 40 characters to a line; narrower columns are
// set ragged. An average character is a little under half an em.
#define MIN_JUSTIFIED_EMS 20
// How far lines may end from a ragged margin at badness 100.
#define RAGGED_EMS 4
// Badness up to which lines without hyphens are kept when hyphens are the
// last resort: a space of 1.8 times its width.
#define LAST_RESORT_TOLERANCE 500
// A paragraph of two lines whose first would need wider spaces than this
// part of their width on top is set ragged: beside other short lines that
// is no eyesore, and a hyphen or a river would be.
#define MAX_STRETCH_PERCENT 60
// So is a longer one, if a line would need spaces wider than this part of an
// em even with divided words.
#define HOLE_PERCENT 65
#define FEW_LINES 2
// A division then costs as much as the breaker knows short of forbidding it.
#define LAST_RESORT_PENALTY 2000
#define TEX_HYPHEN_PENALTY 50
#define LOOSE_TOLERANCE 5000
#define EMERGENCY_EMS 3

static bool is_justified(const struct para *para, sp width)
{
    return para->align == PARA_JUSTIFIED &&
           width >= para->base.size * MIN_JUSTIFIED_EMS;
}

static struct break_params params_of(const struct para *para, bool justified,
                                     bool hyphens)
{
    struct break_params params = break_params_tex();
    sp em = para->base.size;

    if (!justified) {
        params.pretolerance = BREAK_INFINITE;
        params.tolerance = BREAK_INFINITE;
        params.right_skip_stretch = em * RAGGED_EMS;
        if (para->align == PARA_CENTER)
            params.left_skip_stretch = em * RAGGED_EMS;
    } else if (para->hyphenation == HYPHENATION_TEX) {
        // Without microtypography all is plain TeX's, overfull lines too.
        params.emergency_stretch = para->microtype ? em * EMERGENCY_EMS : 0;
    } else {
        params.pretolerance = LAST_RESORT_TOLERANCE;
        params.tolerance = LOOSE_TOLERANCE;
        params.emergency_stretch = em * EMERGENCY_EMS;
    }
    if (hyphens)
        params.pretolerance = -1;
    return params;
}

static bool any_overfull(const struct break_result *result)
{
    for (size_t i = 0; i < result->lines.len; i++)
        if (result->lines.ptr[i].overfull)
            return true;
    return false;
}

// True if a justified line would need spaces wider than widest, or wider by
// more than MAX_STRETCH_PERCENT if widest is 0.
static bool any_loose(const struct setting *setting, sp width, sp widest)
{
    const struct break_result *result = &setting->result;

    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        sp stretch = 0;

        for (size_t j = line->from; j < line->to; j++) {
            const struct break_item *item = &setting->input.items.ptr[j];

            if (item->kind != BREAK_GLUE)
                stretch += item->stretch;
            else if (widest == 0)
                stretch += item->width * MAX_STRETCH_PERCENT / 100;
            else if (widest > item->width)
                stretch += widest - item->width;
        }
        if (!line->fil && width - line->natural > stretch)
            return true;
    }
    return false;
}

// True if the last line of several is a single word.
static bool has_runt(const struct break_result *result,
                     const struct break_input *input)
{
    const struct break_line *last = &result->lines.ptr[result->lines.len - 1];

    if (result->lines.len < 2)
        return false;
    for (size_t i = last->from; i < last->to; i++)
        if (input->items.ptr[i].kind == BREAK_GLUE && !input->items.ptr[i].fil)
            return false;
    return true;
}

static void try_setting(struct layout_context *context, const struct para *para,
                        const struct atom_list *atoms, sp width, bool hyphens,
                        struct setting *setting)
{
    struct item_params items = {
        .ragged = !setting->justified,
        .balanced = para->align == PARA_CENTER || para->unbreakable_spaces,
        .hyphens = hyphens,
        .hyphen_penalty = para->hyphenation == HYPHENATION_TEX
                              ? TEX_HYPHEN_PENALTY
                              : LAST_RESORT_PENALTY,
        .cv_rules = para->hyphenation != HYPHENATION_TEX,
        .commas = setting->commas,
        .microtype = setting->microtype,
    };
    struct break_params params = params_of(para, setting->justified, hyphens);

    // Contacts at a side share their lines out, that none stands alone; with
    // less stretch any two short lines are equally bad.
    if (para->unbreakable_spaces && para->align != PARA_CENTER)
        params.right_skip_stretch = width;
    setting->hyphens = hyphens;
    setting->input = break_input_new(context, atoms, &items);
    break_paragraph(context->scratch, setting->input.items.ptr,
                    setting->input.items.len, &width, 1, &params,
                    &setting->result);
}

// The widest space that the breaks make, by how much over its own width, in
// 1/1000 of that; letters are expanded as far as the items say.
static int64_t widest_space(const struct break_input *input,
                            const struct break_result *result, sp width)
{
    int64_t widest = 0;

    for (size_t i = 0; i < result->lines.len; i++) {
        const struct break_line *line = &result->lines.ptr[i];
        sp glue = 0;
        sp extra = width - line->natural;

        for (size_t j = line->from; j < line->to; j++) {
            const struct break_item *item = &input->items.ptr[j];

            if (item->kind == BREAK_GLUE)
                glue += item->width;
            else
                extra -= item->stretch;
        }
        if (!line->fil && glue > 0 && extra * 1000 / glue > widest)
            widest = extra * 1000 / glue;
    }
    return widest;
}

// Counting on expansion makes most lines better and may still leave one with
// wider spaces than the breaks for stiff letters do; then those are taken.
static void avoid_wide_space(struct layout_context *context,
                             const struct para *para,
                             const struct atom_list *atoms, sp width,
                             struct setting *setting)
{
    struct setting stiff = *setting;

    if (!setting->microtype || !any_loose(setting, width, 0))
        return;
    stiff.microtype = false;
    try_setting(context, para, atoms, width, setting->hyphens, &stiff);
    if (widest_space(&setting->input, &stiff.result, width) <
        widest_space(&setting->input, &setting->result, width))
        setting->result = stiff.result;
}

static void set_ragged(struct layout_context *context, const struct para *para,
                       const struct atom_list *atoms, sp width,
                       struct setting *setting)
{
    setting->justified = false;
    setting->microtype = false;
    try_setting(context, para, atoms, width, false, setting);
    if (para->hyphenation != HYPHENATION_NONE && any_overfull(&setting->result))
        try_setting(context, para, atoms, width, true, setting);
}

// Has lines end at commas if that takes no more of them.
static void prefer_commas(struct layout_context *context,
                          const struct para *para,
                          const struct atom_list *atoms, sp width,
                          struct setting *setting)
{
    struct setting commas = *setting;

    if (setting->justified || setting->result.lines.len < 2)
        return;
    commas.commas = true;
    try_setting(context, para, atoms, width, false, &commas);
    if (!any_overfull(&commas.result) &&
        commas.result.lines.len <= setting->result.lines.len)
        *setting = commas;
}

// Whether the paragraph is one line with room to spare, as most of a CV are.
// Centred ones have no space at their end that takes up the rest.
static bool is_one_line(const struct para *para, const struct atom_list *atoms,
                        sp width)
{
    if (para->align == PARA_CENTER)
        return false;
    for (size_t i = 0; i < atoms->len; i++) {
        if (atoms->ptr[i].kind == ATOM_BREAK)
            return false;
        width -= atoms->ptr[i].width;
    }
    return width >= 0;
}

// What the breaker would find: no break costs less than the one at the end.
static void set_one_line(struct layout_context *context,
                         const struct atom_list *atoms, struct setting *setting)
{
    // Neither what breaks cost nor what spaces can do is asked for.
    struct item_params items = {.ragged = true};
    struct break_line line = {.fil = true};

    setting->input = break_input_new(context, atoms, &items);
    line.to = setting->input.items.len - 1;
    for (size_t i = 0; i < atoms->len; i++)
        line.natural += atoms->ptr[i].width;
    setting->result.pass = 1;
    vec_push(context->scratch, &setting->result.lines, line);
}

struct setting setting_choose(struct layout_context *context,
                              const struct para *para,
                              const struct atom_list *atoms, sp width)
{
    struct setting setting = {.justified = is_justified(para, width)};

    setting.microtype = setting.justified && para->microtype;
    if (is_one_line(para, atoms, width)) {
        set_one_line(context, atoms, &setting);
        return setting;
    }
    if (para->hyphenation == HYPHENATION_TEX) {
        try_setting(context, para, atoms, width, false, &setting);
        if (setting.result.pass > 1)
            try_setting(context, para, atoms, width, true, &setting);
        return setting;
    }
    try_setting(context, para, atoms, width, false, &setting);
    if (para->break_at_commas)
        prefer_commas(context, para, atoms, width, &setting);
    if (setting.justified && setting.result.lines.len <= FEW_LINES &&
        (any_loose(&setting, width, 0) ||
         has_runt(&setting.result, &setting.input)))
        set_ragged(context, para, atoms, width, &setting);
    if (para->hyphenation != HYPHENATION_NONE &&
        (setting.result.pass > 1 || any_overfull(&setting.result)))
        try_setting(context, para, atoms, width, true, &setting);
    avoid_wide_space(context, para, atoms, width, &setting);
    if (setting.justified &&
        any_loose(&setting, width, para->base.size * HOLE_PERCENT / 100))
        set_ragged(context, para, atoms, width, &setting);
    return setting;
}
