// SPDX-License-Identifier: MIT
// Encryption with libharu's strongest: RC4 with a key of 128 bits (security
// handler of revision 3). libharu makes the key from a file identifier that
// it makes from the time, and only while it saves. So its steps are taken
// here one by one, with an identifier that follows from the content.
#include "pdf/writer.h"

#include "base/utf8.h"

#include <hpdf_encryptdict.h>
#include <hpdf_version.h>

#include <string.h>

// Until 2.4.5 its name was misspelt.
#if HPDF_VERSION_ID < 20406
#define HPDF_PadOrTruncatePasswd HPDF_PadOrTrancatePasswd
#endif

// ISO 32000-1, table 22: bits by what they allow, bit 1 being the lowest.
#define BIT(n) (1U << ((n)-1))
#define MAY_PRINT (BIT(3) | BIT(12))
#define MAY_EDIT (BIT(4) | BIT(11))
#define MAY_COPY BIT(5)
#define MAY_ANNOTATE (BIT(6) | BIT(9))
// Programs that read aloud must be let in (ISO 14289-1, 7.16).
#define MAY_READ_ALOUD BIT(10)
// To be 1: bits 7, 8 and from 13 on.
#define RESERVED 0xFFFFF0C0U

#define KEY_BYTES 16
#define KEY_BITS 128

bool writer_is_encrypted(const struct writer *writer)
{
    return writer->options->password.len > 0 ||
           writer->options->owner_password.len > 0;
}

static HPDF_INT permission_bits(unsigned permissions)
{
    unsigned bits = RESERVED | MAY_READ_ALOUD;

    if (permissions & PERMISSION_PRINT)
        bits |= MAY_PRINT;
    if (permissions & PERMISSION_COPY)
        bits |= MAY_COPY;
    if (permissions & PERMISSION_EDIT)
        bits |= MAY_EDIT;
    if (permissions & PERMISSION_ANNOTATE)
        bits |= MAY_ANNOTATE;
    return (HPDF_INT)bits;
}

// In PDFDocEncoding, which is Latin-1 for what settings let through.
static void set_password(struct arena *arena, struct str password,
                         HPDF_BYTE *padded)
{
    struct buf buf = {.arena = arena};

    for (size_t offset = 0; offset < password.len;)
        buf_add_char(&buf, (char)utf8_next(password, &offset));
    HPDF_PadOrTruncatePasswd(str_to_cstr(arena, buf_str(&buf)), padded);
}

static void make_keys(const struct writer *writer, HPDF_Encrypt encrypt,
                      const unsigned char id[HPDF_ID_LEN])
{
    const struct pdf_options *options = writer->options;
    struct str owner = options->owner_password;

    encrypt->mode = HPDF_ENCRYPT_R3;
    encrypt->key_len = KEY_BYTES;
    encrypt->permission = permission_bits(options->permissions);
    memcpy(encrypt->encrypt_id, id, HPDF_ID_LEN);
    set_password(writer->arena, options->password, encrypt->user_passwd);
    set_password(writer->arena, owner.len > 0 ? owner : options->password,
                 encrypt->owner_passwd);
    // The later ones use the earlier.
    HPDF_Encrypt_CreateOwnerKey(encrypt);
    HPDF_Encrypt_CreateEncryptionKey(encrypt);
    HPDF_Encrypt_CreateUserKey(encrypt);
}

static void fill_dict(HPDF_Dict dict, HPDF_Encrypt encrypt)
{
    dict_name(dict, "Filter", "Standard");
    dict_int(dict, "V", 2);
    dict_int(dict, "R", 3);
    dict_int(dict, "Length", KEY_BITS);
    dict_int(dict, "P", encrypt->permission);
    dict_object(dict, "O",
                HPDF_Binary_New(dict->mmgr, encrypt->owner_key,
                                sizeof encrypt->owner_key));
    dict_object(dict, "U",
                HPDF_Binary_New(dict->mmgr, encrypt->user_key,
                                sizeof encrypt->user_key));
}

HPDF_EncryptDict writer_encryption(struct writer *writer,
                                   const unsigned char id[HPDF_ID_LEN])
{
    HPDF_Doc doc = writer->doc;
    // The document's table of objects owns it.
    HPDF_EncryptDict dict = HPDF_EncryptDict_New(doc->mmgr, doc->xref);
    HPDF_Encrypt encrypt = HPDF_EncryptDict_GetAttr(dict);

    if (encrypt) {
        make_keys(writer, encrypt, id);
        fill_dict(dict, encrypt);
    }
    return writer_ok(writer, "encryption") ? dict : NULL;
}
