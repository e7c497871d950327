// SPDX-License-Identifier: MIT
// Reads what record.c recorded. The files are its own, so that anything odd
// in them ends the program.
#include "floor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define URL_BYTES 1024
#define PATH_BYTES 4096

void die(const char *message)
{
    fprintf(stderr, "bench_floor: %s\n", message);
    exit(EXIT_FAILURE);
}

static void *more(void *old, size_t count, size_t size)
{
    void *grown = realloc(old, (count + 1) * size);

    if (!grown)
        die("out of memory");
    memset((char *)grown + count * size, 0, size);
    return grown;
}

void *array(size_t count, size_t size)
{
    void *made = calloc(count + 1, size);

    if (!made)
        die("out of memory");
    return made;
}

static void expect(int got, int wanted)
{
    if (got != wanted)
        die("pages.txt is not what bench_record writes");
}

static struct blob read_blob(const struct recording *recording,
                             const char *suffix)
{
    char path[PATH_BYTES];
    struct blob blob = {0};
    FILE *file;
    int byte;

    snprintf(path, sizeof path, "%s/%zu.%s", recording->folder,
             recording->face_count, suffix);
    file = fopen(path, "rb");
    if (!file)
        die("a font's file is missing");
    while ((byte = getc(file)) != EOF) {
        blob.ptr = more(blob.ptr, blob.len, 1);
        blob.ptr[blob.len++] = (unsigned char)byte;
    }
    fclose(file);
    return blob;
}

static void read_face(struct recording *recording, FILE *file)
{
    struct face face = {0};

    expect(fscanf(file, "%d %127s", &face.cff, face.name), 2);
    for (size_t i = 0; i < 8; i++)
        expect(fscanf(file, "%d", &face.metrics[i]), 1);
    expect(fscanf(file, "%zu", &face.count), 1);
    face.widths = array(face.count, sizeof *face.widths);
    for (size_t i = 0; i < face.count; i++)
        expect(fscanf(file, "%d", &face.widths[i]), 1);
    face.file = read_blob(recording, "font");
    face.cmap = read_blob(recording, "cmap");
    recording->faces =
        more(recording->faces, recording->face_count, sizeof face);
    recording->faces[recording->face_count++] = face;
}

static void read_glyphs(struct thing *thing, FILE *file)
{
    expect(fscanf(file, "%x %f %f %zu %f %d %zu", &thing->colour, &thing->x,
                  &thing->y, &thing->face, &thing->size, &thing->expansion,
                  &thing->count),
           7);
    thing->glyphs = array(thing->count, sizeof *thing->glyphs);
    for (size_t i = 0; i < thing->count; i++)
        expect(fscanf(file, "%f %u", &thing->glyphs[i].back,
                      &thing->glyphs[i].code),
               2);
}

static void read_path(struct thing *thing, FILE *file)
{
    static const int numbers[] = {2, 2, 6, 0};

    expect(fscanf(file, "%x %zu", &thing->colour, &thing->count), 2);
    thing->segments = array(thing->count, sizeof *thing->segments);
    for (size_t i = 0; i < thing->count; i++) {
        struct segment *segment = &thing->segments[i];

        expect(fscanf(file, "%d", &segment->op), 1);
        if (segment->op < 0 || segment->op > 3)
            die("an icon has an unknown operator");
        for (int k = 0; k < numbers[segment->op]; k++)
            expect(fscanf(file, "%f", &segment->points[k]), 1);
    }
}

static void read_link(struct thing *thing, FILE *file)
{
    thing->url = array(URL_BYTES, 1);
    expect(fscanf(file, "%f %f %f %f %1023s", &thing->x, &thing->y,
                  &thing->width, &thing->height, thing->url),
           5);
}

static void read_thing(struct recording *recording, const char *word,
                       FILE *file)
{
    struct thing thing = {.kind = TEXT};
    struct sheet *sheet;

    if (recording->sheet_count == 0)
        die("pages.txt has no page");
    sheet = &recording->sheets[recording->sheet_count - 1];
    if (strcmp(word, "text") == 0) {
        read_glyphs(&thing, file);
    } else if (strcmp(word, "rule") == 0) {
        thing.kind = RULE;
        expect(fscanf(file, "%x %f %f %f %f", &thing.colour, &thing.x, &thing.y,
                      &thing.width, &thing.height),
               5);
    } else if (strcmp(word, "path") == 0) {
        thing.kind = PATH;
        read_path(&thing, file);
    } else {
        thing.kind = LINK;
        read_link(&thing, file);
    }
    sheet->things = more(sheet->things, sheet->count, sizeof thing);
    sheet->things[sheet->count++] = thing;
}

void recording_read(struct recording *recording, const char *folder)
{
    char path[PATH_BYTES];
    char word[8];
    FILE *file;

    recording->folder = folder;
    snprintf(path, sizeof path, "%s/pages.txt", recording->folder);
    file = fopen(path, "rb");
    if (!file)
        die("there is no pages.txt");
    while (fscanf(file, "%7s", word) == 1) {
        if (strcmp(word, "font") == 0) {
            read_face(recording, file);
        } else if (strcmp(word, "page") == 0) {
            struct sheet sheet = {0};

            expect(fscanf(file, "%f %f", &sheet.width, &sheet.height), 2);
            recording->sheets =
                more(recording->sheets, recording->sheet_count, sizeof sheet);
            recording->sheets[recording->sheet_count++] = sheet;
        } else {
            read_thing(recording, word, file);
        }
    }
    fclose(file);
}

void recording_free(struct recording *recording)
{
    for (size_t i = 0; i < recording->face_count; i++) {
        free(recording->faces[i].widths);
        free(recording->faces[i].file.ptr);
        free(recording->faces[i].cmap.ptr);
    }
    for (size_t i = 0; i < recording->sheet_count; i++) {
        for (size_t k = 0; k < recording->sheets[i].count; k++) {
            free(recording->sheets[i].things[k].glyphs);
            free(recording->sheets[i].things[k].segments);
            free(recording->sheets[i].things[k].url);
        }
        free(recording->sheets[i].things);
    }
    free(recording->faces);
    free(recording->sheets);
}
