// SPDX-License-Identifier: MIT
// Photo files: what is read of them, and what is wrong with them.
#include "profile_fixture.h"

#include "icc_maker.h"

#ifndef COUNT
#define COUNT(array) (sizeof(array) / sizeof *(array))
#endif

static struct fixture *photo_open(void)
{
    struct fixture f = fixture_bytes(STR("cv.photo\n"));
    struct fixture *copy = arena_new_of(f.arena, struct fixture);

    *copy = f;
    return copy;
}

static const unsigned char black[16 * 16 * 4] = {0};

static struct image *read_photo(struct fixture *f, struct str data)
{
    struct pos pos = {&f->source, 1, 4, 1};

    return image_from_data(f->arena, STR("p"), data, pos, f->diags);
}

static struct str small_jpeg(struct arena *arena)
{
    return jpeg_make(arena, black, 16, 16, TJPF_RGB);
}

static struct str small_png(struct arena *arena)
{
    return png_make(arena, black, 16, 16, PNG_FORMAT_RGB);
}

static void assert_clean(struct fixture *f)
{
    assert_int_equal(diags_errors(f->diags), 0);
    assert_int_equal(diags_warnings(f->diags), 0);
}

static void assert_refused(struct fixture *f, struct str data,
                           const char *message)
{
    assert_null(read_photo(f, data));
    assert_int_equal(diags_errors(f->diags), 1);
    assert_contains(fixture_brief(f), "t:1:4: error: the picture p ");
    assert_contains(fixture_brief(f), message);
}

static void test_orientations(void **state)
{
    (void)state;
    for (int way = 0; way <= 9; way++) {
        struct fixture *f = photo_open();
        struct str exif = exif_make(f->arena, way);
        struct str jpeg = jpeg_make(f->arena, f_stored(f->arena, 1), F_WIDTH,
                                    F_HEIGHT, TJPF_RGB);
        struct str png = png_make(f->arena, f_stored(f->arena, 1), F_WIDTH,
                                  F_HEIGHT, PNG_FORMAT_RGB);
        struct image *images[] = {
            read_photo(f, jpeg_insert(f->arena, jpeg, 0xE1, exif)),
            read_photo(f, png_insert(f->arena, png, "eXIf",
                                     str_slice(exif, 6, exif.len)))};

        assert_clean(f);
        for (size_t i = 0; i < COUNT(images); i++) {
            int want = way >= 1 && way <= 8 ? way : 1;

            assert_int_equal(images[i]->orientation, want);
            assert_int_equal(images[i]->stored_width, F_WIDTH);
            assert_int_equal(images[i]->width, want >= 5 ? F_HEIGHT : F_WIDTH);
            assert_int_equal(images[i]->height, want >= 5 ? F_WIDTH : F_HEIGHT);
        }
        fixture_free(f);
    }
}

static void test_jpeg_is_cut_behind_its_end(void **state)
{
    struct fixture *f = photo_open();
    struct str jpeg = small_jpeg(f->arena);
    struct str longer =
        bytes_insert(f->arena, jpeg, jpeg.len, STR("a short film"));

    (void)state;
    assert_true(str_eq(read_photo(f, jpeg)->jpeg, jpeg));
    assert_true(str_eq(read_photo(f, longer)->jpeg, jpeg));
    assert_clean(f);
    fixture_free(f);
}

static void test_profiles(void **state)
{
    struct fixture *f = photo_open();
    struct arena *arena = f->arena;
    struct str wide = icc_make_wide(arena);
    struct str srgb = icc_make_srgb(arena);
    struct str gray = icc_make_gray(arena, 1.4);
    struct str gray_jpeg = jpeg_make(arena, black, 16, 16, TJPF_GRAY);
    struct str gray_png = png_make(arena, black, 16, 16, PNG_FORMAT_GRAY);
    const struct {
        struct str file;
        struct str icc;
    } cases[] = {
        {jpeg_with_icc(arena, small_jpeg(arena), wide, 1), wide},
        {jpeg_with_icc(arena, small_jpeg(arena), wide, 7), wide},
        {jpeg_with_icc(arena, small_jpeg(arena), srgb, 1), {0}},
        {jpeg_with_icc(arena, gray_jpeg, gray, 2), gray},
        {png_with_icc(arena, small_png(arena), wide), wide},
        {png_with_icc(arena, small_png(arena), srgb), {0}},
        {png_with_icc(arena, gray_png, gray), gray},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct image *image = read_photo(f, cases[i].file);

        assert_clean(f);
        assert_true(str_eq(image->icc, cases[i].icc));
    }
    fixture_free(f);
}

