// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/prose.h"

#include "features/plan/nesting.h"
#include "features/plan/numbering.h"
#include "features/plan/prose_list.h"

#include "features/plan/words.h"

#include <algorithm>
#include <array>
#include <string>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

struct Lead {
    std::size_t length{};
    bool is_strong{}; // 议题为：; 围绕 and 就 need a meeting beside them
};

const auto strong_leads =
    words(U"议题分别为 议题为 议题是 议题包括 议题: 课题分别为 课题为 课题是 课题包括 课题: "
          U"主题分别为 主题为 主题是 题目为 内容为 内容是 议题有 课题有 分别是 "
          U"分别为");
const auto weak_leads = words(U"围绕 针对 聚焦 就 以");
const auto announcing = words(U"召开 开展 举行 举办 组织 安排 进行 协商 监督 会 确定 选择 遴选");
const auto convening = words(U"召开 开展 举行 举办 组织");
const auto quote_leads =
    words(U"协商 监督 审议 视察 讨论 调研 会议 座谈会 协商会 常委会 主席会 座谈");

class ProseReader {
public:
    ProseReader(Text text, std::optional<TopicKind> kind, bool in_topics)
        : text_(text), nesting_(text), heading_kind_(kind), in_topics_(in_topics)
    {
    }

    Prose read()
    {
        for (std::size_t begin = 0; begin < text_.size();) {
            std::size_t end = begin;
            while (end < text_.size() && !(ends_sentence(text_[end]) && nesting_.depth(end) == 0)) {
                ++end;
            }
            read_sentence(begin, end);
            if (end < text_.size() && text_[end] == U'\n') {
                carried_.reset();
                open_count_.reset();
            }
            begin = end + 1;
        }
        return std::move(prose_);
    }

private:
    static bool ends_sentence(char32_t c)
    {
        return c == U'。' || c == U'!' || c == U'?' || c == U'\n' || c == U';';
    }

    Text between(std::size_t begin, std::size_t end) const
    {
        return text_.substr(begin, end - begin);
    }

    void read_sentence(std::size_t begin, std::size_t end)
    {
        int refused = 0;
        int quantities = 0;
        last_listed_ = 0;
        std::size_t since = begin; // where the words that may name the meeting begin
        for (std::size_t i = begin; i < end;) {
            if (nesting_.depth(i) != 0) {
                ++i;
                continue;
            }
            if (const auto quantity = quantity_at(text_, i); quantity.length > 0) {
                if (++quantities <= most_quantities) {
                    note_count(since, i, quantity, end);
                }
                i += quantity.length;
                continue;
            }
            const auto lead = refused < most_refused ? lead_at(i, begin, end) : Lead{};
            const std::size_t taken = lead.length > 0 ? read_list(since, i, lead, end) : 0;
            if (taken > 0) {
                since = i + taken;
                i += taken;
            } else {
                refused += lead.length > 0 ? 1 : 0;
                ++i;
            }
        }
        if (const auto kind = kind_outside_quotes(begin, end)) {
            carried_ = kind;
        }
    }

    Lead lead_at(std::size_t i, std::size_t begin, std::size_t end) const
    {
        const Text rest = between(i, end);
        for (const auto word : strong_leads) {
            if (rest.starts_with(word)) {
                const bool colon = rest.substr(word.size()).starts_with(U":");
                return {word.size() + (colon ? 1 : 0), true};
            }
        }
        const bool starts_clause = i == begin || Text(U",、:)是").find(text_[i - 1]) != Text::npos;
        if (open_count_ && starts_clause_with_quote(rest)) {
            return {rest.front() == U':' ? 1U : 2U, false};
        }
        for (const auto word : weak_leads) {
            const bool quoted = rest.size() > word.size() && is_opening_quote(rest[word.size()]);
            if (rest.starts_with(word)
                && (quoted || word == U"围绕" || (word == U"就" && starts_clause))) {
                return {word.size(), false};
            }
        }
        for (const auto word : quote_leads) {
            if (rest.starts_with(word) && rest.size() > word.size()
                && is_opening_quote(rest[word.size()])) {
                return {word.size(), false};
            }
        }
        return {};
    }

    // ：“A”“B”, 即“A”, 一是“A”
    static bool starts_clause_with_quote(Text rest)
    {
        const std::size_t length = rest.starts_with(U":") ? 1
            : rest.size() > 1 && rest[1] == U'是'         ? 2
                                                          : 0;
        return length > 0 && rest.size() > length && is_opening_quote(rest[length]);
    }

    // 开展3场专题协商会: opens a count that the lists behind it are added to.
    void note_count(std::size_t since, std::size_t at, Quantity quantity, std::size_t end)
    {
        const auto behind = text_.substr(
            at + quantity.length, std::min<std::size_t>(end - at - quantity.length, 40));
        auto kind = kind_named_in(behind.substr(0, behind.find_first_of(U",:“《")));
        if (!kind) {
            kind = kind_outside_quotes(since, at);
        }
        if (!kind) {
            return;
        }
        const auto before = between(at > 12 ? std::max(since, at - 12) : since, at);
        const bool is_announced = std::any_of(announcing.begin(), announcing.end(),
            [&](Text word) { return before.find(word) != before.npos; });
        if (is_announced && last_listed_ > 0) { // 围绕A、B开展2次专题协商
            prose_.counts.push_back({at, quantity.value, last_listed_, kind});
            last_listed_ = 0;
        } else if (is_announced) {
            carried_ = kind;
            open_count_ = prose_.counts.size();
            prose_.counts.push_back({at, quantity.value, 0, kind});
        }
    }

