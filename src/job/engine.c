// SPDX-License-Identifier: MIT
// Two font stores: one for the profiles without fonts of their own, and one
// for the folder that was asked for last, if it has some.
#include "job/engine.h"

#include <sys/stat.h>

// Shapes of some thousand words. Emptying them costs no more than the first
// documents did. A batch comes to this after some ten documents, and then its
// memory stays as it is.
#define CACHE_MAX ((size_t)3 * 1024 * 1024)

// What documents of a kind do not share fills the caches slowly, for nothing:
// after so many documents they are emptied. Filling them again costs as much
// as the first document did.
#define RENEWAL 500

// No batch is written in that many languages; made-up ones must not add up.
#define LANGUAGES_MAX 64

struct engine {
    struct arena *arena;
    struct font_store *shared;
    struct font_store *local; // NULL: no folder with fonts so far
    struct arena *local_arena;
    struct str local_folder;
    struct str local_state; // font_folder_state() as it was
    struct languages *languages;
    struct paragraph_cache *paragraphs;
    struct pdf_cache *cache;
    size_t documents; // since the caches were emptied
};

struct engine *engine_new(void)
{
    struct arena *arena = arena_new();
    struct engine *engine = arena_new_of(arena, struct engine);

    engine->arena = arena;
    engine->local_arena = arena_new();
    engine->shared = font_store_new(STR(""));
    engine->languages = languages_new();
    engine->paragraphs = paragraph_cache_new();
    engine->cache = pdf_cache_new();
    return engine;
}

static void forget_local(struct engine *engine)
{
    if (!engine->local)
        return;
    paragraph_cache_clear(engine->paragraphs);
    pdf_cache_clear(engine->cache);
    font_store_free(engine->local);
    engine->local = NULL;
    arena_clear(engine->local_arena, 0);
}

void engine_free(struct engine *engine)
{
    forget_local(engine);
    font_store_free(engine->shared);
    languages_free(engine->languages);
    paragraph_cache_free(engine->paragraphs);
    pdf_cache_free(engine->cache);
    arena_free(engine->local_arena);
    arena_free(engine->arena);
}

// Shapes name their language, so that both go together.
static void settle_languages(struct engine *engine)
{
    if (languages_count(engine->languages) <= LANGUAGES_MAX)
        return;
    font_store_trim(engine->shared, 0);
    forget_local(engine);
    languages_free(engine->languages);
    engine->languages = languages_new();
    paragraph_cache_clear(engine->paragraphs);
}

// Returns the store for a folder with fonts. Files may have come or gone since
// it was read.
static struct font_store *local_fonts(struct engine *engine, struct str folder)
{
    struct arena *scratch = arena_new();
    struct str state = font_folder_state(scratch, folder);

    if (!engine->local || !str_eq(engine->local_folder, folder) ||
        !str_eq(engine->local_state, state)) {
        forget_local(engine);
        engine->local = font_store_new(folder);
        engine->local_folder = str_copy(engine->local_arena, folder);
        engine->local_state = str_copy(engine->local_arena, state);
    }
    arena_free(scratch);
    return engine->local;
}

// Returns the store for a profile in that folder.
static struct font_store *fonts_for(struct engine *engine, struct str folder)
{
    struct arena *scratch = arena_new();
    struct str path = str_format(scratch, "%.*s/fonts", STR_ARG(folder));
    struct font_store *fonts = engine->shared;
    struct stat status;

    if (stat(str_to_cstr(scratch, path), &status) == 0 &&
        S_ISDIR(status.st_mode))
        fonts = local_fonts(engine, path);
    arena_free(scratch);
    return fonts;
}

// To be done before a document.
static void settle_caches(struct engine *engine, struct font_store *fonts)
{
    if (++engine->documents <= RENEWAL) {
        font_store_trim(fonts, CACHE_MAX);
        paragraph_cache_settle(engine->paragraphs);
        return;
    }
    font_store_trim(fonts, 0);
    paragraph_cache_clear(engine->paragraphs);
    pdf_cache_clear(engine->cache);
    engine->documents = 1;
}

struct layout_stock engine_stock(struct engine *engine, struct str folder)
{
    struct font_store *fonts;

    settle_languages(engine);
    fonts = fonts_for(engine, folder);
    settle_caches(engine, fonts);
    return (struct layout_stock){fonts, engine->languages, engine->paragraphs};
}

struct pdf_cache *engine_cache(struct engine *engine)
{
    return engine->cache;
}
