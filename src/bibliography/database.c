// SPDX-License-Identifier: MIT
// Files, keys and cross-references.
#include "bibliography/database.h"

#include "base/utf8.h"
#include "profile/excerpt.h"

#include <stdlib.h>

// A life's work is some hundred kilobytes, a whole institute's some mebibytes.
#define MAX_MEBIBYTES ((size_t)16)
#define MAX_BYTES (MAX_MEBIBYTES << 20)
#define MAX_SPENT ((size_t)64 << 20)
// A binary file has thousands of them: the first few tell it.
#define FORBIDDEN_SHOWN 5
// More are not shown.
#define MAX_WARNINGS 200

struct pos bib_pos(const struct bib_file *file, size_t from, size_t to)
{
    return source_map_pos(&file->map, source_map_character(&file->map, from),
                          source_map_character(&file->map, to));
}

struct pos bib_value_pos(const struct bib_value *value, size_t from, size_t to)
{
    size_t i = value->pieces.len;
    const struct bib_piece *piece;

    while (i > 1 && value->pieces.ptr[i - 1].from > from)
        i--;
    if (i == 0)
        return value->pos;
    piece = &value->pieces.ptr[i - 1];
    if (piece->len > 0)
        return bib_pos(value->file, piece->byte, piece->byte + piece->len);
    return bib_pos(value->file, piece->byte + (from - piece->from),
                   piece->byte + (to - piece->from));
}

struct str bib_collapse(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};
    bool blank = false;

    for (size_t i = 0; i < text.len; i++) {
        if (ascii_is_space(text.ptr[i])) {
            blank = buf.len > 0;
            continue;
        }
        if (blank)
            buf_add_char(&buf, ' ');
        blank = false;
        buf_add_char(&buf, text.ptr[i]);
    }
    return buf_str(&buf);
}

bool bib_is_spent(const struct bib_database *database)
{
    return database->spent > MAX_SPENT;
}

bool bib_spend(struct bib_database *database, size_t bytes, struct pos pos)
{
    bool told = bib_is_spent(database);

    if (!told)
        database->spent += bytes;
    if (!bib_is_spent(database))
        return true;
    if (!told)
        diag_error(database->diags, pos,
                   STR("does a string (@string) repeat itself?"),
                   "the bibliography's texts come to more than %zu MiB",
                   MAX_SPENT >> 20);
    return false;
}

const struct bib_value *bib_string_lookup(const struct bib_database *database,
                                          struct str name)
{
    const struct bib_fields *list =
        &database->strings[str_hash(name) % BIB_BUCKETS];

    for (size_t i = 0; i < list->len; i++)
        if (str_eq(list->ptr[i].name, name))
            return &list->ptr[i].value;
    return NULL;
}

void bib_string_set(struct bib_database *database,
                    const struct bib_field *string)
{
    struct bib_fields *list =
        &database->strings[str_hash(string->name) % BIB_BUCKETS];

    for (size_t i = 0; i < list->len; i++) {
        if (str_eq(list->ptr[i].name, string->name)) {
            list->ptr[i] = *string;
            return;
        }
    }
    vec_push(database->arena, list, *string);
}

struct bib_database *bib_database_new(struct arena *arena, struct diags *diags)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr",
                                         "may", "jun", "jul", "aug",
                                         "sep", "oct", "nov", "dec"};
    struct bib_database *database = arena_new_of(arena, struct bib_database);

    database->arena = arena;
    database->diags = diags;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        struct str name = str_from_cstr(months[i]);

        bib_string_set(database,
                       &(struct bib_field){.name = name, .value.text = name});
    }
    return database;
}

// --- The bytes ---------------------------------------------------------------

static bool is_forbidden(uint32_t rune)
{
    if (rune < 0x20)
        return rune != '\t' && rune != '\n' && rune != '\r';
    return (rune >= 0x7f && rune < 0xa0) || rune == 0xfffe || rune == 0xffff;
}

