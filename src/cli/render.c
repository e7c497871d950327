// SPDX-License-Identifier: MIT
// The main path: read, compose, lay out, write; diagnostics at the end, and
// nothing written if there was an error.
#include "cli/render.h"

#include "cli/files.h"
#include "cli/job.h"
#include "cli/variants.h"
#include "compose/compose.h"
#include "compose/plain_text.h"
#include "fit/fit.h"
#include "image/image.h"
#include "layout/tags.h"
#include "pdf/pdf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// SOURCE_DATE_EPOCH (reproducible-builds.org) stands for the present time.
static int64_t current_time(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long value;

    if (!epoch || !*epoch)
        return (int64_t)time(NULL);
    errno = 0;
    value = strtoll(epoch, &end, 10);
    // Years 1970 to 9999; anything else is no time to print on a CV.
    if (errno != 0 || *end || value < 0 || value > 253402300799)
        return (int64_t)time(NULL);
    return value;
}

static void print_diags(const struct job *job)
{
    bool colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");

    diags_print(job->diags, stderr, !job->options->quiet, colour);
}

// What is made of a profile.
struct output {
    struct document document;
    struct pages pages;
    struct str fitted; // what was changed to fit the pages; or empty
};

// Whole words alone make bad lines in German; that patterns are missing is
// not seen on the page.
static void check_hyphens(const struct job *job, struct languages *languages)
{
    const struct locale *locale = &job->locale;

    if (locale->hyphen_package.len == 0 ||
        job->design.typography.alignment != BODY_JUSTIFIED ||
        job->design.typography.hyphenation == (int)HYPHENATION_NONE ||
        language_hyphenator(languages_lookup(languages, locale->tag)))
        return;
    diag_warning(job->diags, locale->pos,
                 str_format(job->arena,
                            "install Debian's package %.*s, or set "
                            "design.typography.hyphenation to none",
                            STR_ARG(locale->hyphen_package)),
                 "words are not divided: there are no hyphenation patterns for "
                 "%.*s",
                 STR_ARG(locale->name));
}

static struct pdf_options pdf_options(const struct job *job)
{
    const struct pdf_settings *pdf = &job->settings.pdf;
    struct pdf_options options = {
        .conformance = pdf->conformance,
        .password = pdf->password.str,
        .owner_password = pdf->owner_password.str,
        .permissions = pdf->permissions,
    };

    if (pdf->attach_source) {
        options.source = job_attachment(job);
        options.source_name = job_source_name(job);
    }
    return options;
}

static bool typeset(struct job *job, struct font_store *fonts,
                    struct languages *languages,
                    const struct pdf_options *options, struct output *output)
{
    struct compose_input input = job_compose_input(job);
    struct fit_input fit_input = {&input, fonts, languages};

    check_hyphens(job, languages);
    output->fitted = fit(job->arena, &fit_input, job->diags, &output->document,
                         &output->pages);
    pdf_check(&output->pages, options, job->diags);
    return diags_errors(job->diags) == 0;
}

static enum exit_code fail(const char *what, struct str error)
{
    fprintf(stderr, "vita: %s%.*s\n", what, STR_ARG(error));
    return EXIT_SYSTEM;
}

// Returns the output in the form that is asked for; pdf_write() can fail.
static bool make_data(struct job *job, const struct output *output,
                      const struct pdf_options *options, struct str *data,
                      struct str *error)
{
    switch (job->options->form) {
    case OUTPUT_TEXT:
        *data = document_plain_text(job->arena, &output->document);
        return true;
    case OUTPUT_LAYOUT:
        *data = pages_dump(job->arena, &output->pages);
        return true;
    case OUTPUT_TAGS:
        *data = tags_dump(job->arena, &output->pages);
        return true;
    case OUTPUT_PDF:
        break;
    }
    return pdf_write(job->arena, &output->pages, options, data, error);
}

