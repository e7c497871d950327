// SPDX-License-Identifier: MIT
// Places in a source against counting its characters one by one.
#include "profile_fixture.h"

#include "base/utf8.h"
#include "profile/source_map.h"

static void check_text(struct str text)
{
    struct arena *arena = arena_new();
    struct source source = {STR("t"), text, 0};
    struct source_map map;
    size_t character = 0;
    uint32_t line = 1;
    uint32_t column = 1;

    source_map_init(&map, arena, &source, text);
    for (size_t byte = 0; byte < text.len; character++, column++) {
        struct pos pos = source_map_pos(&map, character, character + 1);

        assert_int_equal(source_map_byte(&map, character), byte);
        assert_int_equal(source_map_character(&map, byte), character);
        assert_int_equal(pos.line, line);
        assert_int_equal(pos.column, column);
        if (utf8_next(text, &byte) == '\n') {
            line++;
            column = 0;
        }
    }
    assert_int_equal(map.characters, character);
    assert_int_equal(map.lines.len, line);
    assert_int_equal(source_map_byte(&map, character), text.len);
    arena_free(arena);
}

// Characters of all lengths, malformed bytes among them, that begin after
// ASCII of every length, in which lines end.
static void test_places(void **state)
{
    static const char *const parts[] = {"", "\u00e9", "\u2013\u2013",
                                        "\U0001F44D", "\xff\xe2\x80"};
    static const char ascii[] = "The quick brown\nfox\n\njumps over the lazy "
                                "dog and runs away.\n";
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (size_t len = 0; len < sizeof ascii; len++) {
            struct buf buf = {.arena = arena};

            buf_add(&buf, (struct str){ascii, len});
            buf_add_cstr(&buf, parts[i]);
            buf_add_cstr(&buf, ascii);
            buf_add_cstr(&buf, parts[i]);
            check_text(buf_str(&buf));
        }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_places)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
