// SPDX-License-Identifier: MIT
// Lines through Jansson. Hashes are texts of hexadecimal digits, for JSON's
// numbers are no 64-bit integers everywhere.
#include "batch/state_line.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// --- The key -----------------------------------------------------------------

// With its length before it, so that no two lists of texts are the same.
static void add_text(struct buf *buf, struct str text)
{
    buf_addf(buf, "%zu:", text.len);
    buf_add(buf, text);
}

static void add_cstr(struct buf *buf, const char *text)
{
    buf_add_char(buf, text ? '+' : '-');
    add_text(buf, str_from_cstr(text ? text : ""));
}

static void add_settings(struct buf *buf, const struct setting_list *settings)
{
    for (size_t i = 0; i < settings->len; i++) {
        const struct setting *setting = &settings->ptr[i];

        buf_add_char(buf, setting->yaml ? 'y' : 't');
        add_text(buf, setting->path);
        add_text(buf, setting->value);
    }
}

static void add_naming(struct buf *buf, const struct naming *naming)
{
    add_text(buf, naming->folder);
    add_text(buf, naming->template);
    buf_addf(buf, "%u;", naming->serial);
    for (size_t i = 0; i < naming->values.len; i++) {
        add_text(buf, naming->values.ptr[i].name);
        add_text(buf, naming->values.ptr[i].value);
    }
}

// Overlay files are among the inputs; here their names count.
struct str state_key(struct arena *arena, struct str program,
                     const struct task *task)
{
    const struct request *request = &task->request;
    struct buf buf = {.arena = arena};

    add_text(&buf, program);
    add_cstr(&buf, getenv("SOURCE_DATE_EPOCH"));
    add_cstr(&buf, request->profile);
    add_cstr(&buf, request->design);
    add_cstr(&buf, request->locale);
    add_cstr(&buf, request->overlay_settings);
    add_cstr(&buf, request->variant);
    add_cstr(&buf, request->tags);
    add_cstr(&buf, request->fit);
    buf_addf(&buf, "%d;", (int)request->make);
    add_naming(&buf, &request->naming);
    add_settings(&buf, &request->settings);
    return str_format(arena, "%016llx",
                      (unsigned long long)str_hash(buf_str(&buf)));
}

// --- Reading -----------------------------------------------------------------

static struct str text_of(struct arena *arena, const json_t *value)
{
    if (!json_is_string(value))
        return (struct str){"", 0};
    return str_copy(arena, (struct str){json_string_value(value),
                                        json_string_length(value)});
}

static void read_inputs(struct arena *arena, const json_t *list,
                        struct job_inputs *inputs)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *pair = json_array_get(list, i);
        struct job_input input = {.path =
                                      text_of(arena, json_array_get(pair, 0))};
        struct str hash = text_of(arena, json_array_get(pair, 1));

        input.hash = strtoull(str_to_cstr(arena, hash), NULL, 16);
        vec_push(arena, inputs, input);
    }
}

static void read_files(struct arena *arena, const json_t *list,
                       struct result_files *files)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *entry = json_array_get(list, i);
        struct result_file file = {
            .path = text_of(arena, json_array_get(entry, 0))};

        file.pages = (size_t)json_integer_value(json_array_get(entry, 1));
        file.bytes = (size_t)json_integer_value(json_array_get(entry, 2));
        vec_push(arena, files, file);
    }
}

bool state_line_read(struct arena *arena, struct str text,
                     struct state_line *line)
{
    json_t *object = json_loadb(text.ptr, text.len, 0, NULL);

    *line = (struct state_line){0};
    line->key = text_of(arena, json_object_get(object, "key"));
    line->dated = json_is_integer(json_object_get(object, "day"));
    line->day = json_integer_value(json_object_get(object, "day"));
    read_inputs(arena, json_object_get(object, "inputs"), &line->inputs);
    read_files(arena, json_object_get(object, "files"), &line->files);
    json_decref(object);
    return line->key.len > 0 && line->files.len > 0;
}

// --- Writing -----------------------------------------------------------------

// NULL for a name that is no UTF-8: a line without it is no line, and such
// a file is made anew each time.
static json_t *json_text(struct str text)
{
    return json_stringn(text.ptr, text.len);
}

static json_t *json_inputs(const struct job_inputs *inputs)
{
    json_t *list = json_array();
    char hash[17];

    for (size_t i = 0; i < inputs->len; i++) {
        json_t *pair = json_array();

        snprintf(hash, sizeof hash, "%016llx",
                 (unsigned long long)inputs->ptr[i].hash);
        json_array_append_new(pair, json_text(inputs->ptr[i].path));
        json_array_append_new(pair, json_string(hash));
        json_array_append_new(list, pair);
    }
    return list;
}

static json_t *json_files(const struct result_files *files)
{
    json_t *list = json_array();

    for (size_t i = 0; i < files->len; i++) {
        const struct result_file *file = &files->ptr[i];
        json_t *entry = json_array();

        json_array_append_new(entry, json_text(file->path));
        json_array_append_new(entry, json_integer((json_int_t)file->pages));
        json_array_append_new(entry, json_integer((json_int_t)file->bytes));
        json_array_append_new(list, entry);
    }
    return list;
}

void state_line_write(struct buf *buf, const struct state_line *line)
{
    json_t *object = json_object();
    char *text;

    json_object_set_new(object, "key", json_text(line->key));
    if (line->dated)
        json_object_set_new(object, "day", json_integer(line->day));
    json_object_set_new(object, "inputs", json_inputs(&line->inputs));
    json_object_set_new(object, "files", json_files(&line->files));
    text = json_dumps(object, JSON_COMPACT);
    if (text)
        buf_addf(buf, "%s\n", text);
    free(text);
    json_decref(object);
}
