// SPDX-License-Identifier: MIT
// The file in PDF 1.5's compact form (ISO 32000-1, 7.5.7 and 7.5.8): the
// hundreds of small dictionaries of a tagged document are deflated together
// in object streams, which libharu does not write. Its objects write
// themselves; order, streams and cross-references are made here.
#include "pdf/cache.h"
#include "pdf/writer.h"

#include <hpdf_encryptdict.h>

#include <limits.h>
#include <string.h>

// A reader inflates a whole object stream for the first object in it.
#define STREAM_OBJECTS 400
// More takes growing, lest each stream of a long document gets too much.
#define BODY_MAX ((size_t)64 * 1024)
// Two numbers of ten digits at most for each.
#define HEAD_MAX ((size_t)STREAM_OBJECTS * 22)
// What of a file is no stream: dictionaries and cross-references.
#define OBJECTS_SIZE ((size_t)8 * 1024)
// Bytes of a cross-reference: type, place, number in the object stream.
#define ENTRY_SIZE 7

// Where an object is.
struct place {
    unsigned char type; // 0 free, 1 in the file, 2 in an object stream
    uint32_t at;        // offset in the file, or the stream's object number
    uint16_t index;     // in the object stream
};

struct file {
    struct writer *writer;
    struct buf out;
    struct place *places; // by object number
    size_t count;
    struct HPDF_MD5Context md5;  // for the identifier
    size_t digested;             // how much of out that has
    size_t id_offset;            // of the first digit of the identifier
    HPDF_EncryptDict encryption; // NULL: none
};

// libharu's objects write themselves into a stream, which is this.
static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes,
                          HPDF_UINT size)
{
    buf_add(stream->attr, (struct str){(const char *)bytes, size});
    return HPDF_OK;
}

static void write_value(const struct writer *writer, void *object,
                        struct buf *buf, HPDF_Encrypt encrypt)
{
    HPDF_Stream stream =
        HPDF_CallbackWriter_New(writer->doc->mmgr, append, buf);

    if (!stream)
        return;
    HPDF_Obj_WriteValue(object, stream, encrypt);
    HPDF_Stream_Free(stream);
}

static void *object_at(const struct file *file, size_t number)
{
    HPDF_XrefEntry entry =
        HPDF_Xref_GetEntry(file->writer->doc->xref, (HPDF_UINT)number);

    return entry && entry->entry_typ == 'n' ? entry->obj : NULL;
}

