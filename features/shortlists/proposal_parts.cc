// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/proposal_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::shortlists {
namespace {

constexpr std::size_t forms =
    boost::mp11::mp_size<boost::describe::describe_enumerators<TopicKind>>::value;

std::vector<analytics::UnmetClaim> claims_of(
    const ProposalInput& input, const Told& told, const std::vector<SuggestionId>& listed)
{
    std::vector<std::size_t> places;
    for (const auto& id : listed) {
        if (const auto place = told.place(id)) {
            places.push_back(*place);
        }
    }
    std::uint64_t slots = 0;
    for (const auto& form : input.slots) {
        slots += static_cast<std::uint64_t>(form.slots);
    }
    const auto ballots = ballots_of(input.ballots);
    const analytics::Supporters supporters(ballots, input.candidates.size());
    return analytics::unmet_claims(
        ballots, supporters, {places, std::max<std::uint64_t>(slots, places.size())});
}

} // namespace

ShareAmount amount(const analytics::Amount& given)
{
    return {given.exact, fmt::format("{:.4f}", given.rounded)};
}

LeftOutWhy why_of(analytics::Unchosen why)
{
    switch (why) {
    case analytics::Unchosen::larger_than_its_form:
        return LeftOutWhy::no_slots;
    case analytics::Unchosen::unsupported:
        return LeftOutWhy::unsupported;
    case analytics::Unchosen::form_full:
        return LeftOutWhy::form_full;
    case analytics::Unchosen::unaffordable:
        break;
    }
    return LeftOutWhy::unaffordable;
}

GuaranteeLost lost(analytics::GivenUp given_up)
{
    switch (given_up) {
    case analytics::GivenUp::nothing:
        return GuaranteeLost::nothing;
    case analytics::GivenUp::promise:
        return GuaranteeLost::promise;
    case analytics::GivenUp::claims:
        break;
    }
    return GuaranteeLost::claims;
}

std::vector<SuggestionId> Told::ids(const std::vector<std::size_t>& places) const
{
    std::vector<SuggestionId> all;
    all.reserve(places.size());
    for (const auto place : places) {
        all.push_back(id(place));
    }
    return all;
}

std::optional<std::size_t> Told::place(const SuggestionId& id) const
{
    const auto found = std::find_if(candidates_.begin(), candidates_.end(),
        [&](const ShortlistCandidate& one) { return one.suggestion_id == id; });
    if (found == candidates_.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - candidates_.begin());
}

ProposedRound Told::round(const analytics::SharesRound& round) const
{
    return {id(round.project), amount(round.price), whole(round.supporters),
        whole(round.pay_in_full), whole(round.pay_the_rest), whole(round.spent), ids(round.dropped),
        ids(round.tied)};
}

ProposedExchange Told::exchange(const analytics::Exchange& exchange) const
{
    const auto leaves =
        exchange.leaves ? std::optional<SuggestionId>(id(*exchange.leaves)) : std::nullopt;
    const auto why = exchange.why == analytics::WhyEnters::field_lacks ? ExchangeWhy::field_lacks
                                                                       : ExchangeWhy::replaces;
    return {leaves, id(exchange.enters), why, whole(exchange.lose), whole(exchange.gain),
        lost(exchange.gives_up), passed_over(exchange.claims)};
}

std::vector<PassedOver> Told::passed_over(const std::vector<analytics::UnmetClaim>& claims) const
{
    std::vector<PassedOver> all;
    all.reserve(claims.size());
    for (const auto& claim : claims) {
        all.push_back({id(claim.project), whole(claim.people), whole(claim.entitled)});
    }
    return all;
}

ListStanding Told::standing(const analytics::Standing& standing) const
{
    return {whole(standing.marks), whole(standing.people_without), passed_over(standing.claims)};
}

analytics::Ballots ballots_of(const std::vector<MarkedPlaces>& ballots)
{
    analytics::Ballots all;
    for (const auto& ballot : ballots) {
        const std::vector<std::uint32_t> marks(ballot.begin(), ballot.end());
        all.add(marks);
    }
    return all;
}

std::vector<std::uint64_t> slots_of(const ProposalInput& input)
{
    std::vector<std::uint64_t> slots(forms);
    for (const auto& form : input.slots) {
        slots.at(static_cast<std::size_t>(form.kind)) += static_cast<std::uint64_t>(form.slots);
    }
    return slots;
}

std::vector<std::uint64_t> wanted_of(const ProposalInput& input)
{
    std::vector<std::uint64_t> wanted(fields + 1);
    for (const auto& one : input.wanted) {
        wanted.at(static_cast<std::size_t>(one.field)) += static_cast<std::uint64_t>(one.places);
    }
    return wanted;
}

std::vector<analytics::Project> projects_of(const ProposalInput& input)
{
    std::vector<analytics::Project> projects;
    for (const auto& candidate : input.candidates) {
        projects.push_back({1, static_cast<std::size_t>(candidate.kind.value())});
    }
    return projects;
}

std::vector<analytics::Place> field_places_of(const ProposalInput& input)
{
    std::vector<analytics::Place> places;
    for (const auto& candidate : input.candidates) {
        places.push_back({static_cast<std::size_t>(candidate.kind.value()),
            candidate.field ? static_cast<std::size_t>(*candidate.field) : fields});
    }
    return places;
}

std::vector<PassedOver> newly_passed_over(const ProposalInput& input,
    const std::vector<SuggestionId>& before, const std::vector<SuggestionId>& after)
{
    const Told told(input.candidates);
    const auto met = claims_of(input, told, before);
    auto now = claims_of(input, told, after);
    now.erase(std::remove_if(now.begin(), now.end(),
                  [&](const analytics::UnmetClaim& claim) {
                      return std::any_of(
                          met.begin(), met.end(), [&](const analytics::UnmetClaim& earlier) {
                              return earlier.project == claim.project;
                          });
                  }),
        now.end());
    return told.passed_over(now);
}

} // namespace xieshang::shortlists
