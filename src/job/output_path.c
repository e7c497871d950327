// SPDX-License-Identifier: MIT
// Where the output goes, with RenderCV's path placeholders.
#include "base/utf8.h"
#include "compose/template.h"
#include "job/files.h"
#include "job/job.h"
#include "job/output_name.h"

// Letters, digits and the separator; anything else separates words.
static struct str name_in_case(struct arena *arena, struct str name, char sep)
{
    struct buf out = {.arena = arena};

    for (size_t offset = 0; offset < name.len;) {
        size_t start = offset;
        uint32_t rune = utf8_next(name, &offset);

        if (rune_is_word(rune))
            buf_add(&out, str_slice(name, start, offset));
        else if (out.len > 0 && out.ptr[out.len - 1] != sep)
            buf_add_char(&out, sep);
    }
    while (out.len > 0 && out.ptr[out.len - 1] == sep)
        out.len--;
    return buf_str(&out);
}

static void add(struct arena *arena, struct value_list *values,
                const char *name, struct str text)
{
    value_add(arena, values, name, (struct text){text, {0}});
}

static void add_names(struct arena *arena, struct value_list *values,
                      struct str name)
{
    struct str snake = name_in_case(arena, name, '_');
    struct str kebab = name_in_case(arena, name, '-');

    add(arena, values, "NAME", name_in_case(arena, name, ' '));
    add(arena, values, "NAME_IN_SNAKE_CASE", snake);
    add(arena, values, "NAME_IN_LOWER_SNAKE_CASE", utf8_lower(arena, snake));
    add(arena, values, "NAME_IN_UPPER_SNAKE_CASE", utf8_upper(arena, snake));
    add(arena, values, "NAME_IN_KEBAB_CASE", kebab);
    add(arena, values, "NAME_IN_LOWER_KEBAB_CASE", utf8_lower(arena, kebab));
    add(arena, values, "NAME_IN_UPPER_KEBAB_CASE", utf8_upper(arena, kebab));
}

static void add_date(struct arena *arena, struct value_list *values,
                     const struct job *job)
{
    const struct date *date = &job->settings.current_date;

    add(arena, values, "YEAR", str_format(arena, "%d", date->year));
    add(arena, values, "YEAR_IN_TWO_DIGITS",
        str_format(arena, "%02d", date->year % 100));
    add(arena, values, "MONTH", str_format(arena, "%d", date->month));
    add(arena, values, "MONTH_IN_TWO_DIGITS",
        str_format(arena, "%02d", date->month));
    add(arena, values, "MONTH_NAME",
        job->locale.month_names[date->month - 1].str);
    add(arena, values, "MONTH_ABBREVIATION",
        job->locale.month_abbreviations[date->month - 1].str);
    add(arena, values, "DAY", str_format(arena, "%d", date->day));
    add(arena, values, "DAY_IN_TWO_DIGITS",
        str_format(arena, "%02d", date->day));
}

