// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/not_a_plan.h"

#include "features/plan/numbering.h"
#include "features/plan/script.h"
#include "features/plan/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

bool contains_any(Text text, std::initializer_list<Text> words)
{
    return std::any_of(
        words.begin(), words.end(), [&](Text word) { return text.find(word) != text.npos; });
}

const auto papers = words(U"通知 公告 通告 函 启事 报告 纪要 决定 决议 公报 意见 简报 办法 规则");

struct Traces {
    int call = 0;
    int news = 0;
    bool is_of_the_field = false; // 政协, 协商
};

// 3月2日 or 日前 near the start of a line: how news begins.
bool begins_like_news(Text line)
{
    const Text start = line.substr(0, 24);
    for (std::size_t i = 0; i < start.size(); ++i) {
        const auto month = number_at(start, i);
        if (month.length == 0 || start.substr(i + month.length, 1) != U"月") {
            continue;
        }
        const auto day = number_at(start, i + month.length + 1);
        const Text after = start.substr(i + month.length + 1 + day.length);
        if (day.length > 0
            && (after.starts_with(U"日,") || after.starts_with(U"日上午")
                || after.starts_with(U"日下午") || after.starts_with(U"日电")
                || after.starts_with(U"日讯"))) {
            return true;
        }
    }
    return start.starts_with(U"日前") || start.starts_with(U"近日") || start.starts_with(U"本报讯")
        || start.starts_with(U"本网讯") || start.starts_with(U"新华社");
}

Traces traces_in(const std::vector<Line>& lines)
{
    Traces traces;
    std::array<bool, 8> seen{};
    const auto once = [&](std::size_t which, bool found, int& score, int points) {
        score += found && !seen[which] ? points : 0;
        seen[which] = seen[which] || found;
    };
    for (const auto& line : lines) {
        const Text text = line.folded;
        once(0, contains_any(text, {U"征集"}), traces.call, 1);
        once(1,
            contains_any(
                text, {U"联系电话", U"联系人", U"电子邮箱", U"联系方式", U"来信", U"传真"}),
            traces.call, 1);
        once(2,
            contains_any(
                text, {U"截止", U"征集时间", U"征集期限", U"征集方式", U"征集范围", U"欢迎"}),
            traces.call, 1);
        once(3, begins_like_news(text), traces.news, 2);
        once(4,
            contains_any(text,
                {U"会议指出", U"会议强调", U"会议认为", U"会议要求", U"会议听取", U"会议审议",
                    U"会议研究"}),
            traces.news, 1);
        once(5,
            contains_any(
                text, {U"主持会议", U"主持召开", U"出席会议", U"参加会议", U"列席会议", U"并讲话"}),
            traces.news, 1);
        once(6,
            contains_any(
                text, {U"记者", U"通讯员", U"本报讯", U"来源:", U"责任编辑", U"编辑:", U"供稿"}),
            traces.news, 1);
        traces.is_of_the_field =
            traces.is_of_the_field || contains_any(text, {U"政协", U"协商", U"民主监督"});
    }
    return traces;
}

bool asks_for_topics(Text title)
{
    return contains_any(title, {U"征集"})
        && contains_any(
            title, {U"议题", U"课题", U"选题", U"题目", U"线索", U"建议", U"协商", U"提案"});
}

// A notice of a meeting has topics, too; 关于印发……计划的通知 brings a plan.
bool is_other_paper(Text title)
{
    const bool is_letter =
        std::any_of(papers.begin(), papers.end(), [&](Text word) { return title.ends_with(word); });
    return is_letter && !contains_any(title, {U"计划", U"方案", U"安排", U"要点"});
}

} // namespace

Genre genre_of(const std::vector<Line>& lines, const Structure& structure)
{
    const auto traces = traces_in(lines);
    const auto title = fold(from_utf8(structure.reading.title));
    if (asks_for_topics(title)) {
        return Genre::call;
    }
    const bool has_topics = !structure.reading.topics.empty();
    if (structure.is_titled_as_plan && traces.is_of_the_field && (has_topics || traces.news < 3)) {
        return Genre::plan;
    }
    const bool title_tells =
        contains_any(title, {U"召开", U"审议", U"举行", U"听取", U"部署", U"通过"});
    if (traces.news + (title_tells ? 1 : 0) >= 3) {
        return Genre::news;
    }
    if (traces.call >= 3 && !structure.has_promised_topics) {
        return Genre::call;
    }
    const bool is_plan = !is_other_paper(title)
        && ((traces.is_of_the_field && structure.has_promised_topics)
            || structure.is_named_as_plan);
    return is_plan ? Genre::plan : Genre::other;
}

} // namespace xieshang::plan
