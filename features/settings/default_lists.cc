// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/default_lists.h"

namespace xieshang::settings {
namespace {

using Items = std::vector<SettingItem>;

Items fields()
{
    return {{"economy", "经济", "Economy"}, {"politics", "政治", "Politics"},
        {"culture", "文化", "Culture"}, {"society", "社会", "Society"},
        {"ecology", "生态文明", "Ecology"}};
}

SettingItem kind(std::string id, std::string name, std::string name_en,
    std::optional<std::int64_t> least = {}, std::optional<std::int64_t> most = {})
{
    return {std::move(id), std::move(name), std::move(name_en), least, most};
}

Items kinds() // the ids are those of plan::TopicKind
{
    return {kind("plenary", "全体会议", "Plenary session", 1, 1),
        kind("standing_committee", "常委会会议", "Standing committee meeting", 1, 2),
        kind("chairpersons", "主席会议", "Chairpersons' meeting"),
        kind("thematic", "专题协商", "Thematic consultation", 2, 4),
        kind("supervision", "民主监督", "Democratic supervision", 1, 4),
        kind("biweekly", "双周协商", "Biweekly consultation"),
        kind("counterpart", "对口协商", "Counterpart consultation", 1, 5),
        kind("sector", "界别协商", "Sectoral consultation", 1, 5),
        kind("proposal_handling", "提案办理协商", "Proposal-handling consultation", 1, 10),
        kind("room", "有事好商量", "Let's talk it over"),
        kind("inspection", "视察、考察、调研", "Inspection, study, research"),
        kind("other", "其他", "Other")};
}

SettingItem criterion(std::string id, std::string name, std::string name_en, std::int64_t weight)
{
    return {.id = std::move(id),
        .name = std::move(name),
        .name_en = std::move(name_en),
        .weight = weight};
}

Items criteria()
{
    return {criterion("serves_the_whole", "服务中心大局", "Serves the overall task", 3),
        criterion("small_cut", "定点小切口", "One specific point", 3),
        criterion("concern", "群众关切", "What people care about", 2),
        criterion("researched", "调研基础", "What is known already", 1),
        criterion("feasible", "可行、可办", "Can be done", 2)};
}

SettingItem reviewer(std::string role) { return {.id = std::move(role), .turn = 1, .count = 1}; }

} // namespace

Items default_items(SettingKey key)
{
    switch (key) {
    case SettingKey::plan_fields:
        return fields();
    case SettingKey::topic_kinds:
        return kinds();
    case SettingKey::screening_criteria:
        return criteria();
    case SettingKey::three_offices_reviewers:
        return {reviewer("party_office"), reviewer("government_office"), reviewer("office")};
    case SettingKey::chairpersons_reviewers:
        return {reviewer("chairperson")};
    case SettingKey::party_committee_reviewers:
        return {reviewer("party_committee")};
    default:
        return {};
    }
}

} // namespace xieshang::settings
