// SPDX-License-Identifier: MIT
// The head of a letter: the CV's header, to whom it goes, and the date. The
// window of an envelope shows the address alone, so the header of a DIN letter
// must end above it. How high a header is only layout knows: it gets several,
// each lower than the one before, and takes the first that fits.
#include "compose/dates.h"
#include "compose/letter_parts.h"
#include "compose/markup.h"
#include "compose/template.h"
#include "design/contrast.h"

// Of DIN 5008, in hundredths of a millimetre. The field of the address is
// 85 mm wide from 20 mm on; its text has 5 mm to the left of it. Its upper part
// is for the line to return it to, the lower one for six lines.
#define FIELD_TEXT_LEFT 2500
#define FIELD_TEXT_WIDTH 8000
#define RETURN_HEIGHT 1770
#define RETURN_GAP 150
#define FIELD_HEIGHT 4500
#define ADDRESS_GAP 100
#define ADDRESS_LINES 6
#define INFO_LEFT 12500
#define INFO_TOP 0
// Where the sixth line of the address has its baseline.
#define INFO_END 4318
// The paper moves in its envelope, so the header keeps away from the window.
#define HEADER_GAP 300
#define HEADER_TOP_MAX 1200
// Of the way to the window, a band behind the header takes this much above the
// header's text and below it.
#define BAND_TOP_PERCENT 30
#define BAND_PADDING_PERCENT 12
#define MARK_LEFT 500
#define MARK_WIDTH 400
#define PUNCH_WIDTH 600
#define PUNCH_TOP 14850
#define MARK_THICKNESS (SP_PER_PT / 4)
#define MARK_COLOUR 0x808080
#define PAPER 0xFFFFFF

#define RETURN_SIZE (PT(15) / 2)
#define ADDRESS_SIZE_MIN PT(8)
// The height of capitals in most typefaces, and the least space between lines,
// in per cent of the size.
#define CAP_PERCENT 66
#define TIGHT_PERCENT 40

struct block line_block(const struct letter_context *l, struct text text,
                        struct text_style style)
{
    struct para para = {.base = style,
                        .align = PARA_LEFT,
                        .hyphenation = HYPHENATION_NONE,
                        .leading = l->body.design->typography.line_spacing};

    markup_append(&l->body, text, style, NULL, false, &para.spans);
    return block_para(&l->body, para);
}

struct block lines_block(const struct letter_context *l,
                         const struct text_list *lines, struct text_style style)
{
    struct block block = {.kind = BLOCK_STACK,
                          .type = STRUCTURE_DIV,
                          .space_above =
                              l->body.design->typography.line_spacing};

    for (size_t i = 0; i < lines->len; i++) {
        struct block line = line_block(l, lines->ptr[i], style);

        line.keep_with_next = i + 1 < lines->len;
        vec_push(l->body.arena, &block.children, line);
    }
    return block;
}

// --- The texts ---------------------------------------------------------------

static void add_text(const struct letter_context *l, struct text text,
                     struct text_list *lines)
{
    if (text.str.len > 0)
        vec_push(l->body.arena, lines, text);
}

// In Germany, the organization comes before who works there.
static struct text_list address_lines(const struct letter_context *l, bool din)
{
    const struct recipient *to = &l->letter->recipient;
    struct text_list lines = {0};

    if (din)
        add_text(l, to->organization, &lines);
    add_text(l, to->name, &lines);
    add_text(l, to->title, &lines);
    if (!din)
        add_text(l, to->organization, &lines);
    for (size_t i = 0; i < to->address.len; i++)
        add_text(l, to->address.ptr[i], &lines);
    return lines;
}

// The sender's address without the name, as far as it is known.
static struct text_list sender_lines(const struct letter_context *l)
{
    struct text_list lines = l->letter->sender;

    if (lines.len == 0)
        add_text(l, l->body.cv->location, &lines);
    return lines;
}

static struct text sender_name(const struct letter_context *l)
{
    return l->letter->name.str.len > 0 ? l->letter->name : l->body.cv->name;
}

