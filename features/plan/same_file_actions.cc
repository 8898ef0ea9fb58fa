// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/same_file_actions.h"

#include "features/plan/document_store.h"
#include "features/plan/plan_store.h"

namespace xieshang::plan {

base::Result<void> no_plan_of(db::Tx& tx, const std::string& sha256)
{
    if (const auto plan = oldest_plan_of_file(tx, sha256)) {
        return base::trouble(base::Trouble::conflict, "plan.file_has_plan",
            {{"title", plan->title}, {"id", plan->id.text},
                {"about", "/api/plans/" + plan->id.text}});
    }
    return {};
}

base::Result<void> no_other_plan_of(db::Tx& tx, const DocumentId& id)
{
    if (const auto plan = standing_plan_of(tx, id)) {
        return base::trouble(base::Trouble::conflict, "plan.another_stands",
            {{"title", plan->title}, {"about", "/api/plans/" + plan->id.text}});
    }
    return {};
}

base::Result<void> new_to_the_house(db::Tx& tx, const std::string& sha256)
{
    CHECK(no_plan_of(tx, sha256));
    if (const auto document = unfinished_import_of_file(tx, sha256)) {
        return base::trouble(base::Trouble::conflict, "document.import_unfinished",
            {{"file", document->file_name}, {"name", document->uploaded_by_name},
                {"about", "/api/plan-documents/" + document->id.text}});
    }
    return {};
}

} // namespace xieshang::plan
