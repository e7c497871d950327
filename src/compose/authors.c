// SPDX-License-Identifier: MIT
// The person's own names in lists of authors are set in bold: settings.me as
// it stands there, or as "Last, First". A name counts if nothing but marks is
// around it up to the next comma or "and": *, ^1^, (corresponding), a link's
// brackets. The marks themselves do not become bold.
#include "compose/authors.h"

#include "base/utf8.h"

#include <string.h>

// Spellings of one name; so a list of thousands does not make all authors be
// read for each of them.
#define SPELLINGS_MAX 32
// What stands behind a name in brackets is shorter, in bytes.
#define MARK_MAX 256
// Words of a name: where it is turned round, each may begin the last name.
#define WORDS_MAX 8

struct reader {
    struct str s; // one text of authors, in Markdown
    struct str and_word;
};

static uint32_t rune_at(struct str s, size_t at)
{
    return at < s.len ? utf8_next(s, &at) : 0;
}

static size_t rune_start_before(struct str s, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80);
    return at;
}

static bool is_blank(uint32_t rune)
{
    return rune == ' ' || rune == '\n' || rune == '\t' || rune == '\r' ||
           rune == 0xA0;
}

static bool is_separator(uint32_t rune)
{
    return rune == ',' || rune == ';' || rune == '&' || rune == 0x3001 ||
           rune == 0xFF0C;
}

// Figures of notes, which Unicode counts among the digits.
static bool is_raised(uint32_t rune)
{
    return rune == 0xB9 || rune == 0xB2 || rune == 0xB3 ||
           (rune >= 0x2070 && rune <= 0x209F);
}

static bool is_letter(uint32_t rune)
{
    return rune != 0 && rune_is_word(rune) && !is_raised(rune);
}

static size_t word_end(struct str s, size_t at)
{
    size_t end = at;

    while (end < s.len && is_letter(utf8_next(s, &at)))
        end = at;
    return end;
}

// "and" joins authors, as the locale's word does; "et al." follows them.
static bool joins(const struct reader *r, struct str word)
{
    return str_eq_cstr(word, "and") || str_eq_cstr(word, "et") ||
           (r->and_word.len > 0 && str_eq(word, r->and_word));
}

// --- Around a name -----------------------------------------------------------

static bool may_begin(const struct reader *r, size_t at)
{
    struct str s = r->s;
    size_t end;

    while (at > 0) {
        size_t before = rune_start_before(s, at);
        uint32_t rune = rune_at(s, before);

        if (is_separator(rune))
            return true;
        if (is_letter(rune))
            break;
        at = before;
    }
    if (at == 0)
        return true;
    end = at;
    while (at > 0 && is_letter(rune_at(s, rune_start_before(s, at))))
        at = rune_start_before(s, at);
    return joins(r, str_slice(s, at, end));
}

// Returns the end of what begins with a mark at s[at]: "^1^", "(senior)",
// "](url)", "\*"; or the next character.
static size_t skip_mark(struct str s, size_t at)
{
    static const struct {
        const char *open;
        const char *close;
    } marks[] = {{"^", "^"}, {"<sup>", "</sup>"}, {"$", "$"},
                 {"(", ")"}, {"[", "]"},          {"{", "}"}};
    struct str rest = str_slice(s, at, at + MARK_MAX);

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct str open = str_from_cstr(marks[i].open);
        struct str close = str_from_cstr(marks[i].close);
        size_t end;

        if (!str_starts(rest, open))
            continue;
        end = str_find(rest, close, open.len);
        if (end != SIZE_MAX)
            return at + end + close.len;
    }
    if (s.ptr[at] == '\\' && at + 1 < s.len)
        at++;
    (void)utf8_next(s, &at);
    return at;
}

static bool may_end(const struct reader *r, size_t at)
{
    while (at < r->s.len) {
        uint32_t rune = rune_at(r->s, at);

        if (is_separator(rune))
            return true;
        if (is_letter(rune))
            return joins(r, str_slice(r->s, at, word_end(r->s, at)));
        at = skip_mark(r->s, at);
    }
    return true;
}

