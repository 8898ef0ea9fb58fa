// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/next_year_actions.h"

#include "features/people/period.h"
#include "features/plan/next_year.h"
#include "features/topics/topic_store.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

struct Kept { // of the plan that is the start
    Plan plan;
    std::int64_t year{};
    std::vector<Section> sections;
    std::vector<topics::Topic> topics;
};

base::Result<Kept> kept_of(db::Tx& tx, const PlanId& id)
{
    auto plan = TRY(find_plan(tx, id));
    if (!plan.year) {
        return base::refuse("plan.no_year");
    }
    const auto year = *plan.year;
    auto topics = topics::topics_of_plan(tx, id.text);
    std::erase_if(topics, [](const auto& topic) { return !is_carried(topic); });
    return Kept{std::move(plan), year, sections_of(tx, id), std::move(topics)};
}

DraftPlan draft_of(const Kept& kept, const NextYearChoice& choice)
{
    DraftPlan draft{.words = {.title = with_next_year(kept.plan.title, kept.year),
                        .committee = kept.plan.committee,
                        .year = kept.year + 1,
                        .topics = {},
                        .collecting = choice.collecting},
        .sections = with_next_year(kept.sections, kept.year)};
    if (choice.with_topics) {
        for (const auto& topic : kept.topics) {
            draft.words.topics.push_back(carried_words(topic, kept.year));
            draft.carried_from.push_back(topic.id);
        }
    }
    draft.begun_from = kept.plan.id;
    return draft;
}

} // namespace

base::Result<NextYear> next_year_of(services::Services& services, const PlanId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<NextYear> {
        const auto kept = TRY(kept_of(tx, id));
        auto draft = draft_of(kept, {});
        NextYear next{.year = kept.year + 1,
            .title = std::move(draft.words.title),
            .committee = kept.plan.committee,
            .sections = std::move(draft.sections),
            .topics = std::ssize(kept.topics)};
        const auto words = all_words(kept.plan, kept.sections, kept.topics);
        next.other_years = other_years(words, kept.year);
        next.left = people::named_without_post(tx, words, people::day_of(services.clock.now()));
        if (const auto there = standing_plan_of_year(tx, next.year)) {
            next.already_there = NamedPlan{there->id, there->title};
        }
        return next;
    });
}

base::Result<PlanId> begin_next_year(services::Services& services, const base::Actor& actor,
    const PlanId& id, const NextYearChoice& choice)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<PlanId> {
        const auto kept = TRY(kept_of(tx, id));
        if (const auto there = standing_plan_of_year(tx, kept.year + 1)) {
            return base::trouble(base::Trouble::conflict, "plan.year_has_plan",
                {{"year", std::to_string(kept.year + 1)}, {"title", there->title}});
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        return save_draft(inside, actor, draft_of(kept, choice));
    });
}

} // namespace xieshang::plan
