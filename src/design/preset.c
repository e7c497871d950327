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
    case OPTION_ANY:
        break;
    }
}

void presets_store(const struct design_file *file, const struct schema *schema,
                   const struct schema_target *target)
{
    for (size_t i = 0; i < file->preset_count; i++) {
        const struct preset *preset = &file->presets[i];
        enum option_type type = schema->options[preset->option].type;

        store(file, preset, schema, target);
        if (type == OPTION_TEXTS || type == OPTION_NAMES ||
            type == OPTION_MONTHS)
            i += (size_t)preset->number; // its items
    }
}
