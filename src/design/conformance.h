// SPDX-License-Identifier: MIT
// What a PDF can promise and what it can allow: words that the settings and
// the writer share. Values are bits, sets of them are `unsigned`.
#ifndef VITA_DESIGN_CONFORMANCE_H
#define VITA_DESIGN_CONFORMANCE_H

enum conformance {
    CONFORMANCE_UA_1 = 1 << 0, // ISO 14289-1: accessible
    CONFORMANCE_A_2A = 1 << 1, // ISO 19005-2: archival, with structure
    CONFORMANCE_A_2B = 1 << 2, // the same without structure
    CONFORMANCE_A_3B = 1 << 3, // ISO 19005-3: with attached files
};
// At most one of them is set.
#define CONFORMANCE_A_2 (CONFORMANCE_A_2A | CONFORMANCE_A_2B)
#define CONFORMANCE_A (CONFORMANCE_A_2 | CONFORMANCE_A_3B)
#define CONFORMANCE_DEFAULT (CONFORMANCE_UA_1 | CONFORMANCE_A_2A)

// What those may do who do not know the owner's password.
enum permission {
    PERMISSION_PRINT = 1 << 0,
    PERMISSION_COPY = 1 << 1,
    PERMISSION_EDIT = 1 << 2,
    PERMISSION_ANNOTATE = 1 << 3,
};
#define PERMISSION_ALL                                                         \
    (PERMISSION_PRINT | PERMISSION_COPY | PERMISSION_EDIT | PERMISSION_ANNOTATE)

#endif
