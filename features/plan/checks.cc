// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/checks.h"

#include "features/plan/script.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

std::string compared(const std::string& title)
{
    std::u32string kept;
    for (const auto c : fold(from_utf8(title))) {
        if (is_han(c) || is_word(c)) {
            kept.push_back(c);
        }
    }
    return to_utf8(kept);
}

void check_number(Findings& findings, const Node& node, int before)
{
    const auto found = std::to_string(node.value);
    const auto expected = std::to_string(before + 1);
    if (before > 0 && node.value == before) {
        findings.warn(node.line(), "reading.number_repeated", {{"found", found}});
    } else if (node.value < before) {
        const auto last = std::to_string(before);
        findings.warn(node.line(), "reading.number_back", {{"before", last}, {"found", found}});
    } else if (node.value > before + 1) {
        findings.warn(
            node.line(), "reading.number_gap", {{"expected", expected}, {"found", found}});
    }
}

} // namespace

void check_numbers(
    Findings& findings, const std::vector<Node>& nodes, const std::vector<Role>& roles)
{
    std::map<std::pair<int, Numbering>, int> last; // of each series: items of a form, one heading
    int last_topic = 0;
    for (std::size_t id = 1; id < nodes.size(); ++id) {
        const Node& node = nodes[id];
        if (node.value == 0 || (roles[id] != Role::section && roles[id] != Role::topic)) {
            continue;
        }
        const bool is_topic = roles[id] == Role::topic;
        auto& before = last[{node.parent, node.type}];
        // Topics may be numbered through from group to group.
        if (before == 0 && is_topic && node.value > last_topic) {
            before = last_topic;
        }
        check_number(findings, node, before);
        before = node.value;
        last_topic = is_topic ? node.value : last_topic;
    }
}

void check_counts(Findings& findings, const std::vector<Node>& nodes,
    const std::vector<Role>& roles, const std::vector<int>& topics_before)
{
    std::vector<std::size_t> end(nodes.size()); // behind the last node below
    for (std::size_t id = nodes.size(); id-- > 0;) {
        end[id] = std::max(end[id], id + 1);
        if (id > 0) {
            auto& above = end[static_cast<std::size_t>(nodes[id].parent)];
            above = std::max(above, end[id]);
        }
    }
    for (std::size_t id = 1; id < nodes.size(); ++id) {
        const int found = topics_before[end[id]] - topics_before[id];
        const auto& heading = nodes[id].heading;
        const bool is_plenary =
            heading.kind == TopicKind::plenary && found == 0; // 全体会议协商（1次）
        if (roles[id] == Role::section && heading.count && *heading.count != found && !is_plenary) {
            findings.warn(nodes[id].line(), "reading.count_differs",
                {{"stated", std::to_string(*heading.count)}, {"found", std::to_string(found)}});
        }
    }
}

void check_titles(Reading& reading)
{
    const auto sheet_of = [&](const ReadTopic& topic) {
        return topic.at < 0 ? std::string()
                            : reading.lines[static_cast<std::size_t>(topic.at)].sheet.text();
    };
    std::unordered_map<std::string, const ReadTopic*> seen;
    for (const auto& topic : reading.topics) {
        const auto [first, is_new] = seen.emplace(compared(topic.title), &topic);
        if (is_new) {
            continue;
        }
        const auto sheet = sheet_of(*first->second);
        base::Params params{{"title", topic.title}, {"first", std::to_string(first->second->line)}};
        if (sheet == sheet_of(topic)) {
            reading.warnings.push_back(
                {topic.line, "reading.title_repeated", std::move(params), topic.at});
        } else {
            params["sheet"] = sheet;
            reading.warnings.push_back(
                {topic.line, "reading.title_repeated_in_sheet", std::move(params), topic.at});
        }
    }
    if (reading.topics.empty()) {
        reading.warnings.push_back({0, "reading.no_topics", {}, -1});
    }
    std::stable_sort(reading.warnings.begin(), reading.warnings.end(),
        [](const Warning& a, const Warning& b) { return a.at < b.at; });
}

} // namespace xieshang::plan
