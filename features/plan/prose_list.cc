// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/prose_list.h"

#include "features/plan/numbering.h"

#include "features/plan/script.h"
#include "features/plan/words.h"

#include <algorithm>
#include <array>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

const auto subjects = words(U"课题 议题 题目 专题 主题 内容 方面 问题 重点提案 提案 重点课题 "
                            U"重点议题 协商议题 专项 重点内容 事项 选题 重点工作");
const auto verbs = words(U"开展 进行 组织 召开 举行 举办 深入开展 协商议政 建言 为题 为主题 "
                         U"广泛开展 分别开展 集中 实施");
const auto meetings = words(U"协商 监督 视察 调研 座谈 议政 建言 评议 会议 考察 讨论 为题 为主题");
const auto conjunctions = words(U"以及 和 及 与");

// 开展专题协商: a verb with a meeting close behind it ends an unquoted item.
bool is_action(Text text)
{
    const Text near = text.substr(0, 16);
    const Text clause = near.substr(0, std::min(near.find_first_of(U",。;、"), near.size()));
    return starts_with_one(text, verbs)
        && std::any_of(meetings.begin(), meetings.end(),
            [&](Text word) { return clause.find(word) != clause.npos; });
}

// 等3个课题, 3个课题, 等课题, 等开展…: length of the words that close a list; the count if one
// stands there.
std::size_t closing_at(Text text, std::size_t at, ProseList& list)
{
    std::size_t i = at;
    const bool has_et_cetera = text.substr(i, 1) == U"等";
    i += has_et_cetera ? 1 : 0;
    if (text.substr(i, 1) == U"共" || text.substr(i, 1) == U"这") {
        ++i;
    }
    const auto quantity = quantity_at(text, i);
    const Text after = text.substr(i + quantity.length);
    const auto subject = std::find_if(
        subjects.begin(), subjects.end(), [&](Text word) { return after.starts_with(word); });
    if (quantity.length > 0 && subject != subjects.end()) {
        list.count = quantity.value;
        list.count_at = i;
        return i + quantity.length + subject->size() - at;
    }
    if (has_et_cetera && subject != subjects.end()) {
        return i + subject->size() - at;
    }
    return has_et_cetera && (is_action(after) || quantity.length > 0) ? 1 : 0;
}

std::size_t separator_at(Text text, std::size_t at, bool after_quote)
{
    if (is_one_of(text[at], U"、")) {
        return 1;
    }
    if (text[at] == U',') {
        return is_action(text.substr(at + 1)) ? 0 : 1;
    }
    if (after_quote) {
        for (const auto word : conjunctions) {
            if (text.substr(at, word.size()) == word) {
                return word.size();
            }
        }
    }
    return 0;
}

class ListReader {
public:
    ListReader(Text text, const Nesting& nesting, std::size_t begin, std::size_t stop)
        : text_(text), nesting_(nesting), at_(begin), stop_(stop)
    {
    }

    ProseList read()
    {
        list_.end = at_;
        while (at_ < stop_ && (is_quote(at_) ? read_quoted() : read_plain())) {
            const auto separator =
                at_ < stop_ ? separator_at(text_, at_, list_.items.back().is_quoted) : 0;
            if (separator == 0 && !(at_ < stop_ && is_quote(at_))) {
                break;
            }
            if (separator > 0 && at_ + separator < stop_ && !is_quote(at_ + separator)
                && text_[at_] == U',' && list_.items.back().is_quoted) {
                break; // 围绕“A”，…: what follows is another clause
            }
            at_ += separator;
        }
        if (at_ < stop_ && !list_.items.empty()) {
            at_ += closing_at(text_, at_, list_);
            list_.end = at_;
        }
        return std::move(list_);
    }

private:
    bool is_quote(std::size_t i) const
    {
        return is_opening_quote(text_[i]) && nesting_.partner(i) != Nesting::none
            && nesting_.partner(i) > i && nesting_.partner(i) < stop_;
    }

    // Quoted to the end of the item; “双减”工作 is not.
    bool read_quoted()
    {
        const auto close = nesting_.partner(at_);
        const auto after = close + 1;
        ProseList probe;
        const bool ends_item = after >= stop_ || is_quote(after)
            || separator_at(text_, after, true) > 0 || closing_at(text_, after, probe) > 0
            || is_one_of(text_[after], U",。;:!)") || is_action(text_.substr(after))
            || starts_with_one(text_.substr(after), meetings)
            || starts_with_one(text_.substr(after), verbs) || text_.substr(after, 2) == U"专题"
            || text_.substr(after, 1) == U"等";
        if (!ends_item) {
            return read_plain();
        }
        list_.items.push_back({at_ + 1, close, true});
        at_ = list_.end = after;
        return close > list_.items.back().begin;
    }

    bool read_plain()
    {
        const std::size_t begin = at_;
        ProseList probe;
        while (at_ < stop_ && (nesting_.depth(at_) != 0 || !ends_plain(probe))) {
            ++at_;
            if (at_ - begin > longest_item) {
                list_.items.clear();
                return false;
            }
        }
        if (at_ == begin) {
            return false;
        }
        list_.items.push_back({begin, at_, false});
        list_.end = at_;
        return true;
    }

    bool ends_plain(ProseList& probe) const
    {
        const Text rest = text_.substr(at_, 24);
        return is_one_of(text_[at_], U"、,;。:") || is_action(rest)
            || closing_at(text_, at_, probe) > 0;
    }

    static constexpr std::size_t longest_item = 150;

    Text text_;
    const Nesting& nesting_;
    std::size_t at_;
    std::size_t stop_;
    ProseList list_;
};

// 整合资源、优化机制 is one title: plain neighbours are one item unless the count says otherwise.
void join_plain(Text text, ProseList& list, std::optional<int> expected)
{
    auto& items = list.items;
    const auto stated = list.count ? list.count : expected;
    if (stated && static_cast<int>(items.size()) == *stated) {
        return;
    }
    const bool has_quotes = std::any_of(
        items.begin(), items.end(), [](const ListItem& item) { return item.is_quoted; });
    if (has_quotes || (stated && *stated > 1)) {
        return;
    }
    for (std::size_t i = 1; i < items.size();) {
        if (text[items[i].begin - 1] == U'、' || text[items[i].begin - 1] == U',') {
            items[i - 1].end = items[i].end;
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
}

} // namespace

Quantity quantity_at(Text text, std::size_t at)
{
    const auto number = number_at(text, at);
    const std::size_t end = at + number.length;
    if (number.length == 0 || end >= text.size() || !is_one_of(text[end], U"场次个项件期轮")) {
        return {};
    }
    const bool is_double = text.substr(end, 2) == U"场次";
    return {number.value, number.length + (is_double ? 2 : 1)};
}

ProseList prose_list(Text text, const Nesting& nesting, std::size_t begin, std::size_t stop,
    std::optional<int> expected)
{
    auto list = ListReader(text, nesting, begin, stop).read();
    join_plain(text, list, expected);
    return list;
}

} // namespace xieshang::plan
