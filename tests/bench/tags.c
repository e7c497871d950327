// SPDX-License-Identifier: MIT
// What the tags cost: the time to write each profile's pages as a PDF, with
// their structure and without, and the size. Prints a table.
//   bench_tags PROFILE...
#include "compose/compose.h"
#include "job/job.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 40

static double seconds(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Writes the pages once; returns the time it took.
static double write_once(const struct pages *pages, size_t *size)
{
    struct arena *arena = arena_new();
    struct pdf_options options = {.conformance = CONFORMANCE_DEFAULT};
    struct str pdf = {"", 0};
    struct str error;
    double begin = seconds();

    if (!pdf_write(arena, pages, &options, &pdf, &error)) {
        fprintf(stderr, "%.*s\n", STR_ARG(error));
        exit(1);
    }
    begin = seconds() - begin;
    *size = pdf.len;
    arena_free(arena);
    return begin;
}

// The fastest of the rounds, both kinds in turn.
static void measure(const char *path, const struct pages *pages)
{
    struct pages plain = *pages;
    size_t size[2];
    double best[2] = {1e9, 1e9};

    plain.structure.len = 0;
    for (int i = 0; i < ROUNDS; i++) {
        double tagged = write_once(pages, &size[0]);
        double bare = write_once(&plain, &size[1]);

        best[0] = tagged < best[0] ? tagged : best[0];
        best[1] = bare < best[1] ? bare : best[1];
    }
    printf("| %s | %.2f ms | %.2f ms | %.2f | %zu | %zu |\n", path,
           best[0] * 1e3, best[1] * 1e3, best[0] / best[1], size[0], size[1]);
}

static bool run(const char *path)
{
    struct arena *arena = arena_new();
    struct request request = {.profile = path};
    struct job job = {
        .arena = arena, .diags = diags_new(arena), .request = &request};
    struct font_store *fonts = font_store_new(STR(""));
    struct languages *languages = languages_new();
    bool good = job_open(&job) == EXIT_FINE && job_read(&job) == EXIT_FINE;

    if (good) {
        struct compose_input input = job_compose_input(&job);
        struct document document;
        struct pages pages;

        compose(arena, &input, job.diags, &document);
        layout(arena, &document, &(struct layout_stock){fonts, languages, NULL},
               job.diags, &pages);
        measure(path, &pages);
    }
    font_store_free(fonts);
    languages_free(languages);
    arena_free(arena);
    return good;
}

int main(int argc, char **argv)
{
    bool good = argc > 1;

    puts("| profile | tagged | untagged | ratio | bytes | untagged |");
    puts("|---|---|---|---|---|---|");
    for (int i = 1; i < argc; i++)
        good = run(argv[i]) && good;
    return good ? 0 : 1;
}
