// SPDX-License-Identifier: MIT
// Operands and rows to requests; and names for the files, which are settled
// here, over the whole batch, so that each shard gives its files the same
// names as one machine would.
#include "batch/tasks.h"

#include "base/utf8.h"
#include "batch/inputs.h"
#include "batch/names.h"
#include "batch/table.h"
#include "job/files.h"
#include "job/output_name.h"

#include <string.h>
#include <unistd.h>

#define DEFAULT_TEMPLATE "{profile}_{variant}.pdf"

// What a template may name beside a table's columns.
static const char *const own_names[] = {"name",    "profile", "folder",
                                        "variant", "date",    "row"};

// Of these, what a task knows before its profile is read.
#define OWN_VALUES 2

#define OWN_NAME_COUNT (sizeof own_names / sizeof *own_names)

// Columns that say how a row is made; all others are placeholders.
static const char *const plain_columns[] = {
    "profile", "variant", "tags", "fit", "language", "make", "output",
};

static const char *const overlay_roots[] = {
    "cv.", "design.", "letter.", "locale.", "settings.", "placeholders.",
};

struct maker {
    struct arena *arena;
    const struct batch_options *options;
    struct diags *diags;
    struct task_list *tasks;
    struct str *error;
    struct str_list profiles; // what the operands mean
    struct str folder;        // of the output
    struct str template;      // of all, or empty
    struct table table;
};

// --- Names -------------------------------------------------------------------

// A template may begin with folders, which no value can be part of.
static void split_template(struct maker *maker)
{
    const char *output = maker->options->output;
    struct str template = output ? str_from_cstr(output) : (struct str){"", 0};
    size_t brace = str_find_char(template, '{', 0);
    size_t end = 0;

    for (size_t i = 0; i < template.len && i < brace; i++)
        if (template.ptr[i] == '/')
            end = i + 1;
    maker->template = str_slice(template, end, template.len);
    maker->folder = maker->options->folder
                        ? str_from_cstr(maker->options->folder)
                        : (struct str){"", 0};
    if (end > 0)
        maker->folder =
            path_resolve(maker->arena, maker->folder,
                         str_slice(template, 0, end > 1 ? end - 1 : end));
}

static bool check_template(struct maker *maker, struct str template)
{
    const struct table_columns *columns = &maker->table.columns;
    size_t count = OWN_NAME_COUNT + columns->len;
    struct str *names = arena_array_of(maker->arena, count, struct str);
    struct str unknown;
    struct str near;

    for (size_t i = 0; i < OWN_NAME_COUNT; i++)
        names[i] = str_from_cstr(own_names[i]);
    for (size_t i = 0; i < columns->len; i++)
        names[OWN_NAME_COUNT + i] = columns->ptr[i].name;
    unknown = output_name_unknown(template, names, count);
    if (unknown.len == 0)
        return true;
    near = suggest_nearest(unknown, names, count);
    *maker->error = str_format(
        maker->arena, "the name %.*s has {%.*s}, which is %s%.*s%s",
        STR_ARG(template), STR_ARG(unknown),
        near.len > 0 ? "unknown; did you mean {" : "no column of the table",
        STR_ARG(near), near.len > 0 ? "}?" : "");
    return false;
}

static void add_value(struct maker *maker, struct naming *naming,
                      const char *name, struct str value)
{
    vec_push(maker->arena, &naming->values,
             (struct name_value){str_from_cstr(name), value});
}

// The name of the folder that the profile is in.
static struct str folder_name(struct maker *maker, struct str path)
{
    struct str rest = path_folder(maker->arena, path);
    struct str name = rest;

    while (rest.ptr)
        name = str_split(&rest, '/');
    return str_eq_cstr(name, ".") ? (struct str){"", 0} : name;
}

// What is known of the file's name before the profile is read. Of two names
// that only differ in case, some file systems make one.
static struct str known_name(struct maker *maker, const struct task *task)
{
    struct naming naming = task->request.naming;
    struct name_values values = {0};
    struct str name = str_from_cstr(task->request.profile);
    const char *variant = task->request.variant;

