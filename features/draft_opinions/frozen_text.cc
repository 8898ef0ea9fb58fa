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

const FrozenPart* part_of(const std::vector<FrozenPart>& parts, std::string_view key)
{
    const auto found = std::find_if(
        parts.begin(), parts.end(), [&](const FrozenPart& part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace xieshang::draft_opinions
