// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/answer_table.h"

#include "platform/analytics/made_up_maps_test.h"
#include "platform/analytics/row_order.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

using Held = std::map<ParticipantNumber, std::map<StatementNumber, Stance>>;

Held held_by(const AnswerTable& table)
{
    Held held;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::size_t next = 0;
        for (const auto cell : table.row(row)) {
            RC_ASSERT(statement_of(cell) >= next); // ascending, each once
            next = statement_of(cell) + 1;
            held[table.participants()[row]][table.statements()[statement_of(cell)]] =
                static_cast<Stance>(stance_of(cell));
        }
    }
    return held;
}

TEST(AnswerTable, HoldsWhatAMapWouldHold)
{
    EXPECT_TRUE(rc::check("the table equals std::map", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto largest = *rc::gen::element(20U, 5'000U, 0x3fff'ffffU);
        Answers answers;
        Held expected;
        for (auto size = *rc::gen::inRange(0, 400); size > 0; --size) {
            const auto person = largest - static_cast<std::uint32_t>(lots.below(9));
            const auto statement = largest - static_cast<std::uint32_t>(lots.below(15));
            const auto stance = static_cast<Stance>(static_cast<int>(lots.below(3)) - 1);
            answers.given.emplace_back(person, statement, stance);
            expected[person][statement] = stance;
        }
        Crew crew(1 + static_cast<unsigned>(lots.below(3)));
        const AnswerTable table(answers, crew);
        RC_ASSERT(held_by(table) == expected);
        RC_ASSERT(table.rows() == expected.size());
        for (std::size_t column = 0; column < table.columns(); ++column) {
            Tally tally;
            for (const auto& [person, row] : expected) {
                if (const auto found = row.find(table.statements()[column]); found != row.end()) {
                    ++tally
                          .by_stance[static_cast<std::size_t>(static_cast<int>(found->second) + 1)];
                }
            }
            RC_ASSERT(tally == table.tallies()[column]);
        }
    }));
}

TEST(AnswerTable, GivesEveryRowToOnePart)
{
    Lots lots(1);
    Crew crew(1);
    auto answers = chance_answers(90, 40, 0.3, lots);
    for (StatementNumber statement = 0; statement < 3000; ++statement) { // one very long row
        answers.given.emplace_back(44, statement, Stance::agree);
    }
    const AnswerTable table(answers, crew);
    for (std::size_t parts = 1; parts < 20; ++parts) {
        std::size_t next = 0;
        for (std::size_t part = 0; part < parts; ++part) {
            const auto range = table.rows_of(part, parts);
            EXPECT_EQ(range.begin, next);
            EXPECT_LE(range.begin, range.end);
            next = range.end;
        }
        EXPECT_EQ(next, table.rows());
    }
}

TEST(AnswerTable, RefusesMoreStatementsThanACellCanHold)
{
    Crew crew(1);
    Answers answers;
    for (StatementNumber statement = 0; statement < most_statements; ++statement) {
        answers.given.emplace_back(1, statement, Stance::agree);
    }
    EXPECT_EQ(AnswerTable(answers, crew).columns(), most_statements);
    answers.given.emplace_back(1, most_statements, Stance::agree);
    EXPECT_THROW(AnswerTable(answers, crew), std::length_error);
}

TEST(RowOrder, KeepsTheLastOfEachStatement)
{
    EXPECT_TRUE(rc::check("rows in order", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto columns = *rc::gen::inRange<std::size_t>(1, 2000); // sorted, or by a bit map
        RowOrder order(columns);
        for (int twice = 0; twice < 2; ++twice) { // it must leave nothing behind
            std::vector<Cell> cells;
            std::map<std::uint32_t, Cell> last;
            for (auto size = *rc::gen::inRange(0, 120); size > 0; --size) {
                cells.push_back(static_cast<Cell>(3 * lots.below(columns) + lots.below(3)));
                last[statement_of(cells.back())] = cells.back();
            }
            cells.resize(order.put_in_order(cells));
            std::vector<Cell> expected;
            for (const auto& [column, cell] : last) {
                expected.push_back(cell);
            }
            RC_ASSERT(cells == expected);
        }
    }));
}

} // namespace
} // namespace xieshang::analytics
