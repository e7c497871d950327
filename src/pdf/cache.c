// SPDX-License-Identifier: MIT
// Subsets by face and glyphs, other packed texts by what they are made from,
// and the compressor, which is costly to make.
// Memory is bounded: a cache that is full is emptied before the next document.
#include "pdf/cache.h"

#include "pdf/srgb.h"
#include "pdf/writer.h"

#include <libdeflate.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Some hundred subsets.
#define CACHE_MAX ((size_t)2 * 1024 * 1024)

// libdeflate's first level. At the sixth files are 4 percent smaller, and
// packing would take a third of the time of a batch.
#define LEVEL 1

// A font has at most this many glyphs.
#define GLYPHS_MAX 65536
// Old readers take arrays of 8191 elements at most.
#define WIDTHS_MAX 4096

struct cached_font {
    const struct font *font;
    const uint32_t *ids;
    size_t count;
    uint64_t hash;
    struct packed_subset *made;
};
VEC_DECLARE(cached_fonts, struct cached_font);

struct cached_text {
    struct str key;
    uint64_t hash;
    struct str packed;
};
VEC_DECLARE(cached_texts, struct cached_text);

struct pdf_cache {
    struct arena *arena;
    struct libdeflate_compressor *compressor;
    char *room; // to pack in, where the size is not yet known
    size_t room_size;
    struct cached_fonts fonts;
    struct cached_texts texts;
    struct str srgb;
};

struct pdf_cache *pdf_cache_new(void)
{
    struct pdf_cache *cache = calloc(1, sizeof *cache);

    if (!cache)
        arena_exhausted();
    cache->arena = arena_new();
    cache->compressor = libdeflate_alloc_compressor(LEVEL);
    if (!cache->compressor)
        arena_exhausted();
    return cache;
}

void pdf_cache_free(struct pdf_cache *cache)
{
    if (!cache)
        return;
    libdeflate_free_compressor(cache->compressor);
    free(cache->room);
    arena_free(cache->arena);
    free(cache);
}

void pdf_cache_clear(struct pdf_cache *cache)
{
    arena_clear(cache->arena, CACHE_MAX);
    cache->fonts = (struct cached_fonts){0};
    cache->texts = (struct cached_texts){0};
    cache->srgb = (struct str){NULL, 0};
    free(cache->room);
    cache->room = NULL;
    cache->room_size = 0;
}

void pdf_cache_settle(struct pdf_cache *cache)
{
    if (arena_size(cache->arena) > CACHE_MAX)
        pdf_cache_clear(cache);
}

static void make_room(struct pdf_cache *cache, size_t size)
{
    if (size <= cache->room_size)
        return;
    free(cache->room);
    cache->room = malloc(size);
    if (!cache->room)
        arena_exhausted();
    cache->room_size = size;
}

struct str pdf_cache_deflate(struct pdf_cache *cache, struct arena *arena,
                             struct str text)
{
    size_t bound = libdeflate_zlib_compress_bound(cache->compressor, text.len);
    struct str packed;

    make_room(cache, bound);
    packed.ptr = cache->room;
    packed.len = libdeflate_zlib_compress(cache->compressor, text.ptr, text.len,
                                          cache->room, bound);
    return str_copy(arena, packed);
}

uint64_t pdf_cache_checksum(struct str data)
{
    return (uint64_t)libdeflate_crc32(0, data.ptr, data.len) << 32 |
           libdeflate_adler32(1, data.ptr, data.len);
}

static struct str keep(struct pdf_cache *cache, struct str text)
{
    return pdf_cache_deflate(cache, cache->arena, text);
}

struct str pdf_cache_srgb(struct pdf_cache *cache)
{
    struct str profile = {(const char *)srgb_profile, srgb_profile_size};

    if (!cache->srgb.ptr)
        cache->srgb = keep(cache, profile);
    return cache->srgb;
}

bool pdf_cache_find(const struct pdf_cache *cache, struct str key,
                    struct str *packed)
{
    uint64_t hash = str_hash(key);

    for (size_t i = 0; i < cache->texts.len; i++)
        if (cache->texts.ptr[i].hash == hash &&
            str_eq(cache->texts.ptr[i].key, key)) {
            *packed = cache->texts.ptr[i].packed;
            return true;
        }
    return false;
}

