// SPDX-License-Identifier: MIT
// Tables of TeX's names, LaTeX's and amsmath's. A character that is typed
// directly gets the class of the command that stands for it.
#include "compose/formula_symbols.h"

#define ORD(name, rune)                                                        \
    {                                                                          \
        name, COMMAND_SYMBOL, FORMULA_ORD, rune                                \
    }
#define BIG(name, rune)                                                        \
    {                                                                          \
        name, COMMAND_SYMBOL, FORMULA_OP, rune                                 \
    }
#define BIN(name, rune)                                                        \
    {                                                                          \
        name, COMMAND_SYMBOL, FORMULA_BIN, rune                                \
    }
#define REL(name, rune)                                                        \
    {                                                                          \
        name, COMMAND_SYMBOL, FORMULA_REL, rune                                \
    }
#define OPEN(name, rune)                                                       \
    {                                                                          \
        name, COMMAND_SYMBOL, FORMULA_OPEN, rune                               \
    }
#define CLOSE(name, rune)                                                      \
    {                                                                          \
        name, COMMAND_SYMBOL, FORMULA_CLOSE, rune                              \
    }
#define WORD(name)                                                             \
    {                                                                          \
        name, COMMAND_WORD, FORMULA_OP, 0                                      \
    }
#define SPACE(name, mu)                                                        \
    {                                                                          \
        name, COMMAND_SPACE, FORMULA_ORD, mu                                   \
    }
#define ACCENT(name, rune)                                                     \
    {                                                                          \
        name, COMMAND_ACCENT, FORMULA_ORD, rune                                \
    }
#define ALPHABET(name, which)                                                  \
    {                                                                          \
        name, COMMAND_ALPHABET, FORMULA_ORD, which                             \
    }
#define OTHER(name, kind)                                                      \
    {                                                                          \
        name, kind, FORMULA_ORD, 0                                             \
    }

