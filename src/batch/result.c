// SPDX-License-Identifier: MIT
// Results as messages.
#include "batch/result.h"

#include "batch/message.h"

static void encode_files(struct buf *buf, const struct result_files *files)
{
    message_add_count(buf, files->len);
    for (size_t i = 0; i < files->len; i++) {
        const struct result_file *file = &files->ptr[i];

        message_add_text(buf, file->path);
        message_add_count(buf, file->pages);
        message_add_count(buf, file->bytes);
        message_add_text(buf, file->fitted);
    }
}

static void encode_inputs(struct buf *buf, const struct job_inputs *inputs)
{
    message_add_count(buf, inputs->len);
    for (size_t i = 0; i < inputs->len; i++) {
        message_add_text(buf, inputs->ptr[i].path);
        message_add_count(buf, inputs->ptr[i].hash);
    }
}

struct str result_encode(struct arena *arena, const struct result *result)
{
    struct buf buf = {.arena = arena};

    message_add_count(&buf, (uint64_t)result->code);
    message_add_count(&buf, (uint64_t)result->microseconds);
    message_add_count(&buf, result->errors);
    message_add_count(&buf, result->warnings);
    message_add_text(&buf, result->messages);
    message_add_text(&buf, result->failure);
    message_add_count(&buf, result->dated);
    encode_files(&buf, &result->files);
    encode_inputs(&buf, &result->inputs);
    return buf_str(&buf);
}

static void decode_files(struct arena *arena, struct message_reader *reader,
                         struct result_files *files)
{
    uint64_t count = message_read_count(reader);

    for (uint64_t i = 0; i < count && !reader->broken; i++) {
        struct result_file file = {.path = message_read_text(reader)};

        file.pages = (size_t)message_read_count(reader);
        file.bytes = (size_t)message_read_count(reader);
        file.fitted = message_read_text(reader);
        vec_push(arena, files, file);
    }
}

static void decode_inputs(struct arena *arena, struct message_reader *reader,
                          struct job_inputs *inputs)
{
    uint64_t count = message_read_count(reader);

    for (uint64_t i = 0; i < count && !reader->broken; i++) {
        struct job_input input = {.path = message_read_text(reader)};

        input.hash = message_read_count(reader);
        vec_push(arena, inputs, input);
    }
}

struct result result_decode(struct arena *arena, struct str content)
{
    struct message_reader reader = {.rest = content};
    struct result result = {0};

    result.code = (enum exit_code)message_read_count(&reader);
    result.microseconds = (int64_t)message_read_count(&reader);
    result.errors = (size_t)message_read_count(&reader);
    result.warnings = (size_t)message_read_count(&reader);
    result.messages = message_read_text(&reader);
    result.failure = message_read_text(&reader);
    result.dated = message_read_count(&reader) != 0;
    decode_files(arena, &reader, &result.files);
    decode_inputs(arena, &reader, &result.inputs);
    return result;
}
