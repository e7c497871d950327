// SPDX-License-Identifier: MIT
// Dates and counted words as the language has them (locale.date_style).
#ifndef VITA_COMPOSE_NATIVE_DATES_H
#define VITA_COMPOSE_NATIVE_DATES_H

#include "compose/context.h"

// Returns the date in the language's order, with its names and marks: "17.
// Jan. 2024". What of it is shown, and whether months are written in full, is
// what the design's template for dates says. Empty if the locale does not want
// that, if the date has no shape (free text, the present), or if the template
// has a shape of its own: marks or words beside the names of parts, or months
// as numbers.
struct str native_date_format(const struct context *context,
                              const struct date *date);

// Returns the form for count, a template with COUNT: "COUNT years".
struct str native_form(const struct context *context,
                       const struct plural_forms *forms, int count);

#endif
