// SPDX-License-Identifier: MIT
// For the tests of src/design: options read from a text.
#ifndef VITA_TESTS_DESIGN_FIXTURE_H
#define VITA_TESTS_DESIGN_FIXTURE_H

#include "profile_fixture.h"

#include "design/design.h"

static inline struct design read_design(struct fixture *f, const char *text)
{
    struct design design;

    fixture_read(f, text);
    design_read(f->arena, f->root, f->diags, &design);
    return design;
}

#endif