    for (size_t i = 0; i < naming.values.len; i++)
        vec_push(maker->arena, &values, naming.values.ptr[i]);
    naming.values = values;
    add_value(maker, &naming, "profile", path_stem(name));
    add_value(maker, &naming, "variant", str_from_cstr(variant ? variant : ""));
    // Different profiles are of different people, until they are read.
    add_value(maker, &naming, "name", name);
    return utf8_lower(maker->arena, output_name(maker->arena, &naming));
}

static bool same_name(struct maker *maker, const struct task *a,
                      const struct task *b, struct str name)
{
    *maker->error = str_format(
        maker->arena,
        "%.*s and %.*s would both be written to %.*s\n"
        "Give them other names, as in -o '{folder}-{profile}.pdf', or a "
        "folder, as in -o out/",
        STR_ARG(a->label), STR_ARG(b->label), STR_ARG(name));
    return false;
}

// Rows get a number behind a name that is taken; files, whose names are the
// user's own, must differ.
static bool settle_names(struct maker *maker, uint64_t *hashes)
{
    struct names names = {0};
    struct maker trial = *maker;
    bool good = true;

    // Of what goes into a name nothing is left, for tasks are many.
    trial.arena = arena_new();
    for (size_t i = 0; i < maker->tasks->len && good; i++) {
        struct task *task = &maker->tasks->ptr[i];
        struct naming *naming = &task->request.naming;
        struct str name = known_name(&trial, task);
        size_t owner = names_add(maker->arena, &names, name, i);

        if (owner != i && !maker->options->table)
            good = same_name(maker, &maker->tasks->ptr[owner], task, name);
        for (naming->serial = 1; owner != i && good;) {
            naming->serial++;
            name = known_name(&trial, task);
            owner = names_add(maker->arena, &names, name, i);
        }
        hashes[i] = str_hash(name);
        arena_clear(trial.arena, SIZE_MAX);
    }
    arena_free(trial.arena);
    return good;
}

// --- Tasks -------------------------------------------------------------------

static struct task new_task(struct maker *maker, struct str profile,
                            struct str template)
{
    struct task task = {.label = profile, .request = maker->options->common};

    task.request.profile = str_to_cstr(maker->arena, profile);
    task.request.naming.folder = maker->folder;
    task.request.naming.template = template;
    task.request.notes_inputs = maker->options->resume;
    vec_prepare(maker->arena, &task.request.naming.values,
                maker->table.columns.len + OWN_VALUES);
    add_value(maker, &task.request.naming, "folder",
              folder_name(maker, profile));
    return task;
}

static bool add_profiles(struct maker *maker)
{
    struct str template = maker->template;

    if (template.len == 0)
        template = STR(DEFAULT_TEMPLATE);
    if (!check_template(maker, template))
        return false;
    for (size_t i = 0; i < maker->profiles.len; i++) {
        struct task task = new_task(maker, maker->profiles.ptr[i], template);

        add_value(maker, &task.request.naming, "row",
                  str_format(maker->arena, "%zu", i + 1));
        vec_push(maker->arena, maker->tasks, task);
    }
    return true;
}

static bool is_plain(struct str column)
{
    for (size_t i = 0; i < sizeof plain_columns / sizeof *plain_columns; i++)
        if (str_eq_cstr(column, plain_columns[i]))
            return true;
    return false;
}

// Texts are texts, whatever they look like; options are YAML, for a 2 among
// them is a number.
static bool is_text_root(const char *root)
{
    return strcmp(root, "cv.") == 0 || strcmp(root, "letter.") == 0 ||
           strcmp(root, "placeholders.") == 0;
}

static void add_setting(struct maker *maker, struct task *task, struct str path,
                        const struct cell *cell, bool yaml)
{
    struct setting setting = {path, cell->text, {"", 0}, yaml || cell->yaml};

    setting.origin = str_format(maker->arena, "%.*s:%u, %.*s",
                                STR_ARG(cell->pos.source->name),
                                (unsigned)cell->pos.line, STR_ARG(path));
    vec_push(maker->arena, &task->request.settings, setting);
}