static const struct formula_command commands[] = {
    // Greek
    ORD("alpha", 0x3B1),
    ORD("beta", 0x3B2),
    ORD("gamma", 0x3B3),
    ORD("delta", 0x3B4),
    ORD("epsilon", 0x3F5),
    ORD("varepsilon", 0x3B5),
    ORD("zeta", 0x3B6),
    ORD("eta", 0x3B7),
    ORD("theta", 0x3B8),
    ORD("vartheta", 0x3D1),
    ORD("iota", 0x3B9),
    ORD("kappa", 0x3BA),
    ORD("varkappa", 0x3F0),
    ORD("lambda", 0x3BB),
    ORD("mu", 0x3BC),
    ORD("nu", 0x3BD),
    ORD("xi", 0x3BE),
    ORD("omicron", 0x3BF),
    ORD("pi", 0x3C0),
    ORD("varpi", 0x3D6),
    ORD("rho", 0x3C1),
    ORD("varrho", 0x3F1),
    ORD("sigma", 0x3C3),
    ORD("varsigma", 0x3C2),
    ORD("tau", 0x3C4),
    ORD("upsilon", 0x3C5),
    ORD("phi", 0x3D5),
    ORD("varphi", 0x3C6),
    ORD("chi", 0x3C7),
    ORD("psi", 0x3C8),
    ORD("omega", 0x3C9),
    ORD("Gamma", 0x393),
    ORD("Delta", 0x394),
    ORD("Theta", 0x398),
    ORD("Lambda", 0x39B),
    ORD("Xi", 0x39E),
    ORD("Pi", 0x3A0),
    ORD("Sigma", 0x3A3),
    ORD("Upsilon", 0x3A5),
    ORD("Phi", 0x3A6),
    ORD("Psi", 0x3A8),
    ORD("Omega", 0x3A9),
    // Other letters and signs
    ORD("ell", 0x2113),
    ORD("hbar", 0x210F),
    ORD("Re", 0x211C),
    ORD("Im", 0x2111),
    ORD("aleph", 0x2135),
    ORD("infty", 0x221E),
    ORD("partial", 0x2202),
    ORD("nabla", 0x2207),
    ORD("forall", 0x2200),
    ORD("exists", 0x2203),
    ORD("emptyset", 0x2205),
    ORD("varnothing", 0x2205),
    ORD("neg", 0xAC),
    ORD("top", 0x22A4),
    ORD("bot", 0x22A5),
    ORD("angle", 0x2220),
    ORD("triangle", 0x25B3),
    ORD("square", 0x25A1),
    ORD("prime", 0x2032),
    ORD("dagger", 0x2020),
    ORD("degree", 0xB0),
    ORD("|", 0x2016),
    ORD("Vert", 0x2016),
    ORD("vert", '|'),
    ORD("backslash", '\\'),
    ORD("%", '%'),
    ORD("$", '$'),
    ORD("#", '#'),
    ORD("&", '&'),
    ORD("_", '_'),
    // Large operators
    BIG("sum", 0x2211),
    BIG("prod", 0x220F),
    BIG("coprod", 0x2210),
    BIG("int", 0x222B),
    BIG("iint", 0x222C),
    BIG("oint", 0x222E),
    BIG("bigcup", 0x22C3),
    BIG("bigcap", 0x22C2),
    BIG("bigoplus", 0x2A01),
    BIG("bigotimes", 0x2A02),
    BIG("bigvee", 0x22C1),
    BIG("bigwedge", 0x22C0),
    // Binary operators
    BIN("times", 0xD7),
    BIN("cdot", 0x22C5),
    BIN("pm", 0xB1),
    BIN("mp", 0x2213),
    BIN("div", 0xF7),
    BIN("cup", 0x222A),
    BIN("cap", 0x2229),
    BIN("setminus", 0x2216),
    BIN("circ", 0x2218),
    BIN("bullet", 0x2219),
    BIN("oplus", 0x2295),
    BIN("ominus", 0x2296),
    BIN("otimes", 0x2297),
    BIN("odot", 0x2299),
    BIN("ast", 0x2217),
    BIN("star", 0x22C6),
    BIN("wedge", 0x2227),
    BIN("land", 0x2227),
    BIN("vee", 0x2228),
    BIN("lor", 0x2228),
    BIN("diamond", 0x22C4),
    BIN("sqcup", 0x2294),
    BIN("sqcap", 0x2293),
    BIN("uplus", 0x228E),
    // Relations
    REL("leq", 0x2264),
    REL("le", 0x2264),
    REL("geq", 0x2265),
    REL("ge", 0x2265),
    REL("leqslant", 0x2A7D),
    REL("geqslant", 0x2A7E),
    REL("neq", 0x2260),
    REL("ne", 0x2260),
    REL("lt", '<'),
    REL("gt", '>'),
    REL("ll", 0x226A),
    REL("gg", 0x226B),
    REL("lesssim", 0x2272),
    REL("gtrsim", 0x2273),
    REL("prec", 0x227A),
    REL("succ", 0x227B),
    REL("preceq", 0x2AAF),
    REL("succeq", 0x2AB0),
    REL("approx", 0x2248),
    REL("sim", 0x223C),
    REL("simeq", 0x2243),
    REL("cong", 0x2245),
    REL("equiv", 0x2261),
    REL("doteq", 0x2250),
    REL("propto", 0x221D),
    REL("in", 0x2208),
    REL("notin", 0x2209),
    REL("ni", 0x220B),
    REL("subset", 0x2282),
    REL("supset", 0x2283),
    REL("subseteq", 0x2286),
    REL("supseteq", 0x2287),
    REL("perp", 0x27C2),
    REL("parallel", 0x2225),
    REL("mid", 0x2223),
    REL("models", 0x22A7),
    REL("vdash", 0x22A2),
    REL("dashv", 0x22A3),
    REL("to", 0x2192),
    REL("rightarrow", 0x2192),
    REL("leftarrow", 0x2190),
    REL("gets", 0x2190),
    REL("leftrightarrow", 0x2194),
    REL("Rightarrow", 0x21D2),
    REL("implies", 0x27F9),
    REL("Leftarrow", 0x21D0),
    REL("Leftrightarrow", 0x21D4),
    REL("iff", 0x27FA),
    REL("longrightarrow", 0x27F6),
    REL("mapsto", 0x21A6),
    REL("hookrightarrow", 0x21AA),
    REL("uparrow", 0x2191),
    REL("downarrow", 0x2193),
    REL("rightharpoonup", 0x21C0),
    {"colon", COMMAND_SYMBOL, FORMULA_PUNCT, ':'},
    // Brackets
    OPEN("{", '{'),
    OPEN("lbrace", '{'),
    OPEN("langle", 0x27E8),
    OPEN("lfloor", 0x230A),
    OPEN("lceil", 0x2308),
    OPEN("lvert", '|'),
    OPEN("lVert", 0x2016),
    CLOSE("}", '}'),
    CLOSE("rbrace", '}'),
    CLOSE("rangle", 0x27E9),
    CLOSE("rfloor", 0x230B),
    CLOSE("rceil", 0x2309),
    CLOSE("rvert", '|'),
    CLOSE("rVert", 0x2016),
    // Dots
    {"ldots", COMMAND_SYMBOL, FORMULA_INNER, 0x2026},
    {"dots", COMMAND_SYMBOL, FORMULA_INNER, 0x2026},
    {"cdots", COMMAND_SYMBOL, FORMULA_INNER, 0x22EF},
    // Operators with names
    WORD("log"),
    WORD("ln"),
    WORD("lg"),
    WORD("exp"),
    WORD("sin"),
    WORD("cos"),
    WORD("tan"),
    WORD("cot"),
    WORD("sinh"),
    WORD("cosh"),
    WORD("tanh"),
    WORD("arcsin"),
    WORD("arccos"),
    WORD("arctan"),
    WORD("min"),
    WORD("max"),
    WORD("inf"),
    WORD("sup"),
    WORD("lim"),
    WORD("liminf"),
    WORD("limsup"),
    WORD("arg"),
    WORD("det"),
    WORD("dim"),
    WORD("ker"),
    WORD("deg"),
    WORD("gcd"),
    WORD("hom"),
    WORD("Pr"),
    // White space
    SPACE(",", 3),
    SPACE("thinspace", 3),
    SPACE(":", 4),
    SPACE(">", 4),
    SPACE(";", 5),
    SPACE("!", -3),
    SPACE(" ", 6),
    SPACE("quad", 18),
    SPACE("qquad", 36),
    // Accents
    ACCENT("hat", 0x302),
    ACCENT("widehat", 0x302),
    ACCENT("bar", 0x304),
    ACCENT("overline", 0x304),
    ACCENT("tilde", 0x303),
    ACCENT("widetilde", 0x303),
    ACCENT("vec", 0x20D7),
    ACCENT("dot", 0x307),
    ACCENT("ddot", 0x308),
    ACCENT("check", 0x30C),
    ACCENT("breve", 0x306),
    ACCENT("acute", 0x301),
    ACCENT("grave", 0x300),
    ACCENT("mathring", 0x30A),
    // Alphabets
    ALPHABET("mathrm", FORMULA_ROMAN),
    ALPHABET("mathbf", FORMULA_BOLD),
    ALPHABET("boldsymbol", FORMULA_BOLD),
    ALPHABET("bm", FORMULA_BOLD),
    ALPHABET("mathsf", FORMULA_SANS),
    ALPHABET("mathbb", FORMULA_DOUBLE),
    ALPHABET("mathcal", FORMULA_SCRIPT),
    ALPHABET("mathscr", FORMULA_SCRIPT),
    ALPHABET("mathfrak", FORMULA_FRAKTUR),
    ALPHABET("mathit", FORMULA_PLAIN),
    ALPHABET("mathnormal", FORMULA_PLAIN),
    // The rest
    OTHER("text", COMMAND_TEXT),
    OTHER("textrm", COMMAND_TEXT),
    OTHER("mbox", COMMAND_TEXT),
    OTHER("operatorname", COMMAND_OPERATOR),
    OTHER("frac", COMMAND_FRACTION),
    OTHER("tfrac", COMMAND_FRACTION),
    OTHER("dfrac", COMMAND_FRACTION),
    OTHER("sqrt", COMMAND_ROOT),
    OTHER("left", COMMAND_LEFT),
    OTHER("right", COMMAND_RIGHT),
    OTHER("limits", COMMAND_NOTHING),
    OTHER("nolimits", COMMAND_NOTHING),
    OTHER("displaystyle", COMMAND_NOTHING),
    OTHER("textstyle", COMMAND_NOTHING),
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

const struct formula_command *formula_command_lookup(struct str name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (str_eq_cstr(name, commands[i].name))
            return &commands[i];
    return NULL;
}

struct str formula_command_suggest(struct arena *arena, struct str name)
{
    struct str *names = arena_array_of(arena, COMMAND_COUNT, struct str);

    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = str_from_cstr(commands[i].name);
    return suggest_nearest(name, names, COMMAND_COUNT);
}

// ASCII as plain TeX has it, and what keyboards give for a sign.
static const struct typed {
    uint32_t rune;
    enum formula_class class;
    uint32_t shown;
} typed[] = {
    {'+', FORMULA_BIN, '+'},       {'-', FORMULA_BIN, 0x2212},
    {0x2212, FORMULA_BIN, 0x2212}, {0x2013, FORMULA_BIN, 0x2212},
    {'*', FORMULA_BIN, 0x2217},    {0xB7, FORMULA_BIN, 0x22C5},
    {'=', FORMULA_REL, '='},       {'<', FORMULA_REL, '<'},
    {'>', FORMULA_REL, '>'},       {':', FORMULA_REL, ':'},
    {'~', FORMULA_REL, 0x223C},    {',', FORMULA_PUNCT, ','},
    {';', FORMULA_PUNCT, ';'},     {'(', FORMULA_OPEN, '('},
    {'[', FORMULA_OPEN, '['},      {')', FORMULA_CLOSE, ')'},
    {']', FORMULA_CLOSE, ']'},     {'!', FORMULA_CLOSE, '!'},
    {'?', FORMULA_CLOSE, '?'},     {0xB5, FORMULA_ORD, 0x3BC},
    {0x2126, FORMULA_ORD, 0x3A9},  {0x2206, FORMULA_ORD, 0x394},
    {0x2225, FORMULA_ORD, 0x2016},
};

enum formula_class formula_class_of(uint32_t rune, uint32_t *shown)
{
    *shown = rune;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        if (typed[i].rune == rune) {
            *shown = typed[i].shown;
            return typed[i].class;
        }
    for (size_t i = 0; rune >= 0x80 && i < COMMAND_COUNT; i++)
        if (commands[i].kind == COMMAND_SYMBOL &&
            (uint32_t)commands[i].value == rune)
            return commands[i].class;
    return FORMULA_ORD;
}

static const struct script {
    uint32_t plain, super, sub; // 0: there is none
} scripts[] = {
    {'0', 0x2070, 0x2080}, {'1', 0xB9, 0x2081},   {'2', 0xB2, 0x2082},
    {'3', 0xB3, 0x2083},   {'4', 0x2074, 0x2084}, {'5', 0x2075, 0x2085},
    {'6', 0x2076, 0x2086}, {'7', 0x2077, 0x2087}, {'8', 0x2078, 0x2088},
    {'9', 0x2079, 0x2089}, {'+', 0x207A, 0x208A}, {0x2212, 0x207B, 0x208B},
    {'n', 0x207F, 0x2099}, {'i', 0x2071, 0x1D62}, {'j', 0, 0x2C7C},
    {'k', 0, 0x2096},      {'m', 0, 0x2098},      {'p', 0, 0x209A},
    {'t', 0, 0x209C},      {'x', 0, 0x2093},      {'a', 0, 0x2090},
    {'T', 0x1D40, 0},
};

int formula_script_of(uint32_t rune, uint32_t *plain)
{
    for (size_t i = 0; rune >= 0x80 && i < sizeof scripts / sizeof *scripts;
         i++) {
        int side = (rune == scripts[i].super) - (rune == scripts[i].sub);

        if (side == 0)
            continue;
        *plain = scripts[i].plain;
        return side;
    }
    return 0;
}

uint32_t formula_superscript(uint32_t rune)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (scripts[i].plain == rune && (rune < 0x3A || rune == 0x2212))
            return scripts[i].super;
    return 0;
}
