// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/members/policies.h"
#include "features/plan/correction_actions.h"
#include "features/plan/correction_shapes.h"
#include "features/plan/document_policies.h"
#include "features/plan/plan_routes.h"

namespace xieshang::plan {
namespace {

constexpr std::size_t most_correction_bytes = 16U << 20U;

base::Result<CorrectionView> show(http::Call& call, const DocumentId& id)
{
    auto page = TRY(correction_page(call.services(), call.asker(), id));
    return CorrectionView{std::move(page.correction), page.version, page.updated_at,
        std::move(page.updated_by_name), page.outdated, page.unaccounted, page.plan_id,
        std::move(page.made), page.finished, std::move(page.authorship)};
}

base::Result<CorrectionKept> keep(http::Call& call, const DocumentId& id, const Correction& body)
{
    const auto document = TRY(document_page(call.services(), call.asker(), id));
    return call.settle([&](services::Services& joined) -> base::Result<CorrectionKept> {
        auto page = TRY(keep_correction(joined, call.actor(), document, call.version_seen(), body));
        return CorrectionKept{
            page.version, page.updated_at, page.unaccounted, std::move(page.authorship)};
    });
}

base::Result<PlanView> finish(
    http::Call& call, const DocumentId& id, const http::Options<AgainChoice>& options)
{
    const auto document = TRY(document_page(call.services(), call.asker(), id));
    return call.settle([&](services::Services& joined) -> base::Result<PlanView> {
        return plan_view(call,
            TRY(save_corrected(joined, call.actor(), document, call.version_seen(),
                options->again.value_or(false))));
    });
}

base::Result<VisitorsView> present(http::Call& call, const DocumentId& id, const Presence& body)
{
    CHECK(document_row(call.services(), call.asker(), id));
    VisitorsView view;
    for (auto& other : visit(call.services(), call.actor(), id, body.window_id, body.leaves)) {
        view.others.push_back({std::move(other.name), other.same_person});
    }
    return view;
}

} // namespace

void add_correction_routes(http::Api& api)
{
    using members::office;
    api.get("/api/plan-documents/{id}/correction", show,
        {.name = "findCorrection",
            .summary = "The unfinished correction of a document's reading",
            .policy = document_readers});
    api.put("/api/plan-documents/{id}/correction", keep,
        {.name = "keepCorrection",
            .summary = "Keep the correction, unfinished as it may be",
            .policy = office,
            .versioned = true,
            .settles = http::Settles::in_handler,
            .body_limit = most_correction_bytes});
    api.post("/api/plan-documents/{id}/plan", finish,
        {.name = "savePlanOfDocument",
            .summary = "Save the corrected document as a draft plan",
            .policy = office,
            .status = 201,
            .versioned = true,
            .settles = http::Settles::in_handler,
            .description = "Refused with plan.file_has_plan, which names it in about, when a plan "
                           "was made of the same bytes; unless again is true"});
    api.post("/api/plan-documents/{id}/visits", present,
        {.name = "visitCorrection",
            .summary = "Say that a window has the correction open, and who else has",
            .policy = office,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::plan
