// SPDX-License-Identifier: MIT
// For the tests of text in the PDF: reading it with other programs.
#ifndef VITA_TESTS_PDF_TEXT_CHECKS_H
#define VITA_TESTS_PDF_TEXT_CHECKS_H

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "pdf_page.h"

// Without what mutool prints behind paragraphs and pages.
static inline const char *squeeze(struct draft *draft, struct str text)
{
    struct buf buf = {.arena = draft->arena};

    while (text.ptr) {
        struct str line = str_split(&text, '\n');

        if (line.len > 0 && !str_eq(line, STR("\f"))) {
            buf_add(&buf, line);
            buf_add_char(&buf, '\n');
        }
    }
    return str_to_cstr(draft->arena, buf_str(&buf));
}

static inline void assert_lines_equal(struct str got, struct str want)
{
    while (want.ptr) {
        struct str a = str_split(&got, '\n');
        struct str b = str_split(&want, '\n');

        if (!str_eq(a, b))
            fail_msg("\"%.*s\" instead of \"%.*s\"", STR_ARG(a), STR_ARG(b));
    }
    assert_null(got.ptr);
}

static inline void assert_raw_text(struct draft *draft, const char *want)
{
    struct str text;

    draft_write(draft);
    draft_check(draft);
    text = draft_run_tool(draft, "pdftotext -raw -nopgbrk out.pdf -");
    assert_string_equal(str_to_cstr(draft->arena, str_trim(text)), want);
}

// Glyphs of one cluster, from [first, first + 2), at offset in the text.
static inline void join(struct item *item, size_t first, const char *text)
{
    item->glyphs[first + 1].cluster = item->glyphs[first].cluster;
    item->text = str_from_cstr(text);
}

#endif
