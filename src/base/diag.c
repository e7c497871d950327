// SPDX-License-Identifier: MIT
// Collecting and printing diagnostics in the compilers' form:
//   file:line:column: error: message
//       source line
//            ^~~~
//   hint: ...
#include "base/diag.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <stdlib.h>

// Beyond this the user mends the first ones; a hostile file must not flood.
#define DIAG_MAX 200
// A longer source line is shown as the part around the caret.
#define EXCERPT_MAX 100

struct diag {
    enum severity severity;
    struct pos pos;
    struct str message;
    struct str hint;
    size_t number; // order of arrival, to keep sorting stable
};

VEC_DECLARE(diag_list, struct diag);

struct diags {
    struct arena *arena;
    struct diag_list list;
    size_t counts[2]; // by severity, those past DIAG_MAX included
    size_t reports;   // those that were known, too
};

struct diags *diags_new(struct arena *arena)
{
    struct diags *diags = arena_new_of(arena, struct diags);

    diags->arena = arena;
    return diags;
}

struct arena *diags_arena(const struct diags *diags)
{
    return diags->arena;
}

static bool is_known(const struct diags *diags, const struct diag *diag)
{
    for (size_t i = 0; i < diags->list.len; i++) {
        const struct diag *other = &diags->list.ptr[i];

        if (other->pos.source == diag->pos.source &&
            other->pos.line == diag->pos.line &&
            other->pos.column == diag->pos.column &&
            other->severity == diag->severity &&
            str_eq(other->message, diag->message))
            return true;
    }
    return false;
}

static void add(struct diags *diags, enum severity severity, struct pos pos,
                struct str hint, struct str message)
{
    struct diag diag = {severity, pos, message, str_copy(diags->arena, hint),
                        diags->list.len};

    diags->reports++;
    if (is_known(diags, &diag))
        return;
    diags->counts[severity]++;
    // A warning never pushes out an error that comes later.
    if (diags->counts[severity] <= DIAG_MAX)
        vec_push(diags->arena, &diags->list, diag);
}

void diag_error(struct diags *diags, struct pos pos, struct str hint,
                const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(diags, SEVERITY_ERROR, pos, hint,
        str_vformat(diags->arena, format, args));
    va_end(args);
}

void diag_warning(struct diags *diags, struct pos pos, struct str hint,
                  const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(diags, SEVERITY_WARNING, pos, hint,
        str_vformat(diags->arena, format, args));
    va_end(args);
}

size_t diags_errors(const struct diags *diags)
{
    return diags->counts[SEVERITY_ERROR];
}

size_t diags_warnings(const struct diags *diags)
{
    return diags->counts[SEVERITY_WARNING];
}

size_t diags_reports(const struct diags *diags)
{
    return diags->reports;
}

static int compare(const void *a_ptr, const void *b_ptr)
{
    const struct diag *a = a_ptr;
    const struct diag *b = b_ptr;
    int order_a = a->pos.source ? a->pos.source->order : -1;
    int order_b = b->pos.source ? b->pos.source->order : -1;

    if (order_a != order_b)
        return order_a < order_b ? -1 : 1;
    if (a->pos.line != b->pos.line)
        return a->pos.line < b->pos.line ? -1 : 1;
    if (a->pos.column != b->pos.column)
        return a->pos.column < b->pos.column ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

// Returns the line's text without its end, or an empty text.
static struct str source_line(const struct source *source, uint32_t line)
{
    struct str rest = source->text;
    struct str text = {"", 0};

    for (uint32_t i = 0; i < line && rest.ptr; i++)
        text = str_split(&rest, '\n');
    if (text.len > 0 && text.ptr[text.len - 1] == '\r')
        text.len--;
    return text;
}

// Prints the characters [first, first + EXCERPT_MAX) of the line; a tab is
// one blank, a control character a question mark, so that the caret stands
// where it should and no terminal is harmed.
static void print_excerpt(FILE *file, struct str line, size_t first,
                          uint32_t column, uint32_t length)
{
    size_t index = 0;
    size_t shown = 0;

    fputs("    ", file);
    for (size_t offset = 0; offset < line.len && shown < EXCERPT_MAX; index++) {
        size_t start = offset;
        uint32_t rune = utf8_next(line, &offset);

        if (index < first)
            continue;
        shown++;
        if (rune == '\t')
            fputc(' ', file);
        else if (rune < 0x20 || rune == 0x7f || rune == 0xFFFD)
            fputc('?', file);
        else
            fwrite(line.ptr + start, 1, offset - start, file);
    }
    fprintf(file, "\n    %*s^", (int)(column - 1 - first), "");
    for (uint32_t i = 1; i < length && column - 1 - first + i < shown; i++)
        fputc('~', file);
    fputc('\n', file);
}

static void print_place(FILE *file, struct pos pos, bool colour)
{
    if (colour)
        fputs("\033[1m", file);
    if (pos.source) {
        fprintf(file, "%.*s:", STR_ARG(pos.source->name));
        if (pos.line > 0)
            fprintf(file, "%u:%u:", pos.line, pos.column);
    } else {
        fputs("vita:", file);
    }
    fputc(' ', file);
}

static void print_diag(FILE *file, const struct diag *diag, bool colour)
{
    bool error = diag->severity == SEVERITY_ERROR;

    print_place(file, diag->pos, colour);
    if (colour)
        fputs(error ? "\033[31m" : "\033[35m", file);
    fputs(error ? "error: " : "warning: ", file);
    if (colour)
        fputs("\033[0m", file);
    fprintf(file, "%.*s\n", STR_ARG(diag->message));
    if (diag->pos.source && diag->pos.line > 0) {
        struct str line = source_line(diag->pos.source, diag->pos.line);
        uint32_t column = diag->pos.column > 0 ? diag->pos.column : 1;
        size_t first = column > EXCERPT_MAX ? column - EXCERPT_MAX / 2 : 0;

        print_excerpt(file, line, first, column, diag->pos.length);
    }
    if (diag->hint.len > 0)
        fprintf(file, "    hint: %.*s\n", STR_ARG(diag->hint));
}

void diags_print(const struct diags *diags, FILE *file, bool warnings,
                 bool colour)
{
    size_t count = diags->list.len;
    size_t total = diags->counts[SEVERITY_ERROR] +
                   (warnings ? diags->counts[SEVERITY_WARNING] : 0);
    size_t shown = 0;

    if (count == 0)
        return;
    qsort(diags->list.ptr, count, sizeof *diags->list.ptr, compare);
    for (size_t i = 0; i < count; i++) {
        const struct diag *diag = &diags->list.ptr[i];

        if (diag->severity == SEVERITY_WARNING && !warnings)
            continue;
        print_diag(file, diag, colour);
        shown++;
    }
    if (total > shown)
        fprintf(file, "vita: %zu more not shown\n", total - shown);
}
