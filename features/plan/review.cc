// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review.h"

#include "features/people/period.h"
#include "features/people/short_text.h"
#include "features/plan/plan_workflow.h"

#include <algorithm>
#include <set>

namespace xieshang::plan {
namespace {

bool decides_in_a_meeting(PlanState stage)
{
    return stage == PlanState::chairpersons_review || stage == PlanState::party_committee_review;
}

// The different persons of the role who agreed at the stage.
std::set<std::string> agreed_as(
    const std::vector<Review>& round, PlanState stage, members::Role role)
{
    std::set<std::string> persons;
    for (const auto& review : round) {
        if (review.stage == stage && review.role == role && review.verdict == Verdict::agreed) {
            persons.insert(person_of(review));
        }
    }
    return persons;
}

std::vector<Reviewer> only_passable(std::vector<Reviewer> reviewers, PlanState stage)
{
    std::erase_if(reviewers, [&](const Reviewer& reviewer) {
        return (members::bit(reviewer.role) & may_review(stage)) == 0;
    });
    return reviewers.empty() ? usual_reviews().of(stage) : reviewers;
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

ReviewChain passable(ReviewChain chain)
{
    return {only_passable(std::move(chain.three_offices), PlanState::three_office_review),
        only_passable(std::move(chain.chairpersons), PlanState::chairpersons_review),
        only_passable(std::move(chain.party_committee), PlanState::party_committee_review)};
}

const std::string& person_of(const Review& review)
{
    return review.for_id ? *review.for_id : review.by_id;
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
        if (std::ssize(agreed_as(round, stage, reviewer.role)) < reviewer.how_many) {
            due.push_back(reviewer.role);
            position = reviewer.position;
        }
    }
    return due;
}

bool is_due(const ReviewChain& chain, PlanState stage, const std::vector<Review>& round,
    members::Role role, const std::string& person)
{
    const auto due = due_reviewers(chain, stage, round);
    return std::find(due.begin(), due.end(), role) != due.end()
        && !agreed_as(round, stage, role).contains(person);
}

bool completes(const ReviewChain& chain, PlanState stage, std::vector<Review> round,
    members::Role role, const std::string& person)
{
    Review this_one;
    this_one.stage = stage;
    this_one.role = role;
    this_one.by_id = person;
    round.push_back(std::move(this_one));
    return due_reviewers(chain, stage, round).empty();
}

bool counts_persons(const ReviewChain& chain, PlanState stage, members::Role role)
{
    const auto& reviewers = chain.of(stage);
    return std::any_of(reviewers.begin(), reviewers.end(),
        [&](const Reviewer& reviewer) { return reviewer.role == role && reviewer.how_many > 1; });
}

bool has_agreed(const std::vector<Review>& round, members::Role body)
{
    return std::any_of(round.begin(), round.end(), [&](const Review& review) {
        return review.role == body && review.verdict == Verdict::agreed;
    });
}

std::string agreed_before(const std::vector<Review>& round, PlanState stage)
{
    const auto place = std::find(review_stages.begin(), review_stages.end(), stage);
    std::string last;
    for (const auto& review : round) {
        if (review.verdict == Verdict::agreed
            && std::find(review_stages.begin(), place, review.stage) != place) {
            last = std::max(last, review.words.decided_on);
        }
    }
    return last;
}

base::Result<ReviewWords> sound_review(
    ReviewWords words, PlanState stage, Verdict verdict, const ReviewDays& days)
{
    base::Error unsound{base::Trouble::refused, "plan.review_unsound", {}, {}};
    const auto wrong = [&](const char* field, const char* code, base::Params params = {}) {
        unsound.fields.push_back({std::string("/review/") + field, code, std::move(params)});
    };
    if (words.decided_on.empty()) {
        words.decided_on = days.today;
    }
    if (!people::is_said(words.meeting)) {
        words.meeting.clear();
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
    } else if (words.decided_on > days.today) {
        wrong("decided_on", "plan.review_to_come");
    } else if (words.decided_on < words.meeting_day) {
        wrong("decided_on", "plan.review_before_meeting");
    } else if (words.decided_on < days.before) {
        wrong("decided_on", "plan.review_before_stage", {{"day", days.before}});
    }
    if (!unsound.fields.empty()) {
        return tl::unexpected(std::move(unsound));
    }
    return words;
}

} // namespace xieshang::plan
