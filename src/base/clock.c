// SPDX-License-Identifier: MIT
// The system's monotonic clock, in whole units.
#include "base/clock.h"

#include <time.h>

int64_t clock_us(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

int64_t clock_ms(void)
{
    return clock_us() / 1000;
}
