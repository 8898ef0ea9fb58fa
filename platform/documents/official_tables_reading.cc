// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_parts_reading.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/xml.h"

#include <algorithm>

namespace xieshang::documents {

std::string joined(const std::vector<WordPiece>& pieces)
{
    std::string text;
    for (const auto& piece : pieces) {
        text += piece.text;
    }
    std::erase(text, '\n');
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

Runs runs_of(const std::vector<WordPiece>& pieces)
{
    Runs runs;
    for (const auto& piece : pieces) {
        runs.push_back({piece.text, piece.bold || piece.style == styles::strong});
    }
    return runs; // tidied later
}

Placing placing_of(pugi::xml_node paragraph, Placing otherwise)
{
    const auto properties = child_named(paragraph, "pPr");
    const auto jc = attribute_named(child_named(properties, "jc"), "val");
    const auto indent = child_named(properties, "ind");
    const bool is_indented = number_in(attribute_named(indent, "firstLine"), 0) > 0
        || number_in(attribute_named(indent, "firstLineChars"), 0) > 0;
    return jc == "center"              ? Placing::centred
        : jc == "right" || jc == "end" ? Placing::right
        : is_indented                  ? Placing::indented
                                       : otherwise;
}

OfficialRow OfficialParts::row_of(pugi::xml_node node)
{
    OfficialRow row;
    for (const auto cell : node.children()) {
        if (local_name(cell) != "tc") {
            continue;
        }
        auto& out = row.cells.emplace_back();
        const auto span = child_named(child_named(cell, "tcPr"), "gridSpan");
        out.columns = std::max(1, number_in(attribute_named(span, "val"), 1, 63));
        bool is_first = true;
        for (const auto paragraph : cell.children()) {
            if (local_name(paragraph) != "p") {
                continue;
            }
            out.placing = is_first ? placing_of(paragraph, Placing::flush) : out.placing;
            auto runs = runs_of(word_pieces(names_, paragraph));
            if (!is_first && !runs.empty()) {
                out.runs.push_back({" ", false});
            }
            std::move(runs.begin(), runs.end(), std::back_inserter(out.runs));
            is_first = false;
        }
    }
    return row;
}

void OfficialParts::table(pugi::xml_node node)
{
    OfficialTable table;
    table.caption = std::move(caption_);
    caption_.clear();
    table.heads = 0;
    for (const auto column : child_named(node, "tblGrid").children()) {
        table.shares.push_back(number_in(attribute_named(column, "w"), 0));
    }
    for (const auto row : node.children()) {
        if (local_name(row) != "tr") {
            continue;
        }
        const bool is_head = is_on(child_named(child_named(row, "trPr"), "tblHeader"));
        table.heads += is_head && table.heads == table.rows.size() ? 1 : 0;
        table.rows.push_back(row_of(row));
    }
    tables_.push_back({out_.annexes.size(), blocks().size()});
    blocks().emplace_back(std::move(table));
}

void OfficialParts::end_section(bool is_turned)
{
    for (const auto& place : tables_) {
        auto& in = place.annexes == 0 ? out_.body : out_.annexes[place.annexes - 1].blocks;
        std::get<OfficialTable>(in[place.block]).landscape = is_turned;
    }
    tables_.clear();
}

} // namespace xieshang::documents
