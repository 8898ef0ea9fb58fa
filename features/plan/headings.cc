// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/headings.h"

#include "features/plan/numbering.h"
#include "features/plan/script.h"

#include <algorithm>
#include <array>
#include <vector>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

constexpr auto other_headings = std::to_array<Text>({
    U"指导思想", U"总体要求", U"总体思路", U"总体目标", U"总体安排", U"基本原则", U"主要原则", U"工作原则", U"主要措施",
    U"工作措施", U"保障措施", U"有关措施", U"工作要求", U"有关要求", U"相关要求", U"几点要求", U"具体要求", U"组织领导",
    U"组织保障", U"目标任务", U"工作目标", U"实施步骤", U"方法步骤", U"工作步骤", U"工作机制", U"组织实施", U"有关事项",
    U"其他事项", U"附则", U"前言", U"工作思路", U"协商形式", U"注意事项", U"责任分工", U"成果运用", U"协商原则", U"协商程序",
    U"协商要求", U"监督要求", U"工作保障", U"保障机制", U"重要意义", U"目的意义", U"选题原则", U"基本要求", U"主要形式",
    U"协商方式", U"协商主体", U"协商对象", U"协商目的", U"工作程序", U"工作方法",
});

// A heading that ends so promises no topics.
constexpr auto other_ends = std::to_array<Text>({
    U"措施", U"原则", U"要求", U"思想", U"保障", U"机制", U"领导", U"纪律", U"目标", U"步骤", U"程序", U"方法", U"流程",
    U"职责", U"分工", U"意义", U"目的", U"依据", U"背景", U"说明", U"规则", U"制度", U"考核", U"宣传", U"附则", U"总结",
    U"形式", U"方式", U"思路", U"落实", U"转化", U"运用", U"人员", U"实施", U"征集", U"确定", U"产生", U"提出", U"准备",
    U"质量", U"实效", U"质效", U"氛围", U"阶段", U"统筹", U"大局",
});

constexpr auto other_starts = std::to_array<Text>({
    U"加强", U"强化", U"健全", U"完善", U"提升", U"提高", U"注重", U"落实", U"坚持", U"严格", U"确保", U"精心", U"认真",
    U"做好", U"抓好", U"抓实", U"深化", U"科学", U"选准", U"精选", U"征集", U"确定", U"规范", U"推动", U"营造", U"增强",
    U"把握", U"突出", U"周密",
});

constexpr auto topic_words = std::to_array<Text>({U"议题", U"课题", U"选题", U"题目"});

constexpr auto perhaps_ends = std::to_array<Text>({
    U"安排", U"内容", U"计划", U"活动", U"重点", U"事项", U"项目", U"任务", U"清单", U"目录", U"一览表", U"安排表", U"计划表",
    U"工作",
});

constexpr auto domain_words = std::to_array<Text>({
    U"协商", U"监督", U"议题", U"课题", U"视察", U"调研",
});

constexpr auto pure_words = std::to_array<Text>({
    U"全体会议", U"全体委员会议", U"全会", U"常委会会议", U"常委会议", U"常委会", U"常务委员会会议", U"常务委员会", U"常委",
    U"主席会议", U"主席会", U"主席", U"专题", U"协商", U"座谈会", U"座谈", U"会议", U"会", U"议政性", U"议政", U"双周", U"对口",
    U"界别", U"提案", U"办理", U"督办", U"重点", U"民主", U"监督", U"专项", U"式", U"性", U"视察", U"考察", U"调研", U"有事好商量",
    U"议事", U"基层", U"远程", U"网络", U"专家", U"议题", U"课题", U"选题", U"题目", U"年度", U"主要", U"工作", U"活动", U"安排",
    U"计划", U"内容", U"事项", U"项目", U"清单", U"次", U"区政协", U"市政协", U"县政协", U"政协", U"其他", U"其它", U"及", U"和",
    U"与", U"的", U"、", U"“", U"”", U"(", U")", U":", U",", U"类", U"评议", U"开展", U"召开", U"举行", U"组织", U"进行", U"大会",
    U"情况", U"通报", U"共", U"拟", U"党组", U"专委会", U"专门委员会", U"联动", U"小微", U"微", U"月度", U"季度", U"街道", U"乡镇",
    U"委员", U"工作室", U"请你来", U"议事室", U"重要", U"目录", U"一览表", U"安排表", U"计划表", U"表", U"附件", U"协商会", U"会商",
});

constexpr Text classifiers = U"个项场次件题";

bool ends_with_one(Text text, const auto& words)
{
    return std::any_of(words.begin(), words.end(), [&](Text word) { return text.ends_with(word); });
}

