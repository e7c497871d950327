// SPDX-License-Identifier: MIT
// The pipeline from pages to bytes. libharu numbers objects in the order of
// their making, so equal pages give equal bytes; the file's identifier is the
// MD5 of the file itself with zeros in its place, never a time or a random
// number.
#include "pdf/pdf.h"

#include "pdf/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ID_LENGTH 16
// "/ID [ <32 digits> <32 digits> ]"
#define ID_ENTRY_LENGTH 77
// libharu writes the trailer last; it is shorter than this.
#define TRAILER_MAX 2048

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

    if (!ptr) {
        fputs("vita: out of memory\n", stderr);
        exit(3);
    }
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

static bool reserve_id(struct writer *writer)
{
    HPDF_Array id = dict_array(writer->doc->trailer, "ID");
    HPDF_BYTE zeros[ID_LENGTH] = {0};

    for (int i = 0; i < 2; i++)
        array_object(id,
                     HPDF_Binary_New(writer->doc->mmgr, zeros, sizeof zeros));
    return writer_ok(writer, "trailer");
}

static bool save(struct writer *writer, char **bytes, size_t *len)
{
    HPDF_UINT32 size;
    HPDF_UINT32 read;

    HPDF_SaveToStream(writer->doc);
    if (!writer_ok(writer, "file"))
        return false;
    size = HPDF_GetStreamSize(writer->doc);
    *bytes = arena_alloc(writer->arena, size);
    *len = size;
    read = size;
    HPDF_ResetStream(writer->doc);
    HPDF_ReadFromStream(writer->doc, (HPDF_BYTE *)*bytes, &read);
    if (read != size)
        return writer_fail(writer, "cannot read the PDF back from libharu");
    return true;
}

// Returns the place of the reserved identifier, or NULL.
static char *find_id(char *bytes, size_t len)
{
    static const char mark[] = "/ID [ <00000000";
    size_t first = len > TRAILER_MAX ? len - TRAILER_MAX : 0;

    for (size_t i = first; i + ID_ENTRY_LENGTH <= len; i++)
        if (memcmp(bytes + i, mark, sizeof mark - 1) == 0)
            return bytes + i;
    return NULL;
}

static bool set_id(struct writer *writer, char *bytes, size_t len)
{
    static const char digits[] = "0123456789ABCDEF";
    struct HPDF_MD5Context md5;
    HPDF_BYTE digest[ID_LENGTH];
    char *at = find_id(bytes, len);

    if (!at)
        return writer_fail(writer, "libharu wrote no file identifier");
    HPDF_MD5Init(&md5);
    HPDF_MD5Update(&md5, (const HPDF_BYTE *)bytes, (HPDF_UINT32)len);
    HPDF_MD5Final(digest, &md5);
    for (int part = 0; part < 2; part++) {
        at = strchr(at, '<') + 1;
        for (size_t i = 0; i < ID_LENGTH; i++) {
            *at++ = digits[digest[i] >> 4];
            *at++ = digits[digest[i] & 0xF];
        }
    }
    return true;
}

static bool write_document(struct writer *writer, struct str *pdf)
{
    char *bytes = NULL;
    size_t len = 0;
    bool ok = open_document(writer) && writer_add_fonts(writer) &&
              writer_add_images(writer) && writer_add_pages(writer) &&
              writer_add_links(writer) && writer_add_outline(writer) &&
              writer_add_metadata(writer) && reserve_id(writer) &&
              save(writer, &bytes, &len) && set_id(writer, bytes, len);

    if (ok)
        *pdf = (struct str){bytes, len};
    return ok;
}

bool pdf_write(struct arena *arena, const struct pages *pages, struct str *pdf,
               struct str *error)
{
    struct writer writer = {.arena = arena, .pages = pages, .error = error};
    bool ok;

    *error = (struct str){NULL, 0};
    if (pages->pages.len == 0)
        return writer_fail(&writer, "there is no page to write");
    ok = write_document(&writer, pdf);
    HPDF_Free(writer.doc);
    return ok;
}
