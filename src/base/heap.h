// SPDX-License-Identifier: MIT
// The C library's memory.
#ifndef VITA_BASE_HEAP_H
#define VITA_BASE_HEAP_H

// Has the process keep what it frees, for the next document to use: memory
// that was given back to the system comes again page by page, and each page
// costs more than what is written into it. Does nothing where the C library
// knows no such thing.
void heap_keep(void);

#endif