static struct text date_text(const struct letter_context *l)
{
    const struct letter *letter = l->letter;
    const struct locale *locale = l->body.locale;
    const struct date *date = letter->date.kind == DATE_NONE
                                  ? &l->body.settings->current_date
                                  : &letter->date;
    struct text text = {date_long(l->body.arena, locale, date),
                        letter->date.pos};
    struct value_list values = {0};

    if (letter->place.str.len == 0)
        return text;
    value_add(l->body.arena, &values, "PLACE", letter->place);
    value_add(l->body.arena, &values, "DATE", text);
    text.str = template_fill(l->body.arena, locale->letter.place_and_date.str,
                             &values);
    text.pos = letter->place.pos;
    return text;
}

static struct block date_block(const struct letter_context *l)
{
    return line_block(l, date_text(l), l->body.styles[FACE_BODY]);
}

// --- The sender --------------------------------------------------------------

// Appends the name, if asked for, and below it where the sender can be found.
static void append_sender(const struct letter_context *l, bool with_name,
                          struct block_list *blocks)
{
    const struct connection_list *list = &l->body.cv->connections;
    struct text_list lines = {0};
    struct text_list address = sender_lines(l);
    struct context header = l->header;
    struct text_style *style = &header.styles[FACE_CONNECTIONS];
    struct block block;

    // White on a band cannot be read on paper.
    if (contrast(style->colour, PAPER) < CONTRAST_MIN)
        style->colour = l->body.styles[FACE_BODY].colour;
    if (with_name)
        add_text(l, sender_name(l), &lines);
    for (size_t i = 0; i < address.len; i++)
        add_text(l, address.ptr[i], &lines);
    for (size_t i = 0; i < lines.len; i++)
        vec_push(l->body.arena, blocks,
                 line_block(l, lines.ptr[i], l->body.styles[FACE_BODY]));
    for (size_t i = 0; i < list->len; i++) {
        if (list->ptr[i].kind == CONNECTION_LOCATION)
            continue;
        block = line_block(l, (struct text){.str = {"", 0}}, *style);
        connection_append(&header, &list->ptr[i], &block.para.spans);
        vec_push(l->body.arena, blocks, block);
    }
}

// --- DIN 5008 ----------------------------------------------------------------

// Makes the lines stand so far apart, but not closer than the least.
static void set_leading(struct block *lines, sp leading, sp least)
{
    if (leading < least)
        leading = least;
    for (size_t i = 0; i < lines->children.len; i++) {
        struct block *line = &lines->children.ptr[i];

        if (line->para.leading > leading)
            line->para.leading = leading;
        if (line->space_above > leading)
            line->space_above = leading;
    }
}

// From a place on the page to one in the text area. Envelopes have their window
// at the left, whatever the language, and pages of some are mirrored.
static void place(const struct letter_context *l, sp x, sp y, struct area *area)
{
    const struct design *design = l->body.design;

    area->x = l->body.locale->rtl
                  ? l->page_width - design->page.right_margin - x - area->width
                  : x - design->page.left_margin;
    area->y = y - design->page.top_margin;
}

static void add_area(const struct letter_context *l, struct block *head,
                     struct block child, sp x, sp y)
{
    child.space_above = 0;
    place(l, x, y, &child.area);
    vec_push(l->body.arena, &head->children, child);
}

static sp smaller(sp a, sp b)
{
    return a < b ? a : b;
}

static void add_header(const struct letter_context *l,
                       const struct din_form *form, enum header_kind kind,
                       struct block *head)
{
    const struct design *design = l->body.design;
    bool banded = design->header.background.kind == PAINT_COLOUR;
    sp most = banded ? form->field_top * BAND_TOP_PERCENT / 100
                     : length_from_mm(HEADER_TOP_MAX);
    sp top = smaller(design->letter.header_top,
                     smaller(most, length_from_mm(HEADER_TOP_MAX)));
    sp padding = smaller(design->header.padding,
                         form->field_top * BAND_PADDING_PERCENT / 100);
    struct block header = {
        .kind = BLOCK_STACK,
        .area = {.width = l->page_width - design->page.left_margin -
                          design->page.right_margin,
                 .height = form->field_top - length_from_mm(HEADER_GAP) - top -
                           (banded ? padding : 0)},
    };

