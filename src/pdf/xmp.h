// SPDX-License-Identifier: MIT
// The XMP packet (ISO 16684-1): what the document says of itself, as RDF in
// XML. It repeats /Info, and is where a file claims to follow PDF/A and
// PDF/UA.
#ifndef VITA_PDF_XMP_H
#define VITA_PDF_XMP_H

#include "base/str.h"

// Texts are UTF-8; an empty one leaves its property out.
struct xmp {
    struct str title;
    struct str author;
    struct str description;
    struct str language; // BCP 47
    struct str_list keywords;
    struct str joined_keywords; // as in /Info
    struct str creator_tool;
    struct str producer;
    struct str date;      // "2026-01-31T12:00:00Z"
    unsigned conformance; // of enum conformance
};

// Returns text without what XML 1.0 cannot hold; blanks of all kinds become
// spaces, for readers of XML change them. Malformed bytes become U+FFFD.
// /Info must have the same text.
struct str xmp_clean(struct arena *arena, struct str text);

// Returns the packet. Equal input gives equal bytes.
struct str xmp_write(struct arena *arena, const struct xmp *xmp);

#endif
