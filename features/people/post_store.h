// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ posts and tenures, nothing else.
#pragma once

#include "features/people/post.h"
#include "platform/db/db.h"

namespace xieshang::people {

base::Result<Post> find_post(db::Tx& tx, const PostId& id); // or post.not_found
std::vector<Post> posts_of(db::Tx& tx, const OrganisationId& organisation);
std::vector<std::string> post_ids(db::Tx& tx);
std::vector<std::string> tenure_ids(db::Tx& tx);
void insert_post(db::Tx& tx, const Post& post);

base::Result<Tenure> find_tenure(db::Tx& tx, const TenureId& id);          // or tenure.not_found
std::vector<Tenure> tenures_of_post(db::Tx& tx, const PostId& post);       // by first day
std::vector<Tenure> tenures_of_person(db::Tx& tx, const PersonId& person); // by first day
void insert_tenure(db::Tx& tx, const Tenure& tenure);

// Writes the days; the row must still have `version_before`, else tenure.stale.
base::Result<void> update_tenure(db::Tx& tx, const Tenure& tenure, std::int64_t version_before);

// The organisations of which a person holds a post on that day.
std::vector<std::string> bodies_on(db::Tx& tx, const PersonId& person, std::string_view day);

} // namespace xieshang::people
