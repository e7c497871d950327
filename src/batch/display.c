// SPDX-License-Identifier: MIT
// Messages go to standard error, JSON to standard output; a bar is wiped
// before anything else is written and drawn again behind it.
#include "batch/display.h"

#include "base/clock.h"
#include "batch/record_json.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

// A bar that is drawn more often only flickers.
#define DRAW_MS 100

#define BAR_WIDTH 30

const char *outcome_name(enum outcome outcome)
{
    static const char *const names[] = {
        [OUTCOME_NONE] = "not begun",
        [OUTCOME_MADE] = "made",
        [OUTCOME_UP_TO_DATE] = "up to date",
        [OUTCOME_FAILED] = "failed",
    };

    return names[outcome];
}

struct display display_begin(const struct batch_options *options)
{
    return (struct display){
        .json = options->json,
        .quiet = options->quiet,
        .bar = !options->quiet && isatty(STDERR_FILENO),
        .begin = clock_ms(),
    };
}

static void wipe(const struct display *display)
{
    if (display->bar && display->drawn > 0)
        fputs("\r\033[K", stderr);
}

static void print_duration(int64_t ms)
{
    if (ms < 60000)
        fprintf(stderr, "%" PRId64 ".%" PRId64 " s", ms / 1000,
                ms % 1000 / 100);
    else
        fprintf(stderr, "%" PRId64 ":%02" PRId64 " min", ms / 60000,
                ms / 1000 % 60);
}

// Time left is estimated from what is done, without what was up to date.
static void draw(struct display *display, const struct records *records,
                 int64_t now)
{
    size_t total = records->tasks->len;
    size_t worked = records->made + records->failed;
    size_t done = worked + records->up_to_date;
    size_t filled = done * BAR_WIDTH / total;
    int64_t elapsed = now - display->begin;

    fputs("\r\033[K[", stderr);
    for (size_t i = 0; i < BAR_WIDTH; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %zu/%zu", done, total);
    if (elapsed > 0 && worked > 0) {
        fprintf(stderr, ", %" PRId64 " a second, ",
                (int64_t)worked * 1000 / elapsed);
        print_duration((int64_t)(total - done) * elapsed / (int64_t)worked);
        fputs(" left", stderr);
    }
    if (records->failed > 0)
        fprintf(stderr, ", %zu failed", records->failed);
    fflush(stderr);
    display->drawn = now;
}

void display_tick(struct display *display, const struct records *records)
{
    int64_t now;

    if (!display->bar)
        return;
    now = clock_ms();
    if (now - display->drawn >= DRAW_MS)
        draw(display, records, now);
}

static void print_files(const struct record *record)
{
    for (size_t i = 0; i < record->files.len; i++) {
        const struct result_file *file = &record->files.ptr[i];

        fprintf(stderr, "%.*s: %zu page%s%s%.*s\n", STR_ARG(file->path),
                file->pages, file->pages == 1 ? "" : "s",
                file->fitted.len > 0 ? ", " : "", STR_ARG(file->fitted));
    }
}

static void print_json(const struct records *records, size_t task)
{
    struct arena *arena = arena_new();
    struct str line = record_json(arena, records, task);

    printf("%.*s\n", STR_ARG(line));
    fflush(stdout);
    arena_free(arena);
}

void display_task(struct display *display, const struct records *records,
                  size_t task, struct str messages)
{
    const struct record *record = &records->list[task];
    struct str label = records->tasks->ptr[task].label;
    bool failed = record->outcome == OUTCOME_FAILED;

    if (display->json)
        print_json(records, task);
    if (messages.len > 0 || failed) {
        wipe(display);
        fprintf(stderr, "%.*s", STR_ARG(messages));
    }
    if (failed)
        fprintf(stderr, "vita: %.*s failed: %.*s\n", STR_ARG(label),
                STR_ARG(record->why));
    else if (!display->quiet && !display->bar && !display->json)
        print_files(record);
    display_tick(display, records);
}

void display_end(struct display *display, const struct records *records,
                 int interrupted)
{
    size_t done = records->made + records->up_to_date + records->failed;

    wipe(display);
    if (display->quiet)
        return;
    if (interrupted)
        fprintf(stderr, "interrupted by signal %d: %zu of %zu not begun\n",
                interrupted, records->tasks->len - done, records->tasks->len);
    fprintf(stderr, "%zu made", records->made);
    if (records->up_to_date > 0)
        fprintf(stderr, ", %zu up to date", records->up_to_date);
    fprintf(stderr, ", %zu failed; %zu page%s in ", records->failed,
            records->pages, records->pages == 1 ? "" : "s");
    print_duration(clock_ms() - display->begin);
    if (records->warnings > 0)
        fprintf(stderr, "; %zu warning%s", records->warnings,
                records->warnings == 1 ? "" : "s");
    fputc('\n', stderr);
}
