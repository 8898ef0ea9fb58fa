// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/account_name_actions.h"

#include "features/members/rename_actions.h"

namespace xieshang::people {

base::Result<void> name_account(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const RegisteredPerson& person)
{
    const auto& name = person.words.name;
    if (!members::rename_account(
            services, tx, actor, person.id, name)) { // without the other's login
        return tl::unexpected(base::Error{base::Trouble::refused, "people.invalid", {},
            {{"/name", name_of_another, {{"name", name}}}}});
    }
    return {};
}

} // namespace xieshang::people
