// SPDX-License-Identifier: MIT
// From a publication to the entry that a person would have written by hand.
#include "bibliography/parts.h"

#include "base/utf8.h"

// Read for other fields, or of no concern to readers of a CV: what reference
// managers keep for themselves, and long texts.
static const char *const left_out[] = {
    "author", "title", "subtitle", "year", "month", "crossref", "xdata", "ids",
    "file", "abstract", "annote", "annotation", "keywords", "owner",
    "timestamp", "groups", "comment", "review", "urldate", "language",
    "date_added", "date_modified", "bdsk_url_1", "__markedentry", "sortname",
    "sorttitle", "sortyear", "sortkey",
    // Names that have a meaning of their own in a profile.
    "authors", "authors_note", "date", "dates", "start_date", "end_date",
    "highlights", "links", "positions", "page_break", "lang", "tags", "label",
    "details", "name", "company", "position", "institution", "area", "degree",
    "journal", "doi", "url", "bullet", "reversed_number", "group", "entries",
    "key", "entry_type", NULL};

struct maker {
    struct bib_database *database;
    const struct bib_entry *entry;
    struct node *map;
};

struct node *bib_new_node(struct arena *arena, enum node_kind kind,
                          struct pos pos)
{
    struct node *node = arena_new_of(arena, struct node);

    node->kind = kind;
    node->pos = pos;
    return node;
}

struct node *bib_scalar(struct arena *arena, struct str text, struct pos pos)
{
    struct node *node = bib_new_node(arena, NODE_SCALAR, pos);

    node->text = text;
    return node;
}

void bib_map_add(struct arena *arena, struct node *map, const char *key,
                 struct node *value)
{
    vec_push(arena, &map->pairs,
             (struct pair){str_from_cstr(key), value->pos, value});
}

static void add_scalar(const struct maker *maker, const char *key,
                       struct str text, struct pos pos)
{
    if (text.len > 0)
        bib_map_add(maker->database->arena, maker->map, key,
                    bib_scalar(maker->database->arena, text, pos));
}

static void add_names(const struct maker *maker, const char *key,
                      const struct bib_names *names, struct pos pos)
{
    struct arena *arena = maker->database->arena;
    struct node *list = bib_new_node(arena, NODE_LIST, pos);

    for (size_t i = 0; i < names->len; i++)
        vec_push(arena, &list->items,
                 bib_scalar(arena, names->ptr[i].text, pos));
    if (list->items.len > 0)
        bib_map_add(arena, maker->map, key, list);
}

// --- Fields with a meaning ---------------------------------------------------

static const struct bib_value *first_of(const struct bib_entry *entry,
                                        const char *const *names)
{
    for (size_t i = 0; names[i]; i++) {
        const struct bib_value *value = bib_entry_lookup(entry, names[i]);

        if (value)
            return value;
    }
    return NULL;
}

// Preprints: "arXiv:1207.0016".
static void add_eprint(const struct maker *maker)
{
    static const char *const kinds[] = {"archiveprefix", "eprinttype", NULL};
    struct bib_database *database = maker->database;
    const struct bib_value *eprint = bib_entry_lookup(maker->entry, "eprint");
    const struct bib_value *kind = first_of(maker->entry, kinds);
    struct str name = kind ? tex_to_address(database, kind) : STR("arXiv");
    struct str id;

    if (!eprint)
        return;
    id = tex_to_address(database, eprint);
    if (bib_compare_keys(name, STR("arxiv")) == 0)
        name = STR("arXiv");
    add_scalar(
        maker, "journal",
        str_format(database->arena, "%.*s:%.*s", STR_ARG(name), STR_ARG(id)),
        eprint->pos);
}

// Where a work appeared, the nearest first.
static void add_venue(const struct maker *maker)
{
    static const char *const venues[] = {
        "journal",   "journaltitle", "booktitle",    "school", "institution",
        "publisher", "howpublished", "organization", "series", NULL};
    const struct bib_value *value = first_of(maker->entry, venues);

    if (!value)
        add_eprint(maker);
    else
        add_scalar(maker, "journal",
                   tex_to_markdown(maker->database, value, TEX_WARN),
                   value->pos);
}

