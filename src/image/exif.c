// SPDX-License-Identifier: MIT
// The one thing that the camera's notes tell us: how it was held.
#include "image/parts.h"

#include <libexif/exif-data.h>

// In a JPEG file it has 64 KiB at most; a PNG file may have any size.
#define EXIF_SIZE_MAX (1 << 20)

static int read_orientation(ExifData *exif)
{
    ExifEntry *entry =
        exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);

    if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2)
        return ORIENTATION_UPRIGHT;
    return exif_get_short(entry->data, exif_data_get_byte_order(exif));
}

enum orientation exif_orientation(struct str exif)
{
    ExifData *data;
    int value;

    if (exif.len > EXIF_SIZE_MAX)
        return ORIENTATION_UPRIGHT;
    data = exif_data_new();
    if (!data)
        return ORIENTATION_UPRIGHT;
    // Nothing is written back, so that nothing needs mending.
    exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
    exif_data_load_data(data, (const unsigned char *)exif.ptr,
                        (unsigned)exif.len);
    value = read_orientation(data);
    exif_data_unref(data);
    if (value < ORIENTATION_UPRIGHT || value > ORIENTATION_TURN_LEFT)
        return ORIENTATION_UPRIGHT;
    return (enum orientation)value;
}
