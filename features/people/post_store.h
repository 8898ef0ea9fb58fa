// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ posts and tenures, nothing else.
#pragma once

#include "features/people/organisation_days.h"
#include "features/people/post.h"
#include "platform/db/db.h"

namespace xieshang::people {

base::Result<Post> find_post(db::Tx& tx, const PostId& id); // or post.not_found
std::vector<Post> posts_of(db::Tx& tx, const OrganisationId& organisation);
std::vector<std::string> post_ids(db::Tx& tx);
std::vector<std::string> tenure_ids(db::Tx& tx);
void insert_post(db::Tx& tx, const Post& post);
// The row must still have `version_before`, else post.stale.
base::Result<void> update_post(db::Tx& tx, const Post& post, std::int64_t version_before);

struct PostCount {
    OrganisationId organisation_id;
    std::int64_t posts{};
};
BOOST_DESCRIBE_STRUCT(PostCount, (), (organisation_id, posts))
std::vector<PostCount> posts_counted(db::Tx& tx); // of those that have any

base::Result<Tenure> find_tenure(db::Tx& tx, const TenureId& id); // or tenure.not_found
// By first day; of what was taken back only where it is said.
std::vector<Tenure> tenures_of_post(db::Tx& tx, const PostId& post);
std::vector<Tenure> tenures_of_person(db::Tx& tx, const PersonId& person);
std::vector<Tenure> withdrawn_tenures_of_post(db::Tx& tx, const PostId& post);
std::vector<std::string> all_tenure_ids_of(db::Tx& tx, const PersonId& person); // taken back, too
void insert_tenure(db::Tx& tx, const Tenure& tenure);

// Writes the days and the withdrawal; the row must still have `version_before`, else tenure.stale.
base::Result<void> update_tenure(db::Tx& tx, const Tenure& tenure, std::int64_t version_before);

struct PostHeld {
    PersonId person_id;
    std::string title;
    std::string organisation; // its short name
};
BOOST_DESCRIBE_STRUCT(PostHeld, (), (person_id, title, organisation))
std::vector<PostHeld> posts_held_on(db::Tx& tx, std::string_view day); // by person
std::vector<PostHeld> posts_held_by(db::Tx& tx, const PersonId& person, std::string_view day);

struct TermBoundTenure {
    TenureId id;
    PersonId person_id;
    std::string name; // of the holder
    std::string title;
    std::string organisation;
};
BOOST_DESCRIBE_STRUCT(TermBoundTenure, (), (id, person_id, name, title, organisation))
// What a term that ends on that day ends with it.
std::vector<TermBoundTenure> tenures_bound_to_term(db::Tx& tx, std::string_view last_day);

// Who held its posts, by name, and when.
std::vector<OrganisationUse> uses_by_tenures(db::Tx& tx, const OrganisationId& organisation);

// Who holds a post of it on that day, each once.
std::vector<PersonId> holders_on(
    db::Tx& tx, const OrganisationId& organisation, std::string_view day);

// The organisations of which a person holds a post on that day.
std::vector<std::string> bodies_on(db::Tx& tx, const PersonId& person, std::string_view day);

} // namespace xieshang::people
