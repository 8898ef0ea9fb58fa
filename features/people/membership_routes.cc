// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_actions.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"
#include "features/people/person_page_actions.h"

namespace xieshang::people {
namespace {

base::Result<MembershipView> page(
    http::Call& call, const base::Asker& asker, const MembershipId& id)
{
    auto view = TRY(membership_page(call.services(), asker, id));
    translate(call, view);
    return view;
}

base::Result<MembershipView> show(http::Call& call, const MembershipId& id)
{
    return page(call, call.asker(), id);
}

base::Result<MembershipView> invite(http::Call& call, const InvitationBody& body)
{
    const auto invited = TRY(invite_member(call.services(), call.actor(),
        {body.term_id, {body.person_id, body.sector_id, body.group_id, false}, body.reason,
            body.day}));
    return page(call, {call.actor(), policies::see_membership}, invited.id);
}

base::Result<MembershipView> step(
    http::Call& call, const MembershipId& id, const MembershipStepRequest& body)
{
    if (body.action == MembershipAction::move) {
        return base::refuse("membership.move_elsewhere");
    }
    CHECK(take_membership_step(call.services(), call.actor(),
        {.id = id,
            .version_seen = call.version_seen(),
            .action = body.action,
            .reason = body.reason,
            .day = body.day}));
    return page(call, {call.actor(), policies::see_membership}, id);
}

base::Result<MembershipView> move(http::Call& call, const MembershipId& id, const MoveBody& body)
{
    CHECK(take_membership_step(call.services(), call.actor(),
        {id, call.version_seen(), MembershipAction::move, body.reason, body.sector_id,
            body.group_id, body.day}));
    return page(call, {call.actor(), policies::see_membership}, id);
}

base::Result<MembershipHistory> history(http::Call& call, const MembershipId& id)
{
    return membership_history(call.services(), call.asker(), id);
}

} // namespace

void add_membership_routes(http::Api& api)
{
    api.post("/api/memberships", invite,
        {.name = "inviteMember",
            .summary = "Invite a person as a member of a term, also one who has left in it",
            .policy = policies::keep_register,
            .status = 201});
    api.get("/api/memberships/{id}", show,
        {.name = "findMembership",
            .summary = "A membership with the steps that are open and why others are not",
            .policy = policies::see_membership});
    api.post("/api/memberships/{id}/steps", step,
        {.name = "takeMembershipStep",
            .summary = "Confirm, suspend, reinstate, let leave, or invite again",
            .policy = policies::keep_register,
            .status = 201,
            .versioned = true});
    api.post("/api/memberships/{id}/place", move,
        {.name = "moveMember",
            .summary = "Move a member to another sector or group, with a reason",
            .policy = policies::keep_register,
            .versioned = true});
    api.get("/api/memberships/{id}/steps", history,
        {.name = "membershipHistory",
            .summary = "The steps that a membership has taken, with their reasons",
            .policy = policies::see_history});
}

} // namespace xieshang::people
