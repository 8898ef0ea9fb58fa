// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/behalf/behalf_store.h"
#include "features/plan/document_store.h"
#include "features/plan/issue_actions.h"
#include "features/plan/issue_store.h"
#include "features/plan/plan_entry_actions.h"
#include "features/plan/plan_hindrance_actions.h"
#include "features/plan/plan_store.h"
#include "features/plan/plan_unanswered_actions.h"
#include "features/plan/review_store.h"
#include "features/plan/same_file_actions.h"
#include "features/settings/setting_store.h"
#include "features/topics/topic_step_actions.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

struct SavedDraft { // what the record keeps of a new plan
    Plan plan;
    std::string document_sha256;
    std::vector<Section> sections;
    std::vector<topics::TopicWords> topics;
    std::vector<Ignored> ignored;
    std::vector<OwnWords> own_words;
    std::vector<topics::TopicId> carried_from;
    std::optional<PlanId> begun_from;
};
BOOST_DESCRIBE_STRUCT(SavedDraft, (),
    (plan, document_sha256, sections, topics, ignored, own_words, carried_from, begun_from))

struct EditedPlan {
    Plan before;
    Plan after;
    std::optional<std::vector<Section>> sections; // the whole text after; none: it stays
};
BOOST_DESCRIBE_STRUCT(EditedPlan, (), (before, after, sections))

Plan new_plan(services::Services& services, const base::Actor& actor, const DraftPlan& asked)
{
    const auto now = services.clock.now();
    return {.id = base::new_id<PlanId>(services.clock, services.random),
        .document_id = asked.document_id,
        .title = asked.words.title,
        .committee = asked.words.committee,
        .year = asked.words.year,
        .draft = asked.draft,
        .state = asked.words.collecting.value_or(false) ? PlanState::collecting : PlanState::draft,
        .version = 1,
        .created_at_ms = now,
        .created_by = actor.id,
        .created_by_name = actor.name,
        .updated_at_ms = now};
}

void insert_topics(
    services::Services& services, db::Tx& tx, const Plan& plan, const DraftPlan& asked)
{
    std::size_t position = 0;
    for (const auto& words : asked.words.topics) {
        topics::Topic topic{.id = base::new_id<topics::TopicId>(services.clock, services.random),
            .plan_id = plan.id.text,
            .words = words,
            .version = 1,
            .updated_at = plan.created_at_ms};
        if (position < asked.carried_from.size()) {
            topic.carried_from = asked.carried_from[position];
        }
        topic.position = static_cast<std::int64_t>(++position);
        topics::insert_topic(tx, topic);
    }
}

// The one place that writes a step; the same call tells the record.
void write_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Plan& plan, const PlanWorkflowStep& step, const std::string& reason, std::string content)
{
    insert_step(tx, plan.id,
        {plan.version, plan.updated_at_ms, actor.id, actor.name, step.action, step.from, step.to,
            reason});
    record::append(tx, actor, plan.updated_at_ms, services.random,
        {"plan." + std::string(boost::describe::enum_to_string(step.action, "")), "plan",
            plan.id.text, plan.version, std::move(content)});
}

// What the record keeps of a step.
struct StepTold {
    PlanAction action{};
    std::string reason;
    std::optional<behalf::BehalfPaper> behalf{};
    PlanState from{};
    PlanState to{};
    std::optional<ReviewTold> review{};
    std::optional<std::string> issued_on{};
    std::optional<ReviewChain> reviewers{}; // of the round that it begins
};
BOOST_DESCRIBE_STRUCT(
    StepTold, (), (action, reason, behalf, from, to, review, issued_on, reviewers))

std::string told(
    const ChosenStep& chosen, const StepRequest& asked, const std::optional<std::string>& issued_on)
{
    StepTold step{chosen.step.action, asked.reason, asked.behalf, chosen.step.from, chosen.step.to,
        chosen.review ? std::optional(review_told(*chosen.review)) : std::nullopt, issued_on,
        chosen.chain};
    return json::write(step);
}

// Those off the short list stand by themselves, behind the others as own words count them.
void part_dropped(PlanPage& page)
{
    std::vector<topics::Topic> standing;
    std::vector<std::pair<bool, std::int64_t>> places; // of each as it was saved
    for (auto& topic : page.topics) {
        const bool stands = topics::stands_in_plan(topic.state);
        auto& among = stands ? standing : page.dropped;
        places.emplace_back(stands, std::ssize(among));
        among.push_back(std::move(topic));
    }
    for (auto& own : page.own_words) {
        if (own.topic >= 0 && own.topic < std::ssize(places)) {
            const auto& [stands, place] = places[static_cast<std::size_t>(own.topic)];
            own.topic = place + (stands ? 0 : std::ssize(standing));
        }
    }
    page.topics = std::move(standing);
}

} // namespace

base::Result<PlanPage> plan_page(
    services::Services& services, const base::Actor& actor, const PlanId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PlanPage> {
        PlanPage page{TRY(find_plan(tx, id)), {}, sections_of(tx, id),
            topics::every_topic_of_plan(tx, id.text), {}, ignored_of(tx, id), own_words_of(tx, id),
            {}, {}};
        part_dropped(page);
        if (page.plan.document_id) {
            page.document = TRY(find_document(tx, *page.plan.document_id));
        }
        page.offers = plan_offers(services, tx, page.plan, actor);
        add_unanswered(tx, actor, page);
        add_hindrances(tx, page.plan, page.offers);
        page.issued_on = issued_on(tx, id);
        page.due = due_of(page.plan, settings::settings_of(tx));
        return page;
    });
}

