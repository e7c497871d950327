// SPDX-License-Identifier: MIT
// The key letter. Only its paragraphs must be there; with the rest left out it
// is still a letter, to nobody in particular.
#include "profile/letter.h"

#include "profile/contact.h"
#include "profile/excerpt.h"
#include "profile/keys.h"
#include "profile/parts.h"

const char *const letter_layouts[] = {"auto",     "din-5008-a", "din-5008-b",
                                      "us-block", "plain",      NULL};

typedef void reader(const struct checker *checker, const struct node *node,
                    struct letter *letter);

// Appends the lines of a text, or of each text of a list.
static void read_lines(const struct checker *checker, const struct node *node,
                       struct text_list *lines)
{
    struct text_list texts = {0};

    check_texts(checker, node, &texts);
    for (size_t i = 0; i < texts.len; i++) {
        struct str rest = texts.ptr[i].str;

        while (rest.ptr) {
            struct str line = str_trim(str_split(&rest, '\n'));

            if (line.len > 0)
                vec_push(checker->arena, lines,
                         (struct text){line, texts.ptr[i].pos});
        }
    }
}

const char *const recipient_keys[] = {"name", "title", "organization",
                                      "address", NULL};

static void read_recipient(const struct checker *checker,
                           const struct node *node, struct letter *letter)
{
    struct recipient *recipient = &letter->recipient;

    if (node->kind != NODE_MAP) {
        read_lines(checker, node, &recipient->address);
        return;
    }
    check_keys(checker, node, recipient_keys, "a recipient");
    check_text(checker, node_lookup(node, "name"), &recipient->name);
    check_text(checker, node_lookup(node, "title"), &recipient->title);
    check_text(checker, node_lookup(node, "organization"),
               &recipient->organization);
    read_lines(checker, node_lookup(node, "address"), &recipient->address);
}

static void read_sender(const struct checker *checker, const struct node *node,
                        struct letter *letter)
{
    read_lines(checker, node, &letter->sender);
}

static void read_place(const struct checker *checker, const struct node *node,
                       struct letter *letter)
{
    check_text(checker, node, &letter->place);
}

// What is no date is shown as it is written.
static void read_date(const struct checker *checker, const struct node *node,
                      struct letter *letter)
{
    struct text text;

    if (!check_text(checker, node, &text) || str_eq_cstr(text.str, "today"))
        return;
    switch (date_parse(text.str, &letter->date)) {
    case DATE_OK:
        if (letter->date.kind == DATE_PRESENT)
            letter->date.kind = DATE_NONE;
        break;
    case DATE_NO_DATE:
        letter->date.kind = DATE_TEXT;
        break;
    case DATE_BAD_YEAR:
    case DATE_BAD_MONTH:
    case DATE_BAD_DAY:
        diag_error(checker->diags, text.pos, STR("write it as 2026-03-01"),
                   "there is no day '%.*s'",
                   STR_ARG(excerpt(checker->arena, text.str)));
        letter->date.kind = DATE_TEXT;
        break;
    }
    letter->date.text = text.str;
    letter->date.pos = text.pos;
}

static void read_subject(const struct checker *checker, const struct node *node,
                         struct letter *letter)
{
    check_text(checker, node, &letter->subject);
}

static void read_opening(const struct checker *checker, const struct node *node,
                         struct letter *letter)
{
    check_text(checker, node, &letter->opening);
}

static void add_bullets(const struct checker *checker, const struct node *list,
                        struct letter *letter)
{
    struct letter_part part = {0};

    bullets_read(checker, list, &part.bullets);
    if (part.bullets.len > 0)
        vec_push(checker->arena, &letter->parts, part);
}

// "- It has:" with a list below it is a paragraph and a list.
static void read_part(const struct checker *checker, const struct node *node,
                      struct letter *letter)
{
    struct letter_part part = {0};
    const struct pair *pair = node->pairs.len == 1 ? node->pairs.ptr : NULL;

    if (node->kind == NODE_LIST) {
        add_bullets(checker, node, letter);
        return;
    }
    if (node->kind == NODE_MAP && pair && pair->value->kind == NODE_LIST) {
        part.text.str = str_format(checker->arena, "%.*s:", STR_ARG(pair->key));
        part.text.pos = pair->key_pos;
        vec_push(checker->arena, &letter->parts, part);
        add_bullets(checker, pair->value, letter);
        return;
    }
    if (check_text(checker, node, &part.text))
        vec_push(checker->arena, &letter->parts, part);
}

