// SPDX-License-Identifier: MIT
// The parent's side of the pool: hands out tasks, waits for what happens on
// any socket, and replaces workers that are lost. Signals come through a
// signalfd, so that nothing runs at odd moments.
#define _GNU_SOURCE // sched_getaffinity(), signalfd()
#include "batch/pool.h"

#include "base/clock.h"
#include "batch/message.h"
#include "batch/pool_worker.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

// How long running tasks may take to end after an interruption.
#define GRACE_MS 1000

// How often the display is brought up to date.
#define TICK_MS 100

#define NO_TASK SIZE_MAX

struct worker {
    pid_t pid;
    int fd;           // -1: there is no process
    size_t task;      // NO_TASK: idle
    int64_t deadline; // of the task
    bool late;        // killed for its deadline
    bool abandoned;   // killed because of an interruption
};

struct pool {
    const struct pool_limits *limits;
    const struct pool_client *client;
    struct arena *arena; // rewound after each frame
    struct worker *workers;
    struct pollfd *fds; // of the workers, then the signals
    int count;
    size_t next;
    size_t total;
    bool stopped;
    int signal;
    int signal_fd;
    int64_t grace; // when to give up after an interruption
};

int pool_processors(void)
{
    cpu_set_t set;

    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return CPU_COUNT(&set);
    return 1;
}

// --- Processes ---------------------------------------------------------------

// In the child: the other workers' sockets must close with the parent.
static _Noreturn void become_worker(const struct pool *pool, int fd)
{
    for (int i = 0; i < pool->count; i++)
        if (pool->workers[i].fd >= 0)
            close(pool->workers[i].fd);
    close(pool->signal_fd);
    pool_worker_run(pool->limits, pool->client, fd);
}

