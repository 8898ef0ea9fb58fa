// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_round.h"

#include <algorithm>
#include <functional>
#include <set>

namespace xieshang::scoring {
namespace {

using members::bit;
using members::Role;

// As calls_policies.h shows them the pool.
constexpr base::Roles sees_proposers =
    bit(Role::office) | bit(Role::special_committee) | bit(Role::secretary_general);

base::Error invalid(const char* code) { return {base::Trouble::refused, code, {}, {}}; }

template <class Name>
void check_names(base::Error& wrong, const std::vector<Name>& all, const std::string& place,
    const std::function<const std::string&(const Name&)>& name_of)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!seen.insert(name_of(all[i])).second) {
            wrong.fields.push_back({place + "/" + std::to_string(i), "scoring.named_twice", {}});
        }
    }
}

bool is_his(const Asked& asked, const calls::Suggestion& suggestion)
{
    if (calls::is_own(suggestion, asked.person_id, asked.belongs_to)) {
        return true;
    }
    if (suggestion.channel != calls::SuggestionChannel::paper) {
        return false;
    }
    return suggestion.for_name == asked.name
        || (!suggestion.body_name.empty()
            && std::any_of(
                asked.belongs_to.begin(), asked.belongs_to.end(), [&](const calls::Belonging& one) {
                    return one.body_name == suggestion.body_name;
                }));
}

} // namespace

base::Result<void> acceptable(const ScoringRoundWords& words, std::string_view today)
{
    auto wrong = invalid("scoring.invalid");
    if (words.criteria.empty()) {
        wrong.fields.push_back({"/criteria", "scoring.no_criteria", {}});
    }
    check_names<Criterion>(wrong, words.criteria, "/criteria",
        [](const Criterion& one) -> const std::string& { return one.name; });
    check_names<std::string>(wrong, words.reviewers, "/reviewers",
        [](const std::string& one) -> const std::string& { return one; });
    if (!people::is_day(words.closes_on)) {
        wrong.fields.push_back({"/closes_on", "period.not_a_day", {}});
    } else if (words.closes_on < today) {
        wrong.fields.push_back({"/closes_on", "scoring.over_already", {}});
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

std::vector<std::string> reviewing_roles(base::Roles in_force)
{
    if ((in_force & sees_proposers) != 0) {
        return {};
    }
    return members::role_names(in_force & ~members::administrators);
}

const ScoringReviewer* reviewer_in(const ScoringRound& round, std::string_view person_id)
{
    const auto found = std::find_if(round.reviewers.begin(), round.reviewers.end(),
        [&](const ScoringReviewer& one) { return one.id == person_id; });
    return found == round.reviewers.end() ? nullptr : &*found;
}

bool is_in_office(const ScoringReviewer& reviewer, base::Roles in_force)
{
    const auto roles = reviewing_roles(in_force);
    return std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
        return std::find(reviewer.roles.begin(), reviewer.roles.end(), role)
            != reviewer.roles.end();
    });
}

bool recuses(const Asked& asked, const calls::Suggestion& suggestion,
    const std::vector<const calls::Suggestion*>& taken_in)
{
    return is_his(asked, suggestion)
        || std::any_of(taken_in.begin(), taken_in.end(),
            [&](const calls::Suggestion* one) { return is_his(asked, *one); });
}

base::Result<void> may_review(const ScoringFacts& facts)
{
    if (facts.state == ScoringState::preparing) {
        return base::trouble(base::Trouble::conflict, "scoring.not_open");
    }
    if (facts.state == ScoringState::closed) {
        return base::trouble(base::Trouble::conflict, "scoring.closed");
    }
    if (facts.today > facts.closes_on) {
        return base::trouble(base::Trouble::conflict, "scoring.window_over",
            {{"day", std::string(facts.closes_on)}});
    }
    if (!facts.is_in_office) {
        return base::trouble(base::Trouble::forbidden, "scoring.role_ended");
    }
    return {};
}

base::Result<void> may_score(const ScoringFacts& facts)
{
    CHECK(may_review(facts));
    if (!facts.is_in_round) {
        return base::trouble(base::Trouble::not_found, "scoring.not_in_round");
    }
    if (facts.recuses) {
        return base::trouble(base::Trouble::forbidden, "scoring.recused");
    }
    if (!facts.is_in_selection) {
        return base::trouble(base::Trouble::conflict, "scoring.out_of_selection");
    }
    return {};
}

base::Result<void> on_scale(
    const std::vector<Criterion>& criteria, std::span<const std::int64_t> scores)
{
    if (scores.size() != criteria.size()) {
        auto wrong = invalid("scoring.incomplete");
        wrong.fields.push_back({"/scores", "scoring.incomplete", {}});
        return tl::unexpected(std::move(wrong));
    }
    auto wrong = invalid("scoring.out_of_scale");
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] < 1 || scores[i] > criteria[i].most) {
            const base::Params most{{"most", std::to_string(criteria[i].most)}};
            wrong.fields.push_back({"/scores/" + std::to_string(i), "scoring.out_of_scale", most});
            wrong.params = most;
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace xieshang::scoring
