// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_audit_actions.h"

#include "features/members/member_audit_actions.h"
#include "features/plan/document_store.h"
#include "features/plan/issue_store.h"
#include "features/plan/plan_replay.h"
#include "features/plan/plan_shapes.h"
#include "features/plan/plan_store.h"
#include "features/plan/review_store.h"
#include "features/topics/topic_audit_actions.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using record::Misfit;
using Misfits = std::vector<Misfit>;

template <class T>
json::Document parsed(const T& value)
{
    return json::Document::parse(json::write(value)).value();
}

std::string_view name_of(auto enumerator)
{
    return boost::describe::enum_to_string(enumerator, "");
}

Misfit differs(std::string table, std::string row, std::string field)
{
    return {"check.row_differs", std::move(table), std::move(row), {{"field", std::move(field)}}};
}

struct IgnoredBefore { // as it was told before it was said by whom
    std::int64_t line{};
    std::string sheet;
    std::string text;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(IgnoredBefore, (), (line, sheet, text, reason))

bool told_without_bylines(const std::vector<Ignored>& rows, const json::Node& told)
{
    std::vector<IgnoredBefore> before;
    for (const auto& row : rows) {
        if (row.at || row.by_id || row.by_name) {
            return false;
        }
        before.push_back({row.line, row.sheet, row.text, row.reason});
    }
    return json::same(parsed(before).root(), told);
}

// Whether the record says the same of a review; for whom, only since that is told.
bool tells(const json::Node& told, const Review& row)
{
    const auto review = parsed(review_told(row));
    auto differing = json::differing_members(told, review.root());
    if (!row.for_id && json::member_of(told, "for_id") == nullptr) {
        std::erase_if(
            differing, [](const std::string& member) { return member.starts_with("for_"); });
    }
    return differing.empty();
}

// One plan's rows against what its events tell.
class PlanAudit {
public:
    PlanAudit(db::Tx& tx, Plan plan) : tx_(tx), plan_(std::move(plan)) {}

    Misfits run()
    {
        const auto events = record::events_about(tx_, "plan", plan_.id.text);
        if (events.empty()) {
            return {{"check.no_event", "plan", plan_.id.text}};
        }
        if (!replay(events)) {
            return std::move(misfits_);
        }
        const auto edits =
            topics::audit_topics_of_plan(tx_, plan_.id.text, *replay_.topics(), misfits_);
        const auto newest = std::max(events.back().at, edits.newest_at);
        compare_plan(static_cast<std::int64_t>(events.size()) + edits.count, newest);
        compare_sections();
        compare_ignored();
        compare_own_words();
        compare_steps();
        compare_reviews();
        compare_issue();
        compare_reviewers();
        return std::move(misfits_);
    }

private:
    bool replay(const std::vector<record::PastEvent>& events)
    {
        for (const auto& event : events) {
            if (!event.content) { // told already, where the record is inspected
                return false;
            }
            if (!replay_.take(
                    {event.action, event.version, event.at, event.actor_id, *event.content})) {
                misfits_.push_back({"check.step_not_allowed", "event",
                    std::to_string(event.sequence), {{"action", event.action}}});
                return false;
            }
        }
        return replay_.plan() != nullptr && replay_.topics() != nullptr;
    }

    void compare_plan(std::int64_t version, base::Instant newest)
    {
        const auto row = parsed(plan_);
        for (auto& field : json::differing_members(*replay_.plan(), row.root())) {
            const bool moves = field == "state" || field == "version" || field == "updated_at_ms";
            if (!moves) {
                misfits_.push_back(differs("plan", plan_.id.text, std::move(field)));
            }
        }
        check(name_of(plan_.state) == replay_.state(), "state");
        check(plan_.version == version, "version");
        check(plan_.updated_at_ms == newest, "updated_at_ms");
    }

    void check(bool fits, const char* field)
    {
        if (!fits) {
            misfits_.push_back(differs("plan", plan_.id.text, field));
        }
    }

    void compare_sections()
    {
        const auto rows = parsed(sections_of(tx_, plan_.id));
        if (!json::same(rows.root(), *replay_.sections())) {
            misfits_.push_back(differs("plan_section", plan_.id.text, "heading, body"));
        }
    }

    void compare_ignored()
    {
        const auto rows = ignored_of(tx_, plan_.id);
        const auto* told = replay_.ignored();
        const auto fits = told != nullptr
            && (json::same(parsed(rows).root(), *told) || told_without_bylines(rows, *told));
        if (told == nullptr ? !rows.empty() : !fits) {
            misfits_.push_back(differs("plan_ignored", plan_.id.text, "line, body, reason, by"));
        }
    }

    void compare_own_words()
    {
        const auto rows = own_words_of(tx_, plan_.id);
        const auto* told = replay_.own_words();
        if (told == nullptr ? !rows.empty() : !json::same(parsed(rows).root(), *told)) {
            misfits_.push_back(differs("plan_own_words", plan_.id.text, "words, document, by"));
        }
    }

    void compare_steps()
    {
        const auto rows = steps_of(tx_, plan_.id);
        const auto& told = replay_.steps();
        const bool all = std::equal(rows.begin(), rows.end(), told.begin(), told.end(),
            [&](const PlanStep& row, const ReplayedStep& step) {
                return row.version == step.version && row.at_ms == step.at
                    && row.by_id == step.by_id && members::is_named(tx_, row.by_id, row.by_name)
                    && name_of(row.action) == step.action && name_of(row.from_state) == step.from
                    && name_of(row.to_state) == step.to && row.reason == step.reason;
            });
        if (!all) {
            misfits_.push_back(differs("plan_step", plan_.id.text, "steps"));
        }
    }

    void compare_reviews()
    {
        const auto rows = reviews_of(tx_, plan_.id);
        const auto& told = replay_.reviews();
        const bool all = std::equal(rows.begin(), rows.end(), told.begin(), told.end(),
            [](const Review& row, const auto& review) {
                return row.version == review.first && tells(*review.second, row);
            });
        if (!all) {
            misfits_.push_back(differs("plan_review", plan_.id.text, "meeting, decided_on, role"));
        }
    }

    void compare_issue()
    {
        const auto row = told_issue(tx_, plan_.id);
        const auto* told = replay_.issued_on();
        if (told == nullptr ? row.has_value() : row != std::string(told->text)) {
            misfits_.push_back(differs("plan_issue", plan_.id.text, "issued_on"));
        }
    }

    void compare_reviewers()
    {
        std::int64_t round = 0;
        for (const auto* told : replay_.chains()) {
            const auto kept = chain_of_round(tx_, plan_.id, ++round);
            if (kept ? told == nullptr || !json::same(parsed(*kept).root(), *told)
                     : told != nullptr) {
                misfits_.push_back(differs("plan_reviewer", plan_.id.text, "role, how_many"));
            }
        }
    }

    db::Tx& tx_;
    Plan plan_;
    PlanReplay replay_;
    Misfits misfits_;
};

} // namespace

std::vector<std::string> plans_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "plan", plan_ids(tx));
}

Misfits audit_plan(db::Tx& tx, const std::string& id)
{
    auto plan = find_plan(tx, PlanId{id});
    if (!plan) {
        return {{"check.no_row", "plan", id}};
    }
    return PlanAudit(tx, std::move(*plan)).run();
}

std::vector<files::NamedFile> files_named(db::Tx& tx)
{
    std::vector<files::NamedFile> named;
    for (const auto& document : all_documents(tx)) {
        named.push_back({document.sha256, document.size, "plan_document " + document.id.text});
    }
    return named;
}

} // namespace xieshang::plan
