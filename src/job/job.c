// SPDX-License-Identifier: MIT
// Reading: profile, then a variant of it, overlay files, and single settings,
// each laid over what came before; then what is chosen of all that, and the
// bibliographies that its sections name.
#include "job/job.h"

#include "base/utf8.h"
#include "bibliography/bibliography.h"
#include "compose/dates.h"
#include "design/contrast.h"
#include "design/letter.h"
#include "design/page_columns.h"
#include "design/schema.h"
#include "design/section_names.h"
#include "job/files.h"
#include "job/includes.h"
#include "job/inputs.h"
#include "job/themes.h"
#include "job/variants.h"
#include "profile/placeholders.h"
#include "profile/without.h"
#include "profile/yaml.h"
#include "profile/yaml_write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

void job_begin(struct job *job, struct arena *arena,
               const struct request *request)
{
    *job = (struct job){
        .arena = arena,
        .diags = diags_new(arena),
        .request = request,
        .now = current_time(),
    };
}

const struct source *job_source(struct job *job, struct str name,
                                struct str text)
{
    struct source *source;

    for (size_t i = 0; i < job->sources.len; i++) {
        source = job->sources.ptr[i];
        if (str_eq(source->name, name) && str_eq(source->text, text))
            return source;
    }
    source = arena_new_of(job->arena, struct source);
    *source = (struct source){name, text, (int)job->sources.len};
    vec_push(job->arena, &job->sources, source);
    return source;
}

static bool read_source(struct job *job, const char *path,
                        const struct source **source)
{
    struct str text;

    if (!file_read(job->arena, path, &text, &job->failure))
        return false;
    job_note_file(job, str_from_cstr(path), text);
    *source = job_source(
        job, strcmp(path, "-") == 0 ? STR("<stdin>") : str_from_cstr(path),
        text);
    return true;
}

// Lays the file's value of key over the profile's.
static bool overlay(struct job *job, const char *path, const char *key)
{
    const struct source *source;
    struct node *root;
    struct node *value;

    if (!path)
        return true;
    if (!read_source(job, path, &source))
        return false;
    root = includes_read(job, path, source);
    if (root && root->partial)
        return true;
    value = node_lookup(root, key);
    if (root && !value)
        diag_error(job->diags, (struct pos){.source = source},
                   str_format(job->arena, "the file begins with %s:", key),
                   "the file has no %s", key);
    if (value && !node_is_null(value))
        job->root = node_merge(job->arena, job->root,
                               node_map_of(job->arena, key, value));
    return true;
}

// Overlays that the profile's own settings name, relative to the profile.
static bool overlay_from_settings(struct job *job, const char *key)
{
    const struct node *command =
        node_lookup(node_lookup(job->root, "settings"), "render_command");
    const struct node *path = node_lookup(command, key);

    if (node_is_null(path) || path->kind != NODE_SCALAR || path->text.len == 0)
        return true;
    return overlay(job,
                   str_to_cstr(job->arena, path_resolve(job->arena, job->folder,
                                                        path->text)),
                   key);
}

// A value's messages show the value, a path's messages the path.
static struct node *setting_value(struct job *job,
                                  const struct setting *setting)
{
    const char *option = setting->yaml ? "--set " : "--";
    struct str name = setting->origin;
    const struct source *source;
    struct node *value;

    if (name.len == 0)
        name = str_format(job->arena, "%s%.*s", option, STR_ARG(setting->path));
    source = job_source(job, name, setting->value);

    if (utf8_check(setting->value) == setting->value.len && !setting->yaml) {
        value = arena_new_of(job->arena, struct node);
        *value = (struct node){.kind = NODE_SCALAR,
                               .pos = {source, 1, 1, 1},
                               .text = utf8_nfc(job->arena, setting->value)};
        return value;
    }
    // Malformed text is told by the YAML reader, whatever the option.
    return yaml_read(job->arena, source, job->diags);
}

static void apply_setting(struct job *job, const struct setting *setting)
{
    struct node *value = setting_value(job, setting);
    struct str name = setting->origin;
    struct pos pos = {.line = 1, .column = 1, .length = 1};

    if (name.len == 0)
        name = setting->yaml ? STR("--set") : STR("--");
    pos.source = job_source(job, name, setting->path);
    // A wrong path is a diagnostic already.
    if (!value || !node_set(job->arena, &job->root, setting->path, value, pos,
                            job->diags))
        return;
}

