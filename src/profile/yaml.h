// SPDX-License-Identifier: MIT
// Reads YAML 1.1 or JSON into nodes through libyaml's events. The only file
// that includes yaml.h is yaml.c.
#ifndef VITA_PROFILE_YAML_H
#define VITA_PROFILE_YAML_H

#include "profile/include.h"
#include "profile/node.h"

// Parses source. Returns NULL if it is malformed, with the diagnostics
// added; an empty document gives a node of kind NODE_NULL. Anchors, aliases
// and merge keys are resolved; aliases may expand to YAML_MAX_NODES nodes in
// all. Aliases share the node of their anchor: never change a node.
// A duplicate key, an unknown tag or an alias of nothing is an error, too,
// but what could be read is returned, so that other mistakes are found in
// the same run: look at diags_errors() in the end.
struct node *yaml_read(struct arena *arena, const struct source *source,
                       struct diags *diags) __attribute__((warn_unused_result));

// The same, but of malformed YAML it returns what stands before the error, if
// anything, so that its mistakes can be told as well. Nodes that are not
// wholly known are marked as partial, the root among them.
struct node *yaml_read_partial(struct arena *arena, const struct source *source,
                               struct diags *diags)
    __attribute__((warn_unused_result));

// The same; "!include FILE" stands for the root node of that file. A file
// that cannot be included is a diagnostic, and root and value are partial.
struct node *
yaml_read_including(struct arena *arena, const struct source *source,
                    const struct includer *includer, struct diags *diags)
    __attribute__((warn_unused_result));

#endif
