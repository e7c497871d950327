// SPDX-License-Identifier: MIT
// vita: typesets CVs.
#include "cli/options.h"
#include "cli/render.h"

#include <stdio.h>

#ifndef VITA_VERSION
#define VITA_VERSION "0.0.0"
#endif

static const char help[] =
    "vita " VITA_VERSION " - typesets a CV from a profile in YAML or JSON\n"
    "\n"
    "  vita render PROFILE [options]\n"
    "\n"
    "  -o, --output FILE     where the output goes; - is standard output\n"
    "                        (default: the profile's name with .pdf)\n"
    "      --to FORM         pdf; or as text, to standard output: text (the\n"
    "                        words), layout (the pages), tags (the structure)\n"
    "      --set PATH=VALUE  set a value of the profile, in YAML:\n"
    "                        --set cv.sections.education[0].area=Physics\n"
    "      --cv.NAME VALUE   the same for a text; also --design. --locale.\n"
    "                        --settings.\n"
    "      --design FILE     lay this file's design over the profile's\n"
    "      --locale FILE     the same for locale\n"
    "      --settings FILE   the same for settings\n"
    "      --variant NAME    one of the profile's variants; all makes each\n"
    "      --tags A,B        only what has no tags or one of these\n"
    "      --fit N           fill at most N pages: tighten the design; 0 is "
    "as\n"
    "                        designed\n"
    "  -q, --quiet           print errors only\n"
    "  -h, --help            print this text\n"
    "  -v, --version         print the version\n"
    "\n"
    "PROFILE - is standard input. Exit codes: 0 fine, 1 the profile has\n"
    "errors (nothing is written), 2 wrong usage, 3 a file or the system\n"
    "failed.\n";

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct options options;
    enum exit_code code = EXIT_FINE;

    if (!options_parse(arena, argc, argv, &options))
        code = EXIT_USAGE;
    else if (options.command == COMMAND_HELP)
        fputs(help, stdout);
    else if (options.command == COMMAND_VERSION)
        puts("vita " VITA_VERSION);
    else
        code = render(&options);
    arena_free(arena);
    return (int)code;
}
