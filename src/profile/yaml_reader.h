// SPDX-License-Identifier: MIT
// What the parts of the YAML reader that work on libyaml's events share.
#ifndef VITA_PROFILE_YAML_READER_H
#define VITA_PROFILE_YAML_READER_H

#include "profile/yaml_parts.h"

#include <yaml.h>

// Against alias bombs ("billion laughs"). A long CV has some thousand nodes.
#define YAML_MAX_NODES 100000
#define INCLUDE_TAG "!include"
// Recursion depth; a profile needs about ten levels.
#define YAML_MAX_DEPTH 64
// Keys are looked up one after the other; no map of a CV is that large.
#define YAML_MAX_KEYS 1000
#define YAML_MAX_ANCHORS 1000

struct anchor {
    struct str name;
    struct node *node;
    size_t size; // nodes, aliases expanded
    bool open;   // the node is still being read
};
VEC_DECLARE(anchor_list, struct anchor);

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct source_map map;
    yaml_parser_t parser;
    struct anchor_list anchors;
    struct yaml_part *part;
    size_t nodes; // so far, aliases expanded
    int depth;
    struct node *last;     // that was read to its end
    bool malformed;        // stopped by a syntax error
    bool json_pairs;       // the text went through yaml_split_pairs()
    uint32_t unknown_line; // line of the last undefined alias
    bool stopped;          // a limit or a syntax error
};

// Reports a limit that was reached; nothing more is read.
void yaml_stop(struct reader *reader, struct pos pos, const char *message);

// Returns a new node, which counts.
struct node *yaml_add_node(struct reader *reader, enum node_kind kind,
                           struct pos pos);

// Returns the first character of the scalar's value behind its anchor and tag.
size_t yaml_value_start(const struct reader *reader, const yaml_event_t *event);

// Notes the node under the anchor's name (NULL: none); returns its place for
// yaml_close_anchor(), or SIZE_MAX. To be closed when the node is read to its
// end, with its size in nodes.
size_t yaml_open_anchor(struct reader *reader, const yaml_char_t *name,
                        struct node *node);
void yaml_close_anchor(struct reader *reader, size_t index, size_t size);

// Returns the node of the alias, or one of kind NODE_NULL with a diagnostic.
struct node *yaml_read_alias(struct reader *reader, const yaml_event_t *event);

// Returns the text of a scalar whose value begins at the character start.
struct str yaml_scalar_text(struct reader *reader, const yaml_event_t *event,
                            size_t start, struct pos pos);

// Warns of a plain text that a comment cuts short.
void yaml_warn_of_comment(struct reader *reader, const yaml_event_t *event);

// Adds the pair to the map, or a diagnostic of what is wrong with its key.
void yaml_add_pair(struct reader *reader, struct node *map,
                   const struct node *key, struct node *value);

// Whether the key is "<<".
bool yaml_is_merge_key(const struct node *key);

// Adds to map the pairs of value, a map or a list of such, whose keys it lacks.
void yaml_merge(struct reader *reader, struct node *map,
                const struct node *value);

#endif
