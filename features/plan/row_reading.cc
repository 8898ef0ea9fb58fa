// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/row_reading.h"

#include "features/plan/numbering.h"
#include "features/plan/script.h"
#include "features/plan/topic_text.h"

#include <algorithm>
#include <string>

namespace xieshang::plan {
namespace {

bool is_sum(const std::vector<Line>& lines, const Node& node)
{
    const std::u32string_view text = lines[node.text.line].folded;
    return text.starts_with(U"合计") || text.starts_with(U"总计") || text.starts_with(U"小计")
        || text.starts_with(U"|合计") || text.starts_with(U"|总计");
}

bool names_topic(const std::vector<Line>& lines, const Node& node)
{
    return std::any_of(node.cells.begin(), node.cells.end(), [&](const Cell& cell) {
        return cell.field == Field::title && has_title(Run(lines, {cell.range}));
    });
}

bool is_filled(const Node& node, Field field)
{
    return std::any_of(node.cells.begin(), node.cells.end(),
        [&](const Cell& cell) { return cell.field == field && !cell.range.is_empty(); });
}

} // namespace

int RowReader::place(std::size_t id, std::optional<TopicKind> kind_above, const SectionOf& section)
{
    const Node& node = nodes_[id];
    if (node.table != table_) {
        table_ = node.table;
        last_kind_.reset();
        last_topic_ = -1;
        last_number_ = 0;
        unnumbered_ = 0;
    }
    if (is_sum(findings_.lines(), node)) {
        findings_.put(node.text, Place::section_text, section());
        return -1;
    }
    if (names_topic(findings_.lines(), node)) {
        const auto number = number_of(node);
        // A kind that is written but not known is no reason to take the one of the row above.
        const auto above = is_filled(node, Field::kind) ? std::nullopt : last_kind_;
        last_topic_ =
            findings_.add_topic({number, kind_above ? kind_above : above, node.text.line, {}});
        share_covered(node, last_topic_);
        check_is_topic(node);
        unnumbered_ = number ? 0 : unnumbered_ + 1;
    } else if (is_another_row(node)) {
        last_topic_ = -1; // nor do rows below go on with the topic above
    }
    if (last_topic_ < 0) {
        return -1;
    }
    place_cells(node, last_topic_, section);
    if (is_filled(node, Field::kind)) {
        last_kind_ = findings_.topics()[static_cast<std::size_t>(last_topic_)].kind;
    }
    return last_topic_;
}

// What fills nothing but the cell for the title may be a heading.
void RowReader::check_is_topic(const Node& node)
{
    const auto filled = std::count_if(node.cells.begin(), node.cells.end(),
        [](const Cell& cell) { return !cell.range.is_empty() || !cell.covering.is_empty(); });
    if (filled == 1 && node.cells.size() > 1) {
        findings_.warn(node.text.line, "reading.row_of_title_alone",
            {{"title", to_utf8(findings_.lines()[node.text.line].folded)}});
    }
}

// A row with a number of its own goes on with no topic, though its title is missing.
bool RowReader::is_another_row(const Node& node)
{
    const auto cell = std::find_if(node.cells.begin(), node.cells.end(),
        [](const Cell& one) { return one.field == Field::number && !one.range.is_empty(); });
    if (cell == node.cells.end()) {
        return false;
    }
    const auto text = folded_in(findings_.lines(), cell->range);
    const auto number = number_at(text, 0);
    if (number.length == 0 || number.value == 0 || number.value == last_number_
        || text.find_first_not_of(U"、.)。", number.length) != text.npos) {
        return false;
    }
    last_number_ = number.value;
    findings_.warn(
        node.text.line, "reading.row_without_title", {{"number", std::to_string(number.value)}});
    return true;
}

std::optional<int> RowReader::number_of(const Node& node)
{
    for (const auto& cell : node.cells) {
        if (cell.field != Field::number || cell.range.is_empty()) {
            continue;
        }
        const auto number = number_at(folded_in(findings_.lines(), cell.range), 0);
        if (number.length == 0 || number.value == 0) {
            return std::nullopt;
        }
        const bool follows =
            number.value > last_number_ && number.value <= last_number_ + 1 + unnumbered_;
        if (!follows && number.value != 1) {
            findings_.warn(node.text.line,
                number.value == last_number_ ? "reading.number_repeated" : "reading.number_gap",
                {{"expected", std::to_string(last_number_ + 1)},
                    {"found", std::to_string(number.value)}});
        }
        last_number_ = number.value;
        return number.value;
    }
    return std::nullopt;
}

// A new topic takes what merged cells above say of it, too.
void RowReader::share_covered(const Node& node, int topic)
{
    auto& facts = findings_.topics()[static_cast<std::size_t>(topic)];
    for (const auto& cell : node.cells) {
        if (cell.covering.is_empty()) {
            continue;
        }
        const auto place = cell.field == Field::period ? Place::topic_period
            : cell.field == Field::responsible         ? Place::topic_responsible
            : cell.field == Field::participating       ? Place::topic_participating
                                                       : Place::unplaced;
        if (place != Place::unplaced) {
            facts.shared.push_back({place, cell.covering});
        }
    }
}

void RowReader::place_cells(const Node& node, int topic, const SectionOf& section)
{
    int part = 0;
    std::uint32_t behind = node.text.begin; // bars between cells belong to the row
    for (const auto& cell : node.cells) {
        if (cell.range.is_empty()) {
            continue;
        }
        if (cell.range.begin > behind) {
            findings_.put({cell.range.line, behind, cell.range.begin}, Place::topic_mark, topic);
        }
        behind = cell.range.end;
        const Run run(findings_.lines(), {cell.range});
        if (cell.field == Field::title) {
            place_topic_text(findings_, run, topic, section());
        } else if (cell.field) {
            place_value(findings_, run, 0, run.size(), *cell.field, topic, section(), 100 + ++part);
        }
    }
    findings_.put({node.text.line, behind, node.text.end},
        node.cells.empty() || behind == node.text.begin ? Place::unplaced : Place::topic_mark,
        topic);
}

void RowReader::place_head(std::size_t id, const SectionOf& section)
{
    const auto tells_no_topic = [&](const Node& node) {
        return node.type == Numbering::row && (node.is_head || is_sum(findings_.lines(), node));
    };
    std::size_t next = id;
    while (next < nodes_.size() && tells_no_topic(nodes_[next])) {
        ++next;
    }
    const bool has_row = next < nodes_.size() && nodes_[next].type == Numbering::row
        && roles_[next] == Role::topic && names_topic(findings_.lines(), nodes_[next]);
    if (has_row) {
        findings_.put(
            nodes_[id].text, Place::topic_mark, static_cast<int>(findings_.topics().size()));
    } else {
        findings_.put(nodes_[id].text, Place::section_text, section());
    }
}

} // namespace xieshang::plan
