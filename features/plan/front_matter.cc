// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/front_matter.h"

#include "features/plan/headings.h"
#include "features/plan/numbering.h"
#include "features/plan/script.h"
#include "features/plan/time_words.h"

#include <algorithm>
#include <array>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

bool contains_any(Text text, std::initializer_list<Text> words)
{
    return std::any_of(
        words.begin(), words.end(), [&](Text word) { return text.find(word) != text.npos; });
}

bool ends_with_any(Text text, std::initializer_list<Text> words)
{
    return std::any_of(words.begin(), words.end(), [&](Text word) { return text.ends_with(word); });
}

// 计划（草案） → 计划
Text without_brackets(Text title)
{
    while (!title.empty() && title.back() == U')') {
        const auto open = title.rfind(U'(');
        if (open == title.npos) {
            break;
        }
        title = title.substr(0, open);
    }
    return title;
}

bool is_whole_bracket(Text line)
{
    return line.size() > 2
        && (line.front() == U'(' || line.front() == U'〔' || line.front() == U'[')
        && (line.back() == U')' || line.back() == U'〕' || line.back() == U']');
}

bool names_plan(Text title)
{
    return ends_with_any(without_brackets(title),
        {U"计划", U"方案", U"安排", U"要点", U"表", U"清单", U"目录", U"议题", U"课题", U"规划",
            U"项目"});
}

// A notice's or a letter's title is complete, though it is none of a plan.
bool ends_a_title(Text title)
{
    return names_plan(title) || (title.find(U"印发") != title.npos && title.ends_with(U"》"))
        || ends_with_any(without_brackets(title),
            {U"通知", U"公告", U"通告", U"启事", U"函", U"报告", U"意见", U"通报"});
}

// 崇政协〔2022〕5号, 附件1, 内部资料, 密级, 第3期: before a title, never of it.
bool stands_above_title(Text line)
{
    return (contains_any(line, {U"〔", U"["}) && line.ends_with(U"号")) || line.starts_with(U"附件")
        || line.ends_with(U"文件") || contains_any(line, {U"密级", U"内部资料", U"签发人", U"★"});
}

bool is_date(Text line)
{
    return line.size() <= 14 && line.ends_with(U"日") && line.find(U'年') != line.npos;
}

bool may_be_of_title(const Line& line, Text folded)
{
    if (folded.size() > 60 || is_date(folded) || folded.find(U"。") != folded.npos
        || Text(U":;,、").find(folded.back()) != Text::npos) {
        return false;
    }
    const auto marker =
        marker_at(folded, 0, [&](std::size_t i) { return line.gap(i) != Gap::none; });
    return (!marker || marker->is_weak) && line.text.find(U'\t') == line.text.npos;
}

struct Block {
    std::vector<std::uint32_t> lines;
    bool is_complete = false;
};

// Lines from `first` on that make up one title.
Block block_from(const std::vector<Line>& lines, std::uint32_t first)
{
    Block block;
    std::u32string whole;
    for (auto i = first; i < lines.size() && block.lines.size() < 6; ++i) {
        const Text folded = lines[i].folded;
        if (folded.empty()) {
            continue;
        }
        if (block.is_complete) {
            if (!is_whole_bracket(folded) || !is_marked_draft(folded)) {
                break;
            }
        } else if (!may_be_of_title(lines[i], folded)
            || (!block.lines.empty() && (stands_above_title(folded) || understood(folded).is_pure)
                && !names_plan(folded))) {
            break;
        }
        block.lines.push_back(i);
        whole += folded;
        block.is_complete = block.is_complete || ends_a_title(whole);
    }
    return block;
}

TitleLines ranges_of(const std::vector<Line>& lines, const std::vector<std::uint32_t>& chosen)
{
    TitleLines title;
    std::u32string whole;
    for (const auto index : chosen) {
        title.ranges.push_back({index, 0, static_cast<std::uint32_t>(lines[index].folded.size())});
        whole += lines[index].folded;
    }
    title.is_plan = is_title_of_plan(whole);
    return title;
}

std::size_t begin_of_name(Text text, std::size_t end)
{
    constexpr Text stops = U"、,。;:!?“”‘’《》()〔〕[]/|·-—的与及是了届年度把";
    std::size_t begin = end;
    while (begin > 0 && end - begin < 14 && is_han(text[begin - 1])
        && stops.find(text[begin - 1]) == Text::npos) {
        --begin;
    }
    return begin;
}

// Verbs that stand before a name in running text: 结合崇川区政协实际.
Text without_verbs(Text name)
{
    for (bool again = true; again;) {
        again = false;
        for (const Text word : {U"召开", U"结合", U"根据", U"按照", U"关于", U"印发", U"中共",
                 U"充分发挥", U"发挥", U"制定", U"现就", U"围绕", U"助力", U"提出", U"推动",
                 U"服务", U"做好", U"开展", U"促进", U"全面", U"加强", U"紧扣"}) {
            if (name.size() >= word.size() + 2 && name.starts_with(word)) {
                name.remove_prefix(word.size());
                again = true;
            }
        }
    }
    return name;
}

