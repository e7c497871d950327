// SPDX-License-Identifier: MIT
// From .bib files to texts: TeX to Markdown, names, dates.
#include "bibliography_fixture.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- TeX ---------------------------------------------------------------------

static const struct pair_of_texts tex_cases[] = {
    // Accents, in all the ways that people write them.
    {"G\\\"odel", "Gödel"},
    {"G{\\\"o}del", "Gödel"},
    {"G\\\"{o}del", "Gödel"},
    {"G{\\\"{o}}del", "Gödel"},
    {"Poincar\\'e Poincar{\\'e} Poincar\\'{e}", "Poincaré Poincaré Poincaré"},
    {"\\`a \\^a \\~n \\=o \\.z \\u{a} \\v{c} \\v c \\H{o} \\r{u}",
     "à â ñ ō ż ă č č ő ů"},
    {"\\c{c} \\c c \\c{s} \\k{a} \\d{t} \\b{d}", "ç ç ş ą ṭ ḏ"},
    {"{\\v{C}}ech \\v{S}koda \\v{r}", "Čech Škoda ř"},
    {"\\'{\\i} \\'\\i \\`{\\i} \\\"\\i \\^\\j \\u{\\i}", "í í ì ï ĵ ĭ"},
    {"\\i \\j \\.I", "ıȷİ"},
    {"\\'{\\o}", "ǿ"},
    {"\\\"{\\'e}", "é̈"},
    {"\\t{oo}", "o͡o"},
    {"Erd\\H{o}s P\\'al", "Erdős Pál"},
    {"Ho{\\`a}ng Ph{\\^o}", "Hoàng Phô"},
    {"\\' e", "é"},
    {"\\'{}", ""},
    {"\\~{} \\^{}", "\\~ ^"},
    {"\\\"", ""},
    // Letters.
    {"\\ss{} stra{\\ss}e \\o re \\O \\l\\L {\\ae}\\AE \\oe\\OE \\aa \\AA",
     "ß straße øre ØłŁæÆœŒåÅ"},
    {"\\aa ngstr{\\\"o}m {\\AA}rhus \\dh\\DH\\th\\TH \\dj \\DJ",
     "ångström Århus ðÐþÞđĐ"},
    {"\\o{}re", "øre"},
    // Braces, blanks, dashes, quotation marks.
    {"The {Protected} {C}ase {{of It}}", "The Protected Case of It"},
    {"a\n   b\tc ", "a b c"},
    {" a{ b }c", "a b c"},
    {"1--10 a---b c-d", "1–10 a—b c-d"},
    {"``double'' `single'", "“double” ‘single'"},
    {"D.~E.~Knuth", "D.\u00a0E.\u00a0Knuth"},
    {"!`Ay! ?`S\\'i?", "¡Ay! ¿Sí?"},
    {"a\\ b\\\\c\\newline d", "a b c d"},
    {"D.\\,E.", "D.\u202fE."},
    {"hy\\-phen\\-ate shelf\\/ful", "hyphenate shelfful"},
    {"\\ldots \\dots{} \\textellipsis", "…… …"},
    // What TeX needs a backslash for.
    {"AT\\&T 5\\% \\$3 a\\_b \\#1 \\{x\\}", "AT&T 5% \\$3 a\\_b #1 {x}"},
    {"\\textbackslash{} \\textasciitilde", "\\\\ \\~"},
    {"\\S 5 \\P{} \\copyright{} \\pounds 3", "§5 ¶ © £3"},
    {"\\LaTeX{} and \\TeX", "LaTeX and TeX"},
    // What means something to Markdown.
    {"a*b*c _d_ [e](f) `g h <b> &amp; R & D",
     "a\\*b\\*c \\_d\\_ \\[e\\](f) ‘g h \\<b> \\&amp; R & D"},
    {"snake_case", "snake\\_case"},
    // Typefaces.
    {"\\emph{Principia Mathematica} I", "*Principia Mathematica* I"},
    {"{\\em Principia} I", "*Principia* I"},
    {"{\\it a} {\\bf b} {\\sc c}", "*a* **b** c"},
    {"\\textit{a} \\textbf{b} \\textsc{c} \\texttt{d}", "*a* **b** c d"},
    {"\\emph {blank }after", "*blank* after"},
    {"\\emph{}", ""},
    {"\\enquote{so}", "“so”"},
    {"\\textsuperscript{2} \\mbox{x}", "2 x"},
    // Links.
    {"\\url{http://a.org/b_c%20d}",
     "[http://a.org/b\\_c%20d](http://a.org/b_c%20d)"},
    {"\\href{http://a.org/\\%7Eb}{the {\\em text}}",
     "[the *text*](http://a.org/%7Eb)"},
    {"\\href{http://a.org/(b)}{\\url{http://c.org}}",
     "[http://c.org](http://a.org/%28b%29)"},
    // Formulas stay for who understands them.
    {"The $L^2_*$ norm of $\\alpha\n \\{x\\}$",
     "The $L^2_*$ norm of $\\alpha \\{x\\}$"},
    {"\\(x_1\\) costs 5 $ or \\$6", "$x_1$ costs 5 \\$ or \\$6"},
    {"$a\\$b$", "$a\\$b$"},
    // Commands that take their argument along, and such as are unknown.
    {"{\\noopsort{1973}}1973 \\cite{x}", "1973 "},
    {"\\foo{kept} \\bar", "kept "},
    {"\\relax x", "x"},
    // Odd ends.
    {"\\", ""},
    {"$", "\\$"},
    {"\\emph", ""},
    {"\\'", ""},
};

