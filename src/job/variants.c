// SPDX-License-Identifier: MIT
// From the options to what src/profile chooses by.
#include "job/variants.h"

#include "base/utf8.h"
#include "profile/select.h"

// An option's value is a source, so that messages show it. Malformed text is
// cut off, for messages are UTF-8.
static const struct source *option_source(struct job *job, const char *option,
                                          const char *value)
{
    struct str text = str_from_cstr(value);

    text = str_slice(text, 0, utf8_check(text));
    return job_source(job, str_from_cstr(option), text);
}

static bool add_all(const struct job *job, struct name_list *names)
{
    const struct node *variants = node_lookup(job->tree, "variants");

    for (size_t i = 0; variants && i < variants->pairs.len; i++)
        vec_push(job->arena, names, variants->pairs.ptr[i].key);
    return names->len > 0;
}

bool variants_names(struct job *job, struct name_list *names)
{
    const char *option = job->request->variant;
    const struct source *source;
    struct str name;
    struct pos pos;

    if (!option) {
        vec_push(job->arena, names, (struct str){"", 0});
        return true;
    }
    source = option_source(job, "--variant", option);
    name = utf8_nfc(job->arena, source->text);
    if (str_eq_cstr(name, VARIANT_ALL) && add_all(job, names))
        return true;
    if (variant_lookup(job->tree, name)) {
        vec_push(job->arena, names, name);
        return true;
    }
    pos = (struct pos){source, 1, 1, 1};
    if (name.len > 0)
        pos.length = (uint32_t)utf8_length(source->text);
    variant_report(job->tree, name, pos, job->diags);
    return false;
}

struct node *variants_merge(struct job *job)
{
    const struct pair *variant = variant_lookup(job->tree, job->variant);

    if (!variant || job->tree->partial)
        return job->tree;
    return variant_merge(job->arena, job->tree, variant);
}

struct node *variants_select(struct job *job)
{
    const struct source *tags = NULL;
    struct choice choice;

    if (job->request->tags)
        tags = option_source(job, "--tags", job->request->tags);
    variants_check(job->arena, job->root, job->diags);
    choice_read(job->arena, job->root, variant_lookup(job->root, job->variant),
                tags, job->diags, &choice);
    return select_read(job->arena, job->root, &choice,
                       locale_tag(node_lookup(job->root, "locale")),
                       job->diags);
}
