// SPDX-License-Identifier: MIT
// What keeps a file from conforming: fonts that must not be embedded.
#include "pdf/pdf.h"
#include "text/families.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "font_names.h"
#include "pdf_page.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Returns the offset of fsType in a font file that has but one face.
static size_t type_offset(const unsigned char *file)
{
    unsigned tables = (unsigned)file[4] << 8 | file[5];

    for (unsigned i = 0; i < tables; i++) {
        const unsigned char *record = file + 12 + 16 * (size_t)i;

        if (memcmp(record, "OS/2", 4) == 0)
            return ((size_t)record[8] << 24 | (size_t)record[9] << 16 |
                    (size_t)record[10] << 8 | record[11]) +
                   8;
    }
    fail_msg("no table OS/2");
    return 0;
}

// Puts the default family's first embedded face beside the profile, with
// other rights, and starts the draft anew with it.
static void use_font(struct draft *draft, unsigned type)
{
    const char *path = str_format(draft->arena, "%s/a.otf", draft->folder).ptr;
    const struct family_face *face = families[0].faces;
    unsigned char *bytes;
    FILE *file;

    while (!face->data)
        face++;
    bytes = arena_alloc(draft->arena, face->size);
    memcpy(bytes, face->data, face->size);
    bytes[type_offset(bytes)] = (unsigned char)(type >> 8);
    bytes[type_offset(bytes) + 1] = (unsigned char)type;
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, face->size, file), face->size);
    assert_int_equal(fclose(file), 0);
    font_store_free(draft->fonts);
    draft->fonts = font_store_new(str_from_cstr(draft->folder));
    draft->pages = (struct pages){0};
    draft_text(draft, default_family(), 10, 72, 100, "word");
    draft_text(draft, default_family(), 10, 72, 120, "word");
}

static struct str messages(struct draft *draft, unsigned conformance,
                           bool other)
{
    struct diags *diags = diags_new(draft->arena);
    struct pdf_options options = {.conformance = conformance};
    struct source source = {.name = STR("t"), .text = STR("the family\n")};
    struct design design = {0};
    char *text;
    size_t len;
    FILE *file = open_memstream(&text, &len);
    struct str copy;

    assert_non_null(file);
    // Of all roles the second has it, and by another name the first.
    design.typography.faces[FACE_NAME].family = (struct text){
        other ? STR("Else")
              : str_format(draft->arena, "%s light", default_family()),
        {&source, 1, 5, 6}};
    design.typography.faces[FACE_BODY].family =
        (struct text){STR("Any"), {&source, 1, 1, 3}};
    pdf_check(&draft->pages, &options, &design, diags);
    diags_print(diags, file, true, false);
    fclose(file);
    copy = str_copy(draft->arena, (struct str){text, len});
    free(text);
    return copy;
}

static void test_font_rights(void **state)
{
    static const struct {
        unsigned type;
        const char *reason; // NULL: it may be embedded
    } cases[] = {
        {0x0000, NULL},
        {0x0004, NULL}, // for print and view
        {0x0008, NULL}, // for editing
        {0x000C, NULL}, // as old files say it
        {0x0006, NULL}, // the less restrictive counts
        {0x0002, "forbids embedding"},
        {0x0102, "forbids embedding"},
        {0x0104, "forbids to embed a part of it"},
        {0x0200, "bitmaps only"},
        {0x0208, "bitmaps only"},
    };
    struct draft *draft = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str strict;
        struct str plain;

        use_font(draft, cases[i].type);
        strict = messages(draft, CONFORMANCE_UA_1, false);
        plain = messages(draft, 0, true);
        if (!cases[i].reason) {
            assert_int_equal(strict.len, 0);
            assert_int_equal(plain.len, 0);
            continue;
        }
        assert_contains(strict, cases[i].reason);
        assert_contains(strict, "t:1:5: error: the font ");
        assert_contains(strict, default_face());
        assert_contains(plain, cases[i].reason);
        assert_contains(plain, "t:1:1: warning: the font ");
        assert_contains(plain, default_face());
        // Once, however often it is used.
        assert_int_equal(str_find(strict, STR("error"),
                                  str_find(strict, STR("error"), 0) + 1),
                         SIZE_MAX);
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_font_rights),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
