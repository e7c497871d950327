// SPDX-License-Identifier: MIT
// Colour profiles made on the spot for tests, and photos that have them.
#ifndef VITA_TESTS_ICC_MAKER_H
#define VITA_TESTS_ICC_MAKER_H

#include "image_maker.h"

#include <lcms2.h>

static inline struct str icc_save(struct arena *arena, cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    char *bytes;

    assert_true(cmsSaveProfileToMem(profile, NULL, &size));
    bytes = arena_alloc(arena, size);
    assert_true(cmsSaveProfileToMem(profile, bytes, &size));
    cmsCloseProfile(profile);
    return (struct str){bytes, size};
}

static inline struct str icc_make_srgb(struct arena *arena)
{
    return icc_save(arena, cmsCreate_sRGBProfile());
}

// A space with far wider primaries than sRGB's.
static inline struct str icc_make_wide(struct arena *arena)
{
    cmsCIExyY white = {0.3127, 0.3290, 1};
    cmsCIExyYTRIPLE primaries = {
        {0.735, 0.265, 1}, {0.115, 0.826, 1}, {0.157, 0.018, 1}};
    cmsToneCurve *gamma = cmsBuildGamma(NULL, 1.8);
    cmsToneCurve *curves[] = {gamma, gamma, gamma};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);

    cmsFreeToneCurve(gamma);
    return icc_save(arena, profile);
}

static inline struct str icc_make_gray(struct arena *arena, double exponent)
{
    cmsToneCurve *gamma = cmsBuildGamma(NULL, exponent);
    cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), gamma);

    cmsFreeToneCurve(gamma);
    return icc_save(arena, profile);
}

// Inks of which each makes the paper darker: lightness only.
static inline struct str icc_make_cmyk(struct arena *arena)
{
    cmsUInt16Number table[16 * 3];
    cmsPipeline *pipeline = cmsPipelineAlloc(NULL, 4, 3);
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL);

    for (int i = 0; i < 16; i++) {
        int inks = (i & 1) + (i >> 1 & 1) + (i >> 2 & 1) + (i >> 3 & 1);

        table[i * 3] = (cmsUInt16Number)(0xFFFF - inks * 0x3FFF);
        table[i * 3 + 1] = table[i * 3 + 2] = 0x8080;
    }
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsPipelineInsertStage(pipeline, cmsAT_BEGIN,
                           cmsStageAllocCLut16bit(NULL, 2, 4, 3, table));
    assert_true(cmsWriteTag(profile, cmsSigAToB0Tag, pipeline));
    cmsPipelineFree(pipeline);
    return icc_save(arena, profile);
}

// Puts the profile into a JPEG file in so many parts, the last one first.
static inline struct str jpeg_with_icc(struct arena *arena, struct str jpeg,
                                       struct str icc, int parts)
{
    size_t size = (icc.len + (size_t)parts - 1) / (size_t)parts;

    for (int i = 0; i < parts; i++) {
        struct buf buf = {.arena = arena};

        buf_add(&buf, STR("ICC_PROFILE\0"));
        buf_add_char(&buf, (char)(i + 1));
        buf_add_char(&buf, (char)parts);
        buf_add(&buf, str_slice(icc, (size_t)i * size, (size_t)(i + 1) * size));
        jpeg = jpeg_insert(arena, jpeg, 0xE2, buf_str(&buf));
    }
    return jpeg;
}

static inline struct str png_with_icc(struct arena *arena, struct str png,
                                      struct str icc)
{
    struct buf buf = {.arena = arena};
    uLongf size = compressBound(icc.len);
    Bytef *packed = arena_alloc(arena, size);

    assert_int_equal(compress(packed, &size, (const Bytef *)icc.ptr, icc.len),
                     Z_OK);
    buf_add(&buf, STR("icc\0\0"));
    buf_add(&buf, (struct str){(char *)packed, size});
    return png_insert(arena, png, "iCCP", buf_str(&buf));
}

#endif
