// SPDX-License-Identifier: MIT
// What is to be made of one profile, as the command line or a table of
// applications says.
#ifndef VITA_JOB_REQUEST_H
#define VITA_JOB_REQUEST_H

#include "base/str.h"
#include "base/vec.h"

enum output_form { OUTPUT_PDF, OUTPUT_TEXT, OUTPUT_LAYOUT, OUTPUT_TAGS };

// What of a profile is made. Merged is one file, the letter first.
enum make { MAKE_CV, MAKE_LETTER, MAKE_BOTH, MAKE_MERGED };

// Sets *make to what the word means: cv, letter, both or merged. Returns false
// if it is none of these.
bool make_from_word(struct str word, enum make *make)
    __attribute__((warn_unused_result));

// A value that is laid over the profile.
struct setting {
    struct str path;
    struct str value;
    struct str origin; // for messages; empty: the option that has the path
    bool yaml;         // the value is YAML; otherwise it is a text
};
VEC_DECLARE(setting_list, struct setting);

// What {name} stands for in the name of an output file.
struct name_value {
    struct str name;
    struct str value;
};
VEC_DECLARE(name_values, struct name_value);

// Names of output files that are made of a template (output_name.h).
struct naming {
    struct str folder;   // where they go; empty: the current folder
    struct str template; // ptr NULL: named as vita render does
    struct name_values values;
    unsigned serial; // over 1: stands behind the name, which others have, too
};

struct request {
    const char *profile;  // a path; "-" is standard input
    const char *output;   // NULL: derived
    struct naming naming; // counts if output is NULL
    enum output_form form;
    enum make make;
    struct setting_list settings;
    const char *design; // overlay files, NULL for none
    const char *locale;
    const char *overlay_settings;
    const char *variant; // a name or VARIANT_ALL; NULL for none
    const char *tags;    // with commas between them; NULL for none
    const char *fit;   // number of pages as written; NULL: the profile decides
    bool notes_inputs; // job.inputs is wanted
};

#endif
