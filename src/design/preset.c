// SPDX-License-Identifier: MIT
// What embedded files say, stored without reading them again: reading classic
// as YAML costs more than composing a page.
#include "design/design.h"
#include "design/embedded.h"

static struct text text_of(const struct design_file *file,
                           const struct preset *preset)
{
    return (struct text){
        .str = {file->texts + preset->text, preset->length},
        .pos = {&file->source, preset->line, preset->column, preset->size},
    };
}

static void store_texts(const struct design_file *file,
                        const struct preset *preset, struct arena *arena,
                        struct text_list *list)
{
    *list = (struct text_list){0};
    for (int64_t i = 0; i < preset->number; i++)
        vec_push(arena, list, text_of(file, &preset[1 + i]));
}

// Each row is stored as a list.
static void store_rows(const struct design_file *file,
                       const struct preset *preset, struct arena *arena,
                       struct name_rows *rows)
{
    *rows = (struct name_rows){0};
    for (int64_t i = 1; i <= preset->number; i += 1 + preset[i].number) {
        struct text_list names;

        store_texts(file, &preset[i], arena, &names);
        vec_push(arena, rows, names);
    }
}

// Sections and icons in turn.
static void store_icons(const struct design_file *file,
                        const struct preset *preset, struct arena *arena,
                        struct section_icon_list *icons)
{
    for (int64_t i = 1; i < preset->number; i += 2)
        section_icon_set(arena, icons, text_of(file, &preset[i]).str,
                         text_of(file, &preset[i + 1]));
}

// A share in per cent is stored as a negative number.
static void store_share(const struct schema *schema,
                        const struct option *option,
                        const struct preset *preset, const struct text *text,
                        const struct schema_target *target)
{
    struct share *share = (void *)((char *)target->target + option->offset);

    *share = (struct share){.pos = text->pos};
    if (preset->number < 0)
        share->percent = (int)-preset->number;
    else
        schema_store_length(
            schema, option,
            (struct length){preset->number, (enum length_unit)preset->unit},
            text, target);
}

static void store(const struct design_file *file, const struct preset *preset,
                  const struct schema *schema,
                  const struct schema_target *target)
{
    const struct option *option = &schema->options[preset->option];
    void *value = (char *)target->target + option->offset;
    struct text text = text_of(file, preset);

    switch (option->type) {
    case OPTION_WIDTH:
    case OPTION_LENGTH:
    case OPTION_POSITIVE_LENGTH:
        if (option->type == OPTION_WIDTH && preset->number == 0)
            *(sp *)value = LENGTH_AUTO;
        else
            schema_store_length(
                schema, option,
                (struct length){preset->number, (enum length_unit)preset->unit},
                &text, target);
        break;
    case OPTION_SHARE:
        store_share(schema, option, preset, &text, target);
        break;
    case OPTION_PAINT:
    case OPTION_BACKGROUND:
        *(struct paint *)value = (struct paint){
            .kind = (enum paint_kind)(preset->number >> PRESET_PAINT_SHIFT),
            .colour = (uint32_t)(preset->number & 0xFFFFFF),
            .pos = text.pos};
        break;
    case OPTION_COLOUR:
        *(uint32_t *)value = (uint32_t)preset->number;
        break;
    case OPTION_BOOL:
        *(bool *)value = preset->number != 0;
        break;
    case OPTION_COUNT:
    case OPTION_CHOICE:
        *(int *)value = (int)preset->number;
        break;
    case OPTION_TEXT:
    case OPTION_TEMPLATE:
        *(struct text *)value = text;
        break;
    case OPTION_TEXTS:
    case OPTION_NAMES:
        store_texts(file, preset, target->arena, value);
        break;
    case OPTION_MONTHS:
        for (int i = 0; i < 12; i++)
            ((struct text *)value)[i] = text_of(file, &preset[1 + i]);
        break;
    case OPTION_ROWS:
        store_rows(file, preset, target->arena, value);
        break;
    case OPTION_ICONS:
        store_icons(file, preset, target->arena, value);
        break;
    case OPTION_ANY:
        break;
    }
}

static void store_range(const struct design_file *file, size_t from, size_t to,
                        const struct schema *schema,
                        const struct schema_target *target)
{
    for (size_t i = from; i < to; i++) {
        const struct preset *preset = &file->presets[i];
        enum option_type type = schema->options[preset->option].type;

        store(file, preset, schema, target);
        if (option_has_items(type))
            i += (size_t)preset->number; // its items
    }
}

void presets_store(const struct design_file *file, const struct schema *schema,
                   const struct schema_target *target)
{
    store_range(file, 0, file->preset_count, schema, target);
}

void presets_store_sidebar(const struct design_file *file,
                           const struct schema *schema,
                           const struct schema_target *target)
{
    store_range(file, file->preset_count,
                file->preset_count + file->sidebar_count, schema, target);
}
