// SPDX-License-Identifier: MIT
// The pipeline from pages to bytes. libharu numbers objects in the order of
// their making, so equal pages give equal bytes.
#include "pdf/pdf.h"

#include "pdf/writer.h"

#include <stdio.h>
#include <stdlib.h>

// libharu also calls it for errors that it returns; they stay in the
// document, where writer_ok() finds them.
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)error;
    (void)detail;
    (void)user;
}

// libharu uses freed objects after an allocation failed (seen in 2.3.0 and
// 2.4.6), so that it must never see one; out of memory ends as in the arena.
static void *allocate(HPDF_UINT size)
{
    void *ptr = malloc(size > 0 ? size : 1);

    if (!ptr)
        arena_exhausted();
    return ptr;
}

static bool open_document(struct writer *writer)
{
    writer->doc = HPDF_NewEx(ignore_error, allocate, free, 0, NULL);
    if (!writer->doc)
        return writer_fail(writer, "cannot start the PDF");
    writer->doc->pdf_version = HPDF_VER_17;
    HPDF_SetCompressionMode(writer->doc, HPDF_COMP_ALL);
    return writer_ok(writer, "document");
}

static bool write_document(struct writer *writer, struct str *pdf)
{
    return open_document(writer) && writer_add_fonts(writer) &&
           writer_add_images(writer) && writer_add_pages(writer) &&
           writer_add_links(writer) && writer_add_outline(writer) &&
           writer_add_destinations(writer) && writer_add_page_labels(writer) &&
           writer_add_structure(writer) && writer_add_metadata(writer) &&
           writer_add_source(writer) && writer_save(writer, pdf);
}

bool pdf_write(struct arena *arena, const struct pages *pages,
               const struct pdf_options *options, struct str *pdf,
               struct str *error)
{
    struct writer writer = {
        .arena = arena, .pages = pages, .options = options, .error = error};
    bool ok;

    *error = (struct str){NULL, 0};
    if (pages->pages.len == 0)
        return writer_fail(&writer, "there is no page to write");
    writer.cache = options->cache ? options->cache : pdf_cache_new();
    pdf_cache_settle(writer.cache);
    ok = write_document(&writer, pdf);
    HPDF_Free(writer.doc);
    if (!options->cache)
        pdf_cache_free(writer.cache);
    return ok;
}
