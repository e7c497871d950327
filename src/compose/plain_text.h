// SPDX-License-Identifier: MIT
// The document as plain text in reading order: for forms that want a CV
// pasted, and for tests that hold the PDF's text to it.
#ifndef VITA_COMPOSE_PLAIN_TEXT_H
#define VITA_COMPOSE_PLAIN_TEXT_H

#include "compose/document.h"

// Returns one line for each paragraph, unwrapped, with empty lines between
// the entries and the sections. Footer and top note are left out.
struct str document_plain_text(struct arena *arena,
                               const struct document *document);

#endif
