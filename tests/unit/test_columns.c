// SPDX-License-Identifier: MIT
// Columns in different blocks that share a width, dates in the column at the
// left, and lines of places that end at commas.
#include "layout_fixture.h"

static sp width_of(struct layout_fixture *l, const char *text)
{
    struct block block = block_of(l, text);

    return block_natural_width(&l->context, &block);
}

static void add_cell(struct layout_fixture *l, struct block *columns,
                     struct block cell, int column)
{
    cell.placement = (struct placement){column, column};
    vec_push(l->f.arena, &columns->children, cell);
}

// An entry: a column of its own kind, then one that takes the rest.
static struct block entry_of(struct layout_fixture *l, sp width,
                             const char *first, const char *second)
{
    struct block entry = {.kind = BLOCK_COLUMNS,
                          .column_count = 2,
                          .column_gap = PT(10),
                          .side_column = width == COLUMN_SHARED_DATES,
                          .widths = {width, COLUMN_FLEXIBLE}};

    add_cell(l, &entry, block_of(l, first), 0);
    add_cell(l, &entry, block_of(l, second), 1);
    return entry;
}

static struct block section_of(enum shared_column which,
                               struct shared_width shared)
{
    struct block section = {.kind = BLOCK_STACK};

    shared.here = true;
    section.shared[which] = shared;
    return section;
}

// Where the main columns of the rows begin, which must be one place.
static sp main_left(const struct rows *rows)
{
    sp left = rows->list.ptr[0].pieces.ptr[1].x;

    for (size_t i = 1; i < rows->list.len; i++)
        if (rows->list.ptr[i].pieces.len > 1) // no second line
            assert_int_equal(rows->list.ptr[i].pieces.ptr[1].x, left);
    return left;
}

// As wide as the widest line, but no less and no more than the limits; with
// slack only beside a line that is over the least width.
static void test_limits(void **state)
{
    struct layout_fixture *l = *state;
    sp widest = width_of(l, "Diplom-Physikerin");
    const struct {
        struct shared_width shared;
        sp width;
    } cases[] = {
        {{.least = PT(10), .slack = PT(3), .most_percent = 50}, widest + PT(3)},
        {{.most_percent = 50}, widest},
        {{.least = widest, .slack = PT(3), .most_percent = 50}, widest},
        {{.least = PT(90), .slack = PT(3), .most_percent = 50}, PT(90)},
        {{.least = PT(10), .most_percent = 0}, PT(10)},
        {{.least = PT(10), .most_percent = 20}, PT(60)},
        {{.least = PT(70), .most_percent = 20}, PT(70)},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct block section = section_of(SHARED_DEGREE, cases[i].shared);
        struct rows rows;

        vec_push(l->f.arena, &section.children,
                 entry_of(l, COLUMN_SHARED_DEGREE, "PhD", "one"));
        vec_push(l->f.arena, &section.children,
                 entry_of(l, COLUMN_SHARED_DEGREE, "Diplom-Physikerin", "two"));
        rows = block_layout(&l->context, &section, PT(300));
        assert_int_equal(main_left(&rows), cases[i].width + PT(10));
    }
    // Outside, nothing of it is left.
    assert_int_equal(l->context.columns.shared[SHARED_DEGREE], 0);
}

// A block that says so itself is measured apart.
static void test_nested(void **state)
{
    struct layout_fixture *l = *state;
    struct shared_width shared = {.most_percent = 50};
    struct block section = section_of(SHARED_DATES, shared);
    struct block group = section_of(SHARED_DATES, shared);
    struct rows rows;

    vec_push(l->f.arena, &group.children,
             entry_of(l, COLUMN_SHARED_DATES, "1842 to 1843", "two"));
    vec_push(l->f.arena, &section.children,
             entry_of(l, COLUMN_SHARED_DATES, "1842", "one"));
    vec_push(l->f.arena, &section.children, group);
    rows = block_layout(&l->context, &section, PT(300));
    assert_int_equal(rows.list.ptr[0].pieces.ptr[1].x,
                     width_of(l, "1842") + PT(10));
    assert_int_equal(rows.list.ptr[1].pieces.ptr[1].x,
                     width_of(l, "1842 to 1843") + PT(10));
}

// A list whose items have a date each at the left.
static struct block dated_list(struct layout_fixture *l,
                               const char *const *dates, size_t count)
{
    struct block list = {
        .kind = BLOCK_LIST, .marker_indent = PT(2), .marker_gap = PT(4)};

    for (size_t i = 0; i < count; i++) {
        struct block item = {.kind = BLOCK_ITEM,
                             .para = para_of(l, "-", PT(10), PARA_LEFT)};
        struct block dated = {.kind = BLOCK_COLUMNS,
                              .column_count = 2,
                              .widths = {COLUMN_SIDE, COLUMN_FLEXIBLE}};

        add_cell(l, &dated, block_of(l, "text"), 1);
        add_cell(l, &dated, block_of(l, dates[i]), 0);
        vec_push(l->f.arena, &item.children, dated);
        vec_push(l->f.arena, &list.children, item);
    }
    return list;
}

