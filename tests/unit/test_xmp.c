// SPDX-License-Identifier: MIT
// The XMP packet: which properties stand in it, and that no text of a profile
// breaks the XML.
#include "pdf/xmp.h"

#include "design/conformance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct str words[] = {{"C & C++", 7}, {"a <b>", 5}};

static struct xmp sample(void)
{
    return (struct xmp){
        .title = STR("CV of \"A\""),
        .author = STR("Ay\u015fe \U0001F600"),
        .description = STR("x < y"),
        .language = STR("tr-TR"),
        .keywords = {words, COUNT(words), COUNT(words)},
        .joined_keywords = STR("C & C++; a <b>"),
        .creator_tool = STR("tool"),
        .producer = STR("maker"),
        .date = STR("2026-01-31T12:00:00Z"),
    };
}

static size_t occurrences(struct str text, const char *part)
{
    size_t count = 0;

    for (size_t at = 0;
         (at = str_find(text, str_from_cstr(part), at)) != SIZE_MAX; at++)
        count++;
    return count;
}

static void assert_has(struct str text, const char *part)
{
    if (occurrences(text, part) != 1)
        fail_msg("%zu times \"%s\" in:\n%.*s", occurrences(text, part), part,
                 STR_ARG(text));
}

static void test_properties(void **state)
{
    static const char *const parts[] = {
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
        "<dc:format>application/pdf</dc:format>",
        "<dc:title><rdf:Alt>\n"
        "<rdf:li xml:lang=\"x-default\">CV of &quot;A&quot;</rdf:li>\n"
        "<rdf:li xml:lang=\"tr-TR\">CV of &quot;A&quot;</rdf:li>\n"
        "</rdf:Alt></dc:title>",
        "<dc:creator><rdf:Seq>\n<rdf:li>Ay\u015fe \U0001F600</rdf:li>\n"
        "</rdf:Seq></dc:creator>",
        "<dc:description><rdf:Alt>\n"
        "<rdf:li xml:lang=\"x-default\">x &lt; y</rdf:li>\n",
        "<dc:subject><rdf:Bag>\n<rdf:li>C &amp; C++</rdf:li>\n"
        "<rdf:li>a &lt;b&gt;</rdf:li>\n</rdf:Bag></dc:subject>",
        "<dc:language><rdf:Bag>\n<rdf:li>tr-TR</rdf:li>\n</rdf:Bag>",
        "<xmp:CreateDate>2026-01-31T12:00:00Z</xmp:CreateDate>",
        "<xmp:ModifyDate>2026-01-31T12:00:00Z</xmp:ModifyDate>",
        "<xmp:MetadataDate>2026-01-31T12:00:00Z</xmp:MetadataDate>",
        "<xmp:CreatorTool>tool</xmp:CreatorTool>",
        "<pdf:Keywords>C &amp; C++; a &lt;b&gt;</pdf:Keywords>",
        "<pdf:Producer>maker</pdf:Producer>",
        "<?xpacket end=\"r\"?>\n",
    };
    struct arena *arena = arena_new();
    struct xmp xmp = sample();
    struct str packet = xmp_write(arena, &xmp);

    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++)
        assert_has(packet, parts[i]);
    arena_free(arena);
}