// --fit overrules how many pages the profile asks for, not its floors.
static void apply_fit(struct job *job, struct page_fit *fit)
{
    const char *pages = job->request->fit;

    if (!pages ||
        !str_to_count(str_from_cstr(pages), SCHEMA_COUNT_MAX, &fit->pages))
        return;
    fit->pos = (struct pos){job_source(job, STR("--fit"), str_from_cstr(pages)),
                            1, 1, 1};
}

// Overlay files, then single settings. Returns false if a file cannot be read.
static bool lay_over(struct job *job)
{
    const struct request *request = job->request;

    if (!overlay_from_settings(job, "design") ||
        !overlay_from_settings(job, "locale") ||
        !overlay(job, request->design, "design") ||
        !overlay(job, request->locale, "locale") ||
        !overlay(job, request->overlay_settings, "settings"))
        return false;
    for (size_t i = 0; i < request->settings.len; i++)
        apply_setting(job, &request->settings.ptr[i]);
    return true;
}

static const struct source *read_bibliography(void *context, struct str path,
                                              struct pos pos)
{
    struct job *job = context;
    struct str name = path_resolve(job->arena, job->folder, path);
    struct str text;
    struct str error;

    if (file_read_regular(job->arena, str_to_cstr(job->arena, name), &text,
                          &error)) {
        job_note_file(job, name, text);
        return job_source(job, name, text);
    }
    diag_error(job->diags, pos, STR("the path is relative to the profile"),
               "%.*s", STR_ARG(error));
    return NULL;
}

// For what is not shown: a missing file is nobody's worry.
static const struct source *read_quietly(void *context, struct str path,
                                         struct pos pos)
{
    struct job *job = context;
    struct source *source = arena_new_of(job->arena, struct source);
    struct str error;

    (void)pos;
    source->name = path_resolve(job->arena, job->folder, path);
    return file_read_regular(job->arena, str_to_cstr(job->arena, source->name),
                             &source->text, &error)
               ? source
               : NULL;
}

// The keys of all entries, before a variant or tags leave out some.
static struct str_list written_keys(struct job *job)
{
    struct bib_reader reader = {job, read_quietly};

    if (!job->request->variant && !job->request->tags)
        return (struct str_list){0};
    return keys_written(job->arena,
                        bibliography_expand(job->arena, job->root, &reader,
                                            diags_new(job->arena)));
}

static void expand_bibliographies(struct job *job)
{
    struct bib_reader reader = {job, read_bibliography};

    job->root = bibliography_expand(job->arena, job->root, &reader, job->diags);
}

// What the current date is, and how it is written, is read before the rest for
// {date}; mistakes in it are told with those of the rest.
static void fill_placeholders(struct job *job)
{
    struct diags *unheard = diags_new(job->arena);
    struct locale locale;
    struct settings settings;

    if (!node_lookup(job->root, "placeholders"))
        return;
    locale_read(job->arena, node_lookup(job->root, "locale"), unheard, &locale);
    settings_read(job->arena, node_lookup(job->root, "settings"), job->now,
                  unheard, &settings);
    job->root = placeholders_fill(
        job->arena, job->root,
        date_long(job->arena, &locale, &settings.current_date), job->diags);
}

// Reads own options, which lie over those of the part around, which is in the
// sidebar or not. The mistakes of the latter are told once: equal messages at
// one place are one. Returns all options.
static struct node *read_own_design(struct job *job, bool sidebar,
                                    struct node *around, struct node *node)
{
    struct own_design own = {.node = node};
    struct node *all = node;
    struct design *design;

    if (node_is_null(node))
        return around;
    design = arena_new_of(job->arena, struct design);
    if (around && around->kind == NODE_MAP)
        all = node_merge(job->arena, around, node);
    if (sidebar)
        design_read_sidebar(job->arena, job->profile.design, all, job->diags,
                            design);
    else
        design_read(job->arena, all, job->diags, design);
    design_check_own(node, job->diags);
    own.design = design;
    vec_push(job->arena, &job->own_designs, own);
    return all;
}

static void read_own_designs(struct job *job)
{
    const struct section_list *sections = &job->profile.cv.sections;

    job->own_designs = (struct own_design_list){0};
    for (size_t i = 0; i < sections->len; i++) {
        const struct section *section = &sections->ptr[i];
        const struct entry_list *entries = &section->entries;
        bool sidebar =
            section_page_column(&job->design, section) == PAGE_SIDEBAR;
        struct node *around =
            read_own_design(job, sidebar, sidebar ? NULL : job->profile.design,
                            section->design);

        for (size_t k = 0; k < entries->len; k++)
            (void)read_own_design(job, sidebar, around, entries->ptr[k].design);
    }
}

