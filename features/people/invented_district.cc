// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/invented_district.h"

#include <algorithm>
#include <array>

namespace xieshang::people {
namespace {

using enum OrganisationKind;

// clang-format off
constexpr auto bodies = std::to_array<InventedBody>({
    {committee, "政协云栖区委员会", "区政协"},
    {party_organ, "中共云栖区委", "区委"},
    {party_organ, "区委办公室", "区委办"},
    {party_organ, "区委组织部", "组织部"},
    {party_organ, "区委宣传部", "宣传部"},
    {party_organ, "区委统战部", "统战部"},
    {government_organ, "云栖区人民政府", "区政府"},
    {government_organ, "区政府办公室", "政府办"},
    {government_organ, "区政府督查室", "督查室"},
    {special_committee, "区政协提案委员会", "提案委员会"},
    {special_committee, "区政协经济委员会", "经济委员会"},
    {special_committee, "区政协城乡建设委员会", "城乡建设委员会"},
    {special_committee, "区政协教科卫体委员会", "教科卫体委员会"},
    {special_committee, "区政协社会法制委员会", "社会法制委员会"},
    {special_committee, "区政协文化文史和学习委员会", "文化文史和学习委员会"},
    {special_committee, "区政协民族宗教委员会", "民族宗教委员会"},
    {special_committee, "区政协港澳台侨和外事委员会", "港澳台侨和外事委员会"},
    {special_committee, "区政协委员工作委员会", "委员工作委员会"},
    {party_or_group, "民革云栖区总支", "民革"},
    {party_or_group, "民盟云栖区总支", "民盟"},
    {party_or_group, "民建云栖区总支", "民建"},
    {party_or_group, "民进云栖区总支", "民进"},
    {party_or_group, "农工党云栖区总支", "农工党"},
    {party_or_group, "致公党云栖区支部", "致公党"},
    {party_or_group, "九三学社云栖区基层委", "九三"},
    {party_or_group, "云栖区工商业联合会", "工商联"},
    {party_or_group, "云栖区总工会", "总工会"},
    {party_or_group, "共青团云栖区委", "团区委"},
    {party_or_group, "云栖区妇女联合会", "区妇联"},
    {party_or_group, "云栖区科学技术协会", "区科协"},
    {party_or_group, "云栖区文学艺术界联合会", "区文联"},
    {party_or_group, "云栖区归国华侨联合会", "区侨联"},
    {party_or_group, "云栖区青年联合会", "区青联"},
    {party_or_group, "云栖区社会科学界联合会", "区社科联"},
    {sub_district, "湖滨街道政协工作委员会", "湖滨工委"},
    {sub_district, "望江街道政协工作委员会", "望江工委"},
    {sub_district, "清泉街道政协工作委员会", "清泉工委"},
    {sub_district, "柳浪街道政协工作委员会", "柳浪工委"},
    {sub_district, "松涛街道政协工作委员会", "松涛工委"},
    {sub_district, "云岭街道政协工作委员会", "云岭工委"},
    {sub_district, "桃源街道政协工作委员会", "桃源工委"},
    {sub_district, "东屏街道政协工作委员会", "东屏工委"},
    {sub_district, "西渡街道政协工作委员会", "西渡工委"},
    {sub_district, "南塘街道政协工作委员会", "南塘工委"},
    {sub_district, "北桥街道政协工作委员会", "北桥工委"},
    {sub_district, "青枫街道政协工作委员会", "青枫工委"},
    {sub_district, "长堤街道政协工作委员会", "长堤工委"},
    {sub_district, "双溪街道政协工作委员会", "双溪工委"},
    {sector, "中国共产党", "中共"},
    {sector, "中国国民党革命委员会", "民革"},
    {sector, "中国民主同盟", "民盟"},
    {sector, "中国民主建国会", "民建"},
    {sector, "中国民主促进会", "民进"},
    {sector, "中国农工民主党", "农工党"},
    {sector, "中国致公党", "致公党"},
    {sector, "九三学社", "九三学社"},
    {sector, "无党派人士", "无党派"},
    {sector, "共青团", "共青团"},
    {sector, "总工会", "工会"},
    {sector, "妇女联合会", "妇联"},
    {sector, "青年联合会", "青联"},
    {sector, "工商业联合会", "工商联"},
    {sector, "科学技术协会", "科协"},
    {sector, "归国华侨联合会", "侨联"},
    {sector, "文化艺术界", "文艺界"},
    {sector, "科学技术界", "科技界"},
    {sector, "经济界", "经济界"},
    {sector, "农业界", "农业界"},
    {sector, "教育界", "教育界"},
    {sector, "体育界", "体育界"},
    {sector, "医药卫生界", "医卫界"},
    {sector, "特别邀请人士", "特邀"},
    {department, "云栖区发展和改革局", "区发展和改革局"},
    {department, "云栖区教育局", "区教育局"},
    {department, "云栖区科学技术局", "区科学技术局"},
    {department, "云栖区经济和信息化局", "区经济和信息化局"},
    {department, "云栖区民族宗教事务局", "区民族宗教事务局"},
    {department, "云栖区公安分局", "区公安分局"},
    {department, "云栖区民政局", "区民政局"},
    {department, "云栖区司法局", "区司法局"},
    {department, "云栖区财政局", "区财政局"},
    {department, "云栖区人力资源和社会保障局", "区人力资源和社会保障局"},
    {department, "云栖区自然资源和规划分局", "区自然资源和规划分局"},
    {department, "云栖区生态环境分局", "区生态环境分局"},
    {department, "云栖区住房和城乡建设局", "区住房和城乡建设局"},
    {department, "云栖区城市管理局", "区城市管理局"},
    {department, "云栖区交通运输局", "区交通运输局"},
    {department, "云栖区水务局", "区水务局"},
    {department, "云栖区农业农村局", "区农业农村局"},
    {department, "云栖区商务局", "区商务局"},
    {department, "云栖区文化广电和旅游局", "区文化广电和旅游局"},
    {department, "云栖区卫生健康局", "区卫生健康局"},
    {department, "云栖区退役军人事务局", "区退役军人事务局"},
    {department, "云栖区应急管理局", "区应急管理局"},
    {department, "云栖区审计局", "区审计局"},
    {department, "云栖区市场监督管理局", "区市场监督管理局"},
    {department, "云栖区体育局", "区体育局"},
    {department, "云栖区统计局", "区统计局"},
    {department, "云栖区医疗保障局", "区医疗保障局"},
    {department, "云栖区信访局", "区信访局"},
    {department, "云栖区数据局", "区数据局"},
    {department, "云栖区机关事务管理局", "区机关事务管理局"},
    {department, "云栖区国有资产监督管理局", "区国有资产监督管理局"},
    {department, "云栖区投资促进局", "区投资促进局"},
    {department, "云栖区行政审批局", "区行政审批局"},
    {department, "云栖区地方金融管理局", "区地方金融管理局"},
    {department, "云栖区园林绿化管理处", "区园林绿化管理处"},
    {department, "云栖区档案馆", "区档案馆"},
    {department, "云栖区城市更新中心", "区城市更新中心"},
    {department, "云栖区公共资源交易中心", "区公共资源交易中心"},
    {department, "云栖区社会治安综合治理中心", "区社会治安综合治理中心"},
    {department, "云栖区应急救援中心", "区应急救援中心"},
    {department, "云栖区疾病预防控制中心", "区疾病预防控制中心"},
    {department, "云栖区融媒体中心", "区融媒体中心"},
    {department, "云栖区图书馆", "区图书馆"},
    {department, "云栖区文化馆", "区文化馆"},
    {department, "云栖区博物馆", "区博物馆"},
    {department, "云栖区残疾人联合会", "区残疾人联合会"},
    {department, "云栖区红十字会", "区红十字会"},
    {department, "云栖区供销合作社", "区供销合作社"},
    {department, "云栖区税务局", "区税务局"},
    {department, "云栖区气象局", "区气象局"},
    {department, "云栖区消防救援大队", "区消防救援大队"},
    {department, "云栖区邮政管理局", "区邮政管理局"},
    {department, "云栖区烟草专卖局", "区烟草专卖局"},
    {department, "云栖区供电公司", "区供电公司"},
    {department, "云栖区水务集团", "区水务集团"},
    {department, "云栖区城投集团", "区城投集团"},
    {department, "云栖区文旅集团", "区文旅集团"},
    {department, "云栖区开发区管委会", "区开发区管委会"},
    {department, "云栖区高新园区管委会", "区高新园区管委会"},
    {department, "云栖区古城保护管委会", "区古城保护管委会"},
});
// clang-format on

constexpr auto posts = std::to_array<InventedPost>({
    {committee, "主席", true},
    {committee, "副主席", false},
    {committee, "秘书长", true},
    {committee, "党组副书记", true},
    {committee, "常务委员", false},
    {committee, "办公室主任", true},
    {committee, "宣传编辑", false},
    {party_organ, "负责人", true},
    {government_organ, "负责人", true},
    {special_committee, "主任", true},
    {special_committee, "副主任", false},
    {party_or_group, "负责人", true},
    {sub_district, "工委主任", true},
    {sector, "召集人", true},
    {department, "负责人", true},
    {department, "经办人", false},
});

} // namespace

std::span<const InventedBody> invented_bodies() { return bodies; }

std::size_t count_of(OrganisationKind kind)
{
    return static_cast<std::size_t>(std::count_if(
        bodies.begin(), bodies.end(), [&](const auto& one) { return one.kind == kind; }));
}

std::span<const InventedPost> invented_posts() { return posts; }

std::string invented_code(OrganisationKind kind, std::size_t number)
{
    std::string code(boost::describe::enum_to_string(kind, ""));
    return code + (number < 10 ? "-0" : "-") + std::to_string(number);
}

} // namespace xieshang::people
