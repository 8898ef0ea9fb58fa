// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/post.h"

namespace xieshang::people {

std::vector<PersonId> holders_on(
    const std::vector<Tenure>& tenures, const PostId& post, std::string_view day)
{
    std::vector<PersonId> holders;
    for (const auto& tenure : tenures) {
        if (!tenure.withdrawn && tenure.post_id == post && is_within(tenure.period, day)) {
            holders.push_back(tenure.person_id);
        }
    }
    return holders;
}

base::Result<void> may_hold(
    const Post& post, const Tenure& tenure, const std::vector<Tenure>& others)
{
    CHECK(acceptable(tenure.period));
    for (const auto& other : others) {
        if (other.withdrawn || other.id == tenure.id || other.post_id != post.id
            || !overlap(other.period, tenure.period)) {
            continue;
        }
        const bool same = other.person_id == tenure.person_id;
        if (same || post.single_seat) {
            return base::refuse(same ? "post.held_twice" : "post.taken",
                {{"from", other.period.from}, {"until", other.period.until.value_or("…")}});
        }
    }
    return {};
}

base::Result<void> lies_within(const Tenure& tenure, const OrganisationWords& organisation)
{
    const auto& valid = organisation.valid;
    const auto& [from, until] = tenure.period;
    base::Error wrong{base::Trouble::refused, "tenure.organisation_closed",
        {{"organisation", organisation.name}}, {}};
    const auto after = [&](std::string pointer) {
        wrong.fields.push_back({std::move(pointer), "tenure.after_organisation",
            {{"organisation", organisation.name}, {"until", *valid.until}}});
    };
    if (from < valid.from) {
        wrong.fields.push_back({"/from", "tenure.before_organisation",
            {{"organisation", organisation.name}, {"from", valid.from}}});
    } else if (valid.until && from > *valid.until) {
        after("/from");
    }
    if (valid.until && (!until || *until > *valid.until)) {
        after("/until");
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace xieshang::people
