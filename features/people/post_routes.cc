// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/body_page_actions.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"
#include "features/people/post_actions.h"
#include "features/people/tenure_correction_actions.h"

namespace xieshang::people {
namespace {

base::Result<PostView> show(http::Call& call, const PostId& id)
{
    return post_page(call.services(), call.asker(), id);
}

// As whoever may change it sees it.
base::Result<PostView> changed(http::Call& call, const PostId& id)
{
    return post_page(call.services(), {call.actor(), policies::see_post}, id);
}

base::Result<PostView> edit(http::Call& call, const PostId& id, const PostChange& body)
{
    CHECK(edit_post(call.services(), call.actor(), {id, call.version_seen(), body}));
    return changed(call, id);
}

base::Result<HoldersView> holders(
    http::Call& call, const PostId& id, const http::Options<DayChoice>& options)
{
    return holders_on_day(call.services(), id, options->on.value_or(""));
}

base::Result<PostView> appoint(http::Call& call, const PostId& id, const NewTenureBody& body)
{
    CHECK(
        begin_tenure(call.services(), call.actor(), {id, body.person_id, {body.from, body.until}}));
    return changed(call, id);
}

base::Result<PostView> end(http::Call& call, const TenureId& id, const TenureEnd& body)
{
    const auto ended =
        TRY(end_tenure(call.services(), call.actor(), id, call.version_seen(), body.last_day));
    return changed(call, ended.post_id);
}

base::Result<PostView> correct(http::Call& call, const TenureId& id, const TenureChange& body)
{
    const auto corrected =
        TRY(correct_tenure(call.services(), call.actor(), id, call.version_seen(), body));
    return changed(call, corrected.post_id);
}

base::Result<PostView> take_back(http::Call& call, const TenureId& id, const TenureWithdrawal& body)
{
    const auto withdrawn =
        TRY(withdraw_tenure(call.services(), call.actor(), id, call.version_seen(), body.reason));
    return changed(call, withdrawn.post_id);
}

} // namespace

void add_post_routes(http::Api& api)
{
    api.get("/api/posts/{id}", show,
        {.name = "findPost",
            .summary = "A post with everybody who ever held it",
            .policy = policies::see_post});
    api.patch("/api/posts/{id}", edit,
        {.name = "editPost",
            .summary = "Change a post's title and kind",
            .policy = policies::keep_register,
            .versioned = true,
            .description = "A merge patch (RFC 7396): what is absent stays"});
    api.get("/api/posts/{id}/holders", holders,
        {.name = "holdersOfPost",
            .summary = "Who held this post on that day",
            .policy = policies::see_bodies});
    api.post("/api/posts/{id}/tenures", appoint,
        {.name = "beginTenure",
            .summary = "Appoint a person to a post",
            .policy = policies::keep_register,
            .status = 201});
    api.post("/api/tenures/{id}/end", end,
        {.name = "endTenure",
            .summary = "End a tenure with a day; If-Match is the tenure's version",
            .policy = policies::keep_register,
            .versioned = true});
    api.patch("/api/tenures/{id}", correct,
        {.name = "correctTenure",
            .summary = "Correct the days of a tenure that were entered wrongly, with a reason",
            .policy = policies::keep_register,
            .versioned = true,
            .description = "A merge patch (RFC 7396): what is absent stays"});
    api.post("/api/tenures/{id}/withdrawal", take_back,
        {.name = "withdrawTenure",
            .summary = "Take back a tenure that was entered by mistake, with a reason",
            .policy = policies::keep_register,
            .versioned = true});
}

} // namespace xieshang::people
