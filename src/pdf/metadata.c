// SPDX-License-Identifier: MIT
// What the document says of itself: /Info, language, and the title in the
// window's bar instead of the file's name.
#include "pdf/writer.h"

#include <time.h>

// PDF's dates have four digits for the year.
#define YEAR_MAX 9999

static struct str pdf_date(struct arena *arena, int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm tm;

    if (!gmtime_r(&time, &tm) || tm.tm_year + 1900 > YEAR_MAX ||
        tm.tm_year + 1900 < 0)
        return (struct str){"", 0};
    return str_format(arena, "D:%04d%02d%02d%02d%02d%02dZ", tm.tm_year + 1900,
                      tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                      tm.tm_sec);
}

static void add_info(struct writer *writer, const char *key, struct str text)
{
    if (text.len > 0)
        dict_text(writer, writer->doc->info, key, text);
}

bool writer_add_metadata(struct writer *writer)
{
    const struct pages *pages = writer->pages;
    HPDF_Dict catalog = writer->doc->catalog;
    struct str date = pdf_date(writer->arena, pages->date);

    // libharu made /Info with its own name as the producer.
    add_info(writer, "Title", pages->title);
    add_info(writer, "Author", pages->author);
    add_info(writer, "Subject", pages->subject);
    add_info(writer, "Creator", STR("vita"));
    add_info(writer, "CreationDate", date);
    add_info(writer, "ModDate", date);
    if (pages->language.len > 0)
        dict_text(writer, catalog, "Lang", pages->language);
    if (pages->title.len > 0) {
        HPDF_Dict view = dict_dict(catalog, "ViewerPreferences");

        if (view)
            HPDF_Dict_AddBoolean(view, "DisplayDocTitle", HPDF_TRUE);
    }
    return writer_ok(writer, "metadata");
}
