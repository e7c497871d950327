// SPDX-License-Identifier: MIT
// A paragraph is kept when it comes for the second time, for most of the CVs
// of different people never do. Elements of the structure have other numbers
// in each document: what is kept has numbers of spans instead.
#include "layout/paragraph_cache.h"

#include "base/str_map.h"
#include "layout/context.h"

#include <stdlib.h>

// The paragraphs of some CVs.
#define CACHE_MAX ((size_t)2 * 1024 * 1024)
// Of keys met once only this many hashes are remembered.
#define MET_SLOTS 4096
// Texts with more marks than that are rare.
#define SPANS_MAX 64
// Words with style, of most paragraphs.
#define KEY_SIZE 1024

struct paragraph_cache {
    struct arena *arena;
    struct str_map paragraphs; // struct rows
    struct str_map scopes;     // size_t
    size_t scope_count;
    uint64_t met[MET_SLOTS];
};

struct paragraph_cache *paragraph_cache_new(void)
{
    struct paragraph_cache *cache = calloc(1, sizeof *cache);

    if (!cache)
        arena_exhausted();
    cache->arena = arena_new();
    return cache;
}

void paragraph_cache_free(struct paragraph_cache *cache)
{
    if (!cache)
        return;
    arena_free(cache->arena);
    free(cache);
}

void paragraph_cache_clear(struct paragraph_cache *cache)
{
    arena_clear(cache->arena, CACHE_MAX);
    *cache = (struct paragraph_cache){.arena = cache->arena};
}

void paragraph_cache_settle(struct paragraph_cache *cache)
{
    if (arena_size(cache->arena) > CACHE_MAX)
        paragraph_cache_clear(cache);
}

static void add_raw(struct buf *buf, const void *data, size_t size)
{
    buf_add(buf, (struct str){data, size});
}

static void add_text(struct buf *buf, struct str text)
{
    add_raw(buf, &text.len, sizeof text.len);
    buf_add(buf, text);
}

static void add_texts(struct buf *buf, const struct text_list *texts)
{
    add_raw(buf, &texts->len, sizeof texts->len);
    for (size_t i = 0; i < texts->len; i++)
        add_text(buf, texts->ptr[i].str);
}

size_t paragraph_cache_scope(struct paragraph_cache *cache,
                             const struct layout_context *context)
{
    struct buf key = {.arena = context->scratch};
    const void *owners[] = {context->fonts, context->language};
    size_t *scope;

    add_raw(&key, owners, sizeof owners);
    buf_add_char(&key, (char)context->rtl);
    add_texts(&key, &context->exceptions);
    add_texts(&key, &context->months);
    scope = str_map_lookup(&cache->scopes, buf_str(&key));
    if (!scope) {
        scope = arena_new_of(cache->arena, size_t);
        *scope = ++cache->scope_count;
        str_map_add(cache->arena, &cache->scopes,
                    str_copy(cache->arena, buf_str(&key)), scope);
    }
    return *scope;
}

// A style without its family. Members are in an order that leaves no holes
// between them, for what is in those is not known.
struct style_key {
    int64_t size;
    uint64_t family_length;
    int32_t weight;
    int32_t capitals_tracking;
    int32_t small_caps_tracking;
    uint32_t colour;
    uint8_t flags[8];
    uint8_t more[8];
};

static void add_style(struct buf *buf, const struct text_style *style)
{
    struct style_key key = {
        .size = style->size,
        .family_length = style->family.len,
        .weight = style->weight,
        .capitals_tracking = style->capitals_tracking,
        .small_caps_tracking = style->small_caps_tracking,
        .colour = style->colour,
        .flags = {style->italic, style->small_caps, style->small_caps_marked,
                  style->code, style->fractions, style->underline,
                  style->strike, style->script},
        .more = {style->figures, style->figure_width},
    };

    add_raw(buf, &key, sizeof key);
    buf_add(buf, style->family);
}

