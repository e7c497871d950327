// SPDX-License-Identifier: MIT
// Which files are read for "!include", and how often: no circles, and limits
// for files that are meant to do harm. A file that is included twice is read
// once, but its nodes count twice, for those who walk the tree walk them all.
#include "profile/include.h"

#include "profile/excerpt.h"
#include "profile/yaml_parts.h"

// A CV's parts, and parts of those. Deeper than that nobody finds his way.
#define INCLUDE_MAX_DEPTH 8
// Each costs a search in the file system.
#define INCLUDE_MAX_COUNT 1000
#define INCLUDE_MAX_FILES 100
// Twice what one file can have.
#define INCLUDE_MAX_MEBIBYTES ((size_t)4)
#define INCLUDE_MAX_BYTES (INCLUDE_MAX_MEBIBYTES << 20)

static struct node *refuse(struct include_set *set,
                           const struct inclusion *inclusion, struct str why,
                           struct diags *diags)
{
    set->failed = true;
    diag_error(
        diags, inclusion->pos, (struct str){"", 0}, "cannot include %.*s: %.*s",
        STR_ARG(excerpt(diags_arena(diags), inclusion->path)), STR_ARG(why));
    return NULL;
}

static size_t lookup(const struct include_set *set, struct str id)
{
    for (size_t i = 0; i < set->files.len; i++)
        if (str_eq(set->files.ptr[i].id, id))
            return i;
    return SIZE_MAX;
}

// Reads a file that is asked for the first time. Returns its number in the
// set, or SIZE_MAX.
static size_t read_file(struct arena *arena, struct include_set *set,
                        const struct inclusion *inclusion, struct str id,
                        struct yaml_part *part, struct diags *diags)
{
    struct include_file file = {.id = id, .open = true};
    struct yaml_part inner = *part;
    const struct source *source;
    struct str problem;
    size_t number = set->files.len;

    if (!set->includer->read(set->includer->context, id, &source, &problem)) {
        (void)refuse(set, inclusion, problem, diags);
        return SIZE_MAX;
    }
    set->bytes += source->text.len;
    vec_push(arena, &set->files, file);
    inner.file = id;
    set->depth++;
    file.root = yaml_read_part(arena, source, diags, &inner);
    set->depth--;
    file.open = false;
    file.size = inner.nodes - part->nodes;
    set->files.ptr[number] = file;
    if (!file.root || file.root->partial)
        set->failed = true;
    return number;
}

// Returns why the file with the id cannot stand here, or an empty text.
static struct str obstacle(const struct include_set *set, struct str id,
                           size_t known)
{
    if (str_eq(id, set->includer->top) ||
        (known != SIZE_MAX && set->files.ptr[known].open))
        return STR("it would stand within itself, without end");
    if (known == SIZE_MAX && set->files.len == INCLUDE_MAX_FILES)
        return STR("100 files are included already");
    if (known == SIZE_MAX && set->bytes > INCLUDE_MAX_BYTES)
        return STR("the files are larger than 4 MB already");
    if (known == SIZE_MAX && set->depth == INCLUDE_MAX_DEPTH)
        return STR("files include each other more than 8 levels deep");
    return (struct str){"", 0};
}

struct node *include_read(struct arena *arena, struct include_set *set,
                          const struct inclusion *inclusion,
                          struct yaml_part *part, struct diags *diags)
{
    const struct includer *includer = set->includer;
    struct str id;
    struct str problem;
    size_t known;

    if (inclusion->path.len == 0) {
        diag_error(diags, inclusion->pos, (struct str){"", 0},
                   "the name of a file is missing behind '!include'");
        set->failed = true;
        return NULL;
    }
    if (++set->count > INCLUDE_MAX_COUNT)
        return refuse(set, inclusion, STR("that is the 1001st '!include'"),
                      diags);
    if (!includer->find(includer->context, inclusion->from, inclusion->path,
                        &id, &problem))
        return refuse(set, inclusion, problem, diags);
    known = lookup(set, id);
    problem = obstacle(set, id, known);
    if (problem.len > 0)
        return refuse(set, inclusion, problem, diags);
    if (known == SIZE_MAX)
        known = read_file(arena, set, inclusion, id, part, diags);
    if (known == SIZE_MAX)
        return NULL;
    part->nodes += set->files.ptr[known].size;
    return set->files.ptr[known].root;
}
