// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/register_event_actions.h"

#include "platform/crypto/crypto.h"

namespace xieshang::people {

ToldPerson told_of(const RegisteredPerson& person)
{
    return {person.id, person.words.name, person.invented, person.version, person.updated_at,
        crypto::sha256_hex(person.salt + json::write(person.words))};
}

std::string new_salt(base::Random& random) { return crypto::new_token(random); }

} // namespace xieshang::people