static void test_conformance(void **state)
{
    static const struct {
        unsigned conformance;
        const char *part, *level; // of PDF/A
        size_t ua, extension;
    } cases[] = {
        {0, NULL, NULL, 0, 0},
        {CONFORMANCE_UA_1, NULL, NULL, 1, 0},
        {CONFORMANCE_A_2B, "2", "B", 0, 0},
        {CONFORMANCE_A_3B, "3", "B", 0, 0},
        {CONFORMANCE_A_2A, "2", "A", 0, 0},
        {CONFORMANCE_UA_1 | CONFORMANCE_A_2A, "2", "A", 1, 1},
        {CONFORMANCE_UA_1 | CONFORMANCE_A_3B, "3", "B", 1, 1},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct xmp xmp = sample();
        struct str packet;

        xmp.conformance = cases[i].conformance;
        packet = xmp_write(arena, &xmp);
        assert_int_equal(occurrences(packet, "<pdfaid:"),
                         cases[i].part ? 2 : 0);
        if (cases[i].part) {
            assert_has(
                packet,
                str_format(arena, "<pdfaid:part>%s</", cases[i].part).ptr);
            assert_has(packet, str_format(arena, "<pdfaid:conformance>%s</",
                                          cases[i].level)
                                   .ptr);
        }
        assert_int_equal(occurrences(packet, "<pdfuaid:part>1</pdfuaid:part>"),
                         cases[i].ua);
        assert_int_equal(occurrences(packet, "<pdfaExtension:schemas>"),
                         cases[i].extension);
    }
    arena_free(arena);
}

static void test_empty(void **state)
{
    static const char *const absent[] = {
        "dc:title>",     "dc:creator>",      "dc:description>",
        "dc:subject>",   "dc:language>",     "xmp:CreateDate>",
        "pdf:Keywords>", "xmp:CreatorTool>", "rdf:li",
    };
    struct arena *arena = arena_new();
    struct xmp xmp = {0};
    struct str packet = xmp_write(arena, &xmp);

    (void)state;
    for (size_t i = 0; i < COUNT(absent); i++)
        assert_int_equal(occurrences(packet, absent[i]), 0);
    arena_free(arena);
}

static void test_clean(void **state)
{
    static const struct {
        const char *text, *clean;
    } cases[] = {
        {"", ""},
        {"plain & <text>", "plain & <text>"},
        {"a\tb\nc\r\nd\xC2\x85"
         "e",
         "a b c  d e"},
        {"a\x01\x08\x0b\x1f\x7fz", "az"},
        {"a\xC2\x80\xC2\x9Fz", "az"},
        // Noncharacters, of which XML takes those beyond U+FFFF.
        {"a\xEF\xBF\xBE\xEF\xBF\xBFz", "az"},
        {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
        // Malformed bytes, among them a surrogate.
        {"a\xFFz", "a\xEF\xBF\xBDz"},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str clean = xmp_clean(arena, str_from_cstr(cases[i].text));

        if (!str_eq_cstr(clean, cases[i].clean))
            fail_msg("case %zu: '%.*s'", i, STR_ARG(clean));
    }
    arena_free(arena);
}

// All bytes and some characters that XML forbids, in every text.
static void test_hostile_texts_stay_xml(void **state)
{
    struct arena *arena = arena_new();
    struct buf hostile = {.arena = arena};
    struct str item;
    struct xmp xmp;
    struct str packet;

    (void)state;
    buf_add_cstr(&hostile, "]]><!--<?xpacket end=\"w\"?>&#0;</rdf:RDF>\xEF\xBF"
                           "\xBE");
    for (int c = 0; c < 256; c++)
        buf_add_char(&hostile, (char)c);
    item = buf_str(&hostile);
    xmp = (struct xmp){item, item, item, item, {&item, 1, 1},
                       item, item, item, item, 0};
    packet = xmp_write(arena, &xmp);
    assert_has(packet, "<?xpacket end=");
    assert_has(packet, "</rdf:RDF>");
    assert_int_equal(occurrences(packet, "<!--"), 0);
    assert_int_equal(occurrences(packet, "]]>"), 0);
    for (size_t i = 0; i < packet.len; i++) {
        unsigned char c = (unsigned char)packet.ptr[i];

        assert_true(c >= 0x20 || c == '\n');
        if (c == '&')
            assert_int_equal(
                str_find(str_slice(packet, i, i + 7), STR(";"), 0) == SIZE_MAX,
                0);
    }
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_properties),
        cmocka_unit_test(test_conformance),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_clean),
        cmocka_unit_test(test_hostile_texts_stay_xml),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
