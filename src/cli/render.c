// SPDX-License-Identifier: MIT
// One profile: makes its files, tells its mistakes, and writes the files if
// there are none.
#include "cli/render.h"

#include "job/files.h"
#include "job/make.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum exit_code fail(struct str why)
{
    fprintf(stderr, "vita: %.*s\n", STR_ARG(why));
    return EXIT_SYSTEM;
}

static void print_diags(const struct job *job, bool quiet)
{
    bool colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");

    diags_print(job->diags, stderr, !quiet, colour);
}

static enum exit_code write_product(const struct options *options,
                                    struct arena *arena,
                                    const struct product *product)
{
    bool to_stdout = strcmp(product->path, "-") == 0;
    struct str error;

    if (options->request.form == OUTPUT_PDF && to_stdout &&
        isatty(STDOUT_FILENO))
        return fail(STR("a PDF is not for the terminal; name a file with -o"));
    if (!file_write(arena, product->path, product->data, &error))
        return fail(error);
    if (!options->quiet && (!to_stdout || product->fitted.len > 0))
        fprintf(stderr, "%s: %zu page%s%s%.*s\n",
                to_stdout ? "vita" : product->path, product->pages,
                product->pages == 1 ? "" : "s",
                product->fitted.len > 0 ? ", " : "", STR_ARG(product->fitted));
    return EXIT_FINE;
}

// What the CV is made of must not be overwritten by it: a slip of the hand.
static bool is_input(const struct job *job, const struct product *product)
{
    for (size_t i = 0; i < job->inputs.len; i++)
        if (file_is_same(product->path,
                         str_to_cstr(job->arena, job->inputs.ptr[i].path))) {
            fprintf(stderr,
                    "vita: %s is read for the CV; name another file with -o\n",
                    product->path);
            return true;
        }
    return false;
}

static enum exit_code run(const struct options *options, struct arena *arena,
                          struct engine *engine)
{
    struct request request = options->request;
    struct product_list products = {0};
    struct job job;
    enum exit_code code;

    request.notes_inputs = true;
    job_begin(&job, arena, &request);
    code = job_make(&job, engine, &products);
    print_diags(&job, options->quiet);
    if (job.failure.len > 0)
        (void)fail(job.failure);
    for (size_t i = 0; i < products.len && code == EXIT_FINE; i++)
        if (is_input(&job, &products.ptr[i]))
            code = EXIT_USAGE;
    for (size_t i = 0; i < products.len && code == EXIT_FINE; i++)
        code = write_product(options, arena, &products.ptr[i]);
    return code;
}

enum exit_code render(const struct options *options)
{
    struct arena *arena = arena_new();
    struct engine *engine = engine_new();
    enum exit_code code = run(options, arena, engine);

    engine_free(engine);
    arena_free(arena);
    return code;
}
