// SPDX-License-Identifier: MIT
// What the document says of itself: /Info and the same as XMP, language, the
// title in the window's bar instead of the file's name, and what its colours
// mean.
#include "pdf/writer.h"
#include "pdf/xmp.h"

#include <time.h>

// PDF's dates have four digits for the year.
#define YEAR_MAX 9999

static bool split_date(const struct writer *writer, struct tm *tm)
{
    time_t time = (time_t)writer->pages->date;

    return gmtime_r(&time, tm) && tm->tm_year + 1900 <= YEAR_MAX &&
           tm->tm_year + 1900 >= 0;
}

struct str writer_date(const struct writer *writer)
{
    struct tm tm;

    if (!split_date(writer, &tm))
        return (struct str){"", 0};
    return str_format(writer->arena, "D:%04d%02d%02d%02d%02d%02dZ",
                      tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
                      tm.tm_min, tm.tm_sec);
}

static struct str iso_date(const struct writer *writer)
{
    struct tm tm;

    if (!split_date(writer, &tm))
        return (struct str){"", 0};
    return str_format(writer->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ",
                      tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
                      tm.tm_min, tm.tm_sec);
}

// Keywords may have commas in brackets, so that they are joined with
// semicolons, as libraries do.
static struct str join(struct arena *arena, const struct str_list *keywords)
{
    struct buf buf = {.arena = arena};

    buf_add(&buf, STR(""));
    for (size_t i = 0; i < keywords->len; i++)
        buf_addf(&buf, "%s%.*s", i > 0 ? "; " : "", STR_ARG(keywords->ptr[i]));
    return buf_str(&buf);
}

// A document without a title is not accessible (ISO 14289-1, 7.1).
static struct str choose_title(struct arena *arena, const struct pages *pages)
{
    struct str title = str_trim(xmp_clean(arena, pages->title));

    if (title.len == 0)
        title = str_trim(xmp_clean(arena, pages->author));
    return title.len > 0 ? title : STR("Curriculum Vitae");
}

static struct xmp describe(const struct writer *writer)
{
    struct arena *arena = writer->arena;
    const struct pages *pages = writer->pages;
    struct xmp xmp = {
        .title = choose_title(arena, pages),
        .author = xmp_clean(arena, pages->author),
        .description = xmp_clean(arena, pages->subject),
        .language = xmp_clean(arena, pages->language),
        .creator_tool = STR("vita"),
        .producer = str_format(arena, "vita %s (libharu %s)", VITA_VERSION,
                               HPDF_GetVersion()),
        .date = iso_date(writer),
        .conformance = writer->options->conformance,
    };

    for (size_t i = 0; i < pages->keywords.len; i++)
        vec_push(arena, &xmp.keywords,
                 xmp_clean(arena, pages->keywords.ptr[i]));
    xmp.joined_keywords = join(arena, &xmp.keywords);
    return xmp;
}

static void add_info(struct writer *writer, const char *key, struct str text)
{
    if (text.len > 0)
        dict_text(writer, writer->doc->info, key, text);
}

// Each entry equals its XMP property.
static void add_all_info(struct writer *writer, const struct xmp *xmp)
{
    struct str date = writer_date(writer);

    add_info(writer, "Title", xmp->title);
    add_info(writer, "Author", xmp->author);
    add_info(writer, "Subject", xmp->description);
    add_info(writer, "Keywords", xmp->joined_keywords);
    add_info(writer, "Creator", xmp->creator_tool);
    add_info(writer, "Producer", xmp->producer); // over libharu's own
    add_info(writer, "CreationDate", date);
    add_info(writer, "ModDate", date);
}

// Without filter, so that programs that know no PDF find it (ISO 19005-2,
// 6.6.2.1).
static void add_packet(struct writer *writer, const struct xmp *xmp)
{
    HPDF_Dict stream =
        writer_plain_stream(writer, xmp_write(writer->arena, xmp));

    dict_name(stream, "Type", "Metadata");
    dict_name(stream, "Subtype", "XML");
    dict_object(writer->doc->catalog, "Metadata", stream);
}

// Archives want to know which RGB it is (ISO 19005-2, 6.2.3).
static void add_output_intent(struct writer *writer)
{
    HPDF_Array intents = dict_array(writer->doc->catalog, "OutputIntents");
    HPDF_Dict intent = writer_dict(writer);
    HPDF_Dict profile =
        writer_packed_stream(writer, pdf_cache_srgb(writer->cache));

    array_object(intents, intent);
    dict_name(intent, "Type", "OutputIntent");
    dict_name(intent, "S", "GTS_PDFA1");
    dict_text(writer, intent, "OutputConditionIdentifier", STR("sRGB"));
    dict_text(writer, intent, "Info", STR("sRGB IEC61966-2.1"));
    dict_text(writer, intent, "RegistryName", STR("http://www.color.org"));
    dict_object(intent, "DestOutputProfile", profile);
    dict_int(profile, "N", 3);
}

bool writer_add_metadata(struct writer *writer)
{
    HPDF_Dict catalog = writer->doc->catalog;
    HPDF_Dict view = dict_dict(catalog, "ViewerPreferences");
    struct xmp xmp = describe(writer);

    add_all_info(writer, &xmp);
    add_packet(writer, &xmp);
    if (xmp.language.len > 0)
        dict_text(writer, catalog, "Lang", xmp.language);
    if (view)
        HPDF_Dict_AddBoolean(view, "DisplayDocTitle", HPDF_TRUE);
    if (xmp.conformance & CONFORMANCE_A)
        add_output_intent(writer);
    return writer_ok(writer, "metadata");
}
