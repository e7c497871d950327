// SPDX-License-Identifier: MIT
// One profile on its way through the phases.
#ifndef VITA_JOB_JOB_H
#define VITA_JOB_JOB_H

#include "compose/compose.h"
#include "job/request.h"

enum exit_code {
    EXIT_FINE = 0,
    EXIT_PROFILE = 1, // the profile has errors
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3, // files, memory
};

VEC_DECLARE(source_list, struct source *);

// A file that was read, with the hash of what it held; 0: not known here.
struct job_input {
    struct str path;
    uint64_t hash;
};
VEC_DECLARE(job_inputs, struct job_input);

struct job {
    struct arena *arena;
    struct diags *diags;
    const struct request *request;
    struct str folder;           // of the profile
    int64_t now;                 // seconds since 1970
    const struct source *source; // the profile's file
    struct node *tree;           // the same, as it was read
    bool composite;              // it includes other files
    struct str variant;          // the one that is made; empty for none
    struct node *root;           // what is chosen of tree, with overlays
    struct profile profile;
    struct design design;
    struct design letter_design; // of the letter, if there is one
    struct cv letter_cv;         // what the letter shows of the CV
    struct design sidebar_design;
    struct own_design_list own_designs; // of sections and groups
    struct locale locale;
    struct settings settings;
    struct source_list sources; // read so far; their order is that of messages
    struct job_inputs inputs;   // if the request asks for notes
    bool dated;                 // "today" went into it
    struct str failure;         // why EXIT_SYSTEM or EXIT_USAGE was returned
};

// Begins a job without a profile; the present time is SOURCE_DATE_EPOCH
// (reproducible-builds.org) or the clock's.
void job_begin(struct job *job, struct arena *arena,
               const struct request *request);

// Reads the profile's file with what it includes. Returns EXIT_FINE,
// EXIT_PROFILE with diagnostics, or EXIT_SYSTEM with job->failure.
enum exit_code job_open(struct job *job);

// Reads job->variant of the open profile, the overlays and the --set options,
// and checks all of it. Can be called for one variant after the other. Returns
// as job_open().
enum exit_code job_read(struct job *job);

// Returns what compose() works from; it borrows from the job.
struct compose_input job_compose_input(const struct job *job);

// Likewise for compose_letter(), if the profile has a letter.
struct compose_input job_letter_input(const struct job *job);

// Returns a source for diagnostics, the same for the same name and text.
const struct source *job_source(struct job *job, struct str name,
                                struct str text);

// Returns the profile as a PDF carries it: the bytes of its file; or, if a
// variant or tags are asked for, or if it includes others, what is shown, as
// YAML.
struct str job_attachment(const struct job *job, const struct cv *shown);

// Returns the profile's file name without folders, as a PDF that carries it
// shows it.
struct str job_source_name(const struct job *job);

// Returns where the output goes, with the suffix ("_letter") behind the
// profile's name if that is what the file is called: the option, the profile's
// own setting, or the profile's name with .pdf in the current folder.
const char *job_output_path(const struct job *job, enum make what);

#endif
