// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/contact_actions.h"
#include "features/people/contact_files_actions.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"

namespace xieshang::people {
namespace {

base::Result<Contact> contact_of(const std::string& name)
{
    Contact contact{};
    if (!boost::describe::enum_from_string(name.c_str(), contact)) {
        return base::trouble(base::Trouble::not_found, "contact.unknown");
    }
    return contact;
}

base::Result<ContactView> look(
    http::Call& call, const PersonId& id, const std::string& contact, const ContactLook& body)
{
    return look_at_contact(
        call.services(), call.asker(), id, TRY(contact_of(contact)), body.reason);
}

base::Result<void> keep(
    http::Call& call, const PersonId& id, const std::string& contact, const NewContact& body)
{
    return keep_contact(call.services(), call.asker(), id,
        {TRY(contact_of(contact)), body.value, call.version_seen()});
}

base::Result<ContactsErased> erase(http::Call& call, const PersonId& id, const std::string& contact)
{
    const auto which = TRY(contact_of(contact));
    auto left = TRY(files_with_contacts(call.services(), call.asker(), id, {which}));
    return call.settle([&](services::Services& joined) -> base::Result<ContactsErased> {
        CHECK(erase_contact(joined, call.asker(), id, which));
        return left;
    });
}

base::Result<ContactsErased> erase_all(http::Call& call, const PersonId& id)
{
    auto left = TRY(files_with_contacts(call.services(), {call.actor(), policies::change_contact},
        id, {all_contacts.begin(), all_contacts.end()}));
    return call.settle([&](services::Services& joined) -> base::Result<ContactsErased> {
        CHECK(erase_contacts(joined, call.actor(), id));
        return left;
    });
}

constexpr auto files_told = "Tells in how many kept files of rosters they still stand; the office "
                            "is told in which, and may erase them";

} // namespace

// Looks and new values are never kept with a key: not even the digest of such a request is.
void add_contact_routes(http::Api& api)
{
    api.post("/api/people/{id}/contacts/{contact}/looks", look,
        {.name = "lookAtContact",
            .summary = "See one contact; the look is kept in the record with its reason",
            .policy = policies::look_at_contact,
            .settles = http::Settles::by_itself});
    api.put("/api/people/{id}/contacts/{contact}", keep,
        {.name = "keepContact",
            .summary = "Set telephone, email or identity_number of a person",
            .policy = policies::change_contact,
            .versioned = true,
            .settles = http::Settles::by_itself,
            .description = "If-Match is the contact's version: \"v0\" where none is kept"});
    api.del("/api/people/{id}/contacts/{contact}", erase,
        {.name = "eraseContact",
            .summary = "Erase one contact for good",
            .policy = policies::change_contact,
            .settles = http::Settles::in_handler,
            .description = files_told});
    api.del("/api/people/{id}/contacts", erase_all,
        {.name = "eraseContacts",
            .summary = "Erase all contacts of a person for good",
            .policy = policies::keep_register,
            .settles = http::Settles::in_handler,
            .description = files_told});
}

} // namespace xieshang::people
