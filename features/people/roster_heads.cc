// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_heads.h"

#include "features/people/roster_words.h"

#include <algorithm>
#include <array>

namespace xieshang::people {
namespace {

struct Named {
    std::string_view words;
    RosterField field;
};

using enum RosterField;

constexpr auto names = std::to_array<Named>({
    {"姓名", name},
    {"名字", name},
    {"委员姓名", name},
    {"name", name},
    {"fullname", name},
    {"性别", sex},
    {"sex", sex},
    {"gender", sex},
    {"民族", ethnic_group},
    {"ethnicgroup", ethnic_group},
    {"ethnicity", ethnic_group},
    {"出生年月", birth_month},
    {"出生日期", birth_month},
    {"出生", birth_month},
    {"生日", birth_month},
    {"born", birth_month},
    {"birth", birth_month},
    {"birthmonth", birth_month},
    {"monthofbirth", birth_month},
    {"birthday", birth_month},
    {"dateofbirth", birth_month},
    {"党派", party},
    {"政治面貌", party},
    {"所属党派", party},
    {"party", party},
    {"学历", education},
    {"文化程度", education},
    {"education", education},
    {"单位", unit},
    {"工作单位", unit},
    {"所在单位", unit},
    {"unit", unit},
    {"employer", unit},
    {"organisation", unit},
    {"organization", unit},
    {"workplace", unit},
    {"职务", job},
    {"单位职务", job},
    {"工作单位及职务", job},
    {"单位及职务", job},
    {"职位", job},
    {"job", job},
    {"position", job},
    {"title", job},
    {"post", job},
    {"界别", sector},
    {"所属界别", sector},
    {"界别名称", sector},
    {"委员界别", sector},
    {"所在界别", sector},
    {"政协界别", sector},
    {"推荐界别", sector},
    {"参加界别", sector},
    {"现界别", sector},
    {"界别组", sector},
    {"界", sector},
    {"sector", sector},
    {"街道", group},
    {"小组", group},
    {"街道/小组", group},
    {"委员小组", group},
    {"所属街道", group},
    {"所属小组", group},
    {"街道工委", group},
    {"街道名称", group},
    {"小组名称", group},
    {"镇街", group},
    {"街镇", group},
    {"所在街道", group},
    {"所在小组", group},
    {"政协工委", group},
    {"委员组", group},
    {"委员编组", group},
    {"group", group},
    {"subdistrict", group},
    {"sub-district", group},
    {"届", term},
    {"届次", term},
    {"届别", term},
    {"term", term},
    {"状态", state},
    {"委员状态", state},
    {"任职状态", state},
    {"state", state},
    {"status", state},
    {"手机", telephone},
    {"手机号", telephone},
    {"手机号码", telephone},
    {"电话", telephone},
    {"联系电话", telephone},
    {"联系方式", telephone},
    {"phone", telephone},
    {"mobile", telephone},
    {"mobilephone", telephone},
    {"telephone", telephone},
    {"phonenumber", telephone},
    {"邮箱", email},
    {"电子邮箱", email},
    {"电子邮件", email},
    {"邮件", email},
    {"email", email},
    {"e-mail", email},
    {"emailaddress", email},
    {"身份证号", identity_number},
    {"身份证", identity_number},
    {"身份证号码", identity_number},
    {"公民身份号码", identity_number},
    {"证件号码", identity_number},
    {"idnumber", identity_number},
    {"identitynumber", identity_number},
    {"id", identity_number},
});

} // namespace

std::optional<RosterField> field_named(std::string_view head)
{
    auto words = plain_words(head);
    for (const auto* bracket : {"(", "（", "[", "【"}) {
        words.resize(std::min(words.size(), words.find(bracket)));
    }
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const Named& one) { return one.words == words; });
    return found == names.end() ? std::nullopt : std::optional(found->field);
}

std::vector<ColumnChoice> columns_proposed(const TableRow& head)
{
    std::vector<ColumnChoice> columns;
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        const auto field = field_named(head.cells[i].text);
        const bool is_new = field
            && std::none_of(columns.begin(), columns.end(),
                [&](const ColumnChoice& one) { return one.field == *field; });
        if (is_new) {
            columns.push_back({static_cast<std::int64_t>(i), *field});
        }
    }
    return columns;
}

const TableRow* head_of(const RosterTable& table)
{
    const TableRow* best = nullptr;
    std::size_t most = 0;
    for (std::size_t i = 0; i < std::min(head_rows_looked_at, table.rows.size()); ++i) {
        const auto columns = columns_proposed(table.rows[i]);
        const bool has_name = std::any_of(columns.begin(), columns.end(),
            [](const ColumnChoice& one) { return one.field == name; });
        if (has_name && columns.size() > most) {
            best = &table.rows[i];
            most = columns.size();
        }
    }
    return best;
}

std::string words_of_head(const TableRow& head)
{
    std::string words;
    std::size_t used = 0; // empty cells behind the last head are none
    for (const auto& cell : head.cells) {
        words += plain_words(cell.text);
        used = cell.text.empty() ? used : words.size();
        words += '\x1f';
    }
    words.resize(used);
    return words;
}

} // namespace xieshang::people
