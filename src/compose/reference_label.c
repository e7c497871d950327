// SPDX-License-Identifier: MIT
// How a citation names an entry: its authors' family names, the year, the
// title.
#include "base/utf8.h"
#include "compose/authors.h"
#include "compose/markup.h"
#include "compose/references.h"

// More authors than these are "et al.".
#define NAMED_AUTHORS 2
#define YEAR_DIGITS 4
// A longer title is cut: it stands in every link to the entry.
#define TEXT_MAX 300

static struct str shorten(struct arena *arena, struct str s)
{
    size_t end = TEXT_MAX;

    if (s.len <= TEXT_MAX)
        return s;
    while (((unsigned char)s.ptr[end] & 0xC0) == 0x80)
        end--;
    return str_format(arena, "%.*s\u2026", (int)end, s.ptr);
}

static struct str plain_text(const struct context *context, struct text text)
{
    struct context own = *context;
    struct span_list spans = {0};

    own.references = NULL; // lest an entry cite itself to no end
    markup_append(&own, text, context->styles[FACE_BODY], NULL, false, &spans);
    return shorten(context->arena,
                   str_trim(spans_plain(context->arena, &spans)));
}

// Cuts off marks such as * and brackets at both ends of a name.
static struct str trim_marks(struct str s)
{
    size_t start = s.len;
    size_t end = 0;

    for (size_t offset = 0; offset < s.len;) {
        size_t from = offset;

        if (!rune_is_word(utf8_next(s, &offset)))
            continue;
        if (start == s.len)
            start = from;
        end = offset;
    }
    return start < end ? str_slice(s, start, end) : s;
}

static bool is_suffix(struct str word)
{
    static const char *const suffixes[] = {"Jr", "Sr", "II", "III", "IV"};

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (str_eq_cstr(trim_marks(word), suffixes[i]))
            return true;
    return false;
}

static bool is_lower(struct str word)
{
    size_t offset = 0;
    uint32_t rune = utf8_next(word, &offset);

    return rune_upper(rune) != rune;
}

// "Noether" of "Emmy Noether" and "Noether, Emmy", "von Neumann" of "John von
// Neumann": the last word, from the first one in small letters on.
static struct str family_name(struct str name)
{
    struct str rest = name;
    size_t start = 0;
    size_t end = name.len;
    bool particle = false;

    if (str_find_char(name, ',', 0) != SIZE_MAX)
        return trim_marks(str_slice(name, 0, str_find_char(name, ',', 0)));
    while (rest.ptr) {
        struct str word = str_split(&rest, ' ');
        size_t at = (size_t)(word.ptr - name.ptr);

        if (word.len == 0)
            continue;
        if (at > 0 && !rest.ptr && is_suffix(word)) {
            end = at;
            break;
        }
        if (!particle)
            start = at;
        particle = particle || (at > 0 && is_lower(word));
    }
    return trim_marks(str_slice(name, start, end));
}

static struct str author_names(const struct context *context,
                               const struct text_list *authors)
{
    struct str names[NAMED_AUTHORS] = {{"", 0}};
    const struct locale *locale = context->locale;
    bool others = authors->len > NAMED_AUTHORS;
    size_t count = 0;

    for (size_t i = 0; i < authors->len && i < NAMED_AUTHORS; i++) {
        struct str name = plain_text(context, authors->ptr[i]);

        if (author_means_others(context, name))
            others = true;
        else
            names[count++] = family_name(name);
    }
    if (count == 0)
        return (struct str){"", 0};
    if (others)
        return str_format(context->arena, "%.*s %.*s", STR_ARG(names[0]),
                          STR_ARG(locale->et_al.str));
    if (count == 1)
        return names[0];
    return str_format(context->arena, "%.*s %.*s %.*s", STR_ARG(names[0]),
                      STR_ARG(locale->and_word.str), STR_ARG(names[1]));
}

// The first four digits of a text such as "to appear in 2027", or all of it.
static struct str year_in(struct str text)
{
    size_t digits = 0;

    for (size_t i = 0; i < text.len; i++) {
        digits = ascii_is_digit(text.ptr[i]) ? digits + 1 : 0;
        if (digits == YEAR_DIGITS)
            return str_slice(text, i + 1 - YEAR_DIGITS, i + 1);
    }
    return text;
}

static struct str year_of(const struct context *context,
                          const struct entry *entry)
{
    const struct period *period = entry->periods.ptr;
    const struct date *date;

    if (entry->periods.len == 0)
        return (struct str){"", 0};
    date = period->date.kind != DATE_NONE ? &period->date : &period->start;
    switch (date->kind) {
    case DATE_YEAR:
    case DATE_MONTH:
    case DATE_DAY:
        return str_format(context->arena, "%d", date->year);
    case DATE_TEXT:
        return year_in(
            plain_text(context, (struct text){date->text, date->pos}));
    case DATE_NONE:
    case DATE_PRESENT:
        break;
    }
    return (struct str){"", 0};
}

static struct str title_of(const struct context *context,
                           const struct entry *entry)
{
    static const char *const fields[] = {
        "title",  "name",   "company",   "institution",     "position",
        "grant",  "patent", "reference", "language",        "skill",
        "bullet", "text",   "number",    "reversed_number", "label"};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct text text = entry_lookup(entry, fields[i]);

        if (text.str.len > 0)
            return plain_text(context, text);
    }
    return entry->key.str;
}

void reference_describe(const struct context *context,
                        struct reference *reference)
{
    const struct entry *entry = reference->entry;

    struct str title = title_of(context, entry);

    reference->label = title;
    if (reference->number > 0)
        reference->label = str_format(context->arena, "%.*s %zu: %.*s",
                                      STR_ARG(context->locale->reference.str),
                                      reference->number, STR_ARG(title));
    reference->year = year_of(context, entry);
    reference->authors = author_names(context, &entry->authors);
    if (reference->authors.len == 0)
        reference->authors = title;
}

struct block reference_item(const struct context *context, struct block entry,
                            const struct listed *listed)
{
    struct arena *arena = context->arena;
    const struct reference *reference =
        references_of(context->references, listed->entry);
    struct block item = {.kind = BLOCK_ITEM, .para = para_body(context)};
    struct span_list *marker = &item.para.spans;
    struct value_list values = {0};

    vec_push(
        arena, &values,
        (struct value){.name = STR("NUMBER"),
                       .text.str = str_format(arena, "%zu", listed->number),
                       .verbatim = true});
    markup_append(context, context->design->templates.publication_number,
                  item.para.base, &values, false, marker);
    if (reference && reference->rank > 0)
        for (size_t i = 0; i < marker->len; i++)
            marker->ptr[i].target = citation_anchor(arena, reference->key.str);
    entry.indent_left = 0; // the list has it
    vec_push(arena, &item.children, entry);
    return item;
}