// One of the files that are made of a profile.
struct result {
    const char *path;
    struct str data;
    size_t pages;
    struct str fitted; // as in struct output
};
VEC_DECLARE(result_list, struct result);

static enum exit_code write_result(const struct job *job,
                                   const struct result *result)
{
    bool to_stdout = strcmp(result->path, "-") == 0;
    struct str error;

    if (job->options->form == OUTPUT_PDF && to_stdout && isatty(STDOUT_FILENO))
        return fail("a PDF is not for the terminal; name a file with -o",
                    (struct str){"", 0});
    if (!file_write(job->arena, result->path, result->data, &error))
        return fail("", error);
    if (!job->options->quiet && (!to_stdout || result->fitted.len > 0))
        fprintf(stderr, "%s: %zu page%s%s%.*s\n",
                to_stdout ? "vita" : result->path, result->pages,
                result->pages == 1 ? "" : "s",
                result->fitted.len > 0 ? ", " : "", STR_ARG(result->fitted));
    return EXIT_FINE;
}

// Layout reads the photo; when it is not reached, a photo that cannot be
// read is told here with the other mistakes.
static void check_photo(struct job *job)
{
    const struct text *photo = &job->profile.cv.photo;

    if (photo->str.len > 0)
        (void)image_read(job->arena,
                         path_resolve(job->arena, job->folder, photo->str),
                         photo->pos, job->diags);
}

// Makes one variant, or the profile as it is, without writing it.
static enum exit_code make_result(struct job *job, struct result *result)
{
    enum exit_code code = job_read(job);
    struct font_store *fonts;
    struct languages *languages;
    struct pdf_options options;
    struct output output;
    struct str error;

    if (code != EXIT_FINE) {
        check_photo(job);
        return code;
    }
    fonts = font_store_new(
        str_format(job->arena, "%.*s/fonts", STR_ARG(job->folder)));
    languages = languages_new();
    options = pdf_options(job);
    if (!typeset(job, fonts, languages, &options, &output))
        code = EXIT_PROFILE;
    else if (!make_data(job, &output, &options, &result->data, &error))
        code = fail("cannot make the PDF: ", error);
    else
        *result = (struct result){job_output_path(job), result->data,
                                  output.pages.pages.len, output.fitted};
    font_store_free(fonts);
    languages_free(languages);
    return code;
}

// Two variants in one file would be one.
static enum exit_code check_paths(const struct result_list *results)
{
    for (size_t i = 0; i < results->len; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(results->ptr[i].path, results->ptr[k].path) == 0) {
                fail("several variants would go to ",
                     str_from_cstr(results->ptr[i].path));
                fputs("Put the word VARIANT into the path, as in -o "
                      "cv_VARIANT.pdf\n",
                      stderr);
                return EXIT_USAGE;
            }
    return EXIT_FINE;
}

static enum exit_code run(struct job *job)
{
    struct name_list names = {0};
    struct result_list results = {0};
    enum exit_code code = job_open(job);

    if (code == EXIT_FINE && !variants_names(job, &names))
        code = EXIT_PROFILE;
    // The mistakes of all are told, and nothing is written if one has any.
    for (size_t i = 0; i < names.len && code <= EXIT_PROFILE; i++) {
        struct result result = {0};
        enum exit_code one;

        job->variant = names.ptr[i];
        one = make_result(job, &result);
        vec_push(job->arena, &results, result);
        code = one > code ? one : code;
    }
    print_diags(job);
    if (code == EXIT_FINE)
        code = check_paths(&results);
    for (size_t i = 0; i < results.len && code == EXIT_FINE; i++)
        code = write_result(job, &results.ptr[i]);
    return code;
}

enum exit_code render(const struct options *options)
{
    struct job job = {
        .arena = arena_new(),
        .options = options,
        .now = current_time(),
    };
    enum exit_code code;

    job.diags = diags_new(job.arena);
    code = run(&job);
    arena_free(job.arena);
    return code;
}
