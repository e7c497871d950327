// SPDX-License-Identifier: MIT
// Nodes to events of libyaml, which knows what must be quoted and how.
#include "profile/yaml_write.h"

#include <limits.h>
#include <yaml.h>

// libyaml keeps its events for a while, but copies their texts.
struct writer {
    yaml_emitter_t emitter;
    struct buf out;
};

static bool write_node(struct writer *writer, const struct node *node);

static int add_output(void *context, unsigned char *bytes, size_t count)
{
    struct writer *writer = context;

    buf_add(&writer->out, (struct str){(const char *)bytes, count});
    return 1;
}

// made is what the event's initialiser returned.
static bool emit(struct writer *writer, yaml_event_t *event, int made)
{
    return made && yaml_emitter_emit(&writer->emitter, event);
}

static bool write_scalar(struct writer *writer, struct str text,
                         yaml_scalar_style_t style)
{
    yaml_event_t event;
    char *bytes = str_to_cstr(writer->out.arena, text);
    int made =
        text.len <= INT_MAX &&
        yaml_scalar_event_initialize(&event, NULL, NULL, (yaml_char_t *)bytes,
                                     (int)text.len, 1, 1, style);

    return emit(writer, &event, made);
}

// A quoted text of several lines would be folded, and folding is where
// sub-bullets come from (yaml_fold.c).
static yaml_scalar_style_t text_style(const struct node *node)
{
    if (str_find_char(node->text, '\n', 0) != SIZE_MAX)
        return YAML_LITERAL_SCALAR_STYLE;
    return node->plain ? YAML_PLAIN_SCALAR_STYLE
                       : YAML_SINGLE_QUOTED_SCALAR_STYLE;
}

// Plain, "<<" would merge.
static yaml_scalar_style_t key_style(struct str key)
{
    return str_eq_cstr(key, "<<") ? YAML_SINGLE_QUOTED_SCALAR_STYLE
                                  : YAML_ANY_SCALAR_STYLE;
}

static bool write_list(struct writer *writer, const struct node *list)
{
    yaml_event_t event;
    int made = yaml_sequence_start_event_initialize(&event, NULL, NULL, 1,
                                                    YAML_BLOCK_SEQUENCE_STYLE);

    if (!emit(writer, &event, made))
        return false;
    for (size_t i = 0; i < list->items.len; i++)
        if (!write_node(writer, list->items.ptr[i]))
            return false;
    made = yaml_sequence_end_event_initialize(&event);
    return emit(writer, &event, made);
}

static bool write_map(struct writer *writer, const struct node *map)
{
    yaml_event_t event;
    int made = yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
                                                   YAML_BLOCK_MAPPING_STYLE);

    if (!emit(writer, &event, made))
        return false;
    for (size_t i = 0; i < map->pairs.len; i++) {
        const struct pair *pair = &map->pairs.ptr[i];

        if (!write_scalar(writer, pair->key, key_style(pair->key)) ||
            !write_node(writer, pair->value))
            return false;
    }
    made = yaml_mapping_end_event_initialize(&event);
    return emit(writer, &event, made);
}

static bool write_node(struct writer *writer, const struct node *node)
{
    switch (node->kind) {
    case NODE_NULL:
        return write_scalar(writer, STR("null"), YAML_PLAIN_SCALAR_STYLE);
    case NODE_SCALAR:
        return write_scalar(writer, node->text, text_style(node));
    case NODE_LIST:
        return write_list(writer, node);
    case NODE_MAP:
        return write_map(writer, node);
    }
    return false;
}

static bool write_document(struct writer *writer, const struct node *node)
{
    yaml_event_t event;
    int made = yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);

    if (!emit(writer, &event, made))
        return false;
    made = yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
    if (!emit(writer, &event, made) || !write_node(writer, node))
        return false;
    made = yaml_document_end_event_initialize(&event, 1);
    if (!emit(writer, &event, made))
        return false;
    made = yaml_stream_end_event_initialize(&event);
    return emit(writer, &event, made);
}

bool node_to_yaml(struct arena *arena, const struct node *node,
                  struct str *text)
{
    struct writer writer = {.out = {.arena = arena}};
    bool good;

    if (!yaml_emitter_initialize(&writer.emitter))
        return false;
    yaml_emitter_set_output(&writer.emitter, add_output, &writer);
    yaml_emitter_set_unicode(&writer.emitter, 1);
    // Lines are never folded: blanks at a break would be at risk.
    yaml_emitter_set_width(&writer.emitter, -1);
    good = write_document(&writer, node);
    yaml_emitter_delete(&writer.emitter);
    *text = buf_str(&writer.out);
    return good;
}
