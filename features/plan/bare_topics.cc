// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/bare_topics.h"

#include "features/plan/labels.h"
#include "features/plan/script.h"
#include "features/plan/time_words.h"
#include "features/plan/words.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

// A line that begins so tells something about topics.
const auto notes = words(U"根据 按照 经研究 经区委 经市委 经县委 经征求 注: 备注 附件 附: 以上 "
                         U"上述 以下 请各 请认真 ( 共计 共安排 共确定 每个 每次 召开 全年 其中");

// 1月：走进社区——…, whatever the heading above says: two such lines are a list of topics.
bool lists_by_time(const std::vector<Line>& lines, const Node& node)
{
    return std::count_if(node.body.begin(), node.body.end(), [&](const Body& body) {
        const auto text = folded_in(lines, body.range);
        const auto time = time_phrase_at(text, 0);
        return time > 0 && time < text.size() && text[time] == U':' && is_bare_title(text);
    }) >= 2;
}

} // namespace

bool has_bare_topics(const std::vector<Line>& lines, const std::vector<Node>& nodes,
    const std::vector<Role>& roles, std::size_t id)
{
    const Node& node = nodes[id];
    const bool by_time = node.zone != Zone::none && lists_by_time(lines, node);
    const bool may_list = by_time || (node.zone == Zone::topics && id != 0);
    if ((id != 0 && roles[id] != Role::section) || !may_list) {
        return false;
    }
    const bool has_numbered = std::any_of(node.children.begin(), node.children.end(),
        [&](int child) { return roles[static_cast<std::size_t>(child)] == Role::topic; });
    return !has_numbered && std::any_of(node.body.begin(), node.body.end(), [&](const Body& body) {
        return is_bare_topic(lines, body);
    });
}

bool is_bare_topic(const std::vector<Line>& lines, const Body& body)
{
    return is_bare_title(folded_in(lines, body.range));
}

bool is_bare_title(Text text)
{
    return text.size() >= 4 && text.size() <= 60 && text.find(U"。") == text.npos
        && !is_one_of(text.back(), U":,、") && !label_at(text, 0) && !starts_with_one(text, notes);
}

} // namespace xieshang::plan
