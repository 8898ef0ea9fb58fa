// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whoever tries whatever, with whatever reviewers are set and changed meanwhile: over a database,
// by the verb that people use.
#include "features/people/period.h"
#include "features/plan/plan_actions.h"
#include "features/plan/review_desk_test.h"
#include "features/plan/review_store.h"

#include <gmock/gmock.h>

#include <random>

namespace xieshang::plan {
namespace {

using members::Role;
using settings::SettingKey;
using testing::IsEmpty;

constexpr int lives = 12;
constexpr int tries = 60;

class ReviewProperty : public ReviewHouse {
protected:
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(dice); }

    void set_any_reviewers(SettingKey key, const std::string& deciding)
    {
        std::vector<settings::SettingItem> items;
        const auto roles = settings::reviewer_roles(key);
        for (const auto role : roles) {
            const std::string id = boost::describe::enum_to_string(role, "");
            if (id == deciding || below(4) == 0) {
                items.push_back({.id = id, .turn = 1 + below(2), .count = 1 + below(2)});
            }
        }
        auto services = this->services();
        const std::string name(settings::spec_of(key).name);
        const auto kept = settings::standing_setting(services, name)->kept;
        const auto set = settings::set_setting(
            services, office, {name, kept ? kept->version : 0, {{}, items}, "试行"});
        ASSERT_TRUE(set || set.error().code == "settings.not_changed") << set.error().code;
    }
    void set_any_reviewers()
    {
        set_any_reviewers(SettingKey::three_offices_reviewers, "office");
        set_any_reviewers(SettingKey::chairpersons_reviewers, "chairperson");
        set_any_reviewers(SettingKey::party_committee_reviewers, "party_committee");
    }

    base::Actor any_person(Role role)
    {
        const auto* name = boost::describe::enum_to_string(role, "");
        base::Actor actor{std::string(name) + std::to_string(below(3)), name, members::bit(role)};
        actor.membership = base::Membership::active;
        return actor;
    }

    // A step that leads on by somebody who may be due, or seldom anything by anybody.
    void try_something(const PlanId& id)
    {
        auto services = this->services();
        const auto page = plan_page(services, office, id);
        StepRequest asked{
            .reason = "说明", .review = ReviewWords{"会议", day(3), day(below(4)), {}}};
        asked.action = static_cast<PlanAction>(below(14));
        auto role = static_cast<Role>(below(14));
        if (page->plan.state == PlanState::draft) {
            asked.action = PlanAction::submit;
            asked.review.reset();
            role = Role::office;
        } else if (below(8) > 0) {
            std::vector<PlanOffer> leading;
            for (const auto& offer : page->offers) {
                if (offer.reviewer && offer.action != PlanAction::send_back) {
                    leading.push_back(offer);
                }
            }
            const auto& one =
                leading.at(static_cast<std::size_t>(below(static_cast<int>(leading.size()))));
            asked.action = one.action;
            role = *one.reviewer;
        }
        take_step(services, any_person(role), id, page->plan.version, asked);
    }
    std::string day(int ago)
    {
        return people::day_of({clock.now().ms - ago * 24LL * 60 * 60 * 1000});
    }

    // What must hold of a plan that is approved, whatever the settings say by now.
    void expect_decided(const PlanId& id)
    {
        db().read([&](db::Tx& tx) {
            const auto round = round_of(tx, id);
            const auto reviews = reviews_of_round(tx, id, round);
            const auto chain = chain_of_round(tx, id, round);
            EXPECT_TRUE(has_agreed(reviews, Role::chairperson));
            EXPECT_TRUE(has_agreed(reviews, Role::party_committee));
            for (const auto stage : review_stages) {
                EXPECT_THAT(due_reviewers(*chain, stage, reviews), IsEmpty());
            }
            for (const auto& review : reviews) {
                EXPECT_GE(review.words.decided_on, agreed_before(reviews, review.stage));
                EXPECT_EQ(review.verdict, Verdict::agreed) << "in a round that nobody sent back";
            }
            EXPECT_THAT(audit_plan(tx, id.text), IsEmpty());
            return true;
        });
    }

    bool any_life()
    {
        set_any_reviewers();
        const auto made = send(http::Method::post, "/api/plans", "office", new_plan());
        const PlanId id{made.id()};
        for (int i = 0; i < tries; ++i) {
            try_something(id);
            if (below(10) == 0) {
                set_any_reviewers();
            }
            const auto plan = db().read([&](db::Tx& tx) { return find_plan(tx, id); });
            if (plan->state == PlanState::approved) {
                expect_decided(id);
                return true;
            }
            if (plan->state == PlanState::discarded) {
                return false;
            }
        }
        return false;
    }

    base::Actor office{"p1", "王小协", members::bit(Role::office)};
    std::mt19937 dice{20'220'314};
};
ON_EVERY_DATABASE(ReviewProperty);

TEST_P(ReviewProperty, NeverApprovesWithoutTheChairpersonsAndTheParty)
{
    int approved = 0;
    for (int i = 0; i < lives; ++i) {
        approved += any_life() ? 1 : 0;
    }
    EXPECT_GT(approved * 3, lives) << "too few got that far to say anything";
}

} // namespace
} // namespace xieshang::plan
