// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The shortlist as it is proposed: Equal Shares over the marks, the places that it left empty
// filled by the number of marks, the five fields balanced by exchanges that say what they give up
// (ADR 0020); and what a change by people costs. The same input gives the same proposal on each
// machine. Suggestions stand in the order in which they came in, which settles ties. Pure.
#pragma once

#include "features/shortlists/marking.h"

namespace xieshang::shortlists {

struct ShortlistCandidate {
    SuggestionId suggestion_id;
    std::string title;
    std::optional<TopicKind> kind{};
    std::optional<TopicField> field{};

    bool operator==(const ShortlistCandidate&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShortlistCandidate, (), (suggestion_id, title, kind, field))

// Places in the list of candidates, ascending: all that one person marked.
using MarkedPlaces = std::vector<std::int64_t>;

struct ProposalInput {
    std::vector<FormSlots> slots;
    std::vector<FieldPlaces> wanted;
    std::vector<ShortlistCandidate> candidates;
    std::vector<MarkedPlaces> ballots; // in an order that names nobody; none is empty
};
BOOST_DESCRIBE_STRUCT(ProposalInput, (), (slots, wanted, candidates, ballots))

// What they marked of the candidates as it counts today; who marked nothing of them is left out.
std::vector<MarkedPlaces> places_marked(const std::vector<SupportBallot>& ballots,
    const std::vector<ShortlistCandidate>& candidates, const WentInto& went_into);

struct ShareAmount {     // of a slot
    std::string exact;   // "22/7", in lowest terms
    std::string rounded; // "3.1429"

    bool operator==(const ShareAmount&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShareAmount, (), (exact, rounded))

struct ProposedRound { // analytics::SharesRound
    SuggestionId suggestion_id;
    ShareAmount price; // what each who marked it pays
    std::int64_t supporters{};
    std::int64_t pay_in_full{};
    std::int64_t pay_the_rest{};
    std::int64_t spent{};              // who have nothing left after it
    std::vector<SuggestionId> dropped; // what its form has no room for any more
    // What cost each supporter the same and went after it: fewer support it, or as many and it came
    // in later. None: it was proposed before this was told.
    std::optional<std::vector<SuggestionId>> tied{};

    bool operator==(const ProposedRound&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposedRound, (),
    (suggestion_id, price, supporters, pay_in_full, pay_the_rest, spent, dropped, tied))

struct FilledPlace { // analytics::CompletionStep
    SuggestionId suggestion_id;
    std::int64_t supporters{};
    std::int64_t free_before{};

    bool operator==(const FilledPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(FilledPlace, (), (suggestion_id, supporters, free_before))

enum class LeftOutWhy : std::uint8_t {
    no_slots,     // its form has none
    unsupported,  // nobody marked it
    form_full,    // others took the slots of its form
    unaffordable, // who marked it have less left than it costs
};
BOOST_DESCRIBE_ENUM(LeftOutWhy, no_slots, unsupported, form_full, unaffordable)

struct LeftOut {
    SuggestionId suggestion_id;
    LeftOutWhy why{};
    std::int64_t supporters{};

    bool operator==(const LeftOut&) const = default;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (suggestion_id, why, supporters))

// People enough for so many slots, who all marked it, and each of whom has fewer on the list.
struct PassedOver { // analytics::UnmetClaim
    SuggestionId suggestion_id;
    std::int64_t people{};
    std::int64_t entitled{};

    bool operator==(const PassedOver&) const = default;
};
BOOST_DESCRIBE_STRUCT(PassedOver, (), (suggestion_id, people, entitled))

enum class ExchangeWhy : std::uint8_t { field_lacks, replaces };
BOOST_DESCRIBE_ENUM(ExchangeWhy, field_lacks, replaces)

// analytics::GivenUp
enum class GuaranteeLost : std::uint8_t { nothing, promise, claims };
BOOST_DESCRIBE_ENUM(GuaranteeLost, nothing, promise, claims)

struct ProposedExchange {
    std::optional<SuggestionId> leaves{}; // none: an empty slot is filled
    SuggestionId enters;
    ExchangeWhy why{};
    std::int64_t lose{};
    std::int64_t gain{};
    GuaranteeLost gives_up{};
    std::vector<PassedOver> passed_over;

    bool operator==(const ProposedExchange&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    ProposedExchange, (), (leaves, enters, why, lose, gain, gives_up, passed_over))

struct FieldShort { // a field with fewer places than wanted, though all was tried
    TopicField field{};
    std::int64_t wanted{};
    std::int64_t has{};
    std::int64_t candidates{};

    bool operator==(const FieldShort&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldShort, (), (field, wanted, has, candidates))

struct ListStanding {
    std::int64_t marks{};          // of all people, on what is listed
    std::int64_t people_without{}; // who marked something, of which nothing is listed
    std::vector<PassedOver> passed_over;

    bool operator==(const ListStanding&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListStanding, (), (marks, people_without, passed_over))

struct CountedCandidate : ShortlistCandidate {
    std::int64_t supporters{};

    bool operator==(const CountedCandidate&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountedCandidate, (ShortlistCandidate), (supporters))

struct ShortlistProposal {
    std::string input_sha256{}; // of the input as JSON; set by who keeps it
    std::int64_t people{};
    std::vector<FormSlots> slots{};
    std::vector<FieldPlaces> wanted{};
    std::vector<CountedCandidate> candidates{};
    ShareAmount share{}; // what each begins with
    std::vector<ProposedRound> rounds{};
    std::vector<FilledPlace> filled{};
    std::vector<LeftOut> left_out{}; // before the balance
    bool is_unconstrained{};         // no form was full: Equal Shares promises EJR up to one
    std::vector<ProposedExchange> exchanges{};
    std::vector<FieldShort> short_of{};
    ListStanding before{}; // the balance
    ListStanding after{};
    GuaranteeLost gives_up{}; // by all exchanges together
    std::vector<SuggestionId> listed{};

    bool operator==(const ShortlistProposal&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShortlistProposal, (),
    (input_sha256, people, slots, wanted, candidates, share, rounds, filled, left_out,
        is_unconstrained, exchanges, short_of, before, after, gives_up, listed))

// Refuses with shortlist.no_candidates (422), and with shortlist.no_form (422) naming /placements
// and the title of each that has no form yet.
base::Result<ShortlistProposal> propose(const ProposalInput& input);

// How many people marked each of the candidates.
std::vector<std::int64_t> supporters_of(
    const std::vector<MarkedPlaces>& ballots, std::size_t candidates);

// What a list means to those who marked. `listed`: some of the candidates.
struct ListChange {
    std::optional<SuggestionId> takes_in{};
    std::optional<SuggestionId> takes_out{};
};
struct ChangeEffect {
    std::int64_t lose{};
    std::int64_t gain{};
    GuaranteeLost gives_up{};
    std::vector<PassedOver> passed_over; // whom the list met before and meets no more

    bool operator==(const ChangeEffect&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChangeEffect, (), (lose, gain, gives_up, passed_over))
ChangeEffect effect_of(const ProposalInput& input, const std::vector<SuggestionId>& before,
    const std::vector<SuggestionId>& after, const ListChange& change);

// The list after it. Refuses with shortlist.no_change (422, /takes_in), shortlist.listed_already
// (422, /takes_in), shortlist.not_listed (422, /takes_out). Whether what comes in is of the round
// is the caller's to know.
base::Result<std::vector<SuggestionId>> changed(
    std::vector<SuggestionId> listed, const ListChange& change);

} // namespace xieshang::shortlists
