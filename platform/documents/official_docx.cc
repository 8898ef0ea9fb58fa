// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_docx.h"

#include "platform/documents/official_back.h"
#include "platform/documents/official_blocks.h"
#include "platform/documents/official_front.h"
#include "platform/documents/official_kinds.h"
#include "platform/documents/official_margins.h"
#include "platform/documents/official_parts.h"
#include "platform/documents/official_rules.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/official_tidy.h"
#include "platform/documents/package_writer.h"

namespace xieshang::documents {
namespace {

struct Written {
    std::string xml;
    int lists = 0;
    std::vector<WordPicture> pictures;
};

bool has_back(const OfficialDocument& document)
{
    return !document.signature.bodies.empty() || !document.signature.date.empty()
        || !document.note.empty() || !document.presence.empty() || !document.annexes.empty();
}

bool begins_turned(const Blocks& blocks)
{
    const auto* const table =
        blocks.empty() ? nullptr : std::get_if<OfficialTable>(&blocks.front());
    return table != nullptr && table->landscape;
}

bool has_signature(const OfficialDocument& document)
{
    return !document.signature.bodies.empty() || !document.signature.date.empty();
}

base::Result<Written> written(const OfficialDocument& document)
{
    WordText out;
    OfficialSections sections(out, document.kind);
    OfficialBlocks blocks(out, sections);
    write_front(out, document);
    CHECK(blocks.write(document.body, has_signature(document)));
    if (has_back(document)) {
        sections.begin(false);
        write_back(out, document);
    }
    for (std::size_t i = 0; i < document.annexes.size(); ++i) {
        sections.begin_above_table(begins_turned(document.annexes[i].blocks));
        write_annex_head(out, document.annexes[i], i + 1, document.annexes.size());
        CHECK(blocks.write(document.annexes[i].blocks, false));
    }
    const bool has_imprint = !(document.imprint == Imprint{});
    if (has_imprint) {
        sections.begin(false);
        write_imprint(out, document.imprint);
    } else {
        out.space(20); // a body ends with a paragraph
    }
    sections.end();
    return Written{out.take(), blocks.lists(), blocks.take_pictures()};
}

} // namespace

base::Result<std::string> official_docx(const OfficialDocument& given)
{
    const auto document = tidied(given);
    auto body = TRY(written(document));
    std::vector<PackagePart> parts{
        {"[Content_Types].xml", content_types_xml()},
        {"_rels/.rels", package_relations_xml()},
        {"word/document.xml",
            std::string(xml_declaration) + "<w:document " + std::string(word_namespaces)
                + "><w:body>" + body.xml + "</w:body></w:document>"},
        {"word/_rels/document.xml.rels", document_relations_xml(body.pictures)},
        {"word/styles.xml", styles_xml()},
        {"word/numbering.xml", numbering_xml(body.lists)},
        {"word/settings.xml", settings_xml()},
        {"word/fontTable.xml", font_table_xml()},
        {"word/footer1.xml", page_footer_xml(Side::odd)},
        {"word/footer2.xml", page_footer_xml(Side::even)},
        {"word/footer3.xml", turned_footer_xml(Side::odd)},
        {"word/footer4.xml", turned_footer_xml(Side::even)},
        {"word/footer5.xml", first_letter_footer_xml()},
        {"docProps/core.xml", core_properties_xml(document.title)},
        {"docProps/custom.xml", custom_properties_xml(document.kind)},
    };
    for (auto& picture : body.pictures) {
        parts.push_back({"word/" + picture.name, std::move(picture.bytes), false});
    }
    return package_of(parts);
}

} // namespace xieshang::documents
