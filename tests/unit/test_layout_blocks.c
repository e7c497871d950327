// SPDX-License-Identifier: MIT
// Blocks to rows: stacks, columns, lists, titles.
#include "layout_blocks.h"

static void test_stack(void **state)
{
    struct layout_fixture *l = *state;
    struct block stack = stack_of(l, three, 3);
    struct rows rows;

    stack.children.ptr[0].space_below = PT(20);
    stack.children.ptr[1].keep_with_next = true;
    stack.indent_left = PT(5);
    rows = block_layout(&l->context, &stack, PT(100));
    assert_string_equal(rows_text(l, &rows), "aa|bb|cc");
    assert_int_equal(rows.list.ptr[1].space, PT(20));
    assert_int_equal(rows.list.ptr[2].space, GAP);
    assert_int_equal(rows.list.ptr[1].penalty, 0);
    assert_int_equal(rows.list.ptr[2].penalty, l->context.costs.heading);
    assert_int_equal(row_left(&rows, 2), PT(5));
    assert_int_equal(rows.below, 0);
    stack.keep_together = true;
    stack.space_below = PT(3);
    rows = block_layout(&l->context, &stack, PT(100));
    assert_int_equal(rows.list.ptr[1].penalty, l->context.costs.keep);
    assert_int_equal(rows.below, PT(3));
}

// Two columns side by side make rows in common; the longer one goes on.
static void test_columns(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    struct rows rows;
    sp cap = cap_height(l);

    add_cell(l, &columns, stack_of(l, three, 3), 0, 0);
    add_cell(l, &columns, stack_of(l, two, 2), 1, 1);
    rows = block_layout(&l->context, &columns, PT(200));
    assert_string_equal(rows_text(l, &rows), "aa+left|bb+right|cc");
    assert_int_equal(rows.list.ptr[0].pieces.ptr[0].x, 0);
    assert_int_equal(rows.list.ptr[0].pieces.ptr[1].x, PT(150));
    // The next cell may begin further left: a space parts the two.
    assert_non_null(rows.list.ptr[0].pieces.ptr[1].items.ptr[0].end_space);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(rows.list.ptr[i].height, cap);
        assert_int_equal(rows.list.ptr[i].ascent, cap);
        if (i > 0)
            assert_int_equal(rows.list.ptr[i].space, GAP);
    }
    // Reading order: the first column before the second.
    assert_true(rows.list.ptr[2].pieces.ptr[0].order <
                rows.list.ptr[0].pieces.ptr[1].order);
}

// Widths: fixed ones as they are, the flexible one takes the rest.
static void test_widths(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(PT(30), COLUMN_FLEXIBLE, 3);
    struct rows rows;

    for (int i = 0; i < 3; i++) {
        struct block cell = stack_of(l, one, 1);

        cell.children.ptr[0].para.align = PARA_RIGHT;
        add_cell(l, &columns, cell, i, i);
    }
    rows = block_layout(&l->context, &columns, PT(200));
    for (size_t i = 0; i < 3; i++) {
        const sp rights[] = {PT(30), PT(150), PT(200)};
        const struct piece *piece = &rows.list.ptr[0].pieces.ptr[i];

        assert_int_equal(piece->x + piece->items.ptr[0].x +
                             piece->items.ptr[0].width,
                         rights[i]);
    }
    // Columns that leave nothing: words still come out.
    rows = block_layout(&l->context, &columns, PT(20));
    assert_string_equal(rows_text(l, &rows), "one+one+one");
    assert_true(diags_warnings(l->f.diags) > 0);
}

// A cell over both columns begins below the longer one.
static void test_spanning(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    struct block top = stack_of(l, one, 1);
    struct rows rows;

    top.keep_with_next = true;
    add_cell(l, &columns, top, 0, 0);
    add_cell(l, &columns, stack_of(l, two, 2), 1, 1);
    add_cell(l, &columns, stack_of(l, three, 3), 0, 1);
    rows = block_layout(&l->context, &columns, PT(200));
    assert_string_equal(rows_text(l, &rows), "one+left|right|aa|bb|cc");
    assert_int_equal(rows.list.ptr[2].space, GAP);
    assert_int_equal(rows.list.ptr[2].penalty, l->context.costs.entry_top);
    assert_int_equal(rows_height(&rows), 5 * cap_height(l) + 4 * GAP);
}

