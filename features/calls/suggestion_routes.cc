// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_policies.h"
#include "features/calls/calls_routes.h"
#include "features/calls/merge_actions.h"
#include "features/calls/paper_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/suggestion_page_actions.h"
#include "platform/texts/texts.h"

namespace xieshang::calls {
namespace {

base::Result<SuggestionView> page(
    http::Call& call, const base::Asker& asker, const SuggestionId& id)
{
    auto view = TRY(suggestion_page(call.services(), asker, id));
    const auto in_words = [&](std::optional<std::string>& code) {
        if (code) {
            code = texts::built_in().text(call.language(), *code);
        }
    };
    if (view.details) {
        in_words(view.details->cannot_edit_because);
        for (auto& offer : view.details->actions) {
            in_words(offer.refusal);
        }
    }
    return view;
}

base::Result<SuggestionView> show(http::Call& call, const SuggestionId& id)
{
    return page(call, call.asker(), id);
}

// After a change he sees it as its page does.
base::Result<SuggestionView> shown(http::Call& call, const SuggestionId& id)
{
    return page(call, {call.actor(), policies::see_suggestion}, id);
}

base::Result<SuggestedView> hand_in(http::Call& call, const CallId& id, const NewSuggestion& body)
{
    const auto taken = TRY(suggest(call.services(), call.actor(), id, body));
    return SuggestedView{taken.suggestion.id, !taken.is_new};
}

base::Result<PaperReceipt> type_in(http::Call& call, const CallId& id, const PaperSuggestion& body)
{
    const auto taken = TRY(enter_paper(call.services(), call.actor(), id, body));
    return PaperReceipt{{taken.suggestion.id, !taken.is_new}, taken.answer_code};
}

base::Result<SuggestionView> edit(
    http::Call& call, const SuggestionId& id, const SuggestionWords& body)
{
    CHECK(edit_suggestion(call.services(), call.asker(), id, call.version_seen(), body));
    return show(call, id);
}

base::Result<SuggestionView> step(
    http::Call& call, const SuggestionId& id, const SuggestionStepRequest& body)
{
    CHECK(take_suggestion_step(call.services(), call.asker(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<SuggestionView> comment(
    http::Call& call, const SuggestionId& id, const NewComment& body)
{
    CHECK(add_comment(call.services(), call.asker(), id, body));
    return shown(call, id);
}

base::Result<SuggestionView> ask(http::Call& call, const SuggestionId& id, const MergeRequest& body)
{
    CHECK(ask_merge(call.services(), call.actor(), id, body));
    return shown(call, id);
}

base::Result<void> answer(http::Call& call, const MergeId& id, const ConsentRequest& body)
{
    CHECK(answer_merge(call.services(), call.asker(), id, body));
    return {};
}

base::Result<SuggestionContact> look(
    http::Call& call, const SuggestionId& id, const ContactReason& body)
{
    return look_at_contact(call.services(), call.actor(), id, body.reason);
}

void add_ways_in(http::Api& api)
{
    api.post("/api/calls/{id}/suggestions", hand_in,
        {.name = "suggestTopic",
            .summary = "Hand in a suggestion under a call; the same text again is the one there",
            .policy = policies::suggest,
            .status = 201});
    api.post("/api/calls/{id}/papers", type_in,
        {.name = "enterPaperSuggestion",
            .summary = "Enter a suggestion from paper, under the name of who wrote it",
            .policy = policies::enter_papers,
            .status = 201,
            .settles = http::Settles::by_itself, // nothing that holds a code is kept with a key
            .description = "The same paper again is the one there; each time gives another code"});
}

void add_merging(http::Api& api)
{
    api.post("/api/suggestions/{id}/merges", ask,
        {.name = "askToMergeSuggestion",
            .summary = "Ask both proposers whether this suggestion becomes part of another",
            .policy = policies::ask_merge,
            .status = 201});
    api.post("/api/merges/{id}/consents", answer,
        {.name = "answerMerge",
            .summary =
                "Agree or decline for one's own suggestion; the office for who has no account",
            .policy = policies::answer_merge});
}

} // namespace

void add_suggestion_routes(http::Api& api)
{
    add_ways_in(api);
    api.get("/api/suggestions/{id}", show,
        {.name = "findSuggestion",
            .summary = "A suggestion: its answer, and for whom it may be its words and its life",
            .policy = policies::see_suggestion});
    api.patch("/api/suggestions/{id}", edit,
        {.name = "editSuggestion",
            .summary = "Change the words of one's own suggestion before it is screened",
            .policy = policies::edit_suggestion,
            .versioned = true});
    api.post("/api/suggestions/{id}/steps", step,
        {.name = "takeSuggestionStep",
            .summary =
                "Withdraw, screen, reject, reserve, pass on, merge or reopen, with the reason",
            .policy = policies::take_step,
            .status = 201,
            .versioned = true});
    api.post("/api/suggestions/{id}/comments", comment,
        {.name = "commentOnSuggestion",
            .summary = "Add a reviewer's comment, which stays",
            .policy = policies::comment,
            .status = 201});
    add_merging(api);
    api.post("/api/suggestions/{id}/contact-looks", look,
        {.name = "lookAtSuggestionContact",
            .summary = "See the contact that the public left; the record keeps the reason",
            .policy = policies::look_at_contact,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::calls
