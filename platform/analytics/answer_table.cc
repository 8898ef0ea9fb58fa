// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/answer_table.h"

#include "platform/analytics/row_order.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace xieshang::analytics {
namespace {

constexpr std::size_t cells_worth_a_part = 16'384;
constexpr std::size_t most_parts = 16;

bool is_ascending(const std::vector<std::int64_t>& times)
{
    return std::is_sorted(times.begin(), times.end());
}

} // namespace

// Counts how much each person answered, then puts each answer behind what came before it in its
// row.
class AnswerTable::Spreading {
public:
    Spreading(std::span<const Answer> given, Crew& crew)
        : small_(given, crew),
          answers_(small_.answers()),
          crew_(crew),
          next_(parts_for(small_, crew))
    {
        std::vector<std::vector<std::uint32_t>> occurs(next_.size());
        share([&](std::size_t part, std::span<const Answer> answers) {
            next_[part].assign(small_.participants(), 0);
            occurs[part].assign(small_.statements(), 0);
            for (const auto& answer : answers) {
                ++next_[part][answer.participant()];
                occurs[part][answer.statement()] = 1;
            }
        });
        for (std::size_t part = 1; part < occurs.size(); ++part) {
            for (std::size_t statement = 0; statement < occurs[0].size(); ++statement) {
                occurs[0][statement] |= occurs[part][statement];
            }
        }
        statements_ = Numbering(occurs[0]);
    }

    const Numbering& statements() const { return statements_; }
    const Numbering& participants() const { return participants_; }
    std::span<const Answer> answers() const { return answers_; }

    // Where rows begin; from here on `next_` is where each part's next answer of a person goes.
    std::vector<std::uint32_t> starts()
    {
        std::vector<std::uint32_t> counts(small_.participants(), 0);
        std::vector<std::uint32_t> starts;
        std::uint32_t at = 0;
        for (std::size_t participant = 0; participant < counts.size(); ++participant) {
            const auto start = at;
            for (auto& own : next_) {
                at += std::exchange(own[participant], at);
            }
            counts[participant] = at - start;
            if (at > start) {
                starts.push_back(start);
            }
        }
        starts.push_back(at);
        participants_ = Numbering(counts);
        return starts;
    }

    std::vector<Cell> cells()
    {
        std::vector<Cell> cells(answers_.size());
        share([&](std::size_t part, std::span<const Answer> answers) {
            auto* own = next_[part].data();
            for (const auto& answer : answers) {
                cells[own[answer.participant()]++] = static_cast<Cell>(
                    3 * statements_.place_of(answer.statement()) + answer.stance_ordinal());
            }
        });
        return cells;
    }

    std::vector<ParticipantNumber> given_participants() const
    {
        return small_.given_participants(participants_.numbers());
    }
    std::vector<StatementNumber> given_statements() const
    {
        return small_.given_statements(statements_.numbers());
    }

private:
    // Each part has a table of all numbers: together not much larger than the answers.
    static std::size_t parts_for(const SmallNumbers& small, const Crew& crew)
    {
        const auto table = std::max<std::size_t>({small.participants(), small.statements(), 1});
        return std::clamp<std::size_t>(2 * small.answers().size() / table, 1, crew.size());
    }

    template <class Work>
    void share(const Work& work)
    {
        const auto parts = next_.size();
        crew_.share(parts, [&](std::size_t part) {
            const auto range = range_of(part, parts, answers_.size());
            work(part, answers_.subspan(range.begin, range.end - range.begin));
        });
    }

    SmallNumbers small_;
    std::span<const Answer> answers_;
    Crew& crew_;
    std::vector<std::vector<std::uint32_t>> next_; // by part and participant
    Numbering statements_;
    Numbering participants_;
};

AnswerTable::AnswerTable(const Answers& answers, Crew& crew)
{
    if (answers.given.size() > 0xffff'ffffU) {
        throw std::length_error("more answers than an opinion map can hold");
    }
    Spreading spreading(answers.given, crew);
    if (spreading.statements().size() > most_statements) {
        throw std::length_error("more statements than an opinion map can hold");
    }
    starts_ = spreading.starts();
    cells_ = spreading.cells();
    participants_ = spreading.given_participants();
    statements_ = spreading.given_statements();
    order_rows(answers, spreading, crew);
    count(crew);
}

