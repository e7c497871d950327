// SPDX-License-Identifier: MIT
// The arena, and arrays that grow in it.
#include "str_assert.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

static void test_arena_alloc(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    // Across chunks, and larger than any chunk.
    for (size_t size = 0; size < 5000000; size = size * 3 + 1) {
        unsigned char *ptr = arena_alloc(arena, size);

        assert_int_equal((uintptr_t)ptr % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            if (ptr[i] != 0)
                fail_msg("byte %zu of %zu is not zero", i, size);
        memset(ptr, 0xaa, size);
    }
    assert_true(arena_size(arena) >= 5000000 / 3);
    arena_free(arena);
    arena_free(NULL);
}

static void test_arena_rewind(void **state)
{
    struct arena *arena = arena_new();
    char *kept = arena_alloc(arena, 8);
    struct arena_mark mark;
    size_t size;
    char *again;

    (void)state;
    memcpy(kept, "kept", 5);
    mark = arena_mark(arena);
    size = arena_size(arena);
    for (int round = 0; round < 3; round++) {
        char *dirty = arena_alloc(arena, 100);

        memset(dirty, 0xff, 100);
        (void)arena_alloc(arena, 300000);
        assert_true(arena_size(arena) > size);
        arena_rewind(arena, mark);
        assert_int_equal(arena_size(arena), size);
        assert_string_equal(kept, "kept");
    }
    again = arena_alloc(arena, 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(again[i], 0);
    arena_free(arena);
}

// What is kept is used again, and no more is kept than that.
static void test_arena_clear(void **state)
{
    struct arena *arena = arena_new();
    unsigned char *first = arena_alloc(arena, 40000);
    unsigned char *again;
    bool found = false;

    (void)state;
    memset(first, 0xaa, 40000);
    (void)arena_alloc(arena, 3000000);
    arena_clear(arena, 1000000);
    assert_int_equal(arena_size(arena), 0);
    assert_in_range(arena_spare(arena), 40000, 1000000);
    for (int i = 0; i < 4 && !found; i++) {
        again = arena_alloc(arena, 40000);
        for (size_t j = 0; j < 40000; j++)
            assert_int_equal(again[j], 0);
        found = again == first;
    }
    assert_true(found);
    // What was kept before is kept no longer, if less is to be.
    arena_clear(arena, 1000000);
    assert_true(arena_spare(arena) > 0);
    arena_clear(arena, 0);
    assert_int_equal(arena_spare(arena), 0);
    assert_int_equal(arena_size(arena), 0);
    memset(arena_alloc(arena, 100), 0xaa, 100);
    arena_clear(arena, SIZE_MAX);
    arena_clear(arena, SIZE_MAX);
    assert_int_equal(*(char *)arena_alloc(arena, 1), 0);
    arena_free(arena);
}

static void test_arena_grow(void **state)
{
    struct arena *arena = arena_new();
    char *first = arena_alloc(arena, 10);
    struct arena_mark mark;
    char *grown;
    char *moved;

    (void)state;
    memcpy(first, "123456789", 10);
    grown = arena_grow(arena, first, 10, 1000);
    assert_ptr_equal(grown, first); // the newest grows in place
    assert_string_equal(grown, "123456789");
    assert_int_equal(grown[999], 0);
    (void)arena_alloc(arena, 1);
    moved = arena_grow(arena, grown, 1000, 200000);
    assert_ptr_not_equal(moved, grown);
    assert_string_equal(moved, "123456789");
    assert_int_equal(moved[199999], 0);
    assert_non_null(arena_grow(arena, NULL, 0, 16));
    mark = arena_mark(arena);
    memset(arena_alloc(arena, 1000), 'x', 1000);
    arena_rewind(arena, mark);
    grown = arena_grow(arena, first, 10, 1000); // in memory that was used
    assert_string_equal(grown, "123456789");
    for (size_t i = 10; i < 1000; i++)
        assert_int_equal(grown[i], 0);
    arena_free(arena);
}

VEC_DECLARE(numbers, int);

static void test_vec(void **state)
{
    struct arena *arena = arena_new();
    struct numbers list = {0};

    (void)state;
    for (int i = 0; i < 10000; i++) {
        vec_push(arena, &list, i);
        (void)arena_alloc(arena, 1); // so that it cannot grow in place
    }
    assert_int_equal(list.len, 10000);
    assert_true(list.cap >= list.len);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(list.ptr[i], i);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_alloc), cmocka_unit_test(test_arena_rewind),
        cmocka_unit_test(test_arena_clear), cmocka_unit_test(test_arena_grow),
        cmocka_unit_test(test_vec),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