static struct str convert_tex(const char *input)
{
    static struct arena *arena;
    struct bib_database *database;
    struct bib_value value = {.text = str_from_cstr(input)};

    if (!arena)
        arena = arena_new();
    database = bib_database_new(arena, diags_new(arena));
    return tex_to_markdown(database, &value, TEX_QUIET);
}

static void tex_becomes_markdown(void **state)
{
    int wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(tex_cases); i++) {
        struct str output = convert_tex(tex_cases[i].input);

        if (str_eq(output, str_trim(str_from_cstr(tex_cases[i].output))))
            continue;
        print_message("%s gives '%.*s', not '%s'\n", tex_cases[i].input,
                      STR_ARG(output), tex_cases[i].output);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void deep_groups_end(void **state)
{
    static char text[20001];
    size_t half = sizeof text / 2;

    (void)state;
    memset(text, '{', half);
    memset(text + half, '}', half);
    text[half] = 'x';
    assert_text(convert_tex(text), "x");
    for (size_t i = 0; i + 6 <= half; i += 6)
        memcpy(text + i, "\\emph{", 6);
    (void)convert_tex(text);
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\\'", 2);
    (void)convert_tex(text);
}

// --- Names -------------------------------------------------------------------

static const struct pair_of_texts name_cases[] = {
    {"Emmy Noether", "Emmy Noether"},
    {"Noether, Emmy", "Emmy Noether"},
    {"Noether, E.", "E. Noether"},
    {"Noether", "Noether"},
    {"Amalie Emmy Noether", "Amalie Emmy Noether"},
    {"von Neumann, John", "John von Neumann"},
    {"John von Neumann", "John von Neumann"},
    {"Ludwig van Beethoven", "Ludwig van Beethoven"},
    {"de la Vall{\\'e}e Poussin, Charles-Jean",
     "Charles-Jean de la Vallée Poussin"},
    {"Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
     "Charles Louis Xavier Joseph de la Vallée Poussin"},
    {"King, Jr., Martin Luther", "Martin Luther King Jr."},
    {"von Last, Jr, First", "First von Last Jr"},
    {"Steele Jr., Guy L.", "Guy L. Steele Jr."},
    {"{Barnes and Noble}", "Barnes and Noble"},
    {"{NASA}", "NASA"},
    {"hooks, bell", "bell hooks"},
    {"bell hooks", "bell hooks"},
    {"de la fontaine, jean", "jean de la fontaine"},
    {"Jean d'Alembert", "Jean d'Alembert"},
    {"D.~E.~Knuth", "D. E. Knuth"},
    {"Knuth,  Donald\n  E.", "Donald E. Knuth"},
    {"G{\\\"o}del, Kurt", "Kurt Gödel"},
    {"{\\L}ukasiewicz, Jan", "Jan Łukasiewicz"},
    {"{\\v C}ech, Eduard", "Eduard Čech"},
    {"Erd{\\H o}s, P{\\'a}l", "Pál Erdős"},
    {"ünal, Özgür", "Özgür ünal"},
    {"Noether, Emmy,", "Emmy Noether"},
    {"A and B", "A; B"},
    {"A AND B and C", "A; B; C"},
    {"A\nand\nB", "A; B"},
    {"Anders Andersen and Sand, Andy", "Anders Andersen; Andy Sand"},
    {"A and others", "A; et al."},
    {"A and and B", "A; B"},
    {"and A and", "and A and"},
    {"A,,B", "B A"},
    {"a", "a"},
    {",", ""},
    {"", ""},
    {"A, B, C, D", "A, B, C, D"},
    {"{a,b,c,d} e", "a,b,c,d e"},
    {"O'Neil, S_n*", "S\\_n\\* O'Neil"},
};

static void names_are_split(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(name_cases); i++) {
        struct bib_database *database =
            bib_database_new(arena, diags_new(arena));
        struct bib_value value = {.text = str_from_cstr(name_cases[i].input)};
        struct bib_names names = bib_names_read(database, &value, TEX_QUIET);
        struct buf buf = {.arena = arena};

        for (size_t k = 0; k < names.len; k++)
            buf_addf(&buf, "%s%.*s", k > 0 ? "; " : "",
                     STR_ARG(names.ptr[k].text));
        if (!str_eq_cstr(buf_str(&buf), name_cases[i].output))
            fail_msg("%s gives '%.*s', not '%s'", name_cases[i].input,
                     STR_ARG(buf_str(&buf)), name_cases[i].output);
    }
    arena_free(arena);
}

