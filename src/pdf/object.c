// SPDX-License-Identifier: MIT
// Helpers on libharu's object layer: errors, dictionaries, text strings and
// numbers. A new object is attached to its owner at once, so that the
// document frees it whatever fails later.
#include "pdf/writer.h"

#include "base/utf8.h"

#include <limits.h>

bool writer_fail(struct writer *writer, const char *format, ...)
{
    va_list args;

    if (writer->error->ptr)
        return false;
    va_start(args, format);
    *writer->error = str_vformat(writer->arena, format, args);
    va_end(args);
    return false;
}

static const char *error_meaning(HPDF_STATUS status)
{
    switch (status) {
    case HPDF_ARRAY_COUNT_ERR:
        return "more than 32767 parts";
    case HPDF_DICT_COUNT_ERR:
        return "more than 4095 entries";
    default:
        return "libharu failed";
    }
}

bool writer_ok(struct writer *writer, const char *what)
{
    HPDF_STATUS status = HPDF_GetError(writer->doc);

    if (status == HPDF_OK)
        return !writer->error->ptr;
    return writer_fail(writer, "cannot write the %s: %s (libharu 0x%04lX)",
                       what, error_meaning(status), status);
}

size_t object_number(const void *object)
{
    // The upper bits are libharu's own.
    return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF;
}

HPDF_Dict writer_dict(struct writer *writer)
{
    HPDF_Dict dict = HPDF_Dict_New(writer->doc->mmgr);

    // HPDF_Xref_Add() frees the object when it fails.
    if (!dict || HPDF_Xref_Add(writer->doc->xref, dict) != HPDF_OK)
        return NULL;
    return dict;
}

void dict_name(HPDF_Dict dict, const char *key, const char *name)
{
    if (dict)
        HPDF_Dict_AddName(dict, key, name);
}

void dict_int(HPDF_Dict dict, const char *key, int64_t value)
{
    if (dict)
        HPDF_Dict_AddNumber(dict, key, (HPDF_INT32)value);
}

void dict_object(HPDF_Dict dict, const char *key, void *object)
{
    if (dict && object)
        HPDF_Dict_Add(dict, key, object);
}

static bool is_plain_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < 0x20 || text.ptr[i] > 0x7e)
            return false;
    return true;
}

static size_t utf16_encode(uint32_t rune, uint16_t units[2])
{
    if (rune < 0x10000) {
        units[0] = (uint16_t)rune;
        return 1;
    }
    rune -= 0x10000;
    units[0] = (uint16_t)(0xD800 + (rune >> 10));
    units[1] = (uint16_t)(0xDC00 + (rune & 0x3FF));
    return 2;
}

static void fail_long_text(struct writer *writer)
{
    writer_fail(writer, "a text is longer than %d bytes", STRING_MAX);
}

// ptr is NULL if it is too long.
static struct str utf16_bytes(struct writer *writer, struct str text)
{
    struct buf buf = {.arena = writer->arena};

    buf_add(&buf, STR("\xFE\xFF"));
    for (size_t offset = 0; offset < text.len;) {
        uint16_t units[2];
        size_t count = utf16_encode(utf8_next(text, &offset), units);

        for (size_t i = 0; i < count; i++) {
            buf_add_char(&buf, (char)(units[i] >> 8));
            buf_add_char(&buf, (char)(units[i] & 0xFF));
        }
    }
    if (buf.len > STRING_MAX) {
        fail_long_text(writer);
        return (struct str){NULL, 0};
    }
    return buf_str(&buf);
}

static HPDF_Binary utf16_string(struct writer *writer, struct str text)
{
    struct str bytes = utf16_bytes(writer, text);

    if (!bytes.ptr)
        return NULL;
    return HPDF_Binary_New(writer->doc->mmgr, (HPDF_BYTE *)(uintptr_t)bytes.ptr,
                           (HPDF_UINT)bytes.len);
}

void buf_add_text(struct writer *writer, struct buf *buf, struct str text)
{
    if (text.len > STRING_MAX) {
        fail_long_text(writer);
        return;
    }
    buf_add_bytes(buf, is_plain_ascii(text) ? text : utf16_bytes(writer, text));
}

