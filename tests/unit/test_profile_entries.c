// SPDX-License-Identifier: MIT
// Sections and their entries: titles, types, fields, bullets, and what is told
// of mistakes in them.
#include "profile_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- Sections and entries ----------------------------------------------------

static void test_titles(void **state)
{
    static const struct {
        const char *key, *title;
    } cases[] = {
        {"education", "Education"},
        {"work_experience", "Work Experience"},
        {"education_and_training", "Education and Training"},
        {"of_mice_and_men", "Of Mice and Men"},
        {"Research", "Research"},
        {"ml and AI", "ml and AI"},
        {"a b", "a b"},
        {"\xc3\xa9tudes", "\xc3\x89tudes"},
        {"\xc3\x89tudes_a", "\xc3\x89tudes_a"},
        {"__x__y_", "X Y"},
        {"2020_talks", "2020 Talks"},
        {"side-projects", "Side-projects"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str text =
            str_format(arena, "cv: {sections: {\"%s\": [x]}}", cases[i].key);
        struct fixture f;
        const struct section *section;

        read_valid(&f, text.ptr);
        section = &f.profile.cv.sections.ptr[0];
        assert_str(section->key, cases[i].key);
        assert_str(section->title.str, cases[i].title);
        assert_pos(section->title.pos, 1, 17,
                   (unsigned)strlen(cases[i].key) + 2 -
                       (cases[i].key[0] == '\xc3'));
        fixture_free(&f);
        arena_free(arena);
    }
}

static void test_kinds(void **state)
{
    static const struct {
        const char *entry;
        enum entry_kind kind;
    } cases[] = {
        {"x", ENTRY_TEXT},
        {"12", ENTRY_TEXT},
        {"{label: a, details: b}", ENTRY_ONE_LINE},
        {"{bullet: a}", ENTRY_BULLET},
        {"{number: a}", ENTRY_NUMBERED},
        {"{reversed_number: a}", ENTRY_REVERSED_NUMBERED},
        {"{name: a}", ENTRY_NORMAL},
        {"{company: a, position: b}", ENTRY_EXPERIENCE},
        {"{institution: a, area: b}", ENTRY_EDUCATION},
        {"{title: a, authors: [b]}", ENTRY_PUBLICATION},
        {"{name: a, url: b.se}", ENTRY_NORMAL},
        {"{date: 2020, extra: x, name: a}", ENTRY_NORMAL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str text =
            str_format(arena, "cv: {sections: {s: [%s]}}", cases[i].entry);
        struct fixture f;
        const struct section *section;

        read_valid(&f, text.ptr);
        section = &f.profile.cv.sections.ptr[0];
        assert_int_equal(section->entries.len, 1);
        assert_int_equal(section->entries.ptr[0].kind, cases[i].kind);
        fixture_free(&f);
        arena_free(arena);
    }
}

static void test_entry_fields(void **state)
{
    struct fixture f;
    const struct entry *entry;

    (void)state;
    read_valid(&f, "cv:\n"
                   "  sections:\n"
                   "    p:\n"
                   "      - tags: [a, b]\n"
                   "        title: T\n"
                   "        authors: ['*Z*', B]\n"
                   "        doi: https://doi.org/10.1000/182\n"
                   "        url: example.org\n"
                   "        grade: 1.0\n"
                   "        journal:\n"
                   "        highlights: [h]\n"
                   "        date: Fall 2023\n"
                   "    b:\n"
                   "      - note: n\n"
                   "        bullet: x\n"
                   "    empty: []\n"
                   "    null:\n");
    assert_int_equal(f.profile.cv.sections.len, 4);
    entry = &f.profile.cv.sections.ptr[0].entries.ptr[0];
    assert_pos(entry->pos, 4, 9, 4);
    assert_int_equal(entry->fields.len, 5);
    assert_str(entry->fields.ptr[0].name, "tags");
    assert_str(entry->fields.ptr[0].value.str, "a, b");
    assert_str(entry->fields.ptr[1].name, "title");
    assert_str(entry_lookup(entry, "doi").str, "10.1000/182");
    assert_str(entry_lookup(entry, "url").str, "https://example.org");
    assert_str(entry_lookup(entry, "grade").str, "1.0");
    assert_pos(entry_lookup(entry, "grade").pos, 9, 16, 3);
    assert_str(entry_lookup(entry, "journal").str, "");
    assert_str(entry_lookup(entry, "date").str, "");
    assert_int_equal(entry->authors.len, 2);
    assert_str(entry->authors.ptr[0].str, "*Z*");
    assert_int_equal(entry->highlights.len, 1);
    assert_int_equal(entry->periods.len, 1);
    assert_int_equal(entry->periods.ptr[0].date.kind, DATE_TEXT);
    assert_str(entry->periods.ptr[0].date.text, "Fall 2023");
    entry = &f.profile.cv.sections.ptr[1].entries.ptr[0];
    assert_str(entry->fields.ptr[0].name, "bullet"); // the text comes first
    assert_str(entry->fields.ptr[1].name, "note");
    assert_int_equal(f.profile.cv.sections.ptr[2].entries.len, 0);
    assert_int_equal(f.profile.cv.sections.ptr[3].entries.len, 0);
    fixture_free(&f);
}

static void test_one_author(void **state)
{
    struct fixture f;
    const struct entry *entry;

    (void)state;
    read_valid(&f, "cv: {sections: {p: [{title: T, authors: 'A, B'}]}}");
    entry = &f.profile.cv.sections.ptr[0].entries.ptr[0];
    assert_int_equal(entry->authors.len, 1);
    assert_str(entry->authors.ptr[0].str, "A, B");
    fixture_free(&f);
}

#define EDUCATION_FIELDS                                                       \
    "institution, area, degree, date, start_date, end_date, location, "        \
    "summary, highlights\n"
#define EXPERIENCE_FIELDS                                                      \
    "company, position, positions, date, start_date, end_date, location, "     \
    "summary, highlights\n"

static void test_section_errors(void **state)
{
    static const struct message_case cases[] = {
        {"    s: text\n",
         "t:3:8: error: a section is a list of entries, found a text\n"
         "    hint: begin the text in the next line with \"- \"\n"},
        {"    s: {name: x}\n",
         "t:3:8: error: a section is a list of entries, found a map\n"
         "    hint: begin each entry with \"- \", or write them under the key "
         "entries\n"},
        {"    s:\n    - GPA: 3.9\n",
         "t:4:7: error: this entry is of no known type\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"GPA: 3.9\"\n"},
        {"    s:\n    - {date: 2015, place: x}\n",
         "t:4:7: error: this entry is of no known type\n"
         "    hint: an entry is a text or has label and details, name, "
         "company and position, institution and area, title and authors, "
         "bullet, number, reversed_number, grant, patent, reference, "
         "language, skill, or group and entries\n"},
        {"    s:\n    - {compny: x}\n",
         "t:4:7: error: this experience entry has no company\n"
         "    hint: 'compny': did you mean 'company'?\n"},
        {"    s:\n    - [x]\n",
         "t:4:7: error: expected an entry, found a list\n"},
        {"    s:\n    -\n    - x\n",
         "t:4:6: warning: an empty entry is left out\n"},
        {"    s:\n    - x\n    - GPA: 3.9\n",
         "t:5:7: error: expected a text as in line 4, found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"GPA: 3.9\"\n"},
        {"    s:\n    - {company: x, position: y}\n    - text\n", ""},
        {"    s:\n    - {group: x, entries: [{group: y, entries: [z]}]}\n",
         "t:4:28: error: there can be no group within a group\n"},
        {"    s:\n    - {group: x}\n",
         "t:4:7: error: this group has no entries\n"
         "    hint: a group has the fields group, entries\n"},
        {"    s:\n    - {company: x, positions: [{title: y}]}\n",
         "t:4:32: error: this position has no position\n"},
        {"    s:\n    - {name: x, date: 2020, dates: [2021]}\n",
         "t:4:36: error: there are dates beside the list of dates\n"
         "    hint: put all of them under dates\n"},
        {"    s:\n    - location: x\n      position: y\n",
         "t:4:7: error: this experience entry has no company\n"
         "    hint: an experience entry has the fields " EXPERIENCE_FIELDS},
        {"    s:\n    - {compny: x, position: y}\n",
         "t:4:7: error: this experience entry has no company\n"
         "    hint: 'compny': did you mean 'company'?\n"},
        {"    s:\n    - {company: '', position: y}\n",
         "t:4:7: error: this experience entry has no company\n"
         "    hint: an experience entry has the fields " EXPERIENCE_FIELDS},
        // A position or an area is no must, but a misspelt one is told.
        {"    s:\n    - {company: x}\n    - {institution: y}\n", ""},
        {"    s:\n    - {company: x, positon: y}\n",
         "t:4:20: warning: 'positon' is no field of an experience entry: only "
         "templates that name it show it\n"
         "    hint: did you mean 'position'?\n"},
        // A date and bullets; but not among employers, nor with other fields.
        {"    s:\n    - {date: 2020, highlights: [x]}\n", ""},
        {"    s:\n    - {date: 2020, highlights: [x]}\n    - {company: x}\n",
         "t:4:7: error: this experience entry has no company\n"
         "    hint: an experience entry has the fields " EXPERIENCE_FIELDS},
        {"    s:\n    - {nmae: y, date: 2020, highlights: [x]}\n",
         "t:4:7: error: this normal entry has no name\n"
         "    hint: 'nmae': did you mean 'name'?\n"},
        {"    s:\n    - {title: x, authors: []}\n",
         "t:4:7: error: this publication entry has no authors\n"
         "    hint: a publication entry has the fields title, authors, doi, "
         "url, journal, date, summary, highlights, links, authors_note\n"},
        {"    s:\n    - {company: x, position: y}\n"
         "    - {area: x, date: 2020-13}\n",
         "t:5:7: error: this education entry has no institution\n"
         "    hint: an education entry has the fields " EDUCATION_FIELDS
         "t:5:23: error: '2020-13' is no date: there is no month 13\n"},
    };

    (void)state;
    check_messages(cases, COUNT(cases), "cv:\n  sections:\n");
}

// Entries of several types, each of its own.
static void test_mixed_types(void **state)
{
    static const enum entry_kind kinds[] = {ENTRY_EXPERIENCE, ENTRY_TEXT,
                                            ENTRY_NORMAL, ENTRY_GROUP};
    const struct entry_list *entries;
    struct fixture f;

    (void)state;
    read_valid(&f, "cv: {sections: {s: [{company: a, position: b}, c, "
                   "{name: d}, {group: e, entries: [f, {bullet: g}]}]}}");
    entries = &f.profile.cv.sections.ptr[0].entries;
    assert_int_equal(entries->len, COUNT(kinds));
    for (size_t i = 0; i < COUNT(kinds); i++)
        assert_int_equal(entries->ptr[i].kind, kinds[i]);
    assert_int_equal(entries->ptr[3].entries.len, 2);
    assert_int_equal(entries->ptr[3].entries.ptr[1].kind, ENTRY_BULLET);
    fixture_free(&f);
}

// An entry may have marks of another type if it has what the section asks.
static void test_mixed_marks(void **state)
{
    struct fixture f;

    (void)state;
    read_valid(&f, "cv: {sections: {s: [{company: a, position: b}, {name: c, "
                   "company: d, position: e}]}}");
    assert_int_equal(f.profile.cv.sections.ptr[0].entries.len, 2);
    assert_int_equal(f.profile.cv.sections.ptr[0].entries.ptr[1].kind,
                     ENTRY_EXPERIENCE);
    fixture_free(&f);
}

static void test_field_errors(void **state)
{
    static const struct message_case cases[] = {
        {"name: [x]\n", "t:4:13: error: expected a text, found a list\n"},
        {"name: x\n      hihglights: [y]\n",
         "t:5:7: warning: 'hihglights' is no field of a normal entry: only "
         "templates that name it show it\n"
         "    hint: did you mean 'highlights'?\n"},
        {"name: x\n      note: y\n      keywords: [z]\n", ""},
        {"name: x\n      extra: {y: z}\n",
         "t:5:14: error: expected a text, found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"y: z\"\n"},
        {"name: x\n      url: 'no url'\n",
         "t:5:12: error: 'no url' is not a web address\n"
         "    hint: a web address looks like https://example.org\n"},
        {"name: x\n      doi: 11.1/x\n",
         "t:5:12: error: '11.1/x' is not a DOI\n"
         "    hint: a DOI looks like 10.1000/182\n"},
        {"name: x\n      highlights: {a: b}\n",
         "t:5:19: error: expected a list of texts, found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"a: b\"\n"},
        {"name: x\n      highlights:\n      - GPA: 4\n",
         "t:6:9: error: expected a text, found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"GPA: 4\"\n"},
        {"name: x\n      highlights: [[a]]\n",
         "t:5:20: error: sub-bullets need a bullet before them\n"},
        {"name: x\n      highlights: [a, ~]\n",
         "t:5:23: warning: an empty bullet is left out\n"},
        {"name: x\n      highlights: [a, [b, [c, [d, [e]]]]]\n",
         "t:5:35: error: bullets are nested deeper than 4 levels\n"},
        {"name: x\n      priority: 0\n",
         "t:5:17: error: a priority is a number from 1 to 9, not '0'\n"
         "    hint: 1 is dropped first, 9 last, and what has no priority "
         "never\n"},
        {"name: x\n      priority: 1\n", ""},
        {"name: x\n      priority: ~\n", ""},
        {"name: x\n      highlights: [{text: a, priority: 10}]\n",
         "t:5:40: error: a priority is a number from 1 to 9, not '10'\n"
         "    hint: 1 is dropped first, 9 last, and what has no priority "
         "never\n"},
        {"name: x\n      authors: {a: b}\n",
         "t:5:16: error: expected a list of texts, found a map\n"
         "    hint: if it is a text, quote it because of the colon: "
         "\"a: b\"\n"},
    };

    (void)state;
    check_messages(cases, COUNT(cases), "cv:\n  sections:\n    s:\n    - ");
}

// --- Bullets -----------------------------------------------------------------

// Writes bullets as "a(b,c(d))".
static void dump_bullets(struct buf *buf, const struct bullet_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        buf_add_cstr(buf, i > 0 ? "," : "");
        buf_add(buf, list->ptr[i].text.str);
        if (list->ptr[i].priority > 0)
            buf_addf(buf, "!%d", list->ptr[i].priority);
        if (list->ptr[i].children.len == 0)
            continue;
        buf_add_char(buf, '(');
        dump_bullets(buf, &list->ptr[i].children);
        buf_add_char(buf, ')');
    }
}

static void test_bullets(void **state)
{
    static const struct {
        const char *highlights, *bullets;
    } cases[] = {
        {" [a, b]", "a,b"},
        {" a", "a"},
        {"\n    - a\n      - b\n      - c\n    - d", "a(b,c),d"},
        {"\n    - a - b\n      c - d", "a - b c - d"},
        {"\n    - a\n      more\n      - b\n      more", "a more(b more)"},
        {"\n    - a\n      - b\n        - c\n      - d", "a(b(c),d)"},
        {"\n    - a:\n      - b\n      - c:\n        - d", "a(b,c(d))"},
        {"\n    - a\n    - - b\n      - c\n    - d", "a(b,c),d"},
        {" [a, [b, [c]], d]", "a(b(c)),d"},
        {" |\n     - a\n       more\n     - b\n       - c\n", "a more,b(c)"},
        {"\n    - |\n      a\n        - b\n      - c\n", "a(b,c)"},
        {"\n    - >\n      a\n      - b\n", "a(b)"},
        {"\n    - 'a\n      - b'", "a(b)"},
        {" [{text: a, priority: 1}, {text: b}]", "a!1,b"},
        {" [{text: a, priority: 9, highlights: [b, {text: c, priority: 2}]}]",
         "a!9(b,c!2)"},
        {" [{text: [a, b]}]", "text(a,b)"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct str text = str_format(
            arena, "cv:\n sections:\n  s:\n  - name: x\n    highlights:%s\n",
            cases[i].highlights);
        struct buf buf = {.arena = arena};
        struct fixture f;

        read_valid(&f, text.ptr);
        dump_bullets(&buf,
                     &f.profile.cv.sections.ptr[0].entries.ptr[0].highlights);
        assert_str(buf_str(&buf), cases[i].bullets);
        fixture_free(&f);
        arena_free(arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_entry_fields),
        cmocka_unit_test(test_one_author),
        cmocka_unit_test(test_section_errors),
        cmocka_unit_test(test_mixed_marks),
        cmocka_unit_test(test_mixed_types),
        cmocka_unit_test(test_field_errors),
        cmocka_unit_test(test_bullets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
