// SPDX-License-Identifier: MIT
// The parent: makes the tasks, runs the pool over those that are not up to
// date, and keeps the records.
#include "batch/batch.h"

#include "batch/display.h"
#include "batch/message.h"
#include "batch/names.h"
#include "batch/pool.h"
#include "batch/report.h"
#include "batch/state.h"
#include "batch/work.h"
#include "job/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// No CV takes that long, or that much; what does is broken or hostile.
#define DEFAULT_TIME_LIMIT 60
#define DEFAULT_MEMORY_LIMIT 2048

struct batch {
    struct arena *arena;
    const struct batch_options *options;
    struct task_list tasks;
    size_t *order; // the tasks that are given to the pool
    size_t order_count;
    struct records records;
    struct display display;
    struct names paths; // of files, and which task has them
    struct state *state;
    struct engine *engine;
    struct work work;
};

static int fail(struct str why)
{
    fprintf(stderr, "vita: %.*s\n", STR_ARG(why));
    return (int)EXIT_SYSTEM;
}

// --- What the pool asks and tells --------------------------------------------

static struct str work(void *context, struct arena *arena, size_t number,
                       struct pool_link *link)
{
    struct batch *batch = context;

    return work_do(&batch->work, arena, batch->order[number], link);
}

// Whether no other task has written a file of that name.
static bool allow(void *context, size_t number, struct str question)
{
    struct batch *batch = context;
    size_t task = batch->order[number];
    struct message_reader reader = {.rest = question};
    struct record *record = &batch->records.list[task];

    while (reader.rest.len > 0) {
        struct str path = message_read_text(&reader);
        size_t owner = names_add(batch->arena, &batch->paths, path, task);

        if (owner == task)
            continue;
        record->why =
            str_format(batch->arena, "%.*s is already that of %.*s",
                       STR_ARG(path), STR_ARG(batch->tasks.ptr[owner].label));
        return false;
    }
    return true;
}

static bool failed(struct batch *batch, size_t task, struct str why,
                   struct str messages)
{
    struct record *record = &batch->records.list[task];

    record->outcome = OUTCOME_FAILED;
    if (record->why.len == 0)
        record->why = str_copy(batch->arena, why);
    batch->records.failed++;
    display_task(&batch->display, &batch->records, task, messages);
    return !batch->options->fail_fast;
}

static struct str reason(struct arena *arena, const struct result *result)
{
    if (result->failure.len > 0)
        return result->failure;
    return str_format(arena, "%zu error%s", result->errors,
                      result->errors == 1 ? "" : "s");
}

static void copy_files(struct batch *batch, struct record *record,
                       const struct result_files *files)
{
    for (size_t i = 0; i < files->len; i++) {
        struct result_file file = files->ptr[i];

        file.path = str_copy(batch->arena, file.path);
        file.fitted = str_copy(batch->arena, file.fitted);
        vec_push(batch->arena, &record->files, file);
        batch->records.pages += file.pages;
    }
}

static bool done(void *context, size_t number, struct str answer)
{
    struct batch *batch = context;
    size_t task = batch->order[number];
    struct record *record = &batch->records.list[task];
    struct arena *arena = arena_new();
    struct result result = result_decode(arena, answer);
    bool go_on = true;

    record->microseconds = result.microseconds;
    record->errors = result.errors;
    record->warnings = result.warnings;
    batch->records.warnings += result.warnings;
    copy_files(batch, record, &result.files);
    if (result.code != EXIT_FINE) {
        go_on = failed(batch, task, reason(arena, &result), result.messages);
    } else {
        record->outcome = OUTCOME_MADE;
        batch->records.made++;
        if (batch->state)
            state_add(batch->state, &batch->tasks.ptr[task], &result);
        display_task(&batch->display, &batch->records, task, result.messages);
    }
    arena_free(arena);
    return go_on;
}

static struct str loss_reason(struct batch *batch, enum pool_loss loss,
                              int detail)
{
    switch (loss) {
    case POOL_CRASHED:
        return str_format(batch->arena,
                          "vita crashed (signal %d, %s); please report it with "
                          "this profile",
                          detail, strsignal(detail));
    case POOL_TIMED_OUT:
        return str_format(batch->arena,
                          "it was not done in %d s (--time-limit)",
                          batch->options->time_limit);
    case POOL_ABANDONED:
        return STR("interrupted");
    case POOL_NO_MEMORY:
        return str_format(batch->arena,
                          "it needs more than %d MiB of memory "
                          "(--memory-limit)",
                          batch->options->memory_limit);
    case POOL_NO_PROCESS:
        return str_format(batch->arena, "no process can be started: %s",
                          strerror(detail));
    case POOL_EXITED:
        break;
    }
    return str_format(batch->arena, "its process ended with code %d", detail);
}

static bool lost(void *context, size_t number, enum pool_loss loss, int detail)
{
    struct batch *batch = context;

    return failed(batch, batch->order[number], loss_reason(batch, loss, detail),
                  (struct str){"", 0});
}

static void tick(void *context)
{
    struct batch *batch = context;

    display_tick(&batch->display, &batch->records);
}

