// SPDX-License-Identifier: MIT
// Columns of the CSV report and members of the JSON report say the same.
#include "batch/report.h"

#include "batch/csv_field.h"
#include "batch/record_json.h"
#include "job/files.h"

static void add_row(struct buf *out, const struct record *record,
                    struct str label, const struct result_file *file)
{
    csv_add_field(out, label);
    csv_add_field(out, file ? file->path : (struct str){"", 0});
    csv_add_field(out, str_from_cstr(outcome_name(record->outcome)));
    if (file)
        buf_addf(out, "%zu,", file->pages);
    else
        buf_add_char(out, ',');
    buf_addf(out, "%.3f,%zu,%zu,", (double)record->microseconds / 1000,
             record->errors, record->warnings);
    csv_add_field(out, file ? file->fitted : (struct str){"", 0});
    csv_add_field(out, record->why);
    // No comma behind the last field; lines end as RFC 4180 has it.
    out->len--;
    buf_add_cstr(out, "\r\n");
}

static void add_csv(struct buf *out, const struct records *records)
{
    buf_add_cstr(out, "input,output,outcome,pages,ms,errors,warnings,fitted,"
                      "why\r\n");
    for (size_t i = 0; i < records->tasks->len; i++) {
        const struct record *record = &records->list[i];
        struct str label = records->tasks->ptr[i].label;

        for (size_t k = 0; k < record->files.len; k++)
            add_row(out, record, label, &record->files.ptr[k]);
        if (record->files.len == 0)
            add_row(out, record, label, NULL);
    }
}

static void add_json(struct buf *out, const struct records *records)
{
    buf_add_cstr(out, "[");
    for (size_t i = 0; i < records->tasks->len; i++) {
        buf_add_cstr(out, i > 0 ? ",\n" : "\n");
        buf_add(out, record_json(out->arena, records, i));
    }
    buf_add_cstr(out, "\n]\n");
}

bool report_write(const struct records *records, const char *path,
                  struct str *error)
{
    struct arena *arena = arena_new();
    struct buf out = {.arena = arena};
    struct str why;
    bool good;

    if (str_ends(str_from_cstr(path), STR(".json")))
        add_json(&out, records);
    else
        add_csv(&out, records);
    good = file_write(arena, path, buf_str(&out), &why);
    if (!good)
        *error = str_copy(records->arena, why);
    arena_free(arena);
    return good;
}
