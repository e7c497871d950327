// SPDX-License-Identifier: MIT
// Options may stand before or behind the profile; a value follows its
// option or an equals sign.
#include "cli/options.h"

#include "base/diag.h"
#include "design/schema.h"

#include <stdio.h>
#include <string.h>

struct parser {
    struct arena *arena;
    int argc;
    char **argv;
    int next;
    struct options *options;
};

static const char *const option_names[] = {
    "--output", "--to",   "--set",     "--design",  "--locale", "--settings",
    "--quiet",  "--help", "--version", "--variant", "--tags",   "--fit",
};

#define OPTION_COUNT (sizeof option_names / sizeof *option_names)

static bool usage_error(const char *message, struct str what)
{
    fprintf(stderr, "vita: %s%.*s\n", message, STR_ARG(what));
    fputs("Try 'vita --help'.\n", stderr);
    return false;
}

static bool unknown_option(struct str name)
{
    struct str names[OPTION_COUNT];
    struct str near;

    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = str_from_cstr(option_names[i]);
    near = suggest_nearest(name, names, OPTION_COUNT);
    if (near.len > 0 && name.len > 2) {
        fprintf(stderr, "vita: unknown option %.*s; did you mean %.*s?\n",
                STR_ARG(name), STR_ARG(near));
        return false;
    }
    return usage_error("unknown option ", name);
}

// Takes the option's value from behind the equals sign or from the next
// argument.
static bool take_value(struct parser *p, struct str name, const char *inlined,
                       const char **value)
{
    if (inlined) {
        *value = inlined;
        return true;
    }
    if (p->next >= p->argc)
        return usage_error("a value is missing behind ", name);
    *value = p->argv[p->next++];
    return true;
}

static bool parse_form(const char *value, enum output_form *form)
{
    static const char *const names[] = {
        [OUTPUT_PDF] = "pdf",
        [OUTPUT_TEXT] = "text",
        [OUTPUT_LAYOUT] = "layout",
        [OUTPUT_TAGS] = "tags",
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i]) == 0) {
            *form = (enum output_form)i;
            return true;
        }
    return usage_error("--to takes pdf, text, layout or tags, not ",
                       str_from_cstr(value));
}

static bool parse_set(struct parser *p, const char *value)
{
    struct str whole = str_from_cstr(value);
    size_t equals = str_find_char(whole, '=', 0);
    struct setting setting = {.yaml = true};

    if (equals == SIZE_MAX || equals == 0)
        return usage_error("--set takes path=value, not ", whole);
    setting.path = str_slice(whole, 0, equals);
    setting.value = str_slice(whole, equals + 1, whole.len);
    vec_push(p->arena, &p->options->request.settings, setting);
    return true;
}

static bool is_dotted(struct str name)
{
    static const char *const roots[] = {"--cv.", "--design.", "--locale.",
                                        "--settings."};

    for (size_t i = 0; i < 4; i++)
        if (str_starts(name, str_from_cstr(roots[i])))
            return true;
    return false;
}

static bool parse_dotted(struct parser *p, struct str name, const char *inlined)
{
    struct setting setting = {.path = str_slice(name, 2, name.len)};
    const char *value = NULL;

    if (!take_value(p, name, inlined, &value))
        return false;
    setting.value = str_from_cstr(value);
    vec_push(p->arena, &p->options->request.settings, setting);
    return true;
}

// Returns where the value of a one-value option goes, or NULL.
static const char **value_place(struct request *request, struct str name)
{
    if (str_eq_cstr(name, "-o") || str_eq_cstr(name, "--output"))
        return &request->output;
    if (str_eq_cstr(name, "--design") || str_eq_cstr(name, "-d"))
        return &request->design;
    if (str_eq_cstr(name, "--locale") || str_eq_cstr(name, "-lc"))
        return &request->locale;
    if (str_eq_cstr(name, "--settings") || str_eq_cstr(name, "-s"))
        return &request->overlay_settings;
    if (str_eq_cstr(name, "--variant"))
        return &request->variant;
    if (str_eq_cstr(name, "--tags"))
        return &request->tags;
    if (str_eq_cstr(name, "--fit"))
        return &request->fit;
    return NULL;
}

