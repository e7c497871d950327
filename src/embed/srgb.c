// SPDX-License-Identifier: MIT
// An ICC profile of sRGB (IEC 61966-2-1), made with Little CMS: version 2,
// which every reader of PDF knows, and as small as it can be. The same bytes
// on every day: the date in the header is fixed.
#include "embed/srgb.h"

#include "embed/emit.h"

#include <lcms2.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

// Readers interpolate between the samples of the tone curve. With 64 the
// error is an eighth of a step of 8-bit colour; Little CMS itself would
// write 4096.
#define SAMPLES 64

// A profile's header (ICC.1:2001-04, 6.1): 12 bytes of date, as six numbers
// of 16 bits from the year to the second.
#define DATE_OFFSET 24
#define HEADER_SIZE 128

static cmsToneCurve *tone_curve(void)
{
    cmsUInt16Number samples[SAMPLES];

    for (int i = 0; i < SAMPLES; i++) {
        double x = i / (SAMPLES - 1.0);
        double y = x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);

        samples[i] = (cmsUInt16Number)(y * 65535 + 0.5);
    }
    return cmsBuildTabulatedToneCurve16(NULL, SAMPLES, samples);
}

static bool set_text(cmsHPROFILE profile, cmsTagSignature tag, const char *text)
{
    cmsMLU *mlu = cmsMLUalloc(NULL, 1);
    bool ok = mlu && cmsMLUsetASCII(mlu, "en", "US", text) &&
              cmsWriteTag(profile, tag, mlu);

    cmsMLUfree(mlu);
    return ok;
}

static cmsHPROFILE make_profile(void)
{
    static const cmsCIExyY d65 = {0.3127, 0.3290, 1.0};
    static const cmsCIExyYTRIPLE primaries = {
        {0.6400, 0.3300, 1.0}, {0.3000, 0.6000, 1.0}, {0.1500, 0.0600, 1.0}};
    cmsToneCurve *curve = tone_curve();
    cmsToneCurve *curves[3] = {curve, curve, curve};
    cmsHPROFILE profile =
        curve ? cmsCreateRGBProfile(&d65, &primaries, curves) : NULL;

    cmsFreeToneCurve(curve);
    return profile;
}

// Drops what version 2 can do without: NULL deletes a tag.
static bool make_small(cmsHPROFILE profile)
{
    cmsSetProfileVersion(profile, 2.1);
    return cmsWriteTag(profile, cmsSigChromaticAdaptationTag, NULL) &&
           cmsWriteTag(profile, cmsSigChromaticityTag, NULL) &&
           set_text(profile, cmsSigProfileDescriptionTag, "sRGB") &&
           set_text(profile, cmsSigCopyrightTag, "CC0");
}

static bool save(struct arena *arena, cmsHPROFILE profile, struct str *bytes)
{
    static const unsigned char date[] = {0x07, 0xD0, 0, 1, 0, 1, // 2000-01-01
                                         0,    0,    0, 0, 0, 0};
    cmsUInt32Number size = 0;
    char *data;

    if (!cmsSaveProfileToMem(profile, NULL, &size) || size < HEADER_SIZE)
        return false;
    data = arena_alloc(arena, size);
    if (!cmsSaveProfileToMem(profile, data, &size))
        return false;
    memcpy(data + DATE_OFFSET, date, sizeof date);
    *bytes = (struct str){data, size};
    return true;
}

bool srgb_generate(struct arena *arena, char *const *paths, size_t count,
                   struct str *out)
{
    struct buf buf = {.arena = arena};
    cmsHPROFILE profile = make_profile();
    struct str bytes;
    bool ok = profile && make_small(profile) && save(arena, profile, &bytes);

    (void)paths;
    (void)count;
    if (profile)
        cmsCloseProfile(profile);
    if (!ok) {
        fputs("embed: cannot make the colour profile\n", stderr);
        return false;
    }
    buf_addf(&buf,
             "// Generated with Little CMS by src/embed.\n"
             "#include \"pdf/srgb.h\"\n\n"
             "const unsigned char srgb_profile[%zu] =\n    ",
             bytes.len);
    emit_literal(&buf, bytes);
    buf_addf(&buf, ";\nconst size_t srgb_profile_size = %zu;\n", bytes.len);
    *out = buf_str(&buf);
    return true;
}
