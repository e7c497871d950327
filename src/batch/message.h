// SPDX-License-Identifier: MIT
// What the processes of a batch say to each other: frames of a kind and a
// content; contents are numbers and texts one after the other. Both ends are
// the same program on the same machine.
#ifndef VITA_BATCH_MESSAGE_H
#define VITA_BATCH_MESSAGE_H

#include "base/str.h"

// Writing a content.
void message_add_count(struct buf *buf, uint64_t count);
void message_add_text(struct buf *buf, struct str text);

// Reading it, in the same order. A content that ends too early gives zeros
// and empty texts, and reader.broken.
struct message_reader {
    struct str rest;
    bool broken;
};

uint64_t message_read_count(struct message_reader *reader);
struct str message_read_text(struct message_reader *reader);

// Sends a frame whole. Returns false if the other end is gone.
bool message_send(int fd, char kind, struct str content)
    __attribute__((warn_unused_result));

// Waits for a frame. Returns false if the other end is gone.
bool message_receive(int fd, struct arena *arena, char *kind,
                     struct str *content) __attribute__((warn_unused_result));

#endif
