// SPDX-License-Identifier: MIT
// Tables of applications: what becomes of CSV and YAML, where each cell
// stands, and every message.
#include "batch/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// cmocka has a macro of that name; it comes behind our headers.
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct source *source;
    struct table table;
    bool good;
};

static struct fixture read_table(const char *name, struct str text)
{
    struct fixture fixture = {.arena = arena_new()};
    // A block of its own, so that the address sanitizer sees its end.
    char *bytes = malloc(text.len > 0 ? text.len : 1);

    assert_non_null(bytes);
    memcpy(bytes, text.ptr, text.len);
    fixture.diags = diags_new(fixture.arena);
    fixture.source = arena_new_of(fixture.arena, struct source);
    *fixture.source =
        (struct source){str_from_cstr(name), {bytes, text.len}, 0};
    fixture.good = table_read(fixture.arena, fixture.source, fixture.diags,
                              &fixture.table);
    return fixture;
}

static void done(struct fixture *fixture)
{
    char *bytes = NULL;

    memcpy(&bytes, &fixture->source->text.ptr, sizeof bytes);
    free(bytes);
    arena_free(fixture->arena);
}

// Returns the messages without the excerpts of the source.
static struct str messages(struct fixture *fixture)
{
    struct buf buf = {.arena = fixture->arena};
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    struct str rest;

    assert_non_null(file);
    diags_print(fixture->diags, file, true, false);
    fclose(file);
    rest = (struct str){text, length};
    while (rest.ptr) {
        struct str line = str_split(&rest, '\n');

        if (str_starts(line, STR("    hint: ")))
            line = str_slice(line, 4, line.len);
        else if (line.len == 0 || *line.ptr == ' ')
            continue;
        buf_addf(&buf, "%.*s\n", STR_ARG(line));
    }
    free(text);
    return buf_str(&buf);
}

// Returns "name|name", then "text|text" for each row; line breaks as "\n", a
// value that is YAML in braces.
static struct str dump(struct fixture *fixture)
{
    struct buf buf = {.arena = fixture->arena};

    for (size_t i = 0; i < fixture->table.columns.len; i++)
        buf_addf(&buf, "%s%.*s", i > 0 ? "|" : "",
                 STR_ARG(fixture->table.columns.ptr[i].name));
    buf_add_char(&buf, '\n');
    for (size_t i = 0; i < fixture->table.rows.len; i++) {
        const struct table_row *row = &fixture->table.rows.ptr[i];

        for (size_t k = 0; k < fixture->table.columns.len; k++) {
            struct str text = row->cells[k].text;

            buf_add_cstr(&buf, k > 0 ? "|" : "");
            buf_add_cstr(&buf, row->cells[k].yaml ? "{" : "");
            for (size_t n = 0; n < text.len; n++)
                if (text.ptr[n] == '\n')
                    buf_add_cstr(&buf, "\\n");
                else
                    buf_add_char(&buf, text.ptr[n]);
            buf_add_cstr(&buf, row->cells[k].yaml ? "}" : "");
        }
        buf_add_char(&buf, '\n');
    }
    return buf_str(&buf);
}

// Returns "L:C+N" of the columns, then of each row and its cells.
static struct str places(struct fixture *fixture)
{
    struct buf buf = {.arena = fixture->arena};
    const struct table *table = &fixture->table;

    for (size_t i = 0; i < table->columns.len; i++) {
        struct pos pos = table->columns.ptr[i].pos;

        buf_addf(&buf, "%s%u:%u+%u", i > 0 ? " " : "", pos.line, pos.column,
                 pos.length);
    }
    for (size_t i = 0; i < table->rows.len; i++) {
        const struct table_row *row = &table->rows.ptr[i];

        buf_addf(&buf, "\n%u:%u:", row->pos.line, row->pos.column);
        for (size_t k = 0; k < table->columns.len; k++) {
            struct pos pos = row->cells[k].pos;

            assert_non_null(pos.source);
            buf_addf(&buf, " %u:%u+%u", pos.line, pos.column, pos.length);
        }
    }
    return buf_str(&buf);
}

