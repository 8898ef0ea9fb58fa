// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/body_page_actions.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"

namespace xieshang::people {
namespace {

base::Result<OrganisationList> list(
    http::Call& call, const http::Options<OrganisationFilter>& asked)
{
    return organisation_list(call.services(), asked.given);
}

base::Result<OrganisationView> show(http::Call& call, const OrganisationId& id)
{
    return organisation_page(call.services(), call.actor(), id);
}

base::Result<OrganisationView> make(http::Call& call, const OrganisationWords& body)
{
    return show(call, TRY(add_organisation(call.services(), call.actor(), body)).id);
}

base::Result<OrganisationCode> propose_code(
    http::Call& call, const http::Options<OrganisationCodeChoice>& asked)
{
    return organisation_code(call.services(), asked->name.value_or(""),
        asked->kind.value_or(OrganisationKind::department));
}

base::Result<OrganisationView> edit(
    http::Call& call, const OrganisationId& id, const OrganisationChange& body)
{
    CHECK(edit_organisation(call.services(), call.actor(), id, call.version_seen(), body));
    return show(call, id);
}

base::Result<OrganisationView> close(
    http::Call& call, const OrganisationId& id, const ClosingBody& body)
{
    CHECK(close_organisation(
        call.services(), call.actor(), {id, call.version_seen(), body.last_day, body.reason}));
    return show(call, id);
}

base::Result<PostList> posts(
    http::Call& call, const OrganisationId& id, const http::Options<DayChoice>& options)
{
    return posts_of_organisation(call.services(), id, options->on.value_or(""));
}

base::Result<PostView> make_post(
    http::Call& call, const OrganisationId& id, const NewPostBody& body)
{
    const auto made = TRY(add_post(call.services(), call.actor(),
        {id, body.title, body.single_seat, body.term_bound.value_or(false)}));
    return post_page(call.services(), {call.actor(), policies::see_post}, made.id);
}

} // namespace

void add_organisation_routes(http::Api& api)
{
    api.get("/api/organisations", list,
        {.name = "listOrganisations",
            .summary = "The organisations that fit, sorted; the tree is in parent_id",
            .policy = policies::see_bodies});
    api.get("/api/organisations/code", propose_code,
        {.name = "proposeOrganisationCode",
            .summary = "A code for an organisation of this name that nobody has",
            .policy = policies::keep_register});
    api.get("/api/organisations/{id}", show,
        {.name = "findOrganisation",
            .summary = "An organisation with its posts, today's holders and those below it",
            .policy = policies::see_bodies});
    api.post("/api/organisations", make,
        {.name = "makeOrganisation",
            .summary = "Enter an organisation into the register",
            .policy = policies::keep_register,
            .status = 201});
    api.patch("/api/organisations/{id}", edit,
        {.name = "editOrganisation",
            .summary = "Change an organisation's words",
            .policy = policies::keep_register,
            .versioned = true,
            .description = "A merge patch (RFC 7396): what is absent stays, null erases. Another "
                           "kind is refused with organisation.kind_in_use while members of any "
                           "term are placed there as in a sector or a group"});
    api.post("/api/organisations/{id}/closing", close,
        {.name = "closeOrganisation",
            .summary = "Let an organisation end with a day; it stays in the register",
            .policy = policies::keep_register,
            .versioned = true});
    api.get("/api/organisations/{id}/posts", posts,
        {.name = "listPosts",
            .summary = "The posts of an organisation with their holders on a day",
            .policy = policies::see_bodies});
    api.post("/api/organisations/{id}/posts", make_post,
        {.name = "makePost",
            .summary = "Make a post of an organisation",
            .policy = policies::keep_register,
            .status = 201});
}

} // namespace xieshang::people
