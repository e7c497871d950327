// SPDX-License-Identifier: MIT
// An exception is a word with its hyphens; one without any is never divided.
// Capitals do not count.
#include "layout/divide.h"

#include "base/utf8.h"

// Compares the exception, hyphens left out, with the word and notes where the
// hyphens stand. Returns false if they are different words.
static bool match(struct str exception, struct str word, uint16_t *offsets,
                  size_t max, size_t *count)
{
    size_t i = 0;
    size_t j = 0;

    *count = 0;
    while (i < exception.len) {
        if (exception.ptr[i] == '-') {
            if (*count < max && j > 0 && j < word.len)
                offsets[(*count)++] = (uint16_t)j;
            i++;
            continue;
        }
        if (j >= word.len || rune_lower(utf8_next(exception, &i)) !=
                                 rune_lower(utf8_next(word, &j)))
            return false;
    }
    return j == word.len;
}

size_t word_divide(const struct layout_context *context,
                   const struct span *span, struct str word, bool tex,
                   uint16_t *offsets, size_t max)
{
    struct language *language = span_language(context, span);
    const struct hyphenator *hyphenator;
    size_t count = 0;

    if (word.len > UINT16_MAX)
        return 0;
    for (size_t i = 0; i < context->exceptions.len; i++)
        if (match(context->exceptions.ptr[i].str, word, offsets, max, &count))
            return count;
    hyphenator = language ? language_hyphenator(language) : NULL;
    if (!hyphenator)
        return 0;
    if (tex)
        return hyphenator_divide_tex(hyphenator, word, offsets, max);
    return hyphenator_divide(hyphenator, word, offsets, max);
}
