// SPDX-License-Identifier: MIT
// Ways into the document: the outline, the names of its places for addresses
// like cv.pdf#nameddest=education, and the pages' labels.
#include "base/utf8.h"
#include "pdf/writer.h"

#include <stdlib.h>

// Deeper entries of an outline hang on the last level.
#define OUTLINE_LEVELS 8

static void add_target(struct writer *writer, HPDF_Array target, size_t page,
                       sp y)
{
    sp height = writer->pages->pages.ptr[page].height;

    y = y < 0 ? 0 : y > height ? height : y;
    array_object(target, writer->page_dicts[page]);
    array_name(target, "XYZ");
    array_int(target, 0);
    array_pt(target, height - y);
    array_int(target, 0); // the reader's zoom stays
}

// Appends the entry to parent, NULL being the root.
static HPDF_Outline add_entry(struct writer *writer, HPDF_Outline parent,
                              const struct outline_entry *entry)
{
    HPDF_Outline outline = HPDF_CreateOutline(writer->doc, parent, "", NULL);

    if (!outline)
        return NULL;
    // Sections alone are shown at first.
    HPDF_Outline_SetOpened(outline, HPDF_FALSE);
    // libharu gives every entry the type of the root; entries have none.
    HPDF_Dict_RemoveElement(outline, "Type");
    dict_text(writer, outline, "Title", entry->title);
    add_target(writer, dict_array(outline, "Dest"), entry->page, entry->y);
    return outline;
}

bool writer_add_outline(struct writer *writer)
{
    const struct outline_list *list = &writer->pages->outline;
    HPDF_Outline last[OUTLINE_LEVELS] = {NULL}; // by level - 1
    int depth = 0;                              // levels in use

    for (size_t i = 0; i < list->len; i++) {
        const struct outline_entry *entry = &list->ptr[i];
        int level = entry->level < 1 ? 1 : entry->level;

        if (entry->page >= writer->pages->pages.len)
            return writer_fail(writer, "an outline entry is on no page");
        // An entry hangs at most one level below the one before.
        if (level > depth + 1)
            level = depth + 1;
        if (level > OUTLINE_LEVELS)
            level = OUTLINE_LEVELS;
        last[level - 1] =
            add_entry(writer, level > 1 ? last[level - 2] : NULL, entry);
        if (!last[level - 1])
            break;
        depth = level;
    }
    return writer_ok(writer, "outline");
}

struct place {
    struct anchor anchor;
    size_t order; // of equal names the first is kept
};

// "Écoles, Séminaires" is at "ecoles-seminaires".
static struct str name_of(struct arena *arena, struct str title)
{
    struct buf name = {.arena = arena};
    struct str lower = utf8_lower(arena, utf8_without_marks(arena, title));

    for (size_t offset = 0; offset < lower.len;) {
        uint32_t rune = utf8_next(lower, &offset);

        if (rune_is_word(rune))
            buf_add_rune(&name, rune);
        else if (name.len > 0 && name.ptr[name.len - 1] != '-')
            buf_add_char(&name, '-');
    }
    while (name.len > 0 && name.ptr[name.len - 1] == '-')
        name.len--;
    return buf_str(&name);
}

static int by_name(const void *a_ptr, const void *b_ptr)
{
    const struct place *a = a_ptr;
    const struct place *b = b_ptr;
    int order = str_cmp(a->anchor.name, b->anchor.name);

    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

// Writes the places in the order of their names; of several with one name
// only the first can be asked for.
static void add_names(struct writer *writer, const struct place *places,
                      size_t count)
{
    HPDF_Array list =
        dict_array(dict_dict(writer_names(writer), "Dests"), "Names");

    for (size_t i = 0; i < count; i++) {
        const struct anchor *anchor = &places[i].anchor;
        HPDF_Array target;

        if (anchor->name.len == 0 ||
            (i > 0 && str_eq(anchor->name, places[i - 1].anchor.name)))
            continue;
        target = HPDF_Array_New(writer->doc->mmgr);
        array_object(list, destination_name(writer, anchor->name));
        array_object(list, target);
        add_target(writer, target, anchor->page, anchor->y);
    }
}

bool writer_add_destinations(struct writer *writer)
{
    const struct outline_list *list = &writer->pages->outline;
    const struct anchor_list *anchors = &writer->anchors;
    struct place *places = arena_array_of(
        writer->arena, anchors->len + list->len + 1, struct place);
    size_t count = 0;

    // Links need the anchors; they come before the outline's names.
    for (; count < anchors->len; count++)
        places[count] = (struct place){anchors->ptr[count], count};
    for (size_t i = 0; i < list->len && count < NAMES_MAX; i++, count++)
        places[count] =
            (struct place){{name_of(writer->arena, list->ptr[i].title),
                            list->ptr[i].page, list->ptr[i].y},
                           count};
    if (count == 0)
        return true;
    qsort(places, count, sizeof *places, by_name);
    add_names(writer, places, count);
    return writer_ok(writer, "destinations");
}

bool writer_add_page_labels(struct writer *writer)
{
    HPDF_Array numbers =
        dict_array(dict_dict(writer->doc->catalog, "PageLabels"), "Nums");
    const struct page_list *pages = &writer->pages->pages;

    for (size_t i = 0; i < pages->len; i++) {
        HPDF_Dict style;

        // Each of several documents is counted by itself.
        if (i > 0 && pages->ptr[i].number != 1)
            continue;
        style = HPDF_Dict_New(writer->doc->mmgr);
        array_int(numbers, (int64_t)i);
        dict_name(style, "S", "D");
        array_object(numbers, style);
    }
    return writer_ok(writer, "page labels");
}