// Returns the end of the name if it begins at s[at], else at; a blank of the
// name stands for any number of them.
static size_t match(struct str s, size_t at, struct str name)
{
    size_t start = at;

    for (size_t i = 0; i < name.len; i++) {
        size_t blanks = at;

        if (name.ptr[i] != ' ') {
            if (at >= s.len || s.ptr[at] != name.ptr[i])
                return start;
            at++;
            continue;
        }
        while (blanks < s.len && is_blank(rune_at(s, blanks)))
            (void)utf8_next(s, &blanks);
        if (blanks == at)
            return start;
        at = blanks;
    }
    return at;
}

// True if the profile makes the name at s[from, to) bold itself.
static bool is_bold(struct str s, size_t from, size_t to)
{
    struct str before = str_slice(s, 0, from);
    struct str after = str_slice(s, to, to + MARK_MAX);

    return (str_ends(before, STR("**")) &&
            str_find(after, STR("**"), 0) != SIZE_MAX) ||
           (str_ends(before, STR("__")) &&
            str_find(after, STR("__"), 0) != SIZE_MAX);
}

// --- Names -------------------------------------------------------------------

static struct str_list words_of(struct arena *arena, struct str name)
{
    struct str_list words = {0};
    struct str rest = name;

    while (rest.ptr) {
        struct str word = str_split(&rest, ' ');

        if (word.len > 0)
            vec_push(arena, &words, word);
    }
    return words;
}

static struct str join(struct arena *arena, const struct str_list *words,
                       size_t from, size_t to)
{
    struct buf buf = {.arena = arena};

    for (size_t i = from; i < to; i++)
        buf_addf(&buf, "%s%.*s", i > from ? " " : "", STR_ARG(words->ptr[i]));
    return buf_str(&buf);
}

// Adds the name and how else it is written: "Last, First" of "First Last",
// whatever part of it the last name is, and the other way round.
static void add_forms(struct arena *arena, struct str name,
                      struct str_list *forms)
{
    size_t comma = str_find(name, STR(","), 0);
    struct str_list words = words_of(arena, name);

    if (words.len == 0)
        return;
    vec_push(arena, forms, join(arena, &words, 0, words.len));
    if (comma != SIZE_MAX) {
        struct str last = str_trim(str_slice(name, 0, comma));
        struct str first = str_trim(str_slice(name, comma + 1, name.len));

        if (last.len > 0 && first.len > 0)
            vec_push(
                arena, forms,
                str_format(arena, "%.*s %.*s", STR_ARG(first), STR_ARG(last)));
        return;
    }
    for (size_t i = 1; i < words.len && words.len <= WORDS_MAX; i++) {
        struct str last = join(arena, &words, i, words.len);
        struct str first = join(arena, &words, 0, i);

        vec_push(
            arena, forms,
            str_format(arena, "%.*s, %.*s", STR_ARG(last), STR_ARG(first)));
    }
}

static struct str_list forms_of(const struct context *context)
{
    const struct text_list *names = &context->settings->me;
    struct str_list forms = {0};

    for (size_t i = 0; i < names->len && i < SPELLINGS_MAX; i++)
        add_forms(context->arena, names->ptr[i].str, &forms);
    return forms;
}

static size_t match_any(const struct reader *r, size_t at,
                        const struct str_list *forms)
{
    size_t longest = at;

    if (!may_begin(r, at))
        return at;
    for (size_t i = 0; i < forms->len; i++) {
        size_t end = match(r->s, at, forms->ptr[i]);

        if (end > longest && may_end(r, end))
            longest = end;
    }
    return longest;
}

// Copies one text with the names in bold; returns how many there are.
static size_t mark_names(const struct reader *r, const struct str_list *forms,
                         struct buf *out)
{
    size_t count = 0;
    bool inside = false; // of a word

    for (size_t at = 0; at < r->s.len;) {
        uint32_t rune = rune_at(r->s, at);
        size_t end = inside || !is_letter(rune) ? at : match_any(r, at, forms);
        bool own = end > at;

        if (!own)
            (void)utf8_next(r->s, &end);
        count += own;
        own = own && !is_bold(r->s, at, end);
        buf_addf(out, own ? "[%.*s]{.bold}" : "%.*s",
                 STR_ARG(str_slice(r->s, at, end)));
        inside = is_letter(rune);
        at = end;
    }
    return count;
}

