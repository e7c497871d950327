// SPDX-License-Identifier: MIT
// YAML and JSON to nodes through libyaml's events. Aliases share the node of
// their anchor, so nodes must never be changed after reading; their cost is
// counted as if they were copies, for those who walk the tree walk them all.
#include "profile/yaml.h"

#include "profile/excerpt.h"
#include "profile/yaml_reader.h"

#include <string.h>

static struct node *read_node(struct reader *reader, yaml_event_t *event);

void yaml_stop(struct reader *reader, struct pos pos, const char *message)
{
    diag_error(reader->diags, pos, (struct str){"", 0}, "%s", message);
    reader->stopped = true;
}

// The value before a syntax error is often a part of it: "headline: [x](y)", a
// text that swallowed the next line, an entry that a key indented too little
// has ended. So is the last value in it, and so on.
static void distrust_last(struct reader *reader)
{
    struct node *node = reader->last;

    while (node) {
        node->partial = true;
        if (node->kind == NODE_SCALAR)
            node->kind = NODE_NULL;
        if (node->items.len > 0)
            node = node->items.ptr[node->items.len - 1];
        else if (node->pairs.len > 0)
            node = node->pairs.ptr[node->pairs.len - 1].value;
        else
            break;
    }
}

static void report_syntax(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    struct yaml_problem problem = {
        .message = parser->problem,
        .at = parser->problem_mark.index,
        .context = parser->context,
        .context_at = parser->context_mark.index,
    };
    struct pos pos = source_map_pos(&reader->map, problem.at, problem.at + 1);

    reader->stopped = true;
    reader->malformed = true;
    distrust_last(reader);
    // "*Name is here": the alias was told already.
    if (pos.line != reader->unknown_line)
        yaml_explain(&reader->map, reader->diags, &problem);
}

static bool next_event(struct reader *reader, yaml_event_t *event)
{
    if (reader->stopped)
        return false;
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    report_syntax(reader);
    return false;
}

// Returns the first character of the scalar's value behind its anchor and
// tag.
size_t yaml_value_start(const struct reader *reader, const yaml_event_t *event)
{
    struct str text = reader->map.text;
    size_t at;
    size_t end;
    size_t start;

    if (!event->data.scalar.anchor && !event->data.scalar.tag)
        return event->start_mark.index;
    at = source_map_byte(&reader->map, event->start_mark.index);
    end = source_map_byte(&reader->map, event->end_mark.index);
    start = at;
    while (at < end && (text.ptr[at] == '&' || text.ptr[at] == '!')) {
        while (at < end && !ascii_is_space(text.ptr[at]))
            at++;
        while (at < end && ascii_is_space(text.ptr[at]))
            at++;
    }
    if (at == start || at == end)
        return event->start_mark.index;
    return source_map_character(&reader->map, at);
}

struct node *yaml_add_node(struct reader *reader, enum node_kind kind,
                           struct pos pos)
{
    struct node *node = arena_new_of(reader->arena, struct node);

    node->kind = kind;
    node->pos = pos;
    if (++reader->nodes > YAML_MAX_NODES)
        yaml_stop(reader, pos, "the file has too many values");
    return node;
}

// The tags that say nothing the profile needs; true for !!str and "!".
static bool read_tag(struct reader *reader, const yaml_char_t *tag,
                     struct pos pos, bool *is_null)
{
    static const struct str prefix = {"tag:yaml.org,2002:", 18};
    static const char *const known[] = {"str",   "null",      "bool", "int",
                                        "float", "timestamp", "map",  "seq"};
    struct str name = str_from_cstr(tag ? (const char *)tag : "");
    struct str short_name = str_slice(name, prefix.len, name.len);

    *is_null = false;
    if (name.len == 0)
        return false;
    if (str_eq_cstr(name, "!"))
        return true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!str_starts(name, prefix) || !str_eq_cstr(short_name, known[i]))
            continue;
        *is_null = i == 1;
        return i == 0;
    }
    if (str_eq_cstr(name, INCLUDE_TAG)) {
        diag_error(reader->diags, pos, (struct str){"", 0},
                   "'!include' stands before the name of a file");
        return false;
    }
    diag_error(reader->diags, pos,
               STR("a text that begins with '!' must be quoted"),
               "unknown tag '%.*s'", STR_ARG(excerpt(reader->arena, name)));
    return false;
}

static bool is_null_text(struct str text)
{
    return text.len == 0 || str_eq(text, STR("~")) ||
           str_eq(text, STR("null")) || str_eq(text, STR("Null")) ||
           str_eq(text, STR("NULL"));
}

