// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merging.h"

#include <algorithm>

namespace xieshang::calls {
namespace {

bool has_answered(const SuggestionMerge& merge, MergeSide side)
{
    return std::any_of(merge.consents.begin(), merge.consents.end(),
        [&](const MergeConsent& consent) { return consent.side == side; });
}

tl::unexpected<base::Error> wrong(const char* pointer, const char* code)
{
    return tl::unexpected(base::Error{base::Trouble::refused, code, {}, {{pointer, code, {}}}});
}

base::Result<MergeSide> side_of_office(const Answering& answering)
{
    if (!answering.side) {
        return wrong("/side", "suggestion.no_side");
    }
    const bool acts_itself = *answering.side == MergeSide::merged ? answering.merged_acts_itself
                                                                  : answering.target_acts_itself;
    if (acts_itself) {
        return base::trouble(base::Trouble::conflict, "suggestion.acts_itself");
    }
    if (!answering.has_words) {
        return wrong("/words", "suggestion.no_words");
    }
    return *answering.side;
}

} // namespace

MergeOutcome outcome_of(const std::vector<MergeConsent>& consents)
{
    const bool all_agree = std::all_of(consents.begin(), consents.end(),
        [](const MergeConsent& consent) { return consent.agrees; });
    if (!all_agree) {
        return MergeOutcome::declined;
    }
    return consents.size() == 2 ? MergeOutcome::agreed : MergeOutcome::asked;
}

base::Result<MergeSide> side_answered(const SuggestionMerge& merge, const Answering& answering)
{
    if (merge.ended_because == MergeEnd::reworded) {
        return base::trouble(base::Trouble::conflict, "suggestion.merge_reworded");
    }
    if (merge.is_over) {
        return base::trouble(base::Trouble::conflict, "suggestion.merge_over");
    }
    const auto answers_for = [&](MergeSide side) {
        const bool owns = side == MergeSide::merged ? answering.owns_merged : answering.owns_target;
        return owns && (!answering.side || *answering.side == side);
    };
    bool is_asked = false;
    for (const auto side : {MergeSide::merged, MergeSide::target}) {
        if (answers_for(side) && !has_answered(merge, side)) {
            return side;
        }
        is_asked = is_asked || answers_for(side);
    }
    if (is_asked) {
        return base::trouble(base::Trouble::conflict, "suggestion.answered_already");
    }
    if (!answering.is_office) {
        return base::trouble(base::Trouble::forbidden, "suggestion.not_asked");
    }
    const auto side = TRY(side_of_office(answering));
    if (has_answered(merge, side)) {
        return base::trouble(base::Trouble::conflict, "suggestion.answered_already");
    }
    return side;
}

base::Result<void> may_ask(const Suggestion& merged, const Suggestion& target,
    const std::vector<SuggestionMerge>& open_ones)
{
    if (merged.state != TopicState::suggested && merged.state != TopicState::screened) {
        return base::trouble(base::Trouble::conflict, "suggestion.merge_not_mergeable");
    }
    CHECK(may_take_in(target, merged));
    const bool asked = std::any_of(open_ones.begin(), open_ones.end(),
        [&](const SuggestionMerge& one) { return !one.is_over && one.suggestion_id == merged.id; });
    if (asked) {
        return base::trouble(base::Trouble::conflict, "suggestion.merge_asked_already");
    }
    return {};
}

} // namespace xieshang::calls
