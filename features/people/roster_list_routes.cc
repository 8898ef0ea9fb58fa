// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The imports of rosters as a list, narrowed and sorted, and as CSV.
#include "features/members/policies.h"
#include "features/people/roster_list_table.h"
#include "features/people/roster_routes.h"
#include "platform/texts/texts.h"

namespace xieshang::people {
namespace {

constexpr std::int64_t most_exported = 10'000;

RosterSearch search_of(const RosterListFilter& asked, std::int64_t most)
{
    return {asked.state, asked.q.value_or(""), asked.sort.value_or(RosterOrder::newest), {}, most};
}

std::vector<RosterLine> lines_of(std::vector<RosterImport> imports)
{
    std::vector<RosterLine> lines;
    for (auto& one : imports) {
        lines.push_back({one.id, std::move(one.file_name), one.size, one.state, one.uploaded_at,
            std::move(one.uploaded_by_name), result_of(one), one.version, one.updated_at});
    }
    return lines;
}

base::Result<http::Page<RosterLine>> list(
    http::Call& call, const http::Query<RosterListFilter>& asked)
{
    auto search = search_of(asked.filter, asked.page.size + 1);
    search.after = TRY((asked.page.after_values<std::int64_t, std::string>()));
    return http::page_of(
        lines_of(list_rosters(call.services(), search)), asked.page, [&](const RosterLine& line) {
            const bool is_touched = search.order == RosterOrder::touched;
            return std::tuple(is_touched ? line.updated_at.ms : line.uploaded_at.ms, line.id.text);
        });
}

base::Result<http::Download> export_list(
    http::Call& call, const http::Query<RosterListFilter>& asked)
{
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    const auto lines =
        lines_of(list_rosters(call.services(), search_of(asked.filter, most_exported)));
    return http::Download{.text = roster_list_table(lines, text),
        .file_name = text("roster.list.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

} // namespace

void add_roster_list_routes(http::Api& api)
{
    using members::office;
    api.get("/api/roster-imports", list,
        {.name = "listRosters",
            .summary = "Imports of rosters, filtered and sorted, a page at a time",
            .policy = office});
    api.get("/api/roster-imports/export", export_list,
        {.name = "exportRosters",
            .summary = "The filtered list of imports of rosters as CSV",
            .policy = office,
            .exports = true});
}

} // namespace xieshang::people
