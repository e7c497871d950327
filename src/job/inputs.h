// SPDX-License-Identifier: MIT
// Which files a job's output was made of, so that a later run can tell whether
// any of them has changed since.
#ifndef VITA_JOB_INPUTS_H
#define VITA_JOB_INPUTS_H

#include "job/job.h"
#include "layout/pages.h"

// Notes a file that was read, with the hash of its bytes. Nothing happens
// unless the request asks for notes.
void job_note_file(struct job *job, struct str path, struct str data);

// The same for a folder in which a file was looked for, whether there or not.
void job_note_folder(struct job *job, struct str path);

// Notes what the pages were made with: faces from files, pictures, and what
// is in the folder fonts/ beside the profile.
void job_note_pages(struct job *job, const struct pages *pages);

// Returns the hash of a file's bytes, or of the names in a folder; 0 if it
// cannot be read.
uint64_t input_hash(struct str path);

#endif
