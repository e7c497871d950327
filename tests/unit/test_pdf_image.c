// SPDX-License-Identifier: MIT
// Images in the PDF: each kind of file is drawn with its colours, once, and
// damaged files are errors. The files of tests/data/pdf have 16 x 16 pixels:
// a left half and a right half.
#include "pdf/jpeg.h"
#include "pdf/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "pdf_page.h"

#ifndef VITA_SOURCE_DIR
#define VITA_SOURCE_DIR "../.."
#endif

static struct str read_file(struct arena *arena, const char *path)
{
    struct buf buf = {.arena = arena};
    FILE *file = fopen(path, "rb");
    char chunk[4096];
    size_t got;

    if (!file)
        fail_msg("cannot open %s", path);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        buf_add(&buf, (struct str){chunk, got});
    fclose(file);
    return buf_str(&buf);
}

static struct image *load(struct draft *draft, const char *name)
{
    struct image *image = arena_new_of(draft->arena, struct image);
    struct str path =
        str_format(draft->arena, "%s/tests/data/pdf/%s", VITA_SOURCE_DIR, name);

    image->path = str_from_cstr(name);
    image->data = read_file(draft->arena, path.ptr);
    image->jpeg = str_ends(path, STR(".jpg"));
    image->width = 16;
    image->height = 16;
    return image;
}

static void place(struct draft *draft, struct image *image, int x, int y)
{
    draft_item(draft, (struct item){.kind = ITEM_IMAGE,
                                    .x = PT(x),
                                    .y = PT(y),
                                    .width = PT(32),
                                    .height = PT(32),
                                    .image = image});
}

// Renders at 72 dpi and returns the pixel at x, y (in points).
static uint32_t pixel_at(struct draft *draft, int x, int y)
{
    struct str ppm;
    size_t offset;

    draft_run_tool(draft, "pdftoppm -r 72 out.pdf > out.ppm");
    ppm = read_file(draft->arena,
                    str_format(draft->arena, "%s/out.ppm", draft->folder).ptr);
    assert_true(str_starts(ppm, STR("P6\n595 842\n255\n")));
    offset = strlen("P6\n595 842\n255\n") + (size_t)(y * 595 + x) * 3;
    return (uint32_t)(unsigned char)ppm.ptr[offset] << 16 |
           (uint32_t)(unsigned char)ppm.ptr[offset + 1] << 8 |
           (uint32_t)(unsigned char)ppm.ptr[offset + 2];
}

static void assert_near(const char *name, uint32_t got, uint32_t want)
{
    for (int shift = 0; shift <= 16; shift += 8) {
        int a = (int)(got >> shift & 0xFF);
        int b = (int)(want >> shift & 0xFF);

        if (a - b > 12 || b - a > 12)
            fail_msg("%s: %06x instead of %06x", name, got, want);
    }
}

static void test_colours(void **state)
{
    static const struct {
        const char *name;
        uint32_t left;
        uint32_t right;
        bool mask;
    } cases[] = {
        {"rgb.png", 0xFF0000, 0x0000FF, false},
        {"interlaced.png", 0xFF0000, 0x0000FF, false},
        {"rgb16.png", 0xFF0000, 0x0000FF, false},
        {"palette.png", 0xFF0000, 0x0000FF, false},
        {"gray.png", 0x404040, 0xC0C0C0, false},
        {"gray1.png", 0x000000, 0xFFFFFF, false},
        {"rgba.png", 0xFF0000, 0x7F7FFF, true},
        {"palette-alpha.png", 0xFF0000, 0xFFFFFF, true},
        {"gray-alpha.png", 0x404040, 0xFFFFFF, true},
        {"rgb.jpg", 0xFF0000, 0x0000FF, false},
        {"progressive.jpg", 0xFF0000, 0x0000FF, false},
        {"gray.jpg", 0x404040, 0xC0C0C0, false},
        // Poppler's red of 100 % magenta and yellow, its blue of cyan and
        // magenta.
        {"cmyk.jpg", 0xED1C24, 0x2E3192, false},
        {"cmyk-adobe.jpg", 0xED1C24, 0x2E3192, false},
    };
    struct draft *draft = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        draft->pages = (struct pages){0};
        place(draft, load(draft, cases[i].name), 100, 200);
        draft_write(draft);
        draft_check(draft);
        assert_near(cases[i].name, pixel_at(draft, 108, 216), cases[i].left);
        assert_near(cases[i].name, pixel_at(draft, 124, 216), cases[i].right);
        assert_near("above", pixel_at(draft, 116, 198), 0xFFFFFF);
        assert_near("below", pixel_at(draft, 116, 234), 0xFFFFFF);
        assert_int_equal(str_find(draft->pdf, STR("/SMask"), 0) != SIZE_MAX,
                         cases[i].mask);
    }
}

