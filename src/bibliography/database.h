// SPDX-License-Identifier: MIT
// What stands in the .bib files of a profile, before any TeX is understood.
// A file is read once, however many sections name it; strings (@string) and
// cross-references work across files, as with BibTeX.
#ifndef VITA_BIBLIOGRAPHY_DATABASE_H
#define VITA_BIBLIOGRAPHY_DATABASE_H

#include "profile/node.h"
#include "profile/source_map.h"

// From `from` in a value's text on, the text stands at the byte `byte` of the
// file; or, if len is not 0, there is a string's name of that length.
struct bib_piece {
    size_t from;
    size_t byte;
    size_t len;
};
VEC_DECLARE(bib_pieces, struct bib_piece);

struct bib_file;

// Pieces joined by #, as they stand: with TeX, braces and line breaks.
struct bib_value {
    struct str text;
    struct bib_pieces pieces;
    const struct bib_file *file;
    struct pos pos;
};

struct bib_field {
    struct str name; // lower case
    struct pos name_pos;
    struct bib_value value;
};
VEC_DECLARE(bib_fields, struct bib_field);

struct bib_entry {
    struct str type; // lower case
    struct str key;
    struct pos pos; // of the key
    const struct bib_file *file;
    struct bib_fields fields;
    size_t number;    // within the file
    bool is_parent;   // another entry refers to it by crossref
    bool is_broken;   // a mistake of syntax has taken some of its fields
    bool is_repeated; // the key was there before
};
VEC_DECLARE(bib_entries, struct bib_entry *);

struct bib_file {
    struct str path; // as the profile has it
    struct source_map map;
    size_t number;
    struct bib_entries entries; // in the order of the file
};
VEC_DECLARE(bib_files, struct bib_file *);

VEC_DECLARE(bib_commands, struct str);

#define BIB_BUCKETS 1024

struct bib_database {
    struct arena *arena;
    struct diags *diags;
    struct bib_files files;
    // By @string and the names of months, in buckets by the hash of the name.
    struct bib_fields strings[BIB_BUCKETS];
    struct bib_entries by_key;   // sorted; equal keys in the files' order
    struct bib_commands unknown; // TeX commands that were told once
    size_t spent;
};

// Returns an empty database with the strings that BibTeX's styles have.
struct bib_database *bib_database_new(struct arena *arena, struct diags *diags);

// Adds the entries of a file. Mistakes become diagnostics; what could be read
// is there nevertheless.
const struct bib_file *bib_database_add(struct bib_database *database,
                                        struct str path,
                                        const struct source *source);

// Returns the string of that name (lower case), or NULL.
const struct bib_value *bib_string_lookup(const struct bib_database *database,
                                          struct str name);

// Gives the name that value; a later one counts from there on.
void bib_string_set(struct bib_database *database,
                    const struct bib_field *string);

// Reads map's entries and strings into file; a step of bib_database_add().
void bib_parse(struct bib_database *database, struct bib_file *file);

// Returns the entry of file with that key, or NULL; of any file for NULL.
// BibTeX does not mind the case of keys.
struct bib_entry *bib_database_lookup(const struct bib_database *database,
                                      const struct bib_file *file,
                                      struct str key);

// Has every entry inherit the fields of the one that it refers to.
void bib_database_resolve(struct bib_database *database);

// Returns the field's value, or NULL if there is none or it is empty.
const struct bib_value *bib_entry_lookup(const struct bib_entry *entry,
                                         const char *name);

// Counts text that is copied out of the files. Returns false, with an error
// the first time, once it is more than a bibliography can need: strings that
// double each other must not use up the memory.
bool bib_spend(struct bib_database *database, size_t bytes, struct pos pos);

// True once bib_spend() returned false.
bool bib_is_spent(const struct bib_database *database);

// Orders keys as memcmp() would, but letters of either case are equal.
int bib_compare_keys(struct str a, struct str b);

// Returns the place of the bytes [from, to) of the file's text.
struct pos bib_pos(const struct bib_file *file, size_t from, size_t to);

// The same for a value's text.
struct pos bib_value_pos(const struct bib_value *value, size_t from, size_t to);

// Blanks of all kinds become one; none at the ends.
struct str bib_collapse(struct arena *arena, struct str text);

#endif
