// SPDX-License-Identifier: MIT
// Prints the strings of a profile that its PDF must show, one a line, markup
// stripped: names, titles, the fields that the templates show, bullets,
// authors, the years of dates, addresses. golden.sh looks for them in the
// extracted text. It shares the reader with vita, nothing behind it.
#include "profile/profile.h"
#include "profile/yaml.h"

#include <stdio.h>
#include <string.h>

// The fields that some template of the classic theme shows. Others appear
// only where a user's template names them.
static const char *const shown_fields[] = {
    "text",     "bullet",   "number",  "reversed_number", "name",  "title",
    "company",  "position", "area",    "institution",     "label", "details",
    "location", "summary",  "journal", "degree",          "group",
};

static bool is_escape(struct str s, size_t i)
{
    return s.ptr[i] == '\\' && i + 1 < s.len &&
           strchr("\\`*_{}[]()#+-.!$\"'", s.ptr[i + 1]);
}

// If s[i] opens a link, sets the ends of its text and of the whole.
static bool is_link(struct str s, size_t i, size_t *text_end, size_t *end)
{
    if (s.ptr[i] != '[')
        return false;
    *text_end = str_find(s, STR("]("), i);
    if (*text_end == SIZE_MAX)
        return false;
    *end = str_find_char(s, ')', *text_end);
    return *end != SIZE_MAX;
}

// Citations and formulas are shown otherwise than they are written: what
// stands before and behind one are strings of their own.
static bool is_other(struct str s, size_t i, size_t *end)
{
    if (str_starts(str_slice(s, i, s.len), STR("[@")))
        *end = str_find_char(s, ']', i);
    else if (s.ptr[i] == '$')
        *end = str_find_char(s, '$', i + 1);
    else
        return false;
    return *end != SIZE_MAX;
}

static void print_bare(struct str s)
{
    size_t text_end;
    size_t end;
    for (size_t i = 0; i < s.len; i++) {
        if (is_escape(s, i)) {
            putchar(s.ptr[++i]);
        } else if (is_other(s, i, &end)) {
            putchar('\n');
            i = end;
        } else if (is_link(s, i, &text_end, &end)) {
            print_bare(str_slice(s, i + 1, text_end));
            i = end;
        } else if (s.ptr[i] != '*' && s.ptr[i] != '`') {
            putchar(ascii_is_space(s.ptr[i]) ? ' ' : s.ptr[i]);
        }
    }
}

static void print_text(struct text text)
{
    if (text.str.len == 0)
        return;
    print_bare(text.str);
    putchar('\n');
}

static void print_date(const struct date *date)
{
    if (date->kind == DATE_TEXT)
        printf("%.*s\n", STR_ARG(date->text));
    else if (date->kind == DATE_YEAR || date->kind == DATE_MONTH ||
             date->kind == DATE_DAY)
        printf("%d\n", date->year);
}

static void print_periods(const struct period_list *periods)
{
    for (size_t i = 0; i < periods->len; i++) {
        print_date(&periods->ptr[i].start);
        print_date(&periods->ptr[i].end);
        print_date(&periods->ptr[i].date);
    }
}

static void print_bullets(const struct bullet_list *bullets)
{
    for (size_t i = 0; i < bullets->len; i++) {
        print_text(bullets->ptr[i].text);
        print_periods(&bullets->ptr[i].periods);
        print_bullets(&bullets->ptr[i].children);
    }
}

// URLs are shown without scheme and closing slash.
static void print_url(struct str url)
{
    size_t scheme = str_find(url, STR("://"), 0);

    if (scheme != SIZE_MAX)
        url = str_slice(url, scheme + 3, url.len);
    while (str_ends(url, STR("/")))
        url = str_slice(url, 0, url.len - 1);
    printf("%.*s\n", STR_ARG(url));
}

static void print_entries(const struct entry_list *entries);

static void print_entry(const struct entry *entry)
{
    for (size_t i = 0; i < sizeof shown_fields / sizeof *shown_fields; i++)
        print_text(entry_lookup(entry, shown_fields[i]));
    if (entry_lookup(entry, "doi").str.len > 0)
        print_text(entry_lookup(entry, "doi"));
    else if (entry->kind == ENTRY_PUBLICATION &&
             entry_lookup(entry, "url").str.len > 0)
        print_url(entry_lookup(entry, "url").str);
    print_bullets(&entry->highlights);
    for (size_t i = 0; i < entry->authors.len; i++)
        print_text(entry->authors.ptr[i]);
    print_periods(&entry->periods);
    print_entries(&entry->entries);
}

static void print_entries(const struct entry_list *entries)
{
    for (size_t i = 0; i < entries->len; i++)
        print_entry(&entries->ptr[i]);
}

static void print_sections(const struct section_list *sections)
{
    for (size_t i = 0; i < sections->len; i++) {
        const struct section *section = &sections->ptr[i];
        print_text(section->title);
        print_entries(&section->entries);
    }
}

// However a phone number is grouped, its last four digits stay together.
static void print_phone(struct str number)
{
    if (number.len > 4)
        printf("%.*s\n", 4, number.ptr + number.len - 4);
}

static void print_connection(const struct connection *connection)
{
    switch (connection->kind) {
    case CONNECTION_WEBSITE:
        print_url(connection->url);
        break;
    case CONNECTION_PHONE:
        print_phone(connection->text.str);
        break;
    case CONNECTION_SOCIAL:
        if (!str_eq_cstr(connection->network, "Google Scholar"))
            print_text(connection->text);
        break;
    case CONNECTION_LOCATION:
    case CONNECTION_EMAIL:
    case CONNECTION_CUSTOM:
        print_text(connection->text);
        break;
    }
}

static void print_header(const struct cv *cv)
{
    print_text(cv->name);
    print_text(cv->headline);
    for (size_t i = 0; i < cv->connections.len; i++) {
        print_connection(&cv->connections.ptr[i]);
    }
}

static bool read_file(struct arena *arena, const char *path, struct str *text)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    struct buf buf = {.arena = arena};
    char chunk[4096];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        buf_add(&buf, (struct str){chunk, got});
    fclose(file);
    *text = buf_str(&buf);
    return true;
}

static bool print_profile(struct arena *arena, const char *path)
{
    struct source source = {.name = str_from_cstr(path)};
    struct diags *diags = diags_new(arena);
    struct profile profile;
    if (!read_file(arena, path, &source.text))
        return false;
    const struct node *root = yaml_read(arena, &source, diags);
    if (!root || !profile_read(arena, root, diags, &profile)) {
        diags_print(diags, stderr, false, false);
        return false;
    }
    print_header(&profile.cv);
    print_sections(&profile.cv.sections);
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: words PROFILE\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    bool ok = print_profile(arena, argv[1]);
    arena_free(arena);
    return ok ? 0 : 1;
}