// --- Dates -------------------------------------------------------------------

static const struct pair_of_texts date_cases[] = {
    {"year = 1918", "1918"},
    {"year = {1918}, month = jul", "1918-07"},
    {"year = {1918}, month = {July}", "1918-07"},
    {"year = {1918}, month = {7}", "1918-07"},
    {"year = {1918}, month = \"12\"", "1918-12"},
    {"year = {1918}, month = {13}", "1918"},
    {"year = {1918}, month = jul # \"~26\"", "1918-07"},
    {"year = {1918}, month = {26 July}", "1918-07"},
    {"year = {1918}, month = {July--August}", "1918-07"},
    {"year = {in press}, month = jul", "in press"},
    {"year = {1915/16}", "1915/16"},
    {"date = {1918-07-26}", "1918-07-26"},
    {"date = {1918-07/1918-09}", "1918-07"},
    {"date = {1918}, month = jul", "1918"},
    {"date = {26 July 1918}", "26 July 1918"},
    {"date = {26 July 1918}, year = 1918", "1918"},
    {"month = jul", ""},
};

static void dates_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(date_cases); i++) {
        struct fixture fixture = fixture_new("");
        const struct node *date;

        fixture.bib =
            str_format(fixture.arena, "@misc{k, author={A}, title={T}, %s}",
                       date_cases[i].input);
        date = node_lookup(entries_of(&fixture, "")->items.ptr[0], "date");
        if (!str_eq_cstr(date ? date->text : STR(""), date_cases[i].output))
            fail_msg("%s gives '%.*s'", date_cases[i].input,
                     STR_ARG(date->text));
        arena_free(fixture.arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(tex_becomes_markdown),
        cmocka_unit_test(deep_groups_end),
        cmocka_unit_test(names_are_split),
        cmocka_unit_test(dates_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
