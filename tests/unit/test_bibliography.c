// SPDX-License-Identifier: MIT
// .bib files in memory: which entries are chosen, and the nodes that come of
// them.
#include "bibliography_fixture.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct str messages(struct fixture *fixture)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    struct str copy;

    assert_non_null(file);
    diags_print(fixture->diags, file, true, false);
    fclose(file);
    copy = str_copy(fixture->arena, str_from_cstr(text));
    free(text);
    return copy;
}

// Returns "key key key" of the entries, groups as "title[key key]".
static struct str keys_of(struct arena *arena, const struct node *entries)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; entries && i < entries->items.len; i++) {
        const struct node *entry = entries->items.ptr[i];
        const struct node *group = node_lookup(entry, "group");

        if (i > 0)
            buf_add_char(&buf, ' ');
        if (group)
            buf_addf(&buf, "%.*s[%.*s]", STR_ARG(group->text),
                     STR_ARG(keys_of(arena, node_lookup(entry, "entries"))));
        else
            buf_add(&buf, node_lookup(entry, "key")->text);
    }
    return buf_str(&buf);
}

// --- Nodes -------------------------------------------------------------------

static const char bib[] =
    "@string{ann = {Annalen}}\n"
    "@article{n21, author={Noether, Emmy}, title={Idealtheorie},\n"
    "  journal=ann # \" (\" # 2 # \")\", year=1921, month=mar,\n"
    "  pages={24-66}, volume=83, DOI={10.1007/BF\\_1}, note={\\\"A},\n"
    "  langid={NGerman}, url={\\url{http://a.org/~b\\%20c}}, "
    "keywords={algebra, Selected},\n"
    "  institution={No}, abstract={\\unknown}, x-y={z}}\n"
    "@book{h28, editor={Hilbert, David and Ackermann, Wilhelm},\n"
    "  title={Grundz{\\\"u}ge}, subtitle={der Logik}, publisher={Springer},\n"
    "  year=1928}\n"
    "@inproceedings{n32, crossref={P32}, author={Emmy Noether},\n"
    "  title={\\emph{Hyperkomplexe} Systeme}}\n"
    "@proceedings{p32, title={Verhandlungen}, editor={Saxer}, year=1932}\n"
    "@misc{t, author={Turing, Alan}, title={Preprint}, eprint={1207.0016},\n"
    "  archiveprefix={arXiv}, year={in press}}\n"
    "@techreport{o, organization={Barnes and Noble}, title={Zahlen},\n"
    "  institution={IAS}, year=1931}\n";

static void assert_field(const struct node *entry, const char *key,
                         const char *expected)
{
    const struct node *value = node_lookup(entry, key);

    if (!expected) {
        assert_null(value);
        return;
    }
    assert_non_null(value);
    assert_text(value->text, expected);
}

static void entries_have_fields(void **state)
{
    struct fixture fixture = fixture_new(bib);
    const struct node *entry =
        entries_of(&fixture, "keys: [n21]")->items.ptr[0];
    const struct node *authors = node_lookup(entry, "authors");

    (void)state;
    assert_field(entry, "title", "Idealtheorie");
    assert_int_equal(authors->items.len, 1);
    assert_text(authors->items.ptr[0]->text, "Emmy Noether");
    assert_field(entry, "journal", "Annalen (2)");
    assert_field(entry, "date", "1921-03");
    assert_field(entry, "doi", "10.1007/BF_1");
    assert_field(entry, "url", "http://a.org/~b%20c");
    assert_field(entry, "lang", "de");
    assert_field(entry, "key", "n21");
    assert_field(entry, "entry_type", "article");
    assert_field(entry, "pages", "24–66");
    assert_field(entry, "volume", "83");
    assert_field(entry, "note", "Ä");
    assert_field(entry, "x_y", "z");
    assert_field(entry, "institution", NULL);
    assert_field(entry, "abstract", NULL);
    assert_field(entry, "year", NULL);
    assert_text(messages(&fixture), "");
    arena_free(fixture.arena);
}

static void entries_fall_back(void **state)
{
    struct fixture fixture = fixture_new(bib);
    const struct node *list = entries_of(&fixture, "keys: [h28, n32, t, o]");
    const struct node *book = list->items.ptr[0];

    (void)state;
    assert_field(book, "title", "Grundzüge: der Logik");
    assert_text(node_lookup(book, "authors")->items.ptr[1]->text,
                "Wilhelm Ackermann");
    assert_field(book, "journal", "Springer");
    assert_field(list->items.ptr[1], "title", "*Hyperkomplexe* Systeme");
    assert_field(list->items.ptr[1], "journal", "Verhandlungen");
    assert_field(list->items.ptr[1], "date", "1932");
    assert_field(list->items.ptr[2], "journal", "arXiv:1207.0016");
    assert_field(list->items.ptr[2], "date", "in press");
    assert_text(node_lookup(list->items.ptr[3], "authors")->items.ptr[0]->text,
                "Barnes and Noble");
    assert_field(list->items.ptr[3], "journal", "IAS");
    arena_free(fixture.arena);
}