// --- The run -----------------------------------------------------------------

// What is up to date keeps its names, too.
static bool skip_current(struct batch *batch, size_t task)
{
    struct record *record = &batch->records.list[task];

    if (!batch->state ||
        !state_is_current(batch->state, batch->arena, &batch->tasks.ptr[task],
                          &record->files))
        return false;
    for (size_t i = 0; i < record->files.len; i++) {
        names_add(batch->arena, &batch->paths, record->files.ptr[i].path, task);
        batch->records.pages += record->files.ptr[i].pages;
    }
    record->outcome = OUTCOME_UP_TO_DATE;
    batch->records.up_to_date++;
    return true;
}

static void choose_tasks(struct batch *batch)
{
    batch->order = arena_array_of(batch->arena, batch->tasks.len + 1, size_t);
    for (size_t i = 0; i < batch->tasks.len; i++)
        if (!skip_current(batch, i))
            batch->order[batch->order_count++] = i;
}

static struct pool_limits limits_of(const struct batch_options *options,
                                    size_t tasks)
{
    struct pool_limits limits = {
        .workers = options->jobs > 0 ? options->jobs : pool_processors(),
        .task_ms = (int64_t)options->time_limit * 1000,
        .memory = (size_t)options->memory_limit * 1024 * 1024,
    };

    if ((size_t)limits.workers > tasks)
        limits.workers = tasks > 0 ? (int)tasks : 1;
    return limits;
}

static int run_pool(struct batch *batch)
{
    struct pool_limits limits = limits_of(batch->options, batch->order_count);
    struct pool_client client = {batch, work, allow, done, lost, tick};
    int signal = 0;

    batch->engine = engine_new();
    if (batch->order_count > 1)
        engine_warm(batch->engine);
    batch->work = (struct work){
        .tasks = &batch->tasks,
        .engine = batch->engine,
        .synced = batch->options->synced,
        .colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR"),
        .quiet = batch->options->quiet,
    };
    fflush(stdout);
    fflush(stderr);
    (void)pool_run(&limits, &client, batch->order_count, &signal);
    engine_free(batch->engine);
    return signal;
}

static int finish(struct batch *batch, int signal)
{
    struct str error;
    int code = batch->records.failed > 0 ? EXIT_PROFILE : EXIT_FINE;

    display_end(&batch->display, &batch->records, signal);
    if (batch->options->report &&
        !report_write(&batch->records, batch->options->report, &error))
        code = fail(error);
    return signal ? 128 + signal : code;
}

static int list_tasks(const struct batch *batch)
{
    for (size_t i = 0; i < batch->tasks.len; i++) {
        const struct request *request = &batch->tasks.ptr[i].request;

        printf("%.*s\t%s\t%.*s\n", STR_ARG(batch->tasks.ptr[i].label),
               request->profile, STR_ARG(request->naming.template));
    }
    return EXIT_FINE;
}

static bool report_is_input(const struct batch *batch)
{
    const char *report = batch->options->report;
    const char *table = batch->options->table;

    if (!report || access(report, F_OK) != 0)
        return false;
    if (table && file_is_same(report, table))
        return true;
    for (size_t i = 0; i < batch->tasks.len; i++)
        if (file_is_same(report, batch->tasks.ptr[i].request.profile))
            return true;
    return false;
}

static int run(struct batch *batch)
{
    struct diags *diags = diags_new(batch->arena);
    struct str error = {"", 0};
    enum exit_code code;
    struct job clock;

    code =
        tasks_make(batch->arena, batch->options, diags, &batch->tasks, &error);
    diags_print(diags, stderr, !batch->options->quiet,
                isatty(STDERR_FILENO) && !getenv("NO_COLOR"));
    if (code != EXIT_FINE) {
        if (error.len > 0)
            (void)fail(error);
        return (int)code;
    }
    if (report_is_input(batch)) {
        (void)fail(STR("the report would take the place of what is read"));
        return EXIT_USAGE;
    }
    if (batch->options->dry_run)
        return list_tasks(batch);
    job_begin(&clock, batch->arena, &batch->options->common);
    if (batch->options->resume) {
        batch->state =
            state_open(batch->arena, batch->options, clock.now, &error);
        if (!batch->state)
            return fail(error);
    }
    batch->records.list =
        arena_array_of(batch->arena, batch->tasks.len + 1, struct record);
    batch->display = display_begin(batch->options);
    choose_tasks(batch);
    return finish(batch, run_pool(batch));
}

int batch_run(const struct batch_options *options)
{
    struct batch_options settled = *options;
    struct batch batch = {.arena = arena_new(), .options = &settled};
    int code;

    if (settled.time_limit == 0)
        settled.time_limit = DEFAULT_TIME_LIMIT;
    if (settled.memory_limit == 0)
        settled.memory_limit = DEFAULT_MEMORY_LIMIT;
    batch.records.arena = batch.arena;
    batch.records.tasks = &batch.tasks;
    code = run(&batch);
    state_close(batch.state);
    arena_free(batch.arena);
    return code;
}
