// SPDX-License-Identifier: MIT
// The main path: read, compose, lay out, write into memory; for one variant
// after the other.
#include "job/make.h"

#include "compose/compose.h"
#include "compose/plain_text.h"
#include "fit/fit.h"
#include "image/image.h"
#include "job/inputs.h"
#include "job/variants.h"
#include "layout/tags.h"
#include "pdf/pdf.h"
#include "profile/yaml.h"

#include <string.h>

// The pages of a profile.
struct output {
    struct document document;
    struct pages pages;
    struct fit_result fitted;
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

    return (struct pdf_options){
        .conformance = pdf->conformance,
        .password = pdf->password.str,
        .owner_password = pdf->owner_password.str,
        .permissions = pdf->permissions,
    };
}

static bool typeset(struct job *job, struct engine *engine,
                    const struct pdf_options *options, struct output *output)
{
    struct compose_input input = job_compose_input(job);
    struct fit_input fit_input = {
        .compose = &input,
        .fonts = engine_fonts(engine, job->folder),
        .languages = engine_languages(engine),
    };

    check_hyphens(job, fit_input.languages);
    output->fitted = fit(job->arena, &fit_input, job->diags, &output->document,
                         &output->pages);
    pdf_check(&output->pages, options, job->diags);
    return diags_errors(job->diags) == 0;
}

// Returns the output in the form that is asked for; pdf_write() can fail.
static bool make_data(struct job *job, const struct output *output,
                      const struct pdf_options *options, struct str *data,
                      struct str *error)
{
    switch (job->request->form) {
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

// Makes one variant, or the profile as it is.
static enum exit_code make_product(struct job *job, struct engine *engine,
                                   struct product *product)
{
    enum exit_code code = job_read(job);
    struct pdf_options options;
    struct output output;
    struct str error;

    if (code != EXIT_FINE) {
        check_photo(job);
        return code;
    }
    options = pdf_options(job);
    job->dated = job->dated || job->settings.date_is_today;
    options.cache = engine_cache(engine);
    if (!typeset(job, engine, &options, &output))
        return EXIT_PROFILE;
    if (job->settings.pdf.attach_source) {
        options.source = job_attachment(job, output.fitted.cv);
        options.source_name = job_source_name(job);
    }
    if (!make_data(job, &output, &options, &product->data, &error)) {
        job->failure =
            str_format(job->arena, "cannot make the PDF: %.*s", STR_ARG(error));
        return EXIT_SYSTEM;
    }
    job_note_pages(job, &output.pages);
    product->path = job_output_path(job);
    product->pages = output.pages.pages.len;
    product->fitted = output.fitted.changes;
    return EXIT_FINE;
}

// Two variants in one file would be one.
static enum exit_code check_paths(struct job *job,
                                  const struct product_list *products)
{
    for (size_t i = 0; i < products->len; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(products->ptr[i].path, products->ptr[k].path) == 0) {
                job->failure =
                    str_format(job->arena,
                               "several variants would go to %s\n"
                               "Put the word VARIANT into the path, as in -o "
                               "cv_VARIANT.pdf",
                               products->ptr[i].path);
                return EXIT_USAGE;
            }
    return EXIT_FINE;
}

enum exit_code job_make(struct job *job, struct engine *engine,
                        struct product_list *products)
{
    struct name_list names = {0};
    enum exit_code code = job_open(job);

    if (code == EXIT_FINE && !variants_names(job, &names))
        code = EXIT_PROFILE;
    // The mistakes of all are told, and nothing is written if one has any.
    for (size_t i = 0; i < names.len && code <= EXIT_PROFILE; i++) {
        struct product product = {0};
        enum exit_code one;

        job->variant = names.ptr[i];
        one = make_product(job, engine, &product);
        vec_push(job->arena, products, product);
        code = one > code ? one : code;
    }
    return code == EXIT_FINE ? check_paths(job, products) : code;
}

// Plain, bold and italic words in the default design, some of them too long
// for their line.
static const char warm_profile[] = "cv:\n"
                                   "  name: A B\n"
                                   "  sections:\n"
                                   "    Experience:\n"
                                   "      - company: C\n"
                                   "        position: D\n"
                                   "        date: 2020\n"
                                   "        highlights:\n"
                                   "          - \"*Hand* **gloves** "
                                   "incomprehensibilities, 0123456789\"\n";

void engine_warm(struct engine *engine)
{
    struct arena *arena = arena_new();
    const struct request request = {.profile = "warm.yaml"};
    struct product product = {0};
    struct job job;

    job_begin(&job, arena, &request);
    job.source =
        job_source(&job, STR("warm.yaml"), str_from_cstr(warm_profile));
    job.folder = STR(".");
    job.tree = yaml_read(arena, job.source, job.diags);
    // Nobody wants the product, or hears of a font that is missing.
    if (job.tree)
        (void)make_product(&job, engine, &product);
    arena_free(arena);
}