static void read_paragraphs(const struct checker *checker,
                            const struct node *node, struct letter *letter)
{
    if (node->kind == NODE_MAP)
        check_expected(checker, node, "a list of texts");
    else if (node->kind == NODE_SCALAR)
        read_part(checker, node, letter);
    for (size_t i = 0; i < node->items.len; i++)
        read_part(checker, node->items.ptr[i], letter);
}

static void read_closing(const struct checker *checker, const struct node *node,
                         struct letter *letter)
{
    check_text(checker, node, &letter->closing);
}

static void read_signature(const struct checker *checker,
                           const struct node *node, struct letter *letter)
{
    (void)check_picture(checker, node, "signature", &letter->signature);
}

static void read_signature_height(const struct checker *checker,
                                  const struct node *node,
                                  struct letter *letter)
{
    struct length *height = &letter->signature_height;
    struct text text;

    if (!check_text(checker, node, &text))
        return;
    if (!length_parse(text.str, height) || height->millionths <= 0) {
        diag_error(checker->diags, text.pos, STR("write it as 1.2cm"),
                   "'%.*s' is no height for a signature",
                   STR_ARG(excerpt(checker->arena, text.str)));
        *height = (struct length){0};
    }
}

static void read_name(const struct checker *checker, const struct node *node,
                      struct letter *letter)
{
    check_text(checker, node, &letter->name);
}

static void read_position(const struct checker *checker,
                          const struct node *node, struct letter *letter)
{
    check_text(checker, node, &letter->position);
}

static void read_postscript(const struct checker *checker,
                            const struct node *node, struct letter *letter)
{
    check_text(checker, node, &letter->postscript);
}

static void read_enclosures(const struct checker *checker,
                            const struct node *node, struct letter *letter)
{
    read_lines(checker, node, &letter->enclosures);
}

static void read_layout(const struct checker *checker, const struct node *node,
                        struct letter *letter)
{
    struct text text;
    struct str near;

    if (!check_text(checker, node, &text))
        return;
    for (int i = 0; letter_layouts[i]; i++)
        if (str_eq_cstr(text.str, letter_layouts[i])) {
            letter->layout = (enum letter_layout)i;
            return;
        }
    near = check_nearest(checker->arena, text.str, letter_layouts);
    diag_error(
        checker->diags, text.pos,
        check_did_you_mean(
            checker->arena, near,
            str_format(checker->arena, "there are: %.*s",
                       STR_ARG(check_join(checker->arena, letter_layouts)))),
        "there is no layout '%.*s' of letters",
        STR_ARG(excerpt(checker->arena, text.str)));
}

const char *const letter_keys[] = {
    "recipient", "sender",           "place",      "date",
    "subject",   "opening",          "paragraphs", "closing",
    "signature", "signature_height", "name",       "position",
    "layout",    "postscript",       "enclosures", NULL};
// In the order of letter_keys.
static reader *const readers[] = {
    read_recipient, read_sender,           read_place,      read_date,
    read_subject,   read_opening,          read_paragraphs, read_closing,
    read_signature, read_signature_height, read_name,       read_position,
    read_layout,    read_postscript,       read_enclosures,
};

struct letter *letter_read(const struct checker *checker,
                           const struct node *node)
{
    struct letter *letter = arena_new_of(checker->arena, struct letter);

    letter->pos = node->pos;
    if (node->kind != NODE_MAP) {
        check_expected(checker, node, "a map with recipient, paragraphs, ...");
        return letter;
    }
    check_keys(checker, node, letter_keys, "letter");
    for (int i = 0; letter_keys[i]; i++) {
        const struct node *value = node_lookup(node, letter_keys[i]);

        if (!node_is_null(value))
            readers[i](checker, value, letter);
    }
    if (node_is_null(node_lookup(node, "paragraphs")) && !node->partial)
        diag_error(checker->diags, node->pos,
                   STR("\"paragraphs:\" and below it a list of texts"),
                   "this letter has no paragraphs");
    return letter;
}