    letter_header_append(l, kind, top, padding, &header.children);
    add_area(l, head, header, design->page.left_margin, top);
}

// "Ada Lovelace · St James's Square · London", small above the address.
static void add_return(const struct letter_context *l,
                       const struct din_form *form, struct block *head)
{
    struct text_list lines = sender_lines(l);
    struct text_style style = l->body.styles[FACE_BODY];
    struct block block;
    struct buf joined = {.arena = l->body.arena};
    struct text text = sender_name(l);

    if (lines.len == 0)
        return;
    buf_add(&joined, text.str);
    for (size_t i = 0; i < lines.len; i++)
        buf_addf(&joined, "%s%.*s", joined.len > 0 ? " \u00b7 " : "",
                 STR_ARG(lines.ptr[i].str));
    text = (struct text){buf_str(&joined), lines.ptr[0].pos};
    if (style.size > RETURN_SIZE)
        style.size = RETURN_SIZE;
    style.underline = true;
    block = line_block(l, text, style);
    block.para.leading = style.size / 2;
    block.area = (struct area){
        .width = length_from_mm(FIELD_TEXT_WIDTH),
        .height = length_from_mm(RETURN_HEIGHT - RETURN_GAP),
        .at_bottom = true,
        .what = "the address to return the letter to is too long for its place",
        .pos = text.pos,
    };
    add_area(l, head, block, length_from_mm(FIELD_TEXT_LEFT), form->field_top);
}

static void add_address(const struct letter_context *l,
                        const struct din_form *form, struct block *head)
{
    struct text_list lines = address_lines(l, true);
    struct text_style style = l->body.styles[FACE_BODY];
    sp height = length_from_mm(FIELD_HEIGHT - RETURN_HEIGHT - ADDRESS_GAP);
    sp line =
        height / (sp)(lines.len > ADDRESS_LINES ? lines.len : ADDRESS_LINES);
    struct block block;

    if (lines.len == 0)
        return;
    // What has more lines than there is room for is set smaller.
    if (style.size > line * 10 / 11)
        style.size = line * 10 / 11 > ADDRESS_SIZE_MIN ? line * 10 / 11
                                                       : ADDRESS_SIZE_MIN;
    block = lines_block(l, &lines, style);
    set_leading(&block, line - style.size * CAP_PERCENT / 100,
                style.size * TIGHT_PERCENT / 100);
    block.area = (struct area){
        .width = length_from_mm(FIELD_TEXT_WIDTH),
        .height = height,
        .what = "the recipient's address is too long for the window of an "
                "envelope",
        .pos = lines.ptr[0].pos,
    };
    add_area(l, head, block, length_from_mm(FIELD_TEXT_LEFT),
             form->field_top + length_from_mm(RETURN_HEIGHT + ADDRESS_GAP));
}

// The date, at the height of the address's end, and what else is not in the
// header.
static void add_info(const struct letter_context *l,
                     const struct din_form *form, enum header_kind kind,
                     struct block *head)
{
    bool show = l->body.design->letter.show_header;
    struct block info = {
        .kind = BLOCK_STACK,
        .area =
            {
                .width = l->page_width - l->body.design->page.right_margin -
                         length_from_mm(INFO_LEFT),
                .height = length_from_mm(INFO_END - INFO_TOP),
                .at_bottom = true,
                .what = "the sender's address and connections are too long for "
                        "their place beside the recipient's",
                .pos = l->letter->pos,
            },
    };
    struct block date = date_block(l);
    sp size = l->body.styles[FACE_BODY].size;
    sp line;