// biblatex names languages as babel does.
static const char *const languages[][2] = {
    {"american", "en-US"},  {"austrian", "de-AT"},  {"brazilian", "pt-BR"},
    {"british", "en-GB"},   {"czech", "cs"},        {"danish", "da"},
    {"dutch", "nl"},        {"english", "en"},      {"finnish", "fi"},
    {"french", "fr"},       {"german", "de"},       {"greek", "el"},
    {"hungarian", "hu"},    {"italian", "it"},      {"latin", "la"},
    {"naustrian", "de-AT"}, {"ngerman", "de"},      {"norsk", "nb"},
    {"polish", "pl"},       {"portuguese", "pt"},   {"russian", "ru"},
    {"spanish", "es"},      {"swedish", "sv"},      {"turkish", "tr"},
    {"ukrainian", "uk"},    {"usenglish", "en-US"}, {"ukenglish", "en-GB"},
};

static void add_language(const struct maker *maker)
{
    static const char *const fields[] = {"langid", "language", NULL};
    struct bib_database *database = maker->database;
    const struct bib_value *value = first_of(maker->entry, fields);
    struct str name;

    if (!value)
        return;
    name = str_ascii_lower(database->arena, tex_to_address(database, value));
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (str_eq_cstr(name, languages[i][0]))
            add_scalar(maker, "lang", str_from_cstr(languages[i][1]),
                       value->pos);
}

static void add_address(const struct maker *maker, const char *key)
{
    const struct bib_value *value = bib_entry_lookup(maker->entry, key);

    if (value)
        add_scalar(maker, key, tex_to_address(maker->database, value),
                   value->pos);
}

// --- Further fields ----------------------------------------------------------

// "235-257" is a span, whichever hyphens its writer took.
static struct str with_dashes(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '-' && i > 0 && i + 1 < text.len &&
            ascii_is_digit(text.ptr[i - 1]) && ascii_is_digit(text.ptr[i + 1]))
            buf_add_rune(&buf, 0x2013);
        else
            buf_add_char(&buf, text.ptr[i]);
    }
    return buf_str(&buf);
}

// Templates name fields in capitals, digits and underscores.
static const char *key_of(struct arena *arena, struct str name)
{
    char *key = str_to_cstr(arena, name);

    for (char *c = key; *c; c++)
        if (!ascii_is_alnum(*c) && (unsigned char)*c < 0x80)
            *c = '_';
    return key;
}

static void add_field(const struct maker *maker, const struct bib_field *field)
{
    struct bib_database *database = maker->database;
    const char *key = key_of(database->arena, field->name);
    struct str text;

    if (check_is_key(str_from_cstr(key), left_out) ||
        node_lookup(maker->map, key))
        return;
    if (str_eq_cstr(field->name, "editor") ||
        str_eq_cstr(field->name, "translator")) {
        struct bib_names names =
            bib_names_read(database, &field->value, TEX_QUIET);

        add_names(maker, key, &names, field->value.pos);
        return;
    }
    text = tex_to_markdown(database, &field->value, TEX_WARN);
    if (str_eq_cstr(field->name, "pages"))
        text = with_dashes(database->arena, text);
    add_scalar(maker, key, text, field->value.pos);
}

struct node *bib_publication_to_node(struct bib_database *database,
                                     const struct bib_publication *publication)
{
    const struct bib_entry *entry = publication->entry;
    struct maker maker = {database, entry,
                          bib_new_node(database->arena, NODE_MAP, entry->pos)};

    add_scalar(&maker, "title", publication->title,
               bib_entry_lookup(entry, "title")->pos);
    add_names(&maker, "authors", &publication->authors,
              publication->authors_pos);
    add_venue(&maker);
    add_scalar(&maker, "date", publication->date.text, publication->date.pos);
    add_address(&maker, "doi");
    add_address(&maker, "url");
    add_language(&maker);
    add_scalar(&maker, "key", entry->key, entry->pos);
    add_scalar(&maker, "entry_type", entry->type, entry->pos);
    for (size_t i = 0; i < entry->fields.len; i++)
        add_field(&maker, &entry->fields.ptr[i]);
    return maker.map;
}
