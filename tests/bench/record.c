// SPDX-License-Identifier: MIT
// Records the pages of a profile for floor.c:
//   bench_record PROFILE FOLDER
// writes FOLDER/pages.txt (fonts, then each page's items with glyph codes and
// positions) and for each font its subset, N.font, and its characters, N.cmap.
// Photos and CID-keyed fonts are not recorded; it says so and fails.
#include "compose/compose.h"
#include "job/job.h"
#include "layout/layout.h"
#include "text/subset.h"

#include <stdio.h>
#include <stdlib.h>

#define GLYPHS_MAX 65536
#define PATH_BYTES 4096
// Readers' pens are brought back when they are this far off, as in vita.
#define PEN_TOLERANCE (SP_PER_PT * 6 / 1000)

struct used_face {
    const struct font *font;
    bool *used;        // by glyph id in the font
    uint32_t *codes;   // glyph id in the font -> in the subset
    struct str *texts; // likewise -> its characters
    struct subset subset;
};
VEC_DECLARE(used_faces, struct used_face);

struct recorder {
    struct arena *arena;
    const char *folder;
    const struct pages *pages;
    struct used_faces faces;
    FILE *out;
};

static void die(const char *message)
{
    fprintf(stderr, "bench_record: %s\n", message);
    exit(EXIT_FAILURE);
}

static FILE *open_file(const struct recorder *recorder, const char *name)
{
    char path[PATH_BYTES];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", recorder->folder, name);
    file = fopen(path, "wb");
    if (!file)
        die("cannot write to the folder");
    return file;
}

static void write_blob(const struct recorder *recorder, size_t number,
                       const char *suffix, struct str data)
{
    char name[32];
    FILE *file;

    snprintf(name, sizeof name, "%zu.%s", number, suffix);
    file = open_file(recorder, name);
    fwrite(data.ptr, 1, data.len, file);
    if (fclose(file) != 0)
        die("cannot write a font");
}

static double pt(sp length)
{
    return (double)length / SP_PER_PT;
}

static size_t face_number(struct recorder *recorder, const struct font *font)
{
    struct used_face face = {.font = font};

    for (size_t i = 0; i < recorder->faces.len; i++)
        if (recorder->faces.ptr[i].font == font)
            return i;
    face.used = arena_array_of(recorder->arena, GLYPHS_MAX, bool);
    face.codes = arena_array_of(recorder->arena, GLYPHS_MAX, uint32_t);
    face.texts = arena_array_of(recorder->arena, GLYPHS_MAX, struct str);
    vec_push(recorder->arena, &recorder->faces, face);
    return recorder->faces.len - 1;
}

// The first glyph of a cluster gets all its characters.
static void collect_item(struct recorder *recorder, const struct item *item)
{
    size_t number = face_number(recorder, item->font);
    struct used_face *face = &recorder->faces.ptr[number];

    for (size_t i = 0; i < item->glyph_count; i++) {
        const struct placed_glyph *glyph = &item->glyphs[i];
        size_t end = i + 1 < item->glyph_count ? item->glyphs[i + 1].cluster
                                               : item->text.len;

        face->used[glyph->id] = true;
        if (end > glyph->cluster && face->texts[glyph->id].len == 0)
            face->texts[glyph->id] = str_slice(item->text, glyph->cluster, end);
    }
}

static void collect(struct recorder *recorder)
{
    for (size_t p = 0; p < recorder->pages->pages.len; p++) {
        const struct page *page = &recorder->pages->pages.ptr[p];

        for (size_t i = 0; i < page->items.len; i++)
            if (page->items.ptr[i].kind == ITEM_TEXT &&
                page->items.ptr[i].glyph_count > 0)
                collect_item(recorder, &page->items.ptr[i]);
    }
}

