// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/members/policies.h"
#include "features/plan/import_actions.h"
#include "features/plan/import_table.h"
#include "features/plan/plan_routes.h"
#include "platform/json/rules.h"
#include "platform/texts/texts.h"

namespace xieshang::plan {

struct ImportFilter {
    std::optional<DocumentState> state;
    std::optional<std::string> q; // words of the file's name or of a person's
    std::optional<ImportOrder> sort;
};
BOOST_DESCRIBE_STRUCT(ImportFilter, (), (state, q, sort))

} // namespace xieshang::plan

template <>
inline constexpr auto
    xieshang::json::rules<xieshang::plan::ImportFilter> = std::to_array<xieshang::json::Rule>({
        {.member = "state", .description = "Without it those that are to be finished"},
    });

namespace xieshang::plan {
namespace {

constexpr std::int64_t most_exported = 10'000;

ImportSearch search_of(const ImportFilter& asked, std::int64_t limit)
{
    return {asked.state.value_or(DocumentState::kept), asked.q.value_or(""),
        asked.sort.value_or(ImportOrder::newest), {}, limit};
}

base::Result<http::Page<ImportLine>> list(http::Call& call, const http::Query<ImportFilter>& asked)
{
    auto search = search_of(asked.filter, asked.page.size + 1);
    if (const auto after = TRY((asked.page.after_values<std::int64_t, std::string>()))) {
        search.after = {std::get<0>(*after), std::get<1>(*after)};
    }
    return http::page_of(
        list_imports(call.services(), search), asked.page, [&](const ImportLine& line) {
            return std::tuple(sort_value(line, search.order), line.id.text);
        });
}

base::Result<http::Download> export_list(http::Call& call, const http::Query<ImportFilter>& asked)
{
    const auto imports = list_imports(call.services(), search_of(asked.filter, most_exported));
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{.text = import_table(imports, text),
        .file_name = text("import.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<DocumentHistory> history(http::Call& call, const DocumentId& id)
{
    DocumentHistory history;
    for (const auto& step : TRY(document_history(call.services(), id))) {
        history.items.push_back({step.at_ms, step.by_name, step.action, step.from_state,
            step.to_state, step.reason, step.version});
    }
    return history;
}

// The step that was taken.
base::Result<DocumentStepView> step(
    http::Call& call, const DocumentId& id, const DocumentStepRequest& body)
{
    KeptDocument seen{TRY(document_row(call.services(), call.asker(), id)), {}};
    seen.reading = reading_or_nothing(call.services(), seen.document);
    return call.settle([&](services::Services& joined) -> base::Result<DocumentStepView> {
        CHECK(take_step(joined, call.actor(), seen, call.version_seen(), body));
        auto taken = TRY(document_history(joined, id)).back();
        return DocumentStepView{taken.at_ms, std::move(taken.by_name), taken.action,
            taken.from_state, taken.to_state, std::move(taken.reason), taken.version};
    });
}

} // namespace

void add_import_routes(http::Api& api)
{
    using members::office;
    api.get("/api/plan-documents", list,
        {.name = "listImports",
            .summary = "Plan documents without a plan, filtered and sorted, a page at a time",
            .policy = office,
            .remembered = true});
    api.get("/api/plan-documents/export", export_list,
        {.name = "exportImports",
            .summary = "The filtered list as CSV",
            .policy = office,
            .exports = true});
    api.get("/api/plan-documents/{id}/steps", history,
        {.name = "importHistory",
            .summary = "The steps that an import has taken",
            .policy = office,
            .remembered = true});
    api.post("/api/plan-documents/{id}/steps", step,
        {.name = "takeImportStep",
            .summary = "Discard or restore an import",
            .policy = office,
            .status = 201,
            .versioned = true,
            .settles = http::Settles::in_handler});
}

} // namespace xieshang::plan
