// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/labels.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

struct Row {
    Field field;
    Text word;
};

constexpr auto labels = std::to_array<Row>({
    {Field::title, U"协商议题"}, {Field::title, U"议题名称"}, {Field::title, U"议题"},
    {Field::title, U"课题名称"}, {Field::title, U"课题"}, {Field::title, U"活动主题"},
    {Field::title, U"协商主题"}, {Field::title, U"监督议题"}, {Field::title, U"活动名称"},
    {Field::kind, U"协商形式"}, {Field::kind, U"会议形式"}, {Field::kind, U"活动形式"},
    {Field::kind, U"活动类型"}, {Field::kind, U"监督形式"}, {Field::kind, U"协商方式"},
    {Field::kind, U"组织形式"}, {Field::kind, U"协商类别"}, {Field::kind, U"形式"},
    {Field::period, U"时间安排"}, {Field::period, U"协商时间"}, {Field::period, U"拟召开时间"},
    {Field::period, U"召开时间"}, {Field::period, U"完成时间"}, {Field::period, U"计划时间"},
    {Field::period, U"实施时间"}, {Field::period, U"开展时间"}, {Field::period, U"活动时间"},
    {Field::period, U"完成时限"}, {Field::period, U"会议时间"}, {Field::period, U"监督时间"},
    {Field::period, U"拟定时间"}, {Field::period, U"拟安排时间"}, {Field::period, U"时间进度"},
    {Field::period, U"时限"}, {Field::period, U"时间"}, {Field::period, U"月份"},
    {Field::responsible, U"牵头领导"}, {Field::responsible, U"分管领导"},
    {Field::responsible, U"责任领导"}, {Field::responsible, U"领衔领导"},
    {Field::responsible, U"带队领导"}, {Field::responsible, U"负责领导"},
    {Field::responsible, U"领办领导"}, {Field::responsible, U"督办领导"},
    {Field::responsible, U"联系领导"}, {Field::responsible, U"牵头主席"},
    {Field::responsible, U"分管主席"}, {Field::responsible, U"分管副主席"},
    {Field::responsible, U"牵头副主席"}, {Field::responsible, U"责任主席"},
    {Field::responsible, U"组织者"}, {Field::responsible, U"牵头人"},
    {Field::responsible, U"负责人"}, {Field::responsible, U"责任人"},
    {Field::responsible, U"主持人"}, {Field::responsible, U"召集人"},
    {Field::responsible, U"责任部门"}, {Field::responsible, U"责任单位"},
    {Field::responsible, U"责任委室"}, {Field::responsible, U"责任专委会"},
    {Field::responsible, U"责任专委"}, {Field::responsible, U"责任委办"},
    {Field::responsible, U"承办单位"}, {Field::responsible, U"承办部门"},
    {Field::responsible, U"承办委室"}, {Field::responsible, U"承办专委会"},
    {Field::responsible, U"承办专委"}, {Field::responsible, U"承办"},
    {Field::responsible, U"牵头单位"}, {Field::responsible, U"牵头部门"},
    {Field::responsible, U"牵头委室"}, {Field::responsible, U"牵头专委会"},
    {Field::responsible, U"牵头专委"}, {Field::responsible, U"牵头"},
    {Field::responsible, U"主办单位"}, {Field::responsible, U"主办部门"},
    {Field::responsible, U"主办"}, {Field::responsible, U"负责部门"},
    {Field::responsible, U"负责单位"}, {Field::responsible, U"组织单位"},
    {Field::responsible, U"组织部门"}, {Field::responsible, U"实施单位"},
    {Field::responsible, U"主责单位"}, {Field::responsible, U"具体承办"},
    {Field::responsible, U"专委会"}, {Field::responsible, U"责任"},
    {Field::participating, U"参与部门"}, {Field::participating, U"参与单位"},
    {Field::participating, U"参加部门"}, {Field::participating, U"参加单位"},
    {Field::participating, U"协办单位"}, {Field::participating, U"协办部门"},
    {Field::participating, U"协办委室"}, {Field::participating, U"协办"},
    {Field::participating, U"配合单位"}, {Field::participating, U"配合部门"},
    {Field::participating, U"配合"}, {Field::participating, U"参加人员"},
    {Field::participating, U"参会人员"}, {Field::participating, U"出席人员"},
    {Field::participating, U"参与人员"}, {Field::participating, U"邀请单位"},
    {Field::participating, U"邀请部门"}, {Field::participating, U"协同单位"},
    {Field::participating, U"协作单位"}, {Field::participating, U"相关部门"},
    {Field::participating, U"会办单位"}, {Field::participating, U"参加范围"},
    {Field::participating, U"参加对象"}, {Field::participating, U"列席单位"},
    {Field::participating, U"参与"}, {Field::participating, U"对口部门"},
    {Field::participating, U"涉及部门"}, {Field::participating, U"涉及单位"},
    {Field::frame, U"组织实施"}, {Field::frame, U"组织安排"},
});

