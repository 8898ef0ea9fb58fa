// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/outline.h"

#include "features/plan/labels.h"
#include "features/plan/nesting.h"
#include "features/plan/open_items.h"
#include "features/plan/script.h"
#include "features/plan/words.h"

#include <algorithm>
#include <optional>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

// Ends a sentence or clause, so that a number may begin behind it.
bool is_boundary(char32_t c) { return Text(U"。;:!?)”’」』》…").find(c) != Text::npos; }

const auto remarks = words(U"注 备注 说明 附注");

class Builder {
public:
    explicit Builder(const std::vector<Line>& lines) : lines_(lines) {}

    void add_line(std::uint32_t index)
    {
        const auto& line = lines_[index];
        if (line.sheet != sheet_) {
            sheet_ = line.sheet;
            items_.close_all();
            table_.reset();
        }
        if (line.is_blank()) {
            after_blank_ = true;
            return;
        }
        if (!add_table_line(line, index) && !add_bare_heading(line, index)) {
            add_items(line, index);
        }
        after_blank_ = false;
    }

    std::vector<Node> nodes() && { return std::move(items_).nodes(); }

private:
    bool begins_line(const Marker& marker, std::size_t rest)
    {
        if (!marker.is_weak) {
            return true;
        }
        if (marker.type == Numbering::bullet) {
            return is_topic_zone(items_.top().zone);
        }
        return items_.is_expected(marker)
            && (is_topic_zone(items_.top().zone)
                || (marker.type == Numbering::han_comma && rest < 30));
    }

    bool begins_inside(const Line& line, std::size_t at, const Marker& marker)
    {
        if (marker.is_weak || !items_.is_expected(marker)
            || at + marker.length >= line.folded.size()) {
            return false;
        }
        if (marker.type != Numbering::named && label_follows(line.folded, at + marker.length)) {
            return true; // …开展协商（一）协商形式：…（二）时间安排：…
        }
        const char32_t before = line.folded[at - 1];
        const bool bounded = line.gap(at) != Gap::none || is_boundary(before);
        const bool in_topics = is_topic_zone(items_.top().zone);
        if (marker.type == Numbering::named) {
            return bounded;
        }
        if (marker.type <= Numbering::han_paren) {
            return bounded || (in_topics && is_han(before) && before != U'第' && before != U'十');
        }
        return in_topics && (bounded || is_han(before));
    }

    static bool label_follows(Text text, std::size_t at)
    {
        const auto label = label_at(text, at);
        return label && label->field != Field::title && label->length >= 2
            && at + label->length < text.size() && text[at + label->length] == U':';
    }

    bool add_table_line(const Line& line, std::uint32_t index)
    {
        const auto head = table_head(line, index);
        const bool is_second =
            !head && table_ && head_line_ + 1 == index && takes_second_row(*table_, line, index);
        if (head) {
            table_ = head;
            head_line_ = index;
            ++tables_;
        } else if (!table_) {
            return false;
        }
        auto cells = row_of(line, index, *table_);
        cover(cells, lines_, index, *table_, above_);
        const auto filled = std::count_if(cells.begin(), cells.end(),
            [](const Cell& cell) { return !cell.range.is_empty() || !cell.covering.is_empty(); });
        if (filled < 2 && !is_second && !is_lone_title(line, index, cells)) {
            return false;
        }
        row_line_ = index;
        Node& node = items_.add_row();
        node.text = {index, 0, static_cast<std::uint32_t>(line.folded.size())};
        node.cells = std::move(cells);
        node.table = tables_;
        node.is_head = head.has_value() || is_second || is_rule(line);
        return true;
    }

    // Right below a row nothing is filled in but the title, which is no heading across the table.
    bool is_lone_title(const Line& line, std::uint32_t index, const std::vector<Cell>& cells) const
    {
        const auto cell = std::find_if(
            cells.begin(), cells.end(), [](const Cell& one) { return !one.range.is_empty(); });
        if (table_->divider != Divider::tab || row_line_ + 1 != index || cell == cells.end()
            || cell == cells.begin() || cell->field != Field::title) {
            return false;
        }
        const Text text = folded_in(lines_, cell->range);
        const auto marker =
            marker_at(text, 0, [&](std::size_t i) { return line.gap(i) != Gap::none; });
        const auto heading = understood(text);
        return !marker && !heading.is_pure && !heading.is_time && text.back() != U'。'
            && !starts_with_one(text, remarks);
    }

