// SPDX-License-Identifier: MIT
// The command line.
#ifndef VITA_CLI_OPTIONS_H
#define VITA_CLI_OPTIONS_H

#include "batch/batch.h"

enum command {
    COMMAND_RENDER,
    COMMAND_BATCH,
    COMMAND_THEMES,
    COMMAND_LOCALES,
    COMMAND_NEW_THEME,
    COMMAND_SCHEMA,
    COMMAND_FONTS,
    COMMAND_HELP,
    COMMAND_VERSION,
};

struct options {
    enum command command;
    enum command about;     // COMMAND_HELP: the command that it is about
    struct request request; // render: what is made; batch: what holds for all
    struct batch_options batch;
    const char *theme;     // --theme
    const char *new_theme; // the name
    const char *from;      // the theme that it extends
    const char *name;      // fonts: which families; NULL: all
    bool quiet;
};

// Parses the arguments. Returns false after printing what is wrong.
bool options_parse(struct arena *arena, int argc, char **argv,
                   struct options *options) __attribute__((warn_unused_result));

#endif
