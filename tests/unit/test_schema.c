// SPDX-License-Identifier: MIT
// Option tables: every type of option, unknown keys, wrong kinds, null; and
// colours.
#include "profile_fixture.h"

#include "design/schema.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// One member for each type, filled with what no test writes.
struct target {
    sp length, size, width;
    uint32_t colour;
    bool flag;
    int choice;
    int count;
    struct text text;
    struct text template;
    struct text_list texts;
    struct text months[12];
};

static const char *const words[] = {"small", "medium", "large", NULL};

#define AT(member) offsetof(struct target, member)

static const struct option options[] = {
    {"length", OPTION_LENGTH, AT(length), NULL},
    {"group.size", OPTION_POSITIVE_LENGTH, AT(size), NULL},
    {"group.colour", OPTION_COLOUR, AT(colour), NULL},
    {"group.inner.flag", OPTION_BOOL, AT(flag), NULL},
    {"choice", OPTION_CHOICE, AT(choice), words},
    {"text", OPTION_TEXT, AT(text), NULL},
    {"template", OPTION_TEMPLATE, AT(template), NULL},
    {"texts", OPTION_TEXTS, AT(texts), NULL},
    {"names", OPTION_NAMES, AT(texts), NULL},
    {"months", OPTION_MONTHS, AT(months), NULL},
    {"width", OPTION_WIDTH, AT(width), NULL},
    {"count", OPTION_COUNT, AT(count), NULL},
    {"any", OPTION_ANY, 0, NULL},
    // A name that is an option and a group as well.
    {"both", OPTION_ANY, 0, NULL},
    {"both.one", OPTION_BOOL, AT(flag), NULL},
};
static const struct schema schema = {"test", options, COUNT(options)};

static const struct target untouched = {
    .length = -1,
    .size = -1,
    .width = -1,
    .colour = 0x123456,
    .flag = false,
    .choice = -1,
    .count = -1,
    .text = {{"old", 3}, {0}},
};

static struct target read_options(struct fixture *f, const char *text)
{
    struct target target = untouched;

    fixture_read(f, text);
    schema_read(&schema, f->root,
                &(struct schema_target){f->arena, f->diags, &target, PT(12)});
    return target;
}

static void assert_untouched(const struct target *target)
{
    assert_int_equal(target->length, untouched.length);
    assert_int_equal(target->size, untouched.size);
    assert_int_equal(target->width, untouched.width);
    assert_int_equal(target->colour, untouched.colour);
    assert_int_equal(target->flag, untouched.flag);
    assert_int_equal(target->choice, untouched.choice);
    assert_int_equal(target->count, untouched.count);
    assert_str(target->text.str, "old");
    assert_int_equal(target->texts.len, 0);
    assert_int_equal(target->months[0].str.len, 0);
}

static void test_values(void **state)
{
    struct fixture f;
    struct target t = read_options(
        &f, "length: -1.5em\n"
            "group: {size: 2in, colour: navy, inner: {flag: true}}\n"
            "choice: large\n"
            "text: some text\n"
            "count: ' 99 '\n"
            "width: ' auto '\n"
            "texts: [a, 'b']\n"
            "months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, last]\n"
            "any: [what, {ever: 1}]\n");

    (void)state;
    assert_string_equal(fixture_messages(&f), "");
    assert_int_equal(t.length, -PT(18));
    assert_int_equal(t.size, PT(144));
    assert_int_equal(t.colour, 0x000080);
    assert_true(t.flag);
    assert_int_equal(t.choice, 2);
    assert_int_equal(t.count, 99);
    assert_int_equal(t.width, 0);
    assert_str(t.text.str, "some text");
    assert_pos(t.text.pos, 4, 7, 9);
    assert_int_equal(t.texts.len, 2);
    assert_str(t.texts.ptr[1].str, "b");
    assert_str(t.months[11].str, "last");
    fixture_free(&f);
}

