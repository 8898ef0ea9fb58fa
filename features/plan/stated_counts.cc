// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/checks.h"
#include "features/plan/prose_list.h"
#include "features/plan/words.h"

#include <algorithm>
#include <optional>
#include <string>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

constexpr Text clause_ends = U",。;:、";
constexpr std::size_t longest_clause = 40;

const auto vague = words(U"至少 不少于 以上 左右 每 第 届 若干");
const auto meetings = words(U"协商 监督 视察 会议 提案 调研");
const auto wholes = words(U"议题 课题 协商活动 协商项目 协商事项");

// 专题协商4项, 12个议题: a clause with a quantity in it.
struct Statement {
    Text clause;
    int value{};
};

std::optional<Statement> statement_at(Text text, std::size_t at)
{
    const auto quantity = quantity_at(text, at);
    if (quantity.length == 0) {
        return std::nullopt;
    }
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_clause
        && clause_ends.find(text[begin - 1]) == Text::npos) {
        --begin;
    }
    std::size_t end = at + quantity.length;
    while (end < text.size() && end - at < longest_clause
        && clause_ends.find(text[end]) == Text::npos) {
        ++end;
    }
    return Statement{text.substr(begin, end - begin), quantity.value};
}

int found_of(const Findings& findings, std::optional<TopicKind> kind)
{
    const auto& topics = findings.topics();
    return static_cast<int>(std::count_if(topics.begin(), topics.end(),
        [&](const TopicFacts& topic) { return !kind || topic.kind == kind; }));
}

// Only the intro speaks of the whole document; elsewhere a sum has to say that it is one (共).
void check_statement(Findings& findings, std::uint32_t line, const Statement& said, bool is_intro)
{
    const bool is_sum = said.clause.find(U'共') != Text::npos && contains_one(said.clause, wholes);
    if (contains_one(said.clause, vague) || !(is_intro || is_sum)) {
        return;
    }
    const auto kind = kind_named_in(said.clause);
    const bool is_whole = contains_one(said.clause, wholes) && !kind;
    if (!is_whole && !(kind && contains_one(said.clause, meetings))) {
        return;
    }
    const int found = found_of(findings, kind);
    if (found == said.value || (kind == TopicKind::plenary && found == 0)) {
        return;
    }
    findings.warn(line, kind ? "reading.count_differs" : "reading.total_differs",
        {{"stated", std::to_string(said.value)}, {"found", std::to_string(found)}});
}

} // namespace

void check_stated(
    Findings& findings, const std::vector<Node>& nodes, const std::vector<int>& topics_before)
{
    constexpr std::size_t longest_line = 4000;    // a paragraph
    const bool has_intro = topics_before[1] == 0; // else the intro tells the topics itself
    std::vector<bool> is_intro(findings.lines().size());
    for (const auto& body : nodes.front().body) {
        is_intro[body.range.line] = has_intro;
    }
    for (std::uint32_t line = 0; line < findings.lines().size(); ++line) {
        const Text text = findings.lines()[line].folded;
        for (std::size_t at = 0; at < std::min(text.size(), longest_line); ++at) {
            const auto said = statement_at(text, at);
            const auto place = findings.mark(line, static_cast<std::uint32_t>(at)).place;
            if (said && place == Place::section_text) {
                check_statement(findings, line, *said, is_intro[line]);
                ++at; // 12项: not 2项 once more
            }
        }
    }
}

} // namespace xieshang::plan
