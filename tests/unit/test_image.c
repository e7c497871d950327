// SPDX-License-Identifier: MIT
// Photos: their place, and every way in which a file can be no photo.
#include "layout_fixture.h"

#include <sys/stat.h>
#include <unistd.h>

static struct rows photo(struct layout_fixture *l, const char *path, sp width)
{
    struct block image = {
        .kind = BLOCK_IMAGE,
        .image_path = {str_from_cstr(path), {&l->f.source, 1, 4, 1}},
        .image_width = width};

    return block_layout(&l->context, &image, PT(300));
}

static void test_photo(void **state)
{
    struct layout_fixture *l = layout_open();
    struct rows rows =
        photo(l, VITA_SOURCE_DIR "/profiles/marie-curie.jpg", PT(100));
    const struct item *item;

    (void)state;
    assert_int_equal(rows.list.len, 1);
    item = &rows.list.ptr[0].pieces.ptr[0].items.ptr[0];
    assert_int_equal(item->kind, ITEM_IMAGE);
    assert_int_equal(item->image->width, 600);
    assert_int_equal(item->image->height, 750);
    assert_true(item->image->jpeg);
    assert_int_equal(item->width, PT(100));
    assert_int_equal(item->height, PT(125));
    assert_int_equal(rows.list.ptr[0].height, PT(125));
    // No wider than its column.
    rows = photo(l, VITA_SOURCE_DIR "/profiles/marie-curie.jpg", PT(400));
    assert_int_equal(rows.list.ptr[0].height, PT(375));
    assert_contains(fixture_brief(&l->f),
                    "t:1:4: warning: the photo has too few pixels: 600 for "
                    "300 pt");
    rows = photo(l, VITA_SOURCE_DIR "/tests/data/pdf/rgb.png", PT(1));
    assert_int_equal(rows.list.len, 1);
    assert_false(rows.list.ptr[0].pieces.ptr[0].items.ptr[0].image->jpeg);
    assert_int_equal(diags_errors(l->f.diags), 0);
    layout_close(l);
}

#define PNG_START "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define PNG_END "\x08\x02\0\0\0\0\0\0\0"
#define BYTES(literal) (literal), sizeof(literal) - 1

static void test_bad_photos(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *message;
    } cases[] = {
        {BYTES(""), "is neither PNG nor JPEG"},
        {BYTES("GIF89a"), "is neither PNG nor JPEG"},
        {BYTES("\x89PNG\r\n\x1a\n"), "is neither PNG nor JPEG"},
        {BYTES(PNG_START "\0\0\0\1\0\0\0"), "is neither PNG nor JPEG"},
        {BYTES(PNG_START "\0\0\0\0\0\0\0\1" PNG_END), "has 0 x 1 pixels"},
        {BYTES(PNG_START "\0\0\x27\x11\0\0\0\1" PNG_END),
         "has 10001 x 1 pixels"},
        {BYTES(PNG_START "\xff\xff\xff\xff\xff\xff\xff\xff" PNG_END),
         " pixels\n    hint: at most 10000 pixels each way"},
        {BYTES("\xff\xd8"), "is neither PNG nor JPEG"},
        {BYTES("\xff\xd8\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
         "is neither PNG nor JPEG"},
        {BYTES("\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0"),
         "is neither PNG nor JPEG"},
        {BYTES("\xff\xd8\xff\xe0\xff\xffxxxxxxxxxxxxxxxxx"),
         "is neither PNG nor JPEG"},
        {BYTES("\xff\xd8\xff\xc0\0\x11\x08\0\0\0\1\3\0\0\0\0\0\0\0"),
         "has 1 x 0 pixels"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct layout_fixture *l = layout_open();
        char path[] = "/tmp/vita-test-XXXXXX";
        int fd = mkstemp(path);
        struct rows rows;

        assert_true(fd >= 0);
        assert_true(write(fd, cases[i].bytes, cases[i].size) ==
                    (ssize_t)cases[i].size);
        close(fd);
        rows = photo(l, path, PT(100));
        unlink(path);
        assert_int_equal(rows.list.len, 0);
        assert_int_equal(diags_errors(l->f.diags), 1);
        assert_contains(fixture_brief(&l->f), "t:1:4: error: ");
        assert_contains(fixture_brief(&l->f), cases[i].message);
        layout_close(l);
    }
}

// What is no file, or too large to be meant, is not even read.
static void test_no_photo(void **state)
{
    char folder[] = "/tmp/vita-test-XXXXXX";
    char path[64];
    static const struct {
        const char *name, *message;
    } cases[] = {
        {"none.jpg", "cannot open the photo"},
        {"", "is no file"},
        {"fifo", "is no file"},
        {"huge", "is too large"},
    };

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fifo", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    snprintf(path, sizeof path, "%s/huge", folder);
    fclose(fopen(path, "w"));
    assert_int_equal(truncate(path, 30 * 1024 * 1024), 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct layout_fixture *l = layout_open();
        struct rows rows;

        snprintf(path, sizeof path, "%s/%s", folder, cases[i].name);
        rows = photo(l, path, PT(100));
        assert_int_equal(rows.list.len, 0);
        assert_int_equal(diags_errors(l->f.diags), 1);
        assert_contains(fixture_brief(&l->f), cases[i].message);
        layout_close(l);
    }
    snprintf(path, sizeof path, "%s/fifo", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/huge", folder);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_photo),
        cmocka_unit_test(test_bad_photos),
        cmocka_unit_test(test_no_photo),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
