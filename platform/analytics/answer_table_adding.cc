// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// Later answers come into a table that is there already.
#include "platform/analytics/answer_table.h"
#include "platform/analytics/row_order.h"

#include <algorithm>
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

struct Addition {
    std::size_t row = 0;
    Cell cell = 0;
};

} // namespace

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
    std::vector<Addition> additions;
    for (const auto& answer : later) {
        additions.push_back({place_among(participants_, answer.participant()),
            static_cast<Cell>(
                3 * place_among(statements_, answer.statement()) + answer.stance_ordinal())});
    }
    std::stable_sort(additions.begin(), additions.end(),
        [](const auto& one, const auto& other) { return one.row < other.row; });
    RowOrder order(columns());
    std::vector<Cell> cells;
    cells.reserve(cells_.size() + later.size());
    std::vector<Cell> own;
    std::size_t copied = 0; // rows whose cells stand in the new table
    const auto copy_rows = [&](std::size_t end) {
        const auto shift = cells.size() - starts_[copied];
        cells.insert(cells.end(), cells_.begin() + starts_[copied], cells_.begin() + starts_[end]);
        for (; copied < end; ++copied) {
            starts_[copied] += static_cast<std::uint32_t>(shift);
        }
    };
    for (auto next = additions.begin(); next != additions.end();) {
        const auto changed = next->row;
        copy_rows(changed);
        own.assign(row(changed).begin(), row(changed).end());
        for (const auto cell : own) {
            --tallies_[statement_of(cell)].by_stance[cell % 3U];
        }
        for (; next != additions.end() && next->row == changed; ++next) {
            own.push_back(next->cell);
        }
        own.resize(order.put_in_order(own));
        for (const auto cell : own) {
            ++tallies_[statement_of(cell)].by_stance[cell % 3U];
        }
        starts_[changed] = static_cast<std::uint32_t>(cells.size());
        cells.insert(cells.end(), own.begin(), own.end());
        copied = changed + 1;
    }
    copy_rows(rows());
    starts_[rows()] = static_cast<std::uint32_t>(cells.size());
    cells_ = std::move(cells);
}

} // namespace xieshang::analytics
