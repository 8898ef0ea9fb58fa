// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/word_blocks.h"

#include "platform/documents/letters.h"
#include "platform/documents/text_lines.h"
#include "platform/documents/xml.h"

#include <algorithm>
#include <array>

namespace xieshang::documents {
namespace {

constexpr auto widest = static_cast<int>(most_columns);

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& list)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

// Around paragraphs, tables, rows and cells; what they hold stands as if they were not there.
bool is_transparent(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> names{
        "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent"};
    return is_one_of(name, names);
}

bool is_taken_out(std::string_view name) { return name == "del" || name == "moveFrom"; }

// Holds no words of the document itself.
bool is_silent(std::string_view name)
{
    static constexpr std::array<std::string_view, 14> names{"pPr", "rPr", "delText", "instrText",
        "delInstrText", "rt", "rubyPr", "sdtPr", "sdtEndPr", "fldData", "sectPr", "tblPr",
        "tblGrid", "Fallback"};
    return is_one_of(name, names);
}

// The first choice that a reader of Word's own elements has; the fallback says the same again.
pugi::xml_node chosen(pugi::xml_node alternatives)
{
    const auto choice = child_named(alternatives, "Choice");
    return choice ? choice : child_named(alternatives, "Fallback");
}

} // namespace

void WordBlocks::append(std::string& text, std::string_view more)
{
    text_bytes_ += more.size();
    if (!has_too_much()) {
        text += clean(more);
    }
}

// Without words nothing is left out.
void WordBlocks::leave_out(Omission what, pugi::xml_node node)
{
    const auto letters = letters_under(node);
    if (letters > 0) {
        auto& omitted = omitted_[static_cast<std::size_t>(what)];
        ++omitted.places;
        omitted.letters += letters;
        omits_.set(static_cast<std::size_t>(what));
    }
}

void WordBlocks::add(std::vector<WordBlock>& blocks, WordBlock block)
{
    ++blocks_;
    block.omits |= omits_;
    omits_.reset();
    blocks.push_back(std::move(block));
}

std::vector<WordBlock> WordBlocks::read(pugi::xml_node parent)
{
    std::vector<WordBlock> blocks;
    read_into(blocks, parent);
    if (!before_.empty()) {
        add(blocks, {std::move(before_), {}, {}});
        before_.clear();
    }
    if (!blocks.empty()) { // what was left out behind the last
        blocks.back().omits |= omits_;
        omits_.reset();
    }
    return blocks;
}

void WordBlocks::read_into(std::vector<WordBlock>& blocks, pugi::xml_node parent)
{
    for (const auto node : parent.children()) {
        if (has_too_much() || is_too_wide_) {
            return;
        }
        const auto name = local_name(node);
        if (name == "p") {
            read_paragraph(blocks, node);
        } else if (name == "tbl") {
            if (auto table = table_of(node); !table.rows.empty()) {
                add(blocks, std::move(table));
            }
        } else if (is_transparent(name)) {
            read_into(blocks, name == "AlternateContent" ? chosen(node) : node);
        } else if (is_taken_out(name)) {
            leave_out(Omission::deleted, node);
        } else if (name == "altChunk") {
            ++foreign_;
        }
    }
}

void WordBlocks::read_paragraph(std::vector<WordBlock>& blocks, pugi::xml_node paragraph)
{
    const auto around = paragraph_; // of a text box
    paragraph_ = child_named(paragraph, "pPr");
    std::string text;
    std::vector<WordBlock> boxes;
    read_inline(text, boxes, paragraph);
    add_paragraph(blocks, text, paragraph_);
    std::move(boxes.begin(), boxes.end(), std::back_inserter(blocks));
    paragraph_ = around;
}

// A paragraph whose end is deleted goes on in the next; one that is hidden with its end is none,
// and has no number.
void WordBlocks::add_paragraph(
    std::vector<WordBlock>& blocks, std::string& text, pugi::xml_node properties)
{
    const auto of_its_end = child_named(properties, "rPr");
    if (child_named(of_its_end, "del") || child_named(of_its_end, "moveFrom")) {
        before_ += text;
        return;
    }
    if (text.empty() && before_.empty() && styles_.hides(properties, of_its_end)) {
        return;
    }
    std::string whole;
    append(whole, numbering_.next(properties));
    whole += before_ + text;
    before_.clear();
    add(blocks, {std::move(whole), {}, {}});
}

void WordBlocks::read_reference(pugi::xml_node node, std::string_view name)
{
    auto& ids = name == "footnoteReference" ? footnotes_ : endnotes_;
    ids.emplace_back(attribute_named(node, "id"));
}

