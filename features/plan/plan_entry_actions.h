// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the search finds of plans and plan documents. Of files with the same bytes it finds one.
// put_entries() and put_entry() are for verbs, in the transaction of the change; the last ones make
// the entries anew, some at a time, each time in a transaction of their own.
#pragma once

#include "features/plan/document.h"
#include "features/plan/plan.h"
#include "features/plan/reading.h"
#include "platform/search/index.h"
#include "platform/services/services.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

// The plan and its topics, whose entries tell its title, year and state.
std::vector<search::Entry> entries_of(db::Tx& tx, const Plan& plan);
// Each line that a reader of the file sees, at its number: of the newest document with these bytes
// of which a plan was made, with the title and year of that plan; else, for the office alone, of
// the newest import that is not discarded.
std::optional<search::Entry> entry_of_file(
    db::Tx& tx, std::string_view sha256, const Reading& reading);

void put_entries(services::Services& services, db::Tx& tx, const Plan& plan);

// The document of a plan, read outside of the transaction that changes the plan's title, year or
// state; none when it has none.
struct ReadDocument {
    std::string sha256;
    Reading reading;
};
std::optional<ReadDocument> document_read_for(services::Services& services, const PlanId& id);
// The plan's, and the document's, which tells the plan's title and year.
void put_entries(services::Services& services, db::Tx& tx, const Plan& plan,
    const std::optional<ReadDocument>& document);

// entry_of_file(); what the search had of other documents with these bytes goes.
void put_entry(
    services::Services& services, db::Tx& tx, const std::string& sha256, const Reading& reading);

// At most `most` more after `id` (empty: the first); `id` is then the last of them. Gives how many,
// 0 at the end. A document whose bytes have gone or are no plan any more is found by its name.
std::int64_t put_more_plans(services::Services& services, std::string& id, std::int64_t most);
std::int64_t put_more_documents(services::Services& services, std::string& id, std::int64_t most);
std::int64_t count_entries_to_put(services::Services& services); // plans and documents

} // namespace xieshang::plan