static void make_subset(struct recorder *recorder, struct used_face *face)
{
    uint32_t *ids = arena_array_of(recorder->arena, GLYPHS_MAX, uint32_t);
    size_t count = 0;

    for (uint32_t id = 0; id < GLYPHS_MAX; id++)
        if (face->used[id])
            ids[count++] = id;
    if (!subset_font(recorder->arena, face->font, ids, count, &face->subset))
        die("cannot make a subset");
    if (face->subset.cids)
        die("CID-keyed fonts are not recorded");
    for (size_t i = 0; i < face->subset.glyph_count; i++)
        face->codes[face->subset.old_ids[i]] = (uint32_t)i;
}

// UTF-16 of characters below U+10000; a profile for the floor has no others.
static void add_utf16(struct buf *buf, struct str text)
{
    for (size_t i = 0; i < text.len;) {
        unsigned char lead = (unsigned char)text.ptr[i++];
        unsigned rune = lead < 0x80   ? lead
                        : lead < 0xE0 ? lead & 31
                                      : lead & 15;

        while (i < text.len && ((unsigned char)text.ptr[i] & 0xC0) == 0x80)
            rune = rune << 6 | ((unsigned char)text.ptr[i++] & 0x3F);
        buf_addf(buf, "%04X", rune & 0xFFFF);
    }
}

// A CMap of single characters, without the blocks of 100 that old readers
// want: the floor has the bytes, not the rules.
static struct str make_cmap(struct arena *arena, const struct used_face *face)
{
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, "/CIDInit /ProcSet findresource begin\n12 dict begin\n"
                       "begincmap\n/CMapName /F def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000><FFFF>\n"
                       "endcodespacerange\n");
    for (size_t i = 1; i < face->subset.glyph_count; i++) {
        struct str text = face->texts[face->subset.old_ids[i]];

        if (text.len == 0)
            continue;
        buf_addf(&buf, "1 beginbfchar\n<%04zX><", i);
        add_utf16(&buf, text);
        buf_add_cstr(&buf, ">\nendbfchar\n");
    }
    buf_add_cstr(&buf, "endcmap\nend\nend\n");
    return buf_str(&buf);
}

static int thousandths(const struct used_face *face, int units)
{
    return (int)sp_mul_div(units, 1000, font_metrics(face->font)->units_per_em);
}

static void write_face(struct recorder *recorder, size_t number)
{
    struct used_face *face = &recorder->faces.ptr[number];
    const struct font_metrics *m = font_metrics(face->font);
    int values[] = {m->x_min,    m->y_min,     m->x_max,     m->y_max,
                    m->ascender, m->descender, m->cap_height};

    make_subset(recorder, face);
    write_blob(recorder, number, "font", face->subset.data);
    write_blob(recorder, number, "cmap", make_cmap(recorder->arena, face));
    fprintf(recorder->out, "font %d %.*s",
            face->subset.format == SUBSET_CFF ? 1 : 0,
            STR_ARG(font_postscript_name(face->font)));
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        fprintf(recorder->out, " %d", thousandths(face, values[i]));
    fprintf(recorder->out, " %d %zu", m->italic_angle_millidegrees / 1000,
            face->subset.glyph_count);
    for (size_t i = 0; i < face->subset.glyph_count; i++)
        fprintf(recorder->out, " %d",
                thousandths(face, face->subset.advances[i]));
    putc('\n', recorder->out);
}

// Each glyph as "move code": how far the reader's pen goes back before it, in
// thousandths of the em.
static void write_glyphs(struct recorder *recorder,
                         const struct used_face *face, const struct item *item)
{
    double em = pt(item->size) * (1000 + item->expansion) / 1000;
    double reader = 0; // both pens in points
    double layout = 0;

    for (size_t i = 0; i < item->glyph_count; i++) {
        const struct placed_glyph *glyph = &item->glyphs[i];
        uint32_t code = face->codes[glyph->id];
        double back = reader - layout - pt(glyph->x_offset);

        if (back < pt(PEN_TOLERANCE) && back > -pt(PEN_TOLERANCE))
            back = 0;
        fprintf(recorder->out, " %.1f %u", back * 1000 / em, code);
        reader += em * thousandths(face, face->subset.advances[code]) / 1000;
        reader -= back;
        layout += pt(glyph->advance);
    }
    putc('\n', recorder->out);
}

