// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ plans, nothing else. Each function runs in the transaction that it is handed; absent rows
// are plan.not_found.
#pragma once

#include "features/plan/plan.h"
#include "features/plan/plan_line.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

base::Result<Plan> find_plan(db::Tx& tx, const PlanId& id);
std::optional<PlanId> newest_plan_of(db::Tx& tx, const DocumentId& id);
std::optional<Plan> standing_plan_of(db::Tx& tx, const DocumentId& id);       // not discarded
std::optional<Plan> oldest_plan_of_file(db::Tx& tx, std::string_view sha256); // not discarded
std::optional<Plan> standing_plan_of_year(db::Tx& tx, std::int64_t year);     // not discarded
// Another plan of its year and committee that was issued, also where its year is over. Committees
// are one where they read the same (folding.h, without blanks); one that is not said is any.
std::optional<Plan> issued_plan_beside(db::Tx& tx, const Plan& plan);
std::vector<Plan> plans_after(db::Tx& tx, const PlanId& id, std::int64_t most); // by id
std::int64_t count_plans(db::Tx& tx);
std::vector<std::int64_t> plan_years(db::Tx& tx); // each once, the latest first
std::vector<std::string> plan_ids(db::Tx& tx);    // of all plans
std::vector<Section> sections_of(db::Tx& tx, const PlanId& id);
std::vector<PlanStep> steps_of(db::Tx& tx, const PlanId& id); // oldest first

void insert_plan(db::Tx& tx, const Plan& plan, const std::vector<Section>& sections);

// The text anew; what it said before stays in the record alone.
void replace_sections(db::Tx& tx, const PlanId& id, const std::vector<Section>& sections);

void insert_ignored(db::Tx& tx, const PlanId& id, const std::vector<Ignored>& ignored);
std::vector<Ignored> ignored_of(db::Tx& tx, const PlanId& id); // in the document's order

void insert_own_words(db::Tx& tx, const PlanId& id, const std::vector<OwnWords>& words);
std::vector<OwnWords> own_words_of(db::Tx& tx, const PlanId& id); // the plan's, then each topic's

// Writes title, committee, year, state, version and time; the row must still have `version_before`,
// else plan.stale.
base::Result<void> update_plan(db::Tx& tx, const Plan& plan, std::int64_t version_before);

void insert_step(db::Tx& tx, const PlanId& id, const PlanStep& step);

enum class PlanOrder : std::uint8_t {
    newest, // last changed first
    oldest,
    year, // latest year first, plans without a year last
};
BOOST_DESCRIBE_ENUM(PlanOrder, newest, oldest, year)

struct PlanSearch {
    std::optional<std::int64_t> year{};
    std::optional<PlanState> state{};
    std::string words{}; // stands in title or committee, both folded (folding.h); empty: any
    PlanOrder order = PlanOrder::newest;
    // Where the page before ended; its sort value and id.
    std::optional<std::pair<std::int64_t, std::string>> after{};
    std::int64_t limit = 50;
};

// Keyset paging: the topic counts are filled in by the caller, who may ask the topics.
std::vector<PlanLine> search_plans(db::Tx& tx, const PlanSearch& search);

// The sort value of a line under an order, for the next page's cursor.
std::int64_t sort_value(const PlanLine& line, PlanOrder order);

} // namespace xieshang::plan
