// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/import_store.h"

#include "features/plan/like_pattern.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

constexpr std::string_view imports =
    "SELECT id, file_name, size, state, uploaded_at_ms AS uploaded_at, uploaded_by_name, "
    "updated_at_ms AS corrected_at, updated_by_name AS corrected_by_name, plan_document.version "
    "FROM plan_document LEFT JOIN plan_correction ON document_id = id "
    "WHERE state = $1 AND NOT EXISTS "
    "(SELECT 1 FROM plan WHERE plan.document_id = plan_document.id) "
    "AND (lower(file_name) LIKE lower($2) ESCAPE '\\' "
    "OR lower(uploaded_by_name) LIKE lower($2) ESCAPE '\\' "
    "OR lower(coalesce(updated_by_name, '')) LIKE lower($2) ESCAPE '\\') ";

std::string_view sorting(ImportOrder order)
{
    switch (order) {
    case ImportOrder::oldest:
        return "AND (CAST($3 AS BIGINT) IS NULL OR (uploaded_at_ms, id) > ($3, $4)) "
               "ORDER BY uploaded_at_ms, id ";
    case ImportOrder::touched:
        return "AND (CAST($3 AS BIGINT) IS NULL OR (coalesce(updated_at_ms, uploaded_at_ms), id) "
               "< ($3, $4)) ORDER BY coalesce(updated_at_ms, uploaded_at_ms) DESC, id DESC ";
    case ImportOrder::newest:
        break;
    }
    return "AND (CAST($3 AS BIGINT) IS NULL OR (uploaded_at_ms, id) < ($3, $4)) "
           "ORDER BY uploaded_at_ms DESC, id DESC ";
}

} // namespace

std::vector<ImportLine> search_imports(db::Tx& tx, const ImportSearch& search)
{
    const auto sql = std::string(imports).append(sorting(search.order)) + "LIMIT $5";
    std::optional<std::int64_t> after;
    std::string after_id;
    if (search.after) {
        std::tie(after, after_id) = *search.after;
    }
    return tx.all<ImportLine>(
        sql, search.state, like_pattern(search.words), after, after_id, search.limit);
}

std::int64_t sort_value(const ImportLine& line, ImportOrder order)
{
    return order == ImportOrder::touched ? line.corrected_at.value_or(line.uploaded_at).ms
                                         : line.uploaded_at.ms;
}

} // namespace xieshang::plan
