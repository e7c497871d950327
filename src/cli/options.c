// SPDX-License-Identifier: MIT
// Options may stand before or behind the profile; a value follows its
// option or an equals sign.
#include "cli/options.h"

#include "base/diag.h"
#include "cli/option_table.h"
#include "design/schema.h"

#include <stdio.h>
#include <string.h>

// Beyond it a count is a slip.
#define COUNT_MAX 1000000

struct parser {
    struct arena *arena;
    int argc;
    char **argv;
    int next;
    struct options *options;
    enum command command; // that the options belong to
};

static bool usage_error(const char *message, struct str what)
{
    fprintf(stderr, "vita: %s%.*s\n", message, STR_ARG(what));
    fputs("Try 'vita --help'.\n", stderr);
    return false;
}

static bool unknown_option(const struct parser *p, struct str name)
{
    struct str_list names = {0};
    struct str near;

    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].commands & 1U << p->command)
            vec_push(p->arena, &names, str_from_cstr(option_table[i].name));
    near = suggest_nearest(name, names.ptr, names.len);
    if (near.len > 0 && name.len > 2) {
        fprintf(stderr, "vita: unknown option %.*s; did you mean %.*s?\n",
                STR_ARG(name), STR_ARG(near));
        return false;
    }
    if (p->command > COMMAND_BATCH)
        return usage_error("unknown option ", name);
    if (option_lookup(name, p->command == COMMAND_BATCH ? COMMAND_RENDER
                                                        : COMMAND_BATCH))
        return usage_error(p->command == COMMAND_BATCH
                               ? "only vita render has the option "
                               : "only vita batch has the option ",
                           name);
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

static bool parse_make(const char *value, enum make *make)
{
    return make_from_word(str_from_cstr(value), make) ||
           usage_error("--make takes cv, letter, both or merged, not ",
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
    static const char *const roots[] = {"--cv.",     "--design.",
                                        "--locale.", "--settings.",
                                        "--letter.", "--placeholders."};

    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
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

static bool parse_count(struct str name, const char *value, int *count)
{
    if (*count > 0)
        return usage_error("only once: ", name);
    if (str_to_count(str_from_cstr(value), COUNT_MAX, count) && *count > 0)
        return true;
    fprintf(stderr, "vita: %.*s takes a number from 1, not %s\n", STR_ARG(name),
            value);
    return false;
}

static bool parse_shard(struct batch_options *batch, const char *value)
{
    struct str rest = str_from_cstr(value);
    struct str shard = str_split(&rest, '/');

    if (batch->shards > 0)
        return usage_error("only once: ", STR("--shard"));
    if (rest.ptr && str_to_count(shard, COUNT_MAX, &batch->shard) &&
        str_to_count(rest, COUNT_MAX, &batch->shards) && batch->shard > 0 &&
        batch->shard <= batch->shards)
        return true;
    return usage_error("--shard takes a part such as 2/5, not ",
                       str_from_cstr(value));
}

static bool parse_flag(struct parser *p, const struct cli_option *option)
{
    if (option->kind == ARGUMENT_FLAG) {
        *(bool *)((char *)p->options + option->offset) = true;
        return true;
    }
    if (option->kind == ARGUMENT_LETTER) {
        p->options->request.make = MAKE_LETTER;
        return true;
    }
    p->options->about = p->command;
    p->options->command =
        option->kind == ARGUMENT_HELP ? COMMAND_HELP : COMMAND_VERSION;
    return true;
}

static bool parse_value(struct parser *p, const struct cli_option *option,
                        struct str name, const char *value)
{
    void *place = (char *)p->options + option->offset;

    switch (option->kind) {
    case ARGUMENT_TEXT:
        if (*(const char **)place)
            return usage_error("only once: ", name);
        *(const char **)place = value;
        return true;
    case ARGUMENT_COUNT:
        return parse_count(name, value, place);
    case ARGUMENT_FORM:
        return parse_form(value, &p->options->request.form);
    case ARGUMENT_MAKE:
        return parse_make(value, &p->options->request.make);
    case ARGUMENT_SHARD:
        return parse_shard(&p->options->batch, value);
    default:
        return parse_set(p, value);
    }
}

static bool parse_option(struct parser *p, const char *argument)
{
    struct str name = str_from_cstr(argument);
    size_t equals =
        str_starts(name, STR("--")) ? str_find_char(name, '=', 0) : SIZE_MAX;
    const char *inlined = equals == SIZE_MAX ? NULL : argument + equals + 1;
    const struct cli_option *option;
    const char *value = NULL;

    name = str_slice(name, 0, equals);
    if (is_dotted(name))
        return parse_dotted(p, name, inlined);
    option = option_lookup(name, p->command);
    // -j4 is -j 4.
    if (!option && name.len > 2 && name.ptr[1] != '-') {
        option = option_lookup(str_slice(name, 0, 2), p->command);
        if (option && option->kind != ARGUMENT_TEXT &&
            option->kind != ARGUMENT_COUNT)
            option = NULL;
        name = str_slice(name, 0, option ? 2 : name.len);
        inlined = option ? argument + 2 : NULL;
    }
    if (!option)
        return unknown_option(p, name);
    if (option->kind == ARGUMENT_FLAG || option->kind == ARGUMENT_LETTER ||
        option->kind == ARGUMENT_HELP || option->kind == ARGUMENT_VERSION)
        return inlined ? usage_error("no value belongs behind ", name)
                       : parse_flag(p, option);
    return take_value(p, name, inlined, &value) &&
           parse_value(p, option, name, value);
}

// The commands; options behind help are those of vita render.
static const struct {
    const char *word;
    enum command command;
    enum command options;
} commands[] = {
    {"render", COMMAND_RENDER, COMMAND_RENDER},
    {"batch", COMMAND_BATCH, COMMAND_BATCH},
    {"themes", COMMAND_THEMES, COMMAND_THEMES},
    {"locales", COMMAND_LOCALES, COMMAND_LOCALES},
    {"new-theme", COMMAND_NEW_THEME, COMMAND_NEW_THEME},
    {"schema", COMMAND_SCHEMA, COMMAND_SCHEMA},
    {"fonts", COMMAND_FONTS, COMMAND_FONTS},
    {"help", COMMAND_HELP, COMMAND_RENDER},
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static bool unknown_command(const char *word)
{
    struct str names[COMMAND_COUNT];
    struct str near;

    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = str_from_cstr(commands[i].word);
    near = suggest_nearest(str_from_cstr(word), names, COMMAND_COUNT);
    if (near.len > 0) {
        fprintf(stderr, "vita: there is no command %s; did you mean %.*s?\n",
                word, STR_ARG(near));
        return false;
    }
    return usage_error("there is no command ", str_from_cstr(word));
}

static bool parse_command(struct parser *p)
{
    const char *word = p->argc > 1 ? p->argv[1] : "";

    p->next = 2;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].word, word) == 0) {
            p->options->command = commands[i].command;
            p->command = commands[i].options;
            return true;
        }
    if (word[0] == '-') {
        p->next = 1;
        return true;
    }
    if (word[0] == '\0')
        return usage_error("a command is missing", (struct str){"", 0});
    return unknown_command(word);
}

