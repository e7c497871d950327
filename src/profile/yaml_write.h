// SPDX-License-Identifier: MIT
// Nodes back to YAML: what was chosen of a profile, as a profile of its own.
#ifndef VITA_PROFILE_YAML_WRITE_H
#define VITA_PROFILE_YAML_WRITE_H

#include "profile/node.h"

// Writes node as a YAML document that yaml_read() makes an equal tree of:
// the same kinds, texts, order, and what is a number stays one. Shared nodes
// are written each time. Returns false if memory is out.
bool node_to_yaml(struct arena *arena, const struct node *node,
                  struct str *text) __attribute__((warn_unused_result));

#endif
