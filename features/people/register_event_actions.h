// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record keeps of a change in the register: the row as it stands after it, and why.
#pragma once

#include "platform/json/json.h"
#include "platform/record/record.h"
#include "platform/services/services.h"

#include <string>

namespace xieshang::people {

// `kind` is the table of the row; the event is named kind.verb.
template <class Row>
void tell(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const std::string& kind, const std::string& verb, const Row& row,
    const std::string& reason = {})
{
    record::append(tx, actor, row.updated_at, services.random,
        {kind + "." + verb, kind, row.id.text, row.version,
            R"({"after":)" + json::write(row) + R"(,"reason":)" + json::write(reason) + "}"});
}

} // namespace xieshang::people
