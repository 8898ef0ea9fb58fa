// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/paper_actions.h"

#include "features/calls/public_form_actions.h"
#include "features/calls/topic_call_store.h"
#include "features/people/organisation_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"
#include "platform/json/text_rules.h"

namespace xieshang::calls {
namespace {

tl::unexpected<base::Error> wrong_proposer(const char* pointer, const char* code)
{
    return tl::unexpected(base::Error{base::Trouble::refused, code, {}, {{pointer, code, {}}}});
}

base::Result<void> name_person(db::Tx& tx, const people::PersonId& id, Suggestion& paper)
{
    auto name = people::name_of_registered(tx, id);
    if (!name) {
        return wrong_proposer("/for_id", "topic_call.no_such_person");
    }
    paper.for_id = id.text;
    paper.for_name = *std::move(name);
    return {};
}

// Of a kind that speaks for the constituency: else nobody would find it among what is his.
base::Result<void> name_body(db::Tx& tx, const people::OrganisationId& id, Suggestion& paper)
{
    const auto body = people::find_organisation(tx, id);
    if (!body) {
        return wrong_proposer("/body_id", "topic_call.no_such_body");
    }
    if (!bodies_speak_for(body->words.kind, paper.constituency)) {
        return wrong_proposer("/body_id", "topic_call.other_bodies");
    }
    paper.body_id = id.text;
    paper.body_name = body->words.name;
    return {};
}

base::Result<Suggestion> paper_from(db::Tx& tx, const CallId& call, const PaperSuggestion& asked)
{
    Suggestion paper{.id = {},
        .call_id = call,
        .words = asked,
        .constituency = asked.constituency,
        .channel = SuggestionChannel::paper,
        .for_name = asked.for_name,
        .body_name = asked.for_body,
        .paper_day = asked.paper_day};
    if (asked.for_id) {
        CHECK(name_person(tx, *asked.for_id, paper));
    }
    if (asked.body_id) {
        CHECK(name_body(tx, *asked.body_id, paper));
    }
    if (!people::is_said(paper.for_name) && !people::is_said(paper.body_name)) {
        return wrong_proposer("/for_name", "topic_call.no_name");
    }
    return paper;
}

std::vector<Suggestion> standing_beside(db::Tx& tx, const Suggestion& paper)
{
    return standing_of(tx, paper.call_id,
        {paper.channel, paper.for_id, paper.for_name,
            {paper.constituency, paper.body_id, paper.body_name}});
}

} // namespace

base::Result<Suggested> enter_paper(services::Services& services, const base::Actor& actor,
    const CallId& id, const PaperSuggestion& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Suggested> {
        const auto call = TRY(find_call(tx, id));
        auto paper = TRY(paper_from(tx, id, asked));
        const auto standing = standing_beside(tx, paper);
        if (auto same = same_among(standing, asked)) {
            auto code = give_answer_code(services, tx, same->id);
            return Suggested{*std::move(same), false, std::move(code)};
        }
        CHECK(may_enter_paper(call,
            {.paper_day = asked.paper_day,
                .today = people::day_of(services.clock.now()),
                .as = asked.constituency,
                .handed_in = static_cast<std::int64_t>(standing.size()),
                .problem_characters = json::code_points(asked.problem),
                .reason_characters = json::code_points(asked.reason)}));
        auto entered = begin_suggestion(services, tx, actor, std::move(paper));
        auto code = give_answer_code(services, tx, entered.id);
        return Suggested{std::move(entered), true, std::move(code)};
    });
}

} // namespace xieshang::calls
