// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/headings.h"

#include "features/plan/numbering.h"
#include "features/plan/script.h"
#include "features/plan/time_words.h"
#include "features/plan/words.h"

#include <algorithm>
#include <vector>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

const auto other_headings =
    words(U"指导思想 总体要求 总体思路 总体目标 总体安排 基本原则 主要原则 工作原则 主要措施 "
          U"工作措施 保障措施 有关措施 工作要求 有关要求 相关要求 几点要求 具体要求 "
          U"组织领导 组织保障 目标任务 工作目标 实施步骤 方法步骤 工作步骤 工作机制 组织实施 "
          U"有关事项 其他事项 附则 前言 工作思路 协商形式 注意事项 责任分工 成果运用 "
          U"协商原则 协商程序 协商要求 监督要求 工作保障 保障机制 重要意义 目的意义 选题原则 "
          U"基本要求 主要形式 协商方式 协商主体 协商对象 协商目的 工作程序 工作方法");

// A heading that ends so promises no topics.
const auto other_ends =
    words(U"措施 原则 要求 思想 保障 机制 领导 纪律 目标 步骤 程序 方法 流程 职责 分工 意义 目的 "
          U"依据 背景 说明 规则 制度 考核 宣传 附则 总结 形式 方式 思路 "
          U"落实 转化 运用 人员 实施 征集 确定 产生 提出 准备 质量 实效 质效 氛围 阶段 统筹 大局");

const auto other_starts =
    words(U"加强 强化 健全 完善 提升 提高 注重 落实 坚持 严格 确保 精心 认真 做好 抓好 抓实 深化 "
          U"科学 选准 精选 征集 确定 规范 推动 营造 增强 把握 突出 周密");

const auto form_ends = words(U"形式 方式"); // 协商议题及形式
const auto guests = words(U"邀请 出席 列席");

const auto topic_words = words(U"议题 课题 选题 题目");

const auto perhaps_ends =
    words(U"安排 内容 计划 活动 重点 事项 项目 任务 清单 目录 一览表 安排表 计划表 工作");

const auto domain_words = words(U"协商 监督 议题 课题 视察 调研");

const auto pure_words = words(
    U"全体会议 全体委员会议 全会 常委会会议 常委会议 常委会 常务委员会会议 常务委员会 常委 "
    U"主席会议 主席会 主席 专题 协商 座谈会 座谈 会议 会 议政性 议政 双周 "
    U"对口 界别 提案 办理 督办 重点 民主 监督 专项 式 性 视察 考察 调研 有事好商量 议事 基层 "
    U"远程 网络 专家 议题 课题 选题 题目 年度 主要 工作 活动 "
    U"安排 计划 内容 事项 项目 清单 次 区政协 市政协 县政协 政协 政治 参政 其他 其它 及 和 "
    U"与 的 、 “ ” ( ) : , 类 评议 开展 召开 举行 组织 "
    U"进行 大会 情况 通报 共 拟 党组 专委会 专门委员会 联动 小微 微 每月 月度 季度 街道 乡镇 委员 "
    U"工作室 请你来 议事室 重要 目录 一览表 安排表 计划表 表 附件 "
    U"协商会 会商");

// Beside a form's name they make a topic: 重点提案办理情况.
const auto topics_own_words = words(U"情况 通报 项目 事项 工作室");

constexpr Text classifiers = U"个项场次件题";

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
    if (const auto count = stated_count(text);
        count && count->end == text.size() && count->begin > 0) {
        text = text.substr(0, count->begin);
        text = text.ends_with(U"共") ? text.substr(0, text.size() - 1) : text;
    }
    return text;
}

Promise promise_of(Text core, bool is_pure)
{
    const bool names_topics = contains_one(core, topic_words);
    if (names_topics && ends_with_one(core, form_ends)) {
        return Promise::topics;
    }
    if (std::find(other_headings.begin(), other_headings.end(), core) != other_headings.end()
        || contains_one(core, guests) || ends_with_one(core, other_ends)) {
        return Promise::no_topics;
    }
    const bool starts_with_verb = starts_with_one(core, other_starts);
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
        && (result.kind || contains_one(core, topic_words) || core.find(U"协商") != core.npos
            || core.find(U"议政") != core.npos);
    result.is_kind = result.is_pure && result.kind && !contains_one(core, topics_own_words);
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
    if (is_time_phrase(core) && core.find(U'日') == core.npos) {
        result.is_pure = result.is_time = true;
        result.promise = Promise::perhaps;
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
