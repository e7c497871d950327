// SPDX-License-Identifier: MIT
// How letters look: design.letter of a profile.
#ifndef VITA_DESIGN_LETTER_OPTIONS_H
#define VITA_DESIGN_LETTER_OPTIONS_H

#include "profile/letter.h"

struct letter_options {
    int layout; // enum letter_layout
    sp font_size, line_spacing, space_between_paragraphs;
    // 0: what the layout has.
    sp top_margin, bottom_margin, left_margin, right_margin;
    sp space_for_signature;
    sp signature_height;
    int alignment; // enum body_alignment
    bool show_header, show_subject_word, subject_bold, fold_marks;
    int fit; // pages at most; 0: as many as it needs
    // Of the CV; no options, letter_design() sets them.
    sp header_line_spacing, header_top;
};

#endif
