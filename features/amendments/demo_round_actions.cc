// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/demo_round_actions.h"

#include "features/members/member_store.h"
#include "features/people/period.h"

namespace xieshang::amendments {
namespace {

using members::Role;
using plan::PlanAction;
using plan::ReviewWords;

constexpr std::int64_t demo_day_ms = 24LL * 3'600'000;

ReviewWords met_on(const std::string& day, std::string meeting)
{
    return {std::move(meeting), day, day, "年度协商工作计划（送审稿）"};
}

} // namespace

base::Instant EarlierClock::now() { return {now_.now().ms - days_ago_ * demo_day_ms}; }

DemoRound::DemoRound(services::Services& services, db::Tx& tx, const base::Actor& office)
    : clock_(services.clock),
      services_{services.db, clock_, services.random, services.files, services.vault},
      tx_(tx),
      office_(office)
{
}

services::Services& DemoRound::at(std::int64_t days_ago)
{
    clock_.set(days_ago);
    return services_;
}

base::Actor DemoRound::account(Role role)
{
    const auto login = std::string(boost::describe::enum_to_string(role, ""));
    const auto person = members::find_person(tx_, login);
    auto actor = person ? members::actor_of(*person) : office_;
    actor.roles = members::bit(role); // a demo that has no such account: the office's own name
    actor.membership = base::Membership::active;
    return actor;
}

base::Result<void> DemoRound::step(
    const plan::PlanId& plan, std::int64_t days_ago, Role by, plan::StepRequest asked)
{
    auto& services = at(days_ago);
    const auto kept = TRY(plan::find_plan(tx_, plan));
    if (asked.review && !asked.review->meeting.empty()) {
        asked.review = met_on(people::day_of(services.clock.now()), asked.review->meeting);
    }
    CHECK(plan::take_step(services, account(by), plan, kept.version, asked));
    return {};
}

base::Result<void> DemoRound::go(const plan::PlanId& plan, std::int64_t days_ago)
{
    CHECK(step(plan, days_ago, Role::office, {.action = PlanAction::submit}));
    for (const auto office : {Role::party_office, Role::government_office, Role::office}) {
        CHECK(step(plan, days_ago - 5, office,
            {.action = PlanAction::concur, .review = ReviewWords{}, .reviewer = office}));
    }
    CHECK(step(plan, days_ago - 15, Role::chairperson,
        {.action = PlanAction::pass,
            .review = ReviewWords{.meeting = "区政协主席会议"},
            .reviewer = Role::chairperson}));
    CHECK(step(plan, days_ago - 25, Role::party_committee,
        {.action = PlanAction::approve,
            .review = ReviewWords{.meeting = "区委常委会会议"},
            .reviewer = Role::party_committee}));
    CHECK(step(plan, days_ago - 30, Role::office, {.action = PlanAction::issue}));
    return step(plan, days_ago - 35, Role::office, {.action = PlanAction::bring_in_force});
}

base::Result<void> DemoRound::amend(
    const plan::PlanId& plan, const AmendmentWords& words, std::int64_t days_ago)
{
    const auto proposed = TRY(propose(at(days_ago), office_, plan, words));
    auto& services = at(days_ago - 10);
    const auto day = people::day_of(services.clock.now());
    CHECK(amendments::take_step(services, account(Role::chairperson), proposed.id, proposed.version,
        {.action = AmendmentAction::decide,
            .reason = "同意",
            .decision = Decision{"区政协主席会议", day, day, day}}));
    return {};
}

} // namespace xieshang::amendments
