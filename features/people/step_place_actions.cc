// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/step_place_actions.h"

#include "features/people/body_name_actions.h"
#include "features/people/membership_store.h"

namespace xieshang::people {
namespace {

std::optional<BodyName> named(db::Tx& tx, const std::optional<std::string>& id)
{
    if (!id) {
        return std::nullopt;
    }
    auto name = body_name(tx, OrganisationId{*id});
    return name ? std::optional(std::move(*name)) : std::nullopt;
}

std::optional<MembershipPlace> place_of(db::Tx& tx, const KeptMembershipStep& step)
{
    auto sector = named(tx, step.sector_id);
    if (!sector) {
        return std::nullopt;
    }
    return MembershipPlace{std::move(*sector), named(tx, step.group_id)};
}

} // namespace

std::vector<MembershipStepView> steps_shown(db::Tx& tx, const MembershipId& id)
{
    std::vector<MembershipStepView> shown;
    std::optional<MembershipPlace> before;
    for (auto& step : steps_of(tx, id)) {
        auto place = place_of(tx, step);
        shown.push_back({step.at_ms, std::move(step.by_name), step.action, step.from_state,
            step.to_state, std::move(step.reason), step.version, std::move(step.from_day),
            before != place ? before : std::nullopt, place});
        before = std::move(place);
    }
    return shown;
}

} // namespace xieshang::people