static void write_text(struct recorder *recorder, const struct item *item,
                       sp height)
{
    size_t number = face_number(recorder, item->font);

    fprintf(recorder->out, "text %06x %.3f %.3f %zu %.3f %d %zu", item->colour,
            pt(item->x), pt(height - item->y), number, pt(item->size),
            item->expansion, item->glyph_count);
    write_glyphs(recorder, &recorder->faces.ptr[number], item);
}

static void write_icon(struct recorder *recorder, const struct item *item,
                       sp height)
{
    static const int counts[] = {1, 1, 3, 0};
    const struct path_segments *path = &item->outline->segments;
    double scale = pt(item->size) / item->outline->units_per_em;

    fprintf(recorder->out, "path %06x %zu", item->colour, path->len);
    for (size_t i = 0; i < path->len; i++) {
        const struct path_segment *segment = &path->ptr[i];

        fprintf(recorder->out, " %d", (int)segment->op);
        for (int k = 0; k < counts[segment->op]; k++)
            fprintf(recorder->out, " %.3f %.3f",
                    pt(item->x) + segment->x[k] * scale,
                    pt(height - item->y) + segment->y[k] * scale);
    }
    putc('\n', recorder->out);
}

static void write_item(struct recorder *recorder, const struct item *item,
                       sp height)
{
    switch (item->kind) {
    case ITEM_TEXT:
        if (item->glyph_count > 0)
            write_text(recorder, item, height);
        break;
    case ITEM_RULE:
        fprintf(recorder->out, "rule %06x %.3f %.3f %.3f %.3f\n", item->colour,
                pt(item->x), pt(height - item->y - item->height),
                pt(item->width), pt(item->height));
        break;
    case ITEM_ICON:
        write_icon(recorder, item, height);
        break;
    case ITEM_IMAGE:
        die("photos are not recorded");
    }
}

static void write_page(struct recorder *recorder, const struct page *page)
{
    fprintf(recorder->out, "page %.3f %.3f\n", pt(page->width),
            pt(page->height));
    for (size_t i = 0; i < page->items.len; i++)
        write_item(recorder, &page->items.ptr[i], page->height);
    for (size_t i = 0; i < page->links.len; i++) {
        const struct link *link = &page->links.ptr[i];

        if (link->url.len > 0)
            fprintf(recorder->out, "link %.3f %.3f %.3f %.3f %.*s\n",
                    pt(link->x), pt(page->height - link->y - link->height),
                    pt(link->width), pt(link->height), STR_ARG(link->url));
    }
}

static void record(struct recorder *recorder)
{
    recorder->out = open_file(recorder, "pages.txt");
    collect(recorder);
    for (size_t i = 0; i < recorder->faces.len; i++)
        write_face(recorder, i);
    for (size_t i = 0; i < recorder->pages->pages.len; i++)
        write_page(recorder, &recorder->pages->pages.ptr[i]);
    if (fclose(recorder->out) != 0)
        die("cannot write the pages");
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct request request = {.profile = argc == 3 ? argv[1] : ""};
    struct job job;
    struct font_store *fonts = font_store_new(STR(""));
    struct languages *languages = languages_new();
    struct document document;
    struct pages pages;
    struct recorder recorder = {.arena = arena, .pages = &pages};
    struct compose_input input;

    if (argc != 3)
        die("usage: bench_record PROFILE FOLDER");
    job_begin(&job, arena, &request);
    if (job_open(&job) != EXIT_FINE || job_read(&job) != EXIT_FINE)
        die("cannot read the profile");
    input = job_compose_input(&job);
    compose(arena, &input, job.diags, &document);
    layout(arena, &document, &(struct layout_stock){fonts, languages, NULL},
           job.diags, &pages);
    recorder.folder = argv[2];
    record(&recorder);
    font_store_free(fonts);
    languages_free(languages);
    arena_free(arena);
    return EXIT_SUCCESS;
}