static struct str changed(struct arena *arena, struct str file, size_t at,
                          char byte)
{
    char *copy = str_to_cstr(arena, file);

    copy[at] = byte;
    return (struct str){copy, file.len};
}

static void test_unsound_profiles(void **state)
{
    struct fixture *f = photo_open();
    struct arena *arena = f->arena;
    struct str wide = icc_make_wide(arena);
    struct str jpeg = small_jpeg(arena);
    struct str one = STR("ICC_PROFILE\0\1\2x");
    const struct str files[] = {
        jpeg_with_icc(arena, jpeg, icc_make_gray(arena, 1.8), 1),
        jpeg_with_icc(arena, jpeg, changed(arena, wide, 8, 5), 1),
        jpeg_with_icc(arena, jpeg, changed(arena, wide, 12, 'l'), 1),
        jpeg_with_icc(arena, jpeg, changed(arena, wide, 36, 'x'), 1),
        jpeg_with_icc(arena, jpeg, str_slice(wide, 0, wide.len - 50), 1),
        jpeg_insert(arena, jpeg, 0xE2, one),
        jpeg_insert(arena, jpeg_insert(arena, jpeg, 0xE2, one), 0xE2, one),
        png_insert(arena, small_png(arena), "iCCP", STR("x\0\0nothing")),
        png_insert(arena, small_png(arena), "iCCP", STR("x")),
    };

    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct image *image;

        f->diags = diags_new(arena);
        image = read_photo(f, files[i]);
        assert_non_null(image);
        assert_int_equal(image->icc.len, 0);
        assert_contains(fixture_brief(f),
                        "t:1:4: warning: the picture's colour profile cannot");
    }
    fixture_free(f);
}

// Inks need a profile; Adobe's marker alone is not enough.
static void test_cmyk(void **state)
{
    struct fixture *f = photo_open();
    struct str jpeg = jpeg_make(f->arena, black, 16, 16, TJPF_CMYK);
    struct str icc = icc_make_cmyk(f->arena);
    struct image *image = read_photo(f, jpeg_with_icc(f->arena, jpeg, icc, 3));

    (void)state;
    assert_clean(f);
    assert_non_null(image);
    assert_int_equal(image->components, 4);
    assert_true(image->inverted);
    assert_true(str_eq(image->icc, icc));
    assert_refused(f, jpeg, "(CMYK) without a valid colour profile");
    assert_contains(fixture_brief(f), "hint: save the picture in RGB");
    fixture_free(f);
    f = photo_open();
    jpeg = jpeg_make(f->arena, black, 16, 16, TJPF_CMYK);
    assert_refused(f, jpeg_with_icc(f->arena, jpeg, icc_make_wide(f->arena), 1),
                   "(CMYK) without a valid colour profile");
    fixture_free(f);
}

#define BYTES(literal)                                                         \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }

