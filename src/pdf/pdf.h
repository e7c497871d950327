// SPDX-License-Identifier: MIT
// Pages to PDF through libharu; src/pdf is the only folder that includes
// hpdf*.h. Works with libharu 2.3.0 to 2.4.x.
#ifndef VITA_PDF_PDF_H
#define VITA_PDF_PDF_H

#include "layout/pages.h"

// Writes pages as a PDF 1.7 file into *pdf (bytes in the arena). Equal pages
// give equal bytes. On failure returns false with the reason in *error.
bool pdf_write(struct arena *arena, const struct pages *pages, struct str *pdf,
               struct str *error) __attribute__((warn_unused_result));

#endif
