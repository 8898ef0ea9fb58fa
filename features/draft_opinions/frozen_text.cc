// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/frozen_text.h"

#include "features/plan/paragraphs.h"

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

void add_section(std::vector<FrozenPart>& parts, std::size_t number, const plan::Section& section)
{
    const auto key = "p:" + std::to_string(number) + ".";
    const auto paragraphs = plan::paragraphs_of(section.text);
    if (paragraphs.empty() && !plan::without_margins(section.heading).empty()) {
        parts.push_back({key + "0", PartKind::paragraph, section.heading, {}, {}});
    }
    std::size_t place = 0;
    for (const auto& paragraph : paragraphs) {
        parts.push_back(
            {key + std::to_string(++place), PartKind::paragraph, section.heading, paragraph, {}});
    }
}

void add_bodies(std::string& text, std::string_view label, const std::vector<std::string>& names)
{
    if (names.empty()) {
        return;
    }
    text += "\n" + std::string(label);
    for (std::size_t at = 0; at < names.size(); ++at) {
        text += (at == 0 ? "" : "、") + names[at];
    }
}

std::string text_of(const topics::TopicWords& words)
{
    auto text = words.title;
    if (!words.period.empty()) {
        text += "\n时间：" + words.period;
    }
    add_bodies(text, "承办：", words.responsible);
    add_bodies(text, "参加：", words.participating);
    return text;
}

const std::string& line_of(const FrozenPart& part)
{
    return part.text.empty() ? part.heading : part.text;
}

using Places = std::vector<std::size_t>; // of paragraphs among all parts

Places paragraphs_among(const std::vector<FrozenPart>& parts)
{
    Places found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind == PartKind::paragraph) {
            found.push_back(i);
        }
    }
    return found;
}

std::size_t likeness(std::string_view one, std::string_view other)
{
    const auto most = std::min(one.size(), other.size());
    std::size_t front = 0;
    while (front < most && one[front] == other[front]) {
        ++front;
    }
    std::size_t back = 0;
    while (back < most - front && one[one.size() - 1 - back] == other[other.size() - 1 - back]) {
        ++back;
    }
    return front + back;
}

constexpr std::size_t most_compared = 4'000'000; // pairs; beyond them paragraphs go by their place

// The paragraphs of one text against those of another.
class Pairing {
public:
    Pairing(const std::vector<FrozenPart>& sent, const std::vector<FrozenPart>& now)
        : sent_(sent), now_(now), from_(paragraphs_among(sent)), to_(paragraphs_among(now))
    {
        found_.resize(sent.size());
    }

    std::vector<std::optional<std::size_t>> run()
    {
        if (from_.size() * to_.size() > most_compared) {
            for (std::size_t i = 0; i < std::min(from_.size(), to_.size()); ++i) {
                found_[from_[i]] = to_[i];
            }
            return std::move(found_);
        }
        measure();
        std::size_t i = 0;
        std::size_t j = 0;
        auto gap = std::pair(i, j); // where those begin that have no equal yet
        while (i < from_.size() && j < to_.size()) {
            if (is_equal(i, j)) {
                fill(gap, {i, j});
                found_[from_[i++]] = to_[j++];
                gap = {i, j};
            } else if (common(i + 1, j) >= common(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
        fill(gap, {from_.size(), to_.size()});
        return std::move(found_);
    }

private:
    using Place = std::pair<std::size_t, std::size_t>;

    bool is_equal(std::size_t i, std::size_t j) const
    {
        return line_of(sent_[from_[i]]) == line_of(now_[to_[j]]);
    }
    std::size_t& common(std::size_t i, std::size_t j) { return common_[i * (to_.size() + 1) + j]; }

    // How many equal ones, in their order, the two have from there on.
    void measure()
    {
        common_.assign((from_.size() + 1) * (to_.size() + 1), 0);
        for (auto i = from_.size(); i-- > 0;) {
            for (auto j = to_.size(); j-- > 0;) {
                common(i, j) = is_equal(i, j) ? common(i + 1, j + 1) + 1
                                              : std::max(common(i + 1, j), common(i, j + 1));
            }
        }
    }

    // Between two that stayed: one for one where they are as many, else the likest of the rest.
    void fill(Place begin, Place end)
    {
        auto [i, j] = begin;
        for (; i < end.first && j < end.second; ++i, ++j) {
            if (end.first - i < end.second - j) {
                j = likest(i, j, end.second - (end.first - i) + 1);
            }
            found_[from_[i]] = to_[j];
        }
    }
    std::size_t likest(std::size_t i, std::size_t j, std::size_t end) const
    {
        const auto like = [&](std::size_t at) {
            return likeness(line_of(sent_[from_[i]]), line_of(now_[to_[at]]));
        };
        auto best = j;
        for (auto at = j + 1; at < end; ++at) {
            best = like(at) > like(best) ? at : best;
        }
        return best;
    }

    const std::vector<FrozenPart>& sent_;
    const std::vector<FrozenPart>& now_;
    Places from_;
    Places to_;
    std::vector<std::size_t> common_;
    std::vector<std::optional<std::size_t>> found_;
};

} // namespace

std::vector<FrozenPart> freeze(
    const std::vector<plan::Section>& sections, const std::vector<topics::Topic>& topics)
{
    std::vector<FrozenPart> parts;
    std::size_t number = 0;
    for (const auto& section : sections) {
        add_section(parts, ++number, section);
    }
    for (const auto& topic : topics) {
        parts.push_back({"t:" + topic.id.text, PartKind::topic, std::to_string(topic.words.number),
            text_of(topic.words), topic.words.kind});
    }
    return parts;
}

std::vector<std::optional<std::size_t>> places_today(
    const std::vector<FrozenPart>& sent, const std::vector<FrozenPart>& now)
{
    auto places = Pairing(sent, now).run();
    for (std::size_t i = 0; i < sent.size(); ++i) {
        for (std::size_t j = 0; sent[i].kind == PartKind::topic && j < now.size(); ++j) {
            if (now[j].key == sent[i].key) {
                places[i] = j;
            }
        }
    }
    return places;
}

const FrozenPart* part_of(const std::vector<FrozenPart>& parts, std::string_view key)
{
    const auto found = std::find_if(
        parts.begin(), parts.end(), [&](const FrozenPart& part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace xieshang::draft_opinions
