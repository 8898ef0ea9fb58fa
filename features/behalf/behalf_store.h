// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ acts on behalf, who is told of them, their steps and scans; nothing else.
#pragma once

#include "features/behalf/behalf_search.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::behalf {

void insert_scan(db::Tx& tx, const BehalfScan& scan);
base::Result<BehalfScan> find_scan(db::Tx& tx, const ScanId& id); // or behalf.not_found
std::vector<BehalfScan> all_scans(db::Tx& tx);

void insert_act(db::Tx& tx, const BehalfAct& act, const std::vector<PersonId>& told);
base::Result<BehalfAct> find_act(db::Tx& tx, const ActId& id); // or behalf.not_found
std::vector<std::string> act_ids(db::Tx& tx);
std::vector<std::string> scan_ids(db::Tx& tx);
std::vector<PersonId> told_of(db::Tx& tx, const ActId& id); // by id
bool is_told(db::Tx& tx, const ActId& id, std::string_view person_id);

// Writes state, version and time; the row must still have `version_before`, else behalf.stale.
base::Result<void> update_act(db::Tx& tx, const BehalfAct& act, std::int64_t version_before);

struct KeptBehalfStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    BehalfAction action{};
    BehalfState from_state{};
    BehalfState to_state{};
    std::string words;

    bool operator==(const KeptBehalfStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    KeptBehalfStep, (), (version, at_ms, by_id, by_name, action, from_state, to_state, words))

void insert_step(db::Tx& tx, const ActId& id, const KeptBehalfStep& step);

struct NewAct { // told to one person, with its first step
    BehalfAct act;
    PersonId told;
    KeptBehalfStep step;
};
void insert_acts(db::Tx& tx, const std::vector<NewAct>& acts);
std::vector<KeptBehalfStep> steps_of(db::Tx& tx, const ActId& id);

std::vector<BehalfAct> search_acts(db::Tx& tx, const BehalfSearch& search);
std::int64_t sort_value(const BehalfAct& act, BehalfOrder order);

// Told to this person, and not opened by him yet: the act itself, or the answer to an objection.
std::int64_t unopened(db::Tx& tx, std::string_view person_id);
// He took note of it, or objected, since it was told or answered last.
bool has_opened(db::Tx& tx, const ActId& id, std::string_view person_id);

// On that object, by the version that the act made.
std::vector<BehalfAct> acts_on(db::Tx& tx, std::string_view object_kind, std::string_view id);

} // namespace xieshang::behalf