static bool is_word_char(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

// Returns the longest of the values whose name stands at path[at], or NULL.
// An underscore ends a name too: RenderCV writes NAME_IN_SNAKE_CASE_CV.pdf.
static const struct value *value_at(const struct value_list *values,
                                    struct str path, size_t at)
{
    struct str rest = str_slice(path, at, path.len);
    const struct value *best = NULL;

    if (at > 0 && is_word_char(path.ptr[at - 1]))
        return NULL;
    for (size_t i = 0; i < values->len; i++) {
        struct str name = values->ptr[i].name;

        if (str_starts(rest, name) && (!best || name.len > best->name.len) &&
            (rest.len == name.len || !is_word_char(rest.ptr[name.len])))
            best = &values->ptr[i];
    }
    return best;
}

static bool is_no_variant(const struct value *value)
{
    return value->text.str.len == 0 && str_eq_cstr(value->name, "VARIANT");
}

static bool is_separator(struct str path, size_t at)
{
    return at < path.len &&
           (path.ptr[at] == '_' || path.ptr[at] == '-' || path.ptr[at] == ' ');
}

static struct str fill_path(struct arena *arena, struct str path,
                            const struct value_list *values)
{
    struct buf out = {.arena = arena};

    for (size_t i = 0; i < path.len;) {
        const struct value *value = value_at(values, path, i);

        if (!value)
            buf_add_char(&out, path.ptr[i]);
        else
            buf_add(&out, value->text.str);
        i += value ? value->name.len : 1;
        // Without a variant, NAME_VARIANT.pdf is NAME.pdf.
        if (!value || !is_no_variant(value))
            continue;
        if (is_separator(buf_str(&out), out.len - 1))
            out.len--;
        else if (is_separator(path, i))
            i++;
    }
    return buf_str(&out);
}

// Where one file goes that is not named: beside others of the same profile.
static struct str default_path(const struct job *job, struct str folder)
{
    struct arena *arena = job->arena;
    struct buf out = {.arena = arena};

    if (folder.len > 0)
        buf_addf(&out, "%.*s/", STR_ARG(folder));
    buf_add(&out, path_stem(str_from_cstr(job->request->profile)));
    if (job->variant.len > 0)
        buf_addf(&out, "_%.*s", STR_ARG(job->variant));
    buf_add_cstr(&out, ".pdf");
    return buf_str(&out);
}

static void add_name_value(struct arena *arena, struct name_values *values,
                           const char *name, struct str value)
{
    vec_push(arena, values, (struct name_value){str_from_cstr(name), value});
}

// The table's own columns come first: they count before what the profile says.
static const char *templated_path(const struct job *job)
{
    struct arena *arena = job->arena;
    struct naming naming = job->request->naming;
    struct name_values values = {0};
    const struct date *date = &job->settings.current_date;

    for (size_t i = 0; i < naming.values.len; i++)
        vec_push(arena, &values, naming.values.ptr[i]);
    add_name_value(arena, &values, "name", job->profile.cv.name.str);
    add_name_value(arena, &values, "profile",
                   path_stem(str_from_cstr(job->request->profile)));
    add_name_value(arena, &values, "variant", job->variant);
    add_name_value(arena, &values, "date",
                   str_format(arena, "%04d-%02d-%02d", date->year, date->month,
                              date->day));
    naming.values = values;
    return str_to_cstr(arena, output_name(arena, &naming));
}

// The path that the user asks for, or NULL.
static const char *asked_path(const struct job *job)
{
    struct arena *arena = job->arena;
    struct value_list values = {0};
    const char *output = job->request->output;

    if (job->request->naming.template.ptr)
        return templated_path(job);
    if (!output || job->variant.len == 0)
        return output;
    add(arena, &values, "VARIANT", job->variant);
    return str_to_cstr(arena, fill_path(arena, str_from_cstr(output), &values));
}

// The path that follows from the profile.
static const char *own_path(const struct job *job)
{
    struct arena *arena = job->arena;
    struct value_list values = {0};
    struct str folder = job->settings.output_folder.str;

    if (job->request->form != OUTPUT_PDF ||
        str_eq_cstr(str_from_cstr(job->request->profile), "-"))
        return "-";
    add(arena, &values, "VARIANT", job->variant);
    add_names(arena, &values, job->profile.cv.name.str);
    add_date(arena, &values, job);
    folder = fill_path(arena, folder, &values);
    add(arena, &values, "OUTPUT_FOLDER", folder.len > 0 ? folder : STR("."));
    if (job->settings.pdf_path.str.len > 0)
        return str_to_cstr(
            arena, fill_path(arena, job->settings.pdf_path.str, &values));
    return str_to_cstr(arena, default_path(job, folder));
}

// "cv.pdf" with the suffix is "cv_letter.pdf"; standard output has no name.
static const char *with_suffix(struct arena *arena, const char *path,
                               const char *suffix)
{
    struct str whole = str_from_cstr(path);
    size_t dot = whole.len;

    if (str_eq_cstr(whole, "-"))
        return path;
    while (dot > 0 && whole.ptr[dot - 1] != '.' && whole.ptr[dot - 1] != '/')
        dot--;
    if (dot == 0 || whole.ptr[dot - 1] == '/')
        dot = whole.len + 1;
    return str_to_cstr(
        arena,
        str_format(arena, "%.*s%s%.*s", STR_ARG(str_slice(whole, 0, dot - 1)),
                   suffix, STR_ARG(str_slice(whole, dot - 1, whole.len))));
}

const char *job_output_path(const struct job *job, enum make what)
{
    static const char *const suffixes[] = {
        [MAKE_CV] = "",
        [MAKE_LETTER] = "_letter",
        [MAKE_BOTH] = "",
        [MAKE_MERGED] = "_application",
    };
    const char *asked = asked_path(job);

    if (!asked)
        return with_suffix(job->arena, own_path(job), suffixes[what]);
    // One name for two files.
    if (job->request->make == MAKE_BOTH)
        return with_suffix(job->arena, asked, suffixes[what]);
    return asked;
}