static void nodes_have_places(void **state)
{
    struct fixture fixture = fixture_new(bib);
    const struct node *entry = entries_of(&fixture, "keys: n21")->items.ptr[0];
    struct pos title = node_lookup(entry, "title")->pos;

    (void)state;
    assert_text(title.source->name, "a.bib");
    assert_int_equal(entry->pos.line, 2);
    assert_int_equal(entry->pos.column, 10);
    assert_int_equal(title.line, 2);
    assert_int_equal(title.column, 45);
    assert_int_equal(title.length, 14);
    arena_free(fixture.arena);
}

// Whatever fields an entry has, it stays a publication.
static void other_meanings_are_left_out(void **state)
{
    static const char *const names[] = {
        "authors",     "authors-note", "dates",   "start_date",
        "end-date",    "highlights",   "links",   "tags",
        "positions",   "page_break",   "lang",    "label",
        "details",     "name",         "company", "position",
        "institution", "area",         "degree",  "bullet",
        "number",      "group",        "entries", "reversed_number",
        "summary",     "location",     "design",  "title_",
        "key"};
    struct fixture fixture = fixture_new("");
    struct buf buf = {.arena = fixture.arena};
    struct bib_reader reader = {&fixture, read_bib};
    struct source source = {
        STR("cv.yaml"),
        STR("cv: {name: A, sections: {s: {bibliography: a.bib}}}"), 0};
    struct node *root = yaml_read(fixture.arena, &source, fixture.diags);
    struct profile profile;

    (void)state;
    buf_add_cstr(&buf, "@misc{k, author={A}, title={T}");
    for (size_t i = 0; i < COUNT(names); i++)
        buf_addf(&buf, ", %s = {2020}", names[i]);
    buf_add_cstr(&buf, "}");
    fixture.bib = buf_str(&buf);
    root = bibliography_expand(fixture.arena, root, &reader, fixture.diags);
    assert_true(profile_read(fixture.arena, root, fixture.diags, &profile));
    assert_text(messages(&fixture), "");
    assert_int_equal(profile.cv.sections.ptr[0].entries.ptr[0].kind,
                     ENTRY_PUBLICATION);
    arena_free(fixture.arena);
}

// A place within a string (@string) is that of its name.
static void commands_have_places(void **state)
{
    struct fixture fixture =
        fixture_new("@string{s = {\\foo}}\n"
                    "@misc{k, author={A}, title = {x } # s # {\n"
                    " \\bar}}\n");
    struct str text;

    (void)state;
    (void)entries_of(&fixture, "");
    text = messages(&fixture);
    assert_true(str_find(text,
                         STR("a.bib:2:37: warning: the TeX command "
                             "\\foo"),
                         0) != SIZE_MAX);
    assert_true(str_find(text,
                         STR("a.bib:3:2: warning: the TeX command "
                             "\\bar"),
                         0) != SIZE_MAX);
    arena_free(fixture.arena);
}

// --- Selection ---------------------------------------------------------------

static const struct pair_of_texts selections[] = {
    {"", "t n32 o h28 n21"},
    {"sort: date", "n21 h28 o n32 t"},
    {"sort: file", "n21 h28 n32 t o"},
    {"sort: -file", "o t n32 h28 n21"},
    {"sort: title", "h28 n32 n21 t o"},
    {"sort: -title", "o t n21 n32 h28"},
    {"sort: author", "o h28 n32 n21 t"},
    {"keys: [t, N21, h28]", "t n21 h28"},
    {"keys: [t, n21, h28], sort: date", "n21 h28 t"},
    {"keys: [t, n21], exclude: [t]", "n21"},
    {"include: [article, misc]", "t n21"},
    {"include: Article", "n21"},
    {"include: proceedings", "p32"},
    {"exclude: [n21, H28]", "t n32 o"},
    {"where: {author: noether}", "n32 n21"},
    {"where: {author: [turing, noether]}", "t n32 n21"},
    {"where: {editor: Hilbert}", "h28"},
    {"where: {author: noether, year: 1921}", "n21"},
    {"where: {year: 1921-1931}", "o h28 n21"},
    {"where: {year: 1922-}", "n32 o h28"},
    {"where: {year: -1928}", "h28 n21"},
    {"where: {year: 1928–1931}", "o h28"},
    {"where: {keywords: selected}", "n21"},
    {"where: {keywords: select}", ""},
    {"where: {journal: ANNALEN}", "n21"},
    {"where: {title: grundzuge}", "h28"},
    {"where: {nothing: x}", ""},
    {"group_by: year", "in press[t] 1932[n32] 1931[o] 1928[h28] 1921[n21]"},
    {"group_by: type, sort: date",
     "Books[h28] Journal articles[n21] Conference papers[n32] Reports[o] "
     "Other publications[t]"},
    {"group_by: type, include: [misc, article]",
     "Other publications[t] Journal articles[n21]"},
    {"group_by: type, include: [misc, article], group_titles: {article: "
     "Aufsätze, misc: Aufsätze}",
     "Aufsätze[t n21]"},
};

