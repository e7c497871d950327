// SPDX-License-Identifier: MIT
// What a trial costs is a compose and a layout; the shapes of words stay in
// the font store, so that only the first one pays for them. Messages of
// trials are not the user's business.
#include "fit/trial.h"

// Flaws are worth this much of the page breaker's price, so that a widow
// weighs as much as one level, and no break more than four.
#define BREAK_PRICE_DIVISOR 20
#define BREAK_PRICE_MAX ((int64_t)4 * FIT_LEVEL_PRICE)
// Two lines with holes weigh as much as one level.
#define LOOSE_LINE_PRICE (FIT_LEVEL_PRICE / 2)

// A space over half an em is a hole in any typeface.
static bool has_hole(const struct item *item)
{
    for (size_t i = 0; i < item->glyph_count; i++)
        if (item->text.ptr[item->glyphs[i].cluster] == ' ' &&
            item->glyphs[i].advance > item->size / 2)
            return true;
    return false;
}

static size_t loose_lines(const struct page *page)
{
    size_t count = 0;
    sp y = -1;

    for (size_t i = 0; i < page->items.len; i++) {
        const struct item *item = &page->items.ptr[i];

        if (item->kind != ITEM_TEXT || item->role != ROLE_CONTENT ||
            item->line >= item->lines || item->y == y || !has_hole(item))
            continue;
        y = item->y;
        count++;
    }
    return count;
}

static int64_t page_flaws(const struct page *page)
{
    int64_t price = page->break_price / BREAK_PRICE_DIVISOR;

    return (price < BREAK_PRICE_MAX ? price : BREAK_PRICE_MAX) +
           (int64_t)loose_lines(page) * LOOSE_LINE_PRICE;
}

static struct fit_trial measure(const struct design *design,
                                const struct pages *pages)
{
    size_t count = pages->pages.len;
    const struct page *last = &pages->pages.ptr[count - 1];
    struct fit_trial trial = {
        .page_height =
            last->height - design->page.top_margin - design->page.bottom_margin,
    };

    trial.outcome = (struct fit_outcome){
        .pages = count,
        .last_fill = (int)sp_mul_div(last->filled, 1000, trial.page_height),
        .last_forced = last->forced,
    };
    for (size_t i = 0; i < count; i++) {
        const struct page *page = &pages->pages.ptr[i];

        trial.outcome.flaws += page_flaws(page);
        trial.forced += page->forced;
        if (i >= (size_t)design->page.fit.pages)
            trial.over += page->filled;
    }
    return trial;
}

struct fitter fitter_new(const struct fit_input *input)
{
    return (struct fitter){.input = input,
                           .scale = fit_scale_new(input->compose->design),
                           .cv = *input->compose->cv};
}

static struct design *design_at(struct arena *arena,
                                const struct fit_scale *scale, int level,
                                const struct design *of)
{
    struct design *design = arena_new_of(arena, struct design);

    *design = fit_scale_apply(scale, level, of);
    return design;
}

// The designs that sections and groups have of their own, at the level.
static struct own_design_list
own_designs(struct arena *arena, const struct fitter *fitter, int level)
{
    struct own_design_list designs = {0};
    const struct own_design_list *whole = &fitter->input->compose->own_designs;

    for (size_t i = 0; i < whole->len; i++) {
        struct own_design own = whole->ptr[i];

        own.design = design_at(arena, &fitter->scale, level, own.design);
        vec_push(arena, &designs, own);
    }
    return designs;
}

struct compose_input fitter_compose_input(struct arena *arena,
                                          const struct fitter *fitter,
                                          int level)
{
    struct compose_input input = *fitter->input->compose;

    input.cv = &fitter->cv;
    input.design =
        design_at(arena, &fitter->scale, level, fitter->scale.design);
    if (input.sidebar_design)
        input.sidebar_design =
            design_at(arena, &fitter->scale, level, input.sidebar_design);
    input.own_designs = own_designs(arena, fitter, level);
    return input;
}

void fitter_compose(struct arena *arena, const struct fitter *fitter,
                    const struct compose_input *input, struct diags *diags,
                    struct document *document)
{
    if (fitter->input->letter)
        compose_letter(arena, input, diags, document);
    else
        compose(arena, input, diags, document);
}

struct fit_trial fitter_try(const struct fitter *fitter, int level)
{
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    struct compose_input input = fitter_compose_input(arena, fitter, level);
    struct document document;
    struct pages pages;
    struct fit_trial trial;

    fitter_compose(arena, fitter, &input, diags, &document);
    layout(arena, &document, &fitter->input->stock, diags, &pages);
    trial = measure(input.design, &pages);
    trial.errors = diags_errors(diags) > 0;
    arena_free(arena);
    return trial;
}
