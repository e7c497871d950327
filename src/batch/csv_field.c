// SPDX-License-Identifier: MIT
// libcsv quotes every field, which every reader takes.
#include "batch/csv_field.h"

#include <csv.h>

void csv_add_field(struct buf *out, struct str field)
{
    size_t size = csv_write(NULL, 0, field.ptr, field.len);
    char *quoted = arena_alloc(out->arena, size + 1);

    (void)csv_write(quoted, size, field.ptr, field.len);
    buf_add(out, (struct str){quoted, size});
    buf_add_char(out, ',');
}
