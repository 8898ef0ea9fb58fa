// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// In which kept files of rosters a contact of somebody stands, so that who erases it learns where
// it is left (PRI-03). Each file is read anew: slow, before a transaction.
#pragma once

#include "features/people/contact.h"
#include "features/people/people_shapes.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::people {

// Of those contacts that the asker may erase. The office is told which files, whose contact it is
// how many: a roster is not his.
base::Result<ContactsErased> files_with_contacts(services::Services& services,
    const base::Asker& asker, const PersonId& id, const std::vector<Contact>& contacts);

} // namespace xieshang::people
