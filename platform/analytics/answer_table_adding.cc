// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// Later answers come into a table that is there already.
#include "platform/analytics/answer_table.h"
#include "platform/analytics/row_order.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

// `numbers` with those of `later` that are new; ascending.
template <class NumberOf>
std::vector<std::uint32_t> joined(const std::vector<std::uint32_t>& numbers,
    std::span<const Answer> later, const NumberOf& number_of)
{
    auto all = numbers;
    for (const auto& answer : later) {
        if (!std::binary_search(numbers.begin(), numbers.end(), number_of(answer))) {
            all.push_back(number_of(answer));
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::size_t place_among(const std::vector<std::uint32_t>& numbers, std::uint32_t number)
{
    return static_cast<std::size_t>(
        std::lower_bound(numbers.begin(), numbers.end(), number) - numbers.begin());
}

} // namespace

// A row with its later answers in it.
struct AnswerTable::ChangedRow {
    std::size_t row = 0;
    std::vector<Cell> cells;
};

void AnswerTable::add(std::span<const Answer> later)
{
    make_room(later);
    put_in(later);
}

// New statements get columns, new people empty rows.
void AnswerTable::make_room(std::span<const Answer> later)
{
    auto statements =
        joined(statements_, later, [](const Answer& answer) { return answer.statement(); });
    auto participants =
        joined(participants_, later, [](const Answer& answer) { return answer.participant(); });
    if (statements.size() > most_statements || cells_.size() + later.size() > 0xffff'ffffU) {
        throw std::length_error("more statements or answers than an opinion map can hold");
    }
    if (statements.size() != statements_.size()) {
        std::vector<Tally> tallies(statements.size());
        std::vector<Cell> moved(statements_.size());
        for (std::size_t column = 0; column < statements_.size(); ++column) {
            const auto place = place_among(statements, statements_[column]);
            tallies[place] = tallies_[column];
            moved[column] = static_cast<Cell>(3 * place);
        }
        for (auto& cell : cells_) {
            cell = static_cast<Cell>(moved[statement_of(cell)] + cell % 3U);
        }
        tallies_ = std::move(tallies);
        statements_ = std::move(statements);
    }
    if (participants.size() != participants_.size()) {
        std::vector<std::uint32_t> starts;
        std::size_t row = 0;
        for (const auto participant : participants) {
            starts.push_back(starts_[row]);
            row += row < participants_.size() && participants_[row] == participant ? 1 : 0;
        }
        starts.push_back(starts_.back());
        starts_ = std::move(starts);
        participants_ = std::move(participants);
    }
}

void AnswerTable::put_in(std::span<const Answer> later)
{
    const auto changed = changed_rows(later);
    std::size_t growth = 0;
    for (const auto& own : changed) {
        growth += own.cells.size() - length_of(own.row);
    }
    const auto size = cells_.size() + growth;
    if (size > cells_.capacity()) {
        cells_.reserve(size + size / 16); // the next ones find room
    }
    cells_.resize(size);
    for (const auto& own : changed) {
        for (const auto cell : row(own.row)) {
            --tallies_[statement_of(cell)].by_stance[cell % 3U];
        }
        for (const auto cell : own.cells) {
            ++tallies_[statement_of(cell)].by_stance[cell % 3U];
        }
    }
    spread_rows(changed, static_cast<std::uint32_t>(growth));
}

std::vector<AnswerTable::ChangedRow> AnswerTable::changed_rows(std::span<const Answer> later) const
{
    std::map<std::size_t, std::vector<Cell>> cells; // in the order in which they were given
    for (const auto& answer : later) {
        const auto column = place_among(statements_, answer.statement());
        cells[place_among(participants_, answer.participant())].push_back(
            static_cast<Cell>(3 * column + answer.stance_ordinal()));
    }
    RowOrder order(columns());
    std::vector<ChangedRow> changed;
    for (auto& [place, added] : cells) {
        const auto before = row(place);
        added.insert(added.begin(), before.begin(), before.end());
        added.resize(order.put_in_order(added));
        changed.push_back({place, std::move(added)});
    }
    return changed;
}

// Begins with the last row, so that no cell is written over before it has moved on.
void AnswerTable::spread_rows(const std::vector<ChangedRow>& changed, std::uint32_t growth)
{
    auto end = rows(); // rows from here on stand where they belong
    auto end_before = starts_[end];
    starts_[end] += growth;
    for (auto own = changed.rbegin(); own != changed.rend(); ++own) {
        const auto begin = own->row + 1;
        const auto begin_before = begin == end ? end_before : starts_[begin];
        if (growth > 0) {
            std::copy_backward(cells_.begin() + begin_before, cells_.begin() + end_before,
                cells_.begin() + end_before + growth);
            for (auto row = begin; row < end; ++row) {
                starts_[row] += growth;
            }
        }
        end = own->row;
        end_before = starts_[end];
        const auto length_before = begin_before - end_before;
        growth -= static_cast<std::uint32_t>(own->cells.size()) - length_before;
        starts_[end] += growth;
        std::copy(own->cells.begin(), own->cells.end(), cells_.begin() + starts_[end]);
    }
}

} // namespace xieshang::analytics