static bool start_worker(struct pool *pool, struct worker *worker)
{
    int ends[2];
    pid_t parent = getpid();
    pid_t pid;

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    pid = fork();
    if (pid == 0) {
        close(ends[0]);
        pool_worker_follow(parent);
        become_worker(pool, ends[1]);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    *worker = (struct worker){.pid = pid, .fd = ends[0], .task = NO_TASK};
    return true;
}

static int end_worker(struct worker *worker)
{
    int status = 0;

    close(worker->fd);
    worker->fd = -1;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

// --- Tasks -------------------------------------------------------------------

static void lose(struct pool *pool, size_t task, enum pool_loss loss,
                 int detail)
{
    if (!pool->client->lost(pool->client->context, task, loss, detail))
        pool->stopped = true;
}

// Gives the worker the next task; starts it if there is none.
static void feed(struct pool *pool, struct worker *worker)
{
    struct buf content = {.arena = pool->arena};
    size_t task = pool->next;

    if (pool->stopped || pool->signal || task >= pool->total)
        return;
    if (worker->fd < 0 && !start_worker(pool, worker)) {
        // Others may still work; without any, nothing ever would.
        for (int i = 0; i < pool->count; i++)
            if (pool->workers[i].fd >= 0)
                return;
        pool->next++;
        pool->stopped = true;
        lose(pool, task, POOL_NO_PROCESS, errno);
        return;
    }
    pool->next++;
    worker->task = task;
    worker->deadline = clock_ms() + pool->limits->task_ms;
    message_add_count(&content, task);
    // A worker that is gone is noticed when its socket is read.
    (void)!message_send(worker->fd, POOL_TASK, buf_str(&content));
}

static void bury(struct pool *pool, struct worker *worker)
{
    size_t task = worker->task;
    bool late = worker->late;
    bool abandoned = worker->abandoned;
    int status = end_worker(worker);

    worker->task = NO_TASK;
    if (task == NO_TASK)
        return;
    if (late)
        lose(pool, task, POOL_TIMED_OUT, 0);
    else if (abandoned)
        lose(pool, task, POOL_ABANDONED, pool->signal);
    else if (WIFSIGNALED(status))
        lose(pool, task, POOL_CRASHED, WTERMSIG(status));
    else if (WEXITSTATUS(status) == POOL_EXIT_MEMORY)
        lose(pool, task, POOL_NO_MEMORY, 0);
    else
        lose(pool, task, POOL_EXITED, WEXITSTATUS(status));
}

// Reads one frame of the worker, or finds it gone.
static void hear(struct pool *pool, struct worker *worker)
{
    const struct pool_client *client = pool->client;
    struct arena_mark mark = arena_mark(pool->arena);
    struct str content;
    char kind;

    if (!message_receive(worker->fd, pool->arena, &kind, &content)) {
        bury(pool, worker);
    } else if (kind == POOL_QUESTION) {
        bool allowed = client->allow(client->context, worker->task, content);

        (void)!message_send(worker->fd, allowed ? POOL_YES : POOL_NO,
                            (struct str){"", 0});
    } else {
        size_t task = worker->task;

        worker->task = NO_TASK;
        if (!client->done(client->context, task, content))
            pool->stopped = true;
    }
    arena_rewind(pool->arena, mark);
}

// --- Waiting -----------------------------------------------------------------

static int running(const struct pool *pool)
{
    int count = 0;

    for (int i = 0; i < pool->count; i++)
        if (pool->workers[i].fd >= 0 && pool->workers[i].task != NO_TASK)
            count++;
    return count;
}

static void kill_late(struct pool *pool)
{
    int64_t now = clock_ms();

    for (int i = 0; i < pool->count; i++) {
        struct worker *worker = &pool->workers[i];
        bool late = now >= worker->deadline;
        bool abandoned = pool->signal && now >= pool->grace;

        if (worker->fd < 0 || worker->task == NO_TASK || worker->late ||
            worker->abandoned || (!late && !abandoned))
            continue;
        // Its socket closes with it; that is when it is buried.
        kill(worker->pid, SIGKILL);
        worker->late = late;
        worker->abandoned = !late;
    }
}

static void read_signal(struct pool *pool)
{
    struct signalfd_siginfo info;

    if (read(pool->signal_fd, &info, sizeof info) != (ssize_t)sizeof info)
        return;
    if (!pool->signal)
        pool->grace = clock_ms() + GRACE_MS;
    else
        pool->grace = 0; // a second one means at once
    pool->signal = (int)info.ssi_signo;
}

static void wait_once(struct pool *pool)
{
    for (int i = 0; i < pool->count; i++)
        pool->fds[i] = (struct pollfd){pool->workers[i].fd, POLLIN, 0};
    pool->fds[pool->count] = (struct pollfd){pool->signal_fd, POLLIN, 0};
    if (poll(pool->fds, (nfds_t)pool->count + 1, TICK_MS) > 0) {
        for (int i = 0; i < pool->count; i++)
            if (pool->fds[i].revents && pool->workers[i].fd >= 0)
                hear(pool, &pool->workers[i]);
        if (pool->fds[pool->count].revents)
            read_signal(pool);
    }
    kill_late(pool);
    pool->client->tick(pool->client->context);
}

static void work_through(struct pool *pool)
{
    for (;;) {
        for (int i = 0; i < pool->count; i++)
            if (pool->workers[i].fd < 0 || pool->workers[i].task == NO_TASK)
                feed(pool, &pool->workers[i]);
        if (running(pool) == 0)
            return;
        wait_once(pool);
    }
}

enum pool_end pool_run(const struct pool_limits *limits,
                       const struct pool_client *client, size_t count,
                       int *signal)
{
    struct pool pool = {
        .limits = limits,
        .client = client,
        .arena = arena_new(),
        .count = limits->workers,
        .total = count,
    };
    sigset_t signals;
    sigset_t before;

    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    sigprocmask(SIG_BLOCK, &signals, &before);
    pool.signal_fd = signalfd(-1, &signals, SFD_CLOEXEC);
    pool.workers =
        arena_array_of(pool.arena, (size_t)pool.count, struct worker);
    pool.fds =
        arena_array_of(pool.arena, (size_t)pool.count + 1, struct pollfd);
    for (int i = 0; i < pool.count; i++)
        pool.workers[i] = (struct worker){.fd = -1, .task = NO_TASK};
    work_through(&pool);
    for (int i = 0; i < pool.count; i++)
        if (pool.workers[i].fd >= 0)
            end_worker(&pool.workers[i]);
    close(pool.signal_fd);
    sigprocmask(SIG_SETMASK, &before, NULL);
    *signal = pool.signal;
    arena_free(pool.arena);
    if (pool.signal)
        return POOL_INTERRUPTED;
    return pool.next < pool.total ? POOL_STOPPED : POOL_FINISHED;
}
