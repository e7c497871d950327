// SPDX-License-Identifier: MIT
// Anchors and their aliases.
#include "profile/yaml_reader.h"

#include "profile/excerpt.h"

static struct anchor *find_anchor(struct reader *reader, struct str name)
{
    for (size_t i = reader->anchors.len; i > 0; i--)
        if (str_eq(reader->anchors.ptr[i - 1].name, name))
            return &reader->anchors.ptr[i - 1];
    return NULL;
}

// Registers node under the anchor's name, if there is one. Returns the index
// in the list for yaml_close_anchor(), or SIZE_MAX.
size_t yaml_open_anchor(struct reader *reader, const yaml_char_t *name,
                        struct node *node)
{
    struct anchor anchor = {.node = node, .size = 1, .open = true};

    if (!name)
        return SIZE_MAX;
    if (reader->anchors.len == YAML_MAX_ANCHORS) {
        yaml_stop(reader, node->pos, "the file has too many anchors ('&name')");
        return SIZE_MAX;
    }
    anchor.name = str_copy(reader->arena, str_from_cstr((const char *)name));
    vec_push(reader->arena, &reader->anchors, anchor);
    return reader->anchors.len - 1;
}

void yaml_close_anchor(struct reader *reader, size_t index, size_t size)
{
    if (index == SIZE_MAX)
        return;
    reader->anchors.ptr[index].open = false;
    reader->anchors.ptr[index].size = size;
}

static struct node *unknown_alias(struct reader *reader, struct str name,
                                  struct pos pos)
{
    struct str line = source_map_line(&reader->map, pos.line);
    size_t byte = source_map_byte(
        &reader->map,
        reader->map.lines.ptr[pos.line - 1].character + pos.column - 1);
    struct str text =
        yaml_item_text(line, byte - reader->map.lines.ptr[pos.line - 1].byte);

    text = excerpt(reader->arena, text);
    diag_error(reader->diags, pos,
               str_format(reader->arena,
                          "write \"%.*s\"; for YAML, '*%.*s' means the value "
                          "with the anchor '&%.*s', and there is none",
                          STR_ARG(text), STR_ARG(name), STR_ARG(name)),
               "a text that begins with '*' must be quoted");
    reader->unknown_line = pos.line;
    return yaml_add_node(reader, NODE_NULL, pos);
}

struct node *yaml_read_alias(struct reader *reader, const yaml_event_t *event)
{
    struct str name = str_from_cstr((const char *)event->data.alias.anchor);
    struct pos pos = source_map_pos(&reader->map, event->start_mark.index,
                                    event->end_mark.index);
    struct anchor *anchor = find_anchor(reader, name);

    if (!anchor)
        return unknown_alias(reader, name, pos);
    if (anchor->open) {
        diag_error(reader->diags, pos, (struct str){"", 0},
                   "'*%.*s' stands within the value that it means",
                   STR_ARG(name));
        return yaml_add_node(reader, NODE_NULL, pos);
    }
    reader->nodes += anchor->size;
    if (reader->nodes > YAML_MAX_NODES)
        yaml_stop(reader, pos,
                  "the aliases ('*name') expand to too many values");
    return anchor->node;
}
