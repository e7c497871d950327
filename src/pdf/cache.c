// SPDX-License-Identifier: MIT
// Subsets by face and glyphs, and the compressor, which is costly to make.
// Memory is bounded: a cache that is full is emptied before the next document.
#include "pdf/cache.h"

#include "pdf/srgb.h"
#include "pdf/writer.h"

#include <libdeflate.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Some hundred subsets.
#define CACHE_MAX ((size_t)8 * 1024 * 1024)

// libdeflate's default: above it files hardly get smaller.
#define LEVEL 6

struct cached_font {
    const struct font *font;
    const uint32_t *ids;
    size_t count;
    uint64_t hash;
    struct subset subset;
    struct str packed;
    struct str tag;
};
VEC_DECLARE(cached_fonts, struct cached_font);

struct pdf_cache {
    struct arena *arena;
    struct libdeflate_compressor *compressor;
    struct cached_fonts fonts;
    struct str srgb;
};

static _Noreturn void die(void)
{
    fputs("vita: out of memory\n", stderr);
    exit(3);
}

struct pdf_cache *pdf_cache_new(void)
{
    struct pdf_cache *cache = calloc(1, sizeof *cache);

    if (!cache)
        die();
    cache->arena = arena_new();
    cache->compressor = libdeflate_alloc_compressor(LEVEL);
    if (!cache->compressor)
        die();
    return cache;
}

void pdf_cache_free(struct pdf_cache *cache)
{
    if (!cache)
        return;
    libdeflate_free_compressor(cache->compressor);
    arena_free(cache->arena);
    free(cache);
}

void pdf_cache_clear(struct pdf_cache *cache)
{
    arena_free(cache->arena);
    cache->arena = arena_new();
    cache->fonts = (struct cached_fonts){0};
    cache->srgb = (struct str){NULL, 0};
}

void pdf_cache_settle(struct pdf_cache *cache)
{
    if (arena_size(cache->arena) > CACHE_MAX)
        pdf_cache_clear(cache);
}

struct str pdf_cache_deflate(struct pdf_cache *cache, struct arena *arena,
                             struct str text)
{
    size_t bound = libdeflate_zlib_compress_bound(cache->compressor, text.len);
    char *packed = arena_alloc(arena, bound);
    size_t size = libdeflate_zlib_compress(cache->compressor, text.ptr,
                                           text.len, packed, bound);

    return (struct str){packed, size};
}

struct str pdf_cache_srgb(struct pdf_cache *cache)
{
    struct str profile = {(const char *)srgb_profile, srgb_profile_size};

    if (!cache->srgb.ptr)
        cache->srgb = pdf_cache_deflate(cache, cache->arena, profile);
    return cache->srgb;
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

static bool add(struct pdf_cache *cache, struct cached_font *key)
{
    struct arena *arena = cache->arena;
    struct str ids = {(const char *)key->ids, key->count * sizeof *key->ids};
    struct arena_mark mark = arena_mark(arena);

    key->ids = arena_alloc(arena, ids.len + 1);
    memcpy((void *)(uintptr_t)key->ids, ids.ptr, ids.len);
    if (!subset_font(arena, key->font, key->ids, key->count, &key->subset)) {
        arena_rewind(arena, mark);
        return false;
    }
    key->packed = pdf_cache_deflate(cache, arena, key->subset.data);
    key->tag = tag_of(arena, key->subset.data);
    vec_push(arena, &cache->fonts, *key);
    return true;
}

bool pdf_cache_font(struct pdf_cache *cache, struct pdf_font *font,
                    const uint32_t *ids, size_t count)
{
    struct cached_font key = {.font = font->font, .ids = ids, .count = count};
    const struct cached_font *cached;

    key.hash = str_hash((struct str){(const char *)ids, count * sizeof *ids});
    cached = lookup(cache, &key);
    if (!cached) {
        if (!add(cache, &key))
            return false;
        cached = &key;
    }
    font->subset = cached->subset;
    font->packed = cached->packed;
    font->tag = cached->tag;
    return true;
}