static bool is_include(const yaml_event_t *event)
{
    const yaml_char_t *tag = event->data.scalar.tag;

    return tag && strcmp((const char *)tag, INCLUDE_TAG) == 0;
}

// Returns the root of another file, which keeps its places there.
static struct node *read_include(struct reader *reader,
                                 const yaml_event_t *event)
{
    size_t start = yaml_value_start(reader, event);
    struct inclusion inclusion = {
        .pos = source_map_pos(&reader->map, start, event->end_mark.index),
        .path = str_trim(str_copy(
            reader->arena, (struct str){(const char *)event->data.scalar.value,
                                        event->data.scalar.length})),
        .from = reader->part->file,
    };
    struct node *absent = yaml_add_node(reader, NODE_NULL, inclusion.pos);
    struct yaml_part part = *reader->part;
    struct node *node = NULL;
    size_t anchor;

    absent->partial = true;
    reader->last = absent;
    if (!part.includes) {
        diag_error(reader->diags, inclusion.pos, (struct str){"", 0},
                   "only a profile and overlay files can include others");
        return absent;
    }
    anchor = yaml_open_anchor(reader, event->data.scalar.anchor, absent);
    part.nodes = reader->nodes;
    part.depth = reader->depth;
    if (!reader->stopped)
        node = include_read(reader->arena, part.includes, &inclusion, &part,
                            reader->diags);
    yaml_close_anchor(reader, anchor, part.nodes - reader->nodes + 1);
    reader->nodes = part.nodes;
    if (reader->nodes > YAML_MAX_NODES && !reader->stopped)
        yaml_stop(reader, inclusion.pos, "the files have too many values");
    if (!node)
        return absent;
    if (anchor != SIZE_MAX)
        reader->anchors.ptr[anchor].node = node;
    return node;
}

static struct node *read_scalar(struct reader *reader,
                                const yaml_event_t *event)
{
    size_t start = yaml_value_start(reader, event);
    struct pos pos = source_map_pos(&reader->map, start, event->end_mark.index);
    struct node *node = yaml_add_node(reader, NODE_SCALAR, pos);
    bool null_tag;
    bool text_tag = read_tag(reader, event->data.scalar.tag, pos, &null_tag);

    node->plain =
        event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !text_tag;
    node->text = yaml_scalar_text(reader, event, start, pos);
    if (null_tag || (node->plain && is_null_text(node->text)))
        node->kind = NODE_NULL;
    yaml_warn_of_comment(reader, event);
    reader->last = node;
    yaml_close_anchor(
        reader, yaml_open_anchor(reader, event->data.scalar.anchor, node), 1);
    return node;
}

// Returns the character behind the list.
static size_t read_items(struct reader *reader, struct node *node)
{
    yaml_event_t event;
    size_t end = 0;

    while (next_event(reader, &event)) {
        struct node *item;

        if (event.type == YAML_SEQUENCE_END_EVENT) {
            end = event.end_mark.index;
            yaml_event_delete(&event);
            break;
        }
        item = read_node(reader, &event);
        vec_push(reader->arena, &node->items, item);
    }
    return end;
}

// Returns the character behind the map.
static size_t read_pairs(struct reader *reader, struct node *node)
{
    struct node_list merged = {0};
    yaml_event_t event;
    size_t end = 0;

    while (next_event(reader, &event)) {
        const struct node *key;
        struct node *value;

        if (event.type == YAML_MAPPING_END_EVENT) {
            end = event.end_mark.index;
            yaml_event_delete(&event);
            break;
        }
        key = read_node(reader, &event);
        if (!next_event(reader, &event))
            break;
        value = read_node(reader, &event);
        if (yaml_is_merge_key(key))
            vec_push(reader->arena, &merged, value);
        else
            yaml_add_pair(reader, node, key, value);
    }
    for (size_t i = 0; i < merged.len; i++)
        yaml_merge(reader, node, merged.ptr[i]);
    return end;
}

// A map in block style is underlined at its first key, a list at its dash.
static void place_collection(const struct reader *reader, struct node *node,
                             bool flow, size_t start, size_t end)
{
    if (flow)
        node->pos = source_map_pos(&reader->map, start, end);
    else if (node->pairs.len > 0)
        node->pos.length = node->pairs.ptr[0].key_pos.length;
}