// Each row ascending and one cell a statement, of several the last.
void AnswerTable::order_rows(const Answers& answers, const Spreading& spreading, Crew& crew)
{
    const auto slices = parts();
    std::vector<std::uint32_t> lengths(rows());
    std::vector<std::uint8_t> has_changed(rows());
    crew.share(slices, [&](std::size_t part) {
        RowOrder order(columns());
        const auto range = rows_of(part, slices);
        for (auto row = range.begin; row < range.end; ++row) {
            const std::span cells(cells_.data() + starts_[row], length_of(row));
            lengths[row] = static_cast<std::uint32_t>(order.put_in_order(cells));
            has_changed[row] = lengths[row] < cells.size();
        }
    });
    if (std::find(has_changed.begin(), has_changed.end(), 1) != has_changed.end()) {
        close_gaps(lengths);
        if (!is_ascending(answers.times)) {
            settle_by_time(answers, spreading, has_changed);
        }
    }
}

void AnswerTable::count(Crew& crew)
{
    const auto slices = parts();
    std::vector<std::vector<std::uint32_t>> counts(slices);
    crew.share(slices, [&](std::size_t part) {
        auto& own = counts[part];
        own.assign(3 * columns(), 0);
        const auto range = rows_of(part, slices);
        for (auto i = starts_[range.begin]; i < starts_[range.end]; ++i) {
            ++own[cells_[i]];
        }
    });
    tallies_.assign(columns(), {});
    for (const auto& own : counts) {
        for (std::size_t at = 0; at < own.size(); ++at) {
            tallies_[at / 3].by_stance[at % 3] += own[at];
        }
    }
}

void AnswerTable::close_gaps(const std::vector<std::uint32_t>& lengths)
{
    std::uint32_t at = 0;
    for (std::size_t row = 0; row < rows(); ++row) {
        const auto begin = cells_.begin() + starts_[row];
        std::copy(begin, begin + lengths[row], cells_.begin() + at);
        starts_[row] = at;
        at += lengths[row];
    }
    starts_[rows()] = at;
    cells_.resize(at);
}

// Rows do not stand in the order of time: of those who changed an answer, the latest is sought.
void AnswerTable::settle_by_time(const Answers& answers, const Spreading& spreading,
    const std::vector<std::uint8_t>& has_changed)
{
    std::unordered_map<std::uint64_t, std::size_t> latest; // row and column → answer
    for (std::size_t i = 0; i < answers.given.size(); ++i) {
        const auto& answer = spreading.answers()[i];
        const std::uint64_t row = spreading.participants().place_of(answer.participant());
        if (has_changed[row] == 0) {
            continue;
        }
        const auto key = row << 32U | spreading.statements().place_of(answer.statement());
        const auto [found, is_new] = latest.emplace(key, i);
        if (!is_new && answers.times[i] >= answers.times[found->second]) {
            found->second = i;
        }
    }
    for (std::size_t row = 0; row < rows(); ++row) {
        for (auto i = starts_[row]; has_changed[row] != 0 && i < starts_[row + 1]; ++i) {
            const auto column = statement_of(cells_[i]);
            const auto& answer = answers.given[latest.at(std::uint64_t{row} << 32U | column)];
            cells_[i] = static_cast<Cell>(3 * column + answer.stance_ordinal());
        }
    }
}

std::size_t AnswerTable::parts() const
{
    return std::clamp<std::size_t>(cells_.size() / cells_worth_a_part, 1, most_parts);
}

Range AnswerTable::rows_of(std::size_t part, std::size_t parts) const
{
    const auto row_at = [&](std::size_t which) {
        const auto cell = static_cast<std::uint32_t>(std::uint64_t{starts_.back()} * which / parts);
        const auto found = std::lower_bound(starts_.begin(), starts_.end() - 1, cell);
        return static_cast<std::size_t>(found - starts_.begin());
    };
    return {part == 0 ? 0 : row_at(part), part + 1 == parts ? rows() : row_at(part + 1)};
}

} // namespace xieshang::analytics
