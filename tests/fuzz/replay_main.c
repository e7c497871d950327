// SPDX-License-Identifier: MIT
// Feeds files to a fuzz target, so that its corpus is an ordinary test:
//   replay_NAME FILE|FOLDER...
// It fails if there was no file at all.
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fail(const char *path)
{
    perror(path);
    exit(1);
}

static size_t replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        fail(path);
    long size = ftell(file);
    rewind(file);
    // At least one byte, and no more than the input has, so that the address
    // sanitizer sees a read past its end.
    uint8_t *data = malloc(size > 0 ? (size_t)size : 1);
    if (size < 0 || !data || fread(data, 1, (size_t)size, file) != (size_t)size)
        fail(path);
    fclose(file);
    LLVMFuzzerTestOneInput(data, (size_t)size);
    free(data);
    return 1;
}

static size_t replay(const char *path);

static size_t replay_folder(const char *path)
{
    DIR *dir = opendir(path);
    if (!dir)
        fail(path);
    size_t count = 0;
    const struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        size_t size = strlen(path) + strlen(entry->d_name) + 2;
        char *inner = malloc(size);
        if (!inner)
            fail(path);
        snprintf(inner, size, "%s/%s", path, entry->d_name);
        count += replay(inner);
        free(inner);
    }
    closedir(dir);
    return count;
}

static size_t replay(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        fail(path);
    return S_ISDIR(info.st_mode) ? replay_folder(path) : replay_file(path);
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++)
        count += replay(argv[i]);
    printf("%zu inputs\n", count);
    return count > 0 ? 0 : 1;
}