// The same cell in the main column alone stands beside the second row.
static void test_not_spanning(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    struct rows rows;

    add_cell(l, &columns, stack_of(l, one, 1), 0, 0);
    add_cell(l, &columns, stack_of(l, two, 2), 1, 1);
    add_cell(l, &columns, stack_of(l, three, 3), 0, 0);
    rows = block_layout(&l->context, &columns, PT(200));
    assert_string_equal(rows_text(l, &rows), "one+left|right+aa|bb|cc");
}

// Lines of columns that overlap only in part cannot be divided by a page.
static void test_joined(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    struct block left = stack_of(l, three, 3);
    struct rows rows;
    sp cap = cap_height(l);

    for (size_t i = 0; i < 3; i++)
        left.children.ptr[i].space_above = cap / 2;
    add_cell(l, &columns, left, 0, 0);
    add_cell(l, &columns, stack_of(l, two, 2), 1, 1);
    rows = block_layout(&l->context, &columns, PT(200));
    // "right" begins before "bb" ends; "cc" begins when both have ended.
    assert_string_equal(rows_text(l, &rows), "aa+left|bb+right|cc");
    assert_int_equal(rows_height(&rows), 3 * cap + 2 * (cap / 2));
    assert_true(rows.list.ptr[1].height > cap);
    assert_int_equal(rows.list.ptr[1].pieces.ptr[0].y, 0);
    assert_int_equal(rows.list.ptr[1].pieces.ptr[1].y, GAP - cap / 2);
}

static void test_centred(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    struct rows rows;
    sp cap = cap_height(l);
    sp tall = 3 * cap + 2 * GAP;
    const struct row *row;

    columns.centre_vertically = true;
    add_cell(l, &columns, stack_of(l, three, 3), 0, 0);
    add_cell(l, &columns, stack_of(l, one, 1), 1, 1);
    rows = block_layout(&l->context, &columns, PT(200));
    assert_int_equal(rows_height(&rows), tall);
    row = &rows.list.ptr[1];
    assert_string_equal(rows_text(l, &rows), "aa|bb+one|cc");
    assert_int_equal(row->pieces.ptr[1].y, 0);
}

static void test_empty_cells(void **state)
{
    struct layout_fixture *l = *state;
    struct block columns = columns_of(COLUMN_FLEXIBLE, PT(50), 2);
    struct rows rows;

    rows = block_layout(&l->context, &columns, PT(200));
    assert_int_equal(rows.list.len, 0);
    add_cell(l, &columns, (struct block){.kind = BLOCK_STACK}, 0, 0);
    rows = block_layout(&l->context, &columns, PT(200));
    assert_int_equal(rows.list.len, 0);
    add_cell(l, &columns, stack_of(l, one, 1), 1, 1);
    rows = block_layout(&l->context, &columns, PT(200));
    assert_string_equal(rows_text(l, &rows), "one");
}

static struct block list_of(struct layout_fixture *l, const char *const *marks,
                            size_t count)
{
    struct block list = {
        .kind = BLOCK_LIST, .marker_indent = PT(4), .marker_gap = PT(5)};

    for (size_t i = 0; i < count; i++) {
        struct block item = {.kind = BLOCK_ITEM,
                             .para = para_of(l, marks[i], PT(10), PARA_LEFT),
                             .space_above = GAP};

        vec_push(l->f.arena, &item.children, block_of(l, "text"));
        vec_push(l->f.arena, &item.children, block_of(l, "more"));
        vec_push(l->f.arena, &list.children, item);
    }
    return list;
}

// Texts begin at one place behind the widest marker; markers stand on the
// first line, flush left or right.
static void test_lists(void **state)
{
    static const char *const marks[] = {"8.", "9.", "10."};
    struct layout_fixture *l = *state;

    for (int right = 0; right < 2; right++) {
        struct block list = list_of(l, marks, 3);
        sp text_x = 0;
        sp marker_end = 0;
        struct rows rows;

        list.marker_right = right;
        rows = block_layout(&l->context, &list, PT(200));
        assert_string_equal(rows_text(l, &rows),
                            "text+8.|more|text+9.|more|text+10.|more");
        for (size_t i = 0; i < 6; i += 2) {
            const struct piece *text = &rows.list.ptr[i].pieces.ptr[0];
            const struct piece *mark = &rows.list.ptr[i].pieces.ptr[1];
            sp end = mark->x + mark->items.ptr[0].x + mark->items.ptr[0].width;

            if (i == 0) {
                text_x = text->x;
                marker_end = end;
            }
            assert_int_equal(text->x, text_x);
            assert_int_equal(rows.list.ptr[i + 1].pieces.ptr[0].x, text_x);
            assert_int_equal(text->items.ptr[0].y, mark->items.ptr[0].y);
            assert_true(mark->order < text->order);
            if (right)
                assert_int_equal(end, marker_end);
            else
                assert_int_equal(mark->x + mark->items.ptr[0].x, PT(4));
        }
        if (right)
            assert_int_equal(text_x, marker_end + PT(5));
        assert_int_equal(rows.list.ptr[2].space, GAP);
    }
}