static void assert_text(struct str text, const char *expected)
{
    if (!str_eq_cstr(text, expected))
        fail_msg("'%.*s' is not '%s'", STR_ARG(text), expected);
}

struct sample {
    struct str input;
    const char *output;
};

#define SAMPLE(input, output)                                                  \
    {                                                                          \
        {"" input, sizeof(input) - 1}, output                                  \
    }

typedef struct str view(struct fixture *fixture);

static void check(const char *name, const struct sample *samples, size_t count,
                  view *show)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture = read_table(name, samples[i].input);

        if (show != messages) {
            assert_text(messages(&fixture), "");
            assert_true(fixture.good);
        } else {
            assert_int_equal(fixture.good, diags_errors(fixture.diags) == 0);
        }
        assert_text(show(&fixture), samples[i].output);
        done(&fixture);
    }
}

// --- CSV ---------------------------------------------------------------------

static const struct sample csv_tables[] = {
    // Lines and what separates cells.
    SAMPLE("company,role\nAcme,Engineer\n", "company|role\nAcme|Engineer\n"),
    SAMPLE("company,role\r\nAcme,Engineer\r\nB,C", //
           "company|role\nAcme|Engineer\nB|C\n"),
    SAMPLE("company,role\rAcme,Engineer\rB,C\r",
           "company|role\nAcme|Engineer\nB|C\n"),
    SAMPLE("company;role\nA, B and C;Engineer\n",
           "company|role\nA, B and C|Engineer\n"),
    SAMPLE("company\trole\nA, B\tC; D\n", "company|role\nA, B|C; D\n"),
    SAMPLE("company\nA; B\n", "company\nA; B\n"),
};

static const struct sample csv_cells[] = {
    SAMPLE("\xef\xbb\xbf"
           "company\nAcme\n",
           "company\nAcme\n"),
    SAMPLE("\xef\xbb\xbfsep=;\r\ncompany;role\r\nA,B;C\r\n",
           "company|role\nA,B|C\n"),
    SAMPLE("sep=|\ncompany|role\nA,B|C;D\n", "company|role\nA,B|C;D\n"),
    SAMPLE("sep=\t\rcompany\trole\rA,B\tC\r", "company|role\nA,B|C\n"),
    // Separators are not counted in quotation marks.
    SAMPLE("\"cv.a;;\"\"b;;\",x,y\n1,2,3\n", "cv.a;;\"b;;|x|y\n1|2|3\n"),
    SAMPLE("\n  \n\"cv.a;;\"\t\"x\ny\"\n1\t2\n", "cv.a;;|x_y\n1|2\n"),
    // Quotation marks.
    SAMPLE("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "a|b\nx, y|say \"hi\"\n"),
    SAMPLE("a,b\n\"one\r\ntwo\",\"one\ntwo\"\n", "a|b\none\\ntwo|one\\ntwo\n"),
    SAMPLE("a,b\r\"one\rtwo\",c\r", "a|b\none\\ntwo|c\n"),
    SAMPLE("a,b\n \"x\" , \" y \"\t\n", "a|b\nx|y\n"),
    SAMPLE("a,b\n5\" disk,the \"Big\" one\n",
           "a|b\n5\" disk|the \"Big\" one\n"),
    SAMPLE("a,b\n\"\"\"\",\"\"\n", "a|b\n\"|\n"),
    SAMPLE("a\n\"\"\"x\"\"\"", "a\n\"x\"\n"),
    // Blanks, empty cells and rows.
    SAMPLE("a,b\n  x y\t, z \n", "a|b\nx y|z\n"),
    SAMPLE("a,b,c\n1\n1,2\n,,3\n", "a|b|c\n1||\n1|2|\n||3\n"),
    SAMPLE("a,b\n1,2,,,\n", "a|b\n1|2\n"),
    SAMPLE(",,\n\na,b\n\n,\n \n\"\",\" \"\n1,2\n,,,\n\n", "a|b\n1|2\n"),
    SAMPLE("a,,b,,\n1,,2,,\n", "a|b\n1|2\n"),
    // Names.
    SAMPLE(" Company Name , ROLE ,\"a \n b\"\nx,y,z\n",
           "company_name|role|a_b\nx|y|z\n"),
    SAMPLE("cv.headline,cv.sections.education[0].area, design.Theme ,"
           "letter.a,locale.b,settings.c,placeholders.D\n1,2,3,4,5,6,7\n",
           "cv.headline|cv.sections.education[0].area|design.Theme|letter.a|"
           "locale.b|settings.c|placeholders.D\n1|2|3|4|5|6|7\n"),
    SAMPLE("cv.sections.\"My Section\"[0]\nx\n",
           "cv.sections.\"My Section\"[0]\nx\n"),
    SAMPLE("cv,roles,role\n1,2,3\n", "cv|roles|role\n1|2|3\n"),
    // Letters: e and an accent become one.
    SAMPLE("a\nCafe\xcc\x81\n", "a\nCaf\xc3\xa9\n"),
};