static void entries_are_selected(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(selections); i++) {
        struct fixture fixture = fixture_new(bib);
        const struct node *list = entries_of(&fixture, selections[i].input);
        struct str keys = keys_of(fixture.arena, list);

        if (!str_eq_cstr(keys, selections[i].output))
            fail_msg("{%s} gives '%.*s', not '%s'", selections[i].input,
                     STR_ARG(keys), selections[i].output);
        assert_int_equal(diags_errors(fixture.diags), 0);
        arena_free(fixture.arena);
    }
}

static void other_profiles_stay(void **state)
{
    struct fixture fixture = fixture_new(bib);
    struct bib_reader reader = {&fixture, read_bib};
    struct source source = {STR("cv.yaml"), STR("cv: {sections: {a: [b]}}"), 0};
    struct node *root = yaml_read(fixture.arena, &source, fixture.diags);

    (void)state;
    assert_ptr_equal(
        bibliography_expand(fixture.arena, root, &reader, fixture.diags), root);
    assert_null(
        bibliography_expand(fixture.arena, NULL, &reader, fixture.diags));
    assert_int_equal(fixture.reads, 0);
    arena_free(fixture.arena);
}

// --- Hostile files -----------------------------------------------------------

// Strings that double each other would come to 2^60 bytes.
static void doubling_strings_end(void **state)
{
    struct fixture fixture = fixture_new("");
    struct buf buf = {.arena = fixture.arena};

    (void)state;
    buf_add_cstr(&buf, "@string{a0 = {x}}\n");
    for (int i = 1; i <= 60; i++)
        buf_addf(&buf, "@string{a%d = a%d # a%d}\n", i, i - 1, i - 1);
    buf_add_cstr(&buf, "@misc{k, author={A}, title=a60}\n");
    fixture.bib = buf_str(&buf);
    (void)entries_of(&fixture, "");
    assert_true(str_find(messages(&fixture), STR("come to more than"), 0) !=
                SIZE_MAX);
    arena_free(fixture.arena);
}

static void long_files_end(void **state)
{
    static const char *const pieces[] = {"@comment{", "@a{",      "@a{b,c={",
                                         "@a{a}",     "{",        "}",
                                         "@",         "@a{a,}\n", "\n@a\n"};

    (void)state;
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct fixture fixture = fixture_new("");
        struct buf buf = {.arena = fixture.arena};

        while (buf.len < 1 << 20)
            buf_add_cstr(&buf, pieces[i]);
        fixture.bib = buf_str(&buf);
        (void)entries_of(&fixture, "");
        arena_free(fixture.arena);
    }
}

static void many_fields_are_told(void **state)
{
    struct fixture fixture = fixture_new("");
    struct buf buf = {.arena = fixture.arena};

    (void)state;
    buf_add_cstr(&buf, "@misc{k");
    for (int i = 0; i < 500; i++)
        buf_addf(&buf, ", f%d = 1", i);
    buf_add_cstr(&buf, "}");
    fixture.bib = buf_str(&buf);
    (void)entries_of(&fixture, "");
    assert_true(str_find(messages(&fixture), STR("more than 100 fields"), 0) !=
                SIZE_MAX);
    arena_free(fixture.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_have_fields),
        cmocka_unit_test(entries_fall_back),
        cmocka_unit_test(other_meanings_are_left_out),
        cmocka_unit_test(nodes_have_places),
        cmocka_unit_test(commands_have_places),
        cmocka_unit_test(entries_are_selected),
        cmocka_unit_test(other_profiles_stay),
        cmocka_unit_test(doubling_strings_end),
        cmocka_unit_test(long_files_end),
        cmocka_unit_test(many_fields_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
