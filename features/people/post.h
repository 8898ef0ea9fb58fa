// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A post 职务 of an organisation, and the tenures 任职 of those who hold it, by days. Pure.
#pragma once

#include "features/people/organisation.h"
#include "features/people/registered_person.h"

namespace xieshang::people {

using PostId = base::Id<struct PostTag>;
using TenureId = base::Id<struct TenureTag>;

struct Post {
    PostId id;
    OrganisationId organisation_id;
    std::string title;  // 主席, 副主席, 召集人
    bool single_seat{}; // at most one holder on each day
    std::int64_t version{};
    base::Instant updated_at;
    bool term_bound{}; // of a term: a re-election ends its tenures
};
BOOST_DESCRIBE_STRUCT(
    Post, (), (id, organisation_id, title, single_seat, version, updated_at, term_bound))

struct PostChange { // what is absent stays
    json::Change<std::string> title{};
    json::Change<bool> single_seat{};
    json::Change<bool> term_bound{};
};
BOOST_DESCRIBE_STRUCT(PostChange, (), (title, single_seat, term_bound))

struct Withdrawal { // of a tenure that was entered by mistake
    base::Instant at;
    std::string by_id;
    std::string by_name;
    std::string reason;

    bool operator==(const Withdrawal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (at, by_id, by_name, reason))

struct Tenure {
    TenureId id;
    PostId post_id;
    PersonId person_id;
    Period period;
    std::int64_t version{};
    base::Instant updated_at;
    std::optional<Withdrawal> withdrawn{}; // then it says of no day who held the post
};
BOOST_DESCRIBE_STRUCT(Tenure, (), (id, post_id, person_id, period, version, updated_at, withdrawn))

// Who held this post on that day; `tenures` may be of several posts.
std::vector<PersonId> holders_on(
    const std::vector<Tenure>& tenures, const PostId& post, std::string_view day);

// Whether the tenure may stand beside the others. Refusals, all 422: period.invalid;
// post.taken with {from, until} where a single seat is held by somebody else on one of its days;
// post.held_twice where the same person holds the post on one of its days already.
base::Result<void> may_hold(
    const Post& post, const Tenure& tenure, const std::vector<Tenure>& others);

// A tenure lies within the days of the organisation of its post. Refuses with
// tenure.organisation_closed (422, {organisation}), at /from with tenure.before_organisation
// {organisation, from} or tenure.after_organisation {organisation, until}, at /until with the
// latter.
base::Result<void> lies_within(const Tenure& tenure, const OrganisationWords& organisation);

} // namespace xieshang::people