// An item without a text has its marker, one without a marker its text.
static void test_bare_items(void **state)
{
    static const char *const marks[] = {"\u2022", "\u2022"};
    struct layout_fixture *l = *state;
    struct block list = list_of(l, marks, 2);
    struct rows rows;

    list.children.ptr[0].children.len = 0;
    list.children.ptr[1].para.spans.len = 0;
    rows = block_layout(&l->context, &list, PT(200));
    assert_string_equal(rows_text(l, &rows), "\u2022|text|more");
    assert_true(rows.list.ptr[1].pieces.ptr[0].x > PT(9));
}

static const struct item *rule_of(const struct rows *rows, size_t number)
{
    const struct row *row = &rows->list.ptr[rows->list.len - 1];

    for (size_t i = 0; i < row->pieces.ptr[0].items.len; i++)
        if (row->pieces.ptr[0].items.ptr[i].kind == ITEM_RULE && number-- == 0)
            return &row->pieces.ptr[0].items.ptr[i];
    return NULL;
}

static void test_titles(void **state)
{
    struct layout_fixture *l = *state;
    sp cap = cap_height(l);

    for (int type = TITLE_PARTIAL_LINE; type <= TITLE_CENTERED_FULL_LINE;
         type++) {
        bool centred = type >= TITLE_CENTERED_WITHOUT_LINE;
        bool full = type == TITLE_FULL_LINE || type == TITLE_CENTERED_FULL_LINE;
        struct block title = {
            .kind = BLOCK_TITLE,
            .para =
                para_of(l, "Title", PT(10), centred ? PARA_CENTER : PARA_LEFT),
            .title_type = type,
            .rule_thickness = PT(1),
            .rule_gap = PT(3),
            .rule_column = PT(50),
            .column_gap = PT(2),
            .outline_title = STR("Title")};
        struct rows rows = block_layout(&l->context, &title, PT(200));
        const struct item *text = &rows.list.ptr[0].pieces.ptr[0].items.ptr[0];
        const struct item *first = rule_of(&rows, 0);
        const struct item *second = rule_of(&rows, 1);

        assert_str(rows.list.ptr[0].pieces.ptr[0].outline_title, "Title");
        assert_int_equal(rows.list.ptr[0].height, full ? cap + PT(4) : cap);
        switch (type) {
        case TITLE_WITHOUT_LINE:
        case TITLE_CENTERED_WITHOUT_LINE:
            assert_null(first);
            continue;
        case TITLE_FULL_LINE:
        case TITLE_CENTERED_FULL_LINE:
            assert_int_equal(first->x, 0);
            assert_int_equal(first->width, PT(200));
            assert_int_equal(first->y, cap + PT(3));
            break;
        case TITLE_MODERNCV:
            assert_int_equal(rows.list.ptr[0].pieces.ptr[0].x, PT(52));
            assert_int_equal(first->x, -PT(52));
            assert_int_equal(first->width, PT(50) - PT(52) + PT(52));
            break;
        case TITLE_PARTIAL_LINE:
            assert_int_equal(first->x, text->width + PT(3));
            assert_int_equal(first->x + first->width, PT(200));
            assert_int_equal(first->y + first->height, cap);
            break;
        default:
            assert_int_equal(first->x, 0);
            assert_int_equal(first->width, text->x - PT(3));
            assert_int_equal(second->x, text->x + text->width + PT(3));
            assert_int_equal(second->x + second->width, PT(200));
            assert_int_equal(first->y, second->y);
        }
        assert_int_equal(first->role, ROLE_ARTIFACT);
        assert_int_equal(first->height, PT(1));
    }
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, layout_setup, layout_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_stack),      TEST(test_columns),      TEST(test_widths),
        TEST(test_spanning),   TEST(test_not_spanning), TEST(test_joined),
        TEST(test_centred),    TEST(test_empty_cells),  TEST(test_lists),
        TEST(test_bare_items), TEST(test_titles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