// Dictionaries without data, arrays, and what is written as text. Numbers
// stay outside, for they are the lengths of streams, and a reader may want
// these before all else.
static bool is_compact(const void *object, const struct object_part *part)
{
    const HPDF_Obj_Header *header = object;

    if (!object || (part && part->data.ptr))
        return false;
    return (part && part->text_end > 0) ||
           (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT ||
           (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_ARRAY;
}

static void add_object(const struct writer *writer, struct buf *body,
                       void *object, const struct object_part *part)
{
    if (part && part->text_end > 0)
        buf_add(body,
                str_slice(buf_str(&writer->texts), part->text, part->text_end));
    else
        write_value(writer, object, body, NULL);
    buf_add_char(body, '\n');
}

// About what the objects of one stream take.
static size_t body_size(const struct writer *writer)
{
    size_t size = writer->texts.len + OBJECTS_SIZE;

    return size < BODY_MAX ? size : BODY_MAX;
}

// Gathers compact objects from *next on in one object stream, which becomes
// an object of the document.
static bool add_object_stream(struct file *file, size_t *next, size_t end)
{
    struct writer *writer = file->writer;
    uint32_t number = writer->doc->xref->entries->count;
    struct buf body = buf_of(writer->arena, HEAD_MAX + body_size(writer));
    struct buf head = buf_of(writer->arena, HEAD_MAX);
    uint16_t count = 0;
    struct str data;
    HPDF_Dict dict;

    // The head is put in front when all is known.
    body.len = HEAD_MAX;
    for (; *next < end && count < STREAM_OBJECTS; (*next)++) {
        void *object = object_at(file, *next);
        const struct object_part *part = writer_part(writer, *next);

        if (!is_compact(object, part))
            continue;
        file->places[*next] = (struct place){2, number, count++};
        buf_add_count(&head, *next);
        buf_add_char(&head, ' ');
        buf_add_count(&head, body.len - HEAD_MAX);
        buf_add_char(&head, ' ');
        add_object(writer, &body, object, part);
    }
    if (count == 0)
        return true;
    memcpy(body.ptr + HEAD_MAX - head.len, head.ptr, head.len);
    data = str_slice(buf_str(&body), HEAD_MAX - head.len, body.len);
    dict = writer_packed_stream(
        writer, pdf_cache_deflate(writer->cache, writer->arena, data));
    dict_name(dict, "Type", "ObjStm");
    dict_int(dict, "N", count);
    dict_int(dict, "First", (int64_t)head.len);
    return writer_ok(writer, "objects");
}

static bool add_object_streams(struct file *file)
{
    // Streams that this adds are not to be gathered.
    size_t end = file->writer->doc->xref->entries->count;
    size_t next = 1;

    file->places = arena_array_of(file->writer->arena, end, struct place);
    while (next < end)
        if (!add_object_stream(file, &next, end))
            return false;
    return true;
}

// The data of a stream behind its dictionary, encrypted if all is.
static void write_data(struct file *file, struct str data, HPDF_Encrypt encrypt)
{
    buf_add(&file->out, STR("\nstream\n"));
    if (encrypt) {
        char *secret = arena_alloc(file->writer->arena, data.len + 1);

        HPDF_Encrypt_Reset(encrypt);
        HPDF_Encrypt_CryptBuf(encrypt, (const HPDF_BYTE *)data.ptr,
                              (HPDF_BYTE *)secret, (HPDF_UINT)data.len);
        data.ptr = secret;
    }
    buf_add(&file->out, data);
    buf_add(&file->out, STR("\nendstream"));
}

// Lets the identifier know all that was written so far.
static void digest(struct file *file)
{
    const char *from = file->out.ptr + file->digested;

    HPDF_MD5Update(&file->md5, (const HPDF_BYTE *)from,
                   (HPDF_UINT32)(file->out.len - file->digested));
    file->digested = file->out.len;
}

// Of a stream's data, which were written last, the identifier knows length and
// checksum: to digest them would take longer than to draw a page.
static void digest_data(struct file *file, struct str data)
{
    size_t end = file->out.len;
    uint64_t checksum = pdf_cache_checksum(data);
    HPDF_BYTE bytes[sizeof checksum];

    file->out.len = end - STR("\nendstream").len - data.len;
    digest(file);
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (HPDF_BYTE)(checksum >> 8 * i & 0xFF);
    HPDF_MD5Update(&file->md5, bytes, sizeof bytes);
    file->out.len = end;
    file->digested = end;
}

// Writes the objects that stand in the file themselves.
static bool write_objects(struct file *file)
{
    struct writer *writer = file->writer;
    HPDF_Encrypt encrypt = HPDF_EncryptDict_GetAttr(file->encryption);
    size_t known = file->count;
    struct place *places;

    file->count = writer->doc->xref->entries->count;
    places = arena_array_of(writer->arena, file->count + 1, struct place);
    memcpy(places, file->places, known * sizeof *places);
    file->places = places;
    for (size_t i = 1; i < file->count; i++) {
        void *object = object_at(file, i);
        const struct object_part *part = writer_part(writer, i);

        if (!object || places[i].type == 2)
            continue;
        places[i] = (struct place){1, (uint32_t)file->out.len, 0};
        buf_add_count(&file->out, i);
        buf_add(&file->out, STR(" 0 obj\n"));
        if (encrypt)
            HPDF_Encrypt_InitKey(encrypt, (HPDF_UINT32)i, 0);
        write_value(writer, object, &file->out, encrypt);
        if (part && part->data.ptr) {
            write_data(file, part->data, encrypt);
            digest_data(file, part->data);
        }
        buf_add(&file->out, STR("\nendobj\n"));
    }
    return writer_ok(writer, "file");
}

// The table's rows, each as its difference from the one above (PNG's filter
// "up"), which deflates better.
static struct str xref_rows(const struct file *file)
{
    struct buf rows = {.arena = file->writer->arena};
    unsigned char above[ENTRY_SIZE] = {0};

    for (size_t i = 0; i <= file->count; i++) {
        const struct place *place = &file->places[i];
        unsigned char row[ENTRY_SIZE] = {
            place->type,
            (unsigned char)(place->at >> 24),
            (unsigned char)(place->at >> 16),
            (unsigned char)(place->at >> 8),
            (unsigned char)place->at,
            (unsigned char)(place->index >> 8),
            (unsigned char)place->index,
        };

        buf_add_char(&rows, 2);
        for (size_t k = 0; k < ENTRY_SIZE; k++)
            buf_add_char(&rows, (char)(unsigned char)(row[k] - above[k]));
        memcpy(above, row, sizeof row);
    }
    return buf_str(&rows);
}

// The cross-reference stream is the last object; it is the trailer too.
static bool write_xref(struct file *file)
{
    struct writer *writer = file->writer;
    uint32_t start = (uint32_t)file->out.len;
    struct buf head = {.arena = writer->arena};
    struct str rows;

    file->places[0] = (struct place){0, 0, 0xFFFF};
    file->places[file->count] = (struct place){1, start, 0};
    rows = pdf_cache_deflate(writer->cache, writer->arena, xref_rows(file));
    buf_addf(&head,
             "%zu 0 obj\n<< /Type /XRef /Size %zu /W [1 4 2] /Root %zu 0 R "
             "/Info %zu 0 R /Filter /FlateDecode "
             "/DecodeParms << /Columns %d /Predictor 12 >> /Length %zu ",
             file->count, file->count + 1, object_number(writer->doc->catalog),
             object_number(writer->doc->info), ENTRY_SIZE, rows.len);
    if (file->encryption)
        buf_addf(&head, "/Encrypt %zu 0 R ", object_number(file->encryption));
    buf_add_cstr(&head, "/ID [<");
    file->id_offset = start + head.len;
    buf_addf(&head, "%032d> <%032d>] >>\nstream\n", 0, 0);
    buf_add(&file->out, buf_str(&head));
    buf_add(&file->out, rows);
    buf_addf(&file->out, "\nendstream\nendobj\nstartxref\n%u\n%%%%EOF\n",
             (unsigned)start);
    if (file->out.len > UINT32_MAX)
        return writer_fail(writer, "the file is larger than 4 GiB");
    return writer_ok(writer, "cross-references");
}

// About what the file takes: a buffer that has to grow is copied.
static size_t file_size(const struct writer *writer)
{
    size_t size = 0;

    for (size_t i = 0; i < writer->parts.len; i++)
        size += writer->parts.ptr[i].data.len;
    return size + size / 8 + OBJECTS_SIZE;
}

static bool write_file(struct file *file, struct str *pdf)
{
    bool ok;

    file->out = buf_of(file->writer->arena, file_size(file->writer));
    file->digested = 0;
    HPDF_MD5Init(&file->md5);
    // Four bytes above 127 tell that the file is no text.
    buf_add(&file->out, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    ok = write_objects(file) && write_xref(file);
    *pdf = buf_str(&file->out);
    return ok && writer_ok(file->writer, "file");
}

static void set_id(char *place, const unsigned char id[HPDF_ID_LEN])
{
    static const char digits[] = "0123456789ABCDEF";
    const size_t length = HPDF_ID_LEN;

    for (size_t i = 0; i < length; i++) {
        place[2 * i] = digits[id[i] >> 4];
        place[2 * i + 1] = digits[id[i] & 0xF];
    }
    memcpy(place + 2 * length + 3, place, 2 * length); // "> <"
}

// The key follows from the identifier and that from the plain file, so that a
// file to be encrypted is written twice.
static bool encrypt_file(struct file *file, const unsigned char id[HPDF_ID_LEN],
                         struct str *pdf)
{
    file->encryption = writer_encryption(file->writer, id);
    return file->encryption && write_file(file, pdf);
}

// The identifier is the MD5 of the plain file with zeros in its place and
// checksums in that of data: never a time or a random number.
bool writer_save(struct writer *writer, struct str *pdf)
{
    struct file file = {
        .writer = writer,
        .count = writer->doc->xref->entries->count,
    };
    unsigned char id[HPDF_ID_LEN];

    if (!add_object_streams(&file) || !write_file(&file, pdf))
        return false;
    digest(&file);
    HPDF_MD5Final(id, &file.md5);
    if (writer_is_encrypted(writer) && !encrypt_file(&file, id, pdf))
        return false;
    set_id((char *)(uintptr_t)pdf->ptr + file.id_offset, id);
    return true;
}