struct span_key {
    int64_t width;
    int64_t raise;
    uint64_t lengths[6]; // of the texts
    uint32_t kind;
    uint32_t like; // number of the first span with this element
    uint64_t logo;
};

static void add_span(struct buf *buf, const struct span *span, uint32_t like)
{
    const struct str *texts[] = {&span->text, &span->label,  &span->reading,
                                 &span->url,  &span->target, &span->language};
    struct span_key key = {
        .width = span->width,
        .raise = span->raise,
        .kind = span->kind,
        .like = like,
        .logo = span->logo,
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        key.lengths[i] = texts[i]->len;
    add_raw(buf, &key, sizeof key);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        buf_add(buf, *texts[i]);
    add_style(buf, &span->style);
}

// Returns the number, from 1, of the first span with that element; 0 for no
// element. What a line has belongs to an element of one of its spans.
static uint32_t span_number(const struct para *para, uint32_t element)
{
    for (uint32_t i = 0; element != 0 && i < para->spans.len; i++)
        if (para->spans.ptr[i].element == element)
            return i + 1;
    return 0;
}

static uint32_t element_of(const struct para *para, uint32_t number)
{
    return number == 0 ? 0 : para->spans.ptr[number - 1].element;
}

static bool is_kept_kind(const struct span *span)
{
    switch (span->kind) {
    case SPAN_TEXT:
    case SPAN_BREAK:
    case SPAN_SPACE:
    case SPAN_ICON:
    case SPAN_SEPARATOR:
        // Names of places are the document's.
        return span->anchors.len == 0;
    case SPAN_PAGE_NUMBER:
    case SPAN_TOTAL_PAGES:
    case SPAN_FORMULA:
    case SPAN_LEVEL:
        break;
    }
    return false;
}

static bool can_be_kept(const struct para *para)
{
    if (para->spans.len > SPANS_MAX)
        return false;
    for (size_t i = 0; i < para->spans.len; i++)
        if (!is_kept_kind(&para->spans.ptr[i]))
            return false;
    return true;
}

// For keys of a few hundred bytes; nothing that is written depends on it.
static uint64_t hash_of(struct str key)
{
    uint64_t hash = key.len;

    for (; key.len >= sizeof hash; key = str_slice(key, sizeof hash, key.len)) {
        uint64_t word;

        memcpy(&word, key.ptr, sizeof word);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    return hash ^ str_hash(key);
}

struct para_key {
    uint64_t scope;
    int64_t width;
    int64_t leading;
    int64_t min_height;
    uint64_t spans;
    uint8_t flags[8];
};

static struct str key_bytes(const struct layout_context *context,
                            const struct para *para, sp width)
{
    struct buf buf = {.arena = context->scratch};
    struct para_key key = {
        .scope = context->paragraph_scope,
        .width = width,
        .leading = para->leading,
        .min_height = para->min_height,
        .spans = para->spans.len,
        .flags = {(uint8_t)para->align, (uint8_t)para->hyphenation,
                  para->unbreakable_spaces, para->microtype,
                  para->break_at_commas, (uint8_t)context->role},
    };

    buf.ptr = arena_alloc(context->scratch, KEY_SIZE);
    buf.cap = KEY_SIZE;
    add_raw(&buf, &key, sizeof key);
    add_style(&buf, &para->base);
    for (size_t i = 0; i < para->spans.len; i++) {
        const struct span *span = &para->spans.ptr[i];

        add_span(&buf, span, span_number(para, span->element));
    }
    return buf_str(&buf);
}

// Copies rows whose items and links have the elements' numbers of `from` as
// those of `to`; number is what makes one of the other.
struct copying {
    struct arena *arena;
    const struct para *para;
    uint32_t (*number)(const struct para *para, uint32_t number);
};

static struct piece copy_piece(const struct copying *c,
                               const struct piece *piece)
{
    struct piece copy = *piece;

    copy.items = (struct item_list){0};
    copy.links = (struct link_list){0};
    vec_prepare(c->arena, &copy.items, piece->items.len);
    for (size_t i = 0; i < piece->items.len; i++) {
        struct item item = piece->items.ptr[i];

        item.element = c->number(c->para, item.element);
        copy.items.ptr[copy.items.len++] = item;
    }
    for (size_t i = 0; i < piece->links.len; i++) {
        struct link link = piece->links.ptr[i];

        link.element = c->number(c->para, link.element);
        vec_push(c->arena, &copy.links, link);
    }
    return copy;
}

// A row of a paragraph has one piece.
static struct rows copy_rows(const struct copying *c, const struct rows *rows)
{
    struct rows copy = *rows;

    copy.list = (struct row_list){0};
    vec_prepare(c->arena, &copy.list, rows->list.len);
    for (size_t i = 0; i < rows->list.len; i++) {
        struct row row = rows->list.ptr[i];
        struct piece piece = copy_piece(c, &row.pieces.ptr[0]);

        row.pieces = (struct piece_list){0};
        vec_push(c->arena, &row.pieces, piece);
        copy.list.ptr[copy.list.len++] = row;
    }
    return copy;
}

bool paragraph_cache_find(struct layout_context *context,
                          const struct para *para, sp width,
                          struct paragraph_key *key, struct rows *rows)
{
    struct paragraph_cache *cache = context->paragraphs;
    struct copying copying = {context->arena, para, element_of};
    const struct rows *kept;
    uint64_t *met;

    *key = (struct paragraph_key){0};
    if (!cache || !can_be_kept(para))
        return false;
    key->bytes = key_bytes(context, para, width);
    key->hash = hash_of(key->bytes);
    kept = str_map_find(&cache->paragraphs, key->bytes, key->hash);
    if (kept) {
        *rows = copy_rows(&copying, kept);
        for (size_t i = 0; i < rows->list.len; i++)
            rows->list.ptr[i].pieces.ptr[0].order = context->order++;
        return true;
    }
    met = &cache->met[key->hash % MET_SLOTS];
    key->wanted = *met == key->hash && arena_size(cache->arena) <= CACHE_MAX;
    *met = key->hash;
    return false;
}

// Whether there is a text can matter as much as what it says.
static struct str own_text(struct arena *arena, struct str text)
{
    return text.ptr ? str_copy(arena, text) : text;
}

// Copies what the pieces point to.
static void own_item(struct arena *arena, struct item *item)
{
    size_t size = item->glyph_count * sizeof *item->glyphs;
    struct placed_glyph *glyphs = item->glyphs;
    struct placed_glyph *end_space;

    item->text = own_text(arena, item->text);
    item->label = own_text(arena, item->label);
    item->actual_text = own_text(arena, item->actual_text);
    if (size > 0) {
        item->glyphs = arena_alloc(arena, size);
        memcpy(item->glyphs, glyphs, size);
    }
    if (item->end_space) {
        end_space = arena_new_of(arena, struct placed_glyph);
        *end_space = *item->end_space;
        item->end_space = end_space;
    }
}

void paragraph_cache_add(struct layout_context *context,
                         const struct para *para,
                         const struct paragraph_key *key,
                         const struct rows *rows)
{
    struct paragraph_cache *cache = context->paragraphs;
    struct copying copying = {NULL, para, span_number};
    struct rows *kept;

    if (!key->wanted)
        return;
    copying.arena = cache->arena;
    kept = arena_new_of(cache->arena, struct rows);
    *kept = copy_rows(&copying, rows);
    for (size_t i = 0; i < kept->list.len; i++) {
        struct piece *piece = &kept->list.ptr[i].pieces.ptr[0];

        for (size_t j = 0; j < piece->items.len; j++)
            own_item(cache->arena, &piece->items.ptr[j]);
        for (size_t j = 0; j < piece->links.len; j++) {
            struct link *link = &piece->links.ptr[j];

            link->url = own_text(cache->arena, link->url);
            link->target = own_text(cache->arena, link->target);
        }
    }
    str_map_put(cache->arena, &cache->paragraphs,
                str_copy(cache->arena, key->bytes), key->hash, kept);
}
