// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A paragraph of a word processor's document → its runs with the names of their styles, and its
// pictures, in order. What is deleted or moved away is left out, as are the codes of fields; a tab
// is '\t', a break '\n'. Any thread; linear.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// Names by ids: a program that saves may give a style another id, never another name.
using StyleNames = std::map<std::string, std::string, std::less<>>;

StyleNames style_names(pugi::xml_node styles); // the root of styles.xml

// Of a paragraph or a run, by its pStyle or rStyle; empty when it names none that is known.
std::string_view style_name(const StyleNames& names, pugi::xml_node node);

struct WordPiece {
    std::string style; // of characters; empty: as the paragraph
    std::string text;
    bool bold = false;
    std::string picture;      // the id of its relation
    double picture_width = 0; // mm

    bool operator==(const WordPiece&) const = default;
};

std::vector<WordPiece> word_pieces(const StyleNames& names, pugi::xml_node paragraph);

} // namespace xieshang::documents
