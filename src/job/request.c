// SPDX-License-Identifier: MIT
// The words of requests.
#include "job/request.h"

bool make_from_word(struct str word, enum make *make)
{
    static const char *const words[] = {
        [MAKE_CV] = "cv",
        [MAKE_LETTER] = "letter",
        [MAKE_BOTH] = "both",
        [MAKE_MERGED] = "merged",
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_cstr(word, words[i])) {
            *make = (enum make)i;
            return true;
        }
    return false;
}