    if (!show || kind == HEADER_NAME) {
        append_sender(l, !show, &info.children);
        // The date is one more line, with some space.
        line = info.area.height / (sp)(info.children.len + 2);
        set_leading(&info, line - size * CAP_PERCENT / 100,
                    size * TIGHT_PERCENT / 100);
        date.space_above = line < l->line ? line : l->line;
    }
    vec_push(l->body.arena, &info.children, date);
    add_area(l, head, info, length_from_mm(INFO_LEFT),
             form->field_top + length_from_mm(INFO_TOP));
}

static void add_mark(const struct letter_context *l, struct block *head, sp y,
                     int width)
{
    struct block mark = {
        .kind = BLOCK_RULE,
        .rule_thickness = MARK_THICKNESS,
        .para = {.base = {.colour = MARK_COLOUR}},
        .area = {.width = length_from_mm(width)},
    };

    add_area(l, head, mark, length_from_mm(MARK_LEFT), y);
}

static struct block fixed_head(const struct letter_context *l,
                               const struct din_form *form,
                               enum header_kind kind)
{
    struct block head = {.kind = BLOCK_FIXED,
                         .keep_with_next = true,
                         .fixed_height =
                             form->text_top - l->body.design->page.top_margin};

    if (l->body.design->letter.show_header)
        add_header(l, form, kind, &head);
    add_return(l, form, &head);
    add_address(l, form, &head);
    add_info(l, form, kind, &head);
    if (l->body.design->letter.fold_marks) {
        add_mark(l, &head, form->fold_1, MARK_WIDTH);
        add_mark(l, &head, length_from_mm(PUNCH_TOP), PUNCH_WIDTH);
        add_mark(l, &head, form->fold_2, MARK_WIDTH);
    }
    return head;
}

struct block din_head(const struct letter_context *l,
                      const struct din_form *form)
{
    struct block choice = {.kind = BLOCK_CHOICE, .keep_with_next = true};
    int kinds = l->body.design->letter.show_header ? HEADER_KINDS : 1;

    for (int i = 0; i < kinds; i++)
        vec_push(l->body.arena, &choice.children,
                 fixed_head(l, form, (enum header_kind)i));
    return choice;
}

// --- Other letters -----------------------------------------------------------

// The address at the left and the date at the right.
static struct block address_and_date(const struct letter_context *l,
                                     struct block address)
{
    struct block columns = {.kind = BLOCK_COLUMNS,
                            .column_count = 2,
                            .widths = {COLUMN_FLEXIBLE, COLUMN_NATURAL},
                            .column_gap = l->line};
    struct block left = {.kind = BLOCK_STACK, .placement = {0, 0}};
    struct block right = {.kind = BLOCK_STACK, .placement = {1, 1}};
    struct block date = date_block(l);

    date.para.align = PARA_RIGHT;
    address.space_above = 0;
    date.space_above = 0;
    vec_push(l->body.arena, &left.children, address);
    vec_push(l->body.arena, &right.children, date);
    vec_push(l->body.arena, &columns.children, left);
    vec_push(l->body.arena, &columns.children, right);
    return columns;
}

void plain_head_append(const struct letter_context *l,
                       struct block_list *blocks)
{
    struct text_list lines = address_lines(l, false);
    struct block address = lines_block(l, &lines, l->body.styles[FACE_BODY]);
    struct block date = date_block(l);

    if (l->body.design->letter.show_header)
        letter_header_append(l, HEADER_WHOLE, l->body.design->page.top_margin,
                             l->body.design->header.padding, blocks);
    else
        append_sender(l, true, blocks);
    if (l->body.design->letter.layout != LETTER_US) {
        address = address_and_date(l, address);
        address.space_above = l->line;
        vec_push(l->body.arena, blocks, address);
        return;
    }
    date.space_above += 2 * l->line;
    vec_push(l->body.arena, blocks, date);
    address.space_above += l->line * 3 / 2;
    if (lines.len > 0)
        vec_push(l->body.arena, blocks, address);
}
