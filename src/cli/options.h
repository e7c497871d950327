// SPDX-License-Identifier: MIT
// The command line.
#ifndef VITA_CLI_OPTIONS_H
#define VITA_CLI_OPTIONS_H

#include "base/str.h"
#include "base/vec.h"

enum exit_code {
    EXIT_FINE = 0,
    EXIT_PROFILE = 1, // the profile has errors
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3, // files, memory
};

enum command { COMMAND_RENDER, COMMAND_HELP, COMMAND_VERSION };

enum output_form { OUTPUT_PDF, OUTPUT_TEXT, OUTPUT_LAYOUT, OUTPUT_TAGS };

// --set path=value, or --path value in RenderCV's spelling; that one's
// values are texts, the first one's YAML.
struct setting {
    struct str path;
    struct str value;
    bool yaml;
};
VEC_DECLARE(setting_list, struct setting);

struct options {
    enum command command;
    const char *profile;
    const char *output; // NULL: derived
    enum output_form form;
    struct setting_list settings;
    const char *design; // overlay files, NULL for none
    const char *locale;
    const char *overlay_settings;
    const char *variant; // a name or VARIANT_ALL; NULL for none
    const char *tags;    // with commas between them; NULL for none
    const char *fit; // number of pages as written; NULL: the profile decides
    bool quiet;
};

// Parses the arguments. Returns false after printing what is wrong.
bool options_parse(struct arena *arena, int argc, char **argv,
                   struct options *options) __attribute__((warn_unused_result));

#endif
