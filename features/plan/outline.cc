// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/outline.h"

#include "features/plan/labels.h"
#include "features/plan/nesting.h"
#include "features/plan/script.h"

#include <algorithm>
#include <array>
#include <optional>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

constexpr std::size_t numberings = static_cast<std::size_t>(Numbering::row) + 1;

bool is_topic_zone(Zone zone)
{
    return zone == Zone::topics || zone == Zone::perhaps;
}

Zone zone_under(Zone above, const Heading& heading)
{
    if (above == Zone::none) {
        return Zone::none;
    }
    if (is_topic_zone(above)) {
        return !heading.is_pure                             ? above
            : heading.promise == Promise::no_topics ? Zone::none
            : heading.promise == Promise::topics    ? Zone::topics
                                                    : above;
    }
    switch (heading.promise) {
    case Promise::topics:
        return Zone::topics;
    case Promise::perhaps:
        return Zone::perhaps;
    case Promise::no_topics:
    case Promise::unlikely:
        return Zone::none;
    default:
        return Zone::unknown;
    }
}

// Ends a sentence or clause, so that a number may begin behind it.
bool is_boundary(char32_t c)
{
    return Text(U"。;:!?)”’」』》…").find(c) != Text::npos;
}

class Builder {
public:
    explicit Builder(const std::vector<Line>& lines) : lines_(lines)
    {
        nodes_.emplace_back();
        stack_.push_back(0);
    }

    void add_line(std::uint32_t index)
    {
        const auto& line = lines_[index];
        if (line.is_blank()) {
            after_blank_ = true;
            return;
        }
        if (!add_table_line(line, index) && !add_bare_heading(line, index)) {
            add_items(line, index);
        }
        after_blank_ = false;
    }

    std::vector<Node> nodes() && { return std::move(nodes_); }

private:
    Node& top() { return nodes_[static_cast<std::size_t>(stack_.back())]; }

    Node& push(Numbering type, int value)
    {
        const int id = static_cast<int>(nodes_.size());
        const int parent = stack_.back();
        nodes_[static_cast<std::size_t>(parent)].children.push_back(id);
        Node& node = nodes_.emplace_back();
        node.type = type;
        node.value = value;
        node.parent = parent;
        stack_.push_back(id);
        last_value_[static_cast<std::size_t>(type)] = value;
        return node;
    }

    void understand(Node& node, Text heading)
    {
        node.heading = understood(heading);
        node.zone = zone_under(nodes_[static_cast<std::size_t>(node.parent)].zone, node.heading);
    }

    void pop_below(Numbering rank)
    {
        while (stack_.size() > 1 && top().type > rank) {
            stack_.pop_back();
        }
    }

    // The value of the open item of this type, if one is open.
    std::optional<int> open_value(Numbering type)
    {
        for (auto id = stack_.rbegin(); id + 1 != stack_.rend(); ++id) {
            if (nodes_[static_cast<std::size_t>(*id)].type == type) {
                return nodes_[static_cast<std::size_t>(*id)].value;
            }
        }
        return std::nullopt;
    }

    bool is_expected(const Marker& marker)
    {
        if (const auto open = open_value(marker.type)) {
            return marker.value == *open + 1;
        }
        return marker.value == 1
            || (marker.value > 1
                && marker.value == last_value_[static_cast<std::size_t>(marker.type)] + 1);
    }

    bool begins_line(const Marker& marker, std::size_t rest)
    {
        if (!marker.is_weak) {
            return true;
        }
        if (marker.type == Numbering::bullet) {
            return is_topic_zone(top().zone);
        }
        return is_expected(marker)
            && (is_topic_zone(top().zone) || (marker.type == Numbering::han_comma && rest < 30));
    }

    bool begins_inside(const Line& line, std::size_t at, const Marker& marker)
    {
        if (marker.is_weak || !is_expected(marker) || at + marker.length >= line.folded.size()) {
            return false;
        }
        if (marker.type != Numbering::named && label_follows(line.folded, at + marker.length)) {
            return true; // …开展协商（一）协商形式：…（二）时间安排：…
        }
        const char32_t before = line.folded[at - 1];
        const bool bounded = line.gap(at) != Gap::none || is_boundary(before);
        const bool in_topics = is_topic_zone(top().zone);
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
        return label && label->field != Field::title && label->length >= 2 && at + label->length < text.size()
            && text[at + label->length] == U':';
    }

