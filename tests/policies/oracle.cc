// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/oracle.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace xieshang::policies {
namespace {

// T-31: what somebody does as a member.
const Names roles_of_members{"member", "convenor", "chairperson", "special_committee"};
// What need not be done as a member, but rests while a membership does.
const Names resting_roles{"secretary_general", "party_group"};

bool acts_as_member(const Asking& asking)
{
    const bool rests = asking.membership != "none" && asking.membership != "active";
    return roles_of_members.contains(asking.role) || (rests && resting_roles.contains(asking.role));
}

std::string_view trimmed(std::string_view text)
{
    const auto from = std::min(text.find_first_not_of(' '), text.size());
    const auto to = text.find_last_not_of(' ');
    return to == std::string_view::npos ? "" : text.substr(from, to - from + 1);
}

std::vector<std::string_view> parts_of(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(between, at), text.size());
        parts.push_back(trimmed(text.substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

Names names_in(std::string_view cell, std::string_view none)
{
    Names names;
    for (const auto part : parts_of(cell, ',')) {
        if (part != none) {
            names.emplace(part);
        }
    }
    return names;
}

bool holds(const PromisedRow& row, const Asking& asking)
{
    return row.roles.contains(asking.role)
        && (!acts_as_member(asking) || row.memberships.contains(asking.membership));
}

// A role of members, which holds in other memberships than his.
bool is_dormant(const PromisedRow& row, const Asking& asking)
{
    return asking.membership != "active" && acts_as_member(asking)
        && row.roles.contains(asking.role);
}

bool fits(const Names& admitted, const std::string& name)
{
    return admitted.empty() || admitted.contains(name);
}

bool is_stale(const PromisedRow& row, const Asking& asking)
{
    return row.fresh && !asking.proved_lately;
}

// Of the rows that are for him.
Promise of_admitted(const std::vector<PromisedRow>& rows, const Asking& asking, const Thing& thing)
{
    if (std::all_of(rows.begin(), rows.end(),
            [&](const PromisedRow& row) { return is_stale(row, asking); })) {
        return {Verdict::stale};
    }
    for (const auto& row : rows) {
        if (fits(row.relations, thing.relation) && fits(row.states, thing.state)) {
            return is_stale(row, asking) ? Promise{Verdict::stale_here}
                                         : Promise{Verdict::seen, row.view};
        }
    }
    return {Verdict::hidden};
}

} // namespace

Promises promises_in(std::string_view markdown)
{
    Promises all;
    constexpr std::size_t cells = 10; // with the empty ones before the first and after the last bar
    for (const auto line : parts_of(markdown, '\n')) {
        if (!line.starts_with("| ") || line.starts_with("| operation ")) {
            continue;
        }
        const auto row = parts_of(line, '|');
        if (row.size() != cells || row[1].empty() || row[3].empty() || row[7].empty()
            || (row[8] != "any" && row[8] != "fresh")) {
            throw std::runtime_error("docs/policies.md: " + std::string(line));
        }
        all[std::string(row[1])].push_back(
            {names_in(row[3], ""), names_in(row[4], "–"), names_in(row[5], "any"),
                names_in(row[6], "any"), std::string(row[7]), row[8] == "fresh"});
    }
    return all;
}

Promises promises()
{
    std::ifstream file(XIESHANG_SOURCE_DIR "/docs/policies.md");
    return promises_in(std::string(std::istreambuf_iterator<char>(file), {}));
}

Promise promised(const std::vector<PromisedRow>& rows, const Asking& asking, const Thing& thing)
{
    if (rows.at(0).roles.contains("anyone")) {
        return {Verdict::seen, "all"};
    }
    if (!asking.signed_in) {
        return {Verdict::signed_out};
    }
    if (rows.at(0).roles.contains("any account")) {
        return is_stale(rows.at(0), asking) ? Promise{Verdict::stale}
                                            : Promise{Verdict::seen, "all"};
    }
    std::vector<PromisedRow> his;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(his),
        [&](const PromisedRow& row) { return holds(row, asking); });
    if (!his.empty()) {
        return of_admitted(his, asking, thing);
    }
    const bool dormant = std::any_of(
        rows.begin(), rows.end(), [&](const PromisedRow& row) { return is_dormant(row, asking); });
    return {dormant ? Verdict::dormant : Verdict::forbidden};
}

} // namespace xieshang::policies
