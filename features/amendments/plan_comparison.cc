// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_comparison.h"

#include "features/plan/paragraphs.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

struct Paragraph {
    bool is_heading = false;
    std::string text;

    bool operator==(const Paragraph&) const = default;
};
using Paragraphs = std::vector<Paragraph>;

Paragraphs all_paragraphs(const std::vector<plan::Section>& sections)
{
    Paragraphs all;
    for (const auto& section : sections) {
        if (const auto heading = plan::without_margins(section.heading); !heading.empty()) {
            all.push_back({true, std::string(heading)});
        }
        for (auto& text : plan::paragraphs_of(section.text)) {
            all.push_back({false, std::move(text)});
        }
    }
    return all;
}

// Beyond this many pairs only what both begin and end with is found; the rest is paired in order.
constexpr std::size_t most_pairs = 1'000'000;

// How many paragraphs the texts have in common from i and j on, in their order.
class CommonLengths {
public:
    CommonLengths(const Paragraphs& before, const Paragraphs& after)
        : width_(after.size() + 1), lengths_((before.size() + 1) * width_)
    {
        for (auto i = before.size(); i-- > 0;) {
            for (auto j = after.size(); j-- > 0;) {
                lengths_[i * width_ + j] = before[i] == after[j]
                    ? at(i + 1, j + 1) + 1
                    : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }
    std::uint32_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint32_t> lengths_;
};

// What stands between two paragraphs that both texts have: paired in order, a heading with a
// heading.
void add_between(
    std::vector<ComparedParagraph>& all, const Paragraphs& before, const Paragraphs& after)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        const bool both = i < before.size() && j < after.size();
        if (both && before[i].is_heading == after[j].is_heading) {
            all.push_back({before[i].is_heading, before[i].text, after[j].text});
            ++i;
            ++j;
        } else if (i < before.size() && (!both || !before[i].is_heading)) {
            all.push_back({before[i].is_heading, before[i].text, {}});
            ++i;
        } else {
            all.push_back({after[j].is_heading, {}, after[j].text});
            ++j;
        }
    }
}

void add_matched(
    std::vector<ComparedParagraph>& all, const Paragraphs& before, const Paragraphs& after)
{
    if (before.size() * after.size() > most_pairs) {
        add_between(all, before, after);
        return;
    }
    const CommonLengths common(before, after);
    Paragraphs gone;
    Paragraphs come;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            add_between(all, gone, come);
            gone.clear();
            come.clear();
            all.push_back({before[i].is_heading, before[i].text, after[j].text});
            ++i;
            ++j;
        } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
            gone.push_back(before[i++]);
        } else {
            come.push_back(after[j++]);
        }
    }
    gone.insert(gone.end(), before.begin() + static_cast<std::ptrdiff_t>(i), before.end());
    come.insert(come.end(), after.begin() + static_cast<std::ptrdiff_t>(j), after.end());
    add_between(all, gone, come);
}

const PastTopic* topic_with(const std::vector<PastTopic>& topics, const TopicId& id)
{
    const auto at = std::find_if(
        topics.begin(), topics.end(), [&](const PastTopic& topic) { return topic.id == id; });
    return at == topics.end() ? nullptr : &*at;
}

} // namespace

std::vector<ComparedParagraph> compared(
    const std::vector<plan::Section>& before, const std::vector<plan::Section>& after)
{
    auto old_text = all_paragraphs(before);
    auto new_text = all_paragraphs(after);
    std::vector<ComparedParagraph> all;
    std::size_t same = 0;
    const auto most = std::min(old_text.size(), new_text.size());
    while (same < most && old_text[same] == new_text[same]) {
        const auto& one = old_text[same++];
        all.push_back({one.is_heading, one.text, one.text});
    }
    const auto skipped = static_cast<std::ptrdiff_t>(same);
    old_text.erase(old_text.begin(), old_text.begin() + skipped);
    new_text.erase(new_text.begin(), new_text.begin() + skipped);
    Paragraphs tail;
    while (!old_text.empty() && !new_text.empty() && old_text.back() == new_text.back()) {
        tail.push_back(std::move(old_text.back()));
        old_text.pop_back();
        new_text.pop_back();
    }
    add_matched(all, old_text, new_text);
    for (auto one = tail.rbegin(); one != tail.rend(); ++one) {
        all.push_back({one->is_heading, one->text, one->text});
    }
    return all;
}

std::vector<ComparedTopic> compared(
    const std::vector<PastTopic>& before, const std::vector<PastTopic>& after)
{
    std::vector<ComparedTopic> all;
    for (const auto& topic : after) {
        const auto* old = topic_with(before, topic.id);
        all.push_back({topic.id, old == nullptr ? std::nullopt : std::optional(*old), topic});
    }
    auto behind = all.begin();
    for (const auto& topic : before) {
        const auto at = std::find_if(
            all.begin(), all.end(), [&](const ComparedTopic& one) { return one.id == topic.id; });
        behind = at != all.end() ? at : all.insert(behind, ComparedTopic{topic.id, topic, {}});
        ++behind;
    }
    return all;
}

} // namespace xieshang::amendments
