// SPDX-License-Identifier: MIT
// Keywords for the PDF's metadata: what a person lists in one-line entries,
// skills and languages mostly, is what others search for.
#include "base/utf8.h"
#include "compose/markup.h"
#include "compose/parts.h"

// A list that nobody reads helps nobody, and /Keywords is one string.
#define KEYWORDS_MAX 64
// In characters; what is longer is a sentence.
#define KEYWORD_LENGTH_MAX 60

static bool is_separator(uint32_t rune)
{
    // Commas and semicolons, of Latin, Arabic and Chinese.
    return rune == ',' || rune == ';' || rune == 0x060C || rune == 0x061B ||
           rune == 0x3001 || rune == 0xFF0C || rune == 0xFF1B;
}

// By how much the depth of brackets changes.
static int bracket(uint32_t rune)
{
    if (rune == '(' || rune == '[' || rune == '{' || rune == 0xFF08)
        return 1;
    return rune == ')' || rune == ']' || rune == '}' || rune == 0xFF09 ? -1 : 0;
}

static bool is_known(struct arena *arena, const struct str_list *keywords,
                     struct str word)
{
    struct str lower = utf8_lower(arena, word);

    for (size_t i = 0; i < keywords->len; i++)
        if (str_eq(utf8_lower(arena, keywords->ptr[i]), lower))
            return true;
    return false;
}

static void add(struct arena *arena, struct str word, struct str_list *keywords)
{
    word = str_trim(word);
    if (str_ends(word, STR(".")))
        word = str_slice(word, 0, word.len - 1);
    if (word.len > 0 && utf8_length(word) <= KEYWORD_LENGTH_MAX &&
        keywords->len < KEYWORDS_MAX && !is_known(arena, keywords, word))
        vec_push(arena, keywords, word);
}

void keywords_split(struct arena *arena, struct str text,
                    struct str_list *keywords)
{
    size_t from = 0;
    int depth = 0;

    for (size_t offset = 0; offset < text.len;) {
        size_t at = offset;
        uint32_t rune = utf8_next(text, &offset);

        depth += bracket(rune);
        depth = depth < 0 ? 0 : depth;
        if (depth > 0 || !is_separator(rune))
            continue;
        add(arena, str_slice(text, from, at), keywords);
        from = offset;
    }
    add(arena, str_slice(text, from, text.len), keywords);
}

static void add_field(const struct context *context, const struct entry *entry,
                      const char *name, struct str_list *keywords)
{
    struct span_list spans = {0};

    markup_append(context, entry_lookup(entry, name),
                  context->styles[FACE_BODY], NULL, false, &spans);
    keywords_split(context->arena, spans_plain(context->arena, &spans),
                   keywords);
}

void keywords_compose(const struct context *context, struct document *document)
{
    const struct section_list *sections = &context->cv->sections;

    for (size_t i = 0; i < sections->len; i++)
        for (size_t j = 0; j < sections->ptr[i].entries.len; j++) {
            const struct entry *entry = &sections->ptr[i].entries.ptr[j];

            if (entry->kind != ENTRY_ONE_LINE)
                continue;
            add_field(context, entry, "label", &document->keywords);
            add_field(context, entry, "details", &document->keywords);
        }
}
