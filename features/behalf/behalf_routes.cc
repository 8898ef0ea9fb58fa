// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_routes.h"

#include "features/behalf/behalf_actions.h"
#include "features/behalf/behalf_page_actions.h"
#include "features/behalf/behalf_policies.h"
#include "features/behalf/behalf_table.h"
#include "platform/texts/texts.h"

namespace xieshang::behalf {
namespace {

constexpr std::int64_t most_exported = 10'000;

BehalfSearch search_of(const BehalfFilter& asked, std::int64_t limit)
{
    return {.state = asked.state,
        .deed = asked.deed,
        .words = asked.q.value_or(""),
        .order = asked.sort.value_or(BehalfOrder::newest),
        .limit = limit};
}

base::Result<http::Page<BehalfLine>> page_of(
    http::Call& call, const http::Query<BehalfFilter>& asked, std::string told)
{
    auto search = search_of(asked.filter, asked.page.size + 1);
    search.told = std::move(told);
    if (const auto after = TRY((asked.page.after_values<std::int64_t, std::string>()))) {
        search.after = {std::get<0>(*after), std::get<1>(*after)};
    }
    return http::page_of(
        list_acts(call.services(), search), asked.page, [&](const BehalfLine& line) {
            const auto at = search.order == BehalfOrder::touched ? line.updated_at : line.acted_at;
            return std::tuple(at.ms, line.id.text);
        });
}

base::Result<http::Page<BehalfLine>> list(http::Call& call, const http::Query<BehalfFilter>& asked)
{
    return page_of(call, asked, {});
}

base::Result<http::Page<BehalfLine>> list_own(
    http::Call& call, const http::Query<BehalfFilter>& asked)
{
    return page_of(call, asked, call.actor().id);
}

base::Result<BehalfCount> count_own(http::Call& call)
{
    return BehalfCount{count_unopened(call.services(), call.actor())};
}

base::Result<http::Download> export_list(http::Call& call, const http::Query<BehalfFilter>& asked)
{
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{
        .text =
            behalf_table(list_acts(call.services(), search_of(asked.filter, most_exported)), text),
        .file_name = text("behalf.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<BehalfActView> show(http::Call& call, const ActId& id)
{
    auto page = TRY(act_page(call.services(), call.asker(), id));
    BehalfActView view{line_of(page.act, page.reachable), page.is_mine, {}, {}, {}};
    if (page.scan) {
        view.scan = view_of(*page.scan);
    }
    for (auto& step : page.steps) {
        view.steps.push_back({step.at_ms, std::move(step.by_name), step.action, step.from_state,
            step.to_state, std::move(step.words), step.version});
    }
    for (const auto& offer : page.offers) {
        view.actions.push_back({offer.action,
            offer.refusal.empty()
                ? std::nullopt
                : std::optional(texts::built_in().text(call.language(), offer.refusal))});
    }
    view.version = page.act.version;
    return view;
}

base::Result<BehalfActView> step(http::Call& call, const ActId& id, const BehalfStepRequest& body)
{
    CHECK(take_step(call.services(), call.asker(), id, call.version_seen(), body));
    return show(call, id);
}

base::Result<http::Download> scan(http::Call& call, const ActId& id)
{
    const auto kept = TRY(scan_of(call.services(), call.asker(), id));
    return http::Download{.file_path = call.services().files.path_of(kept.sha256),
        .file_name = kept.file_name,
        .content_type = kept.media_type};
}

base::Result<BehalfScanView> upload(http::Call& call, const http::Upload& file)
{
    const auto kept = TRY(keep_scan_file(call.services(), file.bytes, file.file_name));
    return call.settle([&](services::Services& joined) -> base::Result<BehalfScanView> {
        return view_of(TRY(keep_scan(joined, call.actor(), kept)));
    });
}

void add_lists(http::Api& api)
{
    api.get("/api/behalf/acts", list,
        {.name = "listBehalfActs",
            .summary = "Acts on behalf of somebody, filtered and sorted, a page at a time",
            .policy = policies::see_acts});
    api.get("/api/behalf/acts/export", export_list,
        {.name = "exportBehalfActs",
            .summary = "The filtered list as CSV",
            .policy = policies::see_acts,
            .exports = true});
    api.get("/api/behalf/own", list_own,
        {.name = "listOwnBehalfActs",
            .summary = "What was done on behalf of the caller, or of a body that he is of",
            .policy = policies::see_own_acts});
    api.get("/api/behalf/own/unopened", count_own,
        {.name = "countUnopenedBehalfActs",
            .summary = "How many of them, or of the answers to objections, were not opened yet",
            .policy = policies::see_own_acts});
}

} // namespace

void add_behalf_routes(http::Api& api)
{
    add_lists(api);
    api.get("/api/behalf/acts/{id}", show,
        {.name = "findBehalfAct",
            .summary = "An act with both names, its steps, and what the caller may do now",
            .policy = policies::see_act});
    api.post("/api/behalf/acts/{id}/steps", step,
        {.name = "takeBehalfStep",
            .summary = "Take note of an act or an answer, object in words, answer an objection",
            .policy = policies::take_step,
            .status = 201,
            .versioned = true,
            .description = "An objection is answered by another account of the office than the one "
                           "that acted; by the secretary-general where the office has no other"});
    api.get("/api/behalf/acts/{id}/scan", scan,
        {.name = "downloadBehalfScan",
            .summary = "The paper by which a body did it, as it was scanned",
            .policy = policies::see_scan,
            .exports = true});
    api.post("/api/behalf/scans", upload,
        {.name = "keepBehalfScan",
            .summary = "Keep a scan (PDF, JPEG, PNG), to be named by the step that it proves",
            .policy = policies::keep_scans,
            .status = 201,
            .settles = http::Settles::in_handler,
            .body_limit = most_scan_bytes});
}

} // namespace xieshang::behalf
