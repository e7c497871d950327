// SPDX-License-Identifier: MIT
// What auto and zero mean: measures of DIN 5008:2020, and an inch in America.
#include "design/letter.h"

#include "design/contrast.h"

#define DIN_LEFT 2500
#define DIN_RIGHT 2000
#define DIN_TOP 2000 // of the second page
#define MIN_BOTTOM 2000
// Of a letter that is no DIN letter, on paper that has room for it.
#define SIDE_MARGIN 2540
#define NARROW_PAPER 17000
// Margins must leave room for text, as those of the CV.
#define MIN_TEXT PT(144)
// The height of capitals in most typefaces, in per cent of the size.
#define CAP_PERCENT 66

sp length_from_mm(int64_t hundredths)
{
    return length_to_sp((struct length){hundredths * 10000, LENGTH_MM}, 0);
}

bool din_form(int layout, struct din_form *form)
{
    bool a = layout == LETTER_DIN_A;

    if (!a && layout != LETTER_DIN_B)
        return false;
    *form = (struct din_form){
        .field_top = length_from_mm(a ? 2700 : 4500),
        .text_top = length_from_mm(a ? 8046 : 9846),
        .fold_1 = length_from_mm(a ? 8700 : 10500),
        .fold_2 = length_from_mm(a ? 19200 : 21000),
    };
    return true;
}

static bool has_own_size(const struct design *design)
{
    return design->page.width != LENGTH_AUTO ||
           design->page.height != LENGTH_AUTO;
}

static int choose_layout(const struct design *design,
                         const struct letter *letter,
                         const struct locale *locale)
{
    if (letter->layout != LETTER_AUTO)
        return (int)letter->layout;
    if (design->letter.layout != LETTER_AUTO)
        return design->letter.layout;
    if (has_own_size(design))
        return LETTER_PLAIN;
    switch ((enum page_size)design->page.size) {
    case PAGE_A4:
        return locale->letter.din ? LETTER_DIN_B : LETTER_PLAIN;
    case PAGE_US_LETTER:
    case PAGE_US_EXECUTIVE:
        return LETTER_US;
    case PAGE_A5:
        break;
    }
    return LETTER_PLAIN;
}

static sp larger(sp a, sp b)
{
    return a > b ? a : b;
}

// The margin that the profile asks for, or the other one.
static sp choose(sp asked, sp otherwise)
{
    return asked != 0 ? asked : otherwise;
}

static void set_margins(struct design *design)
{
    struct din_form form;
    bool din = din_form(design->letter.layout, &form);
    sp width;
    sp height;
    sp side;

    design_page(design, &width, &height);
    side =
        width > length_from_mm(NARROW_PAPER) ? length_from_mm(SIDE_MARGIN) : 0;
    design->page.left_margin =
        choose(design->letter.left_margin,
               din ? length_from_mm(DIN_LEFT)
                   : larger(design->page.left_margin, side));
    design->page.right_margin =
        choose(design->letter.right_margin,
               din ? length_from_mm(DIN_RIGHT)
                   : larger(design->page.right_margin, side));
    design->page.top_margin = choose(
        design->letter.top_margin,
        larger(design->page.top_margin, din ? length_from_mm(DIN_TOP) : 0));
    design->page.bottom_margin =
        choose(design->letter.bottom_margin,
               larger(design->page.bottom_margin, length_from_mm(MIN_BOTTOM)));
}

static struct pos place_of(const struct node *design, const char *key)
{
    const struct node *letter = node_lookup(design, "letter");
    const struct node *value = node_lookup(letter, key);

    if (value)
        return value->pos;
    return letter ? letter->pos : (struct pos){0};
}

static void check(const struct design *design, const struct node *node,
                  const struct letter *letter, struct diags *diags)
{
    const sp margins[] = {
        design->letter.left_margin, design->letter.right_margin,
        design->letter.top_margin, design->letter.bottom_margin};
    struct din_form form;
    sp width;
    sp height;

    design_page(design, &width, &height);
    for (int i = 0; i < 4; i++)
        if (margins[i] < 0)
            diag_error(diags, place_of(node, "margin"), (struct str){"", 0},
                       "a margin of a letter cannot be less than zero");
    if (width - design->page.left_margin - design->page.right_margin <
            MIN_TEXT ||
        height - design->page.top_margin - design->page.bottom_margin <
            MIN_TEXT)
        diag_error(diags, place_of(node, "margin"), (struct str){"", 0},
                   "the margins of the letter leave less than 2in for text");
    if (din_form(design->letter.layout, &form) &&
        (has_own_size(design) ||
         (design->page.size != PAGE_A4 && design->page.size != PAGE_US_LETTER)))
        diag_error(diags,
                   letter->layout != LETTER_AUTO ? letter->pos
                                                 : place_of(node, "layout"),
                   STR("take the layout plain, or the size a4"),
                   "letters as DIN 5008 has them need paper of the size a4");
}

// Nobody wants a letter to be looser or to lose its window for a page.
static void set_fit(struct design *design, const struct node *node)
{
    struct page_fit *fit = &design->page.fit;

    fit->pages = design->letter.fit;
    fit->pos = place_of(node, "fit");
    fit->drop = false;
    fit->min_margin =
        larger(larger(design->page.left_margin, design->page.right_margin),
               larger(design->page.top_margin, design->page.bottom_margin));
}

// A letter has no sidebar: the colour behind that goes behind the header, and
// text is in colours that can be read there.
static void set_band(struct design *design)
{
    const struct sidebar_options *sidebar = &design->sidebar;
    uint32_t *const colours[] = {&design->colors.name, &design->colors.headline,
                                 &design->colors.connections};

    if (sidebar->position == SIDEBAR_NONE ||
        sidebar->background.kind != PAINT_COLOUR ||
        design->header.background.kind == PAINT_COLOUR)
        return;
    design->header.background = sidebar->background;
    design->header.text_color = sidebar->text_color;
    design->header.padding = sidebar->padding;
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        if (contrast(*colours[i], sidebar->background.colour) < CONTRAST_MIN)
            *colours[i] = contrast_text(sidebar->background.colour);
}

struct design letter_design(const struct design *design,
                            const struct letter *letter,
                            const struct locale *locale,
                            const struct node *node, struct diags *diags)
{
    struct design own = *design;
    sp line =
        own.letter.font_size * CAP_PERCENT / 100 + own.letter.line_spacing;

    own.letter.layout = choose_layout(design, letter, locale);
    own.letter.header_line_spacing = design->typography.line_spacing;
    own.letter.header_top = design->page.top_margin;
    own.typography.faces[FACE_BODY].size = own.letter.font_size;
    own.typography.line_spacing = own.letter.line_spacing;
    own.typography.alignment = own.letter.alignment;
    own.letter.space_for_signature =
        choose(own.letter.space_for_signature,
               (own.letter.layout == LETTER_US ? 4 : 3) * line);
    own.page.show_top_note = false;
    own.page.orientation = PAGE_PORTRAIT;
    own.page.flush_bottom = false;
    set_band(&own);
    set_margins(&own);
    set_fit(&own, node);
    if (!node || !node->partial)
        check(&own, node, letter, diags);
    return own;
}
