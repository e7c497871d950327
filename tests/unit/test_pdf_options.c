// SPDX-License-Identifier: MIT
// What pdf_options ask for: metadata in two places that agree, the colour
// profile, the attached source, encryption.
#include "pdf/pdf.h"
#include "pdf/srgb.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "pdf_page.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct str keywords[] = {{"C", 1}, {"\u00dcbung (a, b)", 13}};

static void fill_draft(struct draft *draft)
{
    draft->pages.title = STR("Vit\u00e6 & <Co>");
    draft->pages.author = STR("Ay\u015fe");
    draft->pages.subject = STR("x\ty\x01");
    draft->pages.keywords = (struct str_list){keywords, 2, 2};
    draft->pages.language = STR("en-GB");
    draft->pages.date = 1700000000; // 2023-11-14 22:13:20 UTC
    draft_text(draft, "Source Sans Pro", 10, 72, 100, "Experience");
}

static struct str packet(struct draft *draft)
{
    return draft_run_tool(draft, "pdfinfo -meta out.pdf");
}

static void test_info_equals_xmp(void **state)
{
    struct draft *draft = *state;
    struct str info;
    struct str xmp;

    fill_draft(draft);
    draft_write(draft);
    draft_check(draft);
    info = draft_run_tool(draft, "TZ=UTC pdfinfo -isodates -enc UTF-8 out.pdf");
    xmp = packet(draft);
    assert_contains(info, "Title:           Vit\u00e6 & <Co>\n");
    assert_contains(xmp, "\">Vit\u00e6 &amp; &lt;Co&gt;</rdf:li>");
    assert_contains(info, "Author:          Ay\u015fe\n");
    assert_contains(xmp, "<rdf:li>Ay\u015fe</rdf:li>");
    assert_contains(info, "Subject:         x y\n");
    assert_contains(xmp, "\">x y</rdf:li>");
    assert_contains(info, "Keywords:        C; \u00dcbung (a, b)\n");
    assert_contains(xmp, "<pdf:Keywords>C; \u00dcbung (a, b)</pdf:Keywords>");
    assert_contains(xmp, "<rdf:li>\u00dcbung (a, b)</rdf:li>");
    assert_contains(info, "Creator:         vita\n");
    assert_contains(xmp, "<xmp:CreatorTool>vita</xmp:CreatorTool>");
    assert_contains(info, "Producer:        vita 0.1.0 (libharu ");
    assert_contains(xmp, "<pdf:Producer>vita 0.1.0 (libharu ");
    assert_contains(info, "CreationDate:    2023-11-14T22:13:20Z\n");
    assert_contains(info, "ModDate:         2023-11-14T22:13:20Z\n");
    assert_contains(xmp, "<xmp:CreateDate>2023-11-14T22:13:20Z</");
    assert_contains(xmp, "<xmp:ModifyDate>2023-11-14T22:13:20Z</");
}

// Programs that know no PDF find the packet as it stands.
static void test_packet_is_plain(void **state)
{
    struct draft *draft = *state;

    fill_draft(draft);
    draft_write(draft);
    assert_contains(draft->pdf, "<?xpacket begin=\"\xEF\xBB\xBF\"");
    assert_contains(draft->pdf, "/Type /Metadata\n/Subtype /XML\n");
}

static void test_title_is_never_empty(void **state)
{
    const struct {
        struct str title, author;
        const char *want;
    } cases[] = {
        {STR("T"), STR("A"), "T"},
        {STR(""), STR("A"), "A"},
        {STR(" \x02\n"), STR("A"), "A"},
        {STR(""), STR(""), "Curriculum Vitae"},
        {{NULL, 0}, {NULL, 0}, "Curriculum Vitae"},
    };
    struct draft *draft = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        draft->pages =
            (struct pages){.title = cases[i].title, .author = cases[i].author};
        draft_page(draft);
        draft_write(draft);
        assert_contains(
            packet(draft),
            str_format(draft->arena, "\"x-default\">%s</rdf:li>", cases[i].want)
                .ptr);
        assert_contains(
            draft_source(draft),
            str_format(draft->arena, "/Title (%s)\n", cases[i].want).ptr);
    }
}