// --- The list ----------------------------------------------------------------

struct author_names {
    struct str_list shown;
    bool others; // there are more behind them
};

bool author_means_others(const struct context *context, struct str name)
{
    return str_eq_cstr(name, "others") || str_eq_cstr(name, "et al.") ||
           str_eq(name, context->locale->et_al.str);
}

// The first authors_max, and the person wherever they stand.
static struct author_names choose(const struct context *context,
                                  const struct text_list *authors)
{
    struct author_names names = {0};
    struct str_list forms = forms_of(context);
    size_t max = (size_t)context->design->entries.authors_max;
    bool others =
        (max > 0 || context->locale->list_style == LIST_STYLE_NATIVE) &&
        authors->len > 1 &&
        author_means_others(context, authors->ptr[authors->len - 1].str);
    size_t count = authors->len - others;
    size_t next = 0; // behind the last one shown

    for (size_t i = 0; i < count; i++) {
        struct reader r = {authors->ptr[i].str, context->locale->and_word.str};
        struct buf name = {.arena = context->arena};
        bool own = forms.len > 0 && mark_names(&r, &forms, &name) > 0;

        if (max > 0 && i >= max && !own)
            continue;
        if (i > next)
            vec_push(context->arena, &names.shown, STR("\u2026"));
        vec_push(context->arena, &names.shown, own ? buf_str(&name) : r.s);
        next = i + 1;
    }
    names.others = others || next < count;
    return names;
}

// What stands before the name at i > 0.
static struct str separator(const struct locale *locale,
                            const struct author_names *names, size_t i)
{
    if (locale->list_style == LIST_STYLE_COMMAS)
        return STR(", ");
    if (names->others || i + 1 < names->shown.len)
        return locale->list_separator.str;
    return i == 1 ? locale->list_two.str : locale->list_last.str;
}

struct str authors_join(const struct context *context,
                        const struct text_list *authors)
{
    const struct locale *locale = context->locale;
    struct author_names names = choose(context, authors);
    struct buf joined = {.arena = context->arena};

    for (size_t i = 0; i < names.shown.len; i++) {
        if (i > 0)
            buf_add(&joined, separator(locale, &names, i));
        buf_add(&joined, names.shown.ptr[i]);
    }
    if (names.others)
        buf_addf(&joined, " %.*s", STR_ARG(locale->et_al.str));
    return buf_str(&joined);
}

// --- Names that nobody has ---------------------------------------------------

struct tally {
    const struct context *context;
    struct str_list forms;
    size_t publications; // with authors
    size_t found;
};

static void count_names(struct tally *tally, const struct entry_list *entries)
{
    for (size_t i = 0; i < entries->len && tally->found == 0; i++) {
        const struct entry *entry = &entries->ptr[i];

        count_names(tally, &entry->entries);
        tally->publications +=
            entry->kind == ENTRY_PUBLICATION && entry->authors.len > 0;
        for (size_t k = 0; k < entry->authors.len && tally->found == 0; k++) {
            struct reader r = {entry->authors.ptr[k].str,
                               tally->context->locale->and_word.str};
            struct buf out = {.arena = tally->context->arena};

            tally->found += mark_names(&r, &tally->forms, &out);
        }
    }
}

void authors_check(const struct context *context)
{
    const struct cv *cv = context->cv->whole ? context->cv->whole : context->cv;
    const struct text_list *names = &context->settings->me;
    struct tally tally = {.context = context, .forms = forms_of(context)};

    if (names->len > SPELLINGS_MAX)
        diag_warning(context->diags, names->ptr[SPELLINGS_MAX].pos,
                     (struct str){"", 0},
                     "settings.me has more than %d names; the others have no "
                     "effect",
                     SPELLINGS_MAX);
    for (size_t i = 0; names->len > 0 && i < cv->sections.len; i++)
        count_names(&tally, &cv->sections.ptr[i].entries);
    if (names->len > 0 && tally.publications > 0 && tally.found == 0)
        diag_warning(context->diags, names->ptr[0].pos,
                     STR("write it as it stands among the authors; more "
                         "spellings make a list"),
                     "no publication has an author '%.*s'",
                     STR_ARG(names->ptr[0].str));
}
