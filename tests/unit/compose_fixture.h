// SPDX-License-Identifier: MIT
// For the tests of src/compose: the context of a whole profile, and spans
// written as text.
#ifndef VITA_TESTS_COMPOSE_FIXTURE_H
#define VITA_TESTS_COMPOSE_FIXTURE_H

#include "profile_fixture.h"

#include "compose/context.h"
#include "compose/values.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct compose_fixture {
    struct fixture f;
    struct design design;
    struct locale locale;
    struct settings settings;
    struct context context;
};

// Reads a profile that must be right; today is 2026-01-01.
static inline void compose_read(struct compose_fixture *c, const char *text)
{
    struct fixture *f = &c->f;

    *c = (struct compose_fixture){0};
    fixture_profile(f, text);
    design_read(f->arena, f->profile.design, f->diags, &c->design);
    locale_read(f->arena, f->profile.locale, f->diags, &c->locale);
    settings_read(f->arena, f->profile.settings, 1767225600, f->diags,
                  &c->settings);
    assert_int_equal(diags_errors(f->diags), 0);
    c->context = (struct context){
        .arena = f->arena,
        .diags = f->diags,
        .cv = &f->profile.cv,
        .design = &c->design,
        .locale = &c->locale,
        .settings = &c->settings,
        .folder = STR("folder"),
    };
    for (int i = 0; i < FACE_ROLES; i++)
        c->context.styles[i] = (struct text_style){
            .family = STR("Source Sans 3"), .weight = 400, .size = PT(10)};
    placeholders_collect(&c->context);
}

static inline void compose_free(struct compose_fixture *c)
{
    fixture_free(&c->f);
}

static inline void add_span_style(struct buf *buf, const struct span *span)
{
    buf_add_cstr(buf, span->style.weight == 700 ? "b" : "");
    buf_add_cstr(buf, span->style.italic ? "i" : "");
    buf_add_cstr(buf, span->style.code ? "c" : "");
    buf_add_cstr(buf, span->style.underline ? "u" : "");
    buf_add_cstr(buf, span->style.strike ? "s" : "");
    buf_add_cstr(buf, span->style.small_caps ? "k" : "");
    buf_add_cstr(buf, span->style.script == SCRIPT_SUPER ? "^" : "");
    buf_add_cstr(buf, span->style.script == SCRIPT_SUB ? "_" : "");
    buf_add_cstr(buf, span->logo ? "L" : "");
    if (span->language.len > 0)
        buf_addf(buf, "@%.*s", STR_ARG(span->language));
    if (span->url.len > 0)
        buf_addf(buf, "(%.*s)", STR_ARG(span->url));
    if (span->target.len > 0)
        buf_addf(buf, "(#%.*s)", STR_ARG(span->target));
    buf_add_cstr(buf, span->raise > 0 ? "^" : "");
}

// "plain{b:bold}{i:italic}{(url):link}{(#anchor):link}{^:raised}{icon name}":
// neighbours of one style count as one.
static inline const char *spans_written(struct arena *arena,
                                        const struct span_list *spans)
{
    static const char *const kinds[] = {
        "", "break", "space", "icon", "separator", "page", "pages", "formula"};
    struct buf out = {.arena = arena};
    struct str open = {"", 0};

    for (size_t i = 0; i < spans->len; i++) {
        const struct span *span = &spans->ptr[i];
        struct buf style = {.arena = arena};

        add_span_style(&style, span);
        if (open.len > 0 &&
            (span->kind != SPAN_TEXT || !str_eq(open, buf_str(&style)))) {
            buf_add_char(&out, '}');
            open.len = 0;
        }
        if (span->kind != SPAN_TEXT) {
            buf_addf(&out, "{%s %.*s}", kinds[span->kind], STR_ARG(span->text));
            continue;
        }
        if (open.len == 0 && style.len > 0)
            buf_addf(&out, "{%.*s:", STR_ARG(buf_str(&style)));
        open = buf_str(&style);
        buf_add(&out, span->text);
    }
    if (open.len > 0)
        buf_add_char(&out, '}');
    return str_to_cstr(arena, buf_str(&out));
}

#endif
