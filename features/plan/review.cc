// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review.h"

#include "features/people/period.h"

#include <algorithm>
#include <set>

namespace xieshang::plan {
namespace {

bool decides_in_a_meeting(PlanState stage)
{
    return stage == PlanState::chairpersons_review || stage == PlanState::party_committee_review;
}

// How many different persons of the role agreed at the stage.
std::int64_t agreed_by(const std::vector<Review>& round, PlanState stage, members::Role role)
{
    std::set<std::string> persons;
    for (const auto& review : round) {
        if (review.stage == stage && review.role == role && review.verdict == Verdict::agreed) {
            persons.insert(review.by_id);
        }
    }
    return std::ssize(persons);
}

} // namespace

const std::vector<Reviewer>& ReviewChain::of(PlanState stage) const
{
    static const std::vector<Reviewer> nobody;
    switch (stage) {
    case PlanState::three_office_review:
        return three_offices;
    case PlanState::chairpersons_review:
        return chairpersons;
    case PlanState::party_committee_review:
        return party_committee;
    default:
        return nobody;
    }
}

ReviewChain usual_reviews()
{
    using members::Role;
    return {{{Role::party_office}, {Role::government_office}, {Role::office}},
        {{Role::chairperson}}, {{Role::party_committee}}};
}

std::vector<members::Role> due_reviewers(
    const ReviewChain& chain, PlanState stage, const std::vector<Review>& round)
{
    std::vector<members::Role> due;
    std::int64_t position = 0;
    auto reviewers = chain.of(stage);
    std::stable_sort(reviewers.begin(), reviewers.end(),
        [](const Reviewer& a, const Reviewer& b) { return a.position < b.position; });
    for (const auto& reviewer : reviewers) {
        if (!due.empty() && reviewer.position > position) {
            break;
        }
        if (agreed_by(round, stage, reviewer.role) < reviewer.how_many) {
            due.push_back(reviewer.role);
            position = reviewer.position;
        }
    }
    return due;
}

bool completes(const ReviewChain& chain, PlanState stage, std::vector<Review> round,
    members::Role role, const std::string& by_id)
{
    Review this_one;
    this_one.stage = stage;
    this_one.role = role;
    this_one.by_id = by_id;
    round.push_back(std::move(this_one));
    return due_reviewers(chain, stage, round).empty();
}

bool has_agreed(const std::vector<Review>& round, members::Role body)
{
    return std::any_of(round.begin(), round.end(), [&](const Review& review) {
        return review.role == body && review.verdict == Verdict::agreed;
    });
}

base::Result<ReviewWords> sound_review(
    ReviewWords words, PlanState stage, Verdict verdict, const std::string& today)
{
    base::Error unsound{base::Trouble::refused, "plan.review_unsound", {}, {}};
    const auto wrong = [&](const char* field, const char* code) {
        unsound.fields.push_back({std::string("/review/") + field, code, {}});
    };
    if (words.decided_on.empty()) {
        words.decided_on = today;
    }
    const bool needs_meeting = decides_in_a_meeting(stage) && verdict == Verdict::agreed;
    if (words.meeting.empty() && (needs_meeting || !words.meeting_day.empty())) {
        wrong("meeting", "plan.review_no_meeting");
    }
    if (words.meeting_day.empty() && (needs_meeting || !words.meeting.empty())) {
        wrong("meeting_day", "plan.review_no_meeting_day");
    } else if (!words.meeting_day.empty() && !people::is_day(words.meeting_day)) {
        wrong("meeting_day", "period.not_a_day");
    }
    if (!people::is_day(words.decided_on)) {
        wrong("decided_on", "period.not_a_day");
    } else if (words.decided_on > today) {
        wrong("decided_on", "plan.review_to_come");
    } else if (words.decided_on < words.meeting_day) {
        wrong("decided_on", "plan.review_before_meeting");
    }
    if (!unsound.fields.empty()) {
        return tl::unexpected(std::move(unsound));
    }
    return words;
}

} // namespace xieshang::plan
