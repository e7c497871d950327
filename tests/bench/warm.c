// SPDX-License-Identifier: MIT
// What a document costs in a process that goes on, phase by phase:
//   bench_warm ROUNDS PROFILE...
// sets the profiles in turn, ROUNDS documents in all, with one engine. Prints
// the first document's phases and the median of the others, in microseconds of
// processor time, then the peak of memory after 100 documents and at the end. A
// measurement, no test.
#include "base/heap.h"
#include "job/engine.h"
#include "job/job.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum phase { OPEN, CHECK, COMPOSE, LAYOUT, PDF, PHASES };

#define EARLY 100 // documents after which memory is looked at first

struct warm {
    struct engine *engine;
    int rounds;
    double *spent[PHASES]; // by round, in microseconds
    size_t pages;
    size_t bytes;
};

static double now_us(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void die(const char *message)
{
    fprintf(stderr, "bench_warm: %s\n", message);
    exit(EXIT_FAILURE);
}

// The peak so far, in KiB.
static long peak(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// Enters what went by since *since as the phase's time.
static void lap(struct warm *warm, int round, enum phase phase, double *since)
{
    double time = now_us();

    warm->spent[phase][round] = time - *since;
    *since = time;
}

// compose() and layout() by themselves: a profile that asks for a number of
// pages would be set many times.
static void set_pages(struct warm *warm, struct job *job, int round,
                      struct pages *pages, double *since)
{
    struct compose_input input = job_compose_input(job);
    struct layout_stock stock = engine_stock(warm->engine, job->folder);
    struct document document;

    compose(job->arena, &input, job->diags, &document);
    lap(warm, round, COMPOSE, since);
    layout(job->arena, &document, &stock, job->diags, pages);
    lap(warm, round, LAYOUT, since);
}

static void render(struct warm *warm, const char *path, int round)
{
    struct arena *arena = arena_new();
    struct request request = {.profile = path};
    struct pdf_options pdf_options = {.conformance = CONFORMANCE_DEFAULT,
                                      .cache = engine_cache(warm->engine)};
    struct job job;
    struct str pdf = {"", 0};
    struct str error;
    struct pages pages;
    double since = now_us();

    job_begin(&job, arena, &request);
    if (job_open(&job) != EXIT_FINE)
        die("cannot read a profile");
    lap(warm, round, OPEN, &since);
    if (job_read(&job) != EXIT_FINE)
        die("a profile has mistakes");
    lap(warm, round, CHECK, &since);
    set_pages(warm, &job, round, &pages, &since);
    if (!pdf_write(arena, &pages, &pdf_options, &pdf, &error))
        die("cannot make a PDF");
    arena_free(arena);
    lap(warm, round, PDF, &since);
    warm->pages = pages.pages.len;
    warm->bytes = pdf.len;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

static void report(struct warm *warm)
{
    static const char *const names[] = {"read", "check", "compose", "layout",
                                        "pdf"};
    double first_sum = 0;
    double later_sum = 0;

    for (int phase = 0; phase < PHASES; phase++) {
        double *spent = warm->spent[phase];
        double first = spent[0];
        double later = median(spent + 1, warm->rounds - 1);

        printf("%s %.1f %.1f\n", names[phase], first, later);
        first_sum += first;
        later_sum += later;
    }
    printf("sum %.1f %.1f\n", first_sum, later_sum);
    printf("pages %zu bytes %zu\n", warm->pages, warm->bytes);
}

int main(int argc, char **argv)
{
    struct warm warm = {.rounds = argc > 2 ? atoi(argv[1]) : 0};
    long early = 0;

    if (warm.rounds < 2)
        die("usage: bench_warm ROUNDS PROFILE...");
    for (int phase = 0; phase < PHASES; phase++) {
        warm.spent[phase] = calloc((size_t)warm.rounds, sizeof(double));
        if (!warm.spent[phase])
            die("out of memory");
    }
    heap_keep();
    warm.engine = engine_new();
    for (int i = 0; i < warm.rounds; i++) {
        render(&warm, argv[2 + i % (argc - 2)], i);
        if (i + 1 == EARLY || (i < EARLY && i + 1 == warm.rounds))
            early = peak();
    }
    report(&warm);
    printf("peak %ld %ld\n", early, peak());
    engine_free(warm.engine);
    for (int phase = 0; phase < PHASES; phase++)
        free(warm.spent[phase]);
    return EXIT_SUCCESS;
}
