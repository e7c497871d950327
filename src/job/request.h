// SPDX-License-Identifier: MIT
// What is to be made of one profile, as the command line or a table of
// applications says.
#ifndef VITA_JOB_REQUEST_H
#define VITA_JOB_REQUEST_H

#include "base/str.h"
#include "base/vec.h"

enum output_form { OUTPUT_PDF, OUTPUT_TEXT, OUTPUT_LAYOUT, OUTPUT_TAGS };

// A value that is laid over the profile. path is that of --set, name that of
// the option for messages: "--set path", "--cv.phone".
struct setting {
    struct str path;
    struct str value;
    bool yaml; // the value is YAML; otherwise it is a text
};
VEC_DECLARE(setting_list, struct setting);

struct request {
    const char *profile; // a path; "-" is standard input
    const char *output;  // NULL: derived
    enum output_form form;
    struct setting_list settings;
    const char *design; // overlay files, NULL for none
    const char *locale;
    const char *overlay_settings;
    const char *variant; // a name or VARIANT_ALL; NULL for none
    const char *tags;    // with commas between them; NULL for none
    const char *fit; // number of pages as written; NULL: the profile decides
};

#endif
