// SPDX-License-Identifier: MIT
// Sets paragraphs as TeX would, through vita's own path from text to breaks,
// and shows the lines or holds them to those that LuaLaTeX made:
//   texbreaks WIDTH FILE             lines of each paragraph (a line of FILE)
//   texbreaks --points FILE          the text, U+00AD where it can be divided
//   texbreaks --compare FOLDER       a table; fails if a paragraph differs
// Latin Modern Roman 10 pt, American English, microtypography off. FOLDER has
// paragraphs.txt and expected-WIDTH.txt; see tests/tex/generate.sh.
#include "demerits.h"
#include "setter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const int widths_pt[] = {240, 345, 468};
#define WIDTH_COUNT (sizeof widths_pt / sizeof widths_pt[0])

VEC_DECLARE(strs, struct str);
VEC_DECLARE(indexes, size_t);

static struct setting set_paragraph(struct setter *setter, struct str text,
                                    sp width)
{
    struct break_params params = break_params_tex();
    struct setting setting = setter_make_items(setter, text);

    break_paragraph(setter->arena, setting.input.items.ptr,
                    setting.input.items.len, &width, 1, &params,
                    &setting.result);
    return setting;
}

// The text of items [from, to) and what a break at to shows.
static struct str text_of(struct setter *setter, const struct setting *setting,
                          size_t from, size_t to)
{
    const struct break_item *items = setting->input.items.ptr;
    struct buf buf = {.arena = setter->arena};

    for (size_t i = from; i < to; i++) {
        const struct origin *origin = &setting->input.origins.ptr[i];

        if (items[i].kind == BREAK_BOX)
            buf_add(&buf, str_slice(setting->atoms.ptr[origin->atom].text,
                                    origin->from, origin->to));
        else if (items[i].kind == BREAK_GLUE && !items[i].fil)
            buf_add_char(&buf, ' ');
    }
    if (items[to].kind == BREAK_DISC)
        buf_add_char(&buf, '-');
    return buf_str(&buf);
}

static struct strs lines_of(struct setter *setter,
                            const struct setting *setting)
{
    struct strs lines = {0};

    for (size_t i = 0; i < setting->result.lines.len; i++) {
        const struct break_line *line = &setting->result.lines.ptr[i];

        vec_push(setter->arena, &lines,
                 text_of(setter, setting, line->from, line->to));
    }
    return lines;
}

static void print_lines(const char *mark, const struct strs *lines)
{
    for (size_t i = 0; i < lines->len; i++)
        printf("%s%.*s\n", mark, STR_ARG(lines->ptr[i]));
}

// --- Demerits of any breaks --------------------------------------------------

static bool is_discardable(const struct break_item *item)
{
    return item->kind == BREAK_GLUE || item->kind == BREAK_PENALTY;
}

static bool is_legal(const struct break_item *items, size_t i)
{
    if (items[i].kind == BREAK_GLUE)
        return i > 0 && !is_discardable(&items[i - 1]);
    return items[i].kind != BREAK_BOX && items[i].penalty < BREAK_INFINITE;
}

// Finds the item at which a line from item from ends that shows the text;
// SIZE_MAX if there is none.
static size_t find_break(struct setter *setter, const struct setting *setting,
                         size_t from, struct str line)
{
    const struct break_items *items = &setting->input.items;

    for (size_t i = from; i < items->len; i++)
        if (is_legal(items->ptr, i) &&
            str_eq(text_of(setter, setting, from, i), line))
            return i;
    return SIZE_MAX;
}

// Returns the demerits of setting the paragraph with these lines, or -1 if it
// cannot be broken so.
static int64_t demerits_of_lines(struct setter *setter,
                                 const struct setting *setting,
                                 const struct strs *lines, sp width)
{
    const struct break_items *items = &setting->input.items;
    struct break_params params = break_params_tex();
    struct indexes breaks = {0};
    size_t from = 0;

    for (size_t i = 0; i < lines->len; i++) {
        size_t at = find_break(setter, setting, from, lines->ptr[i]);

        if (at == SIZE_MAX)
            return -1;
        if (i + 1 == lines->len)
            at = items->len - 1;
        vec_push(setter->arena, &breaks, at);
        for (from = at + 1;
             from < items->len && is_discardable(&items->ptr[from]);)
            from++;
    }
    return demerits_of(setter->arena, items, breaks.ptr, breaks.len, width,
                       &params);
}

// --- Comparison --------------------------------------------------------------

struct tally {
    int width;
    size_t paragraphs;
    size_t equal;
    size_t lower;  // other breaks, fewer demerits than TeX's
    size_t as_low; // other breaks, as many
};

static bool same_lines(const struct strs *a, const struct strs *b)
{
    if (a->len != b->len)
        return false;
    for (size_t i = 0; i < a->len; i++)
        if (!str_eq(a->ptr[i], b->ptr[i]))
            return false;
    return true;
}

