// SPDX-License-Identifier: MIT
// Tables of applications in YAML, the limits of all tables, and their cells.
#include "table_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- YAML --------------------------------------------------------------------

static const struct sample yaml_tables[] = {
    SAMPLE("- company: Acme\n  role: Engineer\n- {role: Chef, fit: 2}\n",
           "company|role|fit\nAcme|Engineer|\n|Chef|2\n"),
    SAMPLE("applications:\n  - Company Name: ' Acme '\n",
           "company_name\nAcme\n"),
    SAMPLE("[{\"company\": \"A\", \"n\": 3, \"t\": true, \"z\": null}]",
           "company|n|t|z\nA|3|true|\n"),
    SAMPLE("-\n- {}\n- {a: ''}\n- {a: ~}\n- {a: x}\n", "a\nx\n"),
    SAMPLE("- {tags: [a, b], make: {x: 1}, cv: text}\n",
           "tags|make|cv\n{- a\\n- b\\n}|{x: 1\\n}|text\n"),
    SAMPLE("- cv:\n"
           "    headline: x\n"
           "    sections: {skills: [a, 'b: c'], 'My Section': [d]}\n"
           "    '2024': y\n"
           "    photo:\n"
           "    'a\"b': z\n"
           "    empty: {}\n"
           "  design: {page: {size: a5}}\n"
           "  placeholders: {City: Bonn}\n",
           "cv.headline|cv.sections.skills|cv.sections.\"My Section\"|"
           "cv.\"2024\"|cv.photo|cv.'a\"b'|design.page.size|"
           "placeholders.City\n"
           "x|{- a\\n- 'b: c'\\n}|{- d\\n}|y|{null\\n}|z|a5|Bonn\n"),
    SAMPLE("- cv.sections: {a: [x]}\n  cv.headline: y\n",
           "cv.sections.a|cv.headline\n{- x\\n}|y\n"),
    SAMPLE("- &a {company: A, role: R}\n- {<<: *a, role: S}\n- *a\n",
           "company|role\nA|R\nA|S\nA|R\n"),
    SAMPLE("- {a: \"one\\ntwo\"}\n", "a\none\\ntwo\n"),
};

static const struct sample yaml_places[] = {
    SAMPLE("- company: Acme\n  cv:\n    x: [1]\n- role: Engineer\n",
           "1:3+7 3:5+1 4:3+4\n1:3: 1:12+4 3:8+3 1:3+7\n"
           "4:3: 4:3+4 4:3+4 4:9+8"),
};

static const struct sample yaml_messages[] = {
    SAMPLE("", "t.yaml: error: the table is empty\n"),
    SAMPLE("[]", "t.yaml: error: the table is empty\n"),
    SAMPLE("applications:\n", "t.yaml: error: the table is empty\n"),
    SAMPLE("- a:\n", "t.yaml: error: the table names columns, but has no "
                     "rows\n"),
    SAMPLE("Acme", "t.yaml:1:1: error: expected a list of applications, found "
                   "a text\n"),
    SAMPLE("company: Acme\nrole: x\n",
           "t.yaml:1:1: error: expected a list of applications, found a map\n"),
    SAMPLE("applications: x\n", "t.yaml:1:15: error: expected a list of "
                                "applications, found a text\n"),
    SAMPLE("aplications: [{a: b}]\n",
           "t.yaml:1:1: error: unknown key 'aplications' in the table\n"
           "hint: did you mean 'applications'?\n"),
    SAMPLE("applications: [{a: b}]\nx: y\n",
           "t.yaml:2:1: error: unknown key 'x' in the table\n"
           "hint: the keys are applications\n"),
    SAMPLE("- {company: A}\n- Acme\n- [x]\n",
           "t.yaml:2:3: error: expected a map, as 'company: Acme', found a "
           "text\n"
           "t.yaml:3:3: error: expected a map, as 'company: Acme', found a "
           "list\n"),
    SAMPLE("- {a: b, A: c}\n- {cv.x: y, cv: {x: z}}\n",
           "t.yaml:1:10: error: the column 'a' is here twice\n"
           "t.yaml:2:18: error: the column 'cv.x' is here twice\n"),
    SAMPLE("- {Vor-name: x, cv: {\"a'\\\"\": y}}\n",
           "t.yaml:1:4: error: 'Vor-name' is no name of a column\n"
           "hint: did you mean 'vor_name'?\n"
           "t.yaml:1:22: error: a key with both kinds of quotation marks\n"),
    SAMPLE("- {compnay: x}\n",
           "t.yaml:1:4: warning: the column 'compnay' is only a placeholder\n"
           "hint: did you mean 'company'?\n"),
};

static void test_yaml_tables(void **state)
{
    (void)state;
    check("t.YML", yaml_tables, COUNT(yaml_tables), dump);
}

static void test_yaml_places(void **state)
{
    (void)state;
    check("t.json", yaml_places, COUNT(yaml_places), places);
}

static void test_yaml_messages(void **state)
{
    (void)state;
    check("t.yaml", yaml_messages, COUNT(yaml_messages), messages);
}

// --- Limits ------------------------------------------------------------------

// The text is before, then count times the unit, then after.
struct long_sample {
    const char *name;
    const char *before;
    const char *unit;
    size_t count;
    const char *after;
    const char *output; // messages
};

#define KIB ((size_t)1024)

