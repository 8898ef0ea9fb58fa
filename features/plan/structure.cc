// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/structure.h"

#include "features/plan/bare_topics.h"
#include "features/plan/checks.h"
#include "features/plan/findings.h"
#include "features/plan/front_matter.h"
#include "features/plan/outline.h"
#include "features/plan/outline_reading.h"
#include "features/plan/roles.h"
#include "features/plan/script.h"
#include "features/plan/tables.h"
#include "features/plan/words.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

// — 3 —, 第3页 共5页, -----: furniture of the page, which stays unplaced.
bool is_furniture(const Line& line)
{
    const std::u32string_view text = line.folded;
    if (text.size() >= 3 && is_rule(line)) {
        return text.find(U'|') == text.npos;
    }
    const bool has_dashes = text.size() >= 3 && text.size() <= 8
        && std::u32string_view(U"-—–").find(text.front()) != text.npos
        && std::u32string_view(U"-—–").find(text.back()) != text.npos;
    const bool is_page =
        text.size() <= 12 && text.starts_with(U"第") && text.find(U"页") != text.npos;
    return (has_dashes || is_page) && text.find_first_not_of(U"-—–0123456789第页共/,") == text.npos;
}

std::size_t topics_among(
    const std::vector<Line>& lines, const std::vector<Node>& nodes, const std::vector<Role>& roles)
{
    std::size_t count = 0;
    for (std::size_t id = 0; id < nodes.size(); ++id) {
        count += (id != 0 && roles[id] == Role::topic) || has_bare_topics(lines, nodes, roles, id)
            ? 1
            : 0;
    }
    return count;
}

const auto several = words(U"和 与 及 、 暨");

// The form that the title gives to topics whose headings give none: 专题协商议题安排表. A title
// that names several forms, or a meeting that may have issued the plan, gives none.
std::optional<TopicKind> kind_of_title(const std::vector<Line>& lines, const TitleLines& title)
{
    const Run run(lines, title.ranges);
    const auto kind = kind_named_in(run.text());
    const bool is_mixed = contains_one(run.text(), several)
        || (kind == TopicKind::supervision && run.text().find(U"协商") != run.text().npos);
    const bool is_meeting = kind == TopicKind::plenary || kind == TopicKind::standing_committee
        || kind == TopicKind::chairpersons;
    return is_mixed || is_meeting ? std::nullopt : kind;
}

struct Attempt {
    Trust trust{};
    bool trusts_sentences{};
};

Findings placed(const std::vector<Line>& lines, const TitleLines& title,
    const std::vector<Node>& nodes, Attempt attempt)
{
    Findings findings(lines);
    for (const auto range : title.ranges) {
        findings.put(range, Place::title, -1);
    }
    const auto kind = kind_of_title(lines, title);
    const auto roles = roles_of(lines, nodes, attempt.trust);
    const auto topics_before =
        place_outline(findings, nodes, roles, {true, attempt.trusts_sentences});
    for (auto& topic : findings.topics()) {
        topic.kind = topic.kind ? topic.kind : kind;
    }
    check_numbers(findings, nodes, roles);
    check_counts(findings, nodes, roles, topics_before);
    if (!findings.topics().empty()) {
        check_stated(findings, nodes, topics_before);
    }
    return findings;
}

// The most trustworthy way of reading that finds topics.
Findings best_of(
    const std::vector<Line>& lines, const TitleLines& title, const std::vector<Node>& nodes)
{
    for (const auto trust : {Trust::strict, Trust::hopeful}) {
        if (topics_among(lines, nodes, roles_of(lines, nodes, trust)) > 0) {
            return placed(lines, title, nodes, {trust, false});
        }
    }
    auto told = placed(lines, title, nodes, {Trust::strict, true});
    if (!told.topics().empty() || !title.is_plan) {
        return told;
    }
    return placed(lines, title, nodes, {Trust::any, false});
}

bool promises_topics(const std::vector<Line>& lines, const std::vector<Node>& nodes)
{
    const auto roles = roles_of(lines, nodes, Trust::strict);
    return topics_among(lines, nodes, roles) >= 2
        && std::any_of(nodes.begin() + 1, nodes.end(), [&](const Node& node) {
               return node.heading.promise == Promise::topics || node.is_head;
           });
}

} // namespace

Structure structure_of(const std::vector<Line>& lines)
{
    const auto title = title_of(lines);
    auto left_out = title.ranges;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (lines[i].is_set_aside || is_furniture(lines[i])) {
            left_out.push_back({i, 0, 0});
        }
    }
    const auto nodes = outline_of(lines, left_out);
    Structure structure;
    structure.reading = best_of(lines, title, nodes).composed();
    structure.is_titled_as_plan = title.is_plan;
    structure.has_promised_topics = promises_topics(lines, nodes);

    auto& reading = structure.reading;
    check_titles(reading);
    const auto whole_title = from_utf8(reading.title);
    reading.committee = committee_of(whole_title, lines);
    reading.year = year_of(whole_title, lines);
    reading.draft = is_marked_draft(fold(whole_title));
    return structure;
}

} // namespace xieshang::plan
