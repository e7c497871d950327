// SPDX-License-Identifier: MIT
// A worker: a loop over tasks, each in an arena of its own, under a limit of
// memory.
#define _GNU_SOURCE // prctl()
#include "batch/pool_worker.h"

#include "batch/message.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// The sanitizers reserve terabytes of address space.
#if defined(__SANITIZE_ADDRESS__)
#define LIMITS_MEMORY false
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMITS_MEMORY false
#endif
#endif
#ifndef LIMITS_MEMORY
#define LIMITS_MEMORY true
#endif

// What tasks need, but for the very large ones.
#define KEPT_MEMORY ((size_t)8 * 1024 * 1024)

struct pool_link {
    int fd;
    struct arena *arena;
};

void pool_worker_follow(pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // It may have ended before it could be followed.
    if (getppid() != parent)
        _exit(1);
}

bool pool_ask(struct pool_link *link, struct str question)
{
    struct str nothing;
    char kind;

    if (!message_send(link->fd, POOL_QUESTION, question) ||
        !message_receive(link->fd, link->arena, &kind, &nothing))
        _exit(1); // the parent is gone; nobody wants the task
    return kind == POOL_YES;
}

static void limit_memory(size_t memory)
{
    struct rlimit limit = {(rlim_t)memory, (rlim_t)memory};

    if (LIMITS_MEMORY && memory > 0)
        setrlimit(RLIMIT_AS, &limit);
}

static bool do_task(const struct pool_client *client, int fd,
                    struct arena *arena)
{
    struct pool_link link = {fd, arena};
    struct message_reader reader = {0};
    char kind;
    bool good = message_receive(fd, arena, &kind, &reader.rest);

    if (good) {
        size_t task = (size_t)message_read_count(&reader);
        struct str answer = client->work(client->context, arena, task, &link);

        good = message_send(fd, POOL_ANSWER, answer);
    }
    arena_clear(arena, KEPT_MEMORY);
    return good;
}

_Noreturn void pool_worker_run(const struct pool_limits *limits,
                               const struct pool_client *client, int fd)
{
    struct arena *arena = arena_new();

    limit_memory(limits->memory);
    // A file that grows too large is an error like a full disk.
    signal(SIGXFSZ, SIG_IGN);
    while (do_task(client, fd, arena))
        ;
    _exit(0);
}