static struct node *read_collection(struct reader *reader, bool list,
                                    const yaml_event_t *event)
{
    const yaml_char_t *anchor_name = list ? event->data.sequence_start.anchor
                                          : event->data.mapping_start.anchor;
    const yaml_char_t *tag =
        list ? event->data.sequence_start.tag : event->data.mapping_start.tag;
    bool flow =
        list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
             : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    size_t start = event->start_mark.index;
    struct node *node =
        yaml_add_node(reader, list ? NODE_LIST : NODE_MAP,
                      source_map_pos(&reader->map, start, start + 1));
    size_t before = reader->nodes;
    size_t anchor = yaml_open_anchor(reader, anchor_name, node);
    bool is_null;

    (void)read_tag(reader, tag, node->pos, &is_null);
    if (reader->depth == YAML_MAX_DEPTH) {
        yaml_stop(reader, node->pos, "lists and maps are nested too deep");
        return node;
    }
    reader->depth++;
    place_collection(reader, node, flow, start,
                     list ? read_items(reader, node)
                          : read_pairs(reader, node));
    reader->depth--;
    node->partial = reader->stopped;
    if (!reader->stopped)
        reader->last = node;
    yaml_close_anchor(reader, anchor, reader->nodes - before + 1);
    return node;
}

// Reads the node that event begins; deletes event. After a syntax error or
// a limit the node is incomplete and the reader stopped.
static struct node *read_node(struct reader *reader, yaml_event_t *event)
{
    struct node *node;

    switch (event->type) {
    case YAML_ALIAS_EVENT:
        node = yaml_read_alias(reader, event);
        break;
    case YAML_SCALAR_EVENT:
        node = is_include(event) ? read_include(reader, event)
                                 : read_scalar(reader, event);
        break;
    default:
        node = read_collection(reader, event->type == YAML_SEQUENCE_START_EVENT,
                               event);
        break;
    }
    yaml_event_delete(event);
    return node;
}

// Reads the stream's first document and refuses a second one.
static struct node *read_stream(struct reader *reader)
{
    struct node *root = NULL;
    yaml_event_t event;

    while (next_event(reader, &event)) {
        yaml_event_type_t type = event.type;

        if (type == YAML_DOCUMENT_START_EVENT && root)
            yaml_stop(reader,
                      source_map_pos(&reader->map, event.start_mark.index,
                                     event.end_mark.index),
                      "a second document begins here; a profile is one");
        else if (type == YAML_SCALAR_EVENT || type == YAML_ALIAS_EVENT ||
                 type == YAML_SEQUENCE_START_EVENT ||
                 type == YAML_MAPPING_START_EVENT) {
            root = read_node(reader, &event); // deletes it
            continue;
        }
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT)
            break;
    }
    if (!root && !reader->stopped)
        root = yaml_add_node(reader, NODE_NULL,
                             (struct pos){.source = reader->map.source});
    return reader->stopped && !reader->malformed ? NULL : root;
}

struct node *yaml_read_part(struct arena *arena, const struct source *source,
                            struct diags *diags, struct yaml_part *part)
{
    struct reader reader = {.arena = arena,
                            .diags = diags,
                            .part = part,
                            .nodes = part->nodes,
                            .depth = part->depth};
    struct str text;
    struct node *root;

    if (!yaml_check_input(arena, source, diags, &reader.map))
        return NULL;
    text = yaml_split_pairs(arena, reader.map.text);
    reader.json_pairs = text.ptr != reader.map.text.ptr;
    if (!yaml_parser_initialize(&reader.parser)) {
        yaml_stop(&reader, (struct pos){.source = source}, "out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser,
                                 (const unsigned char *)text.ptr, text.len);
    root = read_stream(&reader);
    yaml_parser_delete(&reader.parser);
    part->nodes = reader.nodes;
    return root;
}

struct node *yaml_read_partial(struct arena *arena, const struct source *source,
                               struct diags *diags)
{
    struct yaml_part part = {0};

    return yaml_read_part(arena, source, diags, &part);
}

struct node *yaml_read(struct arena *arena, const struct source *source,
                       struct diags *diags)
{
    struct node *root = yaml_read_partial(arena, source, diags);

    return root && root->partial ? NULL : root;
}

struct node *yaml_read_including(struct arena *arena,
                                 const struct source *source,
                                 const struct includer *includer,
                                 struct diags *diags)
{
    struct include_set set = {.includer = includer};
    struct yaml_part part = {.includes = &set};
    struct node *root = yaml_read_part(arena, source, diags, &part);
    struct node *copy;

    if (!root || !set.failed || root->partial)
        return root;
    // The root may be the root of a file that others share.
    copy = arena_new_of(arena, struct node);
    *copy = *root;
    copy->partial = true;
    return copy;
}
