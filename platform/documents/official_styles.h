// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The styles of an official document's file. Their ids say what a paragraph or a run is; by them,
// not by its looks, official_reading.h knows it again, so what was edited in Word or WPS keeps its
// meaning. Ids are Latin and equal the names, since Word makes ids of names when it saves; the
// Chinese name stands beside, for people. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace xieshang::documents {

namespace styles {

inline constexpr std::string_view gap = "XsGap"; // never content: distances, ends of sections
inline constexpr std::string_view mark = "XsMark";
inline constexpr std::string_view copy_number = "XsCopyNumber";
inline constexpr std::string_view secrecy = "XsSecrecy";
inline constexpr std::string_view urgency = "XsUrgency";
inline constexpr std::string_view number = "XsNumber";
inline constexpr std::string_view signers = "XsSigners";
inline constexpr std::string_view rule = "XsRule";
inline constexpr std::string_view title = "XsTitle";
inline constexpr std::string_view addressees = "XsAddressees";
inline constexpr std::string_view heading = "XsHeading"; // with its level behind it
inline constexpr std::string_view indented = "XsIndented";
inline constexpr std::string_view flush = "XsFlush";
inline constexpr std::string_view centred = "XsCentred";
inline constexpr std::string_view right = "XsRight";
inline constexpr std::string_view item = "XsItem";
inline constexpr std::string_view numbered_item = "XsNumberedItem";
inline constexpr std::string_view caption = "XsCaption"; // of the table behind it
inline constexpr std::string_view cell = "XsCell";
inline constexpr std::string_view head_cell = "XsHeadCell";
inline constexpr std::string_view figure = "XsFigure";
inline constexpr std::string_view figure_caption = "XsFigureCaption";
inline constexpr std::string_view annex_list = "XsAnnexList"; // made of the annexes' titles
inline constexpr std::string_view signature = "XsSignature";
inline constexpr std::string_view sealed_signature = "XsSealedSignature";
inline constexpr std::string_view date = "XsDate";
inline constexpr std::string_view sealed_date = "XsSealedDate";
inline constexpr std::string_view note = "XsNote";
inline constexpr std::string_view presence = "XsPresence";
inline constexpr std::string_view annex_mark = "XsAnnexMark";
inline constexpr std::string_view annex_title = "XsAnnexTitle";
inline constexpr std::string_view copies = "XsCopies";
inline constexpr std::string_view printed = "XsPrinted";
inline constexpr std::string_view page_number = "XsPageNumber";

// Of characters.
inline constexpr std::string_view strong = "XsStrong";
inline constexpr std::string_view plain = "XsPlain"; // of the text, within a heading
inline constexpr std::string_view number_words = "XsNumberWords";
inline constexpr std::string_view signer = "XsSigner";
inline constexpr std::string_view label = "XsLabel";

} // namespace styles

// Exactly a line of the grid: 22 of them are no higher than the type area. Twips.
inline constexpr int line_height = 579;
// Two of the grid's 28 characters a line. Twips.
inline constexpr int two_characters = 632;

// What makes all characters of a run take the Chinese font.
std::string han_fonts(std::string_view han_font);

const std::string& styles_xml();     // word/styles.xml
const std::string& font_table_xml(); // word/fontTable.xml

} // namespace xieshang::documents
