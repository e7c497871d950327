// SPDX-License-Identifier: MIT
// An assertion for the tests of src/base.
#ifndef VITA_TESTS_STR_ASSERT_H
#define VITA_TESTS_STR_ASSERT_H

#include "base/length.h"
#include "base/str.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static inline void assert_str(struct str actual, const char *expected)
{
    if (!str_eq_cstr(actual, expected))
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(actual), expected);
}

#endif