static void test_jpeg_goes_in_untouched(void **state)
{
    struct draft *draft = *state;
    struct image *image = load(draft, "rgb.jpg");

    place(draft, image, 0, 0);
    draft_write(draft);
    assert_true(str_find(draft->pdf, image->data, 0) != SIZE_MAX);
}

static void test_image_is_embedded_once(void **state)
{
    struct draft *draft = *state;
    struct image *image = load(draft, "rgb.jpg");
    size_t first;

    place(draft, image, 0, 0);
    place(draft, image, 50, 0);
    draft_page(draft);
    place(draft, load(draft, "rgb.jpg"), 0, 0); // another file, the same
    draft_write(draft);
    draft_check(draft);
    first = str_find(draft->pdf, image->data, 0);
    assert_true(first != SIZE_MAX);
    assert_int_equal(str_find(draft->pdf, image->data, first + 1), SIZE_MAX);
}

// The left half of the file, and the file with each byte changed in turn,
// must be an error or an image, nothing else; the sanitizers watch.
static void test_damaged_files(void **state)
{
    static const char *const names[] = {"palette-alpha.png", "interlaced.png",
                                        "rgb.jpg", "cmyk-adobe.jpg"};
    struct draft *draft = *state;
    size_t errors = 0;

    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        struct image *image = load(draft, names[n]);
        struct str whole = image->data;
        char *bytes = str_to_cstr(draft->arena, whole);
        struct str pdf;
        struct str error;

        place(draft, image, 0, 0);
        for (size_t len = 0; len < whole.len; len++) {
            image->data = (struct str){bytes, len};
            if (!pdf_write(draft->arena, &draft->pages, &draft->options, &pdf,
                           &error))
                errors++;
        }
        image->data = (struct str){bytes, whole.len};
        for (size_t i = 0; i < whole.len; i++) {
            bytes[i] = (char)(bytes[i] ^ 0x55);
            if (!pdf_write(draft->arena, &draft->pages, &draft->options, &pdf,
                           &error))
                errors++;
            bytes[i] = (char)(bytes[i] ^ 0x55);
        }
        draft->pages = (struct pages){0};
    }
    assert_true(errors > 300);
}

static void test_error_names_the_file(void **state)
{
    static const struct {
        const char *name;
        const char *error;
    } cases[] = {
        {"rgb.png", "rgb.png: cannot read the PNG file"},
        {"rgb.jpg", "rgb.jpg: not a JPEG file that PDF can show"},
    };
    struct draft *draft = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct image *image = load(draft, cases[i].name);
        struct str pdf;
        struct str error;

        image->data.len = 40;
        draft->pages = (struct pages){0};
        place(draft, image, 0, 0);
        assert_false(pdf_write(draft->arena, &draft->pages, &draft->options,
                               &pdf, &error));
        assert_contains(error, cases[i].error);
    }
}

#define BYTES(literal) literal, sizeof(literal) - 1
#define START "\xFF\xD8"
#define FRAME(marker, precision, components)                                   \
    "\xFF" marker "\0\x0B" precision "\0\x10\0\x20" components "\1\x11\0"

static void test_jpeg_headers(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
        int components; // 0: not readable
        bool adobe;
    } cases[] = {
        {BYTES(START FRAME("\xC0", "\x08", "\1")), 1, false},
        {BYTES(START "\xFF" FRAME("\xC2", "\x08", "\3")), 3, false},
        {BYTES(START "\xFF\xEE\0\x08"
                     "Adobe!" FRAME("\xC1", "\x08", "\4")),
         4, true},
        {BYTES(START FRAME("\xC0", "\x0C", "\1")), 0, false},
        {BYTES(START FRAME("\xC0", "\x08", "\2")), 0, false},
        {BYTES(START FRAME("\xC3", "\x08", "\3")), 0, false},
        {BYTES(START FRAME("\xC4", "\x08", "\3")), 0, false},
        {BYTES(START "\xFF\xC0\0\1"), 0, false},
        {BYTES(START "\xFF\xDA\0\x08\1\1\1\1\1\1"), 0, false},
        {BYTES(START), 0, false},
        {BYTES("GIF89a"), 0, false},
        {BYTES(""), 0, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct jpeg jpeg;

        assert_int_equal(
            jpeg_parse((struct str){cases[i].bytes, cases[i].len}, &jpeg),
            cases[i].components != 0);
        if (cases[i].components == 0)
            continue;
        assert_int_equal(jpeg.width, 32);
        assert_int_equal(jpeg.height, 16);
        assert_int_equal(jpeg.components, cases[i].components);
        assert_int_equal(jpeg.adobe, cases[i].adobe);
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_colours),
        TEST(test_jpeg_goes_in_untouched),
        TEST(test_image_is_embedded_once),
        TEST(test_damaged_files),
        TEST(test_error_names_the_file),
        cmocka_unit_test(test_jpeg_headers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
