// SPDX-License-Identifier: MIT
// What libharu does not see of the objects that it numbers: the data of
// streams, whose dictionaries it holds, and whole objects written as text,
// for a tagged document has hundreds that are not worth a dictionary of
// libharu's each. file.c puts all together.
#ifndef VITA_PDF_STREAM_H
#define VITA_PDF_STREAM_H

#include "base/str.h"

#include <hpdf.h>

struct writer;

// What there is of an object besides libharu's.
struct object_part {
    struct str data;       // of a stream, as it stands in the file
    size_t text, text_end; // in the writer's texts; both 0: libharu's own
};
VEC_DECLARE(object_part_list, struct object_part);

// A stream of deflated data, and one of data that is deflated already. Data
// must live as long as the writer.
HPDF_Dict writer_stream(struct writer *writer, struct str data);
HPDF_Dict writer_packed_stream(struct writer *writer, struct str packed);
// Without filter, unless the caller adds one to the array that is returned.
HPDF_Dict writer_plain_stream(struct writer *writer, struct str data);
// Gives a page its content, instead of the stream that libharu made for it.
void writer_set_content(struct writer *writer, HPDF_Page page,
                        struct str content);

// Returns the parts of the object with that number, or NULL.
const struct object_part *writer_part(const struct writer *writer,
                                      size_t number);

// Makes an object that is to be written as text; returns its number, 0 on
// failure. It is no stream and holds no number alone.
size_t writer_reserve(struct writer *writer);
// What is added to the buffer between the two calls is that object's text.
struct buf *writer_begin_text(struct writer *writer);
void writer_end_text(struct writer *writer, size_t number);
// Returns what stands for such an object where libharu refers to it.
void *reserved_object(struct writer *writer, size_t number);

// Returns a buffer that takes so many bytes without growing.
struct buf buf_of(struct arena *arena, size_t size);
// Appends "12 0 R".
void buf_add_ref(struct buf *buf, size_t number);
// Appends a string of any bytes. In an object's text it needs no encryption,
// for the object stream that it is in has it.
void buf_add_bytes(struct buf *buf, struct str bytes);

#endif
