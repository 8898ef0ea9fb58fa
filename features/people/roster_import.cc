// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_import.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::size_t fingerprint_bytes = 8;

std::string bytes_of(std::uint64_t number)
{
    std::string bytes;
    for (std::size_t i = 0; i < fingerprint_bytes; ++i) {
        bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
    }
    return bytes;
}

} // namespace

std::int64_t sort_value(const RosterImport& import, RosterOrder order)
{
    return order == RosterOrder::touched ? import.updated_at.ms : import.uploaded_at.ms;
}

RosterOptions options_of(const RosterImport& import)
{
    return json::read_own<RosterOptions>(import.options).value();
}

std::optional<RosterCounts> result_of(const RosterImport& import)
{
    if (import.result.empty()) {
        return std::nullopt;
    }
    return json::read_own<RosterCounts>(import.result).value();
}

RosterOptions options_proposed(const RosterTable& table)
{
    const auto* found = head_of(table);
    const auto& head = found == nullptr ? table.rows.at(0) : *found;
    RosterOptions options{.head_row = head.number, .columns = columns_proposed(head)};
    if (!table.sheets.empty()) {
        options.sheet = static_cast<std::int64_t>(table.sheet);
    }
    return options;
}

std::string fingerprints_of(const std::vector<RosterOutcome>& outcomes)
{
    std::string all;
    for (const auto& outcome : outcomes) {
        all += bytes_of(outcome.fingerprint());
    }
    return all;
}

std::vector<bool> rows_moved(
    const std::vector<RosterOutcome>& outcomes, const std::optional<std::string>& seen)
{
    std::vector<bool> moved;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto at = i * fingerprint_bytes;
        moved.push_back(!seen || at + fingerprint_bytes > seen->size()
            || seen->substr(at, fingerprint_bytes) != bytes_of(outcomes[i].fingerprint()));
    }
    return moved;
}

RosterCounts counts_of(const std::vector<RosterOutcome>& outcomes, const std::vector<bool>& moved)
{
    const auto count = [&](RowKind kind) {
        return std::count_if(outcomes.begin(), outcomes.end(),
            [kind](const RosterOutcome& one) { return one.kind == kind; });
    };
    return {count(RowKind::added), count(RowKind::changed), count(RowKind::same),
        count(RowKind::ambiguous), count(RowKind::wrong),
        std::count(moved.begin(), moved.end(), true)};
}

base::Result<void> may_go_on(const RosterImport& import)
{
    if (import.state == RosterState::open) {
        return {};
    }
    return base::trouble(base::Trouble::conflict,
        import.state == RosterState::imported ? "roster.imported" : "roster.discarded");
}

} // namespace xieshang::people
