// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Guarded reading of an XML part: no document type, hence no entity but the five of XML; size and
// depth within limits.h. Elements are known by their name without its prefix. Any thread.
#pragma once

#include "platform/base/result.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace xieshang::documents {

struct Xml {
    std::string bytes; // the tree points into them
    pugi::xml_document tree;

    pugi::xml_node root() const { return tree.document_element(); }
};

// Refuses what as_utf8() refuses, and
//   documents.damaged      not well-formed {part}
//   documents.has_dtd      {part}
//   documents.too_complex  {part}
//   documents.too_deep     {part}
base::Result<std::unique_ptr<Xml>> read_xml(std::string bytes, std::string_view part);

std::string_view local_name(pugi::xml_node node); // w:p → p

pugi::xml_node child_named(pugi::xml_node node, std::string_view name); // by its local name

// The value of an attribute by its local name; empty when there is none.
std::string_view attribute_named(pugi::xml_node node, std::string_view name);

// As above, for what other elements refer to; a longer one than any program writes is none.
std::string_view id_named(pugi::xml_node node, std::string_view name);

// A whole number within 0..most; `otherwise` when the text is none.
int number_in(std::string_view text, int otherwise, int most = 100'000'000);

// <w:vanish/> and <w:vanish w:val="1"/> are on; no element and val="0" are off.
bool is_on(pugi::xml_node property);

} // namespace xieshang::documents
