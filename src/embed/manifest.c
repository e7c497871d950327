// SPDX-License-Identifier: MIT
// Reads font manifests strictly: an unknown key, a missing one or a value of
// the wrong kind stops the build. `package` and `required` are there for the
// bootstrap script, which has no YAML reader: it takes them by line.
#include "embed/manifest.h"

#include "profile/node.h"
#include "profile/yaml.h"

// usWidthClass of the table OS/2.
#define WIDTH_CLASS_NORMAL 5
#define WIDTH_CLASS_MAX 9
#define DESIGN_SIZE_MAX 99

static const struct str NO_HINT = {0};

static bool read_bool(const struct node *node, struct diags *diags, bool *out)
{
    if (node->kind == NODE_SCALAR && str_eq_cstr(node->text, "true"))
        *out = true;
    else if (node->kind == NODE_SCALAR && str_eq_cstr(node->text, "false"))
        *out = false;
    else {
        diag_error(diags, node->pos, NO_HINT, "expected true or false");
        return false;
    }
    return true;
}

static bool read_text(const struct node *node, struct diags *diags,
                      struct str *out)
{
    if (node->kind != NODE_SCALAR || node->text.len == 0) {
        diag_error(diags, node->pos, NO_HINT, "expected a text");
        return false;
    }
    *out = node->text;
    return true;
}

static bool read_weight(const struct node *node, struct diags *diags, int *out)
{
    struct str s = node->text;
    if (node->kind != NODE_SCALAR || s.len != 3 || s.ptr[0] < '1' ||
        s.ptr[0] > '9' || !str_ends(s, STR("00"))) {
        diag_error(diags, node->pos, NO_HINT,
                   "expected a weight: 100, 200, ... 900");
        return false;
    }
    *out = (s.ptr[0] - '0') * 100;
    return true;
}

// A number of one or two digits from 1 to max.
static bool read_number(const struct node *node, struct diags *diags, int max,
                        int *out)
{
    struct str s = node->text;
    int value = 0;
    bool ok = node->kind == NODE_SCALAR && s.len >= 1 && s.len <= 2;
    for (size_t i = 0; ok && i < s.len; i++) {
        ok = ascii_is_digit(s.ptr[i]);
        value = value * 10 + (s.ptr[i] - '0');
    }
    if (!ok || value < 1 || value > max) {
        diag_error(diags, node->pos, NO_HINT, "expected a number, 1 to %d",
                   max);
        return false;
    }
    *out = value;
    return true;
}

static bool read_names(struct arena *arena, const struct node *node,
                       struct diags *diags, struct name_list *out)
{
    if (node->kind != NODE_LIST) {
        diag_error(diags, node->pos, NO_HINT, "expected a list of names");
        return false;
    }
    bool ok = true;
    for (size_t i = 0; i < node->items.len; i++) {
        struct str name = {0};
        ok = read_text(node->items.ptr[i], diags, &name) && ok;
        vec_push(arena, out, name);
    }
    return ok;
}

static bool unknown_key(const struct pair *pair, struct diags *diags)
{
    diag_error(diags, pair->key_pos, NO_HINT, "unknown key '%.*s'",
               STR_ARG(pair->key));
    return false;
}

static bool read_face_pair(const struct pair *pair, struct diags *diags,
                           struct manifest_face *face)
{
    const struct node *value = pair->value;
    if (str_eq_cstr(pair->key, "file")) {
        face->place = value->pos;
        return read_text(value, diags, &face->file);
    }
    if (str_eq_cstr(pair->key, "weight"))
        return read_weight(value, diags, &face->weight);
    if (str_eq_cstr(pair->key, "fallback_weight"))
        return read_weight(value, diags, &face->fallback_weight);
    if (str_eq_cstr(pair->key, "width"))
        return read_number(value, diags, WIDTH_CLASS_MAX, &face->width);
    if (str_eq_cstr(pair->key, "size"))
        return read_number(value, diags, DESIGN_SIZE_MAX, &face->size);
    if (str_eq_cstr(pair->key, "italic"))
        return read_bool(value, diags, &face->italic);
    if (str_eq_cstr(pair->key, "oblique"))
        return read_bool(value, diags, &face->oblique);
    if (str_eq_cstr(pair->key, "embed"))
        return read_bool(value, diags, &face->embed);
    return unknown_key(pair, diags);
}

