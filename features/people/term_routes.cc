// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/body_page_actions.h"
#include "features/people/membership_actions.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"

namespace xieshang::people {
namespace {

constexpr std::size_t most_re_election_bytes = 8U << 20U;

base::Result<TermList> list(http::Call& call) { return term_list(call.services(), call.actor()); }

base::Result<TermView> make(http::Call& call, const NewTermBody& body)
{
    const auto made = TRY(add_term(call.services(), call.actor(), {body.number, body.period}));
    return term_page(call.services(), made.id);
}

base::Result<ReElectionPreview> preview(
    http::Call& call, const http::Options<ReElectionDay>& options)
{
    return re_election_preview(call.services(), options->from.value_or(""));
}

base::Result<ReElectionView> elect(http::Call& call, const ReElectionBody& body)
{
    const auto done =
        TRY(re_elect(call.services(), call.actor(), {body.number, body.period}, body.named));
    return ReElectionView{TRY(term_page(call.services(), done.closed.id)),
        TRY(term_page(call.services(), done.next.id)),
        static_cast<std::int64_t>(done.memberships.size()),
        static_cast<std::int64_t>(done.ended.size())};
}

} // namespace

void add_term_routes(http::Api& api)
{
    api.get("/api/terms", list,
        {.name = "listTerms", .summary = "All terms by number", .policy = policies::see_bodies});
    api.post("/api/terms", make,
        {.name = "makeTerm",
            .summary = "Enter the first term, or an earlier one later",
            .policy = policies::keep_register,
            .status = 201});
    api.get("/api/terms/re-election", preview,
        {.name = "previewReElection",
            .summary = "What a re-election from that day on would close, and whom it concerns",
            .policy = policies::keep_register});
    api.post("/api/terms/re-election", elect,
        {.name = "reElect",
            .summary = "Close the term that runs and open the next with those who are named",
            .policy = policies::keep_register,
            .status = 201,
            .body_limit = most_re_election_bytes});
}

} // namespace xieshang::people
