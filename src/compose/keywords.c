// SPDX-License-Identifier: MIT
// Keywords for the PDF's metadata: the skills and languages that a person
// lists, for that is what others search for. Where they are, the types of
// entries tell, and the titles of sections with one-line entries; elsewhere
// such entries are about anything.
#include "base/utf8.h"
#include "compose/markup.h"
#include "compose/parts.h"

// A list that nobody reads helps nobody, and /Keywords is one string.
#define KEYWORDS_MAX 32
// What is longer, in characters or words, is a remark.
#define KEYWORD_LENGTH_MAX 40
#define KEYWORD_WORDS_MAX 4

// Parts of what sections of skills and of languages are called, in lower case
// and in the languages that vita has locales for.
static const char *const skill_titles[] = {
    "skill",     "expertise", "software",    "programming",  "technologies",
    "competenc", "kenntnis",  "fähigkeit",   "kompeten",     "compétence",
    "habilidad", "aptitud",   "conocimient", "competência",  "conheciment",
    "competenz", "conoscenz", "vaardighe",   "færdighed",    "ferdighe",
    "készség",   "ismeret",   "keahlian",    "keterampilan", "beceri",
    "yetenek",   "yetkin",    "kỹ năng",     "навык",        "умени",
    "компетенц", "مهار",      "כישור",       "מיומנ",        "कौशल",
    "スキル",    "技能",      "기술",        "역량",         "专长",
};
static const char *const language_titles[] = {
    "language",  "langues", "sprache", "sprach", "idioma", "lenguas", "lingue",
    "línguas",   "talen",   "sprog",   "språk",  "nyelv",  "bahasa",  "diller",
    "ngoại ngữ", "язык",    "لغات",    "زبان",   "שפות",   "भाषा",    "言語",
    "語学",      "언어",    "외국어",  "语言",
};

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

// Remarks and years are none.
static bool is_keyword(struct str word)
{
    size_t words = 1;
    bool figures = true;

    for (size_t i = 0; i < word.len; i++) {
        words += word.ptr[i] == ' ';
        figures = figures && word.ptr[i] >= '0' && word.ptr[i] <= '9';
    }
    return !figures && words <= KEYWORD_WORDS_MAX &&
           utf8_length(word) <= KEYWORD_LENGTH_MAX;
}

static void add(struct arena *arena, struct str word, struct str_list *keywords)
{
    word = str_trim(word);
    if (str_ends(word, STR(".")))
        word = str_slice(word, 0, word.len - 1);
    if (is_keyword(word) && keywords->len < KEYWORDS_MAX &&
        !is_known(arena, keywords, word))
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

// A label stands over several details, or one detail says how good one is.
static void add_one_line(const struct context *context,
                         const struct entry *entry, struct str_list *keywords)
{
    struct str_list details = {0};

    add_field(context, entry, "details", &details);
    if (details.len > 1)
        add_field(context, entry, "details", keywords);
    else
        add_field(context, entry, "label", keywords);
}

enum section_about {
    ABOUT_ELSE,
    ABOUT_SKILLS,
    ABOUT_LANGUAGES,
};

static bool has_part(struct str title, const char *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_find(title, str_from_cstr(parts[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

#define HAS_PART(title, parts)                                                 \
    has_part(title, parts, sizeof(parts) / sizeof *(parts))

static enum section_about section_about(struct arena *arena,
                                        const struct section *section)
{
    struct str title =
        utf8_lower(arena, str_format(arena, "%.*s %.*s", STR_ARG(section->key),
                                     STR_ARG(section->title.str)));

    // Programming languages are skills, knowledge of French is none.
    if (HAS_PART(title, language_titles) &&
        str_find(title, STR("program"), 0) == SIZE_MAX)
        return ABOUT_LANGUAGES;
    return HAS_PART(title, skill_titles) ? ABOUT_SKILLS : ABOUT_ELSE;
}

static void add_entries(const struct context *context,
                        const struct entry_list *entries,
                        enum section_about about, struct str_list *keywords)
{
    for (size_t i = 0; i < entries->len; i++) {
        const struct entry *entry = &entries->ptr[i];

        if (entry->kind == ENTRY_GROUP) {
            add_entries(context, &entry->entries, about, keywords);
        } else if (entry->kind == ENTRY_LANGUAGE) {
            add_field(context, entry, "language", keywords);
        } else if (entry->kind == ENTRY_SKILL) {
            add_field(context, entry, "skill", keywords);
            add_field(context, entry, "keywords", keywords);
        } else if (entry->kind == ENTRY_ONE_LINE && about == ABOUT_LANGUAGES) {
            add_field(context, entry, "label", keywords);
        } else if (entry->kind == ENTRY_ONE_LINE && about == ABOUT_SKILLS) {
            add_one_line(context, entry, keywords);
        }
    }
}

void keywords_compose(const struct context *context, struct document *document)
{
    const struct section_list *sections = &context->cv->sections;

    for (size_t i = 0; i < sections->len; i++)
        add_entries(context, &sections->ptr[i].entries,
                    section_about(context->arena, &sections->ptr[i]),
                    &document->keywords);
}