static bool check_characters(const struct bib_file *file, struct diags *diags)
{
    struct str text = file->map.text;
    size_t found = 0;

    for (size_t offset = 0; offset < text.len;) {
        size_t start = offset;
        uint32_t rune = utf8_next(text, &offset);

        if (!is_forbidden(rune))
            continue;
        diag_error(diags, bib_pos(file, start, offset),
                   STR("delete it; it is invisible in most editors"),
                   "control character U+%04X", (unsigned)rune);
        if (++found == FORBIDDEN_SHOWN)
            break;
    }
    return found == 0;
}

// Until about 2010 .bib files were Latin-1 for want of UTF-8 in BibTeX.
static void report_encoding(const struct bib_database *database,
                            const struct bib_file *file, size_t at)
{
    struct str name = file->map.source->name;

    diag_error(database->diags, bib_pos(file, at, at + 1),
               str_format(database->arena,
                          "if it is Latin-1: iconv -f LATIN1 -t UTF-8 %.*s "
                          ">new.bib",
                          STR_ARG(name)),
               "not valid UTF-8: byte 0x%02X; is the file Latin-1?",
               (unsigned)(unsigned char)file->map.text.ptr[at]);
}

static bool check_bytes(struct bib_database *database, struct bib_file *file,
                        const struct source *source)
{
    struct str text = source->text;
    struct pos whole = {.source = source, .length = 1};
    size_t malformed;

    if (text.len > MAX_BYTES) {
        diag_error(database->diags, whole, (struct str){"", 0},
                   "the file is larger than %zu MiB", MAX_MEBIBYTES);
        return false;
    }
    if (str_starts(text, STR("\xff\xfe")) ||
        str_starts(text, STR("\xfe\xff"))) {
        diag_error(database->diags, whole,
                   STR("save it again with the encoding UTF-8"),
                   "the file is UTF-16, not UTF-8");
        return false;
    }
    if (str_starts(text, STR("\xef\xbb\xbf"))) // byte order mark
        text = str_slice(text, 3, text.len);
    source_map_init(&file->map, database->arena, source, text);
    malformed = utf8_check(text);
    if (malformed < text.len) {
        report_encoding(database, file, malformed);
        return false;
    }
    return check_characters(file, database->diags);
}

// --- Keys --------------------------------------------------------------------

int bib_compare_keys(struct str a, struct str b)
{
    for (size_t i = 0; i < a.len && i < b.len; i++) {
        int difference = (unsigned char)ascii_lower(a.ptr[i]) -
                         (unsigned char)ascii_lower(b.ptr[i]);

        if (difference != 0)
            return difference;
    }
    return (a.len > b.len) - (a.len < b.len);
}

