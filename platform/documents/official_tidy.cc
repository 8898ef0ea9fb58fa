// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_tidy.h"

#include "platform/documents/official_format.h"
#include "platform/documents/picture_header.h"
#include "platform/documents/text_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xieshang::documents {
namespace {

constexpr int widest_figure = static_cast<int>(100 * format::area_width);
constexpr int highest_figure = static_cast<int>(100 * (format::area_height - 25)); // and a caption

void tidy_text(std::string& text)
{
    text = clean(text);
    for (auto& c : text) {
        c = c == '\n' || c == '\t' ? ' ' : c;
    }
    for (const std::string_view no_character : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (auto at = text.find(no_character); at != text.npos; at = text.find(no_character, at)) {
            text.replace(at, 3, "\xEF\xBF\xBD"); // XML 1.0 has neither U+FFFE nor U+FFFF
        }
    }
}

void tidy_texts(std::vector<std::string>& texts)
{
    for (auto& text : texts) {
        tidy_text(text);
    }
    std::erase_if(texts, [](const auto& text) { return text.empty(); });
}

void tidy_runs(Runs& runs)
{
    Runs tidy;
    for (auto& run : runs) {
        tidy_text(run.text);
        if (run.text.empty()) {
            continue;
        }
        if (!tidy.empty() && tidy.back().strong == run.strong) {
            tidy.back().text += run.text;
        } else {
            tidy.push_back(std::move(run));
        }
    }
    runs = std::move(tidy);
}

std::size_t columns_of(const OfficialTable& table)
{
    std::size_t columns = table.shares.size();
    for (const auto& row : table.rows) {
        std::size_t own = 0;
        for (const auto& cell : row.cells) {
            own += static_cast<std::size_t>(std::max(cell.columns, 1));
        }
        columns = std::max(columns, own);
    }
    return std::max<std::size_t>(columns, 1);
}

// Whole twips that sum to the width; a share that is none is as the mean of the others.
void tidy_shares(OfficialTable& table, std::size_t columns)
{
    const auto is_share = [](double share) { return std::isfinite(share) && share > 0; };
    double sum = 0;
    int count = 0;
    for (const auto share : table.shares) {
        sum += is_share(share) ? share : 0;
        count += is_share(share) ? 1 : 0;
    }
    const double mean = count > 0 && std::isfinite(sum) ? sum / count : 1;
    table.shares.resize(columns, 0);
    for (auto& share : table.shares) {
        share = is_share(share) && std::isfinite(sum) ? share : mean;
    }
    const double whole = std::accumulate(table.shares.begin(), table.shares.end(), 0.0);
    const int width = table_width(table.landscape);
    double up_to = 0;
    int placed = 0;
    for (auto& share : table.shares) {
        up_to += share;
        const int edge = static_cast<int>(std::lround(up_to / whole * width));
        share = edge - placed;
        placed = edge;
    }
    for (auto& share : table.shares) { // a column has one twip at least, taken from the widest
        if (share < 1) {
            *std::max_element(table.shares.begin(), table.shares.end()) -= 1 - share;
            share = 1;
        }
    }
}

void tidy_table(OfficialTable& table)
{
    tidy_text(table.caption);
    const auto columns = columns_of(table);
    for (auto& row : table.rows) {
        std::size_t own = 0;
        for (auto& cell : row.cells) {
            cell.columns = std::max(cell.columns, 1);
            own += static_cast<std::size_t>(cell.columns);
            tidy_runs(cell.runs);
        }
        row.cells.resize(row.cells.size() + columns - own);
    }
    tidy_shares(table, columns);
    table.heads = std::min(table.heads, table.rows.size());
}

struct TidyBlock {
    Blocks& out;

    void operator()(Heading heading) const
    {
        heading.level = std::clamp(heading.level, 1, 4);
        tidy_text(heading.text);
        tidy_runs(heading.rest);
        out.emplace_back(std::move(heading));
    }
    void operator()(Paragraph paragraph) const
    {
        tidy_runs(paragraph.runs);
        out.emplace_back(std::move(paragraph));
    }
    void operator()(ListOf list) const
    {
        for (auto& item : list.items) {
            tidy_runs(item);
        }
        auto* const before = out.empty() ? nullptr : std::get_if<ListOf>(&out.back());
        if (before != nullptr && !before->numbered && !list.numbered) {
            std::move(list.items.begin(), list.items.end(), std::back_inserter(before->items));
        } else if (!list.items.empty()) {
            out.emplace_back(std::move(list));
        }
    }
    void operator()(OfficialTable table) const
    {
        if (table.rows.empty()) {
            (*this)(Paragraph{{{std::move(table.caption), false}}, Placing::centred});
            return;
        }
        tidy_table(table);
        out.emplace_back(std::move(table));
    }
    void operator()(Figure figure) const
    {
        tidy_text(figure.caption);
        const int width = figure_size(figure).width;
        figure.width_mm = width == widest_figure ? 0 : width / 100.0;
        out.emplace_back(std::move(figure));
    }
};

void tidy_blocks(Blocks& blocks)
{
    Blocks tidy;
    for (auto& block : blocks) {
        std::visit(TidyBlock{tidy}, std::move(block));
    }
    blocks = std::move(tidy);
}

void tidy_head(OfficialDocument& document)
{
    auto& head = document.head;
    for (auto* text : {&head.mark, &head.copy_number, &head.secrecy, &head.urgency, &head.number}) {
        tidy_text(*text);
    }
    tidy_texts(head.signers);
    for (auto* text :
        {&document.imprint.copies_to, &document.imprint.printed_by, &document.imprint.printed_on}) {
        tidy_text(*text);
    }
    if (document.kind != OfficialKind::document) {
        head.signers.clear();
    }
    if (document.kind == OfficialKind::plain) {
        head = {};
        document.imprint = {};
    }
}

} // namespace

int table_width(bool landscape)
{
    constexpr double twips_a_mm = 1440 / 25.4;
    return static_cast<int>((landscape ? format::area_height : format::area_width) * twips_a_mm);
}

FigureSize figure_size(const Figure& figure)
{
    const auto header = picture_header(figure.bytes);
    if (!header) {
        return {};
    }
    const bool is_given = std::isfinite(figure.width_mm) && figure.width_mm > 0
        && figure.width_mm < format::area_width;
    const int asked = is_given ? static_cast<int>(std::lround(100 * figure.width_mm)) : 0;
    const double ratio = static_cast<double>(header->height) / header->width;
    const int fits = static_cast<int>(std::min<double>(widest_figure, highest_figure / ratio));
    const int width = std::max(1, asked > 0 ? std::min(asked, fits) : fits);
    return {width, std::clamp(static_cast<int>(std::lround(width * ratio)), 1, highest_figure)};
}

OfficialDocument tidied(OfficialDocument document)
{
    tidy_head(document);
    for (auto* text : {&document.title, &document.addressees, &document.note}) {
        tidy_text(*text);
    }
    tidy_blocks(document.body);
    tidy_texts(document.signature.bodies);
    tidy_text(document.signature.date);
    if (document.signature.bodies.empty() && document.signature.date.empty()) {
        document.signature.sealed = false;
    }
    for (auto& presence : document.presence) {
        tidy_text(presence.label);
        tidy_text(presence.names);
    }
    for (auto& annex : document.annexes) {
        tidy_text(annex.title);
        tidy_blocks(annex.blocks);
    }
    return document;
}

} // namespace xieshang::documents
