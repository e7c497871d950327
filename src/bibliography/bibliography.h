// SPDX-License-Identifier: MIT
// Sections whose entries come from BibTeX files: replaces each section map
// that has the key bibliography by the entries that it selects, as if the
// person had written them. The nodes made keep their places in the .bib file.
#ifndef VITA_BIBLIOGRAPHY_BIBLIOGRAPHY_H
#define VITA_BIBLIOGRAPHY_BIBLIOGRAPHY_H

#include "profile/node.h"

// How files are read: by the caller, for paths are relative to the profile.
struct bib_reader {
    void *context;
    // Returns the source, which lives as long as the arena; or NULL after
    // adding a diagnostic at pos, where the profile names the path.
    const struct source *(*read)(void *context, struct str path,
                                 struct pos pos);
};

// Returns root with its bibliographies expanded, or root itself if it has
// none; root may be of any kind. Mistakes become diagnostics.
struct node *bibliography_expand(struct arena *arena, struct node *root,
                                 const struct bib_reader *reader,
                                 struct diags *diags);

#endif
