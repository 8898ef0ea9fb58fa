// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files whose bytes are in the house already: whoever hands in or saves the same again is told, and
// goes on only on purpose. Called in the transaction of the verb.
#pragma once

#include "features/plan/plan.h"
#include "platform/base/result.h"
#include "platform/db/db.h"

#include <string>

namespace xieshang::plan {

// Refusal: plan.file_has_plan {title, id, about} when a plan that is not discarded was made of a
// file with the same bytes.
base::Result<void> no_plan_of(db::Tx& tx, const std::string& sha256);

// For a discarded plan that shall stand again: of one import one plan stands. Refusal:
// plan.another_stands {title, about}.
base::Result<void> no_other_plan_of(db::Tx& tx, const DocumentId& id);

// Refusals: that of no_plan_of(); document.import_unfinished {file, name, about} when an import of
// the same bytes waits to be finished.
base::Result<void> new_to_the_house(db::Tx& tx, const std::string& sha256);

} // namespace xieshang::plan
