// SPDX-License-Identifier: MIT
// For the tests of markup: a text and the spans that come of it.
#ifndef VITA_TESTS_MARKUP_FIXTURE_H
#define VITA_TESTS_MARKUP_FIXTURE_H

#include "compose_fixture.h"

#include "compose/markup.h"

static const char profile[] = "cv: {name: J}\n"
                              "settings:\n"
                              "  bold_keywords: [Python, C, \"O'Reilly\", "
                              "Freedom 7, Zürich]\n";

struct markup_case {
    const char *text, *spans; // spans NULL: the text as it is
};

static inline void check(const char *yaml, const struct markup_case *cases,
                         size_t count, bool keywords)
{
    for (size_t i = 0; i < count; i++) {
        struct compose_fixture c;
        struct span_list spans = {0};
        const char *written;
        const char *expected;

        compose_read(&c, yaml);
        markup_append(&c.context,
                      (struct text){str_from_cstr(cases[i].text), {0}},
                      c.context.styles[FACE_BODY], NULL, keywords, &spans);
        written = spans_written(c.f.arena, &spans);
        expected = cases[i].spans ? cases[i].spans : cases[i].text;
        if (strcmp(written, expected) != 0)
            fail_msg("%s\nis  %s\nnot %s", cases[i].text, written, expected);
        compose_free(&c);
    }
}

// What text is set as, in the arena.
static inline const char *written(struct compose_fixture *c, struct str text)
{
    struct span_list spans = {0};

    markup_append(&c->context, (struct text){text, {0}},
                  c->context.styles[FACE_BODY], NULL, true, &spans);
    return spans_written(c->f.arena, &spans);
}

#endif
