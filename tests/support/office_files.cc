// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/support/office_files.h"

namespace xieshang::tests {
namespace {

const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string package_ns = "http://schemas.openxmlformats.org/package/2006/";
const std::string office_ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string word_ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const std::string sheet_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string types = "application/vnd.openxmlformats-officedocument.";

std::string relation(const std::string& id, const std::string& type, const std::string& target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + office_ns + "/" + type + "\" Target=\""
        + target + "\"/>";
}

ZipPart relations(const std::string& name, const std::string& inside)
{
    return {name,
        head + "<Relationships xmlns=\"" + package_ns + "relationships\">" + inside
            + "</Relationships>"};
}

ZipPart content_types(const std::string& inside)
{
    return {"[Content_Types].xml",
        head + "<Types xmlns=\"" + package_ns
            + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + inside + "</Types>"};
}

std::string type_of(const std::string& part, const std::string& type)
{
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + types + type + "+xml\"/>";
}

ZipPart word_part(const std::string& name, const std::string& root, const std::string& inside)
{
    return {"word/" + name,
        head + "<w:" + root + " xmlns:w=\"" + word_ns + "\" xmlns:r=\"" + office_ns + "\">" + inside
            + "</w:" + root + ">"};
}

ZipPart sheet_part(const std::string& name, const std::string& root, const std::string& inside)
{
    return {"xl/" + name,
        head + "<" + root + " xmlns=\"" + sheet_ns + "\" xmlns:r=\"" + office_ns + "\">" + inside
            + "</" + root + ">"};
}

std::string cell(const std::string& text, const std::string& merge)
{
    return "<w:tc><w:tcPr>" + merge + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

} // namespace

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        safe += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return safe;
}

std::vector<ZipPart> parts_of(const Docx& docx)
{
    std::vector<ZipPart> parts{
        content_types(type_of("word/document.xml", "wordprocessingml.document.main")),
        relations("_rels/.rels", relation("rId1", "officeDocument", "word/document.xml")),
        relations("word/_rels/document.xml.rels",
            relation("rId1", "numbering", "numbering.xml")
                + relation("rId2", "styles", "styles.xml")
                + relation("rId3", "footnotes", "footnotes.xml") + docx.relations),
        word_part("numbering.xml", "numbering", docx.lists),
        word_part("styles.xml", "styles", docx.styles),
        word_part("footnotes.xml", "footnotes", docx.footnotes),
        word_part("document.xml", "document", "<w:body>" + docx.body + "</w:body>"),
    };
    parts.insert(parts.end(), docx.more.begin(), docx.more.end());
    return parts;
}

std::vector<ZipPart> parts_of(const Xlsx& xlsx)
{
    std::string names;
    std::string targets =
        relation("s", "sharedStrings", "sharedStrings.xml") + relation("t", "styles", "styles.xml");
    std::vector<ZipPart> parts{
        content_types(type_of("xl/workbook.xml", "spreadsheetml.sheet.main")),
        relations("_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml")),
    };
    int number = 0;
    for (const auto& sheet : xlsx.sheets) {
        const auto id = std::to_string(++number);
        names += "<sheet name=\"" + escaped(sheet.name) + "\" sheetId=\"" + id + "\" r:id=\"rId"
            + id + "\" " + sheet.attributes + "/>";
        targets += relation("rId" + id, "worksheet", "worksheets/sheet" + id + ".xml");
        parts.push_back(sheet_part("worksheets/sheet" + id + ".xml", "worksheet",
            "<dimension ref=\"" + sheet.dimension + "\"/><sheetData>" + sheet.data + "</sheetData>"
                + (sheet.merged.empty() ? "" : "<mergeCells>" + sheet.merged + "</mergeCells>")));
    }
    std::string shared;
    for (const auto& text : xlsx.shared) {
        shared += "<si><t>" + escaped(text) + "</t></si>";
    }
    parts.push_back(sheet_part("workbook.xml", "workbook",
        "<workbookPr " + xlsx.workbook_properties + "/><sheets>" + names + "</sheets>"));
    parts.push_back(relations("xl/_rels/workbook.xml.rels", targets));
    parts.push_back(sheet_part("sharedStrings.xml", "sst", shared));
    parts.push_back(sheet_part("styles.xml", "styleSheet",
        "<numFmts>" + xlsx.formats + "</numFmts><cellXfs>" + xlsx.styles + "</cellXfs>"));
    parts.insert(parts.end(), xlsx.more.begin(), xlsx.more.end());
    return parts;
}

std::string paragraph(const std::string& text)
{
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r></w:p>";
}

std::string numbered(const std::string& text, int list, int level)
{
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\""
        + std::to_string(list) + "\"/></w:numPr></w:pPr><w:r><w:t>" + escaped(text)
        + "</w:t></w:r></w:p>";
}

std::string table(const std::vector<std::vector<std::string>>& rows)
{
    std::string xml = "<w:tbl>";
    for (std::size_t r = 0; r < rows.size(); ++r) {
        xml += "<w:tr>";
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const bool begins =
                r + 1 < rows.size() && c < rows[r + 1].size() && rows[r + 1][c] == "^";
            xml += rows[r][c] == "^" ? cell("", "<w:vMerge/>")
                : begins             ? cell(rows[r][c], "<w:vMerge w:val=\"restart\"/>")
                                     : cell(rows[r][c], "");
        }
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

std::string rows_of(const std::vector<std::vector<std::string>>& rows, int first)
{
    std::string xml;
    for (const auto& row : rows) {
        const auto number = std::to_string(first++);
        xml += "<row r=\"" + number + "\">";
        char column = 'A';
        for (const auto& text : row) {
            const auto name = " r=\"" + std::string(1, column++) + number + "\"";
            if (text.starts_with('<')) { // whole cells are taken as they are
                xml += "<c" + name + text.substr(1);
            } else if (text.starts_with('#')) {
                xml += "<c" + name + "><v>" + text.substr(1) + "</v></c>";
            } else if (!text.empty()) {
                xml += "<c" + name + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    + escaped(text) + "</t></is></c>";
            }
        }
        xml += "</row>";
    }
    return xml;
}

std::string list_of(int id, const std::vector<std::pair<std::string, std::string>>& levels)
{
    const auto name = std::to_string(id);
    std::string xml = "<w:abstractNum w:abstractNumId=\"" + name + "\">";
    int level = 0;
    for (const auto& [format, text] : levels) {
        xml += "<w:lvl w:ilvl=\"" + std::to_string(level++)
            + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\""
            + text + "\"/></w:lvl>";
    }
    return xml + "</w:abstractNum><w:num w:numId=\"" + name + "\"><w:abstractNumId w:val=\"" + name
        + "\"/></w:num>";
}

} // namespace xieshang::tests
