// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/body_tables.h"

#include "features/plan/plan_table.h"

#include <algorithm>

namespace xieshang::people {
namespace {

std::string head(const std::vector<const char*>& columns, const TextOf& text)
{
    std::vector<std::string> cells;
    for (const auto* column : columns) {
        cells.push_back(text(std::string("people.export.") + column, {}));
    }
    return std::string(plan::csv_mark) + plan::csv_row(cells);
}

std::string name_above(const OrganisationLine& line, const std::vector<OrganisationLine>& all)
{
    const auto parent = std::find_if(all.begin(), all.end(),
        [&](const OrganisationLine& one) { return line.parent_id == one.id; });
    return parent == all.end() ? std::string() : parent->name;
}

const char* standing(const TermView& term, std::string_view today)
{
    if (term.runs) {
        return "people.export.term.runs";
    }
    return today < term.period.from ? "people.export.term.to_come" : "people.export.term.over";
}

} // namespace

std::string organisations_table(const std::vector<OrganisationLine>& lines,
    const std::vector<OrganisationLine>& all, const TextOf& text)
{
    auto table = head({"organisation", "short_name", "kind", "above", "code", "posts_counted",
                          "from", "until", "note"},
        text);
    for (const auto& line : lines) {
        const std::string kind = boost::describe::enum_to_string(line.kind, "");
        table += plan::csv_row({line.name, line.short_name, text("people.kind." + kind, {}),
            name_above(line, all), line.code, std::to_string(line.posts), line.valid.from,
            line.valid.until.value_or(""),
            line.invented ? text("people.export.invented_body", {}) : ""});
    }
    return table;
}

std::string posts_table(const std::string& organisation, const PostList& posts, const TextOf& text)
{
    auto table = head({"organisation", "post", "name", "from", "until", "day"}, text);
    for (const auto& post : posts.items) {
        for (const auto& holder : post.holders) {
            table += plan::csv_row({organisation, post.title, holder.name, holder.from,
                holder.until.value_or(""), posts.day});
        }
        if (post.holders.empty()) {
            table += plan::csv_row(
                {organisation, post.title, text("people.export.vacant", {}), "", "", posts.day});
        }
    }
    return table;
}

std::string terms_table(
    const std::vector<TermView>& terms, std::string_view today, const TextOf& text)
{
    auto table = head({"term", "from", "until", "term_state", "members"}, text);
    for (const auto& term : terms) {
        table += plan::csv_row(
            {text("people.export.term.number", {{"number", std::to_string(term.number)}}),
                term.period.from, term.period.until.value_or(""), text(standing(term, today), {}),
                std::to_string(term.members)});
    }
    return table;
}

} // namespace xieshang::people
