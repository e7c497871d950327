// SPDX-License-Identifier: MIT
// What libharu alone costs: draws the pages that record.c recorded, again and
// again, to memory.
//   bench_floor FOLDER OUT.pdf ROUNDS
// prints the documents, the seconds that they took and those of the processor,
// reading not counted.
//
// In it, for every document: a new document, the fonts' dictionaries, subsets
// and ToUnicode maps, pages, all text with its positions and colours, rules,
// icons, links, deflate at libharu's level, and the file in memory. Through
// libharu's public functions, but for fonts and the operators Tf, Tm and TJ:
// libharu knows no CFF font, so that the object layer writes them.
// Not in it: anything before the pages are known (reading, shaping, breaking,
// subsetting), tags and marked content, outline, destinations, metadata, and
// the packing of small objects. So vita's own writing must cost more.
#include "floor.h"

#include <hpdf_conf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static HPDF_Dict add_stream(HPDF_Doc doc, struct blob data)
{
    HPDF_Dict dict = HPDF_DictStream_New(doc->mmgr, doc->xref);

    dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    HPDF_Stream_Write(dict->stream, data.ptr, (HPDF_UINT)data.len);
    return dict;
}

static HPDF_Dict add_dict(HPDF_Doc doc, const char *type)
{
    HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);

    HPDF_Xref_Add(doc->xref, dict);
    HPDF_Dict_AddName(dict, "Type", type);
    return dict;
}

static HPDF_Array add_array(HPDF_Dict dict, const char *key)
{
    HPDF_Array made = HPDF_Array_New(dict->mmgr);

    HPDF_Dict_Add(dict, key, made);
    return made;
}

static HPDF_Dict add_descriptor(HPDF_Doc doc, const struct face *face)
{
    static const char *const keys[] = {"Ascent", "Descent", "CapHeight",
                                       "ItalicAngle"};
    HPDF_Dict dict = add_dict(doc, "FontDescriptor");
    HPDF_Array box = add_array(dict, "FontBBox");
    HPDF_Dict file = add_stream(doc, face->file);

    for (int i = 0; i < 4; i++)
        HPDF_Array_AddNumber(box, face->metrics[i]);
    for (int i = 0; i < 4; i++)
        HPDF_Dict_AddNumber(dict, keys[i], face->metrics[i + 4]);
    HPDF_Dict_AddName(dict, "FontName", face->name);
    HPDF_Dict_AddNumber(dict, "Flags", 4);
    HPDF_Dict_AddNumber(dict, "StemV", 88);
    if (face->cff)
        HPDF_Dict_AddName(file, "Subtype", "CIDFontType0C");
    else
        HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)face->file.len);
    HPDF_Dict_Add(dict, face->cff ? "FontFile3" : "FontFile2", file);
    return dict;
}

