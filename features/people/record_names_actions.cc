// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/record_names_actions.h"

#include "features/people/contact_actions.h"
#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"

namespace xieshang::people {
namespace {

using Name = std::optional<std::string>;

Name of_membership(db::Tx& tx, const std::string& id)
{
    const auto membership = find_membership(tx, MembershipId{id});
    return membership ? name_of_registered(tx, membership->person_id) : Name();
}

Name of_post(db::Tx& tx, const PostId& id)
{
    const auto post = find_post(tx, id);
    if (!post) {
        return {};
    }
    const auto body = name_of_organisation(tx, post->organisation_id);
    return body ? *body + " · " + post->title : post->title;
}

Name of_tenure(db::Tx& tx, const std::string& id)
{
    const auto tenure = find_tenure(tx, TenureId{id});
    if (!tenure) {
        return {};
    }
    const auto person = name_of_registered(tx, tenure->person_id);
    const auto post = of_post(tx, tenure->post_id);
    return person && post ? *person + " · " + *post : person;
}

Name of_term(db::Tx& tx, const std::string& id)
{
    const auto term = find_term(tx, TermId{id});
    return term ? Name(std::to_string(term->number)) : Name();
}

} // namespace

std::vector<std::string> objects_of_person(db::Tx& tx, const PersonId& person)
{
    auto ids = contact_names(person);
    for (const auto& membership : memberships_of(tx, person)) {
        ids.push_back(membership.id.text);
    }
    for (auto& tenure : all_tenure_ids_of(tx, person)) {
        ids.push_back(std::move(tenure));
    }
    return ids;
}

std::optional<std::string> record_name(db::Tx& tx, std::string_view kind, const std::string& id)
{
    if (kind == "membership") {
        return of_membership(tx, id);
    }
    if (kind == "tenure") {
        return of_tenure(tx, id);
    }
    if (kind == "post") {
        return of_post(tx, PostId{id});
    }
    return kind == "term" ? of_term(tx, id) : Name();
}

} // namespace xieshang::people
