// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/polis_files.h"

#include "features/opinions/csv_table.h"
#include "features/opinions/one_line.h"

#include <algorithm>
#include <limits>
#include <set>

namespace xieshang::opinions {
namespace {

constexpr auto most_participant = std::numeric_limits<std::uint32_t>::max();
constexpr auto rejected = analytics::Stance::disagree; // −1 in the column moderated
constexpr std::size_t quoted_columns = 40;

base::Params quoting(std::string_view field)
{
    return {{"found", one_line(field, quoted_columns)}};
}

// A guess from the first lines, a little too large: places that are reserved and never filled cost
// nothing.
std::size_t rows_expected(std::string_view bytes)
{
    constexpr std::size_t looked_at = 1U << 16U;
    const auto first = bytes.substr(0, looked_at);
    const auto lines = static_cast<std::size_t>(std::count(first.begin(), first.end(), '\n'));
    return first.empty() ? 0 : bytes.size() / first.size() * (lines + 1) * 9 / 8 + lines;
}

struct VoteColumns {
    std::size_t statement = 0;
    std::size_t participant = 0;
    std::size_t vote = 0;
    std::optional<std::size_t> time;
};

// Reads the rows of a file of votes. Times are kept only where they go back somewhere: of most
// files the order of the rows says as much, and they would double the memory.
class VoteReading {
public:
    VoteReading(CsvTable& table, const VoteColumns& at, bool keeps_times, std::size_t rows)
        : table_(table), at_(at), keeps_times_(keeps_times)
    {
        answers_.given.reserve(rows);
        answers_.times.reserve(keeps_times ? rows : 0);
    }

    // False when times go back and are not kept.
    base::Result<bool> run()
    {
        while (is_in_order_ && TRY(table_.next())) {
            CHECK(add());
        }
        return is_in_order_;
    }

    analytics::Answers answers() && { return std::move(answers_); }

private:
    base::Result<void> add()
    {
        const auto statement =
            number_in(table_.field(at_.statement), analytics::most_statement_number);
        if (!statement) {
            return table_.bad("statement", quoting(table_.field(at_.statement)));
        }
        const auto participant = number_in(table_.field(at_.participant), most_participant);
        if (!participant) {
            return table_.bad("participant", quoting(table_.field(at_.participant)));
        }
        const auto stance = stance_in(table_.field(at_.vote));
        if (!stance) {
            return table_.bad("vote", quoting(table_.field(at_.vote)));
        }
        if (at_.time) {
            const auto time = time_in(table_.field(*at_.time));
            if (!time) {
                return table_.bad("time", quoting(table_.field(*at_.time)));
            }
            take(*time);
        }
        answers_.given.emplace_back(*participant, *statement, *stance);
        return {};
    }

    void take(std::int64_t time)
    {
        if (keeps_times_) {
            answers_.times.push_back(time);
        } else {
            is_in_order_ = answers_.given.empty() || time >= last_time_;
            last_time_ = time;
        }
    }