static const struct long_sample long_samples[] = {
    {"t.csv", "a,b\n1,", "x", 64 * KIB, ",\n", ""},
    {"t.csv", "a,b\n1,", "x", 64 * KIB + 1, ",\n",
     "t.csv:2:3: error: the cell is larger than 64 KiB\n"},
    {"t.csv", "a,b\n1,\"x\n", "y,z\n", 20 * KIB, "",
     "t.csv:2:3: error: the cell is larger than 64 KiB\n"
     "hint: perhaps its quotation mark is not closed\n"},
    {"t.csv", "a,b\n", "1,2\n", 100000, "", ""},
    {"t.csv", "a,b\n", "1,2\n", 100001, "3,4\n",
     "t.csv:100002:1: error: the table has more than 100000 rows\n"},
    {"t.csv", "a,b\n", ",\n", 20000, "1,2", ""},
    {"t.csv", "a,b", ",", 5000, "\n1,2\n", ""},
    {"t.csv", "a,b\n1,2", ",", 5000, "\n", ""},
    {"t.csv", "a,b\n1,2", ",", 5000, "x\n",
     "t.csv:2:5004: error: the row has more cells than there are columns "
     "(2)\n"
     "hint: a text with ',' in it stands in quotation marks\n"},
    {"t.csv", "a", ",", 199, "b\n1\n", ""},
    {"t.csv", "a", ",", 200, "b,c\n1\n",
     "t.csv:1:202: error: the table has more than 200 columns\n"},
    {"t.csv", "a,b\n", "12345678", 2048 * KIB + 1, "",
     "t.csv: error: the file is larger than 16 MiB\n"},
    {"t.csv", "a,b", "c", 255, "\n1,2\n", ""},
    {"t.csv", "a,b", "c", 256, "\n1,2\n",
     "t.csv:1:3: error: the column's name is longer than 256 bytes\n"},
    {"t.yaml", "- {cv: {", "c", 253, ": d}}\n", ""},
    {"t.yaml", "- {cv: {", "c", 255, ": d}}\n",
     "t.yaml:1:9: error: the column's name is longer than 256 bytes\n"},
    {"t.yaml", "- {a: ", "x", 64 * KIB, "}\n", ""},
    {"t.yaml", "- {a: ", "x", 64 * KIB + 1, "}\n",
     "t.yaml:1:7: error: the value is larger than 64 KiB\n"},
    {"t.yaml", "- {a: [{x: [", "y, ", 64 * KIB + 1, "]}]}\n",
     "t.yaml:1:7: error: the value is larger than 64 KiB\n"},
    {"t.yaml", "", "- {a: b}\n", 30000, "", ""},
    {"t.yaml", "", "- {a: b}\n", 40000, "",
     "t.yaml:33334:3: error: the file has too many values\n"},
    {"t.yaml", "- {a: b}\n", "- {a: }\n", 15000, "", ""},
};

static struct str repeat(struct arena *arena, const struct long_sample *sample)
{
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, sample->before);
    for (size_t i = 0; i < sample->count; i++)
        buf_add_cstr(&buf, sample->unit);
    buf_add_cstr(&buf, sample->after);
    return buf_str(&buf);
}

static void test_limits(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(long_samples); i++) {
        struct arena *arena = arena_new();
        struct fixture fixture =
            read_table(long_samples[i].name, repeat(arena, &long_samples[i]));

        assert_text(messages(&fixture), long_samples[i].output);
        assert_int_equal(fixture.good, *long_samples[i].output == '\0');
        done(&fixture);
        arena_free(arena);
    }
}

// Aliases repeat what they stand for.
static void test_yaml_size(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = {.arena = arena};
    struct fixture fixture;

    (void)state;
    buf_add_cstr(&buf, "- &a {a: [");
    for (size_t i = 0; i < 60 * KIB; i++)
        buf_add_char(&buf, 'x');
    buf_add_cstr(&buf, "]}\n");
    for (size_t i = 0; i < 9999; i++)
        buf_add_cstr(&buf, "- *a\n");
    fixture = read_table("t.yaml", buf_str(&buf));
    assert_false(fixture.good);
    assert_text(messages(&fixture),
                "t.yaml:1:10: error: the table is larger than 16 MiB\n");
    done(&fixture);
    arena_free(arena);
}

// Names of 201 columns over many rows.
static void test_yaml_columns(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = {.arena = arena};
    struct fixture fixture;

    (void)state;
    for (int i = 0; i < 205; i++)
        buf_addf(&buf, "- {a%d: x}\n", i);
    fixture = read_table("t.yaml", buf_str(&buf));
    assert_false(fixture.good);
    assert_text(messages(&fixture), "t.yaml:201:4: error: the table has more "
                                    "than 200 columns\n");
    done(&fixture);
    arena_free(arena);
}

static void test_cell(void **state)
{
    struct fixture fixture = read_table("t.csv", STR("a,cv.b\n1,2\n3\n"));
    const struct table_row *rows = fixture.table.rows.ptr;

    (void)state;
    assert_true(fixture.good);
    assert_text(table_cell(&fixture.table, &rows[0], "cv.b")->text, "2");
    assert_text(table_cell(&fixture.table, &rows[1], "a")->text, "3");
    assert_text(table_cell(&fixture.table, &rows[1], "cv.b")->text, "");
    assert_null(table_cell(&fixture.table, &rows[1], "cv"));
    done(&fixture);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_yaml_tables),
        cmocka_unit_test(test_yaml_places),
        cmocka_unit_test(test_yaml_messages),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_yaml_size),
        cmocka_unit_test(test_yaml_columns),
        cmocka_unit_test(test_cell),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