// A text alone is a list of one, unless it looks like several.
static void test_one_text(void **state)
{
    static const struct {
        const char *yaml;
        const char *text; // NULL: none
    } cases[] = {
        {"texts: a b", "a b"},     {"texts: ''", NULL},
        {"names: a b", "a b"},     {"names: 'Noether, Emmy'", "Noether, Emmy"},
        {"names: [Emmy]", "Emmy"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct target t = read_options(&f, cases[i].yaml);

        assert_string_equal(fixture_messages(&f), "");
        assert_int_equal(t.texts.len, cases[i].text != NULL);
        if (cases[i].text)
            assert_str(t.texts.ptr[0].str, cases[i].text);
        fixture_free(&f);
    }
}

static void test_booleans(void **state)
{
    static const struct {
        const char *written;
        bool value;
        bool good;
    } cases[] = {
        {"true", true, true},   {"True", true, true},   {"yes", true, true},
        {"false", false, true}, {"False", false, true}, {"no", false, true},
        {"on", false, false},   {"1", false, false},    {"''", false, false},
        {"tru", false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct target target = untouched;
        char text[64];

        snprintf(text, sizeof text, "both: {one: %s}", cases[i].written);
        target.flag = !cases[i].value;
        fixture_read(&f, text);
        schema_read(&schema, f.root,
                    &(struct schema_target){f.arena, f.diags, &target, 0});
        assert_int_equal(diags_errors(f.diags), !cases[i].good);
        // A wrong value leaves the option as it was.
        assert_int_equal(target.flag,
                         cases[i].good ? cases[i].value : !cases[i].value);
        fixture_free(&f);
    }
}

// Absent and empty options stay as they were; null clears a text.
static void test_null(void **state)
{
    static const char *const cases[] = {
        "",
        "~",
        "{}",
        "text: ~",
        "length: ~\ngroup: ~\nchoice:\ntexts: ~\n",
        "months: ~\nany: ~\nboth: ~\n",
        "group: {size: ~, colour: , inner: ~}\n",
        "group: {inner: {flag: ~}}\n",
    };
    struct fixture f;
    struct target t;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        t = read_options(&f, cases[i]);
        assert_string_equal(fixture_messages(&f), "");
        assert_untouched(&t);
        fixture_free(&f);
    }
    t = read_options(&f, "template: ~");
    assert_non_null(t.template.str.ptr);
    assert_int_equal(t.template.str.len, 0);
    assert_string_equal(fixture_messages(&f), "");
    fixture_free(&f);
}

static void test_errors(void **state)
{
    static const struct {
        const char *text, *messages;
    } cases[] = {
        // Unknown keys, near and far, at every depth.
        {"lenght: 1cm", "t:1:1: error: unknown key 'lenght' in test\n"
                        "    hint: did you mean 'length'?\n"},
        {"qqqqq: 1", "t:1:1: error: unknown key 'qqqqq' in test\n"
                     "    hint: known keys: length, group, choice, text, "
                     "template, "
                     "texts, names, months, width, count, any, both\n"},
        {"group: {colr: red}",
         "t:1:9: error: unknown key 'colr' in test.group\n"
         "    hint: did you mean 'colour'?\n"},
        {"group: {inner: {zzz: 1}}",
         "t:1:17: error: unknown key 'zzz' in test.group.inner\n"
         "    hint: known keys: flag\n"},
        {"length: {a: 1}",
         "t:1:9: error: test.length must be a length, not a map\n"},
        // Part of a path is no key.
        {"group.size: 1cm", "error: unknown key 'group.size' in test\n"},
        {"grou: {size: 1cm}", "error: unknown key 'grou' in test\n"},
        // Wrong kinds.
        {"[1]", "t:1:1: error: test must be a map of options, not a list\n"},
        {"x", "t:1:1: error: test must be a map of options, not a text\n"},
        {"group: x",
         "t:1:8: error: test.group must be a map of options, not a text\n"},
        {"group: [x]",
         "t:1:8: error: test.group must be a map of options, not a list\n"},
        {"group: {size: [1cm]}",
         "t:1:15: error: test.group.size must be a length, not a list\n"},
        {"group: {colour: {a: b}}",
         "error: test.group.colour must be a colour, not a map\n"},
        {"both: {one: []}",
         "error: test.both.one must be true or false, not a list\n"},
        {"choice: [small]", "error: test.choice must be a word, not a list\n"},
        {"text: [a]", "error: test.text must be a text, not a list\n"},
        {"texts: a, b",
         "error: test.texts must be a list of texts, not a text\n"},
        {"names: {a: b}",
         "error: test.names must be a list of texts, not a map\n"},
        {"texts: [a, [b]]",
         "t:1:12: error: test.texts must be a list of texts, not a list\n"},
        {"months: {a: b}",
         "error: test.months must be a list of texts, not a map\n"},
        // Wrong values.
        {"length: 5", "t:1:9: error: test.length is no length: '5'\n"
                      "    hint: a length is a number and a unit: 0.7in, "},
        {"length: 1 furlong", "error: test.length is no length"},
        {"length: 99999cm", "error: test.length is no length"},
        {"width: 0pt", "error: test.width must be greater than zero\n"},
        {"width: wide", "error: test.width is no length: 'wide'\n"},
        {"width: [auto]",
         "t:1:8: error: test.width must be a length or auto, not a list\n"},
        {"group: {size: 0pt}",
         "error: test.group.size must be greater than zero\n"},
        {"group: {size: 0.000001pt}", // less than the least length
         "error: test.group.size must be greater than zero\n"},
        {"count: 1.5", "t:1:8: error: test.count must be a whole number from "
                       "0 to 99\n"},
        {"count: -1", "error: test.count must be a whole number"},
        {"count: 100", "error: test.count must be a whole number"},
        {"count: 9999999999999999999999", "error: test.count must be a whole"},
        {"count: ''", "error: test.count must be a whole number"},
        {"count: [1]", "error: test.count must be a number, not a list\n"},
        {"group: {size: -1pt}",
         "error: test.group.size must be greater than zero\n"},
        {"group: {colour: nvy}",
         "t:1:17: error: test.group.colour is no colour: 'nvy'\n"
         "    hint: did you mean 'navy'?\n"},
        {"group: {colour: '#12345'}",
         "error: test.group.colour is no colour: '#12345'\n"
         "    hint: a colour is a name (navy), #004f90, "},
        {"choice: meduim",
         "t:1:9: error: test.choice cannot be 'meduim'\n"
         "    hint: did you mean 'medium'? It can be: small, medium, large\n"},
        {"choice: 3", "error: test.choice cannot be '3'\n"
                      "    hint: it can be: small, medium, large\n"},
        {"months: [a, b]",
         "t:1:9: error: test.months must have 12 names, it has 2\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct target t = read_options(&f, cases[i].text);

        assert_contains(fixture_brief(&f), cases[i].messages);
        assert_int_equal(diags_errors(f.diags), 1);
        t.texts.len = 0; // the good items of a list are kept
        assert_untouched(&t);
        fixture_free(&f);
    }
}

// All mistakes are told at once, and what is right is read beside them.
static void test_goes_on(void **state)
{
    struct fixture f;
    struct target t = read_options(
        &f, "length: x\ngroup: {size: y, colour: red}\nlast: 1\ntext: good\n");

    (void)state;
    assert_int_equal(diags_errors(f.diags), 3);
    assert_int_equal(t.colour, 0xff0000);
    assert_str(t.text.str, "good");
    fixture_free(&f);
}

static void test_months_of_lists(void **state)
{
    struct fixture f;
    struct target t =
        read_options(&f, "months: [a, b, c, d, e, f, g, h, i, j, k, [l]]");

    (void)state;
    assert_int_equal(diags_errors(f.diags), 1);
    assert_untouched(&t);
    fixture_free(&f);
}

static void test_colours(void **state)
{
    static const struct {
        const char *written;
        uint32_t colour;
    } cases[] = {
        {"black", 0x000000},
        {" rebeccapurple ", 0x663399},
        {"aliceblue", 0xf0f8ff},
        {"yellowgreen", 0x9acd32},
        {"#fff", 0xffffff},
        {"#1a2", 0x11aa22},
        {"#004F90", 0x004f90},
        {"004F90", 0x004f90},
        {"RebeccaPurple", 0x663399},
        {"rgb(0, 79, 144)", 0x004f90},
        {"rgb(0,79,144)", 0x004f90},
        {"rgb(0 79 144)", 0x004f90},
        {"rgb( 255 , 255 , 255 )", 0xffffff},
        {"rgb(100%, 0%, 50%)", 0xff0080},
        {"rgb(127.5, 0.4, 0.5)", 0x800001},
        {"hsl(0, 0%, 0%)", 0x000000},
        {"hsl(0, 100%, 50%)", 0xff0000},
        {"hsl(360, 100%, 50%)", 0xff0000},
        {"hsl(60, 100%, 50%)", 0xffff00},
        {"hsl(120, 100%, 25%)", 0x008000},
        {"hsl(180, 100%, 50%)", 0x00ffff},
        {"hsl(240 100% 50%)", 0x0000ff},
        {"hsl(300, 100%, 50%)", 0xff00ff},
        {"hsl(0, 0%, 50%)", 0x808080},
        {"hsl(120, 100%, 100%)", 0xffffff},
        {"hsl(207, 100%, 28%)", 0x004f8f},
        {"hsl(175, 43%, 21%)", 0x1f4d49},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint32_t colour = 0x123456;

        if (!colour_parse(str_from_cstr(cases[i].written), &colour))
            fail_msg("%s is no colour", cases[i].written);
        if (colour != cases[i].colour)
            fail_msg("%s is %06x, not %06x", cases[i].written, colour,
                     cases[i].colour);
    }
}

static void test_no_colours(void **state)
{
    static const char *const cases[] = {
        "",
        "#",
        "#12",
        "#1234",
        "#12345",
        "#1234567",
        "#12g",
        "# 12",
        "04f90",
        "blu",
        "rgb",
        "rgb()",
        "rgb(1, 2)",
        "rgb(1, 2, 3",
        "rgb(1, 2, 3, 4)",
        "rgb(1, 2, 3) x",
        "rgb(256, 0, 0)",
        "rgb(0, 0, 101%)",
        "rgb(-1, 0, 0)",
        "rgb(a, b, c)",
        "rgb(99999999999999999999, 0, 0)",
        "hsl(0, 0, 0)",
        "hsl(0, 101%, 0%)",
        "hsl(361, 0%, 0%)",
        "hsl(10%, 0%, 0%)",
        "hsl(-1, 0%, 0%)",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint32_t colour = 0x123456;

        if (colour_parse(str_from_cstr(cases[i]), &colour))
            fail_msg("%s is a colour, %06x", cases[i], colour);
    }
}

// Every grey must come out of hsl() as out of rgb(): rounding is even.
static void test_greys(void **state)
{
    (void)state;
    for (int percent = 0; percent <= 100; percent++) {
        uint32_t from_hsl = 0;
        uint32_t from_rgb = 0;
        char text[64];

        snprintf(text, sizeof text, "hsl(77, 0%%, %d%%)", percent);
        assert_true(colour_parse(str_from_cstr(text), &from_hsl));
        snprintf(text, sizeof text, "rgb(%d%%, %d%%, %d%%)", percent, percent,
                 percent);
        assert_true(colour_parse(str_from_cstr(text), &from_rgb));
        assert_int_equal(from_hsl, from_rgb);
    }
}

static void test_suggestions(void **state)
{
    (void)state;
    assert_str(colour_suggest(STR("drakblue")), "darkblue");
    assert_str(colour_suggest(STR("yelowgreen")), "yellowgreen");
    assert_int_equal(colour_suggest(STR("xyzxyzxyz")).len, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),          cmocka_unit_test(test_one_text),
        cmocka_unit_test(test_booleans),        cmocka_unit_test(test_null),
        cmocka_unit_test(test_errors),          cmocka_unit_test(test_goes_on),
        cmocka_unit_test(test_months_of_lists), cmocka_unit_test(test_colours),
        cmocka_unit_test(test_no_colours),      cmocka_unit_test(test_greys),
        cmocka_unit_test(test_suggestions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
