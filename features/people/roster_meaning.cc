// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_meaning.h"

#include <algorithm>

namespace xieshang::people {

RosterMeanings::RosterMeanings(const RosterRegister& known, const RosterOptions& options)
    : known_(known)
{
    for (const auto& choice : options.people) {
        chosen_[choice.row] = choice.person_id;
    }
    for (const auto& person : known.people) {
        by_id_.emplace(person.id.text, &person);
        by_name_.emplace(person.words.name, &person);
    }
    for (const auto& membership : known.memberships) {
        memberships_.emplace(membership.person_id.text, &membership);
    }
}

bool RosterMeanings::is_chosen(const RosterRow& row) const { return chosen_.contains(row.number); }

const RegisteredPerson* RosterMeanings::find(const std::string& id) const
{
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

std::vector<const Membership*> RosterMeanings::memberships_of(const PersonId& id) const
{
    std::vector<const Membership*> found;
    for (auto [at, end] = memberships_.equal_range(id.text); at != end; ++at) {
        found.push_back(at->second);
    }
    return found;
}

Meaning RosterMeanings::of(const RosterRow& row) const
{
    if (const auto choice = chosen_.find(row.number); choice != chosen_.end()) {
        const auto* person = choice->second ? find(choice->second->text) : nullptr;
        return {person, {}, choice->second && person == nullptr};
    }
    for (const auto& contact : row.contacts) {
        if (contact.contact == Contact::identity_number) {
            const auto ids = known_.holders(contact);
            if (const auto* person = ids.size() == 1 ? find(ids[0]) : nullptr) {
                return by_number(row, *person);
            }
        }
    }
    return by_name(row);
}

std::vector<const RegisteredPerson*> RosterMeanings::bearers_of(const std::string& name) const
{
    std::vector<const RegisteredPerson*> bearers;
    for (auto [at, end] = by_name_.equal_range(name); at != end; ++at) {
        bearers.push_back(at->second);
    }
    std::sort(bearers.begin(), bearers.end(),
        [](const auto* a, const auto* b) { return a->id.text < b->id.text; });
    return bearers;
}

Meaning RosterMeanings::by_number(const RosterRow& row, const RegisteredPerson& holder) const
{
    auto candidates = holder.words.name == row.name ? std::vector<const RegisteredPerson*>()
                                                    : bearers_of(row.name);
    if (candidates.empty()) {
        return {&holder};
    }
    candidates.insert(candidates.begin(), &holder);
    return {nullptr, std::move(candidates)};
}

Meaning RosterMeanings::by_name(const RosterRow& row) const
{
    auto bearers = bearers_of(row.name);
    const auto has_another_number = [&](const PersonId& id) {
        return std::any_of(
            row.contacts.begin(), row.contacts.end(), [&](const RosterContact& contact) {
                return contact.contact == Contact::identity_number
                    && known_.standing(id, contact).standing == ContactStanding::another;
            });
    };
    auto fitting = bearers;
    std::erase_if(fitting, [&](const RegisteredPerson* one) {
        const auto& words = one->words;
        return has_another_number(one->id)
            || (row.birth_month && words.birth_month && *row.birth_month != *words.birth_month)
            || (row.sex && words.sex != Sex::unsaid && *row.sex != words.sex);
    });
    if (fitting.size() > 1 && row.sector) {
        std::vector<const RegisteredPerson*> of_sector;
        for (const auto* one : fitting) {
            const auto memberships = memberships_of(one->id);
            if (std::any_of(memberships.begin(), memberships.end(),
                    [&](const auto* each) { return each->sector_id == *row.sector; })) {
                of_sector.push_back(one);
            }
        }
        fitting = of_sector.size() == 1 ? of_sector : fitting;
    }
    if (fitting.size() == 1) {
        return {fitting[0]};
    }
    return {nullptr, fitting.empty() ? bearers : fitting};
}

} // namespace xieshang::people
