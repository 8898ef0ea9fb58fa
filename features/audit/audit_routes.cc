// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_routes.h"

#include "features/audit/audit_actions.h"
#include "features/audit/audit_policies.h"
#include "features/audit/audit_table.h"
#include "platform/texts/texts.h"

#include <algorithm>

namespace xieshang::audit {
namespace {

constexpr std::size_t most_exported = 50'000;

base::Result<http::Page<ActView>> page_of_acts(
    http::Call& call, const ActFilter& filter, const http::PageAsk& page)
{
    const auto cursor = TRY((page.after_values<std::int64_t, std::int64_t>()));
    const auto after =
        cursor ? std::optional(ActPlace(std::get<0>(*cursor), std::get<1>(*cursor))) : std::nullopt;
    return http::page_of(list_acts(call.services(), filter, after, page.size + 1), page,
        [](const ActView& act) { return std::tuple(act.at.ms, act.number); });
}

base::Result<http::Page<ActView>> list(http::Call& call, const http::Query<ActFilter>& asked)
{
    return page_of_acts(call, asked.filter, asked.page);
}

base::Result<http::Page<ActView>> list_alarms(http::Call& call, const http::Query<>& asked)
{
    ActFilter filter;
    filter.result = ActResult::alarm;
    return page_of_acts(call, filter, asked.page);
}

base::Result<http::Download> export_list(http::Call& call, const http::Query<ActFilter>& asked)
{
    auto acts = list_acts(call.services(), asked.filter, std::nullopt, most_exported + 1);
    const bool more = acts.size() > most_exported;
    acts.resize(std::min(acts.size(), most_exported));
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{.text = act_table(acts, more, text),
        .file_name = text("audit.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<RecordState> state(http::Call& call) { return record_state(call.services()); }

base::Result<RecordCheck> check(http::Call& call)
{
    const auto audit = look_through_record(call.services());
    return call.settle([&](services::Services& joined) -> base::Result<RecordCheck> {
        return keep_check(joined, call.actor(), audit);
    });
}

} // namespace

void tell_record(
    services::Services& services, const base::Actor& actor, const http::Telling& telling)
{
    switch (telling.told) {
    case http::Told::refused:
        return keep_denial(services, actor, telling.operation);
    case http::Told::hidden:
        return keep_hidden(services, actor, telling.operation, telling.object);
    case http::Told::barred:
        return keep_barred(services, actor, telling.operation, telling.reason);
    case http::Told::exported:
        return keep_export(services, actor, telling.operation);
    }
}

void add_audit_routes(http::Api& api)
{
    api.get("/api/audit/acts", list,
        {.name = "listActs",
            .summary = "Who did what, when, to which object, with what result; never its content",
            .policy = auditors});
    api.get("/api/audit/acts/export", export_list,
        {.name = "exportActs",
            .summary = "The first 50,000 as CSV; a last row says when there are more",
            .policy = auditors.with_fresh_proof(),
            .exports = true});
    api.get("/api/audit/alarms", list_alarms,
        {.name = "listAlarms",
            .summary = "Acts of which others should know, such as a great many looks at contacts",
            .policy = alarm_watchers});
    api.get("/api/audit/record", state,
        {.name = "recordState",
            .summary = "The newest event of the record, and how it was found when last checked",
            .policy = auditors});
    api.post("/api/audit/record/checks", check,
        {.name = "checkRecord",
            .summary = "Look through the whole record: numbers without gaps, commitments that fit",
            .policy = auditors,
            .status = 201,
            .settles = http::Settles::in_handler});
}

} // namespace xieshang::audit