// What is a character of its own; false when the element is none.
bool WordBlocks::read_character(std::string& text, pugi::xml_node node, std::string_view name)
{
    if (name == "t") {
        for (const auto piece : node.children()) {
            append(text, piece.value());
        }
    } else if (name == "tab" || name == "ptab") {
        append(text, "\t");
    } else if (name == "br" || name == "cr") {
        const auto type = attribute_named(node, "type");
        append(text, type == "page" || type == "column" ? "" : "\n");
    } else if (name == "noBreakHyphen") {
        append(text, "-");
    } else if (name == "sym") {
        append(text, "□"); // a sign of a symbol font: which one, only the font knows
    } else {
        return false;
    }
    return true;
}

void WordBlocks::read_inline(
    std::string& text, std::vector<WordBlock>& boxes, pugi::xml_node parent)
{
    for (const auto node : parent.children()) {
        const auto name = local_name(node);
        if (is_silent(name) || read_character(text, node, name)) {
            continue;
        }
        if (is_taken_out(name)) {
            leave_out(Omission::deleted, node);
        } else if (name == "r" && styles_.hides(paragraph_, child_named(node, "rPr"))) {
            leave_out(Omission::hidden, node);
        } else if (name == "commentReference") {
            omits_.set(static_cast<std::size_t>(Omission::comment));
        } else if (name == "AlternateContent") {
            read_inline(text, boxes, chosen(node));
        } else if (name == "txbxContent") {
            read_into(boxes, node);
        } else if (name == "textpath") { // the words of a WordArt
            std::string words;
            append(words, attribute_named(node, "string"));
            boxes.push_back({std::move(words), {}, {}});
            ++blocks_;
        } else if (name == "footnoteReference" || name == "endnoteReference") {
            read_reference(node, name);
        } else {
            read_inline(text, boxes, node);
        }
    }
}

WordBlock WordBlocks::table_of(pugi::xml_node table)
{
    WordBlock block;
    read_rows(block, table);
    return block;
}

void WordBlocks::read_rows(WordBlock& table, pugi::xml_node parent)
{
    for (const auto node : parent.children()) {
        const auto name = local_name(node);
        if (name == "tr") {
            read_row(table, node);
        } else if (is_transparent(name)) {
            read_rows(table, name == "AlternateContent" ? chosen(node) : node);
        } else if (is_taken_out(name)) {
            leave_out(Omission::deleted, node);
        }
    }
}

void WordBlocks::read_row(WordBlock& table, pugi::xml_node node)
{
    const auto properties = child_named(node, "trPr");
    if (child_named(properties, "del")) {
        leave_out(Omission::deleted, node);
        return;
    }
    const auto before = attribute_named(child_named(properties, "gridBefore"), "val");
    auto column = static_cast<std::size_t>(number_in(before, 0, widest));
    WordRow row;
    read_cells(row, column, node);
    if (row.cells.empty()) {
        return;
    }
    if (auto& last = row.cells.back().blocks; !last.empty()) {
        last.back().omits |= omits_; // what was left out behind it is of this row, too
        omits_.reset();
    }
    table.rows.push_back(std::move(row));
}

void WordBlocks::read_cells(WordRow& row, std::size_t& column, pugi::xml_node parent)
{
    for (const auto node : parent.children()) {
        const auto name = local_name(node);
        if (is_transparent(name)) {
            read_cells(row, column, name == "AlternateContent" ? chosen(node) : node);
        }
        const auto properties = child_named(node, "tcPr");
        if (is_taken_out(name) || child_named(properties, "cellDel")) {
            leave_out(Omission::deleted, node); // those behind it move up
            continue;
        }
        if (name != "tc") {
            continue;
        }
        if (column >= most_columns || has_too_much()) {
            is_too_wide_ = is_too_wide_ || column >= most_columns;
            return;
        }
        ++blocks_;
        const auto merge = child_named(properties, "vMerge");
        WordCell cell{column, Merge::none, {}};
        cell.merge = !merge                              ? Merge::none
            : attribute_named(merge, "val") == "restart" ? Merge::begins
                                                         : Merge::goes_on;
        read_into(cell.blocks, node);
        const auto width = attribute_named(child_named(properties, "gridSpan"), "val");
        column += static_cast<std::size_t>(std::max(1, number_in(width, 1, widest)));
        row.cells.push_back(std::move(cell));
    }
}

} // namespace xieshang::documents
