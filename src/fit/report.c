// SPDX-License-Identifier: MIT
// What was changed, in the units of the profile's own options, so that it can
// be copied there.
#include "fit/report.h"

#include "profile/excerpt.h"

// Of those dropped; the others are counted.
#define MAX_NAMED 5

// The field that an entry is known by.
static struct text entry_name(const struct entry *entry)
{
    static const char *const names[] = {
        "company", "institution", "title",     "name",     "label", "group",
        "grant",   "patent",      "reference", "language", "skill", "position",
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct text name = entry_lookup(entry, names[i]);

        if (name.str.len > 0)
            return name;
    }
    if (entry->fields.len > 0)
        return entry->fields.ptr[0].value;
    return (struct text){{"", 0}, entry->pos};
}

void fit_add_unit(struct buf *buf, const struct fit_unit *unit)
{
    struct text name =
        unit->entry ? entry_name(unit->entry) : unit->bullet->text;
    struct pos pos = unit->entry ? unit->entry->pos : name.pos;

    buf_addf(buf, "\"%.*s\"", STR_ARG(excerpt(buf->arena, name.str)));
    if (pos.source && pos.source->order == 0 && pos.line > 0)
        buf_addf(buf, " (line %u)", pos.line);
}

static void add_separator(struct buf *buf, const char *separator)
{
    if (buf->len > 0)
        buf_add_cstr(buf, separator);
}

// Appends hundredths as a number without zeros at its end.
static void add_hundredths(struct buf *buf, sp hundredths)
{
    buf_addf(buf, "%lld", (long long)(hundredths / 100));
    if (hundredths % 10 != 0)
        buf_addf(buf, ".%02lld", (long long)(hundredths % 100));
    else if (hundredths % 100 != 0)
        buf_addf(buf, ".%lld", (long long)(hundredths % 100 / 10));
}

// Centimetres have 2.54 to the inch of 72 pt.
static void add_cm(struct buf *buf, sp length)
{
    add_hundredths(buf, sp_mul_div(length, 254, PT(72)));
}

static void add_margins(struct buf *buf, const struct design *design)
{
    const sp margins[] = {design->page.top_margin, design->page.bottom_margin,
                          design->page.left_margin, design->page.right_margin};
    sp least = margins[0];
    sp most = margins[0];

    for (size_t i = 1; i < 4; i++) {
        least = margins[i] < least ? margins[i] : least;
        most = margins[i] > most ? margins[i] : most;
    }
    add_separator(buf, ", ");
    buf_add_cstr(buf, "margins ");
    add_cm(buf, least);
    if (most > least) {
        buf_add_cstr(buf, " to ");
        add_cm(buf, most);
    }
    buf_add_cstr(buf, "cm");
}

static void add_level(struct buf *buf, const struct fit_scale *scale, int level)
{
    struct design design = fit_scale_design(scale, level);
    sp size = design.typography.faces[FACE_BODY].size;
    int spacing = fit_scale_spacing(scale, level);

    if (spacing != 100)
        buf_addf(buf, "spacing %d %%", spacing);
    if (fit_scale_part(scale, level, FIT_LEADING) != 0) {
        add_separator(buf, ", ");
        buf_add_cstr(buf, "line spacing ");
        add_hundredths(buf,
                       sp_mul_div(design.typography.line_spacing, 100, size));
        buf_add_cstr(buf, "em");
    }
    if (fit_scale_part(scale, level, FIT_SIZE) != 0) {
        add_separator(buf, ", ");
        buf_add_cstr(buf, "font size ");
        add_hundredths(buf, sp_mul_div(size, 100, SP_PER_PT));
        buf_add_cstr(buf, "pt");
    }
    if (fit_scale_part(scale, level, FIT_MARGINS) != 0)
        add_margins(buf, &design);
}

static void add_count(struct buf *buf, size_t count, const char *one,
                      const char *many)
{
    if (count > 0)
        buf_addf(buf, " %zu %s", count, count == 1 ? one : many);
}

// What is inside something dropped is not named.
static void add_dropped(struct buf *buf, const struct fit_plan *plan)
{
    struct buf names = {.arena = buf->arena};
    size_t entries = 0;
    size_t bullets = 0;

    for (size_t i = 0; i < plan->units.len; i++) {
        const struct fit_unit *unit = &plan->units.ptr[i];

        if (!plan->gone[i])
            continue;
        if (entries + bullets < MAX_NAMED) {
            add_separator(&names, ", ");
            fit_add_unit(&names, unit);
        }
        entries += unit->entry != NULL;
        bullets += unit->bullet != NULL;
        i = unit->end - 1;
    }
    if (entries + bullets == 0)
        return;
    add_separator(buf, "; ");
    buf_add_cstr(buf, "dropped");
    add_count(buf, entries, "entry", "entries");
    if (entries > 0 && bullets > 0)
        buf_add_cstr(buf, " and");
    add_count(buf, bullets, "bullet", "bullets");
    buf_addf(buf, ": %.*s", STR_ARG(buf_str(&names)));
    if (entries + bullets > MAX_NAMED)
        buf_addf(buf, " and %zu more", entries + bullets - MAX_NAMED);
}

struct str fit_report(struct arena *arena, const struct fit_scale *scale,
                      const struct fit_plan *plan)
{
    struct buf buf = {.arena = arena};

    if (plan->level != 0)
        add_level(&buf, scale, plan->level);
    add_dropped(&buf, plan);
    return buf_str(&buf);
}
