// SPDX-License-Identifier: MIT
// What the files of src/pdf share: the document being written, its fonts and
// images, and thin helpers on libharu's object layer. libharu keeps the first
// error in the document, so the helpers accept the NULL of a failed call and
// a stage asks writer_ok() once, at its end.
#ifndef VITA_PDF_WRITER_H
#define VITA_PDF_WRITER_H

#include "layout/tags.h"
#include "pdf/cache.h"
#include "pdf/pdf.h"
#include "pdf/stream.h"

#include <hpdf.h>

// Strings in bytes, as PDF/A has it (ISO 19005-2, 6.1.13), and positions in
// points, as libharu 2.3 has it.
#define STRING_MAX 32767
#define POSITION_MAX PT(32767)
// Old readers take arrays of 32767 entries, of which a name takes two.
#define NAMES_MAX 16000

// One /ToUnicode map of a face. A glyph that stands for different texts, as
// the 2 of "2" and of "x²", is in several: each is a font of its own to
// readers, and all share what is embedded. The first map is the face's own;
// each of the others, a few entries, serves all faces.
struct font_reading {
    struct str *texts; // code -> characters; NULL if the face has no use for it
    HPDF_Dict dict;    // the Type0 font
};
// More are hardly ever needed; what is left gets /ActualText.
#define READINGS_MAX 8

// One face, embedded as a subset.
struct pdf_font {
    const struct font *font;
    const struct packed_subset *subset;
    uint16_t *new_ids;  // glyph id in the font -> in the subset
    size_t glyph_count; // of the font
    size_t id_count;    // of new_ids that are used
    // Subset's glyph id -> the one ASCII character that it is in the first
    // reading, else 0: what most glyphs are is found without a search.
    char *ascii;
    struct font_reading readings[READINGS_MAX];
};
VEC_DECLARE(pdf_font_list, struct pdf_font);

struct pdf_image {
    const struct image *image;
    HPDF_Dict dict; // the image XObject
};
VEC_DECLARE(pdf_image_list, struct pdf_image);

VEC_DECLARE(mark_list, size_t);

// A link's annotation.
struct page_link {
    size_t object; // 0: the link leads nowhere
    size_t key;    // in the parent tree, if there is one
};

struct writer {
    struct arena *arena;
    const struct pages *pages;
    const struct pdf_options *options;
    HPDF_Doc doc;
    HPDF_Page *page_dicts; // by page index
    struct tags tags;
    size_t *first_runs; // of the tags, by page; one more at the end
    // Marked contents with a number, which counts from 0 on each page: the
    // run that each belongs to, and the first of each run and page.
    struct mark_list marks;
    size_t *run_marks;          // one more at the end
    size_t *page_marks;         // likewise
    struct page_link **links;   // by page and link
    struct anchor_list anchors; // by name, each once
    struct pdf_font_list fonts;
    size_t code_count;                  // of the fonts, at most
    struct str *readings[READINGS_MAX]; // the maps that fonts share, from 1
    struct pdf_image_list images;
    struct object_part_list parts; // by the objects' numbers
    struct buf texts;              // of objects
    size_t text_begin;             // in texts, of the object being written
    struct pdf_cache *cache;
    struct str *error; // set by the first failure only
};

// Records the reason unless there is one already; returns false.
bool writer_fail(struct writer *writer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// Returns whether libharu is without error; if not, says what was written.
bool writer_ok(struct writer *writer, const char *what)
    __attribute__((warn_unused_result));

// Returns the number of an object of the document.
size_t object_number(const void *object);

// Objects with a number, owned by the document; NULL on failure.
HPDF_Dict writer_dict(struct writer *writer);

// Entries of a dictionary. Nothing happens if dict or the value is NULL.
void dict_name(HPDF_Dict dict, const char *key, const char *name);
void dict_int(HPDF_Dict dict, const char *key, int64_t value);
void dict_object(HPDF_Dict dict, const char *key, void *object);
// A text string: ASCII as it is, anything else as UTF-16.
void dict_text(struct writer *writer, HPDF_Dict dict, const char *key,
               struct str text);
// New direct containers, owned by dict.
HPDF_Dict dict_dict(HPDF_Dict dict, const char *key);
HPDF_Array dict_array(HPDF_Dict dict, const char *key);

void array_int(HPDF_Array array, int64_t value);
void array_pt(HPDF_Array array, sp length);
void array_name(HPDF_Array array, const char *name);
void array_object(HPDF_Array array, void *object);
void array_text(struct writer *writer, HPDF_Array array, struct str text);

// Appends a text string to an object's text, as dict_text() has it.
void buf_add_text(struct writer *writer, struct buf *buf, struct str text);

// Returns the catalog's /Names, which holds the document's name trees.
HPDF_Dict writer_names(struct writer *writer);

// Converts font units to thousandths of the em.
int font_thousandths(const struct font *font, int units);

// Converts to points for the few places where libharu takes a real.
HPDF_REAL real_from_sp(sp length);

// Appends a 16-bit code as four hexadecimal digits.
void buf_add_hex4(struct buf *buf, unsigned value);
// Appends the characters as hexadecimal UTF-16BE, without byte order mark.
void buf_add_utf16_hex(struct buf *buf, struct str text);
// Appends a number of thousandths without needless zeros: "12.5".
void buf_add_thousandths(struct buf *buf, int64_t value);
// Appends a length in points with a thousandth's precision.
void buf_add_number(struct buf *buf, sp length);

// font.c
bool writer_add_fonts(struct writer *writer)
    __attribute__((warn_unused_result));
// Returns the embedded face; all faces of the pages are there.
struct pdf_font *writer_font(const struct writer *writer,
                             const struct font *font);

// image.c
bool writer_add_images(struct writer *writer)
    __attribute__((warn_unused_result));
HPDF_Dict writer_image(const struct writer *writer, const struct image *image);
// Appends the six numbers that put the image upright into the item's place.
void image_add_matrix(struct buf *buf, const struct item *item, sp page_height);

// content.c
bool writer_add_pages(struct writer *writer)
    __attribute__((warn_unused_result));

// links.c
bool writer_add_links(struct writer *writer)
    __attribute__((warn_unused_result));

// navigate.c
bool writer_add_destinations(struct writer *writer)
    __attribute__((warn_unused_result));
bool writer_add_page_labels(struct writer *writer)
    __attribute__((warn_unused_result));
bool writer_add_outline(struct writer *writer)
    __attribute__((warn_unused_result));

// structure.c
bool writer_has_structure(const struct writer *writer);
bool writer_add_structure(struct writer *writer)
    __attribute__((warn_unused_result));

// file.c: the document's bytes, in the arena.
bool writer_save(struct writer *writer, struct str *pdf)
    __attribute__((warn_unused_result));

// metadata.c
bool writer_add_metadata(struct writer *writer)
    __attribute__((warn_unused_result));
// Returns the document's date as PDF writes it, empty if it has none.
struct str writer_date(const struct writer *writer);

// attach.c
bool writer_add_source(struct writer *writer)
    __attribute__((warn_unused_result));

// security.c
bool writer_is_encrypted(const struct writer *writer);
// Returns the encryption dictionary, an object of the document, with the keys
// that follow from the file's identifier; NULL on failure.
HPDF_EncryptDict writer_encryption(struct writer *writer,
                                   const unsigned char id[HPDF_ID_LEN]);

#endif
