// SPDX-License-Identifier: MIT
// XMP is written by hand: it is a few lines of XML, and its order and white
// space are part of "equal input gives equal bytes".
#include "pdf/xmp.h"

#include "base/utf8.h"
#include "design/conformance.h"

// Char of XML 1.0, section 2.2, less the C0 controls.
static bool is_xml_char(uint32_t rune)
{
    return (rune >= 0x20 && rune <= 0xD7FF) ||
           (rune >= 0xE000 && rune <= 0xFFFD) ||
           (rune >= 0x10000 && rune <= 0x10FFFF);
}

// DEL and the C1 controls are XML, but no text.
static bool is_control(uint32_t rune)
{
    return rune < 0x20 || (rune >= 0x7F && rune <= 0x9F);
}

struct str xmp_clean(struct arena *arena, struct str text)
{
    struct buf buf = {.arena = arena};

    buf_add(&buf, STR(""));
    for (size_t offset = 0; offset < text.len;) {
        uint32_t rune = utf8_next(text, &offset);

        if (rune == '\t' || rune == '\n' || rune == '\r' || rune == 0x85)
            buf_add_char(&buf, ' ');
        else if (is_xml_char(rune) && !is_control(rune))
            buf_add_rune(&buf, rune);
    }
    return buf_str(&buf);
}

static void add_escaped(struct buf *buf, struct str text)
{
    text = xmp_clean(buf->arena, text);
    for (size_t i = 0; i < text.len; i++)
        switch (text.ptr[i]) {
        case '&':
            buf_add_cstr(buf, "&amp;");
            break;
        case '<':
            buf_add_cstr(buf, "&lt;");
            break;
        case '>':
            buf_add_cstr(buf, "&gt;");
            break;
        case '"':
            buf_add_cstr(buf, "&quot;");
            break;
        default:
            buf_add_char(buf, text.ptr[i]);
        }
}

static void add_simple(struct buf *buf, const char *name, struct str text)
{
    if (text.len == 0)
        return;
    buf_addf(buf, "<%s>", name);
    add_escaped(buf, text);
    buf_addf(buf, "</%s>\n", name);
}

// A text by language: the one for all, and if its language is known the same
// under its name.
static void add_alternatives(struct buf *buf, const char *name, struct str text,
                             struct str language)
{
    if (text.len == 0)
        return;
    buf_addf(buf, "<%s><rdf:Alt>\n<rdf:li xml:lang=\"x-default\">", name);
    add_escaped(buf, text);
    buf_add_cstr(buf, "</rdf:li>\n");
    if (language.len > 0) {
        buf_add_cstr(buf, "<rdf:li xml:lang=\"");
        add_escaped(buf, language);
        buf_add_cstr(buf, "\">");
        add_escaped(buf, text);
        buf_add_cstr(buf, "</rdf:li>\n");
    }
    buf_addf(buf, "</rdf:Alt></%s>\n", name);
}

// kind is Bag or, if the order matters, Seq.
static void add_list(struct buf *buf, const char *name, const char *kind,
                     const struct str *items, size_t count)
{
    size_t shown = 0;

    for (size_t i = 0; i < count; i++) {
        if (items[i].len == 0)
            continue;
        if (shown++ == 0)
            buf_addf(buf, "<%s><rdf:%s>\n", name, kind);
        buf_add_cstr(buf, "<rdf:li>");
        add_escaped(buf, items[i]);
        buf_add_cstr(buf, "</rdf:li>\n");
    }
    if (shown > 0)
        buf_addf(buf, "</rdf:%s></%s>\n", kind, name);
}

static void add_archive(struct buf *buf, unsigned conformance)
{
    buf_addf(buf,
             "<pdfaid:part>%c</pdfaid:part>\n"
             "<pdfaid:conformance>%c</pdfaid:conformance>\n",
             conformance & CONFORMANCE_A_3B ? '3' : '2',
             conformance & CONFORMANCE_A_2A ? 'A' : 'B');
}

// PDF/A knows the properties of XMP of its time; others are to be described
// in the file itself (ISO 19005-2, 6.6.2.3).
static void add_extension(struct buf *buf)
{
    buf_add_cstr(
        buf, "<pdfaExtension:schemas><rdf:Bag>\n"
             "<rdf:li rdf:parseType=\"Resource\">\n"
             "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
             "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
             "</pdfaSchema:namespaceURI>\n"
             "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
             "<pdfaSchema:property><rdf:Seq>\n"
             "<rdf:li rdf:parseType=\"Resource\">\n"
             "<pdfaProperty:name>part</pdfaProperty:name>\n"
             "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
             "<pdfaProperty:category>internal</pdfaProperty:category>\n"
             "<pdfaProperty:description>part of ISO 14289 that the file follows"
             "</pdfaProperty:description>\n"
             "</rdf:li>\n"
             "</rdf:Seq></pdfaSchema:property>\n"
             "</rdf:li>\n"
             "</rdf:Bag></pdfaExtension:schemas>\n");
}

static void add_conformance(struct buf *buf, unsigned conformance)
{
    if (conformance & CONFORMANCE_A)
        add_archive(buf, conformance);
    if (conformance & CONFORMANCE_UA_1)
        buf_add_cstr(buf, "<pdfuaid:part>1</pdfuaid:part>\n");
    if (conformance & CONFORMANCE_A && conformance & CONFORMANCE_UA_1)
        add_extension(buf);
}

static void open_packet(struct buf *buf)
{
    // The byte order mark tells programs that scan files the encoding.
    buf_add_cstr(
        buf,
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\"\n"
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");
}

struct str xmp_write(struct arena *arena, const struct xmp *xmp)
{
    struct buf buf = {.arena = arena};

    open_packet(&buf);
    add_simple(&buf, "dc:format", STR("application/pdf"));
    add_alternatives(&buf, "dc:title", xmp->title, xmp->language);
    add_list(&buf, "dc:creator", "Seq", &xmp->author, 1);
    add_alternatives(&buf, "dc:description", xmp->description, xmp->language);
    add_list(&buf, "dc:subject", "Bag", xmp->keywords.ptr, xmp->keywords.len);
    add_list(&buf, "dc:language", "Bag", &xmp->language, 1);
    add_simple(&buf, "xmp:CreateDate", xmp->date);
    add_simple(&buf, "xmp:ModifyDate", xmp->date);
    add_simple(&buf, "xmp:MetadataDate", xmp->date);
    add_simple(&buf, "xmp:CreatorTool", xmp->creator_tool);
    add_simple(&buf, "pdf:Keywords", xmp->joined_keywords);
    add_simple(&buf, "pdf:Producer", xmp->producer);
    add_conformance(&buf, xmp->conformance);
    buf_add_cstr(&buf, "</rdf:Description>\n"
                       "</rdf:RDF>\n"
                       "</x:xmpmeta>\n"
                       "<?xpacket end=\"r\"?>\n");
    return buf_str(&buf);
}