std::vector<PlanLine> list_plans(services::Services& services, const PlanSearch& search)
{
    return services.db.read([&](db::Tx& tx) {
        auto lines = search_plans(tx, search);
        std::vector<std::string> ids;
        std::transform(lines.begin(), lines.end(), std::back_inserter(ids),
            [](const PlanLine& line) { return line.id.text; });
        const auto counts = topics::topic_counts(tx, ids);
        for (auto& line : lines) {
            line.topic_count = counts.at(line.id.text);
        }
        return lines;
    });
}

std::vector<std::int64_t> years_of_plans(services::Services& services)
{
    return services.db.read([](db::Tx& tx) { return plan_years(tx); });
}

base::Result<PlanHistory> plan_history(services::Services& services, const PlanId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PlanHistory> {
        CHECK(find_plan(tx, id));
        return PlanHistory{steps_of(tx, id), reviews_of(tx, id)};
    });
}

std::map<std::int64_t, behalf::BehalfAct> plan_steps_on_behalf(
    services::Services& services, const PlanId& id)
{
    return services.db.read([&](db::Tx& tx) {
        std::map<std::int64_t, behalf::BehalfAct> found;
        for (auto& act : behalf::acts_on(tx, "plan", id.text)) {
            const auto version = act.object_version;
            found.emplace(version, std::move(act));
        }
        return found;
    });
}

base::Result<PlanId> save_draft(
    services::Services& services, const base::Actor& actor, const DraftPlan& asked)
{
    const auto& topics = asked.words.topics;
    CHECK(topics::distinct_titles(topics));
    return services.db.transact([&](db::Tx& tx) -> base::Result<PlanId> {
        const auto plan = new_plan(services, actor, asked);
        insert_plan(tx, plan, asked.sections);
        insert_ignored(tx, plan.id, asked.ignored);
        insert_own_words(tx, plan.id, asked.own_words);
        insert_topics(services, tx, plan, asked);
        put_entries(services, tx, plan);
        const SavedDraft saved{plan, asked.document_sha256, asked.sections, topics, asked.ignored,
            asked.own_words, asked.carried_from, asked.begun_from};
        const auto first =
            plan.state == PlanState::draft ? PlanAction::save_draft : PlanAction::collect;
        write_step(
            services, tx, actor, plan, {plan.state, plan.state, first}, "", json::write(saved));
        return plan.id;
    });
}

base::Result<Plan> edit_plan(services::Services& services, const base::Actor& actor,
    const PlanId& id, std::int64_t version_seen, const PlanEdit& edit)
{
    CHECK(acceptable(edit));
    const auto document = document_read_for(services, id);
    return services.db.transact([&](db::Tx& tx) -> base::Result<Plan> {
        const auto kept = TRY(find_plan(tx, id));
        const auto text = sections_of(tx, id);
        CHECK(same_version(kept, version_seen, edit, text));
        CHECK(editable(kept));
        auto plan = kept;
        plan.title = edit.title.value_or(kept.title);
        plan.committee = edit.committee.value_or(kept.committee);
        plan.year = edit.year ? edit.year : kept.year;
        plan.version = kept.version + 1;
        plan.updated_at_ms = services.clock.now();
        CHECK(update_plan(tx, plan, kept.version));
        EditedPlan told{kept, plan, {}};
        if (edit.sections && *edit.sections != text) {
            replace_sections(tx, id, *edit.sections);
            told.sections = edit.sections;
        }
        put_entries(services, tx, plan, document);
        record::append(tx, actor, plan.updated_at_ms, services.random,
            {"plan.edit", "plan", id.text, plan.version, json::write(told)});
        return plan;
    });
}

base::Result<Plan> take_step(services::Services& services, const base::Actor& actor,
    const PlanId& id, std::int64_t version_seen, const StepRequest& asked)
{
    const auto document = document_read_for(services, id);
    return services.db.transact([&](db::Tx& tx) -> base::Result<Plan> {
        auto plan = TRY(find_plan(tx, id));
        CHECK(same_version(plan, version_seen, {}));
        const auto before = plan.version;
        auto chosen = TRY(choose_step(services, tx, plan, actor, asked));
        CHECK(unhindered(tx, plan, chosen.step.action));
        const auto issue = TRY(issue_day(services, tx, id, chosen.step.action, asked.issued_on));
        if (chosen.step.from == PlanState::discarded && plan.document_id) {
            CHECK(no_other_plan_of(tx, *plan.document_id));
        }
        plan.state = chosen.step.to;
        plan.version = before + 1;
        plan.updated_at_ms = services.clock.now();
        CHECK(update_plan(tx, plan, before));
        put_entries(services, tx, plan, document);
        write_step(
            services, tx, actor, plan, chosen.step, asked.reason, told(chosen, asked, issue));
        if (issue) {
            insert_issue(tx, id, *issue);
        }
        if (chosen.chain) {
            insert_chain(tx, id, round_of(tx, id), *chosen.chain);
        }
        if (chosen.review) {
            chosen.review->version = plan.version;
            insert_review(tx, id, *chosen.review);
        }
        CHECK(topics::follow(services, tx, actor, plan, chosen.step.action, asked.reason));
        if (chosen.behalf) {
            CHECK(behalf::record_for_body(services, tx, actor, *chosen.behalf,
                asked.behalf.value_or(behalf::BehalfPaper{}),
                {.deed = deed_of(chosen.step.action),
                    .object_kind = "plan",
                    .object_id = id.text,
                    .object_version = plan.version,
                    .about = plan.title,
                    .one_of_it = chosen.for_person}));
        }
        return plan;
    });
}

} // namespace xieshang::plan