// Returns false if the name is no option without a value.
static bool parse_flag(struct options *options, struct str name)
{
    if (str_eq_cstr(name, "-q") || str_eq_cstr(name, "--quiet"))
        options->quiet = true;
    else if (str_eq_cstr(name, "-h") || str_eq_cstr(name, "--help"))
        options->command = COMMAND_HELP;
    else if (str_eq_cstr(name, "-v") || str_eq_cstr(name, "--version"))
        options->command = COMMAND_VERSION;
    else
        return false;
    return true;
}

static bool parse_option(struct parser *p, const char *argument)
{
    struct str name = str_from_cstr(argument);
    size_t equals =
        str_starts(name, STR("--")) ? str_find_char(name, '=', 0) : SIZE_MAX;
    const char *inlined = equals == SIZE_MAX ? NULL : argument + equals + 1;
    const char *value = NULL;
    const char **place;

    name = str_slice(name, 0, equals);
    if (is_dotted(name))
        return parse_dotted(p, name, inlined);
    if (parse_flag(p->options, name))
        return !inlined || usage_error("no value belongs behind ", name);
    place = value_place(&p->options->request, name);
    if (place && *place)
        return usage_error("only once: ", name);
    if (place)
        return take_value(p, name, inlined, place);
    if (str_eq_cstr(name, "--to"))
        return take_value(p, name, inlined, &value) &&
               parse_form(value, &p->options->request.form);
    if (str_eq_cstr(name, "--set"))
        return take_value(p, name, inlined, &value) && parse_set(p, value);
    return unknown_option(name);
}

static bool parse_command(struct parser *p)
{
    const char *word = p->argc > 1 ? p->argv[1] : "";
    static const struct str commands[] = {{"render", 6}, {"help", 4}};
    struct str near;

    p->next = 2;
    if (strcmp(word, "render") == 0)
        return true;
    if (strcmp(word, "help") == 0) {
        p->options->command = COMMAND_HELP;
        return true;
    }
    if (word[0] == '-') {
        p->next = 1;
        return true;
    }
    if (word[0] == '\0')
        return usage_error("a command is missing", (struct str){"", 0});
    near = suggest_nearest(str_from_cstr(word), commands, 2);
    if (near.len > 0) {
        fprintf(stderr, "vita: there is no command %s; did you mean %.*s?\n",
                word, STR_ARG(near));
        return false;
    }
    return usage_error("there is no command ", str_from_cstr(word));
}

bool options_parse(struct arena *arena, int argc, char **argv,
                   struct options *options)
{
    struct parser p = {arena, argc, argv, 1, options};
    struct request *request = &options->request;
    bool only_operands = false;
    int pages;

    *options = (struct options){0};
    if (!parse_command(&p))
        return false;
    while (p.next < argc) {
        const char *argument = argv[p.next++];

        if (!only_operands && strcmp(argument, "--") == 0) {
            only_operands = true;
        } else if (!only_operands && argument[0] == '-' && argument[1]) {
            if (!parse_option(&p, argument))
                return false;
        } else if (request->profile) {
            return usage_error("one profile at a time; what is ",
                               str_from_cstr(argument));
        } else {
            request->profile = argument;
        }
    }
    if (request->fit &&
        !str_to_count(str_from_cstr(request->fit), SCHEMA_COUNT_MAX, &pages))
        return usage_error("--fit takes a number of pages, not ",
                           str_from_cstr(request->fit));
    if (options->command == COMMAND_RENDER && !request->profile)
        return usage_error("which profile? vita render PROFILE",
                           (struct str){"", 0});
    return true;
}
