// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_parts.h"

#include "platform/documents/official_kinds.h"
#include "platform/documents/official_rules.h"
#include "platform/documents/official_sections.h"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace xieshang::documents {
namespace {

constexpr std::string_view word_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view relation_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Part {
    std::string_view id; // of the document's relation
    std::string_view type;
    std::string_view name;
};

constexpr std::array<Part, 9> beside_document{{
    {"rIdStyles", "styles", "styles.xml"},
    {"rIdNumbering", "numbering", "numbering.xml"},
    {"rIdSettings", "settings", "settings.xml"},
    {"rIdFonts", "fontTable", "fontTable.xml"},
    {footers::odd, "footer", "footer1.xml"},
    {footers::even, "footer", "footer2.xml"},
    {footers::odd_turned, "footer", "footer3.xml"},
    {footers::even_turned, "footer", "footer4.xml"},
    {footers::first_of_letter, "footer", "footer5.xml"},
}};

std::string type_of(std::string_view part, std::string_view type)
{
    return fmt::format(R"(<Override PartName="/{}" ContentType="{}"/>)", part, type);
}

std::string relation(std::string_view id, std::string_view type, std::string_view target)
{
    return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"/>)", id, type, target);
}

std::string relations(const std::string& content)
{
    return std::string(xml_declaration)
        + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        + content + "</Relationships>";
}

} // namespace

std::string content_types_xml()
{
    std::string xml(xml_declaration);
    xml += R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Default Extension="rels" )"
           R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
           R"(<Default Extension="xml" ContentType="application/xml"/>)"
           R"(<Default Extension="png" ContentType="image/png"/>)"
           R"(<Default Extension="jpg" ContentType="image/jpeg"/>)";
    xml += type_of("word/document.xml", std::string(word_type) + "document.main+xml");
    for (const auto& part : beside_document) {
        xml += type_of("word/" + std::string(part.name),
            std::string(word_type) + std::string(part.type) + "+xml");
    }
    xml +=
        type_of("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    xml += type_of("docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    return xml + "</Types>";
}

std::string package_relations_xml()
{
    const std::string office(relation_type);
    return relations(relation("rId1", office + "officeDocument", "word/document.xml")
        + relation("rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
            "core-properties",
            "docProps/core.xml")
        + relation("rId3", office + "custom-properties", "docProps/custom.xml"));
}

std::string document_relations_xml(const std::vector<WordPicture>& pictures)
{
    const std::string office(relation_type);
    std::string xml;
    for (const auto& part : beside_document) {
        xml += relation(part.id, office + std::string(part.type), part.name);
    }
    for (const auto& picture : pictures) {
        xml += relation(picture.id, office + "image", picture.name);
    }
    return relations(xml);
}

std::string numbering_xml(int lists)
{
    std::string xml(xml_declaration);
    xml += "<w:numbering " + std::string(word_namespaces) + ">";
    xml += R"(<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>)"
           R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>)"
           R"(<w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>)"
           R"(<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="632"/></w:pPr>)"
           R"(</w:lvl></w:abstractNum>)";
    for (int list = 1; list <= lists; ++list) {
        xml += fmt::format(R"(<w:num w:numId="{}"><w:abstractNumId w:val="0"/>)"
                           R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>)"
                           R"(</w:lvlOverride></w:num>)",
            list);
    }
    return xml + "</w:numbering>";
}

std::string settings_xml()
{
    return std::string(xml_declaration) + "<w:settings " + std::string(word_namespaces) + ">"
        + R"(<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>)"
          R"(<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>)"
          R"(<w:drawingGridHorizontalSpacing w:val="158"/>)"
          R"(<w:characterSpacingControl w:val="doNotCompress"/>)"
          R"(<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>)"
          R"(<w:compatSetting w:name="compatibilityMode" )"
          R"(w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>)"
          R"(<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>)";
}

std::string core_properties_xml(std::string_view title)
{
    return std::string(xml_declaration)
        + R"(<cp:coreProperties )"
          R"(xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
          R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>)"
        + escaped_xml(title) + "</dc:title></cp:coreProperties>";
}

std::string custom_properties_xml(OfficialKind kind)
{
    return std::string(xml_declaration)
        + fmt::format(
            R"(<Properties )"
            R"(xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" )"
            R"(xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">)"
            R"(<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{}">)"
            R"(<vt:lpwstr>{}</vt:lpwstr></property></Properties>)",
            kind_property, word_of(kind));
}

} // namespace xieshang::documents
