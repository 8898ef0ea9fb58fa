// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/contact_actions.h"
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
    return keep_contact(call.services(), call.asker(), id, TRY(contact_of(contact)), body.value);
}

base::Result<void> erase(http::Call& call, const PersonId& id, const std::string& contact)
{
    return erase_contact(call.services(), call.asker(), id, TRY(contact_of(contact)));
}

base::Result<void> erase_all(http::Call& call, const PersonId& id)
{
    return erase_contacts(call.services(), call.actor(), id);
}

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
            .settles = http::Settles::by_itself});
    api.del("/api/people/{id}/contacts/{contact}", erase,
        {.name = "eraseContact",
            .summary = "Erase one contact for good",
            .policy = policies::change_contact});
    api.del("/api/people/{id}/contacts", erase_all,
        {.name = "eraseContacts",
            .summary = "Erase all contacts of a person for good",
            .policy = policies::keep_register});
}

} // namespace xieshang::people
