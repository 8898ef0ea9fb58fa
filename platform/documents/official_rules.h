// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Red rules of heads: one of a document, the double ones of a letter; and what each part of the
// file opens with. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::documents {

inline constexpr std::string_view xml_declaration =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    "\n";

inline constexpr std::string_view word_namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
    R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" )"
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
    R"(xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" )"
    R"(xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")";

enum class LetterRule : std::uint8_t { thick_above, thin_above }; // §10.1: 上粗下细, 上细下粗

// A paragraph that is the rule, 170 mm wide and in the middle of the page.
std::string letter_rule_xml(LetterRule rule);

} // namespace xieshang::documents
