// SPDX-License-Identifier: MIT
// Streams, whose data libharu does not see: it holds their dictionaries, and
// file.c puts the data behind them. The data must live as long as the writer.
#ifndef VITA_PDF_STREAM_H
#define VITA_PDF_STREAM_H

#include "base/str.h"

#include <hpdf.h>

struct writer;

// The data of a stream, as it stands in the file.
struct stream_data {
    size_t number; // of the object
    struct str data;
};
VEC_DECLARE(stream_data_list, struct stream_data);

// A stream of deflated data, and one of data that is deflated already.
HPDF_Dict writer_stream(struct writer *writer, struct str data);
HPDF_Dict writer_packed_stream(struct writer *writer, struct str packed);
// Without filter, unless the caller adds one to the array that is returned.
HPDF_Dict writer_plain_stream(struct writer *writer, struct str data);
// Gives a page its content, instead of the stream that libharu made for it.
void writer_set_content(struct writer *writer, HPDF_Page page,
                        struct str content);
// Returns the data of the object with that number, or NULL. Numbers must
// ascend from call to call; *next is 0 at the first.
const struct str *writer_stream_data(const struct writer *writer, size_t number,
                                     size_t *next);

#endif
