// SPDX-License-Identifier: MIT
// What options there are, with which commands, and where their values go.
#ifndef VITA_CLI_OPTION_TABLE_H
#define VITA_CLI_OPTION_TABLE_H

#include "cli/options.h"

// Commands as bits, for options that several have.
enum command_set {
    WITH_RENDER = 1 << COMMAND_RENDER,
    WITH_BATCH = 1 << COMMAND_BATCH,
    WITH_ALL = WITH_RENDER | WITH_BATCH,
    WITH_NEW_THEME = 1 << COMMAND_NEW_THEME,
    WITH_ANY = WITH_ALL | 1 << COMMAND_THEMES | 1 << COMMAND_LOCALES |
               WITH_NEW_THEME | 1 << COMMAND_SCHEMA | 1 << COMMAND_FONTS,
};

enum argument_kind {
    ARGUMENT_FLAG,    // bool
    ARGUMENT_TEXT,    // const char *, given once
    ARGUMENT_COUNT,   // int from 1, given once
    ARGUMENT_FORM,    // --to
    ARGUMENT_LETTER,  // no value
    ARGUMENT_MAKE,    // --make
    ARGUMENT_SET,     // --set, any number of times
    ARGUMENT_SHARD,   // --shard
    ARGUMENT_HELP,    // no value
    ARGUMENT_VERSION, // no value
};

struct cli_option {
    const char *name;  // "--output"
    const char *brief; // "-o", or NULL
    enum argument_kind kind;
    unsigned commands; // of enum command_set
    size_t offset;     // of the value in struct options
};

extern const struct cli_option option_table[];
extern const size_t option_count;

// Returns the option of that name for the command, or NULL.
const struct cli_option *option_lookup(struct str name, enum command command);

#endif
