// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The body of a word processor's document → paragraphs and tables, still nested. One object reads
// one document.
#pragma once

#include "platform/documents/limits.h"
#include "platform/documents/word_numbering.h"
#include "platform/documents/word_styles.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

struct WordRow;

// What is there and not read.
enum class Omission : std::uint8_t {
    deleted, // or moved away
    hidden,
    comment,
};
inline constexpr std::size_t omissions = 3;
using Omissions = std::bitset<omissions>;

struct Omitted {
    int places{};
    std::int64_t letters{};
};

struct WordBlock { // a paragraph, or a table when it has rows
    std::string text;
    std::vector<WordRow> rows;
    Omissions omits; // in it, or between it and the one before
};

enum class Merge : std::uint8_t { // a cell with the ones below it
    none,
    begins,
    goes_on,
};

struct WordCell {
    std::size_t column{};
    Merge merge{};
    std::vector<WordBlock> blocks;
};

struct WordRow {
    std::vector<WordCell> cells;
};

class WordBlocks {
public:
    WordBlocks(WordNumbering& numbering, const WordStyles& styles)
        : numbering_(numbering), styles_(styles)
    {
    }

    std::vector<WordBlock> read(pugi::xml_node parent);

    const std::vector<std::string>& footnotes() const { return footnotes_; } // ids, as referred to
    const std::vector<std::string>& endnotes() const { return endnotes_; }
    Omitted omitted(Omission what) const { return omitted_[static_cast<std::size_t>(what)]; }
    int foreign() const { return foreign_; } // pieces of other formats
    bool has_too_much() const { return text_bytes_ > most_text_bytes || blocks_ > most_cells; }
    bool is_too_wide() const { return is_too_wide_; } // a row has more than most_columns

private:
    void read_into(std::vector<WordBlock>& blocks, pugi::xml_node parent);
    void read_paragraph(std::vector<WordBlock>& blocks, pugi::xml_node paragraph);
    void read_inline(std::string& text, std::vector<WordBlock>& boxes, pugi::xml_node parent);
    void add_paragraph(
        std::vector<WordBlock>& blocks, std::string& text, pugi::xml_node properties);
    bool read_character(std::string& text, pugi::xml_node node, std::string_view name);
    void read_reference(pugi::xml_node node, std::string_view name);
    WordBlock table_of(pugi::xml_node table);
    void read_rows(WordBlock& table, pugi::xml_node parent);
    void read_row(WordBlock& table, pugi::xml_node node);
    void read_cells(WordRow& row, std::size_t& column, pugi::xml_node parent);
    void append(std::string& text, std::string_view more);
    void leave_out(Omission what, pugi::xml_node node);
    void add(std::vector<WordBlock>& blocks, WordBlock block);

    WordNumbering& numbering_;
    const WordStyles& styles_;
    pugi::xml_node paragraph_; // properties of the one that is read
    std::string before_;       // of paragraphs whose end is deleted: they go on in the next
    std::vector<std::string> footnotes_;
    std::vector<std::string> endnotes_;
    std::size_t text_bytes_ = 0;
    std::size_t blocks_ = 0; // and cells
    bool is_too_wide_ = false;
    std::array<Omitted, omissions> omitted_{};
    Omissions omits_; // since the last block
    int foreign_ = 0;
};

} // namespace xieshang::documents
