// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_routes.h"
#include "features/calls/public_form_actions.h"
#include "platform/texts/texts.h"

namespace xieshang::calls {
namespace {

base::Result<PublicCall> show(http::Call& call, const std::string& code)
{
    auto view = TRY(public_call(call.services(), code));
    if (view.cannot_suggest_because) {
        view.cannot_suggest_because =
            texts::built_in().text(call.language(), *view.cannot_suggest_because,
                {{"day", view.phase == CallPhase::coming ? view.opens_on : view.closes_on}});
    }
    return view;
}

base::Result<PublicReceipt> hand_in(
    http::Call& call, const std::string& code, const PublicSuggestion& body)
{
    return suggest_publicly(call.services(), code, body, call.request().remote_address);
}

base::Result<PublicSimilarList> similar_ones(
    http::Call& call, const std::string& code, const PublicSimilarAsk& body)
{
    return similar_publicly(call.services(), code, body, call.request().remote_address);
}

base::Result<PublicAnswer> answer(http::Call& call, const AnswerCode& body)
{
    return public_answer(call.services(), body.answer_code);
}

} // namespace

// An answer code is a secret: it is in no address, and nothing that holds it is kept with a key.
// Nor is in an address what somebody types of his troubles.
void add_public_form_routes(http::Api& api)
{
    api.get("/api/public/calls/{code}", show,
        {.name = "findPublicCall",
            .summary = "The public's form of a call, by its code",
            .policy = http::anyone});
    api.post("/api/public/calls/{code}", hand_in,
        {.name = "suggestPublicly",
            .summary = "Hand in a suggestion without an account; gives the code for its answer",
            .policy = http::anyone,
            .status = 201,
            .settles = http::Settles::by_itself,
            .description = "Held back by the address as attempts to sign in are"});
    api.post("/api/public/calls/{code}/similar", similar_ones,
        {.name = "findSimilarPublicly",
            .summary = "Suggestions that say something similar, by title and answer, for who fills "
                       "in the public's form",
            .policy = http::anyone,
            .settles = http::Settles::by_itself,
            .description = "Of those that everybody sees; held back by the address"});
    api.post("/api/public/answers", answer,
        {.name = "findPublicAnswer",
            .summary = "What became of a suggestion, by its answer code",
            .policy = http::anyone,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::calls
