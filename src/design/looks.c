// SPDX-License-Identifier: MIT
// What several options of the design say together.
#include "design/design.h"

void design_page(const struct design *design, sp *width, sp *height)
{
    sp turned;

    page_dimensions((enum page_size)design->page.size, width, height);
    if (design->page.width != LENGTH_AUTO)
        *width = design->page.width;
    if (design->page.height != LENGTH_AUTO)
        *height = design->page.height;
    if (design->page.orientation == PAGE_PORTRAIT || *width > *height)
        return;
    turned = *width;
    *width = *height;
    *height = turned;
}

const char *header_row_name(size_t number)
{
    static const char *const kinds[] = {"location", "email", "phone",
                                        "website"};
    const size_t count = sizeof kinds / sizeof *kinds;

    return number < count ? kinds[number] : social_network_name(number - count);
}
