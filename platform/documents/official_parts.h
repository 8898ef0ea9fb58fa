// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The parts of an official document's file that are the same or nearly so in all of them
// (ISO/IEC 29500-1, 11.3; 29500-2): what there is, what points to what, lists, settings,
// properties. Pure.
#pragma once

#include "platform/documents/official_blocks.h"
#include "platform/documents/official_document.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

std::string content_types_xml();
std::string package_relations_xml();
std::string document_relations_xml(const std::vector<WordPicture>& pictures);
std::string numbering_xml(int lists); // each counts from 1 on
std::string settings_xml();
std::string core_properties_xml(std::string_view title);
std::string custom_properties_xml(OfficialKind kind);

} // namespace xieshang::documents