// NULL if it is too long.
static void *text_string(struct writer *writer, struct str text)
{
    if (text.len > STRING_MAX) {
        fail_long_text(writer);
        return NULL;
    }
    if (!is_plain_ascii(text))
        return utf16_string(writer, text);
    return HPDF_String_New(writer->doc->mmgr, str_to_cstr(writer->arena, text),
                           NULL);
}

void dict_text(struct writer *writer, HPDF_Dict dict, const char *key,
               struct str text)
{
    if (dict)
        dict_object(dict, key, text_string(writer, text));
}

HPDF_Dict dict_dict(HPDF_Dict dict, const char *key)
{
    HPDF_Dict child = dict ? HPDF_Dict_New(dict->mmgr) : NULL;

    // HPDF_Dict_Add() frees the object when it fails.
    if (!child || HPDF_Dict_Add(dict, key, child) != HPDF_OK)
        return NULL;
    return child;
}

HPDF_Array dict_array(HPDF_Dict dict, const char *key)
{
    HPDF_Array child = dict ? HPDF_Array_New(dict->mmgr) : NULL;

    if (!child || HPDF_Dict_Add(dict, key, child) != HPDF_OK)
        return NULL;
    return child;
}

void array_int(HPDF_Array array, int64_t value)
{
    if (array)
        HPDF_Array_AddNumber(array, (HPDF_INT32)value);
}

void array_pt(HPDF_Array array, sp length)
{
    if (array)
        HPDF_Array_AddReal(array, real_from_sp(length));
}

void array_name(HPDF_Array array, const char *name)
{
    if (array)
        HPDF_Array_AddName(array, name);
}

void array_object(HPDF_Array array, void *object)
{
    if (array && object)
        HPDF_Array_Add(array, object);
}

void array_text(struct writer *writer, HPDF_Array array, struct str text)
{
    if (array)
        array_object(array, text_string(writer, text));
}

HPDF_Dict writer_names(struct writer *writer)
{
    HPDF_Dict catalog = writer->doc->catalog;
    HPDF_Dict names = HPDF_Dict_GetItem(catalog, "Names", HPDF_OCLASS_DICT);

    return names ? names : dict_dict(catalog, "Names");
}

HPDF_REAL real_from_sp(sp length)
{
    // Rounded to a thousandth first: 595.276 and not 595.27557.
    return (HPDF_REAL)sp_mul_div(length, 1000, SP_PER_PT) / 1000;
}

int font_thousandths(const struct font *font, int units)
{
    return (int)sp_mul_div(units, 1000, font_metrics(font)->units_per_em);
}

void buf_add_hex4(struct buf *buf, unsigned value)
{
    static const char digits[] = "0123456789ABCDEF";
    const char hex[] = {digits[value >> 12 & 0xF], digits[value >> 8 & 0xF],
                        digits[value >> 4 & 0xF], digits[value & 0xF]};

    buf_add(buf, (struct str){hex, sizeof hex});
}

void buf_add_utf16_hex(struct buf *buf, struct str text)
{
    for (size_t offset = 0; offset < text.len;) {
        uint16_t units[2];
        size_t count = utf16_encode(utf8_next(text, &offset), units);

        for (size_t i = 0; i < count; i++)
            buf_add_hex4(buf, units[i]);
    }
}

void buf_add_thousandths(struct buf *buf, int64_t value)
{
    char text[24]; // -9223372036854775.808
    size_t at = sizeof text;
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t whole = size / 1000;
    unsigned fraction = (unsigned)(size % 1000);
    bool shown = false; // of the fraction, from its end

    for (int i = 0; i < 3; i++, fraction /= 10) {
        shown = shown || fraction % 10 > 0;
        if (shown)
            text[--at] = (char)('0' + fraction % 10);
    }
    if (shown)
        text[--at] = '.';
    do {
        text[--at] = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole > 0);
    if (value < 0)
        text[--at] = '-';
    buf_add(buf, (struct str){text + at, sizeof text - at});
}

void buf_add_number(struct buf *buf, sp length)
{
    int64_t thousandths;

    // The same without a division of 128 bits, for what pages have.
    if (length >= 0 && length <= POSITION_MAX)
        thousandths = (length * 1000 + SP_PER_PT / 2) / SP_PER_PT;
    else
        thousandths = sp_mul_div(length, 1000, SP_PER_PT);
    buf_add_thousandths(buf, thousandths);
}