// Dates of bullets begin where those of the entry do, wherever the bullets
// are, and count in the column's width.
static void test_side(void **state)
{
    struct layout_fixture *l = *state;
    static const char *const dates[] = {"1842 to 1843", "1844"};
    struct block section =
        section_of(SHARED_DATES, (struct shared_width){.most_percent = 50});
    struct block entry = entry_of(l, COLUMN_SHARED_DATES, "1842", "one");
    struct block list = dated_list(l, dates, 2);
    struct rows rows;

    entry.indent_left = PT(7);
    add_cell(l, &entry, list, 1);
    vec_push(l->f.arena, &section.children, entry);
    list.beside_dates = true;
    list.indent_left = PT(7);
    list.column_gap = PT(10);
    vec_push(l->f.arena, &section.children, list);
    rows = block_layout(&l->context, &section, PT(300));
    assert_string_equal(rows_text(l, &rows),
                        "1842+one|text+1842 to 1843+-|text+1844+-|"
                        "text+1842 to 1843+-|text+1844+-");
    for (size_t i = 1; i < rows.list.len; i++) {
        const struct piece_list *pieces = &rows.list.ptr[i].pieces;
        sp main = PT(17) + width_of(l, "1842 to 1843");

        assert_int_equal(pieces->ptr[1].x, PT(7));
        assert_int_equal(pieces->ptr[0].x, main + PT(6) + width_of(l, "-"));
    }
}

// A cell with dates at the side waits for the entry's own to end.
static void test_below_side(void **state)
{
    struct layout_fixture *l = *state;
    static const char *const dates[] = {"1842"};
    struct block entry = entry_of(l, PT(60), "London", "one");
    struct block list = dated_list(l, dates, 1);
    struct rows rows;

    entry.children.ptr[0].kind = BLOCK_STACK;
    for (int i = 0; i < 2; i++)
        vec_push(l->f.arena, &entry.children.ptr[0].children,
                 block_of(l, i == 0 ? "London" : "England"));
    entry.side_column = true;
    list.below_side = true;
    add_cell(l, &entry, list, 1);
    rows = block_layout(&l->context, &entry, PT(300));
    assert_string_equal(rows_text(l, &rows), "London+one|England|text+1842+-");
}

// Lines of a place end at commas, unless that takes more of them.
static void test_commas(void **state)
{
    struct layout_fixture *l = *state;
    static const struct {
        const char *text;
        sp width;
        const char *lines;
        const char *without;
    } cases[] = {
        {"Paris, rue de la Paix", PT(70), "Paris,|rue de la Paix",
         "Paris, rue de|la Paix"},
        {"Paris, Rue de Vaugirard, France", PT(120),
         "Paris,|Rue de Vaugirard, France", "Paris, Rue de|Vaugirard, France"},
        {"Trinity College and others", PT(100), "Trinity College|and others",
         "Trinity College|and others"},
        {"Göttingen University Library, Hanover", PT(80),
         "Göttingen|University Library,|Hanover",
         "Göttingen|University|Library, Hanover"},
        {"Lund, Beta Gamma Delta, Epsilon", PT(84),
         "Lund, Beta Gamma|Delta, Epsilon", "Lund, Beta Gamma|Delta, Epsilon"},
        // A date has a comma, too.
        {"March 3, 1842 to May 5", PT(70), "March 3, 1842 to|May 5",
         "March 3, 1842 to|May 5"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct block block = block_of(l, cases[i].text);
        struct rows rows = block_layout(&l->context, &block, cases[i].width);

        assert_string_equal(rows_text(l, &rows), cases[i].without);
        block.para.break_at_commas = true;
        rows = block_layout(&l->context, &block, cases[i].width);
        assert_string_equal(rows_text(l, &rows), cases[i].lines);
    }
}

// Neither the first nor the last of several entries stands alone on a page if
// it is a line; of two lines it may.
static void test_short_entries(void **state)
{
    struct layout_fixture *l = *state;
    struct block run = {.kind = BLOCK_STACK, .keep_lines = true};
    struct block entry = {.kind = BLOCK_STACK};
    struct rows rows;
    int64_t widow = l->context.costs.widow;

    for (int i = 0; i < 2; i++)
        vec_push(l->f.arena, &entry.children, block_of(l, "two"));
    vec_push(l->f.arena, &run.children, block_of(l, "one"));
    for (int i = 0; i < 3; i++)
        vec_push(l->f.arena, &run.children, entry);
    vec_push(l->f.arena, &run.children, block_of(l, "one"));
    rows = block_layout(&l->context, &run, PT(100));
    assert_int_equal(rows.list.len, 8);
    for (size_t i = 0; i < rows.list.len; i++)
        assert_int_equal(rows.list.ptr[i].penalty,
                         i == 1 || i == 7 ? widow : 0);
    run.children.len--;
    run.children.ptr++;
    run.children.len--;
    rows = block_layout(&l->context, &run, PT(100));
    for (size_t i = 0; i < rows.list.len; i++)
        assert_int_equal(rows.list.ptr[i].penalty, 0);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, layout_setup, layout_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_limits),     TEST(test_nested), TEST(test_side),
        TEST(test_below_side), TEST(test_commas), TEST(test_short_entries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
