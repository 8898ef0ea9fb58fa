// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Between suggestions by their ids and the numbers that platform/analytics counts with. For
// proposal.cc alone. Pure.
#pragma once

#include "features/shortlists/proposal.h"
#include "platform/analytics/balanced_shortlist.h"
#include "platform/analytics/equal_shares.h"

namespace xieshang::shortlists {

inline constexpr std::size_t fields =
    boost::mp11::mp_size<boost::describe::describe_enumerators<TopicField>>::value; // one more: of
                                                                                    // none

inline std::int64_t whole(std::uint64_t count) { return static_cast<std::int64_t>(count); }
ShareAmount amount(const analytics::Amount& given);
LeftOutWhy why_of(analytics::Unchosen why);
GuaranteeLost lost(analytics::GivenUp given_up);

// Numbers → ids.
class Told {
public:
    explicit Told(const std::vector<ShortlistCandidate>& candidates) : candidates_(candidates) {}

    SuggestionId id(std::size_t place) const { return candidates_.at(place).suggestion_id; }
    std::vector<SuggestionId> ids(const std::vector<std::size_t>& places) const;
    std::optional<std::size_t> place(const SuggestionId& id) const;
    ProposedRound round(const analytics::SharesRound& round) const;
    ProposedExchange exchange(const analytics::Exchange& exchange) const;
    std::vector<PassedOver> passed_over(const std::vector<analytics::UnmetClaim>& claims) const;
    ListStanding standing(const analytics::Standing& standing) const;

private:
    const std::vector<ShortlistCandidate>& candidates_;
};

analytics::Ballots ballots_of(const std::vector<MarkedPlaces>& ballots);
// By form: a number for each kind of consultation.
std::vector<std::uint64_t> slots_of(const ProposalInput& input);
std::vector<std::uint64_t> wanted_of(const ProposalInput& input); // by field, and none of no field
// Of candidates that have a form.
std::vector<analytics::Project> projects_of(const ProposalInput& input);
std::vector<analytics::Place> field_places_of(const ProposalInput& input);

// Whom the list met before and meets no more.
std::vector<PassedOver> newly_passed_over(const ProposalInput& input,
    const std::vector<SuggestionId>& before, const std::vector<SuggestionId>& after);

} // namespace xieshang::shortlists
