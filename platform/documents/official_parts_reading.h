// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Paragraphs and tables of an official document's file, one after the other → its parts, by their
// styles (official_styles.h). Figures hold the ids of their relations instead of bytes. One thread
// at a time; the names outlive it.
#pragma once

#include "platform/documents/official_document.h"
#include "platform/documents/word_pieces.h"

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace xieshang::documents {

// Without breaks, which only lay out; a tab is a blank.
std::string joined(const std::vector<WordPiece>& pieces);

// Strong are those of the style XsStrong and those that a person made bold.
Runs runs_of(const std::vector<WordPiece>& pieces);

// What a paragraph says beside its style.
Placing placing_of(pugi::xml_node paragraph, Placing otherwise);

class OfficialParts {
public:
    explicit OfficialParts(const StyleNames& names) : names_(names) {}

    void paragraph(pugi::xml_node node);
    void table(pugi::xml_node node);
    void end_section(bool is_turned); // of what came since the last

    OfficialDocument take();

private:
    using Pieces = std::vector<WordPiece>;

    bool read_head(std::string_view style, const Pieces& pieces);
    bool read_back(std::string_view style, const Pieces& pieces);
    bool read_annex(std::string_view style, const Pieces& pieces);
    bool read_list(std::string_view style, pugi::xml_node node, const Pieces& pieces);
    bool read_captions(std::string_view style, const Pieces& pieces);
    bool read_heading(std::string_view style, const Pieces& pieces);
    void read_signers(const Pieces& pieces);
    void read_text(std::string_view style, pugi::xml_node node, const Pieces& pieces);
    void add_figures(const Pieces& pieces);
    void drop_caption(); // of a table that does not come
    OfficialRow row_of(pugi::xml_node node);

    Blocks& blocks() { return out_.annexes.empty() ? out_.body : out_.annexes.back().blocks; }

    const StyleNames& names_;
    OfficialDocument out_;
    std::string caption_; // of the table that comes next
    std::string list_;    // the numbering of the last numbered item
    struct Place {
        std::size_t annexes; // how many had begun
        std::size_t block;
    };
    std::vector<Place> tables_; // of this section
};

} // namespace xieshang::documents