    void open(const Marker& marker, Text text)
    {
        const auto is_open = [&](int id) {
            return id != 0 && nodes_[static_cast<std::size_t>(id)].type == marker.type;
        };
        if (const auto same = std::find_if(stack_.begin(), stack_.end(), is_open);
            same != stack_.end()) {
            stack_.erase(same, stack_.end());
        } else if (marker.type == Numbering::han_comma || marker.type == Numbering::chapter) {
            while (stack_.size() > 1 && top().type > marker.type && top().type != Numbering::bare) {
                stack_.pop_back();
            }
        } else {
            // （一） under 1. when 1. is the highest level or （一） is a label; else （一） stands above 1.
            const bool is_label = label_at(text, 0).has_value();
            while (stack_.size() > 1 && top().type > marker.type && !is_label
                   && (marker.value != 1 || nodes_[static_cast<std::size_t>(top().parent)].type
                               < Numbering::bare) && top().parent != 0) {
                stack_.pop_back();
            }
        }
        push(marker.type, marker.value);
    }

    bool add_table_line(const Line& line, std::uint32_t index)
    {
        const auto head = table_head(line, index);
        if (head) {
            table_ = head;
            ++tables_;
        } else if (!table_) {
            return false;
        }
        auto cells = row_of(line, index, *table_);
        const auto filled = std::count_if(cells.begin(), cells.end(),
                                          [](const Cell& cell) { return !cell.range.is_empty(); });
        if (filled < 2) {
            return false;
        }
        pop_below(Numbering::bare);
        Node& node = push(Numbering::row, 0);
        node.text = {index, 0, static_cast<std::uint32_t>(line.folded.size())};
        node.zone = nodes_[static_cast<std::size_t>(node.parent)].zone;
        node.cells = std::move(cells);
        node.table = tables_;
        node.is_head = head.has_value() || is_rule(line);
        stack_.pop_back();
        return true;
    }

    bool add_bare_heading(const Line& line, std::uint32_t index)
    {
        const Text text = line.folded;
        if (text.size() > 40 || Text(U"。;,、").find(text.back()) != Text::npos || awaits_value()) {
            return false;
        }
        const auto marker = marker_at(text, 0, [&](std::size_t i) { return line.gap(i) != Gap::none; });
        const auto heading = understood(text);
        const bool names_topics = heading.promise == Promise::topics && text.size() <= 30
            && text.find_first_of(U",。;“") == text.npos;
        const auto label = label_at(text, 0);
        const bool is_label = label && label->length + 1 >= text.size();
        if (marker || is_label || heading.promise == Promise::unknown
            || !(heading.is_pure || (names_topics && top().zone != Zone::topics))) {
            return false;
        }
        if (heading.promise == Promise::no_topics) {
            stack_.resize(1);
        } else {
            pop_below(Numbering::bare);
            if (stack_.size() > 1 && top().type == Numbering::bare) {
                stack_.pop_back();
            }
            if (top().zone == Zone::none) {
                stack_.resize(1);
            }
        }
        Node& node = push(Numbering::bare, 0);
        node.text = {index, 0, static_cast<std::uint32_t>(text.size())};
        understand(node, text);
        return true;
    }

    // A label stands alone above: （一）协商形式.
    bool awaits_value()
    {
        if (stack_.size() == 1 || !top().body.empty()) {
            return false;
        }
        const Text text = Text(lines_[top().text.line].folded)
                              .substr(top().text.begin, top().text.end - top().text.begin);
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
                open(*marker, text.substr(start));
                top().mark = {index, begin, start};
                understand(top(), heading_in(text.substr(start), has_gap, start));
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
                top().text = {index, start, end};
            } else {
                top().body.push_back({{index, begin, end}, after_blank_});
            }
            marker = next;
            begin = end;
        }
    }

    // The heading that text behind a number begins with: up to its own paragraph or the first item inside.
    static Text heading_in(Text text, const HasGap& has_gap, std::size_t offset)
    {
        Text heading = text.substr(0, heading_length(text));
        const auto limit = std::min<std::size_t>(heading.size(), 60);
        for (std::size_t i = 1; i < limit; ++i) {
            const auto inner = marker_at(text, i, [&](std::size_t k) { return has_gap(k + offset); });
            const bool gapped = has_gap(i + offset) && understood(text.substr(0, i)).is_pure;
            const bool is_part = inner && inner->type == Numbering::named && !has_gap(i + offset);
            if (gapped || (inner && !inner->is_weak && inner->value == 1 && !is_part)) {
                return text.substr(0, i);
            }
        }
        return heading;
    }

    const std::vector<Line>& lines_;
    std::vector<Node> nodes_;
    std::vector<int> stack_;
    std::array<int, numberings> last_value_{};
    std::optional<TableHead> table_;
    int tables_ = 0;
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
