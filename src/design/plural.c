// SPDX-License-Identifier: MIT
// Unicode CLDR 48, supplemental/plurals.xml. What only fractions, zero or
// millions want is left out: here years and months are counted.
#include "design/plural.h"

enum rule {
    RULE_NONE,   // the words have one form
    RULE_ONE,    // 1 and more
    RULE_DUAL,   // 1, 2 and more
    RULE_CZECH,  // 1, 2 to 4, more
    RULE_POLISH, // 1, 2 to 4 and 22 to 24, more
    RULE_EAST,   // 1 and 21, 2 to 4 and 22 to 24, more
    RULE_ARABIC,
};

// Those of RULE_ONE are not listed.
static const struct {
    const char *tag;
    enum rule rule;
} rules[] = {
    {"ar", RULE_ARABIC}, {"cs", RULE_CZECH}, {"he", RULE_DUAL},
    {"id", RULE_NONE},   {"ja", RULE_NONE},  {"ko", RULE_NONE},
    {"pl", RULE_POLISH}, {"ru", RULE_EAST},  {"uk", RULE_EAST},
    {"vi", RULE_NONE},   {"zh", RULE_NONE},
};

static enum rule rule_of(struct str tag)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (str_eq_cstr(tag, rules[i].tag))
            return rules[i].rule;
    return RULE_ONE;
}

// 2 to 4, 22 to 24, but not 12 to 14.
static bool is_few(int count)
{
    int unit = count % 10;
    int ten = count / 10 % 10;

    return unit >= 2 && unit <= 4 && ten != 1;
}

static enum plural arabic(int count)
{
    int rest = count % 100;

    if (count == 1)
        return PLURAL_ONE;
    if (count == 2)
        return PLURAL_TWO;
    if (rest >= 3 && rest <= 10)
        return PLURAL_FEW;
    return rest >= 11 ? PLURAL_MANY : PLURAL_OTHER;
}

enum plural plural_of(struct str tag, int count)
{
    switch (rule_of(tag)) {
    case RULE_NONE:
        return PLURAL_OTHER;
    case RULE_DUAL:
        if (count == 2)
            return PLURAL_TWO;
        break;
    case RULE_CZECH:
        if (count >= 2 && count <= 4)
            return PLURAL_FEW;
        break;
    case RULE_POLISH:
        if (count > 1)
            return is_few(count) ? PLURAL_FEW : PLURAL_MANY;
        break;
    case RULE_EAST:
        if (count % 10 == 1 && count % 100 != 11)
            return PLURAL_ONE;
        return is_few(count) ? PLURAL_FEW : PLURAL_MANY;
    case RULE_ARABIC:
        return arabic(count);
    case RULE_ONE:
        break;
    }
    return count == 1 ? PLURAL_ONE : PLURAL_OTHER;
}