// 政协某某区委员会 or 某某区政协; a title may leave the 区 out: 某某政协.
std::optional<std::pair<std::size_t, std::size_t>> committee_in(Text text, bool is_title)
{
    constexpr Text long_name = U"中国人民政治协商会议";
    for (auto at = text.find(U"政"); at != text.npos; at = text.find(U"政", at + 1)) {
        const bool is_long = at >= 4 && text.substr(at - 4, long_name.size()) == long_name;
        if (!is_long && text.substr(at, 2) != U"政协") {
            continue;
        }
        const std::size_t begin = is_long ? at - 4 : at;
        const std::size_t after = is_long ? begin + long_name.size() : at + 2;
        const auto end = text.substr(after, 24).find(U"委员会");
        const auto inner = text.substr(after, end == text.npos ? 0 : end);
        if (end != text.npos && end > 0 && inner.find_first_of(U",。;、:《》") == inner.npos
            && contains_any(inner, {U"区", U"县", U"市", U"省", U"旗", U"州", U"盟", U"全国"})) {
            return std::pair(begin, after + end + 3);
        }
        const auto place = text.substr(after, 8).find_first_of(U"区县市旗州盟");
        if (is_title && begin == 0 && place != text.npos && place > 0) {
            return std::pair(begin, after + place + 1);
        }
        const auto name = begin_of_name(text, begin);
        const bool is_place =
            begin > name && Text(U"区县市省旗州盟国").find(text[begin - 1]) != Text::npos;
        if (is_place || (is_title && without_verbs(text.substr(name, after - name)).size() >= 4)) {
            return std::pair(name, after);
        }
    }
    return std::nullopt;
}

std::optional<int> year_in(Text text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inside_number = i > 0 && number_at(text, i - 1).length > 0;
        if (const auto year = year_at(text, i); year.length > 0 && !inside_number) {
            return year.year;
        }
    }
    return std::nullopt;
}

} // namespace

bool is_marked_draft(Text title)
{
    return contains_any(title,
        {U"草案", U"征求意见稿", U"讨论稿", U"送审稿", U"审议稿", U"初稿", U"代拟稿", U"拟稿",
            U"修改稿", U"草稿", U"(稿)", U"意见稿", U"审定稿", U"报审稿", U"draft"});
}

bool is_title_of_plan(Text title)
{
    if (!names_plan(title)) {
        return false;
    }
    const bool is_about =
        contains_any(title, {U"协商", U"监督", U"议题", U"政协", U"视察", U"调研", U"课题"});
    const bool tells_news = contains_any(without_brackets(title),
        {U"审议", U"召开", U"通过", U"听取", U"部署", U"出台", U"征集", U"发布", U"举行"});
    return is_about && !tells_news;
}

TitleLines title_of(const std::vector<Line>& lines)
{
    std::vector<std::uint32_t> fallback; // the first line, when it is none of a title of a plan
    bool has_begun = false;
    std::uint32_t seen = 0;
    for (std::uint32_t i = 0; i < lines.size() && seen < 40; ++i) {
        const Text folded = lines[i].folded;
        if (folded.empty() || lines[i].is_set_aside) {
            continue;
        }
        ++seen;
        if (stands_above_title(folded)) {
            continue;
        }
        if (!may_be_of_title(lines[i], folded)) {
            has_begun = true;
            continue;
        }
        const auto block = block_from(lines, i);
        if (block.is_complete) {
            const auto title = ranges_of(lines, block.lines);
            if (title.is_plan) {
                return title;
            }
        }
        if (!has_begun) {
            fallback = block.is_complete ? block.lines : std::vector{i};
            has_begun = true;
        }
    }
    return ranges_of(lines, fallback);
}

std::string committee_of(const std::u32string& title, const std::vector<Line>& lines)
{
    const auto name_in = [](const std::u32string& text, bool is_title) -> std::string {
        const auto folded_text = fold(text);
        if (const auto found = committee_in(folded_text, is_title)) {
            std::u32string squeezed;
            for (const auto c : text) {
                if (!is_blank(c)) {
                    squeezed.push_back(c);
                }
            }
            const auto name = Text(folded_text).substr(found->first, found->second - found->first);
            const auto kept = without_verbs(name);
            return to_utf8(Text(squeezed).substr(found->second - kept.size(), kept.size()));
        }
        return {};
    };
    // 县政协 alone says which kind of assembly, not which; the text may.
    auto name = name_in(title, true);
    for (std::size_t i = 0; i < lines.size() && from_utf8(name).size() <= 3; ++i) {
        const auto other = name_in(lines[i].text, false);
        name = other.size() > name.size() ? other : name;
    }
    return name;
}

std::optional<int> year_of(const std::u32string& title, const std::vector<Line>& lines)
{
    auto year = year_in(fold(title));
    for (std::size_t i = 0; i < lines.size() && !year; ++i) {
        const Text folded = lines[i].folded;
        if (contains_any(folded, {U"协商", U"计划", U"议题", U"政协", U"监督"})) {
            year = year_in(folded);
        }
    }
    for (std::size_t i = 0; i < lines.size() && !year; ++i) {
        year = year_in(lines[i].folded);
    }
    return year;
}

} // namespace xieshang::plan
