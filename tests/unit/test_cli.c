// SPDX-License-Identifier: MIT
// The command line's options, files read and written, and where the output
// goes.
#include "profile_fixture.h"

#include "cli/options.h"
#include "job/files.h"
#include "job/job.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define MAX_ARGS 12

// Parses a command line of words divided by blanks; messages go nowhere.
static bool parse(struct arena *arena, const char *line,
                  struct options *options)
{
    char *argv[MAX_ARGS + 1];
    char vita[] = "vita";
    int argc = 1;
    struct str rest = str_from_cstr(line);
    int saved = dup(STDERR_FILENO);
    int null = open("/dev/null", O_WRONLY);
    bool good;

    argv[0] = vita;
    while (rest.ptr && rest.len > 0 && argc < MAX_ARGS)
        argv[argc++] = str_to_cstr(arena, str_split(&rest, ' '));
    argv[argc] = NULL;
    fflush(stderr);
    dup2(null, STDERR_FILENO);
    good = options_parse(arena, argc, argv, options);
    fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(null);
    return good;
}

static void add_option(struct buf *buf, const char *name, const char *value)
{
    if (value)
        buf_addf(buf, " %s=%s", name, value);
}

// The options as text, those that are not set left out.
static const char *options_written(struct arena *arena,
                                   const struct options *options)
{
    static const char *const commands[] = {"render",  "batch",     "themes",
                                           "locales", "new-theme", "schema",
                                           "fonts",   "help",      "version"};
    struct buf buf = {.arena = arena};

    buf_add_cstr(&buf, commands[options->command]);
    add_option(&buf, "profile", options->request.profile);
    add_option(&buf, "output", options->request.output);
    add_option(&buf, "to",
               options->request.form == OUTPUT_LAYOUT ? "layout" : NULL);
    add_option(&buf, "design", options->request.design);
    add_option(&buf, "locale", options->request.locale);
    add_option(&buf, "settings", options->request.overlay_settings);
    add_option(&buf, "fit", options->request.fit);
    add_option(&buf, "quiet", options->quiet ? "yes" : NULL);
    for (size_t i = 0; i < options->request.settings.len; i++) {
        const struct setting *setting = &options->request.settings.ptr[i];

        buf_addf(&buf, " %s:%.*s:%.*s", setting->yaml ? "yaml" : "text",
                 STR_ARG(setting->path), STR_ARG(setting->value));
    }
    return str_to_cstr(arena, buf_str(&buf));
}