static void test_other_formats(void **state)
{
    static const struct {
        struct {
            const char *ptr;
            size_t len;
        } file;
        const char *message;
    } cases[] = {
        {BYTES(""), "is an empty file"},
        {BYTES("hello"), "is neither PNG nor JPEG"},
        {BYTES("GIF89a"), "is a GIF file"},
        {BYTES("RIFF\1\1\1\1WEBPVP8 "), "is a WebP file"},
        {BYTES("\0\0\0\x18"
               "ftypheic"),
         "is a HEIC file"},
        {BYTES("\0\0\0\x18"
               "ftypmif1"),
         "is a HEIC file"},
        {BYTES("\0\0\0\x18"
               "ftypavif"),
         "is an AVIF file"},
        {BYTES("\0\0\0\x18"
               "ftypmp42"),
         "is a video"},
        {BYTES("II*\0"), "is a TIFF file"},
        {BYTES("MM\0*"), "is a TIFF file"},
        {BYTES("BM\1\1"), "is a BMP file"},
        {BYTES("%PDF-1.7"), "is a PDF file"},
        {BYTES("<?xml version='1.0'?><SVG>"), "is an SVG file"},
        {BYTES("<!DOCTYPE html>"), "is a web page"},
        {BYTES("\0\0\0\x0CjP  "), "is a JPEG 2000 file"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture *f = photo_open();

        assert_refused(f, (struct str){cases[i].file.ptr, cases[i].file.len},
                       cases[i].message);
        fixture_free(f);
    }
}

static size_t find_frame(struct str jpeg)
{
    return str_find(jpeg, STR("\xFF\xC0"), 0);
}

static void test_jpeg_faults(void **state)
{
    static const struct {
        size_t at; // behind the frame's marker, whose code is at 1
        char byte;
        const char *message;
    } cases[] = {
        {1, '\xC9', "uses arithmetic coding"},
        {1, '\xC3', "is a lossless JPEG file"},
        {1, '\xC5', "is a hierarchical JPEG file"},
        {4, 12, "has more than 8 bits a colour"},
        {6, 0, "has 16 x 0 pixels"},
        {5, '\x7F', "has 16 x 32528 pixels"},
        {9, 9, "is damaged: a segment has a wrong length"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture *f = photo_open();
        struct str jpeg = small_jpeg(f->arena);

        assert_refused(f,
                       changed(f->arena, jpeg, find_frame(jpeg) + cases[i].at,
                               cases[i].byte),
                       cases[i].message);
        fixture_free(f);
    }
}

// 7000 x 7000 pixels in one byte.
static struct str promising_png(struct arena *arena)
{
    struct str png = STR("\x89PNG\r\n\x1a\n.........................");

    png = png_insert(arena, png, "IEND", STR(""));
    png = png_insert(arena, png, "IDAT", STR("x"));
    png = png_insert(arena, png, "IHDR",
                     STR("\0\0\x1B\x58\0\0\x1B\x58\x08\2\0\0\0"));
    return bytes_insert(arena, STR("\x89PNG\r\n\x1a\n"), 8,
                        str_slice(png, 33, png.len));
}

// A header that promises 50 million pixels takes no memory.
static void test_bombs(void **state)
{
    struct fixture *f = photo_open();
    struct str jpeg = small_jpeg(f->arena);
    size_t at = find_frame(jpeg);
    size_t before;
    char *bytes = str_to_cstr(f->arena, jpeg);

    (void)state;
    bytes[at + 1] = '\xC2';
    bytes[at + 5] = bytes[at + 7] = '\x1B'; // 7168 and some
    before = arena_size(f->arena);
    assert_refused(f, (struct str){bytes, jpeg.len},
                   "is damaged: it has too little data");
    assert_true(arena_size(f->arena) - before < 1000000);
    bytes[at + 5] = bytes[at + 7] = '\x20';
    assert_null(read_photo(f, (struct str){bytes, jpeg.len}));
    assert_contains(fixture_brief(f), "hint: at most 50 million");
    fixture_free(f);
    f = photo_open();
    assert_refused(f, promising_png(f->arena),
                   "is damaged: it has too little data");
    fixture_free(f);
}

// Whatever the place: a file that is cut short is refused.
static void test_cut_files(void **state)
{
    (void)state;
    for (int png = 0; png < 2; png++) {
        struct fixture *f = photo_open();
        struct str file = png ? small_png(f->arena) : small_jpeg(f->arena);

        for (size_t len = 0; len < file.len; len++) {
            struct fixture *g = photo_open();
            char *exact = malloc(len + 1); // for the address sanitizer

            memcpy(exact, file.ptr, len);
            assert_refused(g, (struct str){exact, len}, "");
            free(exact);
            fixture_free(g);
        }
        fixture_free(f);
    }
}

// Each byte of a PNG is under a check sum or a mark.
static void test_flipped_png(void **state)
{
    struct fixture *f = photo_open();
    struct str png = small_png(f->arena);

    (void)state;
    for (size_t i = 0; i < png.len; i++) {
        struct fixture *g = photo_open();

        assert_refused(g, changed(g->arena, png, i, (char)(png.ptr[i] ^ 0x15)),
                       "");
        fixture_free(g);
    }
    fixture_free(f);
}

// The entropy data is decoded, not only walked through.
static void test_corrupt_scan(void **state)
{
    struct fixture *f = photo_open();
    struct str jpeg =
        jpeg_make(f->arena, f_stored(f->arena, 1), F_WIDTH, F_HEIGHT, TJPF_RGB);
    char *bytes = str_to_cstr(f->arena, jpeg);
    size_t at = str_find(jpeg, STR("\xFF\xDA"), 0) + 40;

    (void)state;
    memset(bytes + at, 0x11, jpeg.len - 2 - at);
    assert_refused(f, (struct str){bytes, jpeg.len}, "is damaged: ");
    fixture_free(f);
}

// Chunks of an animation and others that do not make the picture.
static void test_other_chunks(void **state)
{
    struct fixture *f = photo_open();
    struct str png = small_png(f->arena);
    struct image *image;

    (void)state;
    png = png_insert(f->arena, png, "fcTL", STR("what it may be"));
    png = png_insert(f->arena, png, "acTL", STR("\0\0\0\1\0\0\0\0"));
    png = png_insert(f->arena, png, "gAMA", STR("\0\0\0\0"));
    image = read_photo(f, png);
    assert_clean(f);
    assert_int_equal(image->pixels.len, 16 * 16 * 3);
    assert_int_equal(image->alpha.len, 0);
    fixture_free(f);
}

static void test_alpha(void **state)
{
    struct fixture *f = photo_open();
    unsigned char pixels[4 * 4 * 4];
    struct image *image;

    (void)state;
    memset(pixels, 255, sizeof pixels);
    for (size_t i = 0; i < 16; i++)
        pixels[4 * i] = (unsigned char)i;
    image = read_photo(f, png_make(f->arena, pixels, 4, 4, PNG_FORMAT_RGBA));
    assert_int_equal(image->alpha.len, 0);
    assert_int_equal(image->pixels.len, 48);
    assert_int_equal(image->pixels.ptr[45], 15);
    pixels[63] = 7;
    image = read_photo(f, png_make(f->arena, pixels, 4, 4, PNG_FORMAT_RGBA));
    assert_int_equal(image->alpha.len, 16);
    assert_int_equal(image->alpha.ptr[15], 7);
    assert_int_equal(image->pixels.ptr[45], 15);
    fixture_free(f);
}

static void test_filter(void **state)
{
    struct arena *arena = arena_new();
    unsigned char ramp[64 * 64];
    unsigned char flat[64 * 64] = {0};
    struct str filtered;

    (void)state;
    for (size_t i = 0; i < sizeof ramp; i++)
        ramp[i] = (unsigned char)(i % 64 * 3 + i / 64 * 5);
    assert_true(image_filter_rows(
        arena, (struct str){(char *)ramp, sizeof ramp}, 64, 1, &filtered));
    assert_int_equal(filtered.len, 64 * 65);
    assert_false(image_filter_rows(
        arena, (struct str){(char *)flat, sizeof flat}, 64, 1, &filtered));
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_orientations),
        cmocka_unit_test(test_jpeg_is_cut_behind_its_end),
        cmocka_unit_test(test_profiles),
        cmocka_unit_test(test_unsound_profiles),
        cmocka_unit_test(test_cmyk),
        cmocka_unit_test(test_other_formats),
        cmocka_unit_test(test_jpeg_faults),
        cmocka_unit_test(test_bombs),
        cmocka_unit_test(test_cut_files),
        cmocka_unit_test(test_flipped_png),
        cmocka_unit_test(test_corrupt_scan),
        cmocka_unit_test(test_other_chunks),
        cmocka_unit_test(test_alpha),
        cmocka_unit_test(test_filter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