struct str pdf_cache_add(struct pdf_cache *cache, struct str key,
                         struct str text)
{
    struct arena *arena = cache->arena;
    struct cached_text added = {
        .key = str_copy(arena, key),
        .hash = str_hash(key),
        .packed = keep(cache, text),
    };

    vec_push(arena, &cache->texts, added);
    return added.packed;
}

static struct str tag_of(struct arena *arena, struct str data)
{
    uint64_t hash = str_hash(data);
    char tag[6];

    for (size_t i = 0; i < sizeof tag; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return str_copy(arena, (struct str){tag, sizeof tag});
}

static const struct cached_font *lookup(const struct pdf_cache *cache,
                                        const struct cached_font *key)
{
    for (size_t i = 0; i < cache->fonts.len; i++) {
        const struct cached_font *cached = &cache->fonts.ptr[i];

        if (cached->hash == key->hash && cached->font == key->font &&
            cached->count == key->count &&
            memcmp(cached->ids, key->ids, key->count * sizeof *key->ids) == 0)
            return cached;
    }
    return NULL;
}

// Codes are the subset's glyph ids, or its CIDs if it is CID-keyed.
static void number_glyphs(struct arena *arena, const struct font *font,
                          struct packed_subset *made)
{
    const struct subset *subset = &made->subset;
    size_t count = subset->glyph_count;

    made->codes = arena_array_of(arena, count, uint16_t);
    made->widths = arena_array_of(arena, count, int);
    for (size_t i = 0; i < count; i++) {
        made->codes[i] = (uint16_t)(subset->cids ? subset->cids[i] : i);
        if (made->codes[i] >= made->code_count)
            made->code_count = (size_t)made->codes[i] + 1;
        made->widths[i] = font_thousandths(font, subset->advances[i]);
    }
}

static bool is_monospaced(const struct packed_subset *made)
{
    for (size_t i = 1; i < made->subset.glyph_count; i++)
        if (made->widths[i] != made->widths[0])
            return false;
    return true;
}

// /W as "first code [widths]" for runs of neighbouring codes.
static struct str widths_entry(struct arena *arena,
                               const struct packed_subset *made)
{
    struct buf buf = {.arena = arena};
    size_t run = 0; // its length

    if (is_monospaced(made)) {
        buf_addf(&buf, "/DW %d", made->widths[0]);
        return buf_str(&buf);
    }
    buf_add(&buf, STR("/W["));
    for (size_t i = 0; i < made->subset.glyph_count; i++, run++) {
        if (i == 0 || made->codes[i] != made->codes[i - 1] + 1 ||
            run == WIDTHS_MAX) {
            buf_addf(&buf, "%s%d[", i > 0 ? "]" : "", made->codes[i]);
            run = 0;
        }
        buf_addf(&buf, "%s%d", run > 0 ? " " : "", made->widths[i]);
    }
    buf_add(&buf, STR("]]"));
    return buf_str(&buf);
}

static bool add(struct pdf_cache *cache, struct cached_font *key)
{
    struct arena *arena = cache->arena;
    struct str ids = {(const char *)key->ids, key->count * sizeof *key->ids};
    struct arena_mark mark = arena_mark(arena);
    struct packed_subset *made = arena_new_of(arena, struct packed_subset);

    key->made = made;
    key->ids = arena_alloc(arena, ids.len + 1);
    memcpy((void *)(uintptr_t)key->ids, ids.ptr, ids.len);
    if (!subset_font(arena, key->font, key->ids, key->count, &made->subset) ||
        made->subset.glyph_count > GLYPHS_MAX) {
        arena_rewind(arena, mark);
        return false;
    }
    made->packed = keep(cache, made->subset.data);
    made->tag = tag_of(arena, made->subset.data);
    number_glyphs(arena, key->font, made);
    made->widths_entry = widths_entry(arena, made);
    vec_push(arena, &cache->fonts, *key);
    return true;
}

const struct packed_subset *pdf_cache_subset(struct pdf_cache *cache,
                                             const struct font *font,
                                             const uint32_t *ids, size_t count)
{
    struct cached_font key = {.font = font, .ids = ids, .count = count};
    const struct cached_font *cached;

    key.hash = str_hash((struct str){(const char *)ids, count * sizeof *ids});
    cached = lookup(cache, &key);
    if (cached)
        return cached->made;
    return add(cache, &key) ? key.made : NULL;
}
