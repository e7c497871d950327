// SPDX-License-Identifier: MIT
// Tables of protrusion. Marks that are mostly white hang far, round and
// slanting letters a little. Sans-serif letters have no serifs that make
// their edge, so theirs hang less.
#include "text/protrusion.h"

struct row {
    uint32_t rune;
    struct protrusion value;
};

// Punctuation hangs alike in all text faces.
static const struct row marks[] = {
    {'.', {0, 700}},      {',', {0, 600}},      {':', {0, 500}},
    {';', {0, 400}},      {'!', {0, 150}},      {'?', {0, 150}},
    {'-', {500, 500}},    {0x2010, {500, 500}}, {0x2011, {500, 500}},
    {0x2013, {200, 250}}, {0x2014, {150, 150}}, {0x2018, {500, 600}},
    {0x2019, {500, 600}}, {0x201A, {400, 600}}, {0x201C, {400, 500}},
    {0x201D, {400, 500}}, {0x201E, {300, 500}}, {0xAB, {250, 250}},
    {0xBB, {250, 250}},   {0x2039, {300, 300}}, {0x203A, {300, 300}},
    {'\'', {400, 600}},   {'"', {400, 500}},    {'(', {100, 0}},
    {')', {0, 150}},      {'[', {50, 0}},       {']', {0, 50}},
    {'/', {50, 100}},     {'*', {200, 200}},    {'%', {30, 30}},
    {0x2026, {0, 150}},   {0x2022, {100, 100}}, {'~', {150, 150}},
    {0x2032, {0, 300}},   {0xB0, {0, 200}},
};

static const struct row serif_letters[] = {
    {'A', {50, 50}}, {'C', {30, 0}},  {'F', {0, 50}},  {'G', {30, 0}},
    {'J', {50, 0}},  {'K', {0, 50}},  {'L', {0, 50}},  {'O', {30, 30}},
    {'Q', {30, 30}}, {'T', {50, 50}}, {'V', {50, 50}}, {'W', {50, 50}},
    {'X', {50, 50}}, {'Y', {50, 50}}, {'c', {30, 0}},  {'k', {0, 50}},
    {'r', {0, 60}},  {'t', {0, 70}},  {'v', {50, 50}}, {'w', {50, 50}},
    {'x', {50, 50}}, {'y', {50, 60}}, {'7', {30, 60}}, {'1', {60, 30}},
};

static const struct row sans_letters[] = {
    {'A', {40, 40}}, {'C', {30, 20}}, {'F', {0, 50}},  {'J', {40, 0}},
    {'L', {0, 60}},  {'O', {30, 30}}, {'P', {0, 40}},  {'Q', {30, 30}},
    {'T', {60, 60}}, {'V', {50, 50}}, {'W', {30, 30}}, {'X', {30, 30}},
    {'Y', {60, 60}}, {'f', {0, 40}},  {'r', {0, 70}},  {'t', {0, 40}},
    {'v', {40, 40}}, {'w', {30, 30}}, {'x', {30, 30}}, {'y', {40, 40}},
    {'7', {20, 60}}, {'1', {60, 20}},
};

// Families that differ from the rule: Computer Modern's hyphen and stops are
// thin and stand in wide sidebearings.
static const struct {
    const char *family;
    struct row row;
} exceptions[] = {
    {"Latin Modern Roman", {'-', {500, 600}}},
    {"Latin Modern Roman", {',', {0, 700}}},
    {"EB Garamond", {'.', {0, 800}}},
    {"EB Garamond", {',', {0, 700}}},
};

static bool search(const struct row *rows, size_t count, uint32_t rune,
                   struct protrusion *value)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].rune == rune) {
            *value = rows[i].value;
            return true;
        }
    }
    return false;
}

struct protrusion protrusion_lookup(const struct font *font, uint32_t rune)
{
    const struct font_metrics *metrics = font_metrics(font);
    struct protrusion value = {0, 0};

    if (metrics->fixed_pitch)
        return value;
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (exceptions[i].row.rune == rune &&
            str_eq_cstr(font_family_name(font), exceptions[i].family))
            return exceptions[i].row.value;
    if (search(marks, sizeof marks / sizeof *marks, rune, &value))
        return value;
    if (metrics->serif)
        search(serif_letters, sizeof serif_letters / sizeof *serif_letters,
               rune, &value);
    else
        search(sans_letters, sizeof sans_letters / sizeof *sans_letters, rune,
               &value);
    return value;
}
