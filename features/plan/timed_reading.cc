// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/timed_reading.h"

#include "features/plan/headings.h"
#include "features/plan/script.h"
#include "features/plan/told_topics.h"
#include "features/plan/topic_lines.h"
#include "features/plan/topic_text.h"

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

// A shorter line has room for what would go on with it.
constexpr std::size_t shortest_wrapped = 30;

bool has_period(const Findings& findings, const Run& run, int topic)
{
    for (std::size_t i = 0; i < run.size(); ++i) {
        const auto at = run.at(i);
        if (at.line == Run::no_line) {
            continue;
        }
        const auto mark = findings.mark(at.line, at.pos);
        if (mark.place == Place::topic_period && mark.target == topic) {
            return true;
        }
    }
    return false;
}

Range time_of(const std::vector<Line>& lines, const Node& node)
{
    const Text text = folded_in(lines, node.text);
    auto length = heading_length(text);
    while (length > 0 && is_one_of(text[length - 1], U"。:;,.")) {
        --length;
    }
    const auto begin = node.text.begin;
    return {node.text.line, begin, begin + static_cast<std::uint32_t>(length)};
}

} // namespace

bool is_timed_topic(const std::vector<Line>& lines, const Node& node, const Body& body)
{
    if (!node.heading.is_time || node.zone == Zone::none) {
        return false;
    }
    const Text text = folded_in(lines, body.range);
    const auto colon = text.substr(0, 24).find(U':');
    if (colon == Text::npos || !understood(text.substr(0, colon)).is_kind
        || !has_title(Run(lines, {body.range}).slice(colon + 1, text.size()))) {
        return false;
    }
    const auto told = told_in(text.substr(colon + 1));
    return told.counts.empty() && told.topics.size() < 2;
}

void place_timed_topic(Findings& findings, const Node& node, const std::vector<Body>& body,
    std::optional<TopicKind> kind_above, int section)
{
    Node item;
    item.text = body.front().range;
    item.body.assign(body.begin() + 1, body.end());
    if (!item.body.empty() && folded_in(findings.lines(), item.text).size() < shortest_wrapped) {
        item.body.front().after_blank = true;
    }
    const auto parts = topic_lines(findings.lines(), item);
    const int topic = findings.add_topic({std::nullopt, kind_above, item.text.line, {}});
    place_topic_text(findings, parts.title, topic, section);
    if (parts.fields.size() > 0) {
        place_topic_fields(findings, parts.fields, topic, section);
    }
    if (!has_period(findings, parts.title, topic) && !has_period(findings, parts.fields, topic)) {
        findings.topics()[static_cast<std::size_t>(topic)].shared.push_back(
            {Place::topic_period, time_of(findings.lines(), node)});
    }
}

} // namespace xieshang::plan
