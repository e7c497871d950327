// SPDX-License-Identifier: MIT
// Frames over a socket: one byte for the kind, eight for the length.
#include "batch/message.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

#define HEAD_SIZE (1 + sizeof(uint64_t))

void message_add_count(struct buf *buf, uint64_t count)
{
    buf_add(buf, (struct str){(const char *)&count, sizeof count});
}

void message_add_text(struct buf *buf, struct str text)
{
    message_add_count(buf, text.len);
    buf_add(buf, text);
}

static struct str take(struct message_reader *reader, uint64_t size)
{
    struct str taken = {"", 0};

    if (size > reader->rest.len) {
        reader->broken = true;
        reader->rest = taken;
        return taken;
    }
    taken = str_slice(reader->rest, 0, (size_t)size);
    reader->rest = str_slice(reader->rest, (size_t)size, reader->rest.len);
    return taken;
}

uint64_t message_read_count(struct message_reader *reader)
{
    uint64_t count = 0;
    struct str bytes = take(reader, sizeof count);

    if (bytes.len == sizeof count)
        memcpy(&count, bytes.ptr, sizeof count);
    return count;
}

struct str message_read_text(struct message_reader *reader)
{
    return take(reader, message_read_count(reader));
}

// Takes what was sent from the parts' beginning.
static void skip_sent(struct iovec *parts, size_t count, size_t sent)
{
    for (size_t i = 0; i < count; i++) {
        size_t step = sent < parts[i].iov_len ? sent : parts[i].iov_len;

        parts[i].iov_base = (char *)parts[i].iov_base + step;
        parts[i].iov_len -= step;
        sent -= step;
    }
}

bool message_send(int fd, char kind, struct str content)
{
    char head[HEAD_SIZE] = {kind};
    uint64_t length = content.len;
    size_t left = sizeof head + content.len;
    // In one go, for the other end wakes up at each.
    struct iovec parts[] = {
        {head, sizeof head},
        {(void *)(uintptr_t)content.ptr, content.len},
    };
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};

    memcpy(head + 1, &length, sizeof length);
    while (left > 0) {
        // A worker that died must not end the whole batch by SIGPIPE.
        ssize_t sent = sendmsg(fd, &message, MSG_NOSIGNAL);

        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        left -= (size_t)sent;
        skip_sent(parts, 2, (size_t)sent);
    }
    return true;
}

static bool receive_all(int fd, char *ptr, size_t len)
{
    while (len > 0) {
        ssize_t got = recv(fd, ptr, len, 0);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        ptr += got;
        len -= (size_t)got;
    }
    return true;
}

bool message_receive(int fd, struct arena *arena, char *kind,
                     struct str *content)
{
    char head[HEAD_SIZE];
    uint64_t length;
    char *data;

    if (!receive_all(fd, head, sizeof head))
        return false;
    memcpy(&length, head + 1, sizeof length);
    data = arena_alloc(arena, (size_t)length + 1);
    if (!receive_all(fd, data, (size_t)length))
        return false;
    *kind = head[0];
    *content = (struct str){data, (size_t)length};
    return true;
}
