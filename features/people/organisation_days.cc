// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_days.h"

namespace xieshang::people {
namespace {

bool ends_later(const Period& one, const Period& other)
{
    return other.until && (!one.until || *one.until > *other.until);
}

bool is_none(const Period& period) { return period.until && *period.until < period.from; }

base::FieldTrouble used_after(const OrganisationUse& last)
{
    return last.period.until
        ? base::FieldTrouble{"/valid/until", "organisation.used_until",
            {{"by", last.by}, {"until", *last.period.until}}}
        : base::FieldTrouble{"/valid/until", "organisation.used_on", {{"by", last.by}}};
}

} // namespace

base::Result<void> covers(const Period& valid, const std::vector<OrganisationUse>& uses)
{
    const OrganisationUse* first = nullptr;
    const OrganisationUse* last = nullptr;
    for (const auto& use : uses) {
        if (is_none(use.period)) {
            continue;
        }
        if (use.period.from < (first == nullptr ? valid.from : first->period.from)) {
            first = &use;
        }
        if (ends_later(use.period, last == nullptr ? valid : last->period)) {
            last = &use;
        }
    }
    if (first == nullptr && last == nullptr) {
        return {};
    }
    base::Error wrong{base::Trouble::conflict, "organisation.in_use",
        {{"by", (first == nullptr ? last : first)->by}}, {}};
    if (first != nullptr) {
        wrong.fields.push_back({"/valid/from", "organisation.used_from",
            {{"by", first->by}, {"from", first->period.from}}});
    }
    if (last != nullptr) {
        wrong.fields.push_back(used_after(*last));
    }
    return tl::unexpected(std::move(wrong));
}

} // namespace xieshang::people
