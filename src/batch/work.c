// SPDX-License-Identifier: MIT
// The parent is asked before files are written, for it knows which names are
// taken: no task writes over another's.
#include "batch/work.h"

#include "base/clock.h"
#include "batch/message.h"
#include "job/files.h"

#include <stdio.h>
#include <stdlib.h>

static struct str messages_of(const struct work *work, struct arena *arena,
                              const struct diags *diags)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    struct str copy = {"", 0};

    if (!file)
        return copy;
    diags_print(diags, file, !work->quiet, work->colour);
    fclose(file);
    copy = str_copy(arena, (struct str){text, size});
    free(text);
    return copy;
}

static bool allowed(struct arena *arena, const struct product_list *products,
                    struct pool_link *link)
{
    struct buf question = {.arena = arena};

    for (size_t i = 0; i < products->len; i++)
        message_add_text(&question, str_from_cstr(products->ptr[i].path));
    return pool_ask(link, buf_str(&question));
}

static bool write_product(const struct work *work, struct arena *arena,
                          const struct product *product, struct str *error)
{
    if (work->synced)
        return file_write_synced(arena, product->path, product->data, error);
    return file_write(arena, product->path, product->data, error);
}

static void write_all(const struct work *work, struct arena *arena,
                      const struct product_list *products,
                      struct result *result)
{
    for (size_t i = 0; i < products->len; i++) {
        const struct product *product = &products->ptr[i];
        struct result_file file = {
            .path = str_from_cstr(product->path),
            .pages = product->pages,
            .bytes = product->data.len,
            .fitted = product->fitted,
        };

        if (!write_product(work, arena, product, &result->failure)) {
            result->code = EXIT_SYSTEM;
            return;
        }
        vec_push(arena, &result->files, file);
    }
}

struct str work_do(void *context, struct arena *arena, size_t number,
                   struct pool_link *link)
{
    const struct work *work = context;
    const struct task *task = &work->tasks->ptr[number];
    int64_t begin = clock_us();
    struct product_list products = {0};
    struct result result = {0};
    struct job job;

    job_begin(&job, arena, &task->request);
    result.code = job_make(&job, work->engine, &products);
    result.errors = diags_errors(job.diags);
    result.warnings = diags_warnings(job.diags);
    if (result.errors + result.warnings > 0)
        result.messages = messages_of(work, arena, job.diags);
    result.failure = job.failure;
    result.inputs = job.inputs;
    result.dated = job.dated;
    if (result.code == EXIT_FINE) {
        // The parent says itself whose name it is.
        if (allowed(arena, &products, link))
            write_all(work, arena, &products, &result);
        else
            result.code = EXIT_USAGE;
    }
    result.microseconds = clock_us() - begin;
    return result_encode(arena, &result);
}
