// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether two suggestions become one: both proposers are asked, and both names stay with it. They
// consent to the words that stand; when those of either change, the question ends, and may be asked
// anew. Types and rules; pure.
#pragma once

#include "features/calls/suggestion.h"

namespace xieshang::calls {

using MergeId = base::Id<struct SuggestionMergeTag>;

enum class MergeSide : std::uint8_t {
    merged, // whose suggestion goes into the other
    target,
};
BOOST_DESCRIBE_ENUM(MergeSide, merged, target)

struct MergeConsent {
    MergeSide side{};
    bool agrees{};
    std::string words;
    base::Instant at;
    std::string by_id; // the proposer, or who of the office asked him
    std::string by_name;

    bool operator==(const MergeConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(MergeConsent, (), (side, agrees, words, at, by_id, by_name))

enum class MergeEnd : std::uint8_t {
    declined,
    taken,    // the step was taken: it is merged
    vain,     // one of the two is answered otherwise, or gone
    reworded, // the words of one of the two changed
};
BOOST_DESCRIBE_ENUM(MergeEnd, declined, taken, vain, reworded)

struct SuggestionMerge {
    MergeId id;
    SuggestionId suggestion_id;
    SuggestionId target_id;
    std::string reason;
    base::Instant asked_at;
    std::string asked_by;
    std::string asked_by_name;
    bool is_over{};                          // an agreed one waits for the step
    std::vector<MergeConsent> consents{};    // by side
    std::optional<MergeEnd> ended_because{}; // none: not over, or since before it was kept

    bool operator==(const SuggestionMerge&) const = default;
};
BOOST_DESCRIBE_STRUCT(SuggestionMerge, (),
    (id, suggestion_id, target_id, reason, asked_at, asked_by, asked_by_name, is_over, consents,
        ended_because))

enum class MergeOutcome : std::uint8_t { asked, agreed, declined };
BOOST_DESCRIBE_ENUM(MergeOutcome, asked, agreed, declined)
MergeOutcome outcome_of(const std::vector<MergeConsent>& consents);

// Who wants to answer for one side of it.
struct Answering {
    bool owns_merged = false;
    bool owns_target = false;
    bool is_office = false;
    bool merged_acts_itself = false; // its proposer has an account, with which he answers himself
    bool target_acts_itself = false;
    bool has_words = false;          // the office says how it asked
    std::optional<MergeSide> side{}; // as it was named; needed of the office
};

// For which side he answers; of the proposer of both, the one that waits. Refuses with
// suggestion.merge_over (409), suggestion.merge_reworded (409), suggestion.answered_already (409),
// suggestion.not_asked (403), suggestion.acts_itself (409), suggestion.no_side (422, /side),
// suggestion.no_words (422, /words).
base::Result<MergeSide> side_answered(const SuggestionMerge& merge, const Answering& answering);

// Whether the proposers may be asked: refuses with suggestion.merge_not_mergeable (409),
// suggestion.merge_asked_already (409) and as may_take_in().
base::Result<void> may_ask(const Suggestion& merged, const Suggestion& target,
    const std::vector<SuggestionMerge>& open_ones);

} // namespace xieshang::calls
