// SPDX-License-Identifier: MIT
// The main path: read, compose, lay out, write; diagnostics at the end, and
// nothing written if there was an error.
#include "cli/render.h"

#include "cli/files.h"
#include "cli/job.h"
#include "compose/compose.h"
#include "compose/plain_text.h"
#include "image/image.h"
#include "layout/layout.h"
#include "layout/tags.h"
#include "pdf/pdf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
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
        options.source = job->source->text;
        options.source_name = job_source_name(job);
    }
    return options;
}

static bool typeset(struct job *job, struct font_store *fonts,
                    struct languages *languages, struct output *output)
{
    struct compose_input input = job_compose_input(job);
    struct pdf_options options = pdf_options(job);

    check_hyphens(job, languages);
    compose(job->arena, &input, job->diags, &output->document);
    layout(job->arena, &output->document, fonts, languages, job->diags,
           &output->pages);
    pdf_check(&output->pages, &options, job->diags);
    return diags_errors(job->diags) == 0;
}

static enum exit_code fail(const char *what, struct str error)
{
    fprintf(stderr, "vita: %s%.*s\n", what, STR_ARG(error));
    return EXIT_SYSTEM;
}

// Returns the output in the form that is asked for; pdf_write() can fail.
static bool make_data(struct job *job, const struct output *output,
                      struct str *data, struct str *error)
{
    struct pdf_options options = pdf_options(job);

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
    return pdf_write(job->arena, &output->pages, &options, data, error);
}

static enum exit_code write_output(struct job *job, const struct output *output)
{
    const char *path = job_output_path(job);
    bool to_stdout = str_eq_cstr(str_from_cstr(path), "-");
    size_t count = output->pages.pages.len;
    struct str data;
    struct str error;

    if (job->options->form == OUTPUT_PDF && to_stdout && isatty(STDOUT_FILENO))
        return fail("a PDF is not for the terminal; name a file with -o",
                    (struct str){"", 0});
    if (!make_data(job, output, &data, &error))
        return fail("cannot make the PDF: ", error);
    if (!file_write(job->arena, path, data, &error))
        return fail("", error);
    if (!job->options->quiet && !to_stdout)
        fprintf(stderr, "%s: %zu page%s\n", path, count, count == 1 ? "" : "s");
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

static enum exit_code run(struct job *job)
{
    enum exit_code code = job_read(job);
    struct font_store *fonts;
    struct languages *languages;
    struct output output;

    if (code != EXIT_FINE) {
        check_photo(job);
        print_diags(job);
        return code;
    }
    fonts = font_store_new(
        str_format(job->arena, "%.*s/fonts", STR_ARG(job->folder)));
    languages = languages_new();
    code = typeset(job, fonts, languages, &output) ? EXIT_FINE : EXIT_PROFILE;
    print_diags(job);
    if (code == EXIT_FINE)
        code = write_output(job, &output);
    font_store_free(fonts);
    languages_free(languages);
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
