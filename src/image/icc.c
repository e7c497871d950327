// SPDX-License-Identifier: MIT
// Colour profiles: which may stand in a PDF/A-2 (ISO 19005-2, 6.2.4.2), work
// in fact, and are needed. Little CMS judges, by making a transform.
#include "image/parts.h"

#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_SIZE 128
// PDF/A-2 knows profiles up to version 4.
#define VERSION_MAX 4
// How far a colour may be off, of 255, and still be the same: profiles of
// sRGB differ in how they round.
#define SRGB_TOLERANCE 2

static bool is_allowed(struct str icc, int components)
{
    static const char *const spaces[] = {NULL, "GRAY", NULL, "RGB ", "CMYK"};
    static const char *const classes[] = {"scnr", "mntr", "prtr", "spac"};
    struct str class;

    if (icc.len < HEADER_SIZE || icc.len > ICC_SIZE_MAX ||
        read32(icc, 0) < HEADER_SIZE || read32(icc, 0) > icc.len ||
        read8(icc, 8) > VERSION_MAX ||
        memcmp(icc.ptr + 16, spaces[components], 4) != 0)
        return false;
    class = str_slice(icc, 12, 16);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (str_eq_cstr(class, classes[i]))
            return true;
    return false;
}

static cmsHTRANSFORM open_transform(struct str icc, int components)
{
    static const cmsUInt32Number types[] = {0, TYPE_GRAY_8, 0, TYPE_RGB_8,
                                            TYPE_CMYK_8};
    cmsHPROFILE from = cmsOpenProfileFromMem(icc.ptr, read32(icc, 0));
    cmsHPROFILE to = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = NULL;

    if (from && to)
        transform = cmsCreateTransform(from, types[components], to, TYPE_RGB_8,
                                       INTENT_RELATIVE_COLORIMETRIC,
                                       cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
    if (from)
        cmsCloseProfile(from);
    if (to)
        cmsCloseProfile(to);
    return transform;
}

// Puts steps of each component through the transform.
static bool is_srgb(cmsHTRANSFORM transform, int components)
{
    static const unsigned char steps[] = {0, 8, 32, 80, 128, 192, 255};
    size_t count = sizeof steps;
    size_t all = components == 1 ? count : count * count * count;

    for (size_t i = 0; i < all; i++) {
        unsigned char in[3] = {steps[i % count], steps[i / count % count],
                               steps[i / count / count]};
        unsigned char out[3];

        cmsDoTransform(transform, in, out, 1);
        for (int c = 0; c < 3; c++)
            if (abs(out[c] - in[components == 1 ? 0 : c]) > SRGB_TOLERANCE)
                return false;
    }
    return true;
}

enum icc_kind icc_check(struct str icc, int components)
{
    cmsHTRANSFORM transform;
    bool srgb;

    if (!is_allowed(icc, components))
        return ICC_UNSOUND;
    transform = open_transform(icc, components);
    if (!transform)
        return ICC_UNSOUND;
    srgb = components != 4 && is_srgb(transform, components);
    cmsDeleteTransform(transform);
    return srgb ? ICC_SRGB : ICC_OTHER;
}
