// SPDX-License-Identifier: MIT
// Two walks over the entries and bullets in the same order: one numbers them,
// one leaves out those whose number is gone.
#include "fit/drop.h"

static void add_bullets(struct arena *arena, const struct bullet_list *list,
                        struct fit_unit_list *units)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct bullet *bullet = &list->ptr[i];
        size_t at = units->len;

        vec_push(
            arena, units,
            (struct fit_unit){.bullet = bullet, .priority = bullet->priority});
        add_bullets(arena, &bullet->children, units);
        units->ptr[at].end = units->len;
    }
}

static void add_entries(struct arena *arena, const struct entry_list *list,
                        struct fit_unit_list *units)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct entry *entry = &list->ptr[i];
        size_t at = units->len;

        vec_push(
            arena, units,
            (struct fit_unit){.entry = entry, .priority = entry->priority});
        add_bullets(arena, &entry->highlights, units);
        add_entries(arena, &entry->entries, units);
        units->ptr[at].end = units->len;
    }
}

struct fit_unit_list fit_units(struct arena *arena, const struct cv *cv)
{
    struct fit_unit_list units = {0};

    for (size_t i = 0; i < cv->sections.len; i++)
        add_entries(arena, &cv->sections.ptr[i].entries, &units);
    return units;
}

struct fit_order fit_drop_order(struct arena *arena,
                                const struct fit_unit_list *units)
{
    struct fit_order order = {0};

    for (int priority = 1; priority <= PRIORITY_MAX; priority++)
        for (size_t i = units->len; i > 0; i--)
            if (units->ptr[i - 1].priority == priority)
                vec_push(arena, &order, i - 1);
    return order;
}

struct dropper {
    struct arena *arena;
    const bool *gone;
    size_t next; // number of the unit that the walk comes to
};

static struct bullet_list keep_bullets(struct dropper *d,
                                       const struct bullet_list *list)
{
    struct bullet_list kept = {0};

    for (size_t i = 0; i < list->len; i++) {
        struct bullet bullet = list->ptr[i];
        bool gone = d->gone[d->next++];

        // The walk goes on inside what is gone, to count.
        bullet.children = keep_bullets(d, &bullet.children);
        if (!gone)
            vec_push(d->arena, &kept, bullet);
    }
    return kept;
}

static struct entry_list keep_entries(struct dropper *d,
                                      const struct entry_list *list)
{
    struct entry_list kept = {0};

    for (size_t i = 0; i < list->len; i++) {
        struct entry entry = list->ptr[i];
        bool gone = d->gone[d->next++];

        entry.highlights = keep_bullets(d, &entry.highlights);
        entry.entries = keep_entries(d, &entry.entries);
        // A group's title, or an employer, is nothing without what is in it.
        gone = gone || (list->ptr[i].entries.len > 0 && entry.entries.len == 0);
        if (!gone)
            vec_push(d->arena, &kept, entry);
    }
    return kept;
}

struct cv cv_without(struct arena *arena, const struct cv *cv, const bool *gone)
{
    struct dropper d = {arena, gone, 0};
    struct cv left = *cv;
    struct section_list *kept = &left.sections;

    left.whole = cv;
    *kept = (struct section_list){0};
    for (size_t i = 0; i < cv->sections.len; i++) {
        struct section section = cv->sections.ptr[i];
        bool had_entries = section.entries.len > 0;

        section.entries = keep_entries(&d, &section.entries);
        if (had_entries && section.entries.len == 0)
            continue;
        vec_push(arena, kept, section);
    }
    return left;
}
