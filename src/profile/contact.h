// SPDX-License-Identifier: MIT
// Addresses: e-mail, telephone, web; and the links they become.
#ifndef VITA_PROFILE_CONTACT_H
#define VITA_PROFILE_CONTACT_H

#include "base/str.h"

// A telephone number as RFC 3966 has it.
struct phone {
    struct str number;    // "+1-609-999-9995": one hyphen for what divided
    struct str digits;    // "16099999995"
    struct str extension; // "12", or empty
    bool international;   // begins with +
};

// Parses what people write: "+44 (0)20 7946 0018 ext. 12", "609/999.9995".
// Returns false if it is no telephone number.
bool phone_parse(struct arena *arena, struct str text, struct phone *phone);

// Returns the tel: link of the number.
struct str phone_url(struct arena *arena, const struct phone *phone);

// Returns what is wrong with an e-mail address, or NULL.
const char *email_problem(struct str address);

// True for a name such as example.org: two labels or more of letters, digits
// and inner hyphens; ascii_only refuses letters beyond ASCII.
bool domain_is_valid(struct str domain, bool ascii_only);

// Makes a link of an http, https or (if other_schemes) mailto or tel
// address, or of a bare domain with or without a path, which gets https.
// Returns false if text is none of these.
bool url_parse(struct arena *arena, struct str text, bool other_schemes,
               struct str *url);

// True if text begins with a scheme and "://".
bool url_has_scheme(struct str text);

// Returns text with the bytes that no URL may hold percent-encoded: blanks,
// all beyond ASCII, and "<>\^`{|}. A % stays.
struct str url_escape(struct arena *arena, struct str text);

#endif
