// SPDX-License-Identifier: MIT
// TeX's commands in double quotes, where YAML reads the first letters of
// "\alpha" and "\tau" as a bell and a tab.
#include "profile/yaml_parts.h"

// With blanks and line breaks for a first letter other texts begin, too
// ("A\nName"): then the word must be one of these.
static bool is_command(struct str word)
{
    static const char *const words[] = {
        "nabla",  "natural", "ne",     "nearrow", "neg",     "neq",
        "ni",     "nmid",    "not",    "notin",   "nu",      "rangle",
        "rbrace", "rceil",   "rfloor", "rho",     "right",   "rightarrow",
        "rm",     "tan",     "tanh",   "tau",     "tbinom",  "text",
        "textbf", "textit",  "textrm", "texttt",  "tfrac",   "theta",
        "tilde",  "times",   "to",     "top",     "triangle"};

    if (str_find_char(STR("ntr"), word.ptr[0], 0) == SIZE_MAX)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_cstr(word, words[i]))
            return true;
    return false;
}

struct str yaml_lost_command(struct str raw)
{
    size_t dollars = 0;

    for (size_t i = 0; i + 2 < raw.len; i++) {
        size_t end = i + 1;

        dollars += raw.ptr[i] == '$';
        if (raw.ptr[i] != '\\')
            continue;
        while (end < raw.len && ascii_is_alpha(raw.ptr[end]))
            end++;
        // An odd number of dollars: one of them is open.
        if (dollars % 2 == 1 && end > i + 2 &&
            str_find_char(STR("abtnvfreLNP"), raw.ptr[i + 1], 0) != SIZE_MAX &&
            is_command(str_slice(raw, i + 1, end)) &&
            str_find_char(raw, '$', end) != SIZE_MAX)
            return str_slice(raw, i, end);
        i++; // what follows is escaped
    }
    return (struct str){"", 0};
}
