// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/document_policies.h"
#include "features/plan/import_actions.h"
#include "features/plan/plan_routes.h"
#include "features/plan/plan_shapes.h"
#include "platform/texts/texts.h"

namespace xieshang::plan {
namespace {

constexpr std::size_t most_document_bytes = 20U << 20U;

DocumentView view_for(
    http::Call& call, services::Services& services, const Document& document, Reading reading)
{
    const auto text = [&call](std::string_view code, const base::Params& params) {
        return texts::built_in().text(call.language(), code, params);
    };
    auto view = view_of(document, std::move(reading), text);
    for (const auto& offer : document_offers(services, call.actor(), document)) {
        view.actions.push_back({offer.action,
            offer.refusal.empty() ? std::nullopt : std::optional(text(offer.refusal, {}))});
    }
    return view;
}

base::Result<DocumentView> upload(
    http::Call& call, const http::Options<AgainChoice>& options, const http::Upload& file)
{
    auto kept = TRY(keep_file(call.services(), file.bytes, file.file_name));
    return call.settle([&](services::Services& joined) -> base::Result<DocumentView> {
        const auto document =
            TRY(keep_row(joined, call.actor(), kept, options->again.value_or(false)));
        return view_for(call, joined, document, kept.reading);
    });
}

base::Result<DocumentView> show(http::Call& call, const DocumentId& id)
{
    auto page = TRY(document_page(call.services(), call.asker(), id));
    return view_for(call, call.services(), page.document, std::move(page.reading));
}

base::Result<http::Download> original_file(http::Call& call, const DocumentId& id)
{
    const auto document = TRY(document_row(call.services(), call.asker(), id));
    return http::Download{.file_path = call.services().files.path_of(document.sha256),
        .file_name = document.file_name,
        .content_type = "application/octet-stream"};
}

} // namespace

void add_document_routes(http::Api& api)
{
    api.post("/api/plan-documents", upload,
        {.name = "uploadPlanDocument",
            .summary = "Keep a plan document and say what was read",
            .policy = members::office,
            .status = 201,
            .settles = http::Settles::in_handler,
            .body_limit = most_document_bytes,
            .description = "Refused with plan.file_has_plan or document.import_unfinished, which "
                           "name it in about, when the same bytes are there already; unless again "
                           "is true"});
    api.get("/api/plan-documents/{id}", show,
        {.name = "findPlanDocument",
            .summary = "A plan document, line by line, and what was read",
            .policy = document_readers});
    api.get("/api/plan-documents/{id}/file", original_file,
        {.name = "downloadPlanDocument",
            .summary = "The original bytes",
            .policy = document_readers,
            .exports = true});
}

} // namespace xieshang::plan
