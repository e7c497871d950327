// SPDX-License-Identifier: MIT
// The parts of the YAML reader that do not need libyaml: checking the bytes,
// explaining syntax errors, and folding lines so that sub-bullets survive.
#ifndef VITA_PROFILE_YAML_PARTS_H
#define VITA_PROFILE_YAML_PARTS_H

#include "profile/include.h"
#include "profile/source_map.h"

// One of the files that a profile consists of, while it is being read.
struct yaml_part {
    struct include_set *includes; // NULL if it cannot include others
    struct str file;              // its id
    size_t nodes;                 // of all files so far, aliases expanded
    int depth;                    // of the value that it is
};

// As yaml_read_partial(), for a part; counts its nodes.
struct node *yaml_read_part(struct arena *arena, const struct source *source,
                            struct diags *diags, struct yaml_part *part)
    __attribute__((warn_unused_result));

// Checks encoding and characters of source and fills *map. What is wrong
// becomes diagnostics; returns false then.
bool yaml_check_input(struct arena *arena, const struct source *source,
                      struct diags *diags, struct source_map *map)
    __attribute__((warn_unused_result));

// Returns true for characters that YAML forbids in a stream.
bool yaml_is_forbidden(uint32_t rune);

// Writes "\ud83d\ude00", a pair of escapes that JSON writers make of one
// character and that libyaml refuses, as a pair of private-use characters of
// the same length; yaml_join_pairs() puts them together again in a scalar.
// Does nothing, and returns text itself, unless text is JSON.
struct str yaml_split_pairs(struct arena *arena, struct str text);
struct str yaml_join_pairs(struct arena *arena, struct str value);

// True for characters that look like a space and are none to YAML.
bool yaml_is_odd_blank(uint32_t rune);
const char *yaml_blank_name(uint32_t rune);

// What libyaml says about a malformed stream; characters count from 0.
struct yaml_problem {
    const char *message;
    size_t at;
    const char *context; // NULL if it gives none
    size_t context_at;
};

// Adds the problem to diags in the user's words.
void yaml_explain(const struct source_map *map, struct diags *diags,
                  const struct yaml_problem *problem);

// Returns the first command of TeX in a formula that raw, a text in double
// quotes as it was written, loses to YAML's escapes: "\alpha". Empty if there
// is none.
struct str yaml_lost_command(struct str raw);

// Returns the text that begins at the offset of a line; in "[*a*, b]" it ends
// before the comma.
struct str yaml_item_text(struct str line, size_t from);

enum fold_style {
    FOLD_PLAIN,
    FOLD_SINGLE_QUOTED,
    FOLD_DOUBLE_QUOTED,
    FOLD_BLOCK,
};

// Returns value, which libyaml folded from the lines of raw, with a line
// break instead of a blank before each "- " that begins a line of raw. Lines
// indented deeper than the first such line keep the difference. If raw is
// anything that is not understood, value is returned as it is.
struct str yaml_fold(struct arena *arena, struct str raw, enum fold_style style,
                     struct str value);

#endif