static const struct sample csv_places[] = {
    SAMPLE("company,role\nAcme,Engineer\nB\n",
           "1:1+7 1:9+4\n2:1: 2:1+4 2:6+8\n3:1: 3:1+1 3:1+1"),
    // Characters are counted, blanks and the byte order mark are not the
    // cell's.
    SAMPLE("\xef\xbb\xbf"
           "a, b\n\xc3\xa9\xc3\xa9,  \"\xe2\x82\xac\" ,\n",
           "1:1+1 1:4+1\n2:1: 2:1+2 2:6+3"),
    SAMPLE("sep=;\r\na;b\r\n;x\r\n", "2:1+1 2:3+1\n3:1: 3:1+1 3:2+1"),
    SAMPLE("a,b\n\"1\n2\",x\n\n3,4", //
           "1:1+1 1:3+1\n2:1: 2:1+2 3:4+1\n5:1: 5:1+1 5:3+1"),
    SAMPLE("a,b\r\r1,2\r3,4\r\n5,6",
           "1:1+1 1:3+1\n3:1: 3:1+1 3:3+1\n4:1: 4:1+1 4:3+1\n"
           "5:1: 5:1+1 5:3+1"),
};

static const struct sample csv_messages[] = {
    SAMPLE("", "t.csv: error: the table is empty\n"),
    SAMPLE("\xef\xbb\xbf", "t.csv: error: the table is empty\n"),
    SAMPLE("\r\n,,\n \n", "t.csv: error: the table is empty\n"),
    SAMPLE("a,b\n,\n",
           "t.csv: error: the table names columns, but has no rows\n"),
    SAMPLE("a,b", "t.csv: error: the table names columns, but has no rows\n"),
    // Bytes.
    SAMPLE("\xff\xfe"
           "a\0\n\0",
           "t.csv: error: the file is UTF-16, not UTF-8\n"
           "hint: save the table as \"CSV UTF-8\"\n"),
    SAMPLE("a\0\n\0", "t.csv: error: the file is UTF-16, not UTF-8\n"
                      "hint: save the table as \"CSV UTF-8\"\n"),
    SAMPLE("company\nBj\xf6rn\n",
           "t.csv:2:3: error: not valid UTF-8: byte 0xF6\n"
           "hint: save the table as \"CSV UTF-8\"; this may be Windows-1252\n"),
    SAMPLE("company\nA\0B\x0b\n",
           "t.csv:2:2: error: control character U+0000\n"
           "hint: delete it; it is invisible in most editors\n"
           "t.csv:2:4: error: control character U+000B\n"
           "hint: delete it; it is invisible in most editors\n"),
    // Quotation marks.
    SAMPLE("a,b\n1, \"2\n3,4\n",
           "t.csv:2:4: error: this quotation mark is never closed\n"),
    SAMPLE("a,b\n1,\"2\"\"\n",
           "t.csv:2:3: error: this quotation mark is never closed\n"),
    SAMPLE("a,b\n\xc3\xa9,\"2\n3,\"4\"\n",
           "t.csv:3:4: error: a text behind the closing quotation mark\n"
           "hint: the cell begins in line 2, column 3; quotation marks within "
           "it are doubled\n"),
    SAMPLE("a\n\"x\" \"y\"\n",
           "t.csv:2:5: error: a text behind the closing quotation mark\n"
           "hint: the cell begins in line 2, column 1; quotation marks within "
           "it are doubled\n"),
    // Cells without columns.
    SAMPLE("a,b\n1,2,, 3,4\n5,6,7\n",
           "t.csv:2:7: error: the row has more cells than there are columns "
           "(2)\n"
           "hint: a text with ',' in it stands in quotation marks\n"
           "t.csv:3:5: error: the row has more cells than there are columns "
           "(2)\n"
           "hint: a text with ',' in it stands in quotation marks\n"),
    SAMPLE("a\tb\n1\t2\t3\n",
           "t.csv:2:5: error: the row has more cells than there are columns "
           "(2)\n"
           "hint: a text with a tab in it stands in quotation marks\n"),
    SAMPLE("a,,b,\n1,,2,\n1,x,2,y\n1,z,2,\n",
           "t.csv:1:3: error: a column without a name\n"
           "hint: line 3 has a text in it\n"
           "t.csv:1:6: error: a column without a name\n"
           "hint: line 3 has a text in it\n"),
    // Names.
    SAMPLE("Company Name,a,company_name\n1,2,3\n",
           "t.csv:1:16: error: the column 'company_name' is here twice\n"),
    SAMPLE("cv.a,cv.a\n1,2\n",
           "t.csv:1:6: error: the column 'cv.a' is here twice\n"),
    SAMPLE("Company-Name,Pr\xc3\xa9nom,c.v,CV.headline,1st,?,cv.,\"cv."
           "a\nb\"\n1,2\n",
           "t.csv:1:1: error: 'Company-Name' is no name of a column\n"
           "hint: did you mean 'company_name'?\n"
           "t.csv:1:14: error: 'Pr\xc3\xa9nom' is no name of a column\n"
           "hint: did you mean 'prenom'?\n"
           "t.csv:1:21: error: 'c.v' is no name of a column\n"
           "hint: did you mean 'cv.v'?\n"
           "t.csv:1:25: error: 'CV.headline' is no name of a column\n"
           "hint: did you mean 'cv.headline'?\n"
           "t.csv:1:37: error: '1st' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"
           "t.csv:1:41: error: '?' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"
           "t.csv:1:43: error: 'cv.' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"
           "t.csv:1:47: error: 'cv.a b' is no name of a column\n"
           "hint: the first row names the columns: letters a-z, digits and _, "
           "or paths such as cv.headline and design.theme\n"),
    SAMPLE("compnay,tag,fits,role,roles\n1,2,3,4,5\n",
           "t.csv:1:1: warning: the column 'compnay' is only a placeholder\n"
           "hint: did you mean 'company'?\n"
           "t.csv:1:9: warning: the column 'tag' is only a placeholder\n"
           "hint: did you mean 'tags'?\n"
           "t.csv:1:13: warning: the column 'fits' is only a placeholder\n"
           "hint: did you mean 'fit'?\n"),
};

static void test_csv_tables(void **state)
{
    (void)state;
    check("t.csv", csv_tables, COUNT(csv_tables), dump);
}

static void test_csv_cells(void **state)
{
    (void)state;
    check("t.csv", csv_cells, COUNT(csv_cells), dump);
}

static void test_csv_places(void **state)
{
    (void)state;
    check("t.csv", csv_places, COUNT(csv_places), places);
}

static void test_csv_messages(void **state)
{
    (void)state;
    check("t.csv", csv_messages, COUNT(csv_messages), messages);
}

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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv_tables),
        cmocka_unit_test(test_csv_cells),
        cmocka_unit_test(test_csv_places),
        cmocka_unit_test(test_csv_messages),
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