    std::size_t read_list(std::size_t since, std::size_t at, Lead lead, std::size_t end)
    {
        const std::size_t begin = at + lead.length;
        const auto list = prose_list(text_, nesting_, begin, end, expected());
        if (list.items.empty()) {
            return 0;
        }
        const bool is_quoted = list.items.front().is_quoted;
        auto kind = kind_outside_quotes(since, at + (lead.is_strong ? 0 : lead.length));
        const Text behind = between(list.end, std::min(end, list.end + 24));
        if (!kind && !expected()) {
            kind = kind_named_in(behind);
        }
        if (const auto own = kind_behind(at, list.end, end)) {
            kind = own;
        }
        const bool names_kind = kind.has_value();
        const bool has_meeting = names_kind || (carried_ && open_count_) || in_topics_;
        kind = kind ? kind : carried_ ? carried_ : heading_kind_;
        const bool is_list =
            is_quoted || list.count || is_awaited() || lead.is_strong || says_count(behind);
        if (!has_meeting || !is_list) {
            return 0;
        }
        take(list, at, lead, kind);
        return list.end - at;
    }

    // 围绕“A”召开主席会议，围绕“B”…: the meeting behind a list is its own, unless the clause names
    // one before it.
    std::optional<TopicKind> kind_behind(std::size_t at, std::size_t behind, std::size_t end) const
    {
        const auto comma = at == 0 ? Text::npos : text_.find_last_of(U",、。;\n", at - 1);
        const auto clause = comma == Text::npos ? 0 : comma + 1;
        const Text after = between(behind, std::min(end, behind + 24));
        if (kind_outside_quotes(clause, at) || !starts_with_one(after, convening)) {
            return std::nullopt;
        }
        return kind_named_in(after.substr(0, after.find_first_of(U",、")));
    }

    // …开展1次专题协商
    static bool says_count(Text behind)
    {
        for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 10); ++i) {
            if (quantity_at(behind, i).length > 0) {
                return true;
            }
        }
        return false;
    }

    void take(const ProseList& list, std::size_t at, Lead lead, std::optional<TopicKind> kind)
    {
        // Words that name the meeting stay in the text: 协商“A”.
        const bool keeps_lead = std::any_of(quote_leads.begin(), quote_leads.end(),
            [&](Text word) { return text_.substr(at, lead.length) == word; });
        std::size_t mark = keeps_lead ? at + lead.length : at;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const auto& item = list.items[i];
            const std::size_t next = i + 1 < list.items.size() ? list.items[i + 1].begin : list.end;
            const bool opens_quote = i + 1 < list.items.size() && list.items[i + 1].is_quoted;
            const std::size_t mark_end = next - (opens_quote ? 1 : 0);
            prose_.topics.push_back({item.begin, item.end, mark, mark_end, kind});
            mark = mark_end;
        }
        const int listed = static_cast<int>(list.items.size());
        if (list.count) {
            prose_.counts.push_back({list.count_at, *list.count, listed, kind});
        }
        const bool is_announced = open_count_ && prose_.counts[*open_count_].kind == kind;
        if (is_announced) {
            prose_.counts[*open_count_].listed += listed;
        }
        last_listed_ = is_announced ? 0 : listed;
    }

    std::optional<int> expected() const
    {
        if (!open_count_) {
            return std::nullopt;
        }
        const auto& count = prose_.counts[*open_count_];
        return count.listed == 0 ? std::optional(count.stated) : std::nullopt;
    }

    // Fewer topics were listed than meetings announced.
    bool is_awaited() const
    {
        return open_count_
            && prose_.counts[*open_count_].listed < prose_.counts[*open_count_].stated;
    }

    // The last meeting named between these places.
    std::optional<TopicKind> kind_outside_quotes(std::size_t begin, std::size_t end) const
    {
        std::u32string plain;
        for (std::size_t i = std::max(begin, end - std::min<std::size_t>(end, 200)); i < end; ++i) {
            plain.push_back(nesting_.depth(i) == 0 ? text_[i] : U' ');
        }
        const auto clause = plain.find_last_of(U",、");
        if (clause != plain.npos) {
            if (const auto kind = kind_named_in(Text(plain).substr(clause))) {
                return kind;
            }
        }
        return kind_named_in(plain);
    }

    // In one sentence; more only cost time.
    static constexpr int most_refused = 20;
    static constexpr int most_quantities = 50;

    Text text_;
    Nesting nesting_;
    std::optional<TopicKind> heading_kind_;
    bool in_topics_;
    std::optional<TopicKind> carried_;
    std::optional<std::size_t> open_count_;
    int last_listed_ = 0; // in this sentence, by a list that no meeting announced
    Prose prose_;
};

} // namespace

Prose prose_in(Text text, std::optional<TopicKind> kind, bool in_topics)
{
    return ProseReader(text, kind, in_topics).read();
}

} // namespace xieshang::plan
