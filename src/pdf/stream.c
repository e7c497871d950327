// SPDX-License-Identifier: MIT
// Streams as dictionaries of libharu's and data of our own, which file.c puts
// behind them: packed once, often before this document, and never copied into
// libharu's buffers. Objects as text have a number of libharu's, which stands
// for them in its table.
#include "pdf/cache.h"
#include "pdf/writer.h"

#include <hpdf_consts.h>

#include <limits.h>

// What a CV's objects take; a buffer that has to grow is copied.
#define TEXTS_SIZE ((size_t)32 * 1024)

struct buf buf_of(struct arena *arena, size_t size)
{
    return (struct buf){
        .arena = arena, .ptr = arena_alloc(arena, size), .cap = size};
}

static struct object_part *part_of(struct writer *writer, size_t number)
{
    while (writer->parts.len <= number)
        vec_push(writer->arena, &writer->parts, (struct object_part){0});
    return &writer->parts.ptr[number];
}

const struct object_part *writer_part(const struct writer *writer,
                                      size_t number)
{
    return number < writer->parts.len ? &writer->parts.ptr[number] : NULL;
}

HPDF_Dict writer_plain_stream(struct writer *writer, struct str data)
{
    HPDF_Dict dict;

    if (data.len > INT_MAX) {
        writer_fail(writer, "a stream is larger than 2 GiB");
        return NULL;
    }
    dict = writer_dict(writer);
    if (!dict)
        return NULL;
    dict_int(dict, "Length", (int64_t)data.len);
    part_of(writer, object_number(dict))->data =
        data.ptr ? data : (struct str){"", 0};
    return dict;
}

HPDF_Dict writer_packed_stream(struct writer *writer, struct str packed)
{
    HPDF_Dict dict = writer_plain_stream(writer, packed);

    array_name(dict_array(dict, "Filter"), "FlateDecode");
    return dict;
}

HPDF_Dict writer_stream(struct writer *writer, struct str data)
{
    return writer_packed_stream(
        writer, pdf_cache_deflate(writer->cache, writer->arena, data));
}

// The object is not written, though the document frees it.
static void drop_object(struct writer *writer, const void *object)
{
    HPDF_XrefEntry entry =
        HPDF_Xref_GetEntry(writer->doc->xref, (HPDF_UINT)object_number(object));

    if (entry)
        entry->entry_typ = HPDF_FREE_ENTRY;
}

void writer_set_content(struct writer *writer, HPDF_Page page,
                        struct str content)
{
    HPDF_PageAttr attr = page->attr;
    HPDF_Dict stream = writer_stream(writer, content);
    void *length =
        HPDF_Dict_GetItem(attr->contents, "Length", HPDF_OCLASS_NUMBER);

    if (length)
        drop_object(writer, length);
    drop_object(writer, attr->contents);
    dict_object(page, "Contents", stream);
}

size_t writer_reserve(struct writer *writer)
{
    HPDF_Number object = HPDF_Number_New(writer->doc->mmgr, 0);

    // HPDF_Xref_Add() frees the object when it fails.
    if (!object || HPDF_Xref_Add(writer->doc->xref, object) != HPDF_OK)
        return 0;
    return object_number(object);
}

struct buf *writer_begin_text(struct writer *writer)
{
    if (!writer->texts.arena)
        writer->texts = buf_of(writer->arena, TEXTS_SIZE);
    writer->text_begin = writer->texts.len;
    return &writer->texts;
}

void writer_end_text(struct writer *writer, size_t number)
{
    struct object_part *part;

    if (number == 0)
        return;
    part = part_of(writer, number);
    part->text = writer->text_begin;
    part->text_end = writer->texts.len;
}

void *reserved_object(struct writer *writer, size_t number)
{
    HPDF_XrefEntry entry =
        number > 0 ? HPDF_Xref_GetEntry(writer->doc->xref, (HPDF_UINT)number)
                   : NULL;

    return entry ? entry->obj : NULL;
}

void buf_add_ref(struct buf *buf, size_t number)
{
    buf_add_count(buf, number);
    buf_add(buf, STR(" 0 R"));
}

void buf_add_bytes(struct buf *buf, struct str bytes)
{
    // A carriage return would be read as a line feed.
    static const char escapes[256] = {
        ['('] = '(', [')'] = ')', ['\\'] = '\\', ['\r'] = 'r'};
    size_t from = 0;

    buf_add_char(buf, '(');
    for (size_t i = 0; i < bytes.len; i++) {
        char escape = escapes[(unsigned char)bytes.ptr[i]];

        if (!escape)
            continue;
        buf_add(buf, str_slice(bytes, from, i));
        buf_add_char(buf, '\\');
        buf_add_char(buf, escape);
        from = i + 1;
    }
    buf_add(buf, str_slice(bytes, from, bytes.len));
    buf_add_char(buf, ')');
}