static void test_output_intent(void **state)
{
    static const struct {
        unsigned conformance;
        bool intent;
    } cases[] = {
        {0, false},
        {CONFORMANCE_UA_1, false},
        {CONFORMANCE_A_2A, true},
        {CONFORMANCE_A_2B, true},
        {CONFORMANCE_A_3B | CONFORMANCE_UA_1, true},
    };
    struct draft *draft = *state;

    fill_draft(draft);
    for (size_t i = 0; i < COUNT(cases); i++) {
        draft->options.conformance = cases[i].conformance;
        draft_write(draft);
        draft_check(draft);
        assert_int_equal(
            str_find(draft_source(draft), STR("/S /GTS_PDFA1"), 0) != SIZE_MAX,
            cases[i].intent);
    }
}

// ICC.1:2001-04, 6.1: version 2.1, a screen's RGB, with the size and the mark
// of a profile; the date is no one's day.
static void test_colour_profile(void **state)
{
    struct str profile = {(const char *)srgb_profile, srgb_profile_size};

    (void)state;
    assert_in_range(profile.len, 400, 700);
    assert_int_equal(srgb_profile[2] << 8 | srgb_profile[3], profile.len);
    assert_int_equal(srgb_profile[8], 2);
    assert_true(str_eq_cstr(str_slice(profile, 12, 24), "mntrRGB XYZ "));
    assert_memory_equal(srgb_profile + 24, "\x07\xD0\0\1\0\1\0\0\0\0\0\0", 12);
    assert_true(str_eq_cstr(str_slice(profile, 36, 40), "acsp"));
    // No identifier: in version 2 the bytes are zeros.
    for (size_t i = 84; i < 128; i++)
        assert_int_equal(srgb_profile[i], 0);
}

static void test_attached_source(void **state)
{
    const struct {
        struct str name;
        const char *shown, *plain, *type;
    } cases[] = {
        {STR("cv.yaml"), "/UF (cv.yaml)", "cv.yaml", "application/yaml"},
        {STR("cv.JSON"), "/UF (cv.JSON)", "cv.JSON", "application/json"},
        {STR("C\u00d6/\\.yaml"), "/UF <feff", "C____.yaml", "application/yaml"},
    };
    struct draft *draft = *state;
    struct str source = STR("cv:\n  name: \xFF\0\r\n");

    fill_draft(draft);
    draft->options.conformance = CONFORMANCE_A_3B;
    draft->options.source = source;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str qdf;

        draft->options.source_name = cases[i].name;
        draft_write(draft);
        draft_check(draft);
        assert_true(
            str_eq(draft_run_tool(
                       draft, str_format(draft->arena,
                                         "qpdf --show-attachment='%s' out.pdf",
                                         cases[i].plain)
                                  .ptr),
                   source));
        qdf = draft_source(draft);
        assert_contains(qdf, cases[i].shown);
        assert_contains(qdf, "/AFRelationship /Source");
        assert_contains(qdf, "/AF [");
        assert_contains(qdf, "/ModDate (D:20231114221320Z)");
        assert_contains(qdf, "/Size 16\n");
        assert_contains(
            draft_run_tool(draft, "qpdf --list-attachments --verbose out.pdf"),
            cases[i].type);
    }
}

static void ask_for_encryption(struct draft *draft)
{
    fill_draft(draft);
    draft->options.conformance = CONFORMANCE_UA_1;
    draft->options.password = STR("s\u00e9same");
    draft->options.owner_password = STR("owner");
    draft->options.permissions = PERMISSION_PRINT;
    draft->options.source = STR("cv: secret");
    draft->options.source_name = STR("cv.yaml");
}