constexpr auto columns = std::to_array<Row>({
    {Field::number, U"序号"}, {Field::number, U"编号"}, {Field::number, U"序"},
    {Field::title, U"议题"}, {Field::title, U"课题"}, {Field::title, U"主题"},
    {Field::title, U"协商内容"}, {Field::title, U"监督内容"}, {Field::title, U"活动内容"},
    {Field::title, U"名称"}, {Field::title, U"题目"}, {Field::title, U"内容"},
    {Field::title, U"项目"}, {Field::title, U"事项"},
    {Field::kind, U"形式"}, {Field::kind, U"类型"}, {Field::kind, U"类别"},
    {Field::kind, U"方式"},
    {Field::period, U"时间"}, {Field::period, U"月份"}, {Field::period, U"时限"},
    {Field::period, U"时间安排"}, {Field::period, U"进度"},
    {Field::participating, U"协办"}, {Field::participating, U"参与"},
    {Field::participating, U"参加"}, {Field::participating, U"配合"},
    {Field::participating, U"协同"}, {Field::participating, U"相关部门"},
    {Field::participating, U"对口部门"},
    {Field::responsible, U"领导"}, {Field::responsible, U"主席"},
    {Field::responsible, U"承办"}, {Field::responsible, U"责任"},
    {Field::responsible, U"牵头"}, {Field::responsible, U"主办"},
    {Field::responsible, U"负责"}, {Field::responsible, U"界别"},
    {Field::responsible, U"专委会"}, {Field::responsible, U"单位"},
    {Field::responsible, U"部门"},
});

constexpr auto parts = std::to_array<Row>({
    {Field::responsible, U"牵头负责"}, {Field::responsible, U"牵头承办"},
    {Field::responsible, U"牵头组织"}, {Field::responsible, U"牵头"},
    {Field::responsible, U"承办"}, {Field::responsible, U"主办"},
    {Field::responsible, U"负责"}, {Field::responsible, U"领衔"},
    {Field::responsible, U"组织实施"}, {Field::responsible, U"督办"},
    {Field::participating, U"协办"}, {Field::participating, U"配合"},
    {Field::participating, U"参与"}, {Field::participating, U"参加"},
    {Field::participating, U"协助"},
});

constexpr auto body_ends = std::to_array<Text>({
    U"局", U"委", U"办", U"委员会", U"办公室", U"专委会", U"中心", U"街道", U"镇", U"乡", U"部", U"院", U"联", U"工委", U"集团",
    U"公司", U"支队", U"大队", U"队", U"组", U"室", U"界别", U"界", U"工商联", U"妇联", U"残联", U"政府", U"学会", U"协会", U"园区",
    U"管委会", U"总工会", U"研究室", U"主席", U"秘书长", U"社区", U"站", U"所", U"处",
});

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
        && std::any_of(body_ends.begin(), body_ends.end(),
                       [&](Text end) { return text.ends_with(end); });
}

} // namespace xieshang::plan
