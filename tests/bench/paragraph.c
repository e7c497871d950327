// SPDX-License-Identifier: MIT
// How the time to break a paragraph grows with its length:
//   paragraph [FILE [WIDTH]]
// sets words of FILE (tests/tex/paragraphs.txt), well mixed, as one paragraph
// of 1250 to 10 000 words. Best of RUNS; a measurement, no test.
#include "setter.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 7
#define MIN_WORDS 1250
#define MAX_WORDS 10000
#define WIDTH_PT 345
#define STRIDE 611       // a prime
#define FILE_MAX 1000000 // bytes of the file that are read

VEC_DECLARE(strs, struct str);

struct times {
    double items; // text to items: cutting, shaping, dividing
    double breaks;
    size_t lines;
};

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static struct strs read_words(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = arena_alloc(arena, FILE_MAX);
    struct str rest = {bytes, 0};
    struct strs words = {0};

    if (!file) {
        fprintf(stderr, "paragraph: cannot read %s\n", path);
        exit(EXIT_FAILURE);
    }
    rest.len = fread(bytes, 1, FILE_MAX, file);
    fclose(file);
    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');

        while (line.ptr)
            vec_push(arena, &words, str_split(&line, ' '));
    }
    if (words.len == 0)
        exit(EXIT_FAILURE);
    return words;
}

// Takes every STRIDEth word, so that long texts are like short ones.
static struct str mix_words(struct arena *arena, const struct strs *words,
                            size_t count)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < count; i++) {
        buf_add(&buf, words->ptr[i * STRIDE % words->len]);
        buf_add_char(&buf, ' ');
    }
    return str_trim(buf_str(&buf));
}

static struct times measure(struct setter *setter, struct str text, sp width)
{
    struct times best = {0};

    // The first run fills the caches of shapes and patterns.
    for (int run = 0; run <= RUNS; run++) {
        struct arena_mark mark = arena_mark(setter->arena);
        struct break_params params = break_params_tex();
        double start = now_ms();
        struct setting setting = setter_make_items(setter, text);
        double middle = now_ms();
        double end;

        break_paragraph(setter->arena, setting.input.items.ptr,
                        setting.input.items.len, &width, 1, &params,
                        &setting.result);
        end = now_ms();
        if (run == 1 || middle - start < best.items)
            best.items = middle - start;
        if (run == 1 || end - middle < best.breaks)
            best.breaks = end - middle;
        best.lines = setting.result.lines.len;
        arena_rewind(setter->arena, mark);
    }
    return best;
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : VITA_PARAGRAPHS;
    sp width = PT(argc > 2 ? atoi(argv[2]) : WIDTH_PT);
    struct arena *arena = arena_new();
    struct setter setter;
    struct strs words = read_words(arena, path);
    double before = 0;

    setter_init(&setter);
    printf("%8s %8s %10s %10s %14s %8s\n", "words", "lines", "items ms",
           "breaks ms", "us a word", "ratio");
    for (size_t count = MIN_WORDS; count <= MAX_WORDS; count *= 2) {
        struct times times =
            measure(&setter, mix_words(arena, &words, count), width);
        double sum = times.items + times.breaks;

        printf("%8zu %8zu %10.2f %10.2f %14.3f", count, times.lines,
               times.items, times.breaks, sum * 1e3 / (double)count);
        if (before > 0)
            printf(" %8.2f", sum / before);
        putchar('\n');
        before = sum;
    }
    setter_done(&setter);
    arena_free(arena);
    return EXIT_SUCCESS;
}