// An empty cell of an option leaves the profile as it is; an empty
// placeholder is one that reads as nothing.
static void apply_cell(struct maker *maker, struct task *task,
                       struct str column, const struct cell *cell)
{
    if (is_plain(column))
        return;
    for (size_t i = 0; i < sizeof overlay_roots / sizeof *overlay_roots; i++) {
        const char *root = overlay_roots[i];

        if (!str_starts(column, str_from_cstr(root)))
            continue;
        if (cell->text.len > 0)
            add_setting(maker, task, column, cell, !is_text_root(root));
        return;
    }
    add_setting(maker, task,
                str_format(maker->arena, "placeholders.%.*s", STR_ARG(column)),
                cell, false);
}

// Returns the cell's text, or NULL if it is empty.
static const char *option_cell(struct maker *maker, const struct table_row *row,
                               const char *column)
{
    const struct cell *cell = table_cell(&maker->table, row, column);

    return cell && cell->text.len > 0 ? str_to_cstr(maker->arena, cell->text)
                                      : NULL;
}

static void apply_options(struct maker *maker, struct task *task,
                          const struct table_row *row)
{
    struct request *request = &task->request;
    const char *variant = option_cell(maker, row, "variant");
    const char *tags = option_cell(maker, row, "tags");
    const char *fit = option_cell(maker, row, "fit");
    const struct cell *pages = table_cell(&maker->table, row, "fit");
    const struct cell *make = table_cell(&maker->table, row, "make");
    const struct cell *language = table_cell(&maker->table, row, "language");
    int count;

    request->variant = variant ? variant : request->variant;
    request->tags = tags ? tags : request->tags;
    request->fit = fit ? fit : request->fit;
    if (fit && !str_to_count(pages->text, SCHEMA_COUNT_MAX, &count))
        diag_error(maker->diags, pages->pos, STR("it is a number of pages"),
                   "the row cannot fit '%.*s'", STR_ARG(pages->text));
    if (make && make->text.len > 0 &&
        !make_from_word(make->text, &request->make))
        diag_error(
            maker->diags, make->pos, STR("it is cv, letter, both or merged"),
            "there is nothing to make called '%.*s'", STR_ARG(make->text));
    if (language && language->text.len > 0)
        add_setting(maker, task, STR("locale.language"), language, true);
}

// A row's own list of settings; what holds for all comes before it.
static void copy_settings(struct maker *maker, struct task *task)
{
    struct setting_list own = {0};

    for (size_t i = 0; i < task->request.settings.len; i++)
        vec_push(maker->arena, &own, task->request.settings.ptr[i]);
    task->request.settings = own;
}

// Profiles that a table names stand beside it.
static bool row_profile(struct maker *maker, const struct table_row *row,
                        struct str *profile)
{
    const struct cell *cell = table_cell(&maker->table, row, "profile");
    struct str table = str_from_cstr(maker->options->table);

    if (cell && cell->text.len > 0) {
        *profile = path_resolve(maker->arena, path_folder(maker->arena, table),
                                cell->text);
        return true;
    }
    if (maker->profiles.len == 1) {
        *profile = maker->profiles.ptr[0];
        return true;
    }
    diag_error(maker->diags, row->pos,
               STR("name one on the command line, or in a column 'profile'"),
               "the row has no profile");
    return false;
}

static struct str row_template(struct maker *maker, const struct table_row *row)
{
    const char *output = option_cell(maker, row, "output");

    if (output)
        return str_from_cstr(output);
    if (maker->template.len > 0)
        return maker->template;
    if (table_cell(&maker->table, row, "company"))
        return table_cell(&maker->table, row, "role")
                   ? STR("{company}-{role}-{name}.pdf")
                   : STR("{company}-{name}.pdf");
    return STR("{profile}-{row}.pdf");
}

