// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A review 审议 of a plan: what one reviewer decided, in which meeting, on which day. A plan is
// reviewed in three stages: 党委办、政府办、政协办会商, 主席会议审议, 报党委常委会确定 (domain.md
// §1.2). The stages are the plan's states; who reviews inside a stage, how many and in which order
// is data (settings of the assembly). Pure.
#pragma once

#include "features/members/role.h"
#include "features/plan/plan.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

inline constexpr std::array review_stages{PlanState::three_office_review,
    PlanState::chairpersons_review, PlanState::party_committee_review};

// Reviewers of one position review side by side, those of the next one after them.
struct Reviewer {
    members::Role role{};
    std::int64_t position = 1;
    std::int64_t how_many = 1; // different persons of that role

    bool operator==(const Reviewer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reviewer, (), (role, position, how_many))

struct ReviewChain {
    std::vector<Reviewer> three_offices;
    std::vector<Reviewer> chairpersons;
    std::vector<Reviewer> party_committee;

    const std::vector<Reviewer>& of(PlanState stage) const; // empty: no stage of review

    bool operator==(const ReviewChain&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReviewChain, (), (three_offices, chairpersons, party_committee))

// domain.md §1.2: the three offices side by side, then the chairpersons, then the party committee.
ReviewChain usual_reviews();

// A chain of the settings as the table knows it (may_review() of plan_workflow.h): reviewers of
// other roles could never pass and are left out; a stage without any is the usual one.
ReviewChain passable(ReviewChain chain);

enum class Verdict : std::uint8_t {
    agreed,   // 同意
    returned, // 退回
};
BOOST_DESCRIBE_ENUM(Verdict, agreed, returned)

// What a reviewer says of it.
struct ReviewWords {
    std::string meeting{};     // 区政协二届一次主席会议; empty where no meeting was held
    std::string meeting_day{}; // ISO 8601; empty: no meeting
    std::string decided_on{};  // the day of the decision; empty: today
    std::string papers{};      // what was laid before the meeting, by title and number

    bool operator==(const ReviewWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReviewWords, (), (meeting, meeting_day, decided_on, papers))

struct Review {
    std::int64_t version{}; // of the plan, that it made
    std::int64_t round{};   // 1: the first time that the plan was submitted
    PlanState stage{};
    members::Role role{};
    Verdict verdict{};
    ReviewWords words;
    std::string opinion; // what the step says as its reason
    std::string by_id;
    std::string by_name;
    // Of what the office recorded on behalf: the person for whom; empty: the body itself.
    std::optional<std::string> for_id{};
    std::optional<std::string> for_name{}; // of that person, as he was called then

    bool operator==(const Review&) const = default;
};

// Whose consent it is: who took the step, or for whom the office recorded it.
const std::string& person_of(const Review& review);

// Of the reviews of one round: whose turn it is at this stage. Persons are counted, and each of
// them once.
std::vector<members::Role> due_reviewers(
    const ReviewChain& chain, PlanState stage, const std::vector<Review>& round);

// Whether this person's agreement as that role is waited for: the role is due, and he has not
// agreed as it before.
bool is_due(const ReviewChain& chain, PlanState stage, const std::vector<Review>& round,
    members::Role role, const std::string& person);

// Whether all of the stage agreed, if this person does as that role, too.
bool completes(const ReviewChain& chain, PlanState stage, std::vector<Review> round,
    members::Role role, const std::string& person);

// Whether the stage waits for more than one person of that role.
bool counts_persons(const ReviewChain& chain, PlanState stage, members::Role role);

// No approved plan without these two.
bool has_agreed(const std::vector<Review>& round, members::Role body);

// The last day on which a stage before this one agreed; empty: none did.
std::string agreed_before(const std::vector<Review>& round, PlanState stage);

// What a day of a review is held against: calendar days in the committee's zone.
struct ReviewDays {
    std::string today;
    std::string before{}; // agreed_before(): a stage decides on what the one before it agreed to
};

// Refuses with plan.review_unsound (422), naming each field: /review/meeting plan.review_no_meeting
// (the chairpersons and the party committee decide in a meeting), /review/meeting_day
// period.not_a_day or plan.review_no_meeting_day, /review/decided_on period.not_a_day,
// plan.review_before_meeting, plan.review_to_come or plan.review_before_stage {day}.
base::Result<ReviewWords> sound_review(
    ReviewWords words, PlanState stage, Verdict verdict, const ReviewDays& days);

} // namespace xieshang::plan
