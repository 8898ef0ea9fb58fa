// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/labels.h"

#include "features/plan/words.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

struct Row {
    Field field;
    Text word;
};

std::vector<Row> rows(std::initializer_list<std::pair<Field, Text>> groups)
{
    std::vector<Row> all;
    for (const auto& [field, spaced] : groups) {
        for (const auto word : words(spaced)) {
            all.push_back({field, word});
        }
    }
    return all;
}

constexpr Text title_labels =
    U"协商议题 议题名称 议题 课题名称 课题 活动主题 协商主题 监督议题 活动名称";
constexpr Text kind_labels =
    U"协商形式 会议形式 活动形式 活动类型 监督形式 协商方式 组织形式 协商类别 形式";
constexpr Text period_labels =
    U"时间安排 协商时间 拟召开时间 召开时间 完成时间 计划时间 实施时间 开展时间 "
    U"活动时间 完成时限 会议时间 监督时间 拟定时间 拟安排时间 时间进度 时限 时间 "
    U"月份";
constexpr Text responsible_labels =
    U"牵头领导 分管领导 责任领导 领衔领导 带队领导 负责领导 领办领导 督办领导 "
    U"联系领导 牵头主席 分管主席 分管副主席 牵头副主席 责任主席 组织者 牵头人 "
    U"负责人 责任人 主持人 召集人 责任部门 责任单位 责任委室 责任专委会 责任专委 "
    U"责任委办 承办单位 承办部门 承办委室 承办专委会 承办专委 承办 牵头单位 "
    U"牵头部门 牵头委室 牵头专委会 牵头专委 牵头 主办单位 主办部门 主办 负责部门 "
    U"负责单位 组织单位 组织部门 实施单位 主责单位 具体承办 专委会 责任";
constexpr Text participating_labels =
    U"参与部门 参与单位 参加部门 参加单位 协办单位 协办部门 协办委室 协办 配合单位 "
    U"配合部门 配合 参加人员 参会人员 出席人员 参与人员 邀请单位 邀请部门 协同单位 "
    U"协作单位 相关部门 会办单位 参加范围 参加对象 列席单位 参与 对口部门 涉及部门 "
    U"涉及单位";
constexpr Text frame_labels = U"组织实施 组织安排";
const auto labels = rows({
    {Field::title, title_labels},
    {Field::kind, kind_labels},
    {Field::period, period_labels},
    {Field::responsible, responsible_labels},
    {Field::participating, participating_labels},
    {Field::frame, frame_labels},
});

constexpr Text number_columns = U"序号 编号 序";
constexpr Text title_columns =
    U"议题 课题 主题 协商内容 监督内容 活动内容 名称 题目 内容 项目 事项";
constexpr Text kind_columns = U"形式 类型 类别 方式";
constexpr Text period_columns = U"时间 月份 时限 时间安排 进度";
constexpr Text participating_columns = U"协办 参与 参加 配合 协同 相关部门 对口部门";
constexpr Text responsible_columns = U"领导 主席 承办 责任 牵头 主办 负责 界别 专委会 单位 部门";
const auto columns = rows({
    {Field::number, number_columns},
    {Field::title, title_columns},
    {Field::kind, kind_columns},
    {Field::period, period_columns},
    {Field::participating, participating_columns},
    {Field::responsible, responsible_columns},
});

constexpr Text responsible_parts =
    U"牵头负责 牵头承办 牵头组织 牵头 承办 主办 负责 领衔 组织实施 督办";
constexpr Text participating_parts = U"协办 配合 参与 参加 协助";
const auto parts = rows({
    {Field::responsible, responsible_parts},
    {Field::participating, participating_parts},
});

const auto body_ends =
    words(U"局 委 办 委员会 办公室 专委会 中心 街道 镇 乡 部 院 联 工委 集团 公司 支队 大队 队 组 "
          U"室 界别 界 工商联 妇联 残联 政府 学会 协会 园区 管委会 "
          U"总工会 研究室 主席 秘书长 社区 站 所 处");

} // namespace

std::optional<Label> label_at(Text text, std::size_t at)
{
    // The first characters of all labels, so that a long text is passed over quickly.
    static const auto firsts = [] {
        std::u32string all;
        for (const auto& row : labels) {
            all.push_back(row.word.front());
        }
        std::sort(all.begin(), all.end());
        return all;
    }();
    if (at >= text.size() || !std::binary_search(firsts.begin(), firsts.end(), text[at])) {
        return std::nullopt;
    }
    std::optional<Label> longest;
    for (const auto& row : labels) {
        if ((!longest || row.word.size() > longest->length)
            && text.substr(at, row.word.size()) == row.word) {
            longest = Label{row.field, row.word.size()};
        }
    }
    return longest;
}

std::size_t number_head_at(Text text, std::size_t at)
{
    for (const auto word : words(number_columns)) { // the longer ones stand first
        if (text.substr(at, word.size()) == word) {
            return word.size();
        }
    }
    return 0;
}

std::optional<Field> column_named(Text head)
{
    if (head.empty() || head.size() > 14) {
        return std::nullopt;
    }
    for (const auto& row : columns) {
        if (head == row.word) {
            return row.field;
        }
    }
    if (const auto label = label_at(head, 0); label && label->length == head.size()) {
        return label->field == Field::frame ? Field::responsible : label->field;
    }
    for (const auto& row : columns) {
        if (head.find(row.word) != head.npos) {
            return row.field;
        }
    }
    return std::nullopt;
}

std::optional<Part> part_named_in(Text text)
{
    const std::size_t begin = text.starts_with(U"由") ? 1 : 0;
    for (const auto& row : parts) {
        if (text.size() > begin + row.word.size() && text.ends_with(row.word)) {
            return Part{row.field, begin, text.size() - row.word.size()};
        }
    }
    return std::nullopt;
}

bool is_name_of_body(Text text)
{
    return text.size() >= 2 && text.size() <= 24
        && std::any_of(
            body_ends.begin(), body_ends.end(), [&](Text end) { return text.ends_with(end); });
}

} // namespace xieshang::plan
