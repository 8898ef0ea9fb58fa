// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/demo_suggestions.h"

#include <array>

namespace xieshang::calls {
namespace {

constexpr auto invented = std::to_array<InventedSuggestion>({
    {"member", "推进老旧小区加装电梯", "低层住户顾虑多、费用分摊难，多个单元议了两年没有动工。",
        "老年人上下楼难，群众反映集中。", Constituency::members, TopicField::society,
        TopicAction::screen, "切口小，涉及面广，列入遴选。"},
    {"member", "规范小区电动自行车充电", "飞线充电屡禁不止，充电桩少、价格不明。", "消防隐患突出。",
        Constituency::members, TopicField::society, TopicAction::screen, "与全区安全整治一致。"},
    {"member", "社区食堂怎样办得下去", "开业一年后就餐人数下降，补贴一停就关门。",
        "养老服务的老大难。", Constituency::members, TopicField::society},
    {"chairperson", "数字经济园区的人才公寓", "青年人才租房贵、通勤远。",
        "区委全会提出建设青年发展型城区。", Constituency::members, TopicField::economy,
        TopicAction::reserve, "今年已有相近议题，列为备选。"},
    {"special_committee", "历史街区保护与活化利用", "修缮标准不一，商业同质化。",
        "街区年内要对外开放。", Constituency::members, TopicField::culture, TopicAction::screen,
        "时间合适，部门明确。"},
    {"special_committee", "小微企业融资的最后一公里", "贷款周转成本高，政策知晓率低。",
        "稳企业就是稳就业。", Constituency::members, TopicField::economy},
    {"convenor", "中小学课后服务质量", "课程单一，教师负担重。", "教育界委员多次提出。",
        Constituency::sectors, TopicField::society, TopicAction::screen, "界别协商合适。"},
    {"convenor", "青少年心理健康服务", "学校心理教师不足，转介渠道不通。", "家长关注。",
        Constituency::sectors, TopicField::society},
    {"department_handler", "污水管网提质增效的难点", "老城区雨污分流施工扰民，居民配合度低。",
        "完成年度治水目标需要各方支持。", Constituency::departments, TopicField::ecology,
        TopicAction::screen, "部门主动点题，对口协商。"},
    {"department_handler", "生活垃圾分类的长效管理", "定时投放点反弹，志愿者难以为继。",
        "需要听取各界意见。", Constituency::departments, TopicField::ecology},
    {"department_leader", "优化涉企政策兑现流程", "申报材料重复，企业跑多个部门。",
        "营商环境考核的重点。", Constituency::departments, TopicField::economy,
        TopicAction::reserve, "与营商环境监督合并考虑，列为备选。"},
    {"party_office", "基层减负与社区治理", "报表多、挂牌多，社区干部疲于应付。",
        "区委年度重点工作。", Constituency::departments, TopicField::politics, TopicAction::screen,
        "服务中心大局。"},
    {"government_office", "城市更新项目的公众参与", "公示期短，居民意见难以进入方案。",
        "区政府工作报告提出。", Constituency::departments, TopicField::politics},
    {"inspection_office", "民生实事项目的跟踪评价", "完成即销号，效果无人评。", "提高群众满意度。",
        Constituency::departments, TopicField::politics, TopicAction::pass_on,
        "可作为民主监督的线索。"},
    {"sub_district", "高层住宅消防通道占用", "车位不足，占道停车夜间最多。", "街道多次整治反弹。",
        Constituency::sub_districts, TopicField::society, TopicAction::screen,
        "问题具体，可以现场协商。"},
    {"sub_district", "背街小巷的夜间照明", "路灯权属不清，报修无门。", "居民意见集中。",
        Constituency::sub_districts, TopicField::society, TopicAction::pass_on,
        "属个案，已转有关部门直接办理。"},
    {"sub_district", "城中村外来人口的子女入学", "学位紧张，政策解释口径不一。",
        "影响新市民安心就业。", Constituency::sub_districts, TopicField::society},
    {"民盟区委", "加强中小学科学教育", "实验室使用率低，科学教师兼职多。", "培养创新人才的基础。",
        Constituency::parties_and_groups, TopicField::culture, TopicAction::screen,
        "党派调研基础好。"},
    {"民建区委", "扶持专精特新企业", "中试场地缺，检测要跑外地。", "产业升级需要。",
        Constituency::parties_and_groups, TopicField::economy},
    {"区工商联", "老字号传承与创新", "传人断档，商标纠纷多。", "文旅融合的抓手。",
        Constituency::parties_and_groups, TopicField::culture},
    {"区妇联", "普惠托育服务供给", "公办托位少，民办价格高。", "生育支持的短板。",
        Constituency::parties_and_groups, TopicField::society, TopicAction::screen,
        "关系民生，列入遴选。"},
    {"团区委", "新就业形态青年的权益", "骑手休息难、参保率低。", "青年反映强烈。",
        Constituency::parties_and_groups, TopicField::society, TopicAction::reject,
        "上年已协商，正在跟踪落实，暂不重复列题。"},
    {"钱老师", "运河沿线慢行系统贯通", "三处断头，绕行一公里。", "市民健身的好去处。",
        Constituency::members, TopicField::ecology},
    {"孙医生", "家庭医生签约后的服务", "签而不约，慢病随访少。", "分级诊疗的关键。",
        Constituency::members, TopicField::society, TopicAction::reserve, "待卫健部门评估后再议。"},
    {"", "公园厕所太少", "周末排队很久，老人孩子不方便。", "", Constituency::public_,
        TopicField::society, TopicAction::pass_on, "已转园林部门，答复将直接告知。"},
    {"", "公交车末班太早", "地铁末班后没有接驳车。", "", Constituency::public_,
        TopicField::society},
    {"", "希望多建口袋公园", "楼下空地长期闲置。", "", Constituency::public_, TopicField::ecology},
    {"", "噪声扰民没人管", "广场舞和夜市声音大。", "", Constituency::public_, TopicField::society,
        TopicAction::reject, "已有专门执法渠道，请拨打热线；不宜作为协商议题。"},
    {"", "给老楼装电梯", "六楼老人一年没下过楼。", "", Constituency::public_, TopicField::society},
});

} // namespace

std::span<const InventedSuggestion> invented_suggestions() { return invented; }

} // namespace xieshang::calls
