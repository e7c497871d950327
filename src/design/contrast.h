// SPDX-License-Identifier: MIT
// How well a colour can be read on another, as WCAG 2.1 measures it.
#ifndef VITA_DESIGN_CONTRAST_H
#define VITA_DESIGN_CONTRAST_H

#include "design/design.h"

// In hundredths; WCAG wants 4.5 : 1 for text.
#define CONTRAST_MIN 450

// Returns the contrast of two colours 0xRRGGBB in hundredths: 100 to 2100.
int contrast(uint32_t a, uint32_t b);

// Returns black or white, whichever reads better on the background.
uint32_t contrast_text(uint32_t background);

// Puts the colour that text is to have on the background into each of the
// colours; PAINT_NONE leaves them as they are.
void paint_colours(const struct paint *text, const struct paint *background,
                   uint32_t *const *colours, size_t count);

// Gives the colours of name, headline and connections what header.text_color
// says.
void header_paint(struct design *design);

// Likewise those of all text, what sidebar.text_color says.
void sidebar_paint(struct design *design);

// Warns of text on the header's and the sidebar's background that can hardly
// be read. sidebar is the sidebar's own design, or NULL.
void contrast_check(const struct design *design, const struct design *sidebar,
                    struct diags *diags);

#endif