static bool add_row(struct maker *maker, size_t number)
{
    const struct table *table = &maker->table;
    const struct table_row *row = &table->rows.ptr[number];
    struct str template = row_template(maker, row);
    struct str profile;
    struct task task;

    if (!row_profile(maker, row, &profile))
        return true; // told with all others
    if (!check_template(maker, template))
        return false;
    task = new_task(maker, profile, template);
    task.label =
        str_format(maker->arena, "%.*s:%u", STR_ARG(row->pos.source->name),
                   (unsigned)row->pos.line);
    copy_settings(maker, &task);
    apply_options(maker, &task, row);
    for (size_t i = 0; i < table->columns.len; i++) {
        struct str column = table->columns.ptr[i].name;

        apply_cell(maker, &task, column, &row->cells[i]);
        if (!is_plain(column))
            vec_push(maker->arena, &task.request.naming.values,
                     (struct name_value){column, row->cells[i].text});
    }
    add_value(maker, &task.request.naming, "row",
              str_format(maker->arena, "%zu", number + 1));
    vec_push(maker->arena, maker->tasks, task);
    return true;
}

static enum exit_code add_rows(struct maker *maker)
{
    struct source *source = arena_new_of(maker->arena, struct source);

    source->name = str_from_cstr(maker->options->table);
    if (!file_read(maker->arena, maker->options->table, &source->text,
                   maker->error))
        return EXIT_SYSTEM;
    if (!table_read(maker->arena, source, maker->diags, &maker->table))
        return EXIT_PROFILE;
    for (size_t i = 0; i < maker->table.rows.len; i++)
        if (!add_row(maker, i))
            return EXIT_USAGE;
    return diags_errors(maker->diags) > 0 ? EXIT_PROFILE : EXIT_FINE;
}

static bool is_missing_file(const char *operand)
{
    return access(operand, F_OK) != 0 && !strpbrk(operand, "*?[");
}

static bool read_operands(struct maker *maker)
{
    const struct str_list *operands = &maker->options->operands;

    for (size_t i = 0; i < operands->len; i++) {
        const char *operand = str_to_cstr(maker->arena, operands->ptr[i]);
        struct str list;

        if (strcmp(operand, "-") != 0) {
            // A file that is not there is a task that fails by itself.
            if (is_missing_file(operand))
                vec_push(maker->arena, &maker->profiles, operands->ptr[i]);
            else if (!inputs_add(maker->arena, operand, &maker->profiles,
                                 maker->error))
                return false;
            continue;
        }
        if (!file_read(maker->arena, "-", &list, maker->error))
            return false;
        inputs_add_list(maker->arena, list, &maker->profiles);
    }
    return true;
}

// Keeps the tasks of this shard: those whose names' hashes fall to it, so that
// a task stays in its shard whatever comes and goes beside it.
static void keep_shard(struct maker *maker, const uint64_t *hashes)
{
    const struct batch_options *options = maker->options;
    size_t kept = 0;

    if (options->shards == 0)
        return;
    for (size_t i = 0; i < maker->tasks->len; i++) {
        uint64_t hash = hashes[i] ^ hashes[i] >> 32;

        if (hash % (uint64_t)options->shards == (uint64_t)options->shard - 1)
            maker->tasks->ptr[kept++] = maker->tasks->ptr[i];
    }
    maker->tasks->len = kept;
}

enum exit_code tasks_make(struct arena *arena,
                          const struct batch_options *options,
                          struct diags *diags, struct task_list *tasks,
                          struct str *error)
{
    struct maker maker = {
        .arena = arena,
        .options = options,
        .diags = diags,
        .tasks = tasks,
        .error = error,
    };
    enum exit_code code = EXIT_FINE;
    uint64_t *hashes;

    split_template(&maker);
    if (!read_operands(&maker))
        return EXIT_SYSTEM;
    if (options->table)
        code = add_rows(&maker);
    else if (!add_profiles(&maker))
        code = EXIT_USAGE;
    if (code != EXIT_FINE)
        return code;
    hashes = arena_array_of(arena, tasks->len + 1, uint64_t);
    if (!settle_names(&maker, hashes))
        return EXIT_USAGE;
    keep_shard(&maker, hashes);
    return EXIT_FINE;
}
