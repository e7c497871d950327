// SPDX-License-Identifier: MIT
// settings.pdf: lists of words as bits, and what excludes each other. The
// standards are quoted by their clauses, for who wonders why.
#include "design/settings.h"

#include "base/utf8.h"
#include "design/schema.h"

// ISO 32000-1, 7.6.3.3: bytes of a password that count; libharu drops the
// rest without a word.
#define PASSWORD_MAX 32

struct word {
    const char *name;
    unsigned bit;
};

// A list that stands for a set, and its words. The one that means the empty
// set is alone.
struct word_set {
    const char *path;
    const char *empty;
    const struct word *words;
    size_t count;
};

static const struct word standards[] = {
    {"ua-1", CONFORMANCE_UA_1},
    {"a-2a", CONFORMANCE_A_2A},
    {"a-2b", CONFORMANCE_A_2B},
    {"a-3b", CONFORMANCE_A_3B},
};
static const struct word_set conformance_words = {
    "settings.pdf.conformance", "1.7", standards,
    sizeof standards / sizeof *standards};

static const struct word permissions[] = {
    {"print", PERMISSION_PRINT},
    {"copy", PERMISSION_COPY},
    {"edit", PERMISSION_EDIT},
    {"annotate", PERMISSION_ANNOTATE},
};
static const struct word_set permission_words = {
    "settings.pdf.permissions", NULL, permissions,
    sizeof permissions / sizeof *permissions};

const char *settings_conformance_word(size_t number)
{
    if (number == conformance_words.count)
        return conformance_words.empty;
    return number < conformance_words.count ? standards[number].name : NULL;
}

const char *settings_permission_word(size_t number)
{
    return number < permission_words.count ? permissions[number].name : NULL;
}

#define WORDS_MAX 4

static void report_unknown(const struct word_set *set, const struct node *node,
                           struct diags *diags)
{
    struct arena *arena = diags_arena(diags);
    struct buf all = {.arena = arena};
    struct str names[WORDS_MAX];
    struct str near;

    for (size_t i = 0; i < set->count; i++) {
        names[i] = str_from_cstr(set->words[i].name);
        buf_addf(&all, "%s%s", i ? ", " : "", set->words[i].name);
    }
    near = suggest_nearest(node->text, names, set->count);
    diag_error(
        diags, node->pos,
        near.len > 0
            ? str_format(arena, "did you mean '%.*s'? It can be: %.*s",
                         STR_ARG(near), STR_ARG(buf_str(&all)))
            : str_format(arena, "it can be: %.*s", STR_ARG(buf_str(&all))),
        "%s cannot be '%.*s'", set->path, STR_ARG(node->text));
}

// Two levels of PDF/A: a file declares one.
static void check_one_archive(const struct word_set *set, unsigned bits,
                              const struct word *word, const struct node *node,
                              struct diags *diags)
{
    unsigned other = bits & CONFORMANCE_A & ~word->bit;

    if (set != &conformance_words || !(word->bit & CONFORMANCE_A))
        return;
    for (size_t i = 0; i < set->count; i++)
        if (other & set->words[i].bit)
            diag_error(diags, node->pos,
                       STR("choose one; a-2a has all that a-2b asks for"),
                       "%s cannot be both %s and %s", set->path,
                       set->words[i].name, word->name);
}

static void read_word(const struct word_set *set, const struct node *node,
                      bool alone, struct diags *diags, unsigned *bits)
{
    if (node->partial)
        return;
    if (node->kind != NODE_SCALAR) {
        schema_wrong_kind(diags, node, str_from_cstr(set->path),
                          "a list of words");
        return;
    }
    if (set->empty && str_eq_cstr(node->text, set->empty)) {
        if (!alone)
            diag_error(diags, node->pos, (struct str){"", 0},
                       "%s: %s means none of the others, and stands alone",
                       set->path, set->empty);
        return;
    }
    for (size_t i = 0; i < set->count; i++)
        if (str_eq_cstr(node->text, set->words[i].name)) {
            check_one_archive(set, *bits, &set->words[i], node, diags);
            *bits |= set->words[i].bit;
            return;
        }
    report_unknown(set, node, diags);
}

