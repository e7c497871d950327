// SPDX-License-Identifier: MIT
// The profile inside the PDF, as its source: an embedded file in the list
// that readers show, and associated with the document (ISO 19005-3, annex E).
#include "pdf/writer.h"

// What readers of /F alone take: ASCII without separators of paths.
static struct str plain_name(struct arena *arena, struct str name)
{
    struct buf buf = {.arena = arena};

    buf_add(&buf, STR(""));
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool good = c >= 0x20 && c < 0x7F && c != '/' && c != '\\' && c != ':';

        buf_add_char(&buf, c);
        buf.ptr[buf.len - 1] = good ? c : '_';
    }
    return buf_str(&buf);
}

static HPDF_Dict embedded_file(struct writer *writer)
{
    const struct pdf_options *options = writer->options;
    bool json = str_ends(str_ascii_lower(writer->arena, options->source_name),
                         STR(".json"));
    struct str date = writer_date(writer);
    HPDF_Dict stream = writer_stream(writer, options->source);
    HPDF_Dict params = dict_dict(stream, "Params");

    dict_name(stream, "Type", "EmbeddedFile");
    dict_name(stream, "Subtype",
              json ? "application/json" : "application/yaml");
    dict_int(params, "Size", (int64_t)options->source.len);
    // The profile's own date would make the bytes hang on the file system.
    if (date.len > 0)
        dict_text(writer, params, "ModDate", date);
    return stream;
}

static HPDF_Dict file_specification(struct writer *writer)
{
    struct str name = writer->options->source_name;
    HPDF_Dict spec = writer_dict(writer);
    HPDF_Dict files = dict_dict(spec, "EF");
    HPDF_Dict file = embedded_file(writer);

    dict_name(spec, "Type", "Filespec");
    dict_text(writer, spec, "F", plain_name(writer->arena, name));
    dict_text(writer, spec, "UF", name);
    dict_text(writer, spec, "Desc", STR("The profile that this is set from"));
    dict_name(spec, "AFRelationship", "Source");
    dict_object(files, "F", file);
    dict_object(files, "UF", file);
    return spec;
}

bool writer_add_source(struct writer *writer)
{
    HPDF_Dict catalog = writer->doc->catalog;
    struct str name = writer->options->source_name;
    HPDF_Dict spec;
    HPDF_Array list;

    if (!writer->options->source.ptr)
        return true;
    spec = file_specification(writer);
    list =
        dict_array(dict_dict(writer_names(writer), "EmbeddedFiles"), "Names");
    array_text(writer, list, plain_name(writer->arena, name));
    array_object(list, spec);
    array_object(dict_array(catalog, "AF"), spec);
    return writer_ok(writer, "attached profile");
}