    CsvTable& table_;
    const VoteColumns& at_;
    bool keeps_times_;
    bool is_in_order_ = true;
    std::int64_t last_time_ = 0;
    analytics::Answers answers_;
};

// Nothing when times go back and are not kept.
base::Result<std::optional<ReadVotes>> votes_in(const FileToRead& file, bool keeps_times)
{
    auto table = TRY(CsvTable::open(file));
    const VoteColumns at = {TRY(table.at("comment-id")), TRY(table.at("voter-id")),
        TRY(table.at("vote")), table.find("timestamp")};
    VoteReading reading(table, at, keeps_times, rows_expected(file.bytes));
    if (!TRY(reading.run())) {
        return std::optional<ReadVotes>();
    }
    return std::optional(
        ReadVotes{std::move(reading).answers(), table.skipped(), table.skipped_lines(), {}});
}

struct StatementColumn {
    std::size_t column = 0;
    analytics::StatementNumber statement = 0;
};

// Reads a whole row before it takes any of it: a bad line is left out as a whole.
base::Result<void> add_row(CsvTable& table, std::size_t participant_column,
    const std::vector<StatementColumn>& columns, std::vector<analytics::Answer>& given)
{
    const auto before = given.size();
    const auto participant = number_in(table.field(participant_column), most_participant);
    if (!participant) {
        return table.bad("participant", quoting(table.field(participant_column)));
    }
    for (const auto& [column, statement] : columns) {
        const auto field = table.field(column);
        if (field.empty()) {
            continue;
        }
        const auto stance = stance_in(field);
        if (!stance) {
            given.resize(before);
            return table.bad("vote", quoting(field));
        }
        given.emplace_back(*participant, statement, *stance);
    }
    return {};
}

// Columns of Polis's matrix that tell of a participant.
constexpr std::string_view columns_of_participants[] = {
    "participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "xid"};

bool looks_like_a_number(std::string_view name)
{
    return !name.empty() && name.find_first_not_of("+-.0123456789") == std::string_view::npos;
}

base::Result<std::vector<StatementColumn>> statement_columns(
    const CsvTable& table, const std::string& file, std::vector<std::string>& others)
{
    std::vector<StatementColumn> columns;
    std::set<analytics::StatementNumber> met;
    for (std::size_t column = 0; column < table.head().size(); ++column) {
        const auto& name = table.head()[column];
        const auto whole = name.ends_with(".0") ? std::string_view(name).substr(0, name.size() - 2)
                                                : std::string_view(name);
        if (const auto number = number_in(whole, analytics::most_statement_number)) {
            if (!met.insert(*number).second) {
                return base::refuse("opinions.twice", {{"file", file}, {"column", name}});
            }
            columns.push_back({column, *number});
        } else if (looks_like_a_number(name)) {
            return base::refuse("opinions.bad_column",
                {{"file", file}, {"column", one_line(name, quoted_columns)}});
        } else if (std::find(
                       std::begin(columns_of_participants), std::end(columns_of_participants), name)
            == std::end(columns_of_participants)) {
            others.push_back(one_line(name, quoted_columns));
        }
    }
    if (columns.empty()) {
        return base::refuse("opinions.no_statements", {{"file", file}});
    }
    return columns;
}

// Of the rows of one statement; they stand together.
void keep_the_last(std::vector<Statement>& statements)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        kept -= kept > 0 && statements[kept - 1].number == statements[i].number ? 1 : 0;
        if (kept != i) {
            statements[kept] = std::move(statements[i]);
        }
        ++kept;
    }
    statements.resize(kept);
}

} // namespace

base::Result<ReadVotes> read_votes(const FileToRead& file)
{
    if (auto in_order = TRY(votes_in(file, false))) {
        return std::move(*in_order);
    }
    return *TRY(votes_in(file, true));
}

base::Result<ReadVotes> read_matrix(const FileToRead& file)
{
    auto table = TRY(CsvTable::open(file));
    const auto participant = TRY(table.at("participant"));
    ReadVotes read;
    const auto columns = TRY(statement_columns(table, file.name, read.other_columns));
    while (TRY(table.next())) {
        CHECK(add_row(table, participant, columns, read.answers.given));
    }
    read.skipped = table.skipped();
    read.skipped_lines = table.skipped_lines();
    return read;
}

base::Result<ReadStatements> read_statements(const FileToRead& file)
{
    auto table = TRY(CsvTable::open(file));
    const auto number_column = TRY(table.at("comment-id"));
    const auto text_column = table.find("comment-body");
    const auto moderated_column = table.find("moderated");
    ReadStatements read;
    read.tells_rejected = moderated_column.has_value();
    while (TRY(table.next())) {
        const auto field = table.field(number_column);
        const auto number = number_in(field, analytics::most_statement_number);
        if (!number) {
            CHECK(table.bad("statement", quoting(field)));
            continue;
        }
        Statement statement{*number, {}, false};
        if (text_column) {
            statement.text = table.field(*text_column);
        }
        if (!is_utf8(statement.text)) {
            return table.not_utf8();
        }
        if (moderated_column) {
            const auto moderated = table.field(*moderated_column);
            const auto said = moderated.empty() ? analytics::Stance::pass : stance_in(moderated);
            if (!said) {
                CHECK(table.bad("moderated", quoting(moderated)));
                continue;
            }
            statement.is_rejected = said == rejected;
        }
        read.statements.push_back(std::move(statement));
    }
    std::stable_sort(read.statements.begin(), read.statements.end(),
        [](const auto& one, const auto& other) { return one.number < other.number; });
    keep_the_last(read.statements);
    read.skipped = table.skipped();
    read.skipped_lines = table.skipped_lines();
    return read;
}

} // namespace xieshang::opinions