static HPDF_Dict add_descendant(HPDF_Doc doc, const struct face *face)
{
    HPDF_Dict dict = add_dict(doc, "Font");
    HPDF_Dict info = HPDF_Dict_New(doc->mmgr);
    HPDF_Array list = add_array(dict, "W");
    HPDF_Array widths = HPDF_Array_New(doc->mmgr);

    HPDF_Dict_AddName(dict, "Subtype",
                      face->cff ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(dict, "BaseFont", face->name);
    HPDF_Dict_Add(dict, "CIDSystemInfo", info);
    HPDF_Dict_Add(info, "Registry", HPDF_String_New(doc->mmgr, "Adobe", NULL));
    HPDF_Dict_Add(info, "Ordering",
                  HPDF_String_New(doc->mmgr, "Identity", NULL));
    HPDF_Dict_AddNumber(info, "Supplement", 0);
    if (!face->cff)
        HPDF_Dict_AddName(dict, "CIDToGIDMap", "Identity");
    HPDF_Array_AddNumber(list, 0);
    HPDF_Array_Add(list, widths);
    for (size_t i = 0; i < face->count; i++)
        HPDF_Array_AddNumber(widths, face->widths[i]);
    HPDF_Dict_Add(dict, "FontDescriptor", add_descriptor(doc, face));
    return dict;
}

static void add_face(HPDF_Doc doc, struct face *face)
{
    face->dict = add_dict(doc, "Font");
    HPDF_Dict_AddName(face->dict, "Subtype", "Type0");
    HPDF_Dict_AddName(face->dict, "BaseFont", face->name);
    HPDF_Dict_AddName(face->dict, "Encoding", "Identity-H");
    HPDF_Array_Add(add_array(face->dict, "DescendantFonts"),
                   add_descendant(doc, face));
    HPDF_Dict_Add(face->dict, "ToUnicode", add_stream(doc, face->cmap));
}

static void set_colour(HPDF_Page page, unsigned colour)
{
    HPDF_RGBColor now = HPDF_Page_GetRGBFill(page);
    float red = (float)(colour >> 16 & 255) / 255;
    float green = (float)(colour >> 8 & 255) / 255;
    float blue = (float)(colour & 255) / 255;

    if (now.r < red || now.r > red || now.g < green || now.g > green ||
        now.b < blue || now.b > blue)
        HPDF_Page_SetRGBFill(page, red, green, blue);
}

// A number on either side of 0 moves the pen and ends the string.
static void show(HPDF_Stream stream, const struct thing *thing)
{
    HPDF_Stream_WriteStr(stream, "[<");
    for (size_t i = 0; i < thing->count; i++) {
        const struct shown *glyph = &thing->glyphs[i];
        HPDF_BYTE code[] = {(HPDF_BYTE)(glyph->code >> 8),
                            (HPDF_BYTE)glyph->code};

        if (glyph->back < 0 || glyph->back > 0) {
            HPDF_Stream_WriteStr(stream, ">");
            HPDF_Stream_WriteReal(stream, glyph->back);
            HPDF_Stream_WriteStr(stream, "<");
        }
        HPDF_Stream_WriteBinary(stream, code, sizeof code, NULL);
    }
    HPDF_Stream_WriteStr(stream, ">] TJ\n");
}

static void draw_text(HPDF_Page page, const struct face *face,
                      const struct thing *thing)
{
    HPDF_PageAttr attr = page->attr;
    const char *name = HPDF_Page_GetLocalFontName(page, face->dict);

    set_colour(page, thing->colour);
    HPDF_Page_BeginText(page);
    HPDF_Stream_WriteEscapeName(attr->stream, name);
    HPDF_Stream_WriteStr(attr->stream, " ");
    HPDF_Stream_WriteReal(attr->stream, thing->size);
    HPDF_Stream_WriteStr(attr->stream, " Tf\n");
    HPDF_Page_SetTextMatrix(page, (float)(1000 + thing->expansion) / 1000, 0, 0,
                            1, thing->x, thing->y);
    show(attr->stream, thing);
    HPDF_Page_EndText(page);
}

static void draw_path(HPDF_Page page, const struct thing *thing)
{
    set_colour(page, thing->colour);
    for (size_t i = 0; i < thing->count; i++) {
        const float *p = thing->segments[i].points;

        switch (thing->segments[i].op) {
        case 0:
            HPDF_Page_MoveTo(page, p[0], p[1]);
            break;
        case 1:
            HPDF_Page_LineTo(page, p[0], p[1]);
            break;
        case 2:
            HPDF_Page_CurveTo(page, p[0], p[1], p[2], p[3], p[4], p[5]);
            break;
        default:
            HPDF_Page_ClosePath(page);
        }
    }
    HPDF_Page_Fill(page);
}

static void draw_link(HPDF_Page page, const struct thing *thing)
{
    HPDF_Rect box = {thing->x, thing->y, thing->x + thing->width,
                     thing->y + thing->height};

    HPDF_LinkAnnot_SetBorderStyle(
        HPDF_Page_CreateURILinkAnnot(page, box, thing->url), 0, 0, 0);
}

static void draw_thing(HPDF_Page page, const struct recording *recording,
                       const struct thing *thing)
{
    switch (thing->kind) {
    case TEXT:
        draw_text(page, &recording->faces[thing->face], thing);
        break;
    case RULE:
        set_colour(page, thing->colour);
        HPDF_Page_Rectangle(page, thing->x, thing->y, thing->width,
                            thing->height);
        HPDF_Page_Fill(page);
        break;
    case PATH:
        draw_path(page, thing);
        break;
    case LINK:
        draw_link(page, thing);
        break;
    }
}

static HPDF_Doc draw(struct recording *recording)
{
    HPDF_Doc doc = HPDF_New(NULL, NULL);

    if (!doc)
        die("libharu does not start");
    HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
    for (size_t i = 0; i < recording->face_count; i++)
        add_face(doc, &recording->faces[i]);
    for (size_t i = 0; i < recording->sheet_count; i++) {
        const struct sheet *sheet = &recording->sheets[i];
        HPDF_Page page = HPDF_AddPage(doc);

        HPDF_Page_SetWidth(page, sheet->width);
        HPDF_Page_SetHeight(page, sheet->height);
        for (size_t k = 0; k < sheet->count; k++)
            draw_thing(page, recording, &sheet->things[k]);
    }
    if (HPDF_SaveToStream(doc) != HPDF_OK || HPDF_GetError(doc) != HPDF_OK)
        die("libharu failed");
    return doc;
}

static void write_out(HPDF_Doc doc, const char *path)
{
    HPDF_UINT32 size = HPDF_GetStreamSize(doc);
    HPDF_BYTE *bytes = array(size, 1);
    FILE *file = fopen(path, "wb");

    HPDF_ResetStream(doc);
    if (!file || HPDF_ReadFromStream(doc, bytes, &size) != HPDF_OK ||
        fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        die("cannot write the PDF");
    free(bytes);
}

static double now(clockid_t clock)
{
    struct timespec time;

    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    struct recording recording = {0};
    int rounds = argc == 4 ? atoi(argv[3]) : 0;
    double begin;
    double busy;

    if (rounds <= 0)
        die("usage: bench_floor FOLDER OUT.pdf ROUNDS");
    recording_read(&recording, argv[1]);
    begin = now(CLOCK_MONOTONIC);
    busy = now(CLOCK_PROCESS_CPUTIME_ID);
    for (int i = 0; i < rounds; i++) {
        HPDF_Doc doc = draw(&recording);

        if (i + 1 == rounds) {
            printf("documents %d seconds %.6f cpu %.6f\n", rounds,
                   now(CLOCK_MONOTONIC) - begin,
                   now(CLOCK_PROCESS_CPUTIME_ID) - busy);
            write_out(doc, argv[2]);
        }
        HPDF_Free(doc);
    }
    recording_free(&recording);
    return EXIT_SUCCESS;
}
