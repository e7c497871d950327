// SPDX-License-Identifier: MIT
// Images in the PDF: each kind of file is drawn with its colours, upright,
// once. What was read can be written. The files of tests/data/pdf have 16 x
// 16 pixels: a left half and a right half.
#include "pdf/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "icc_maker.h"
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

// Returns NULL if the file is refused.
static struct image *load_data(struct draft *draft, struct str data)
{
    static const struct source source = {.name = {"t", 1}};
    struct pos pos = {&source, 1, 1, 1};

    return image_from_data(draft->arena, STR("p"), data, pos,
                           diags_new(draft->arena));
}

static struct str load_file(struct draft *draft, const char *name)
{
    return read_file(
        draft->arena,
        str_format(draft->arena, "%s/tests/data/pdf/%s", VITA_SOURCE_DIR, name)
            .ptr);
}

static struct image *load(struct draft *draft, const char *name)
{
    struct image *image = load_data(draft, load_file(draft, name));

    if (!image)
        fail_msg("%s is refused", name);
    return image;
}

static struct item *place(struct draft *draft, struct image *image, int x,
                          int y)
{
    return draft_item(draft, (struct item){.kind = ITEM_IMAGE,
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
    assert_true(str_find(draft->pdf, image->jpeg, 0) != SIZE_MAX);
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
    first = str_find(draft->pdf, image->jpeg, 0);
    assert_true(first != SIZE_MAX);
    assert_int_equal(str_find(draft->pdf, image->jpeg, first + 1), SIZE_MAX);
}

// The file cut anywhere, and with each byte changed in turn, is refused or
// can be written; the sanitizers watch.
static void test_what_is_read_can_be_written(void **state)
{
    static const char *const names[] = {"palette-alpha.png", "interlaced.png",
                                        "rgb.jpg", "cmyk-adobe.jpg"};
    struct draft *draft = *state;
    size_t refused = 0;

    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        struct str whole = load_file(draft, names[n]);
        char *bytes = str_to_cstr(draft->arena, whole);

        for (size_t i = 0; i < 2 * whole.len; i++) {
            struct image *image;
            size_t at = i / 2;

            if (i % 2)
                bytes[at] = (char)(bytes[at] ^ 0x55);
            image =
                load_data(draft, (struct str){bytes, i % 2 ? whole.len : at});
            if (i % 2)
                bytes[at] = (char)(bytes[at] ^ 0x55);
            refused += !image;
            if (!image)
                continue;
            draft->pages = (struct pages){0};
            place(draft, image, 0, 0);
            draft_write(draft);
        }
    }
    assert_true(refused > 1000);
}

// The picture's own size in points, so that a pixel is a pixel.
static void assert_f_at(struct draft *draft, const char *what, int x, int y)
{
    static const struct {
        int x, y;
    } looks[] = {{30, 2},  {4, 40},  {16, 16}, {16, 66}, {46, 18},
                 {36, 42}, {50, 42}, {46, 66}, {32, 30}};

    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        assert_near(what, pixel_at(draft, x + looks[i].x, y + looks[i].y),
                    f_pixel(looks[i].x, looks[i].y));
}

static void test_orientations(void **state)
{
    struct draft *draft = *state;

    for (int way = 1; way <= 8; way++) {
        int width = way >= 5 ? F_HEIGHT : F_WIDTH;
        int height = way >= 5 ? F_WIDTH : F_HEIGHT;
        struct str jpeg = jpeg_make(draft->arena, f_stored(draft->arena, way),
                                    width, height, TJPF_RGB);
        struct image *image =
            load_data(draft, jpeg_insert(draft->arena, jpeg, 0xE1,
                                         exif_make(draft->arena, way)));
        struct item *item;
        char what[] = "orientation 0";

        what[12] = (char)('0' + way);
        draft->pages = (struct pages){0};
        item = place(draft, image, 100, 200);
        item->width = PT(image->width);
        item->height = PT(image->height);
        draft_write(draft);
        draft_check(draft);
        assert_f_at(draft, what, 100, 200);
    }
}

// What looks like the place of the file's identifier is left alone.
static void test_picture_with_an_id(void **state)
{
    struct draft *draft = *state;
    struct str comment = STR("/ID [ <00000000");
    struct str jpeg =
        jpeg_insert(draft->arena, load_file(draft, "gray.jpg"), 0xFE, comment);

    place(draft, load_data(draft, jpeg), 100, 200);
    draft_write(draft);
    draft_check(draft);
    assert_true(str_find(draft->pdf, jpeg, 0) != SIZE_MAX);
}

// A profile of other colours goes along and counts.
static void test_profile(void **state)
{
    struct draft *draft = *state;
    struct str file = load_file(draft, "rgb.jpg");
    struct str icc = icc_make_wide(draft->arena);
    struct str source;

    place(draft, load_data(draft, jpeg_with_icc(draft->arena, file, icc, 2)),
          100, 200);
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    assert_contains(source, "/ICCBased");
    assert_contains(source, "/N 3");
    assert_true(str_find(source, icc, 0) != SIZE_MAX);
}

static void test_inks(void **state)
{
    struct draft *draft = *state;
    struct str icc = icc_make_cmyk(draft->arena);
    struct str file =
        jpeg_with_icc(draft->arena, load_file(draft, "cmyk-adobe.jpg"), icc, 1);
    struct str source;

    place(draft, load_data(draft, file), 100, 200);
    draft_write(draft);
    draft_check(draft);
    source = draft_source(draft);
    assert_contains(source, "/N 4");
    assert_true(str_find(source, STR("/DeviceCMYK"), 0) == SIZE_MAX);
    // Two of four inks, white without them.
    assert_near("inks", pixel_at(draft, 108, 216), 0x777777);
    draft->pages = (struct pages){0};
    assert_null(load_data(draft, load_file(draft, "cmyk.jpg")));
}

// Components that are called R, G and B, and no marker of JFIF or Adobe: black
// as YCbCr, turquoise as RGB.
static void test_rgb_by_name(void **state)
{
    static const unsigned char black[16 * 16 * 3] = {0};
    struct draft *draft = *state;
    struct str jpeg = jpeg_make(draft->arena, black, 16, 16, TJPF_RGB);
    char *bytes = str_to_cstr(draft->arena, jpeg);
    size_t frame = str_find(jpeg, STR("\xFF\xC0"), 0);
    size_t scan = str_find(jpeg, STR("\xFF\xDA"), 0);
    struct image *image;

    for (size_t i = 0; i < 3; i++) {
        bytes[frame + 10 + 3 * i] = "RGB"[i];
        bytes[scan + 5 + 2 * i] = "RGB"[i];
    }
    memcpy(bytes + 6, "none", 4); // JFIF's marker
    image = load_data(draft, (struct str){bytes, jpeg.len});
    place(draft, image, 100, 200);
    draft_write(draft);
    draft_check(draft);
    assert_contains(draft->pdf, "/ColorTransform 0");
    assert_near("RGB", pixel_at(draft, 110, 220), 0x008080);
}

// A ramp is stored as differences, and read back as it was.
static void test_filtered_pixels(void **state)
{
    struct draft *draft = *state;
    unsigned char ramp[32 * 32 * 4];
    struct image *image;

    for (int i = 0; i < 32 * 32; i++) {
        ramp[4 * i] = (unsigned char)(i % 32 * 7);
        ramp[4 * i + 1] = (unsigned char)(i / 32 * 7);
        ramp[4 * i + 2] = (unsigned char)(i % 32 * 3 + i / 32 * 2);
        ramp[4 * i + 3] = (unsigned char)(i % 32 < 16 ? 255 : i / 32 * 5);
    }
    image =
        load_data(draft, png_make(draft->arena, ramp, 32, 32, PNG_FORMAT_RGBA));
    place(draft, image, 100, 200);
    draft_write(draft);
    draft_check(draft);
    assert_contains(draft_source(draft), "/SMask");
    assert_contains(draft->pdf, "/Predictor 15");
    assert_near("ramp", pixel_at(draft, 110, 220), 0x468C46);
    assert_near("ramp with alpha", pixel_at(draft, 124, 220), 0xDDD2C7);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_colours),
        TEST(test_jpeg_goes_in_untouched),
        TEST(test_image_is_embedded_once),
        TEST(test_what_is_read_can_be_written),
        TEST(test_orientations),
        TEST(test_picture_with_an_id),
        TEST(test_profile),
        TEST(test_inks),
        TEST(test_rgb_by_name),
        TEST(test_filtered_pixels),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
