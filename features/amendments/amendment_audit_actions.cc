// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_audit_actions.h"

#include "features/amendments/amendment_store.h"
#include "features/amendments/amendment_workflow.h"
#include "features/members/workflow_rows.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

using Misfits = std::vector<record::Misfit>;

std::string word_of(const json::Document& content, std::string_view member)
{
    const auto* node = json::member_of(content.root(), member);
    return node == nullptr ? std::string() : std::string(node->text);
}

// What the events tell of one amendment.
struct Told {
    std::optional<json::Document> newest;          // the last step's
    std::optional<json::Document> rewrite;         // later than it
    std::vector<std::array<std::string, 5>> steps; // action, from, to, by, reason
    std::string state = "draft";
    std::int64_t count = 0;
};

bool take_event(Told& told, const record::PastEvent& event)
{
    auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        return false;
    }
    ++told.count;
    const auto verb = std::string(event.action.substr(event.action.find('.') + 1));
    if (verb == "rewrite") {
        told.rewrite = std::move(*content);
        return true;
    }
    const auto to = word_of(*content, "to");
    const bool allowed = verb == "propose"
        ? told.count == 1
        : members::state_after(amendment_workflow_rows(), told.state, verb) == to;
    told.steps.push_back(
        {verb, word_of(*content, "from"), to, event.actor_id, word_of(*content, "reason")});
    told.state = to;
    told.newest = std::move(*content);
    told.rewrite = verb == "propose" ? std::nullopt : std::move(told.rewrite);
    return allowed;
}

void differs(Misfits& misfits, const Amendment& amendment, std::string field)
{
    misfits.push_back(
        {"check.row_differs", "amendment", amendment.id.text, {{"field", std::move(field)}}});
}

// Of a topic that comes in, told when it had no field or month yet: the row has none, all else is
// the same.
bool is_older(const json::Node* told, const json::Node* row)
{
    if (told == nullptr || row == nullptr || told->kind != json::Kind::object
        || row->kind != json::Kind::object) {
        return false;
    }
    const auto differing = json::differing_members(*told, *row);
    return std::all_of(differing.begin(), differing.end(), [&](const std::string& member) {
        const auto* now = json::member_of(*row, member);
        return (member == "field" || member == "month") && json::member_of(*told, member) == nullptr
            && now != nullptr && now->kind == json::Kind::null;
    });
}

bool tell_the_same(const json::Node& told, const json::Node& row)
{
    if (told.kind != json::Kind::array || told.size != row.size) {
        return false;
    }
    auto now = row.begin();
    for (const auto& change : told) {
        for (const auto& member : json::differing_members(change, *now)) {
            if (!is_older(json::member_of(change, member), json::member_of(*now, member))) {
                return false;
            }
        }
        ++now;
    }
    return true;
}

// The row as the last step told it, but for what was rewritten since.
void compare_words(const Amendment& amendment, const Told& told, Misfits& misfits)
{
    const auto row = json::Document::parse(json::write(amendment)).value();
    const auto* kept = json::member_of(told.newest->root(), "amendment");
    if (kept == nullptr) {
        return differs(misfits, amendment, "reason");
    }
    const auto* after = told.rewrite ? json::member_of(told.rewrite->root(), "after") : nullptr;
    for (auto& field : json::differing_members(*kept, row.root())) {
        const bool moves = after != nullptr && (field == "version" || field == "updated_at");
        const auto* rewritten = after == nullptr ? nullptr : json::member_of(*after, field);
        const auto* now = json::member_of(row.root(), field);
        const auto* last = rewritten == nullptr ? json::member_of(*kept, field) : rewritten;
        const bool older =
            field == "changes" && last != nullptr && now != nullptr && tell_the_same(*last, *now);
        const bool kept_since =
            rewritten != nullptr && now != nullptr && json::same(*rewritten, *now);
        if (!moves && !older && !kept_since) {
            differs(misfits, amendment, std::move(field));
        }
    }
}

} // namespace

std::vector<std::string> amendments_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "amendment", amendment_ids(tx));
}

Misfits audit_amendment(db::Tx& tx, const std::string& id)
{
    const auto amendment = find_amendment(tx, AmendmentId{id});
    if (!amendment) {
        return {{"check.no_row", "amendment", id}};
    }
    const auto events = record::events_about(tx, "amendment", id);
    if (events.empty()) {
        return {{"check.no_event", "amendment", id}};
    }
    Misfits misfits;
    Told told;
    for (const auto& event : events) {
        if (!event.content) { // told already, where the record is inspected
            return misfits;
        }
        if (!take_event(told, event)) {
            return {{"check.step_not_allowed", "event", std::to_string(event.sequence),
                {{"action", event.action}}}};
        }
    }
    compare_words(*amendment, told, misfits);
    if (amendment->version != told.count) {
        differs(misfits, *amendment, "version");
    }
    const auto steps = steps_of(tx, amendment->id);
    const auto word = [](auto enumerator) {
        return std::string(boost::describe::enum_to_string(enumerator, ""));
    };
    const bool same = std::equal(steps.begin(), steps.end(), told.steps.begin(), told.steps.end(),
        [&](const PastStep& row, const auto& step) {
            return word(row.action) == step[0] && word(row.from_state) == step[1]
                && word(row.to_state) == step[2] && row.by_id == step[3] && row.reason == step[4];
        });
    if (!same) {
        differs(misfits, *amendment, "steps");
    }
    return misfits;
}

} // namespace xieshang::amendments
