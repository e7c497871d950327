// SPDX-License-Identifier: MIT
// vita: typesets CVs.
#include "base/heap.h"
#include "cli/options.h"
#include "cli/reference.h"
#include "cli/render.h"
#include "cli/themes.h"
#include "design/locale.h"

#include <stdio.h>

#ifndef VITA_VERSION
#define VITA_VERSION "0.0.0"
#endif

static const char help[] =
    "vita " VITA_VERSION " - typesets a CV from a profile in YAML or JSON\n"
    "\n"
    "  vita render PROFILE [options]    one CV\n"
    "  vita batch PROFILE... [options]  many; see vita help batch\n"
    "  vita themes                      lists the themes there are\n"
    "  vita locales                     lists the languages there are\n"
    "  vita new-theme NAME [--from T]   begins a theme over another\n"
    "  vita schema                      the JSON Schema of profiles, for "
    "editors\n"
    "  vita fonts [NAME]                the families of fonts that there are\n"
    "\n"
    "  -o, --output FILE     where the output goes; - is standard output\n"
    "                        (default: the profile's name with .pdf)\n"
    "      --to FORM         pdf; or as text, to standard output: text (the\n"
    "                        words), layout (the pages), tags (the structure)\n"
    "      --set PATH=VALUE  set a value of the profile, in YAML:\n"
    "                        --set cv.sections.education[0].area=Physics\n"
    "      --cv.NAME VALUE   the same for a text; also --letter. --design.\n"
    "                        --locale. --settings. --placeholders.\n"
    "      --letter          the letter instead of the CV, to "
    "PROFILE_letter.pdf\n"
    "      --make WHAT       cv, letter, both, or merged: one file, the "
    "letter\n"
    "                        first\n"
    "      --theme NAME      try another theme: a name, or a file\n"
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

static const char batch_help[] =
    "vita batch PROFILE... [options]\n"
    "vita batch PROFILE --table APPLICATIONS [options]\n"
    "\n"
    "PROFILE is a file, a folder (all profiles in it and below), a pattern\n"
    "such as 'people/*.yaml', or - for a list of names on standard input.\n"
    "\n"
    "  -t, --table FILE      make a CV for each row: CSV or YAML\n"
    "      --out FOLDER      where the files go\n"
    "  -o, --output NAME     how they are named: '{company}-{name}.pdf', of\n"
    "                        columns, name, profile, folder, variant, date, "
    "row\n"
    "  -j, --jobs N          processes at a time (default: processors)\n"
    "      --resume          leave out what is up to date\n"
    "      --shard K/N       make only part K of N, for several machines\n"
    "      --fail-fast       begin nothing more after a failure\n"
    "      --report FILE     write what became of each, as .csv or .json\n"
    "      --json            the same as it happens, on standard output\n"
    "      --dry-run         list what would be made\n"
    "      --sync            count a file as written when it is on the disk\n"
    "      --time-limit S    seconds for one profile (default 60)\n"
    "      --memory-limit M  MiB for one process (default 2048)\n"
    "\n"
    "and for all of them, as in vita render: --set, --design, --locale,\n"
    "--settings, --variant, --tags, --fit, -q.\n"
    "\n"
    "Failures do not stop the rest. Exit codes: 0 all made, 1 some failed,\n"
    "2 wrong usage, 3 nothing could be begun, 128+N ended by signal N.\n";

static void print(struct str text)
{
    fwrite(text.ptr, 1, text.len, stdout);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct options options;
    int code = EXIT_FINE;

    heap_keep();
    if (!options_parse(arena, argc, argv, &options))
        code = EXIT_USAGE;
    else if (options.command == COMMAND_HELP)
        fputs(options.about == COMMAND_BATCH ? batch_help : help, stdout);
    else if (options.command == COMMAND_VERSION)
        puts("vita " VITA_VERSION);
    else if (options.command == COMMAND_BATCH)
        code = batch_run(&options.batch);
    else if (options.command == COMMAND_LOCALES)
        print(locale_list(arena));
    else if (options.command == COMMAND_THEMES)
        code = (int)list_themes();
    else if (options.command == COMMAND_NEW_THEME)
        code = (int)make_theme(&options);
    else if (options.command == COMMAND_SCHEMA)
        code = (int)schema_print(arena);
    else if (options.command == COMMAND_FONTS)
        code = (int)fonts_print(arena, options.name);
    else
        code = (int)render(&options);
    arena_free(arena);
    return code;
}
