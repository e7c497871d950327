// SPDX-License-Identifier: MIT
// Streams as dictionaries of libharu's and data of our own, which file.c puts
// behind them: packed once, often before this document, and never copied into
// libharu's buffers.
#include "pdf/cache.h"
#include "pdf/writer.h"

#include <hpdf_consts.h>

#include <limits.h>

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
    vec_push(writer->arena, &writer->streams,
             (struct stream_data){object_number(dict), data});
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

const struct str *writer_stream_data(const struct writer *writer, size_t number,
                                     size_t *next)
{
    const struct stream_data_list *streams = &writer->streams;

    while (*next < streams->len && streams->ptr[*next].number < number)
        (*next)++;
    return *next < streams->len && streams->ptr[*next].number == number
               ? &streams->ptr[*next].data
               : NULL;
}