    bool add_bare_heading(const Line& line, std::uint32_t index)
    {
        const Text text = line.folded;
        if (text.size() > 40 || Text(U"。;,、").find(text.back()) != Text::npos || awaits_value()) {
            return false;
        }
        const auto marker =
            marker_at(text, 0, [&](std::size_t i) { return line.gap(i) != Gap::none; });
        const auto heading = understood(text);
        if (heading.is_time && !after_blank_ && items_.top().type > Numbering::bare
            && !items_.is_under_time()) {
            return false; // the time of the topic above
        }
        const bool names_topics = heading.promise == Promise::topics && text.size() <= 30
            && text.find_first_of(U",。;“") == text.npos;
        const auto label = label_at(text, 0);
        const bool is_label = label && label->length + 1 >= text.size();
        if (marker || is_label || heading.promise == Promise::unknown
            || !(heading.is_pure || (names_topics && items_.top().zone != Zone::topics))) {
            return false;
        }
        items_.open_bare(heading).text = {index, 0, static_cast<std::uint32_t>(text.size())};
        items_.understand(heading);
        return true;
    }

    // A label stands alone above: （一）协商形式.
    bool awaits_value()
    {
        if (items_.is_at_root() || !items_.top().body.empty()) {
            return false;
        }
        const Text text = folded_in(lines_, items_.top().text);
        const auto label = label_at(text, 0);
        return label && label->field != Field::title && label->length + 1 >= text.size();
    }

    void add_items(const Line& line, std::uint32_t index)
    {
        const Text text = line.folded;
        const HasGap has_gap = [&](std::size_t i) { return line.gap(i) != Gap::none; };
        const Nesting nesting(text);
        const auto size = static_cast<std::uint32_t>(text.size());
        auto marker = marker_at(text, 0, has_gap);
        if (marker && !begins_line(*marker, text.size() - marker->length)) {
            marker.reset();
        }
        for (std::uint32_t begin = 0; begin < size;) {
            const auto start = begin + static_cast<std::uint32_t>(marker ? marker->length : 0);
            if (marker) {
                const Text behind = text.substr(start);
                items_.open(*marker, behind).mark = {index, begin, start};
                items_.understand(understood(heading_in(behind, has_gap, start)));
            }
            std::optional<Marker> next;
            std::uint32_t end = std::max(start, begin + 1);
            for (; end < size; ++end) {
                next = nesting.depth(end) == 0 ? marker_at(text, end, has_gap) : std::nullopt;
                if (next && begins_inside(line, end, *next)) {
                    break;
                }
                next.reset();
            }
            if (marker) {
                items_.top().text = {index, start, end};
            } else {
                items_.top().body.push_back({{index, begin, end}, after_blank_});
            }
            marker = next;
            begin = end;
        }
    }

    // The heading that text behind a number begins with: up to its own paragraph or the first item
    // inside.
    static Text heading_in(Text text, const HasGap& has_gap, std::size_t offset)
    {
        Text heading = text.substr(0, heading_length(text));
        const auto limit = std::min<std::size_t>(heading.size(), 60);
        for (std::size_t i = 1; i < limit; ++i) {
            const auto inner =
                marker_at(text, i, [&](std::size_t k) { return has_gap(k + offset); });
            const bool gapped = has_gap(i + offset) && understood(text.substr(0, i)).is_pure;
            const bool is_part = inner && inner->type == Numbering::named && !has_gap(i + offset);
            if (gapped || (inner && !inner->is_weak && inner->value == 1 && !is_part)) {
                return text.substr(0, i);
            }
        }
        return heading;
    }

    const std::vector<Line>& lines_;
    OpenItems items_;
    std::optional<TableHead> table_;
    std::uint32_t head_line_ = 0; // of the table
    std::uint32_t row_line_ = 0;  // the last row of a table
    int tables_ = 0;
    base::SharedText sheet_;
    CellsAbove above_;
    bool after_blank_ = false;
};

} // namespace

std::vector<Node> outline_of(const std::vector<Line>& lines, const std::vector<Range>& title)
{
    std::vector<bool> is_title(lines.size());
    for (const auto range : title) {
        is_title[range.line] = true;
    }
    Builder builder(lines);
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (!is_title[i]) {
            builder.add_line(i);
        }
    }
    return std::move(builder).nodes();
}

} // namespace xieshang::plan
