// SPDX-License-Identifier: MIT
// The options, one row each.
#include "cli/option_table.h"

#include <stddef.h>

#define AT(member) offsetof(struct options, member)

const struct cli_option option_table[] = {
    // clang-format off
    {"--help", "-h", ARGUMENT_HELP, WITH_ANY, 0},
    {"--version", "-v", ARGUMENT_VERSION, WITH_ANY, 0},
    {"--quiet", "-q", ARGUMENT_FLAG, WITH_ANY, AT(quiet)},
    {"--output", "-o", ARGUMENT_TEXT, WITH_RENDER, AT(request.output)},
    {"--to", NULL, ARGUMENT_FORM, WITH_RENDER, 0},
    {"--letter", NULL, ARGUMENT_LETTER, WITH_ALL, 0},
    {"--make", NULL, ARGUMENT_MAKE, WITH_ALL, 0},
    {"--set", NULL, ARGUMENT_SET, WITH_ALL, 0},
    {"--theme", NULL, ARGUMENT_TEXT, WITH_ALL, AT(theme)},
    {"--from", NULL, ARGUMENT_TEXT, WITH_NEW_THEME, AT(from)},
    {"--design", "-d", ARGUMENT_TEXT, WITH_ALL, AT(request.design)},
    {"--locale", "-lc", ARGUMENT_TEXT, WITH_ALL, AT(request.locale)},
    {"--settings", "-s", ARGUMENT_TEXT, WITH_ALL, AT(request.overlay_settings)},
    {"--variant", NULL, ARGUMENT_TEXT, WITH_ALL, AT(request.variant)},
    {"--tags", NULL, ARGUMENT_TEXT, WITH_ALL, AT(request.tags)},
    {"--fit", NULL, ARGUMENT_TEXT, WITH_ALL, AT(request.fit)},
    {"--output", "-o", ARGUMENT_TEXT, WITH_BATCH, AT(batch.output)},
    {"--table", "-t", ARGUMENT_TEXT, WITH_BATCH, AT(batch.table)},
    {"--out", NULL, ARGUMENT_TEXT, WITH_BATCH, AT(batch.folder)},
    {"--report", NULL, ARGUMENT_TEXT, WITH_BATCH, AT(batch.report)},
    {"--jobs", "-j", ARGUMENT_COUNT, WITH_BATCH, AT(batch.jobs)},
    {"--shard", NULL, ARGUMENT_SHARD, WITH_BATCH, 0},
    {"--resume", NULL, ARGUMENT_FLAG, WITH_BATCH, AT(batch.resume)},
    {"--fail-fast", NULL, ARGUMENT_FLAG, WITH_BATCH, AT(batch.fail_fast)},
    {"--json", NULL, ARGUMENT_FLAG, WITH_BATCH, AT(batch.json)},
    {"--sync", NULL, ARGUMENT_FLAG, WITH_BATCH, AT(batch.synced)},
    {"--dry-run", NULL, ARGUMENT_FLAG, WITH_BATCH, AT(batch.dry_run)},
    {"--time-limit", NULL, ARGUMENT_COUNT, WITH_BATCH, AT(batch.time_limit)},
    {"--memory-limit", NULL, ARGUMENT_COUNT, WITH_BATCH, AT(batch.memory_limit)},
    // clang-format on
};

const size_t option_count = sizeof option_table / sizeof *option_table;

const struct cli_option *option_lookup(struct str name, enum command command)
{
    for (size_t i = 0; i < option_count; i++) {
        const struct cli_option *option = &option_table[i];

        if ((option->commands & 1U << command) &&
            (str_eq_cstr(name, option->name) ||
             (option->brief && str_eq_cstr(name, option->brief))))
            return option;
    }
    return NULL;
}
