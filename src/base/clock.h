// SPDX-License-Identifier: MIT
// How much time has passed.
#ifndef VITA_BASE_CLOCK_H
#define VITA_BASE_CLOCK_H

#include <stdint.h>

// Returns the time of a clock that only goes on, whatever the date is set to:
// its differences are what counts.
int64_t clock_us(void); // in microseconds
int64_t clock_ms(void); // in milliseconds

#endif