static void compare_paragraph(struct setter *setter, struct str text,
                              const struct strs *expected, struct tally *tally)
{
    sp width = PT(tally->width);
    struct setting setting = set_paragraph(setter, text, width);
    struct strs lines = lines_of(setter, &setting);
    int64_t own;
    int64_t tex;

    tally->paragraphs++;
    if (same_lines(&lines, expected)) {
        tally->equal++;
        return;
    }
    own = demerits_of_lines(setter, &setting, &lines, width);
    tex = demerits_of_lines(setter, &setting, expected, width);
    tally->lower += own < tex;
    tally->as_low += own == tex;
    printf("paragraph %zu at %d pt differs\n", tally->paragraphs, tally->width);
    printf("  vita, demerits %lld, pass %d\n", (long long)own,
           setting.result.pass);
    print_lines("    ", &lines);
    if (tex < 0)
        printf("  TeX, breaks that vita does not allow\n");
    else
        printf("  TeX, demerits %lld\n", (long long)tex);
    print_lines("    ", expected);
}

static struct strs next_expected(struct arena *arena, struct str *text)
{
    struct strs lines = {0};

    while (text->ptr) {
        struct str line = str_split(text, '\n');

        if (line.len == 0)
            break;
        vec_push(arena, &lines, line);
    }
    return lines;
}

static bool read_file(struct arena *arena, struct str path, struct str *text)
{
    FILE *file = fopen(str_to_cstr(arena, path), "rb");
    struct buf buf = {.arena = arena};
    char chunk[4096];
    size_t got;

    if (!file) {
        fprintf(stderr, "texbreaks: cannot read %.*s\n", STR_ARG(path));
        return false;
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        buf_add(&buf, (struct str){chunk, got});
    fclose(file);
    *text = buf_str(&buf);
    return true;
}

static bool compare_width(struct setter *setter, struct arena *files,
                          const char *folder, struct tally *tally)
{
    struct str text;
    struct str expected;

    if (!read_file(files, str_format(files, "%s/paragraphs.txt", folder),
                   &text) ||
        !read_file(
            files,
            str_format(files, "%s/expected-%d.txt", folder, tally->width),
            &expected))
        return false;
    while (text.ptr) {
        struct str paragraph = str_split(&text, '\n');
        struct arena_mark mark = arena_mark(setter->arena);

        if (paragraph.len > 0) {
            struct strs lines = next_expected(setter->arena, &expected);

            compare_paragraph(setter, paragraph, &lines, tally);
        }
        arena_rewind(setter->arena, mark);
    }
    return true;
}

static int compare(struct setter *setter, const char *folder)
{
    struct tally tallies[WIDTH_COUNT] = {0};
    struct arena *files = arena_new();
    bool ok = true;

    for (size_t i = 0; ok && i < WIDTH_COUNT; i++) {
        tallies[i].width = widths_pt[i];
        ok = compare_width(setter, files, folder, &tallies[i]) &&
             tallies[i].paragraphs > 0;
    }
    arena_free(files);
    if (!ok)
        return EXIT_FAILURE;
    printf("| width | paragraphs | equal | differ | of these with fewer "
           "demerits | with as many |\n|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < WIDTH_COUNT; i++) {
        const struct tally *t = &tallies[i];

        printf("| %d pt | %zu | %zu (%.1f %%) | %zu | %zu | %zu |\n", t->width,
               t->paragraphs, t->equal,
               100.0 * (double)t->equal / (double)t->paragraphs,
               t->paragraphs - t->equal, t->lower, t->as_low);
        ok = ok && t->equal == t->paragraphs;
    }
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

// --- Showing -----------------------------------------------------------------

static void show_points(struct setter *setter, struct str text)
{
    struct setting setting = setter_make_items(setter, text);
    const struct break_items *items = &setting.input.items;
    size_t from = 0;

    for (size_t i = 0; i + 1 < items->len; i++) {
        struct str part;

        if (items->ptr[i].kind != BREAK_DISC)
            continue;
        part = text_of(setter, &setting, from, i);
        printf("%.*s\u00ad", (int)part.len - 1, part.ptr);
        from = i;
    }
    text = text_of(setter, &setting, from, items->len - 1);
    printf("%.*s\n", STR_ARG(text));
}

static void show_lines(struct setter *setter, struct str text, int width)
{
    struct setting setting = set_paragraph(setter, text, PT(width));
    struct strs lines = lines_of(setter, &setting);

    print_lines("", &lines);
    putchar('\n');
}

// width 0: points.
static int show(struct setter *setter, const char *path, int width)
{
    struct arena *files = arena_new();
    struct str text = {0};
    bool ok = read_file(files, str_from_cstr(path), &text);

    while (ok && text.ptr) {
        struct str paragraph = str_split(&text, '\n');
        struct arena_mark mark = arena_mark(setter->arena);

        if (paragraph.len > 0 && width > 0)
            show_lines(setter, paragraph, width);
        else if (paragraph.len > 0)
            show_points(setter, paragraph);
        arena_rewind(setter->arena, mark);
    }
    arena_free(files);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    struct setter setter;
    int status;

    if (argc != 3) {
        fputs("usage: texbreaks WIDTH|--points FILE\n"
              "       texbreaks --compare FOLDER\n",
              stderr);
        return 2;
    }
    setter_init(&setter);
    if (strcmp(argv[1], "--compare") == 0)
        status = compare(&setter, argv[2]);
    else
        status = show(&setter, argv[2],
                      strcmp(argv[1], "--points") == 0 ? 0 : atoi(argv[1]));
    setter_done(&setter);
    return status;
}