// By key, then in the order in which the entries were read.
static int compare_entries(const void *a_ptr, const void *b_ptr)
{
    const struct bib_entry *a = *(struct bib_entry *const *)a_ptr;
    const struct bib_entry *b = *(struct bib_entry *const *)b_ptr;
    int order = bib_compare_keys(a->key, b->key);

    if (order != 0)
        return order;
    if (a->file != b->file)
        return a->file->number < b->file->number ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static void warn_repeated(struct bib_database *database,
                          const struct bib_entry *first,
                          const struct bib_entry *entry)
{
    if (diags_warnings(database->diags) > MAX_WARNINGS)
        return;
    diag_warning(database->diags, entry->pos,
                 str_format(database->arena, "the entry in line %u is used",
                            first->pos.line),
                 "the key '%.*s' occurs twice",
                 STR_ARG(excerpt(database->arena, entry->key)));
}

// Sorts the index and takes out, there and in the file, what repeats a key.
static void index_file(struct bib_database *database, struct bib_file *file)
{
    struct bib_entries *index = &database->by_key;
    size_t kept = 0;

    for (size_t i = 0; i < file->entries.len; i++)
        vec_push(database->arena, index, file->entries.ptr[i]);
    if (index->len > 1)
        qsort(index->ptr, index->len, sizeof *index->ptr, compare_entries);
    for (size_t i = 0; i < index->len; i++) {
        struct bib_entry *entry = index->ptr[i];
        const struct bib_entry *first = kept ? index->ptr[kept - 1] : NULL;

        entry->is_repeated = first && first->file == entry->file &&
                             bib_compare_keys(first->key, entry->key) == 0;
        if (entry->is_repeated)
            warn_repeated(database, first, entry);
        else
            index->ptr[kept++] = entry;
    }
    index->len = kept;
    kept = 0;
    for (size_t i = 0; i < file->entries.len; i++)
        if (!file->entries.ptr[i]->is_repeated)
            file->entries.ptr[kept++] = file->entries.ptr[i];
    file->entries.len = kept;
}

const struct bib_file *bib_database_add(struct bib_database *database,
                                        struct str path,
                                        const struct source *source)
{
    struct bib_file *file = arena_new_of(database->arena, struct bib_file);

    file->path = path;
    file->number = database->files.len;
    vec_push(database->arena, &database->files, file);
    if (!check_bytes(database, file, source))
        return file;
    bib_parse(database, file);
    index_file(database, file);
    return file;
}

struct bib_entry *bib_database_lookup(const struct bib_database *database,
                                      const struct bib_file *file,
                                      struct str key)
{
    size_t low = 0;
    size_t high = database->by_key.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (bib_compare_keys(database->by_key.ptr[middle]->key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < database->by_key.len; low++) {
        struct bib_entry *entry = database->by_key.ptr[low];

        if (bib_compare_keys(entry->key, key) != 0)
            break;
        if (!file || entry->file == file)
            return entry;
    }
    return NULL;
}

// --- Fields ------------------------------------------------------------------

static const struct bib_value *find_field(const struct bib_entry *entry,
                                          struct str name)
{
    for (size_t i = 0; i < entry->fields.len; i++) {
        const struct bib_field *field = &entry->fields.ptr[i];

        if (str_eq(field->name, name))
            return str_trim(field->value.text).len > 0 ? &field->value : NULL;
    }
    return NULL;
}

const struct bib_value *bib_entry_lookup(const struct bib_entry *entry,
                                         const char *name)
{
    return find_field(entry, str_from_cstr(name));
}

// A part of a book has the book's title as its booktitle, if the book does
// not say it itself, and a chapter of it (@inbook) the title, as with BibTeX.
static void inherit(struct bib_database *database, struct bib_entry *entry,
                    const struct bib_entry *parent)
{
    bool is_part = str_starts(entry->type, STR("in")) ||
                   str_eq_cstr(entry->type, "conference");
    bool is_same = !is_part || str_eq_cstr(entry->type, "inbook");
    const struct bib_value *title = bib_entry_lookup(parent, "title");

    for (size_t i = 0; i < parent->fields.len; i++) {
        struct bib_field field = parent->fields.ptr[i];

        if (str_eq_cstr(field.name, "crossref") ||
            (str_eq_cstr(field.name, "title") && !is_same) ||
            find_field(entry, field.name))
            continue;
        vec_push(database->arena, &entry->fields, field);
    }
    if (title && is_part && !bib_entry_lookup(entry, "booktitle"))
        vec_push(database->arena, &entry->fields,
                 (struct bib_field){STR("booktitle"), title->pos, *title});
}

static void resolve(struct bib_database *database, struct bib_entry *entry)
{
    const struct bib_value *crossref = bib_entry_lookup(entry, "crossref");
    struct bib_entry *parent;
    struct str key;

    if (!crossref)
        return;
    key = str_trim(crossref->text);
    parent = bib_database_lookup(database, entry->file, key);
    if (!parent)
        parent = bib_database_lookup(database, NULL, key);
    if (!parent) {
        diag_warning(database->diags, crossref->pos, (struct str){"", 0},
                     "there is no entry '%.*s' to take fields from",
                     STR_ARG(excerpt(database->arena, key)));
        return;
    }
    if (parent == entry ||
        !bib_spend(database, parent->fields.len * sizeof(struct bib_field),
                   crossref->pos))
        return;
    parent->is_parent = true;
    inherit(database, entry, parent);
}

void bib_database_resolve(struct bib_database *database)
{
    for (size_t i = 0; i < database->by_key.len; i++)
        resolve(database, database->by_key.ptr[i]);
}
