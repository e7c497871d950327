// SPDX-License-Identifier: MIT
// Pages as content streams, in the items' order, which is the reading order.
// All content is marked: as an element's, with a number that the structure
// tree knows, or as an artifact. The artifacts among an element's items, as
// underlines, follow it, for a mark of one kind must not hold the other. Nor
// do contents of elements hold one another: behind a nested one poppler loses
// the rest of the outer.
#include "pdf/content.h"

#include <assert.h>
#include <limits.h>

// What readers show (ISO 32000-1, annex C); libharu 2.4 no longer checks it.
#define PAGE_MIN PT(3)
#define PAGE_MAX PT(14400)
// In one page's array of the parent tree; old readers take 32767 entries.
#define MARKS_MAX 30000
// What a full page takes; a buffer that has to grow is copied.
#define CONTENT_SIZE ((size_t)16 * 1024)

static void begin_artifact(struct content *content, enum item_role role)
{
    static const char *const marks[] = {
        [ROLE_CONTENT] = "/Artifact BMC\n", // a rule or an icon
        [ROLE_ARTIFACT] = "/Artifact BMC\n",
        [ROLE_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header>> "
                        "BDC\n",
        [ROLE_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer>> "
                        "BDC\n",
    };

    buf_add_cstr(&content->buf, marks[role]);
    content->open_marks++;
}

static void end_mark(struct content *content)
{
    buf_add(&content->buf, STR("EMC\n"));
    content->open_marks--;
    content->in_mark = false;
}

// Appends the number on the page of a new marked content of the run.
static void add_number(struct content *content)
{
    struct writer *writer = content->writer;

    buf_add(&content->buf, STR("/MCID "));
    buf_add_count(&content->buf, writer->marks.len - content->first_mark);
    vec_push(writer->arena, &writer->marks,
             (size_t)(content->run - writer->tags.runs.ptr));
    content->in_mark = true;
}

bool content_has_marks(const struct content *content)
{
    return content->run &&
           content->writer->marks.len - content->first_mark < MARKS_MAX;
}

void content_begin_mark(struct content *content)
{
    const struct structure *structure = &content->writer->pages->structure;

    if (!content->run || content->in_mark)
        return;
    buf_add_char(&content->buf, '/');
    buf_add_cstr(
        &content->buf,
        structure_type_name(structure->ptr[content->run->element].type));
    buf_add(&content->buf, STR(" <<"));
    add_number(content);
    buf_add(&content->buf, STR(">> BDC\n"));
    content->open_marks++;
}

void content_begin_span(struct content *content, struct str actual_text)
{
    bool numbered = content_has_marks(content);

    if (numbered && content->in_mark)
        end_mark(content);
    else if (!numbered)
        content_begin_mark(content);
    buf_add(&content->buf, STR("/Span <<"));
    if (numbered) {
        add_number(content);
        buf_add_char(&content->buf, ' ');
    }
    buf_add(&content->buf, STR("/ActualText <FEFF"));
    buf_add_utf16_hex(&content->buf, actual_text);
    buf_add(&content->buf, STR(">>> BDC\n"));
    content->open_marks++;
}

void content_end_span(struct content *content)
{
    bool nested = content->open_marks > 1;

    end_mark(content);
    content->in_mark = nested && content->run;
}

void content_add_colour(struct content *content, uint32_t colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        buf_add_thousandths(&content->buf,
                            sp_mul_div(colour >> shift & 0xFF, 1000, 255));
        buf_add_char(&content->buf, ' ');
    }
}

void content_set_colour(struct content *content, uint32_t colour)
{
    if (content->colour == colour)
        return;
    content->colour = colour;
    content_add_colour(content, colour);
    buf_add(&content->buf, STR("rg\n"));
}

void content_add_point(struct content *content, sp x, sp y)
{
    buf_add_number(&content->buf, x);
    buf_add_char(&content->buf, ' ');
    buf_add_number(&content->buf, content->page_height - y);
    buf_add_char(&content->buf, ' ');
}

static void draw_rule(struct content *content, const struct item *item)
{
    content_set_colour(content, item->colour);
    content_add_point(content, item->x, item->y + item->height);
    buf_add_number(&content->buf, item->width);
    buf_add_char(&content->buf, ' ');
    buf_add_number(&content->buf, item->height);
    buf_add(&content->buf, STR(" re f\n"));
}

static void draw_image(struct content *content, const struct item *item)
{
    HPDF_Dict image = writer_image(content->writer, item->image);
    const char *name =
        image ? HPDF_Page_GetXObjectName(content->page, image) : NULL;

    if (!name)
        return;
    buf_add(&content->buf, STR("q "));
    if (item->frame)
        content_clip(content, item);
    image_add_matrix(&content->buf, item, content->page_height);
    buf_addf(&content->buf, "cm /%s Do Q\n", name);
    if (item->frame)
        content_draw_border(content, item);
}

static void draw_kind(struct content *content, const struct item *item)
{
    switch (item->kind) {
    case ITEM_TEXT:
        buf_add_cstr(&content->buf, item->hidden ? "3 Tr\n" : "");
        content_draw_text(content, item);
        buf_add_cstr(&content->buf, item->hidden ? "0 Tr\n" : "");
        break;
    case ITEM_RULE:
        draw_rule(content, item);
        break;
    case ITEM_ICON:
        content_draw_icon(content, item);
        break;
    case ITEM_IMAGE:
        draw_image(content, item);
        break;
    }
}

// poppler gives an ActualText the size of the last text shown, and takes one
// in an exponent's for a line of its own.
static void restore_size(struct content *content)
{
    if (!content->outer_font || content->size == content->outer_size)
        return;
    content_set_font(content, writer_font(content->writer, content->outer_font),
                     0, content->outer_size);
    buf_add(&content->buf, STR("BT <> Tj ET\n"));
}

static void draw_item(struct content *content, const struct item *item)
{
    bool span = item->kind == ITEM_TEXT && item->actual_text.ptr;

    // A logo or a formula is one span, for programs that extract text see
    // where it ends.
    if (span && !content->in_span) {
        content->outer_font = content->font;
        content->outer_size = content->size;
        content_begin_span(content, item->actual_text);
    } else if (!content->in_span) {
        content_begin_mark(content);
    }
    draw_kind(content, item);
    if (span && !item->goes_on) {
        restore_size(content);
        content_end_span(content);
    }
    if (span)
        content->in_span = item->goes_on;
}

// Draws neighbouring artifacts of one role in items[from, to); returns the
// index behind the last.
static size_t draw_artifacts(struct content *content, const struct page *page,
                             size_t from, size_t to)
{
    enum item_role role = page->items.ptr[from].role;
    size_t i;

    begin_artifact(content, role);
    for (i = from; i < to; i++) {
        const struct item *item = &page->items.ptr[i];

        if (!item_is_artifact(item) || item->role != role)
            break;
        draw_item(content, item);
    }
    end_mark(content);
    return i;
}

static void draw_run(struct content *content, const struct page *page,
                     size_t number)
{
    struct writer *writer = content->writer;
    const struct tag_run *run = &writer->tags.runs.ptr[number];

    writer->run_marks[number] = writer->marks.len;
    content->run = run;
    for (size_t i = run->first; i < run->end; i++)
        if (!item_is_artifact(&page->items.ptr[i]))
            draw_item(content, &page->items.ptr[i]);
    if (content->in_mark)
        end_mark(content);
    content->run = NULL;
    for (size_t i = run->first; i < run->end;)
        if (item_is_artifact(&page->items.ptr[i]))
            i = draw_artifacts(content, page, i, run->end);
        else
            i++;
}

// Draws the items in order; what belongs to no run is an artifact, or the
// page comes without a structure.
static void draw_items(struct content *content, size_t number)
{
    const struct writer *writer = content->writer;
    const struct page *page = &writer->pages->pages.ptr[number];
    size_t run = writer->first_runs[number];

    for (size_t i = 0; i < page->items.len;) {
        const struct tag_run *next = run < writer->first_runs[number + 1]
                                         ? &writer->tags.runs.ptr[run]
                                         : NULL;

        if (next && next->first == i) {
            draw_run(content, page, run++);
            i = next->end;
        } else if (item_is_artifact(&page->items.ptr[i])) {
            i = draw_artifacts(content, page, i, page->items.len);
        } else {
            draw_item(content, &page->items.ptr[i++]);
        }
    }
    // Every mark that was begun was ended.
    assert(content->open_marks == 0);
}

static bool is_drawable(const struct page *page)
{
    return page->width >= PAGE_MIN && page->width <= PAGE_MAX &&
           page->height >= PAGE_MIN && page->height <= PAGE_MAX;
}

// The buffer is used for one page after the other.
static HPDF_Page add_page(struct writer *writer, size_t number, struct buf *buf)
{
    const struct page *page = &writer->pages->pages.ptr[number];
    struct content content = {.writer = writer,
                              .page_height = page->height,
                              .first_mark = writer->marks.len};

    if (!is_drawable(page)) {
        writer_fail(writer, "a page is under 3 pt or over 14400 pt");
        return NULL;
    }
    content.page = HPDF_AddPage(writer->doc);
    if (!content.page)
        return NULL;
    HPDF_Page_SetWidth(content.page, real_from_sp(page->width));
    HPDF_Page_SetHeight(content.page, real_from_sp(page->height));
    content.buf = *buf;
    content.buf.len = 0;
    draw_items(&content, number);
    writer_set_content(writer, content.page, buf_str(&content.buf));
    *buf = content.buf;
    return content.page;
}

// Finds where the runs of each page begin.
static void find_runs(struct writer *writer)
{
    size_t count = writer->pages->pages.len;
    size_t run = 0;

    writer->tags = tags_build(writer->arena, writer->pages);
    writer->first_runs = arena_array_of(writer->arena, count + 1, size_t);
    for (size_t page = 0; page <= count; page++) {
        while (run < writer->tags.runs.len &&
               writer->tags.runs.ptr[run].page < page)
            run++;
        writer->first_runs[page] = run;
    }
    writer->run_marks =
        arena_array_of(writer->arena, writer->tags.runs.len + 1, size_t);
    writer->page_marks = arena_array_of(writer->arena, count + 1, size_t);
}

bool writer_add_pages(struct writer *writer)
{
    const struct page_list *pages = &writer->pages->pages;
    struct buf buf = buf_of(writer->arena, CONTENT_SIZE);

    find_runs(writer);
    writer->page_dicts = arena_array_of(writer->arena, pages->len, HPDF_Page);
    for (size_t i = 0; i < pages->len; i++) {
        writer->page_marks[i] = writer->marks.len;
        writer->page_dicts[i] = add_page(writer, i, &buf);
        if (!writer_ok(writer, "pages"))
            return false;
    }
    writer->page_marks[pages->len] = writer->marks.len;
    writer->run_marks[writer->tags.runs.len] = writer->marks.len;
    return true;
}
