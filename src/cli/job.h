// SPDX-License-Identifier: MIT
// One profile on its way through the phases.
#ifndef VITA_CLI_JOB_H
#define VITA_CLI_JOB_H

#include "cli/options.h"
#include "compose/compose.h"

struct job {
    struct arena *arena;
    struct diags *diags;
    const struct options *options;
    struct str folder;           // of the profile
    int64_t now;                 // seconds since 1970
    const struct source *source; // the profile's file
    struct node *root;
    struct profile profile;
    struct design design;
    const struct design **section_designs; // by section; NULL: the document's
    struct locale locale;
    struct settings settings;
    int sources; // read so far; orders diagnostics
};

// Reads the profile, its overlays and the --set options, and checks all of
// it. Returns EXIT_FINE, EXIT_PROFILE with diagnostics, or EXIT_SYSTEM after
// printing why.
enum exit_code job_read(struct job *job);

// Returns what compose() works from; it borrows from the job.
struct compose_input job_compose_input(const struct job *job);

// Returns the profile's file name without folders, as a PDF that carries it
// shows it.
struct str job_source_name(const struct job *job);

// Returns where the output goes: the option, the profile's own setting, or
// the profile's name with .pdf in the current folder.
const char *job_output_path(const struct job *job);

#endif
