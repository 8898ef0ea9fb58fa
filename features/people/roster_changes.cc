// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_changes.h"

#include <algorithm>

namespace xieshang::people {
namespace {

void take(RosterOutcome& outcome, RosterField field, std::optional<std::string>& kept,
    const std::optional<std::string>& given)
{
    if (given && kept != given) {
        outcome.changes.push_back({field, kept.value_or(""), *given});
        kept = given;
    }
}

std::string name_of(const RosterRegister& known, const OrganisationId& id)
{
    const auto found = std::find_if(known.organisations.begin(), known.organisations.end(),
        [&](const Organisation& one) { return one.id == id; });
    return found == known.organisations.end() ? std::string() : found->words.name;
}

std::string name_of(MembershipState state)
{
    return state == MembershipState::none ? "" : boost::describe::enum_to_string(state, "");
}

// FNV-1a: kept with the import, so it is the same on every machine.
void mix(std::uint64_t& hash, std::string_view text)
{
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    hash = (hash ^ 0xFFU) * 0x100000001B3ULL;
}

} // namespace

void note_changes_of_words(RosterOutcome& outcome)
{
    const auto& row = outcome.row;
    outcome.words = outcome.person ? outcome.person->words : PersonWords{};
    auto& words = outcome.words;
    if (words.name != row.name) {
        outcome.changes.push_back({RosterField::name, words.name, row.name});
        words.name = row.name;
    }
    if (row.sex && words.sex != *row.sex) {
        const auto before = words.sex == Sex::unsaid
            ? std::string()
            : std::string(boost::describe::enum_to_string(words.sex, ""));
        outcome.changes.push_back(
            {RosterField::sex, before, boost::describe::enum_to_string(*row.sex, "")});
        words.sex = *row.sex;
    }
    take(outcome, RosterField::birth_month, words.birth_month, row.birth_month);
    take(outcome, RosterField::ethnic_group, words.ethnic_group, row.ethnic_group);
    take(outcome, RosterField::party, words.party, row.party);
    take(outcome, RosterField::education, words.education, row.education);
    take(outcome, RosterField::unit, words.unit, row.unit);
    take(outcome, RosterField::job, words.job, row.job);
    outcome.edits = !outcome.changes.empty();
}

void note_changes_of_contacts(RosterOutcome& outcome, const RosterRegister& known)
{
    for (const auto& contact : outcome.row.contacts) {
        const auto kept =
            outcome.person ? known.standing(outcome.person->id, contact) : KeptContact{};
        if (kept.standing == ContactStanding::same) {
            continue;
        }
        const auto field = contact.contact == Contact::telephone ? RosterField::telephone
            : contact.contact == Contact::email                  ? RosterField::email
                                                                 : RosterField::identity_number;
        outcome.changes.push_back({field});
        outcome.contacts.push_back({contact, kept.version});
    }
}

void note_changes_of_membership(RosterOutcome& outcome, const PlannedMembership& planned,
    const RosterRegister& known, std::int64_t term_number)
{
    const auto& before = planned.before;
    if (!before) {
        outcome.changes.push_back({RosterField::term, "", std::to_string(term_number)});
    }
    if (!before || before->sector_id != planned.sector_id) {
        outcome.changes.push_back({RosterField::sector,
            before ? name_of(known, before->sector_id) : "", name_of(known, planned.sector_id)});
    }
    const auto group_before = before ? before->group_id : std::nullopt;
    if (planned.group_id && group_before != planned.group_id) {
        outcome.changes.push_back({RosterField::group,
            group_before ? name_of(known, *group_before) : "", name_of(known, *planned.group_id)});
    }
    if (!planned.steps.empty()) {
        const auto from = before ? before->state : MembershipState::none;
        auto to = from;
        for (const auto action : planned.steps) {
            to = people::take(to, action, members::bit(members::Role::office),
                MembershipFacts{.has_reason = true})
                     ->to;
        }
        outcome.changes.push_back({RosterField::state, name_of(from), name_of(to)});
    }
}

std::uint64_t RosterOutcome::fingerprint() const
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    mix(hash, boost::describe::enum_to_string(kind, ""));
    mix(hash, person ? person->id.text + " " + std::to_string(person->version) : std::string());
    const auto* before = membership && membership->before ? &*membership->before : nullptr;
    mix(hash, before == nullptr ? "" : before->id.text + " " + std::to_string(before->version));
    if (membership && (membership->moves || !membership->steps.empty())) {
        mix(hash, membership->term_id.text + " " + std::to_string(membership->term_version));
        mix(hash, membership->sector_id.text);
        mix(hash, membership->group_id.value_or(OrganisationId{}).text);
    }
    for (const auto& change : changes) {
        mix(hash, boost::describe::enum_to_string(change.field, ""));
        mix(hash, change.before);
        mix(hash, change.after);
    }
    for (const auto& contact : contacts) { // of what is kept its version, never its words
        mix(hash, boost::describe::enum_to_string(contact.contact, ""));
        mix(hash, std::to_string(contact.version_before));
    }
    for (const auto& trouble : row.troubles) {
        mix(hash, trouble.code);
    }
    for (const auto& candidate : candidates) {
        mix(hash, candidate.text);
    }
    return hash;
}

} // namespace xieshang::people
