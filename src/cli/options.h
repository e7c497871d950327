// SPDX-License-Identifier: MIT
// The command line.
#ifndef VITA_CLI_OPTIONS_H
#define VITA_CLI_OPTIONS_H

#include "job/request.h"

enum command { COMMAND_RENDER, COMMAND_HELP, COMMAND_VERSION };

struct options {
    enum command command;
    struct request request;
    bool quiet;
};

// Parses the arguments. Returns false after printing what is wrong.
bool options_parse(struct arena *arena, int argc, char **argv,
                   struct options *options) __attribute__((warn_unused_result));

#endif