static void test_encryption(void **state)
{
    struct draft *draft = *state;
    struct str shown;

    ask_for_encryption(draft);
    draft_write(draft);
    // Nothing is left in the open.
    assert_int_equal(str_find(draft->pdf, STR("xpacket"), 0), SIZE_MAX);
    assert_int_equal(str_find(draft->pdf, STR("en-GB"), 0), SIZE_MAX);
    assert_true(str_starts(draft->pdf, STR("%PDF-1.7\n")));
    shown = draft_run_tool(draft, "qpdf --check --password=owner out.pdf");
    assert_contains(shown, "Supplied password is owner password");
    assert_contains(shown, "No syntax or stream encoding errors");
    shown = draft_run_tool(draft, "qpdf --check --password='s\u00e9same' "
                                  "out.pdf");
    assert_contains(shown, "R = 3\n");
    assert_contains(shown, "Supplied password is user password");
    assert_contains(shown, "No syntax or stream encoding errors");
    draft_run_tool(draft, "! qpdf --check out.pdf");
    draft_run_tool(draft, "! qpdf --check --password=wrong out.pdf");
    assert_contains(
        draft_run_tool(draft, "pdftotext -raw -opw owner out.pdf -"),
        "Experience\n");
    assert_contains(draft_run_tool(draft, "pdfinfo -opw owner out.pdf"), "Ay");
    assert_true(str_eq_cstr(
        draft_run_tool(
            draft, "qpdf --password=owner --show-attachment=cv.yaml out.pdf"),
        "cv: secret"));
}

// Who has no password to open it with may do what is allowed.
static void test_permissions(void **state)
{
    static const struct {
        unsigned permissions;
        const char *allowed;
    } cases[] = {
        {0, "print:no copy:no change:no addNotes:no"},
        {PERMISSION_PRINT, "print:yes copy:no change:no addNotes:no"},
        {PERMISSION_COPY, "print:no copy:yes change:no addNotes:no"},
        {PERMISSION_EDIT, "print:no copy:no change:yes addNotes:no"},
        {PERMISSION_ANNOTATE, "print:no copy:no change:no addNotes:yes"},
        {PERMISSION_ALL, "print:yes copy:yes change:yes addNotes:yes"},
    };
    struct draft *draft = *state;

    ask_for_encryption(draft);
    draft->options.password = (struct str){0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        draft->options.permissions = cases[i].permissions;
        draft_write(draft);
        assert_contains(draft_run_tool(draft, "pdfinfo out.pdf"),
                        cases[i].allowed);
        // Whatever is forbidden, screen readers get the text.
        assert_contains(draft_run_tool(draft, "qpdf --check out.pdf"),
                        "extract for accessibility: allowed");
    }
}

// One password is both, and lets its owner do everything.
static void test_single_password(void **state)
{
    struct draft *draft = *state;

    ask_for_encryption(draft);
    draft->options.owner_password = (struct str){0};
    draft->options.password = STR("12345678901234567890123456789012");
    draft_write(draft);
    assert_contains(
        draft_run_tool(draft, "qpdf --check --password=12345678901234567890123"
                              "456789012 out.pdf"),
        "Supplied password is owner password");
}

static void test_encrypted_bytes_are_equal(void **state)
{
    struct draft *draft = *state;
    struct str first;

    ask_for_encryption(draft);
    draft_write(draft);
    first = draft->pdf;
    sleep(1);
    draft_write(draft);
    assert_true(str_eq(first, draft->pdf));
    draft->options.password = STR("another");
    draft_write(draft);
    assert_false(str_eq(first, draft->pdf));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, draft_setup, draft_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_info_equals_xmp),      TEST(test_packet_is_plain),
        TEST(test_title_is_never_empty), TEST(test_output_intent),
        TEST(test_colour_profile),       TEST(test_attached_source),
        TEST(test_encryption),           TEST(test_permissions),
        TEST(test_single_password),      TEST(test_encrypted_bytes_are_equal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
