// SPDX-License-Identifier: MIT
// Photos: their place, and every way in which a path leads to no file.
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

// A camera that was held upright stores a picture that lies.
static void test_turned_photo(void **state)
{
    struct layout_fixture *l = layout_open();
    struct block image = {
        .kind = BLOCK_IMAGE,
        .image_path = {STR(VITA_SOURCE_DIR "/tests/data/images/turned.jpg"),
                       {&l->f.source, 1, 4, 1}},
        .image_width = PT(24)};
    struct rows rows = block_layout(&l->context, &image, PT(300));
    const struct item *item = &rows.list.ptr[0].pieces.ptr[0].items.ptr[0];

    (void)state;
    assert_int_equal(item->image->stored_width, 80);
    assert_int_equal(item->image->width, 60);
    assert_int_equal(item->height, PT(32));
    assert_int_equal(diags_errors(l->f.diags), 0);
    layout_close(l);
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
    assert_true(item->image->jpeg.len > 0);
    assert_int_equal(item->width, PT(100));
    assert_int_equal(item->height, PT(125));
    assert_int_equal(rows.list.ptr[0].height, PT(125));
    // No wider than its column.
    rows = photo(l, VITA_SOURCE_DIR "/profiles/marie-curie.jpg", PT(400));
    assert_int_equal(rows.list.ptr[0].height, PT(375));
    assert_contains(fixture_brief(&l->f),
                    "t:1:4: warning: the picture has too few pixels: 600 for "
                    "300 pt");
    rows = photo(l, VITA_SOURCE_DIR "/tests/data/pdf/rgb.png", PT(1));
    assert_int_equal(rows.list.len, 1);
    assert_int_equal(
        rows.list.ptr[0].pieces.ptr[0].items.ptr[0].image->jpeg.len, 0);
    assert_int_equal(diags_errors(l->f.diags), 0);
    layout_close(l);
}

// What is no file, or too large to be meant, is not even read.
static void test_no_photo(void **state)
{
    char folder[] = "/tmp/vita-test-XXXXXX";
    char path[64];
    static const struct {
        const char *name, *message;
    } cases[] = {
        {"none.jpg", "cannot open the picture"},
        {"", "is a folder"},
        {"fifo", "is no file"},
        {"huge", "is too large"},
        {"empty", "is an empty file"},
    };

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fifo", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    snprintf(path, sizeof path, "%s/huge", folder);
    fclose(fopen(path, "w"));
    assert_int_equal(truncate(path, 30 * 1024 * 1024), 0);
    snprintf(path, sizeof path, "%s/empty", folder);
    fclose(fopen(path, "w"));
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
    snprintf(path, sizeof path, "%s/empty", folder);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_photo),
        cmocka_unit_test(test_turned_photo),
        cmocka_unit_test(test_no_photo),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
