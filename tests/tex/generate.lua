-- SPDX-License-Identifier: MIT
-- For generate.tex: feeds the paragraphs to TeX and writes the lines that
-- TeX made. Ligatures are spelled out again, so that a line is a part of its
-- paragraph, with a hyphen where a word is divided.

-- Settings come from the environment: width, unit, renderer, language and
-- the files.
local function setting(name, default)
    return os.getenv("TEXBREAKS_" .. name) or default
end

token.set_macro("TexWidth", setting("WIDTH", "345"))
token.set_macro("TexUnit", setting("UNIT", "pt"))
token.set_macro("TexRenderer", setting("RENDERER", "Node"))

local glyph, disc, glue = node.id("glyph"), node.id("disc"), node.id("glue")
local hlist = node.id("hlist")
local out = assert(io.open(setting("OUT"), "w"))
local points = setting("POINTS") and assert(io.open(setting("POINTS"), "w"))

-- Characters of a glyph of the font; a ligature has several.
local function text_of(n)
    local font = fonts.hashes.identifiers[n.font]
    local char = font and font.characters[n.char]
    local unicode = char and char.tounicode
    if type(unicode) == "string" and #unicode % 4 == 0 then
        return (unicode:gsub("%x%x%x%x", function(hex)
            return utf8.char(tonumber(hex, 16))
        end))
    end
    return utf8.char(n.char)
end

local function collect(head, parts)
    for n in node.traverse(head) do
        if n.id == glyph then
            parts[#parts + 1] = text_of(n)
        elseif n.id == disc and n.replace then
            collect(n.replace, parts)
        elseif n.id == glue and n.subtype == 13 then -- spaceskip
            parts[#parts + 1] = " "
        elseif n.id == hlist then
            collect(n.head, parts)
        end
    end
    return parts
end

local function write_lines(head)
    for n in node.traverse_id(hlist, head) do
        out:write(table.concat(collect(n.head, {})), "\n")
    end
    out:write("\n")
    return true
end

-- The paragraph with U+00AD where TeX may divide a word.
local function write_points(head, tail)
    lang.hyphenate(head, tail)
    for n in node.traverse(head) do
        if n.id == glyph then
            points:write(utf8.char(n.char))
        elseif n.id == glue and n.subtype == 13 then
            points:write(" ")
        elseif n.id == disc and n.subtype == 3 then -- regular
            points:write(utf8.char(0xAD))
        elseif n.id == disc then -- behind a hyphen
            points:write("-")
        end
    end
    points:write("\n")
end

function set_paragraphs()
    luatexbase.add_to_callback("post_linebreak_filter", write_lines, "lines")
    if points then
        luatexbase.add_to_callback("hyphenate", write_points, "points")
    end
    for line in io.lines(setting("IN", "paragraphs.txt")) do
        if line ~= "" then
            -- Catcode regime -2: all characters but space are "other" or
            -- letters, so that none is a command.
            tex.print(-2, line)
            tex.print("\\par")
        end
    end
    tex.print("\\directlua{finish()}")
end

function finish()
    luatexbase.remove_from_callback("post_linebreak_filter", "lines")
    out:close()
    if points then
        luatexbase.remove_from_callback("hyphenate", "points")
        points:close()
    end
end
