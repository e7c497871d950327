// SPDX-License-Identifier: MIT
// Reading inputs and writing C. Bytes are written as string literals, which
// compilers read many times faster than lists of numbers.
#include "embed/emit.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define LITERAL_LINE 64 // bytes of the file on one line of the output

static bool complain(const char *path)
{
    fprintf(stderr, "embed: %s: %s\n", path, strerror(errno));
    return false;
}

bool emit_read(struct arena *arena, const char *path, struct str *bytes)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return complain(path);
    struct buf buf = {.arena = arena};
    char chunk[16384];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        buf_add(&buf, (struct str){chunk, got});
    bool ok = !ferror(file) || complain(path);
    fclose(file);
    *bytes = buf_str(&buf);
    return ok;
}

bool emit_write(const char *path, struct str text)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return complain(path);
    bool ok = fwrite(text.ptr, 1, text.len, file) == text.len;
    ok = fclose(file) == 0 && ok;
    if (!ok) {
        complain(path);
        remove(path);
    }
    return ok;
}

// A question mark is escaped because of trigraphs. Octal escapes have three
// digits always, so that a digit may follow.
static void emit_byte(struct buf *out, unsigned char byte)
{
    static const char octal[] = "01234567";
    if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\' &&
        byte != '?') {
        buf_add_char(out, (char)byte);
        return;
    }
    buf_add_char(out, '\\');
    buf_add_char(out, octal[byte >> 6]);
    buf_add_char(out, octal[byte >> 3 & 7]);
    buf_add_char(out, octal[byte & 7]);
}

void emit_literal(struct buf *out, struct str bytes)
{
    buf_add_char(out, '"');
    for (size_t i = 0; i < bytes.len; i++) {
        if (i > 0 && i % LITERAL_LINE == 0)
            buf_add_cstr(out, "\"\n    \"");
        emit_byte(out, (unsigned char)bytes.ptr[i]);
    }
    buf_add_char(out, '"');
}