static bool read_face(struct arena *arena, const struct node *node,
                      struct diags *diags, struct manifest_faces *faces)
{
    struct manifest_face face = {.width = WIDTH_CLASS_NORMAL};
    bool ok = true;
    for (size_t i = 0; node->kind == NODE_MAP && i < node->pairs.len; i++)
        ok = read_face_pair(&node->pairs.ptr[i], diags, &face) && ok;
    if (ok && (face.file.len == 0 || face.weight == 0)) {
        diag_error(diags, node->pos, NO_HINT,
                   "a face has the keys file, weight and italic");
        ok = false;
    }
    vec_push(arena, faces, face);
    return ok;
}

static bool read_faces(struct arena *arena, const struct node *node,
                       struct diags *diags, struct manifest_faces *faces)
{
    if (node->kind != NODE_LIST) {
        diag_error(diags, node->pos, NO_HINT, "expected a list of faces");
        return false;
    }
    bool ok = true;
    for (size_t i = 0; i < node->items.len; i++)
        ok = read_face(arena, node->items.ptr[i], diags, faces) && ok;
    return ok;
}

static bool read_pair(struct arena *arena, const struct pair *pair,
                      struct diags *diags, struct manifest *manifest)
{
    struct name_list *names = NULL;
    bool required;
    if (str_eq_cstr(pair->key, "family"))
        return read_text(pair->value, diags, &manifest->family);
    if (str_eq_cstr(pair->key, "licence"))
        return read_text(pair->value, diags, &manifest->licence);
    if (str_eq_cstr(pair->key, "caps"))
        return read_text(pair->value, diags, &manifest->caps);
    if (str_eq_cstr(pair->key, "math"))
        return read_text(pair->value, diags, &manifest->math);
    if (str_eq_cstr(pair->key, "serif"))
        return read_bool(pair->value, diags, &manifest->serif);
    if (str_eq_cstr(pair->key, "default"))
        return read_bool(pair->value, diags, &manifest->is_default);
    if (str_eq_cstr(pair->key, "required"))
        return read_bool(pair->value, diags, &required);
    if (str_eq_cstr(pair->key, "faces"))
        return read_faces(arena, pair->value, diags, &manifest->faces);
    if (str_eq_cstr(pair->key, "aliases"))
        names = &manifest->aliases;
    else if (str_eq_cstr(pair->key, "stands_in_for"))
        names = &manifest->stands_in_for;
    else if (str_eq_cstr(pair->key, "fallbacks"))
        names = &manifest->fallbacks;
    else if (str_eq_cstr(pair->key, "scripts"))
        names = &manifest->scripts;
    else if (str_eq_cstr(pair->key, "package"))
        names = &manifest->packages;
    else
        return unknown_key(pair, diags);
    return read_names(arena, pair->value, diags, names);
}

bool manifest_read(struct arena *arena, const struct source *source,
                   struct diags *diags, struct manifest *manifest)
{
    *manifest = (struct manifest){0};
    const struct node *root = yaml_read(arena, source, diags);
    if (!root)
        return false;
    bool ok = true;
    for (size_t i = 0; root->kind == NODE_MAP && i < root->pairs.len; i++)
        ok = read_pair(arena, &root->pairs.ptr[i], diags, manifest) && ok;
    if (ok && (manifest->family.len == 0 || manifest->faces.len == 0 ||
               manifest->packages.len == 0 || manifest->licence.len == 0)) {
        diag_error(diags, root->pos, NO_HINT,
                   "a manifest has the keys family, package, licence, faces");
        ok = false;
    }
    return ok;
}