static void test_good_lines(void **state)
{
    static const struct {
        const char *line, *options;
    } cases[] = {
        {"render a.yaml", "render profile=a.yaml"},
        {"render -", "render profile=-"},
        {"render a.yaml -o b.pdf", "render profile=a.yaml output=b.pdf"},
        {"render -o b.pdf a.yaml", "render profile=a.yaml output=b.pdf"},
        {"render a.yaml --output=b.pdf", "render profile=a.yaml output=b.pdf"},
        {"render a.yaml --output -", "render profile=a.yaml output=-"},
        {"render a.yaml --output=a=b", "render profile=a.yaml output=a=b"},
        {"render a.yaml --to pdf", "render profile=a.yaml"},
        {"render a.yaml --to=layout", "render profile=a.yaml to=layout"},
        {"render a.yaml -q", "render profile=a.yaml quiet=yes"},
        {"render a.yaml --quiet", "render profile=a.yaml quiet=yes"},
        {"render a.yaml --fit 2", "render profile=a.yaml fit=2"},
        {"render a.yaml --fit=0", "render profile=a.yaml fit=0"},
        {"render -- -a.yaml", "render profile=-a.yaml"},
        {"render a.yaml --design d --locale l --settings s",
         "render profile=a.yaml design=d locale=l settings=s"},
        {"render a.yaml --design=d --locale=l --settings=s",
         "render profile=a.yaml design=d locale=l settings=s"},
        {"render a.yaml -d d -lc l -s s",
         "render profile=a.yaml design=d locale=l settings=s"},
        {"render a.yaml --set cv.name=J", "render profile=a.yaml "
                                          "yaml:cv.name:J"},
        {"render a.yaml --set=cv.name=J", "render profile=a.yaml "
                                          "yaml:cv.name:J"},
        {"render a.yaml --set a=b=c", "render profile=a.yaml yaml:a:b=c"},
        {"render a.yaml --set a=", "render profile=a.yaml yaml:a:"},
        {"render a.yaml --set a=1 --set a=2",
         "render profile=a.yaml yaml:a:1 yaml:a:2"},
        {"render a.yaml --cv.name J", "render profile=a.yaml text:cv.name:J"},
        {"render a.yaml --cv.name=J", "render profile=a.yaml text:cv.name:J"},
        {"render a.yaml --cv.name=", "render profile=a.yaml text:cv.name:"},
        {"render a.yaml --cv.phone -1", "render profile=a.yaml "
                                        "text:cv.phone:-1"},
        {"render a.yaml --design.theme x --locale.present=y "
         "--settings.pdf_title z",
         "render profile=a.yaml text:design.theme:x text:locale.present:y "
         "text:settings.pdf_title:z"},
        {"help", "help"},
        {"--help", "help"},
        {"-h", "help"},
        {"render --help", "help"},
        {"--version", "version"},
        {"locales", "locales"},
        {"locales --help", "help"},
        {"-v", "version"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct options options;
        const char *written;

        if (!parse(arena, cases[i].line, &options))
            fail_msg("%s is refused", cases[i].line);
        written = options_written(arena, &options);
        if (strcmp(written, cases[i].options) != 0)
            fail_msg("%s is \"%s\", not \"%s\"", cases[i].line, written,
                     cases[i].options);
        arena_free(arena);
    }
}

static void test_bad_lines(void **state)
{
    static const char *const cases[] = {
        "",
        "rendr a.yaml",
        "a.yaml",
        "frobnicate",
        "render",
        "render -q",
        "render a.yaml b.yaml",
        "render a.yaml -o",
        "render a.yaml --output",
        "render a.yaml --to",
        "render a.yaml --to png",
        "render a.yaml --to=",
        "render a.yaml --fit",
        "render a.yaml --fit=",
        "render a.yaml --fit two",
        "render a.yaml --fit -1",
        "render a.yaml --fit 1.5",
        "render a.yaml --fit 100",
        "render a.yaml --fit 99999999999999999999",
        "render a.yaml --fit 1 --fit 2",
        "render a.yaml --set",
        "render a.yaml --set a",
        "render a.yaml --set =b",
        "render a.yaml --cv.name",
        "render a.yaml --frobnicate",
        "render a.yaml --outpt b",
        "render a.yaml -x",
        "render a.yaml --cvname x",
        "render a.yaml --cv x",
        "render a.yaml --quiet=no",
        "render a.yaml --help=me",
        "render a.yaml --set.x y",
        "render -- a.yaml -q",
        "locales german",
        "locales --fit 1",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct options options;

        if (parse(arena, cases[i], &options))
            fail_msg("\"%s\" is accepted", cases[i]);
        arena_free(arena);
    }
}

static void test_paths(void **state)
{
    static const struct {
        const char *path, *folder, *stem;
    } cases[] = {
        {"a.yaml", ".", "a"},
        {"a", ".", "a"},
        {"a.b.yaml", ".", "a.b"},
        {"x/a.yaml", "x", "a"},
        {"x/y/a.yaml", "x/y", "a"},
        {"/a.yaml", "/", "a"},
        {"/x/a", "/x", "a"},
        {"x.y/a", "x.y", "a"},
        {"../a.yaml", "..", "a"},
        {".yaml", ".", ".yaml"},
        {"x/.yaml", "x", ".yaml"},
        {"a.", ".", "a"},
        {"-", ".", "-"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str path = str_from_cstr(cases[i].path);

        assert_str(path_folder(arena, path), cases[i].folder);
        assert_str(path_stem(path), cases[i].stem);
    }
    arena_free(arena);
}

// --- Files -------------------------------------------------------------------

struct place {
    struct arena *arena;
    char folder[32];
};

static int make_place(void **state)
{
    struct place *place = calloc(1, sizeof *place);

    assert_non_null(place);
    strcpy(place->folder, "/tmp/vita-test-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    place->arena = arena_new();
    *state = place;
    return 0;
}

static const char *in_place(struct place *place, const char *name)
{
    return str_to_cstr(place->arena,
                       str_format(place->arena, "%s/%s", place->folder, name));
}

static int remove_place(void **state)
{
    struct place *place = *state;
    char command[64];

    snprintf(command, sizeof command, "rm -rf %s", place->folder);
    assert_int_equal(system(command), 0);
    arena_free(place->arena);
    free(place);
    return 0;
}

static size_t count_files(const char *folder)
{
    DIR *directory = opendir(folder);
    size_t count = 0;

    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
    closedir(directory);
    return count;
}

static void assert_file(struct place *place, const char *path, const char *text)
{
    struct str data;
    struct str error;

    if (!file_read(place->arena, path, &data, &error))
        fail_msg("%.*s", STR_ARG(error));
    assert_str(data, text);
}

static bool write_text(struct place *place, const char *path, const char *text,
                       struct str *error)
{
    return file_write(place->arena, path, str_from_cstr(text), error);
}

static void test_write(void **state)
{
    struct place *place = *state;
    const char *path = in_place(place, "a.pdf");
    struct str error;
    struct stat status;
    mode_t mask = umask(027);

    assert_true(write_text(place, path, "one", &error));
    assert_file(place, path, "one");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    umask(mask);
    assert_true(write_text(place, path, "", &error));
    assert_file(place, path, "");
    assert_true(write_text(place, path, "three", &error));
    assert_file(place, path, "three");
    // Folders on the way are made.
    assert_true(write_text(place, in_place(place, "x/y//z/b"), "b", &error));
    assert_file(place, in_place(place, "x/y/z/b"), "b");
    assert_int_equal(count_files(place->folder), 2);
}

static void test_write_fails(void **state)
{
    struct place *place = *state;
    struct str error = {NULL, 0};

    assert_true(write_text(place, in_place(place, "file"), "x", &error));
    // A file where a folder should be, and the other way round.
    assert_false(write_text(place, in_place(place, "file/a"), "y", &error));
    assert_contains(str_to_cstr(place->arena, error), "file");
    assert_int_equal(mkdir(in_place(place, "folder"), 0777), 0);
    assert_false(write_text(place, in_place(place, "folder"), "y", &error));
    assert_int_equal(count_files(in_place(place, "folder")), 0);
    assert_file(place, in_place(place, "file"), "x");
    // No one can make files there, root included.
    assert_false(write_text(place, "/proc/vita/a", "y", &error));
    assert_contains(str_to_cstr(place->arena, error), "/proc");
    assert_false(write_text(place, "/dev/full", "y", &error));
    assert_false(write_text(place, "", "y", &error));
    assert_int_equal(count_files(place->folder), 2);
}

// root may write everywhere, so it plays another user here.
static void test_unwritable_folder(void **state)
{
    struct place *place = *state;
    const char *folder = in_place(place, "folder");
    bool root = geteuid() == 0;
    struct str error;
    bool good;

    assert_int_equal(chmod(place->folder, 0755), 0);
    assert_int_equal(mkdir(folder, 0555), 0);
    assert_int_equal(root ? seteuid(65534) : 0, 0);
    good = write_text(place, in_place(place, "folder/a"), "y", &error);
    assert_int_equal(root ? seteuid(0) : 0, 0);
    assert_false(good);
    assert_contains(str_to_cstr(place->arena, error), "folder/a");
    assert_int_equal(count_files(folder), 0);
    assert_int_equal(chmod(folder, 0755), 0);
}

// When the disk is full half-way, the old file is whole and nothing is left
// beside it.
static void test_atomic(void **state)
{
    struct place *place = *state;
    const char *path = in_place(place, "a.pdf");
    struct rlimit old;
    struct rlimit small;
    struct str error;
    struct str data = {arena_alloc(place->arena, 100000), 100000};
    bool good;

    assert_true(write_text(place, path, "old", &error));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = 1000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    good = file_write(place->arena, path, data, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(good);
    assert_contains(str_to_cstr(place->arena, error), path);
    assert_file(place, path, "old");
    assert_int_equal(count_files(place->folder), 1);
}

static void test_read_fails(void **state)
{
    struct place *place = *state;
    struct str data;
    struct str error = {NULL, 0};

    assert_false(
        file_read(place->arena, in_place(place, "none"), &data, &error));
    assert_contains(str_to_cstr(place->arena, error), "none");
    assert_false(file_read(place->arena, place->folder, &data, &error));
    // Without an end: the limit on the size holds.
    assert_false(file_read(place->arena, "/dev/zero", &data, &error));
    assert_contains(str_to_cstr(place->arena, error), "MiB");
}

// --- Where the output goes ---------------------------------------------------

static void test_output_path(void **state)
{
    static const struct {
        const char *profile, *settings, *path;
    } cases[] = {
        {"x/ada.yaml", "{}", "ada.pdf"},
        {"ada", "{}", "ada.pdf"},
        {"-", "{}", "-"},
        {"-", "{render_command: {pdf_path: a.pdf}}", "-"},
        {"a.yaml", "{render_command: {pdf_path: b/c.pdf}}", "b/c.pdf"},
        {"a.yaml", "{render_command: {output_folder: out}}", "out/a.pdf"},
        {"a.yaml", "{render_command: {output_folder: YEAR/NAME}}",
         "2026/Ada King/a.pdf"},
        {"a.yaml",
         "{render_command: {output_folder: out, pdf_path: "
         "OUTPUT_FOLDER/x.pdf}}",
         "out/x.pdf"},
        {"a.yaml", "{render_command: {pdf_path: OUTPUT_FOLDER/x.pdf}}",
         "./x.pdf"},
        {"a.yaml", "{render_command: {pdf_path: NAME_IN_SNAKE_CASE_CV.pdf}}",
         "Ada_King_CV.pdf"},
        {"a.yaml", "{render_command: {pdf_path: CV_NAME_IN_SNAKE_CASE.pdf}}",
         "CV_Ada_King.pdf"},
        {"a.yaml", "{render_command: {pdf_path: Cv-NAME_IN_KEBAB_CASE.pdf}}",
         "Cv-Ada-King.pdf"},
        {"a.yaml",
         "{render_command: {pdf_path: Cv_NAME_IN_LOWER_SNAKE_CASE.pdf}}",
         "Cv_ada_king.pdf"},
        {"a.yaml", "{render_command: {pdf_path: NAME_IN_UPPER_SNAKE_CASE}}",
         "ADA_KING"},
        {"a.yaml", "{render_command: {pdf_path: NAME_IN_LOWER_KEBAB_CASE}}",
         "ada-king"},
        {"a.yaml", "{render_command: {pdf_path: NAME_IN_UPPER_KEBAB_CASE}}",
         "ADA-KING"},
        {"a.yaml",
         "{render_command: {pdf_path: YEAR-MONTH_IN_TWO_DIGITS-"
         "DAY_IN_TWO_DIGITS_MONTH_NAME_MONTH_ABBREVIATION_DAY_MONTH_"
         "YEAR_IN_TWO_DIGITS}}",
         "2026-01-01_January_Jan_1_1_26"},
        // No parts of words.
        {"a.yaml", "{render_command: {pdf_path: NAMES_YEARLY_UPDAY.pdf}}",
         "NAMES_YEARLY_UPDAY.pdf"},
        {"a.yaml", "{render_command: {pdf_path: ''}}", "a.pdf"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture f;
        struct request request = {.profile = cases[i].profile};
        struct job job = {.request = &request};
        char text[512];

        snprintf(text, sizeof text, "cv: {name: '**Ada** King/'}\nsettings: %s",
                 cases[i].settings);
        fixture_profile(&f, text);
        job.arena = f.arena;
        job.diags = f.diags;
        job.profile = f.profile;
        locale_read(f.arena, NULL, f.diags, &job.locale);
        settings_read(f.arena, f.profile.settings, 1767225600, f.diags,
                      &job.settings);
        assert_string_equal(job_output_path(&job, MAKE_CV), cases[i].path);
        request.output = "mine";
        assert_string_equal(job_output_path(&job, MAKE_CV), "mine");
        request.output = NULL;
        request.form = OUTPUT_LAYOUT;
        assert_string_equal(job_output_path(&job, MAKE_CV), "-");
        fixture_free(&f);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_lines),
        cmocka_unit_test(test_bad_lines),
        cmocka_unit_test(test_paths),
        cmocka_unit_test_setup_teardown(test_write, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_write_fails, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(test_unwritable_folder, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(test_atomic, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_read_fails, make_place,
                                        remove_place),
        cmocka_unit_test(test_output_path),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