bool contains_one(Text text, const auto& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](Text word) { return text.find(word) != text.npos; });
}

// (4个) 共12项 4场次: how many, and where the statement begins and ends.
struct Stated {
    int value{};
    std::size_t begin{};
    std::size_t end{};
};

std::optional<Stated> stated_count(Text text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto number = number_at(text, i);
        const std::size_t end = i + number.length;
        const bool is_session = i > 0 && (text[i - 1] == U'届' || text[i - 1] == U'第');
        if (number.length > 0 && end < text.size() && !is_session
            && classifiers.find(text[end]) != Text::npos) {
            return Stated{number.value, i, end + 1};
        }
        i += number.length > 1 ? number.length - 1 : 0;
    }
    return std::nullopt;
}

std::size_t year_like(Text text, std::size_t at)
{
    const auto number = arabic_number_at(text, at);
    return number.length == 4 && text.substr(at + 4, 1) == U"年" ? 5 : 0;
}

bool is_made_of_domain_words(Text text)
{
    if (text.empty() || text.size() > 40) {
        return false;
    }
    std::vector<bool> reached(text.size() + 1);
    reached[0] = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!reached[i]) {
            continue;
        }
        for (const auto word : pure_words) {
            if (text.substr(i, word.size()) == word) {
                reached[i + word.size()] = true;
            }
        }
        const auto number = number_at(text, i);
        const auto end = i + number.length;
        if (number.length > 0 && end < text.size() && classifiers.find(text[end]) != Text::npos) {
            reached[end + 1] = true;
        }
        if (const auto year = year_like(text, i); year > 0) {
            reached[i + year] = true;
        }
    }
    return reached[text.size()];
}

Text without_tail(Text text)
{
    while (!text.empty()) {
        if (Text(U":。;,、").find(text.back()) != Text::npos) {
            text.remove_suffix(1);
        } else if (const auto open = text.rfind(U'('); text.back() == U')' && open != text.npos) {
            text = text.substr(0, open);
        } else {
            break;
        }
    }
    if (const auto count = stated_count(text); count && count->end == text.size() && count->begin > 0) {
        text = text.substr(0, count->begin);
        text = text.ends_with(U"共") ? text.substr(0, text.size() - 1) : text;
    }
    return text;
}

Promise promise_of(Text core, bool is_pure)
{
    if (std::find(other_headings.begin(), other_headings.end(), core) != other_headings.end()
        || contains_one(core, std::to_array<Text>({U"邀请", U"出席", U"列席"}))
        || ends_with_one(core, other_ends)) {
        return Promise::no_topics;
    }
    const bool names_topics = contains_one(core, topic_words);
    const bool starts_with_verb = std::any_of(other_starts.begin(), other_starts.end(),
                                              [&](Text word) { return core.starts_with(word); });
    if (starts_with_verb) {
        return names_topics ? Promise::no_topics : Promise::unlikely;
    }
    if (is_pure || ends_with_one(core, topic_words)
        || (names_topics && ends_with_one(core, perhaps_ends))) {
        return Promise::topics;
    }
    if (contains_one(core, domain_words) && ends_with_one(core, perhaps_ends)) {
        return Promise::perhaps;
    }
    return Promise::unknown;
}

} // namespace

Heading understood(Text heading)
{
    Heading result;
    if (heading.size() > 60) {
        return result;
    }
    const Text core = without_tail(heading);
    result.kind = kind_named_in(core);
    result.is_pure = is_made_of_domain_words(core)
        && (result.kind || contains_one(core, topic_words) || core.find(U"协商") != core.npos);
    result.promise = promise_of(core, result.is_pure);
    if (result.promise == Promise::topics || result.promise == Promise::perhaps) {
        const auto count = stated_count(heading);
        const auto open = heading.find(U'(');
        if (count && (open < count->begin || count->end + 3 >= heading.size())) {
            result.count = count->value;
        }
    }
    if (std::find(other_headings.begin(), other_headings.end(), core) != other_headings.end()) {
        result.is_pure = true;
    }
    return result;
}

std::size_t heading_length(Text text)
{
    constexpr std::size_t longest = 40;
    for (std::size_t i = 1; i + 1 < text.size() && i <= longest; ++i) {
        const bool is_half_stop = text[i] == U'.' && is_han(text[i - 1]) && is_han(text[i + 1]);
        if (text[i] == U'。' || text[i] == U'\n' || is_half_stop || (text[i] == U':' && i <= 20)) {
            return i + 1;
        }
    }
    for (const auto word : other_headings) {
        if (text.starts_with(word) && text.size() > word.size() + 20) {
            return word.size();
        }
    }
    return text.size();
}

} // namespace xieshang::plan