// own is the profile's design without that of its theme.
static void read_designs(struct job *job, const struct node *own,
                         struct str theme)
{
    bool sidebar;

    design_read(job->arena, job->profile.design, job->diags, &job->design);
    if (theme.len > 0)
        job->design.theme = theme;
    apply_fit(job, &job->design.page.fit);
    page_columns_check(&job->design, job->diags);
    // A variant leaves out sections, and so does a syntax error.
    if (!job->root->partial && !job->request->variant && !job->request->tags)
        section_names_check(own, &job->design, &job->profile.cv, job->diags);
    page_columns_settle(&job->design, &job->profile.cv);
    sidebar = job->design.sidebar.position != SIDEBAR_NONE;
    // What is written for a sidebar that is not there is checked, too.
    if (sidebar || node_lookup(job->profile.design, "sidebar"))
        design_read_sidebar(job->arena, job->profile.design, NULL, job->diags,
                            &job->sidebar_design);
    read_own_designs(job);
    contrast_check(&job->design, sidebar ? &job->sidebar_design : NULL,
                   job->diags);
}

// A letter has a design of its own, and of the CV no more than the header.
static void read_letter(struct job *job)
{
    if (!job->profile.letter)
        return;
    job->letter_design =
        letter_design(&job->design, job->profile.letter, &job->locale,
                      job->profile.design, job->diags);
    if (job->request->make == MAKE_LETTER)
        apply_fit(job, &job->letter_design.page.fit);
    job->letter_cv = job->profile.cv;
    job->letter_cv.sections = (struct section_list){0};
}

struct compose_input job_compose_input(const struct job *job)
{
    return (struct compose_input){
        .cv = &job->profile.cv,
        .design = &job->design,
        .sidebar_design = job->design.sidebar.position != SIDEBAR_NONE
                              ? &job->sidebar_design
                              : NULL,
        .own_designs = job->own_designs,
        .locale = &job->locale,
        .settings = &job->settings,
        .folder = job->folder,
    };
}

struct compose_input job_letter_input(const struct job *job)
{
    struct compose_input input = job_compose_input(job);

    input.cv = &job->letter_cv;
    input.design = &job->letter_design;
    input.sidebar_design = NULL;
    input.own_designs = (struct own_design_list){0};
    input.letter = job->profile.letter;
    return input;
}

enum exit_code job_open(struct job *job)
{
    const char *path = job->request->profile;

    if (!read_source(job, path, &job->source))
        return EXIT_SYSTEM;
    job->folder = path_folder(job->arena, str_from_cstr(path));
    job->tree = includes_read(job, path, job->source);
    job->composite = job->sources.len > 1;
    return job->tree ? EXIT_FINE : EXIT_PROFILE;
}

enum exit_code job_read(struct job *job)
{
    struct str_list keys;
    const struct node *own;
    struct str theme;

    job->root = variants_merge(job);
    // Of a malformed profile, what stands before the error is checked.
    if (!job->root->partial && !lay_over(job))
        return EXIT_SYSTEM;
    keys = written_keys(job);
    job->root = variants_select(job);
    fill_placeholders(job);
    expand_bibliographies(job);
    if (!profile_read(job->arena, job->root, job->diags, &job->profile) &&
        job->root->kind != NODE_MAP)
        return EXIT_PROFILE;
    job->profile.cv.written = keys;
    own = job->profile.design;
    job->profile.design = themes_expand(job, job->profile.design, &theme);
    read_designs(job, own, theme);
    locale_read(job->arena, job->profile.locale, job->diags, &job->locale);
    settings_read(job->arena, job->profile.settings, job->now, job->diags,
                  &job->settings);
    read_letter(job);
    return diags_errors(job->diags) > 0 ? EXIT_PROFILE : EXIT_FINE;
}

struct str job_attachment(const struct job *job, const struct cv *shown)
{
    struct str text;

    if (!job->composite && !job->request->variant && !job->request->tags &&
        !shown->whole)
        return job->source->text;
    // Rather nothing than what was left out.
    if (!node_to_yaml(job->arena, node_without(job->arena, job->root, shown),
                      &text))
        return (struct str){NULL, 0};
    return text;
}

struct str job_source_name(const struct job *job)
{
    struct str rest = job->source->name;
    struct str name = rest;

    if (strcmp(job->request->profile, "-") == 0)
        return STR("profile.yaml");
    while (rest.ptr)
        name = str_split(&rest, '/');
    return name;
}
