// SPDX-License-Identifier: MIT
// Tables of TeX's commands for letters, accents, marks and typefaces, as
// LaTeX's OT1, T1 and TS1 encodings have them.
#include "bibliography/tex_data.h"

struct accent {
    const char *command;
    uint32_t mark;
};

static const struct accent accents[] = {
    {"`", 0x300}, {"'", 0x301}, {"^", 0x302},  {"~", 0x303}, {"=", 0x304},
    {"u", 0x306}, {".", 0x307}, {"\"", 0x308}, {"r", 0x30A}, {"H", 0x30B},
    {"v", 0x30C}, {"d", 0x323}, {"c", 0x327},  {"k", 0x328}, {"b", 0x331},
    {"t", 0x361}, {"h", 0x309}, {"G", 0x30F},  {"U", 0x30E}, {"f", 0x311},
};

struct symbol {
    const char *command;
    const char *text;
};

static const struct symbol symbols[] = {
    // Letters.
    {"ss", "ß"},
    {"SS", "ẞ"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"ij", "ij"},
    {"IJ", "IJ"},
    // Characters that mean something to TeX.
    {"&", "&"},
    {"%", "%"},
    {"$", "$"},
    {"_", "_"},
    {"#", "#"},
    {"{", "{"},
    {"}", "}"},
    {"textbackslash", "\\"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textunderscore", "_"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textdollar", "$"},
    {"textbar", "|"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textasteriskcentered", "*"},
    {"lbrace", "{"},
    {"rbrace", "}"},
    {"slash", "/"},
    {"sim", "~"}, // in addresses: $\sim$
    // Blanks.
    {" ", " "},
    {"\n", " "},
    {"\t", " "},
    {"\\", " "},
    {"newline", " "},
    {"space", " "},
    {"quad", " "},
    {"qquad", " "},
    {"enspace", " "},
    {",", "\u202f"},
    {"thinspace", "\u202f"},
    {";", " "},
    {":", " "},
    {">", " "},
    {"nobreakspace", "\u00a0"},
    // Places where a word may be divided, and other things not to be seen.
    {"-", ""},
    {"/", ""},
    {"!", ""},
    {"@", ""},
    {"*", ""},
    // Marks.
    {"textendash", "–"},
    {"textemdash", "—"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"lq", "‘"},
    {"rq", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquotedbl", "\""},
    {"textquotesingle", "'"},
    {"quotedblbase", "„"},
    {"quotesinglbase", "‚"},
    {"glqq", "„"},
    {"grqq", "“"},
    {"glq", "‚"},
    {"grq", "‘"},
    {"flqq", "«"},
    {"frqq", "»"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"guilsinglleft", "‹"},
    {"guilsinglright", "›"},
    {"textbullet", "•"},
    {"textperiodcentered", "·"},
    {"textexclamdown", "¡"},
    {"textquestiondown", "¿"},
    {"S", "§"},
    {"textsection", "§"},
    {"P", "¶"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"copyright", "©"},
    {"textcopyright", "©"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"pounds", "£"},
    {"textsterling", "£"},
    {"euro", "€"},
    {"texteuro", "€"},
    {"textdegree", "°"},
    {"textmu", "µ"},
    {"texttimes", "×"},
    {"textordfeminine", "ª"},
    {"textordmasculine", "º"},
    {"textonehalf", "½"},
    {"textonequarter", "¼"},
    {"textthreequarters", "¾"},
    // Names.
    {"TeX", "TeX"},
    {"LaTeX", "LaTeX"},
    {"LaTeXe", "LaTeX2e"},
    {"BibTeX", "BibTeX"},
    {"XeTeX", "XeTeX"},
    {"LuaTeX", "LuaTeX"},
};

struct command {
    const char *name;
    enum tex_kind kind;
};

static const struct command commands[] = {
    {"emph", TEX_EMPH},           {"textit", TEX_EMPH},
    {"textsl", TEX_EMPH},         {"mkbibemph", TEX_EMPH},
    {"mkbibitalic", TEX_EMPH},    {"textbf", TEX_BOLD},
    {"mkbibbold", TEX_BOLD},      {"enquote", TEX_QUOTE},
    {"mkbibquote", TEX_QUOTE},    {"url", TEX_URL},
    {"nolinkurl", TEX_URL},       {"path", TEX_URL},
    {"href", TEX_HREF},           {"noopsort", TEX_HIDDEN},
    {"cite", TEX_HIDDEN},         {"label", TEX_HIDDEN},
    {"index", TEX_HIDDEN},        {"vspace", TEX_HIDDEN},
    {"hspace", TEX_HIDDEN},       {"em", TEX_SWITCH_EMPH},
    {"it", TEX_SWITCH_EMPH},      {"sl", TEX_SWITCH_EMPH},
    {"itshape", TEX_SWITCH_EMPH}, {"slshape", TEX_SWITCH_EMPH},
    {"bf", TEX_SWITCH_BOLD},      {"bfseries", TEX_SWITCH_BOLD},
    {"textsc", TEX_PLAIN},        {"textrm", TEX_PLAIN},
    {"textsf", TEX_PLAIN},        {"texttt", TEX_PLAIN},
    {"textup", TEX_PLAIN},        {"textmd", TEX_PLAIN},
    {"textnormal", TEX_PLAIN},    {"textsuperscript", TEX_PLAIN},
    {"textsubscript", TEX_PLAIN}, {"mbox", TEX_PLAIN},
    {"hbox", TEX_PLAIN},          {"text", TEX_PLAIN},
    {"ensuremath", TEX_PLAIN},    {"uppercase", TEX_PLAIN},
    {"lowercase", TEX_PLAIN},     {"MakeUppercase", TEX_PLAIN},
    {"sc", TEX_NOTHING},          {"rm", TEX_NOTHING},
    {"sf", TEX_NOTHING},          {"tt", TEX_NOTHING},
    {"scshape", TEX_NOTHING},     {"normalfont", TEX_NOTHING},
    {"upshape", TEX_NOTHING},     {"relax", TEX_NOTHING},
    {"protect", TEX_NOTHING},     {"newblock", TEX_NOTHING},
    {"null", TEX_NOTHING},        {"sloppy", TEX_NOTHING},
    {"selectfont", TEX_NOTHING},
};

uint32_t tex_accent(struct str command)
{
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
        if (str_eq_cstr(command, accents[i].command))
            return accents[i].mark;
    return 0;
}

const char *tex_symbol(struct str command)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (str_eq_cstr(command, symbols[i].command))
            return symbols[i].text;
    return NULL;
}

enum tex_kind tex_kind_of(struct str command)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (str_eq_cstr(command, commands[i].name))
            return commands[i].kind;
    return TEX_UNKNOWN;
}
