// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/default_lists.h"

#include "features/settings/given_names.h"
#include "platform/texts/texts.h"

namespace xieshang::settings {
namespace {

using Items = std::vector<SettingItem>;

SettingItem in_texts(std::string_view prefix, std::string id,
    std::optional<std::int64_t> least = {}, std::optional<std::int64_t> most = {})
{
    const auto code = std::string(prefix) + id;
    return {std::move(id), texts::built_in().text(texts::Language::zh_cn, code),
        texts::built_in().text(texts::Language::en, code), least, most};
}

Items fields() // the ids are those of plan::TopicField
{
    Items items;
    for (const auto* id : {"economy", "politics", "culture", "society", "ecology"}) {
        items.push_back(in_texts(field_texts, id));
    }
    return items;
}

Items kinds() // the ids are those of plan::TopicKind
{
    return {in_texts(kind_texts, "plenary", 1, 1), in_texts(kind_texts, "standing_committee", 1, 2),
        in_texts(kind_texts, "chairpersons"), in_texts(kind_texts, "thematic", 2, 4),
        in_texts(kind_texts, "supervision", 1, 4), in_texts(kind_texts, "biweekly"),
        in_texts(kind_texts, "counterpart", 1, 5), in_texts(kind_texts, "sector", 1, 5),
        in_texts(kind_texts, "proposal_handling", 1, 10), in_texts(kind_texts, "room"),
        in_texts(kind_texts, "inspection"), in_texts(kind_texts, "other")};
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
