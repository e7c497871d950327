// SPDX-License-Identifier: MIT
// The main path: read, compose, lay out, write into memory; for one variant
// after the other.
#include "job/make.h"

#include "base/str_map.h"
#include "compose/compose.h"
#include "compose/plain_text.h"
#include "fit/fit.h"
#include "image/image.h"
#include "job/inputs.h"
#include "job/variants.h"
#include "layout/join.h"
#include "layout/tags.h"
#include "pdf/pdf.h"
#include "profile/letter.h"
#include "profile/yaml.h"

#include <string.h>

// The pages of a profile.
struct output {
    struct document document;
    struct pages pages;
    struct fit_result fitted;
    struct str more; // the words of what was joined to the document
};

// What the pages of one variant are made with.
struct press {
    struct layout_stock stock;
    struct pdf_options options;
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

// Makes the pages of the CV, or of the letter.
static void typeset(struct job *job, const struct press *press, bool letter,
                    struct output *output)
{
    struct compose_input input =
        letter ? job_letter_input(job) : job_compose_input(job);
    struct fit_input fit_input = {
        .compose = &input,
        .stock = press->stock,
        .letter = letter,
    };

    output->fitted = fit(job->arena, &fit_input, job->diags, &output->document,
                         &output->pages);
}

// Puts the CV behind the letter.
static void merge(struct job *job, const struct press *press,
                  struct output *output)
{
    struct output cv;

    typeset(job, press, false, &cv);
    pages_join(job->arena, &output->pages, &cv.pages);
    output->more = document_plain_text(job->arena, &cv.document);
    // The profile that goes along is that of the CV.
    output->fitted.cv = cv.fitted.cv;
    if (cv.fitted.changes.len > 0)
        output->fitted.changes = str_format(
            job->arena, "%.*s%s%.*s", STR_ARG(output->fitted.changes),
            output->fitted.changes.len > 0 ? "; " : "",
            STR_ARG(cv.fitted.changes));
}

// Returns the output in the form that is asked for; pdf_write() can fail.
static bool make_data(struct job *job, const struct output *output,
                      const struct pdf_options *options, struct str *data,
                      struct str *error)
{
    switch (job->request->form) {
    case OUTPUT_TEXT:
        *data = document_plain_text(job->arena, &output->document);
        if (output->more.len > 0)
            *data = str_format(job->arena, "%.*s\n%.*s", STR_ARG(*data),
                               STR_ARG(output->more));
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

// Each file is read once, and what it holds is not kept.
static void check_image(struct job *job, const struct text *path,
                        struct str_map *seen)
{
    struct arena *scratch;

    if (path->str.len == 0 || str_map_lookup(seen, path->str))
        return;
    str_map_add(job->arena, seen, path->str, job);
    scratch = arena_new();
    (void)image_read(scratch, path_resolve(scratch, job->folder, path->str),
                     path->pos, job->diags);
    arena_free(scratch);
}

static void check_logos(struct job *job, const struct entry_list *entries,
                        struct str_map *seen)
{
    for (size_t i = 0; i < entries->len; i++) {
        check_image(job, &entries->ptr[i].logo, seen);
        check_logos(job, &entries->ptr[i].entries, seen);
    }
}

// Layout reads the pictures; when it is not reached, those that cannot be
// read are told here with the other mistakes.
static void check_images(struct job *job)
{
    struct str_map seen = {0};

    check_image(job, &job->profile.cv.photo, &seen);
    for (size_t i = 0; i < job->profile.cv.sections.len; i++)
        check_logos(job, &job->profile.cv.sections.ptr[i].entries, &seen);
    if (job->profile.letter)
        check_image(job, &job->profile.letter->signature, &seen);
}

static enum exit_code make_product(struct job *job, const struct press *press,
                                   enum make what, struct product *product)
{
    struct output output = {0};
    struct pdf_options options = press->options;
    struct str error;

    typeset(job, press, what != MAKE_CV, &output);
    if (what == MAKE_MERGED)
        merge(job, press, &output);
    pdf_check(&output.pages, &options,
              what == MAKE_CV ? &job->design : &job->letter_design, job->diags);
    if (diags_errors(job->diags) > 0)
        return EXIT_PROFILE;
    if (job->settings.pdf.attach_source) {
        options.source = job_attachment(
            job, what == MAKE_LETTER ? &job->profile.cv : output.fitted.cv);
        options.source_name = job_source_name(job);
    }
    if (!make_data(job, &output, &options, &product->data, &error)) {
        job->failure =
            str_format(job->arena, "cannot make the PDF: %.*s", STR_ARG(error));
        return EXIT_SYSTEM;
    }
    job_note_pages(job, &output.pages);
    product->path = job_output_path(job, what);
    product->pages = output.pages.pages.len;
    product->fitted = output.fitted.changes;
    return EXIT_FINE;
}

static enum exit_code check_letter(struct job *job)
{
    if (job->request->make == MAKE_CV || job->profile.letter)
        return EXIT_FINE;
    diag_error(job->diags, (struct pos){.source = job->source},
               STR("write it below the key \"letter:\""),
               "the profile has no letter");
    return EXIT_PROFILE;
}

// Makes what is asked for of one variant, or of the profile as it is.
static enum exit_code make_variant(struct job *job, struct engine *engine,
                                   struct product_list *products)
{
    bool both = job->request->make == MAKE_BOTH;
    enum exit_code code = job_read(job);
    struct press press;

    if (code == EXIT_FINE)
        code = check_letter(job);
    if (code != EXIT_FINE) {
        check_images(job);
        return code;
    }
    press = (struct press){engine_stock(engine, job->folder), pdf_options(job)};
    press.options.cache = engine_cache(engine);
    job->dated = job->dated || job->settings.date_is_today;
    check_hyphens(job, press.stock.languages);
    for (int i = 0; i < (both ? 2 : 1) && code <= EXIT_PROFILE; i++) {
        static const enum make parts[] = {MAKE_LETTER, MAKE_CV};
        struct product product = {0};
        enum exit_code one = make_product(
            job, &press, both ? parts[i] : job->request->make, &product);

        vec_push(job->arena, products, product);
        code = one > code ? one : code;
    }
    return code;
}

static struct str same_path(const struct job *job, const char *path)
{
    if (job->request->make == MAKE_BOTH && job->variant.len == 0)
        return str_format(job->arena,
                          "the letter and the CV would both go to %s\n"
                          "Name a file with -o, or make one with --make merged",
                          path);
    return str_format(job->arena,
                      "several variants would go to %s\n"
                      "Put the word VARIANT into the path, as in -o "
                      "cv_VARIANT.pdf",
                      path);
}

// Two files of one name would be one.
static enum exit_code check_paths(struct job *job,
                                  const struct product_list *products)
{
    for (size_t i = 0; i < products->len; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(products->ptr[i].path, products->ptr[k].path) == 0) {
                job->failure = same_path(job, products->ptr[i].path);
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
        enum exit_code one;

        job->variant = names.ptr[i];
        one = make_variant(job, engine, products);
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
    struct product_list products = {0};
    struct job job;

    job_begin(&job, arena, &request);
    job.source =
        job_source(&job, STR("warm.yaml"), str_from_cstr(warm_profile));
    job.folder = STR(".");
    job.tree = yaml_read(arena, job.source, job.diags);
    // Nobody wants the product, or hears of a font that is missing.
    if (job.tree)
        (void)make_variant(&job, engine, &products);
    arena_free(arena);
}
