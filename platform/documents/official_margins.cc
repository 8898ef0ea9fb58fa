// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_margins.h"

#include "platform/documents/official_format.h"
#include "platform/documents/official_rules.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/word_text.h"

#include <fmt/format.h>

namespace xieshang::documents {
namespace {

// 一字线, a blank, the field, a blank, 一字线.
constexpr std::string_view number_field =
    R"(<w:r><w:t xml:space="preserve">— </w:t></w:r>)"
    R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
    R"(<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
    R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>)"
    R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)"
    R"(<w:r><w:t xml:space="preserve"> —</w:t></w:r>)";

// A box on the page's left edge whose line runs downwards: the foot of the upright sheet (§7.6).
constexpr std::string_view turned_box =
    R"(<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" )"
    R"(distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" )"
    R"(layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>)"
    R"(<wp:positionH relativeFrom="page"><wp:posOffset>{0}</wp:posOffset></wp:positionH>)"
    R"(<wp:positionV relativeFrom="page"><wp:posOffset>{1}</wp:posOffset></wp:positionV>)"
    R"(<wp:extent cx="{2}" cy="{3}"/><wp:wrapNone/><wp:docPr id="900" name="Page number"/>)"
    R"(<a:graphic><a:graphicData )"
    R"(uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>)"
    R"(<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>)"
    R"(<a:ext cx="{2}" cy="{3}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>)"
    R"(<a:noFill/></wps:spPr><wps:txbx><w:txbxContent>{4}</w:txbxContent></wps:txbx>)"
    R"(<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>)"
    R"(</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>)"
    R"(</w:r>)";

constexpr long emu(double mm) { return static_cast<long>(mm * 36'000); }

// The one-line rule of a page number is 7 mm below the type area (§7.5); in its line of 20 points
// it lies some 9 (186 twips) above the lower edge. Footers end where a letter's lower rule is.
constexpr int below_number = twips(format::page_height - format::top - format::area_height
                                 - format::page_number_below - format::letter_rule_above_foot)
    - 186;

std::string footer_of(std::string content)
{
    return std::string(xml_declaration) + "<w:ftr " + std::string(word_namespaces) + ">"
        + std::move(content) + "</w:ftr>";
}

std::string number_paragraph(Side side, const std::string& spacing)
{
    WordText text;
    text.begin_paragraph(styles::page_number,
        spacing
            + (side == Side::odd ? R"(<w:ind w:right="316"/><w:jc w:val="right"/>)" // 空一字
                                 : R"(<w:ind w:left="316"/>)"));
    text.raw(number_field);
    text.end_paragraph();
    return text.take();
}

} // namespace

std::string page_footer_xml(Side side)
{
    return footer_of(
        number_paragraph(side, fmt::format(R"(<w:spacing w:after="{}"/>)", below_number)));
}

std::string turned_footer_xml(Side side)
{
    constexpr double wide = 7.06; // a line of 20 points
    constexpr double from_foot =
        format::page_height - format::top - format::area_height - format::page_number_below;
    WordText text;
    text.begin_paragraph(styles::gap);
    text.raw(fmt::format(turned_box, emu(from_foot - wide / 2), emu(format::left), emu(wide),
        emu(format::area_width), number_paragraph(side, {})));
    text.end_paragraph();
    return footer_of(text.take());
}

std::string first_letter_footer_xml() { return footer_of(letter_rule_xml(LetterRule::thin_above)); }

} // namespace xieshang::documents
