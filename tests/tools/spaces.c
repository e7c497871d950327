// SPDX-License-Identifier: MIT
// How even the spaces of justified lines are: over all profiles given, the
// mean and the worst difference of the spaces from their natural width, with
// microtypography and without. Makes the table in docs/typography.md.
#include "compose/compose.h"
#include "job/job.h"
#include "layout/layout.h"

#include <stdio.h>

struct tally {
    size_t lines;
    int64_t sum;   // of differences, in 1/1000 of the space
    int64_t worst; // the widest
    size_t wide;   // lines with spaces over 1.5 times their width
};

// The natural width of the item's space. A space is drawn with the advance
// that the line gives it, so it is shaped anew.
static sp natural_space(struct font_store *fonts, const struct item *item)
{
    struct shape_style style = {
        .query = {.family = font_family_name(item->font),
                  .weight = font_metrics(item->font)->weight,
                  .italic = font_metrics(item->font)->italic,
                  .size = item->size},
    };

    return shape_width(shape_text(fonts, &style, STR(" ")), item->size);
}

// Counts the line that the item is on, by its first space; last lines and
// lines that keep their spaces are no justified ones.
static void count_item(const struct item *item, sp space, struct tally *tally)
{
    for (size_t i = 0; i < item->glyph_count; i++) {
        const struct placed_glyph *glyph = &item->glyphs[i];
        int64_t difference;

        if (item->text.ptr[glyph->cluster] != ' ')
            continue;
        difference = (glyph->advance - space) * 1000 / space;
        if (difference == 0)
            return; // set ragged
        tally->lines++;
        tally->sum += difference < 0 ? -difference : difference;
        if (difference > tally->worst)
            tally->worst = difference;
        if (difference > 500)
            tally->wide++;
        return;
    }
}

static void count_pages(struct font_store *fonts, const struct pages *pages,
                        struct tally *tally)
{
    for (size_t i = 0; i < pages->pages.len; i++) {
        const struct item_list *items = &pages->pages.ptr[i].items;
        sp y = -1;

        for (size_t j = 0; j < items->len; j++) {
            const struct item *item = &items->ptr[j];

            if (item->kind != ITEM_TEXT || item->line >= item->lines ||
                item->y == y || str_find(item->text, STR(" "), 0) == SIZE_MAX)
                continue;
            y = item->y; // one space a line is enough: all are alike
            count_item(item, natural_space(fonts, item), tally);
        }
    }
}

static bool count_profile(const char *path, bool microtype, struct tally *tally)
{
    struct arena *arena = arena_new();
    struct request request = {.profile = path};
    struct job job = {
        .arena = arena, .diags = diags_new(arena), .request = &request};
    bool good = job_open(&job) == EXIT_FINE && job_read(&job) == EXIT_FINE;

    if (good) {
        struct layout_stock stock = {font_store_new(STR("")), languages_new(),
                                     NULL};
        struct compose_input input = job_compose_input(&job);
        struct document document;
        struct pages pages;

        job.design.typography.microtype = microtype;
        compose(arena, &input, job.diags, &document);
        layout(arena, &document, &stock, job.diags, &pages);
        count_pages(stock.fonts, &pages, tally);
        font_store_free(stock.fonts);
        languages_free(stock.languages);
    }
    arena_free(arena);
    return good;
}

int main(int argc, char **argv)
{
    puts("| microtype | lines | mean difference | widest | over 1.5 times |");
    puts("|---|---|---|---|---|");
    for (int on = 0; on < 2; on++) {
        struct tally tally = {0};

        for (int i = 1; i < argc; i++)
            if (!count_profile(argv[i], on, &tally))
                fprintf(stderr, "spaces: cannot read %s\n", argv[i]);
        if (tally.lines == 0)
            return 1;
        printf("| %s | %zu | %lld %% | +%lld %% | %zu |\n", on ? "on" : "off",
               tally.lines, (long long)(tally.sum / (int64_t)tally.lines / 10),
               (long long)(tally.worst / 10), tally.wide);
    }
    return 0;
}