static bool parse_operand(struct parser *p, const char *operand)
{
    struct options *options = p->options;

    if (options->command == COMMAND_HELP && strcmp(operand, "batch") == 0) {
        options->about = COMMAND_BATCH;
        return true;
    }
    if (p->command == COMMAND_BATCH) {
        vec_push(p->arena, &options->batch.operands, str_from_cstr(operand));
        return true;
    }
    if (p->command == COMMAND_THEMES)
        return usage_error("vita themes takes no ", str_from_cstr(operand));
    if (p->command == COMMAND_LOCALES)
        return usage_error("vita locales takes no ", str_from_cstr(operand));
    if (p->command == COMMAND_NEW_THEME && !options->new_theme) {
        options->new_theme = operand;
        return true;
    }
    if (p->command == COMMAND_NEW_THEME)
        return usage_error("one theme at a time; what is ",
                           str_from_cstr(operand));
    if (options->command == COMMAND_SCHEMA)
        return usage_error("vita schema needs nothing; what is ",
                           str_from_cstr(operand));
    if (options->command == COMMAND_FONTS && !options->name) {
        options->name = operand;
        return true;
    }
    if (options->command == COMMAND_FONTS)
        return usage_error("one name at a time; what is ",
                           str_from_cstr(operand));
    if (options->request.profile)
        return usage_error("one profile at a time; what is ",
                           str_from_cstr(operand));
    options->request.profile = operand;
    return true;
}

// What only the whole command line tells.
static bool check_whole(struct arena *arena, struct options *options)
{
    const struct request *request = &options->request;
    int pages;

    // --theme lies over what --set says of the theme.
    if (options->theme)
        vec_push(arena, &options->request.settings,
                 (struct setting){STR("design.theme"),
                                  str_from_cstr(options->theme), STR("--theme"),
                                  false});
    if (request->fit &&
        !str_to_count(str_from_cstr(request->fit), SCHEMA_COUNT_MAX, &pages))
        return usage_error("--fit takes a number of pages, not ",
                           str_from_cstr(request->fit));
    if (options->command == COMMAND_RENDER && !request->profile)
        return usage_error("which profile? vita render PROFILE",
                           (struct str){"", 0});
    if (options->command == COMMAND_BATCH && !options->batch.table &&
        options->batch.operands.len == 0)
        return usage_error("which profiles? vita batch PROFILE...",
                           (struct str){"", 0});
    if (options->command == COMMAND_NEW_THEME && !options->new_theme)
        return usage_error("which theme? vita new-theme NAME",
                           (struct str){"", 0});
    options->batch.common = *request;
    options->batch.quiet = options->quiet;
    return true;
}

bool options_parse(struct arena *arena, int argc, char **argv,
                   struct options *options)
{
    struct parser p = {arena, argc, argv, 1, options, COMMAND_RENDER};
    bool only_operands = false;

    *options = (struct options){0};
    if (!parse_command(&p))
        return false;
    while (p.next < argc) {
        const char *argument = argv[p.next++];

        if (!only_operands && strcmp(argument, "--") == 0)
            only_operands = true;
        else if (!only_operands && argument[0] == '-' && argument[1]
                     ? !parse_option(&p, argument)
                     : !parse_operand(&p, argument))
            return false;
    }
    return check_whole(arena, options);
}
