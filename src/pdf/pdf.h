// SPDX-License-Identifier: MIT
// Pages to PDF through libharu; src/pdf is the only folder that includes
// hpdf*.h. Works with libharu 2.3.0 to 2.4.x.
#ifndef VITA_PDF_PDF_H
#define VITA_PDF_PDF_H

#include "base/diag.h"
#include "design/conformance.h"
#include "design/design.h"
#include "layout/pages.h"

struct pdf_cache; // cache.h

// All zero means a plain PDF 1.7.
struct pdf_options {
    unsigned conformance; // of enum conformance
    // The profile's bytes and its file name, to be attached; ptr NULL: none.
    struct str source;
    struct str source_name;
    // UTF-8 with a Latin-1 character each, at most 32 of them. If neither is
    // there the file is not encrypted. Not with PDF/A.
    struct str password;       // to open it
    struct str owner_password; // to do everything; empty: as password
    unsigned permissions;      // of enum permission
    struct pdf_cache *cache;   // of earlier documents, or NULL
};

// Tells what in the pages keeps a file from conforming: errors if the options
// ask for conformance, otherwise warnings of what the law forbids. The design
// is where fonts were asked for.
void pdf_check(const struct pages *pages, const struct pdf_options *options,
               const struct design *design, struct diags *diags);

// Writes pages as a PDF 1.7 file into *pdf (bytes in the arena). Equal pages
// and options give equal bytes. On failure returns false with the reason in
// *error.
bool pdf_write(struct arena *arena, const struct pages *pages,
               const struct pdf_options *options, struct str *pdf,
               struct str *error) __attribute__((warn_unused_result));

#endif
