// SPDX-License-Identifier: MIT
// Texts that are no UTF-8, such as odd names of files, have their bad bytes
// replaced, for JSON has no others.
#include "batch/record_json.h"

#include "base/utf8.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *json_text(struct arena *arena, struct str text)
{
    struct buf clean = {.arena = arena};

    for (size_t offset = 0; offset < text.len;)
        buf_add_rune(&clean, utf8_next(text, &offset));
    text = buf_str(&clean);
    return json_stringn(text.len > 0 ? text.ptr : "", text.len);
}

static json_t *json_count(size_t count)
{
    return json_integer((json_int_t)count);
}

static json_t *json_file(struct arena *arena, const struct result_file *file)
{
    json_t *object = json_object();

    json_object_set_new(object, "path", json_text(arena, file->path));
    json_object_set_new(object, "pages", json_count(file->pages));
    json_object_set_new(object, "bytes", json_count(file->bytes));
    if (file->fitted.len > 0)
        json_object_set_new(object, "fitted", json_text(arena, file->fitted));
    return object;
}

struct str record_json(struct arena *arena, const struct records *records,
                       size_t task)
{
    const struct record *record = &records->list[task];
    json_t *object = json_object();
    json_t *files = json_array();
    struct str line = {"", 0};
    char *text;

    json_object_set_new(object, "number", json_count(task + 1));
    json_object_set_new(object, "input",
                        json_text(arena, records->tasks->ptr[task].label));
    json_object_set_new(object, "outcome",
                        json_string(outcome_name(record->outcome)));
    if (record->why.len > 0)
        json_object_set_new(object, "why", json_text(arena, record->why));
    json_object_set_new(object, "ms",
                        json_real((double)record->microseconds / 1000));
    json_object_set_new(object, "errors", json_count(record->errors));
    json_object_set_new(object, "warnings", json_count(record->warnings));
    for (size_t i = 0; i < record->files.len; i++)
        json_array_append_new(files, json_file(arena, &record->files.ptr[i]));
    json_object_set_new(object, "files", files);
    text = json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(6));
    if (text)
        line = str_copy(arena, str_from_cstr(text));
    free(text);
    json_decref(object);
    return line;
}