// A single word stands for a list of one. An absent list leaves *bits.
static void read_words(const struct word_set *set, const struct node *node,
                       struct diags *diags, unsigned *bits)
{
    if (node_is_null(node))
        return;
    *bits = 0;
    if (node->kind != NODE_LIST) {
        read_word(set, node, true, diags, bits);
        return;
    }
    for (size_t i = 0; i < node->items.len; i++)
        read_word(set, node->items.ptr[i], node->items.len == 1, diags, bits);
}

static void check_source(const struct node *pdf_node, struct diags *diags,
                         const struct pdf_settings *pdf)
{
    if (pdf->attach_source && pdf->conformance & CONFORMANCE_A_2)
        diag_error(diags, node_lookup(pdf_node, "attach_source")->pos,
                   STR("PDF/A-3 takes any file: write conformance: [ua-1, "
                       "a-3b]"),
                   "PDF/A-2 allows only PDF/A files as attachments "
                   "(ISO 19005-2, 6.8), and a profile is none");
}

// The characters at which Latin-1 and PDFDocEncoding, in which readers
// encode what is typed, agree.
static bool is_password_rune(uint32_t rune)
{
    return (rune >= 0x20 && rune <= 0x7E) ||
           (rune >= 0xA1 && rune <= 0xFF && rune != 0xAD);
}

static void check_password(const struct text *password, struct diags *diags)
{
    size_t length = utf8_length(password->str);
    bool good = true;

    for (size_t offset = 0; offset < password->str.len;)
        good = is_password_rune(utf8_next(password->str, &offset)) && good;
    if (!good)
        diag_error(diags, password->pos,
                   STR("take letters of Western Europe, digits and signs"),
                   "a PDF's password cannot have all of these characters");
    if (length > PASSWORD_MAX)
        diag_error(diags, password->pos, (struct str){"", 0},
                   "a PDF's password has at most %d characters, not %zu",
                   PASSWORD_MAX, length);
}

// The first key that asks for encryption, or NULL.
static const struct node *encryption_key(const struct node *pdf_node,
                                         const struct pdf_settings *pdf)
{
    if (pdf->password.str.len > 0)
        return node_lookup(pdf_node, "password");
    if (pdf->owner_password.str.len > 0)
        return node_lookup(pdf_node, "owner_password");
    if (!node_is_null(node_lookup(pdf_node, "permissions")))
        return node_lookup(pdf_node, "permissions");
    return NULL;
}

static void check_security(const struct node *pdf_node, struct diags *diags,
                           const struct pdf_settings *pdf)
{
    const struct node *key = encryption_key(pdf_node, pdf);
    const struct node *allowed = node_lookup(pdf_node, "permissions");

    check_password(&pdf->password, diags);
    check_password(&pdf->owner_password, diags);
    if (key && pdf->conformance & CONFORMANCE_A)
        diag_error(diags, key->pos, STR("write conformance: [ua-1]"),
                   "PDF/A forbids encryption (ISO 19005, 6.1.3): passwords "
                   "and permissions do not go with it");
    if (!node_is_null(allowed) && pdf->owner_password.str.len == 0)
        diag_error(diags, allowed->pos,
                   STR("without one, whoever opens the PDF may do everything"),
                   "settings.pdf.permissions need an owner_password");
    if (pdf->owner_password.str.len > 0 &&
        str_eq(pdf->password.str, pdf->owner_password.str))
        diag_error(diags, pdf->owner_password.pos, (struct str){"", 0},
                   "the owner_password must differ from the password");
}

void settings_read_pdf(const struct node *node, struct diags *diags,
                       struct pdf_settings *pdf)
{
    const struct node *pdf_node = node_lookup(node, "pdf");

    pdf->conformance = CONFORMANCE_DEFAULT;
    pdf->permissions = PERMISSION_ALL;
    read_words(&conformance_words, node_lookup(pdf_node, "conformance"), diags,
               &pdf->conformance);
    read_words(&permission_words, node_lookup(pdf_node, "permissions"), diags,
               &pdf->permissions);
    // What a syntax error cut off may mend the rest.
    if (pdf_node && pdf_node->partial)
        return;
    check_source(pdf_node, diags, pdf);
    check_security(pdf_node, diags, pdf);
}
